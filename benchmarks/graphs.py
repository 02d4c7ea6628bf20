"""Graphs of any size without the reader: what would be read of the corpus if every article were read without a fault."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
from corpus_telling import Told, articles
from gold_readings import as_stated

from dragoman.graph.article import Article
from dragoman.graph.records import Reading
from dragoman.graph.store import Store
from dragoman.graph.triples import describe

SEED = 1


def readings(told_of: Iterable[Told]) -> Iterator[Reading]:
    """Yield what would be read of articles."""
    for told in told_of:
        article = Article(told.text, told.title, told.outlet, told.url, published=told.published)
        yield as_stated(told.records, article)[0]


def graphs(triples: int, told_of: Iterable[Told] | None = None) -> Iterator[list[ox.Quad]]:
    """Yield the graphs of articles, the corpus's unless others are given, until they hold about so many triples."""
    held = 0
    for reading in readings(articles(SEED, 10**9) if told_of is None else told_of):
        quads = describe(reading)
        held += len(quads)
        yield quads
        if held >= triples:
            return


def filled(folder: Path, triples: int, told_of: Iterable[Told] | None = None) -> Store:
    """Make a store in a folder whose articles, the corpus's or others, have about so many triples; return it to be read.

    The articles are loaded in bulk, and what follows from them is made as a store makes it after a writer was cut off.
    """
    with Store.open(folder, write=True) as store, quiet():
        store.engine.bulk_extend(quad for quads in graphs(triples, told_of) for quad in quads)
    (folder / "unfinished").touch()
    Store.open(folder, write=True).close()
    return Store.open(folder)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the collector of garbage from searching what grows and holds none."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
