"""Measures a store over a server beside plain HTTP to the same server, and writes benchmarks/SERVER.md.

Oxigraph's own server, started on this machine over a store of the corpus, is written by Dragoman, which brings names, classes and
happenings up to date with each article, and by bare PUT requests of the Graph Store Protocol with the same graphs, by turns, both
over one connection that is kept alive. Times are the clock's.

    python benchmarks/server.py
    python benchmarks/server.py --quick      # a few triples, written nowhere
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import pyoxigraph as ox
from graphs import graphs
from measuring import QUICK, exponent, publish
from store import altered, later

from dragoman.graph.store import Store

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
SIZES = (10_000, 100_000)
ARTICLES = 40


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run Oxigraph's server over a database and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(OXIGRAPH),
        "serve",
        "--location",
        str(folder),
        "--bind",
        f"127.0.0.1:{port}",
        "--union-default-graph",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(600):
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def compare(folder: Path, size: int, number: int) -> dict[str, float]:
    """Return the milliseconds of an article that is new and one that is replaced, by Dragoman and by a bare PUT."""
    held = list(graphs(size))
    fresh = later(number, len(held))
    taken: dict[str, list[float]] = {}
    with serving(folder) as address, httpx.Client(timeout=60) as client:

        def put(quads: Sequence[ox.Quad]) -> None:
            name: Any = quads[0].graph_name
            body: Any = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
            headers = {"Content-Type": "application/n-triples"}
            client.put(
                f"{address}/store", params={"graph": name.value}, content=body, headers=headers
            ).raise_for_status()

        with Store.open(address, write=True) as ours:

            def keep(quads: Sequence[ox.Quad]) -> None:
                name: Any = quads[0].graph_name
                ours.put_quads(name.value, quads)

            for quads in held:
                keep(quads)
            for n, quads in enumerate(fresh):
                # each by turns: what one has put is taken out again for the other
                acts = [("new", keep), ("new, bare", put)]
                for name, act in acts if n % 2 else reversed(acts):
                    _remove(client, address, ours, quads)
                    taken.setdefault(name, []).append(_clock(act, quads))
                _remove(client, address, ours, quads)
                keep(quads)
                taken.setdefault("again", []).append(_clock(keep, altered(quads)))
                taken.setdefault("again, bare", []).append(_clock(put, quads))
                keep(altered(quads))
        begun = time.perf_counter()
        Store.open(address, write=True).close()
        opened = time.perf_counter() - begun
    return {"open": opened, **{name: 1000 * statistics.median(each) for name, each in taken.items()}}


def _remove(client: httpx.Client, address: str, ours: Store, quads: Sequence[ox.Quad]) -> None:
    name: Any = quads[0].graph_name
    ours.remove(name.value)
    client.delete(f"{address}/store", params={"graph": name.value})


def _clock(act: Any, quads: Sequence[ox.Quad]) -> float:
    begun = time.perf_counter()
    act(quads)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few triples, to see that it runs; writes nothing")
    quick = parser.parse_args().quick
    sizes = QUICK[:1] if quick else SIZES
    with TemporaryDirectory() as folder:
        each = [compare(Path(folder) / str(n), n, 3 if quick else ARTICLES) for n in sizes]
    lines = [
        f"| {size:,} | {t['new']:.1f} | {t['new, bare']:.1f} | {t['new'] / t['new, bare']:.1f} | {t['again']:.1f} | "
        f"{t['again, bare']:.1f} | {t['again'] / t['again, bare']:.1f} | {t['open']:.2f} |"
        for size, t in zip(sizes, each, strict=True)
    ]
    page = f"""# A store over a server

Milliseconds by the clock for an article of the corpus, about 180 triples, into Oxigraph's server on the same machine, which holds so
many triples already; medians of {3 if quick else ARTICLES} articles. The bare PUT replaces the graph and knows nothing of links. Opening, in seconds, is what
a writer waits for before it can begin.

| triples | new | PUT | ratio | replaced | PUT | ratio | opening |
|---|---|---|---|---|---|---|---|
{os.linesep.join(lines)}
"""
    figures: dict[str, Any] = {"sizes": sizes, "articles": each}
    if len(sizes) > 1:
        figures["growth of new"] = exponent(sizes, [t["new"] for t in each])
    publish("SERVER", page, figures, quick)


if __name__ == "__main__":
    main()
