"""Measures what writing costs beside the engine alone, and writes benchmarks/STORE.md.

One article into a store that holds many already: Dragoman, which keeps names, classes and happenings up to date with it, and
one update of pyoxigraph's that replaces the article's graph, by turns on disk. Then a whole corpus at once.

    python benchmarks/store.py
    python benchmarks/store.py --quick      # a few triples, written nowhere
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox
from graphs import filled, graphs, quiet
from measuring import QUICK, SIZES, by_turns, exponent, publish

from dragoman.graph.store import Store
from dragoman.graph.store.folder import current

ARTICLES = 60
"""How many articles are replaced, one after the other."""
LIMIT = 1.3
BULK = 100_000


def later(number: int, skipped: int) -> list[list[ox.Quad]]:
    """Return the graphs of so many articles of the corpus that come after the first ones."""
    found = []
    for n, quads in enumerate(graphs(10**9)):
        if n >= skipped:
            found.append(quads)
        if len(found) == number:
            break
    return found


def altered(quads: Sequence[ox.Quad]) -> list[ox.Quad]:
    """Return an article's graph with one triple more, as a corrected text might give."""
    note = ox.NamedNode("http://purl.org/dc/terms/rights")
    name: Any = quads[0].graph_name
    return [*quads, ox.Quad(name, note, ox.Literal("corrected"), name)]


def replace(engine: ox.Store, quads: Sequence[ox.Quad]) -> None:
    """Replace an article's graph with pyoxigraph alone, in one transaction."""
    name = quads[0].graph_name
    body: Any = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
    engine.update(f"DROP SILENT GRAPH {name} ; INSERT DATA {{ GRAPH {name} {{ {body.decode()} }} }}")


def one_by_one(folder: Path, size: int, number: int) -> dict[str, float]:
    """Return the milliseconds that one article takes: new, and replaced, by Dragoman and by pyoxigraph alone."""
    with filled(folder / "ours", size) as store:
        held, triples, on_disk = len(store.articles()), len(store), room(folder / "ours")
        shutil.copytree(folder / "ours" / "snapshots" / str(current(folder / "ours")), folder / "bare")
    fresh = later(number, held)
    bare = ox.Store(str(folder / "bare"))
    with Store.open(folder / "ours", write=True) as ours:

        def put(quads: Sequence[ox.Quad]) -> None:
            iri: Any = quads[0].graph_name
            ours.put_quads(iri.value, quads)

        put(fresh[0])  # whatever is made once is made
        bare.extend(fresh[0])
        taken: list[dict[str, float]] = []
        for quads in fresh[1:]:
            new = by_turns({"new": partial(put, quads), "new, bare": partial(bare.extend, quads)}, 1)
            other = altered(quads)
            again = by_turns({"again": partial(put, other), "again, bare": partial(replace, bare, other)}, 1)
            taken.append(new | again)
    middle = {name: 1000 * sorted(one[name] for one in taken)[len(taken) // 2] for name in taken[0]}
    return {**middle, "bytes": on_disk / triples}


def all_at_once(folder: Path, size: int) -> dict[str, float]:
    """Return the seconds in which a corpus is in the store and published: put by Dragoman, and in bulk by pyoxigraph."""
    with quiet():
        articles = list(graphs(size))

        def put() -> None:
            with Store.open(folder / "put", write=True) as store:
                for quads in articles:
                    iri: Any = quads[0].graph_name
                    store.put_quads(iri.value, quads)

        def bulk() -> None:
            engine = ox.Store(str(folder / "bulk"))
            engine.bulk_extend(_each(articles))
            engine.flush()
            engine.backup(str(folder / "bulk-published"))

        taken = by_turns({"put": put, "bulk": bulk}, 1)
    begun = time.process_time()
    Store.open(folder / "put").close()
    triples = sum(map(len, articles))
    return {**taken, "open": time.process_time() - begun, "triples": triples, "articles": len(articles),
            "bytes": room(folder / "put")}  # fmt: skip


def room(folder: Path) -> int:
    """Return how many bytes a folder takes on disk; a file that stands there under two names counts once."""
    files = {p.stat().st_ino: p.stat().st_size for p in folder.rglob("*") if p.is_file()}
    return sum(files.values())


def _each(articles: Sequence[Sequence[ox.Quad]]) -> Iterator[ox.Quad]:
    for quads in articles:
        yield from quads


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="TRIPLES")
    parser.add_argument("--quick", action="store_true", help="a few triples, to see that it runs; writes nothing")
    given = parser.parse_args()
    sizes = QUICK if given.quick else tuple(given.sizes)
    with TemporaryDirectory() as folder:
        each = [one_by_one(Path(folder) / str(n), n, 5 if given.quick else ARTICLES) for n in sizes]
        bulks = [all_at_once(Path(folder) / f"bulk{n}", n) for n in (sizes if given.quick else (BULK // 10, BULK))]
    lines = [
        f"| {size:,} | {t['new']:.2f} | {t['new, bare']:.2f} | {t['new'] / t['new, bare']:.2f} | {t['again']:.2f} | "
        f"{t['again, bare']:.2f} | {t['again'] / t['again, bare']:.2f} | {t['bytes']:.0f} |"
        for size, t in zip(sizes, each, strict=True)
    ]
    loads = [
        f"| {b['articles']:,} | {b['triples']:,} | {b['put']:.2f} | {b['triples'] / b['put']:,.0f} | {b['bulk']:.2f} | "
        f"{b['triples'] / b['bulk']:,.0f} | {b['put'] / b['bulk']:.1f} | {b['bytes'] / 1e6:.0f} |"
        for b in bulks
    ]
    new, slope = (exponent(sizes, [t[kind] for t in each]) for kind in ("new", "again"))
    page = f"""# What writing costs

## One article

Milliseconds of the processor for an article of the corpus, about 180 triples, into a store on disk that holds so many triples
already; medians of {5 if given.quick else ARTICLES} articles, Dragoman and pyoxigraph alone by turns. New: pyoxigraph adds the article's quads in one
transaction. Replaced, with one triple more: it drops the graph and inserts the new one in one update. Dragoman also finds which records tell of one
happening with others, keeps names and classes, and does nothing where nothing has changed. The ratio that is asked of
a replacement is {LIMIT}. Bytes: what the folder takes for each triple, its accounts and the copy that readers have with it.

| triples | new | pyoxigraph | ratio | replaced | pyoxigraph | ratio | bytes a triple |
|---|---|---|---|---|---|---|---|
{os.linesep.join(lines)}

With the store's size a new article takes longer by an exponent of {new:.2f}, one that is replaced by {slope:.2f}; 0 is not at all.

## A whole corpus

Seconds of the processor until all of it is in a new store on disk and readers see it: one article after the other by Dragoman,
each atomic, with the links; and in bulk by pyoxigraph, without them. Megabytes: what the store takes, the log of its
last changes with it.

| articles | triples | dragoman | triples a second | pyoxigraph, bulk | triples a second | ratio | MB |
|---|---|---|---|---|---|---|---|
{os.linesep.join(loads)}
"""
    figures = {"sizes": sizes, "articles": each, "growth of new": new, "growth of replaced": slope, "loads": bulks}
    publish("STORE", page, figures, given.quick)


if __name__ == "__main__":
    main()
