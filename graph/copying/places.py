"""Tells files, which hold a graph as TriG or N-Quads, from the homes that a store opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

import pyoxigraph as ox

from dragoman.graph.export.formats import FORMATS
from dragoman.ontology.errors import NoStore

SYNTAXES: Final = {"trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS}
"""The formats that keep the articles' graphs apart, so that what is written in them can come back."""
_ENDINGS: Final = {ending: name for name, endings in FORMATS.items() for ending in endings}


class Graphs(Protocol):
    """Whatever holds articles, each in its graph: a store, or a file that was taken in."""

    def articles(self) -> list[str]:
        """Return the names of the articles' graphs, sorted."""

    def lexicons(self) -> list[str]:
        """Return the names of the graphs that hold what was known before reading, sorted."""

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """Yield the quads of one graph."""


def syntax_of(place: str | Path) -> str | None:
    """Return the format of a file, "trig" or "nq", and None where a place is the home of a store.

    An ending .gz behind the format's own says that the file is compressed.

    >>> syntax_of("graph.nq.gz"), syntax_of("graph.trig"), syntax_of("press.store")
    ('nq', 'trig', None)

    Raises:
        NoStore: it is a file in a format that does not keep the articles apart, or no format at all.
    """
    path = Path(place)
    if "://" in str(place) or path.is_dir():
        return None
    ending = Path(path.stem).suffix if compressed(path) else path.suffix
    name = _ENDINGS.get(ending.lower())
    if name in SYNTAXES:
        return name
    if name is not None:
        raise NoStore(
            f"{place} would be a file in which the articles' graphs are not kept apart; "
            "copy from and to .trig or .nq (either may end in .gz), or write it with dragoman export."
        )
    if path.is_file():
        raise NoStore(f"{place} is a file whose ending is neither .trig nor .nq; name it by its format, or a store.")
    return None


def compressed(path: str | Path) -> bool:
    """Whether a file's name says that it is compressed."""
    return Path(path).suffix.lower() == ".gz"
