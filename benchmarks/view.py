"""Measures how long the page takes to make and to open and how smoothly it moves, and writes benchmarks/VIEW.md.

Beside it stands plain pyvis with the same nodes and edges: made, opened and moved in the same run.

    python benchmarks/view.py
    python benchmarks/view.py --quick      # small graphs, written nowhere
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import invented
from browser import Seen, chromium, look

from dragoman.graph.loading import example
from dragoman.graph.network import build
from dragoman.graph.reading import read
from dragoman.graph.store import Store
from dragoman.graph.view import drawable, write_page

PAGE = Path(__file__).with_name("VIEW.md")
TURNS = 3
PATIENCE = 60.0
LIMITS = {"built-in": 0.5, "2,000 nodes": 1.5, "5,000 nodes": 3.0}
"""Seconds in which the page of each graph is to be usable."""
HUGE = "50,000 nodes"
"""Made and opened once, and not by pyvis, which shows nothing of it for minutes."""
RATE = 30
"""Frames a second that 2,000 nodes are to hold."""
MAKING = 2.0
"""Seconds in which the page of 2,000 nodes is to be made."""


def built_in() -> Store:
    """Return a store that holds the built-in article."""
    store = Store.memory()
    for reading in read([example()]):
        store.put(reading)
    return store


def made(store: Store, path: Path, turns: int) -> tuple[Any, float]:
    """Return the network, and the seconds of the processor in which its page was made: the best of some turns."""
    best = float("inf")
    for _ in range(turns):
        begun = time.process_time()
        network = build(store)
        write_page(network, path)
        best = min(best, time.process_time() - begun)
    return network, best


def plain(network: Any, path: Path, *, physics: bool) -> float:
    """Write the page that pyvis makes of the same nodes and edges; return the seconds of the processor that it took."""
    from pyvis.network import Network  # type: ignore[import-untyped]

    begun = time.process_time()
    drawing = Network(cdn_resources="in_line", directed=True)
    for node, known in network.nodes(data=True):
        drawing.add_node(node, label=known["label"], group=known["kind"])
    for begin, end, known in network.edges(data=True):
        drawing.add_edge(begin, end, label=known["label"])
    drawing.toggle_physics(physics)
    path.write_text(drawing.generate_html(), encoding="utf-8")
    return time.process_time() - begun


def row(name: str, graph: str, making: float, path: Path, seen: Seen) -> str:
    """Return a line of the table."""
    ready = f"more than {PATIENCE:.0f}" if seen.ready is None else f"{seen.ready:.2f}"
    busy = "–" if seen.busy is None else f"{seen.busy:.2f}"
    moving = " | ".join("–" if one is None else f"{one:.0f}" for one in (seen.dragging, seen.zooming, seen.frame))
    return f"| {graph} | {name} | {making:.2f} | {path.stat().st_size / 1e6:.2f} | {ready} | {busy} | {moving} |"


def middle(browser: Any, path: Path, canvas: str, turns: int) -> Seen:
    """Return one of some openings, all of it: the one that took the middle time, or longer of two."""
    seen = [look(browser, path, canvas, PATIENCE) for _ in range(turns)]
    ranked = sorted(seen, key=lambda one: PATIENCE if one.ready is None else one.ready)
    return ranked[len(ranked) // 2]


def measure(
    graphs: Mapping[str, Callable[[], Store]], folder: Path, turns: int
) -> tuple[list[str], dict[str, tuple[float, Seen]]]:
    """Return the table's lines, and what was measured of our own pages."""
    lines, ours = [], {}
    with chromium() as browser:
        for graph, filled in graphs.items():
            store = filled()
            path = folder / "ours.html"
            tries = 1 if graph == HUGE else turns
            network, making = made(store, path, tries)
            drawn = network.subgraph(drawable(network))
            about = f"{graph} ({len(drawn):,} nodes drawn, {drawn.number_of_edges():,} edges)"
            seen = middle(browser, path, "#drawing canvas", tries)
            ours[graph] = making, seen
            lines.append(row("dragoman", about, making, path, seen))
            print(lines[-1], flush=True)
            if graph == HUGE:
                continue
            for name, physics in (("pyvis", True), ("pyvis, physics off", False)):
                path = folder / "theirs.html"
                making = plain(network, path, physics=physics)
                lines.append(row(name, about, making, path, middle(browser, path, "#mynetwork canvas", 1)))
                print(lines[-1], flush=True)
    return lines, ours


def verdicts(ours: dict[str, tuple[float, Seen]]) -> list[str]:
    """Return, for each limit, whether it is kept."""
    said = []
    for graph, limit in LIMITS.items():
        if graph in ours:
            ready = ours[graph][1].ready
            kept = ready is not None and ready <= limit
            said.append(f"- {graph}: usable within {limit} s: {'yes' if kept else 'NO'}")
    if "2,000 nodes" in ours:
        making, seen = ours["2,000 nodes"]
        moving = min(seen.dragging or 0, seen.zooming or 0)
        said.append(f"- 2,000 nodes: made within {MAKING:.0f} s: {'yes' if making <= MAKING else 'NO'}")
        said.append(f"- 2,000 nodes: {RATE} frames a second while moving: {'yes' if moving >= RATE else 'NO'}")
    return said


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small graphs, to see that it runs; writes nothing")
    given = parser.parse_args()
    if given.quick:
        graphs: dict[str, Callable[[], Store]] = {"60 nodes": partial(invented.filled, 60)}
    else:
        graphs = {
            "built-in": built_in,
            "2,000 nodes": partial(invented.filled, 2_000),
            "5,000 nodes": partial(invented.filled, 5_000),
            HUGE: partial(invented.filled, 50_000),
        }
    with TemporaryDirectory() as folder:
        lines, ours = measure(graphs, Path(folder), 1 if given.quick else TURNS)
    page = f"""# The page: how fast it is made, opened and moved

Making: seconds of the processor from an open store to the file, besides start-up, the best of {TURNS} turns. Opening: seconds from
asking for the file to the first frame that answers, in headless Chromium without a graphics card, offline: one turn of {TURNS},
the middle one. Moving: frames drawn a
second while the picture is dragged and zoomed with the mouse. Busy is for how long the page's own thread works, which other
programs on the machine do not lengthen. The graphs are invented ({Path(invented.__file__).name}), always the same ones;
beside each stands plain pyvis with the same nodes (products too), edges and labels, with and without its physics, in the same run. Above 5,000
nodes our page opens on the most central part and holds the rest.

| graph | page | making, s | size, MB | opening, s | of it busy, s | dragging, frames/s | zooming, frames/s | busy a frame, ms |
|---|---|---|---|---|---|---|---|---|
{os.linesep.join(lines)}

{os.linesep.join(verdicts(ours))}

Measured by `make bench-view` on {date.today()}: Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()};
on average {os.getloadavg()[2]:.1f} programs wanted to run at once.
"""
    print(page)
    if not given.quick:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
