"""An Oxigraph database in this process: the home of a store in a folder or in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from dragoman.graph.store import graphs
from dragoman.graph.store.folder import FAILURES, failure
from dragoman.graph.store.querying import run
from dragoman.ontology.errors import StoreError


class Embedded:
    """A database in a folder or in memory, as a `Home`."""

    def __init__(self, engine: ox.Store, folder: Path | None = None) -> None:
        """Take an open database, and the folder of the store that it belongs to."""
        self.engine = engine
        self._folder = folder

    @property
    def place(self) -> str:
        """Where it is."""
        return "in memory" if self._folder is None else f"at {self._folder}"

    def query(self, text: str, bindings: Mapping[str, Any] | None = None, timeout: float | None = None) -> Any:
        """Return what SPARQL finds in the union of all graphs, as `Store.query` says."""
        return run(self.engine, text, bindings, timeout, self._failure)

    def articles(self) -> list[str]:
        """Return the IRIs of the articles, sorted."""
        return graphs.articles(self.engine)

    def lexicons(self) -> list[str]:
        """Return the names of the graphs of lexicon files, sorted."""
        return graphs.lexicons(self.engine)

    def holds(self, article: str) -> bool:
        """Whether it holds an article."""
        return self.engine.contains_named_graph(ox.NamedNode(article))

    def quads(self, graph: str | None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all.

        Raises:
            StoreError: the database is damaged.
        """
        try:
            yield from self.engine.quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None)
        except FAILURES as error:
            raise self._failure(error) from error

    def quads_about(self, subjects: Iterable[str], graphs: Iterable[str]) -> Iterator[ox.Quad]:
        """Yield what some graphs say of some subjects."""
        for subject in map(ox.NamedNode, subjects):
            for graph in graphs:
                yield from self.engine.quads_for_pattern(subject, None, None, ox.NamedNode(graph))

    def __len__(self) -> int:
        """Return the number of quads."""
        return len(self.engine)

    def _failure(self, error: Exception) -> StoreError:
        return failure(self._folder or Path("memory"), error)
