"""What a worker does: it loads the reader once, and reads the batches that it is handed."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final, TypeAlias

from dragoman.graph.article import Article
from dragoman.graph.reading.batches import Unread, read_each
from dragoman.graph.reading.fingerprint import reader_version
from dragoman.graph.records import Entity, Record, Rejection
from dragoman.ontology.errors import ClusterError

Found: TypeAlias = tuple[tuple[Record, ...], tuple[Entity, ...], tuple[Rejection, ...]] | Unread
"""What was read of an article, without the article: whoever sent it has it."""
Files: TypeAlias = tuple[tuple[str, bytes], ...]
"""Lexicon files by name and content: a worker may be on another machine."""

_ONE_AT_A_TIME: Final = Lock()


def read_there(articles: Sequence[Article], lexicon: Files, version: str) -> list[Found]:
    """Return what is read of each article, by the reader of the process that this runs in.

    Args:
        articles: a batch.
        lexicon: the lexicon files of one's own that are read with.
        version: the reader that is expected, so that no graph is of two readers.

    Raises:
        ClusterError: another reader is installed here.
        LexiconError: a lexicon file is malformed.
    """
    if reader_version() != version:
        raise ClusterError(
            "The workers have another version of Dragoman or of its model; install there what is installed here."
        )
    with _ONE_AT_A_TIME:  # where a worker has several threads: the reader is quicker alone than with another
        found = read_each(articles, _written(lexicon))
    return [one if isinstance(one, Unread) else (one.records, one.entities, one.rejected) for one in found]


@lru_cache(maxsize=4)
def _written(lexicon: Files) -> tuple[Path, ...]:
    """Write lexicon files where the reader finds them, once."""
    if not lexicon:
        return ()
    folder = tempfile.TemporaryDirectory(prefix="dragoman-lexicon-")
    atexit.register(folder.cleanup)
    paths = tuple(Path(folder.name) / f"{number}-{Path(name).name}" for number, (name, _) in enumerate(lexicon))
    for path, (_, content) in zip(paths, lexicon, strict=True):
        path.write_bytes(content)
    return paths
