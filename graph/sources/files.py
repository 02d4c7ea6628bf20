"""Tells by a file's name what it holds: a text, a saved page or many articles, compressed or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from dragoman.graph.article import Article
from dragoman.graph.decoding import too_long
from dragoman.graph.loading import load
from dragoman.graph.sources.compressed import opened, unpacked_name
from dragoman.graph.sources.lines import line_sources
from dragoman.graph.sources.pages import LIMIT_PAGE, load_page
from dragoman.graph.sources.source import Source

TEXTS: Final = (".txt", ".md")
LINES: Final = (".jsonl", ".ndjson")
PAGES: Final = (".html", ".htm")


def holds_articles(path: Path) -> bool:
    """Whether a file in a folder is taken for one with articles, by its name.

    >>> holds_articles(Path("press/a.HTML.gz")), holds_articles(Path("a.pdf")), holds_articles(Path("a.gz"))
    (True, False, False)
    """
    return unpacked_name(path).suffix.lower() in TEXTS + LINES + PAGES


def file_sources(path: Path) -> Iterator[Source]:
    """Yield the articles in one file; a name that says nothing is a text's.

    Raises:
        ArticleError: a file of many articles cannot be opened; one article's says so when it is loaded.
    """
    kind = unpacked_name(path).suffix.lower()
    if kind in LINES:
        yield from line_sources(path)
    elif kind in PAGES:
        yield Source(str(path), partial(_page, path))
    else:
        yield Source(str(path), partial(load, path))


def _page(path: Path, **given: str | date | None) -> Article:
    with opened(path, LIMIT_PAGE) as stream:
        raw = stream.read(LIMIT_PAGE + 1)
    if len(raw) > LIMIT_PAGE:
        raise too_long(str(path))
    return load_page(raw, str(path), **given)
