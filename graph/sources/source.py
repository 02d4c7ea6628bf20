"""One article's origin, by a name that its user knows and a way to load it when it is its turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.graph.article import Article


@dataclass(frozen=True)
class Source:
    """Where one article comes from, loaded when it is its turn, so that a corpus need not fit into memory.

    Attributes:
        name: what messages call it: a file, or `file.jsonl:12` for its twelfth line.
        load: makes the article; takes what its user says of it, and raises an ArticleError where it is none.
    """

    name: str
    load: Callable[..., Article]
