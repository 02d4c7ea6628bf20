"""What a store asks of the place where its quads are kept, whichever of the three that is.

A folder and memory hold an Oxigraph database of this process's own (`embedded`); a SPARQL server holds one of
somebody else's (`server`). Whatever is asked of a store is asked through these few methods, so that no command knows
which of them answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import pyoxigraph as ox


class Home(Protocol):
    """A place where quads are kept, to be read."""

    @property
    def place(self) -> str:
        """Where it is, as a sentence says it: "in memory", "at dragoman.store"."""

    def query(self, text: str, bindings: Mapping[str, Any] | None, timeout: float | None) -> Any:
        """Return what SPARQL finds in the union of all graphs, as `Store.query` says."""

    def articles(self) -> list[str]:
        """Return the IRIs of the articles, sorted."""

    def lexicons(self) -> list[str]:
        """Return the names of the graphs of lexicon files, sorted."""

    def holds(self, article: str) -> bool:
        """Whether it holds an article."""

    def quads(self, graph: str | None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all."""

    def quads_about(self, subjects: Iterable[str], graphs: Iterable[str]) -> Iterator[ox.Quad]:
        """Yield what some graphs say of some subjects."""

    def __len__(self) -> int:
        """Return the number of quads."""


class Writing(Protocol):
    """What is asked of whoever may change a home."""

    def put(self, iri: str, quads: Iterable[ox.Quad]) -> bool:
        """Store the quads of one article's graph in place of those it had; return whether it had any."""

    def fill(self, graphs: Iterable[tuple[str, Iterable[ox.Quad]]]) -> None:
        """Store the graphs of many articles that are not there yet, and what follows from them."""

    def learn(self, paths: tuple[Path, ...]) -> tuple[str, ...]:
        """Keep lexicon files of somebody's own; return what should be known of them."""

    def publish(self) -> None:
        """Let readers see what was written."""

    def close(self) -> None:
        """Leave the home as the next one should find it."""
