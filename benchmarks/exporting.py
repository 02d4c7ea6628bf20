"""Measures export beside pyoxigraph's serialiser and rdflib's, with peak memory, and writes benchmarks/EXPORT.md.

Each is a process of its own that opens the same store and writes all of it into a file. Dragoman's files are sorted and so the
same on every run; pyoxigraph's are in the order of its store, and once more sorted before they are written, which is the
least that a deterministic export takes.

    python benchmarks/exporting.py
    python benchmarks/exporting.py --quick      # a few triples, written nowhere
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox
from graphs import filled
from measuring import QUICK, SIZES, exponent, in_child, publish, seconds, shown

from dragoman.graph.export import export
from dragoman.graph.store import Store

FORMATS = {"turtle": ox.RdfFormat.TURTLE, "nq": ox.RdfFormat.N_QUADS}
RDFLIB = {"turtle": "turtle", "nq": "nquads"}
RDFLIB_LIMIT = 100_000
"""Triples above which rdflib is not asked: its serialisers take many minutes and gigabytes."""


def dragoman(folder: str, format_: str) -> dict[str, float]:
    """Return the seconds of Dragoman's export."""
    with Store.open(folder) as store:
        return {"seconds": seconds(lambda: export(store, f"{folder}.{format_}", format_, lexicon=True))}


def pyoxigraph(folder: str, format_: str, ordered: bool) -> dict[str, float]:
    """Return the seconds of pyoxigraph's serialiser, over the quads as they come or sorted."""
    with Store.open(folder) as store:

        def write() -> None:
            quads: Any = iter(store.engine)
            if ordered:
                quads = sorted(quads, key=str)
            if format_ == "turtle":
                quads = (quad.triple for quad in quads)
            ox.serialize(quads, f"{folder}.{format_}", format=FORMATS[format_])

        return {"seconds": seconds(write)}


def rdflib(folder: str, format_: str) -> dict[str, float]:
    """Return the seconds of rdflib's serialiser; what it takes to bring the graph into its memory is not counted."""
    import rdflib as library

    with Store.open(folder) as store:
        dataset = store.to_rdflib()
        graph: Any = dataset
        if format_ == "turtle":
            graph = library.Graph()
            for subject, predicate, value in dataset.triples((None, None, None)):
                graph.add((subject, predicate, value))
        return {"seconds": seconds(lambda: graph.serialize(f"{folder}.{format_}", format=RDFLIB[format_]))}


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="TRIPLES")
    parser.add_argument("--quick", action="store_true", help="a few triples, to see that it runs; writes nothing")
    given = parser.parse_args()
    sizes = QUICK[:1] if given.quick else tuple(given.sizes)
    formats = ("nq",) if given.quick else tuple(FORMATS)
    lines: list[str] = []
    figures: dict[str, Any] = {"sizes": sizes}
    with TemporaryDirectory() as folder:
        for size in sizes:
            filled(Path(folder) / str(size), size).close()
        for format_ in formats:
            ours: list[float] = []
            memory: list[float] = []
            for size in sizes:
                store = repr(str(Path(folder) / str(size)))
                calls = {
                    "dragoman": f"dragoman({store}, {format_!r})",
                    "plain": f"pyoxigraph({store}, {format_!r}, False)",
                    "sorted": f"pyoxigraph({store}, {format_!r}, True)",
                }
                if size <= RDFLIB_LIMIT and not given.quick:
                    calls["rdflib"] = f"rdflib({store}, {format_!r})"
                found = {name: in_child("exporting", call) for name, call in calls.items()}
                ours.append(found["dragoman"]["seconds"])
                memory.append(found["dragoman"]["memory"])
                lines.append(row(size, format_, found))
            figures[format_] = {"seconds": ours, "memory": memory}
            if len(sizes) > 1:
                figures[format_]["exponent"] = exponent(sizes, ours)
    slopes = "; ".join(f"{f}: {figures[f]['exponent']:.2f}" for f in formats if "exponent" in figures[f])
    page = f"""# What an export costs

Seconds of the processor for writing all of a store on disk, the lexicon with it, into a file; triples are those of its
articles. Peak memory in MiB is that of the whole process. pyoxigraph writes the quads as they come, and sorted, as a file that
is the same every time needs it; Dragoman's are sorted, and with prefixes. rdflib has the graph in memory before its time begins
and is not asked for more than {RDFLIB_LIMIT:,} triples.

| triples | format | dragoman | pyoxigraph | sorted | rdflib | over pyoxigraph | over sorted | MiB | pyoxigraph | sorted | rdflib |
|---|---|---|---|---|---|---|---|---|---|---|---|
{os.linesep.join(lines)}

Exponents between: {slopes or "–"}.
"""
    publish("EXPORT", page, figures, given.quick)


def row(size: int, format_: str, found: dict[str, dict[str, float]]) -> str:
    """Return a row of the table."""
    names = ("dragoman", "plain", "sorted", "rdflib")
    times = [found[name]["seconds"] if name in found else None for name in names]
    memory = [found[name]["memory"] if name in found else None for name in names]
    ours, plain, ordered = (found[name]["seconds"] for name in names[:3])
    cells = [
        *(shown(t) for t in times),
        shown(ours / plain),
        shown(ours / ordered),
        *(shown(m, ",.0f") for m in memory),
    ]
    return f"| {size:,} | {format_} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
