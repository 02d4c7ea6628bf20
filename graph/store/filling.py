"""Puts many new articles into a database in bulk: in batches that hold whole articles, each batch wholly in or out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from dragoman.ontology.errors import StoreError

BATCH: Final = 100_000
"""Quads after which a batch is written; the engine keeps one this small in memory and makes it part of the database in
one step."""

Graphs = Iterable[tuple[str, Iterable[ox.Quad]]]


def fill(engine: ox.Store, graphs: Graphs) -> None:
    """Add the graphs of articles that a database does not hold yet.

    Raises:
        StoreError: it holds one of them already.
    """
    for batch in batches(_new(engine, graphs)):
        engine.bulk_extend(batch)


def batches(graphs: Graphs) -> Iterator[list[ox.Quad]]:
    """Yield the quads of graphs in batches of about `BATCH`, none of which ends inside a graph."""
    batch: list[ox.Quad] = []
    for _, quads in graphs:
        batch += quads
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _new(engine: ox.Store, graphs: Graphs) -> Graphs:
    for iri, quads in graphs:
        if engine.contains_named_graph(ox.NamedNode(iri)):
            raise StoreError(f"{iri} is in the store already; put it there by itself, which replaces it.")
        yield iri, quads
