"""Graphs of any size without the reader: what would be read of the corpus if every article were read without a fault."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
from corpus_telling import articles
from gold_readings import as_stated

from dragoman.graph.article import Article
from dragoman.graph.records import Reading
from dragoman.graph.store import Store
from dragoman.graph.triples import describe

SEED = 1


def readings(number: int | None = None) -> Iterator[Reading]:
    """Yield the readings of so many articles of the corpus, or without end."""
    for told in islice(articles(SEED, number if number is not None else 10**9), number):
        article = Article(told.text, told.title, told.outlet, told.url, published=told.published)
        yield as_stated(told.records, article)[0]


def graphs(triples: int) -> Iterator[list[ox.Quad]]:
    """Yield the graphs of articles until they hold about so many triples together."""
    held = 0
    for reading in readings():
        quads = describe(reading)
        held += len(quads)
        yield quads
        if held >= triples:
            return


def filled(folder: Path, triples: int) -> Store:
    """Make a store in a folder whose articles have about so many triples; return it, open for reading.

    The articles are loaded in bulk, and what follows from them is made as a store makes it after a writer was cut off.
    """
    with Store.open(folder, write=True) as store, quiet():
        store.engine.bulk_extend(quad for quads in graphs(triples) for quad in quads)
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
