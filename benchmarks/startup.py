"""Measures what a question costs from cold: `dragoman query` beside a bare script that asks the same of the same store.

The bare script imports pyoxigraph and click, opens the store and prints the answer to the same SPARQL, and nothing
else. Both run by turns, in processes of their own, so that whatever else the machine does falls on both alike.

    python benchmarks/startup.py [--pairs 30]
    python benchmarks/startup.py --quick      # one pair, judged by nobody and written nowhere
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from dragoman.graph.store.folder import current
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.catalogue import question

LIMIT = 2.0
QUESTIONS = ("who-met-whom", "deals", "timeline")
PAGE = Path(__file__).with_name("STARTUP.md")
BARE = """
import sys
import click
import pyoxigraph
store = pyoxigraph.Store.read_only(sys.argv[1])
text = open(sys.argv[2], encoding="utf-8").read()
found = store.query(text, prefixes={prefixes!r}, use_default_graph_as_union=True, substitutions={{
    pyoxigraph.Variable("lang"): pyoxigraph.Literal("fr")}})
sys.stdout.buffer.write(found.serialize(format=pyoxigraph.QueryResultsFormat.TSV))
"""


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a process takes from its start to its end."""
    begin = time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    taken = time.perf_counter() - begin
    assert done.stdout.count(b"\n") > 1, f"{command} answered nothing"
    return taken


def measure(name: str, folder: Path, pairs: int) -> tuple[float, float, float]:
    """Return the medians of the bare script and of `dragoman`, and the median of their ratios."""
    store = folder / "store"
    environment = {**os.environ, "DRAGOMAN_STORE": str(store)}
    text, script = folder / "question.rq", folder / "bare.py"
    text.write_text(question(name).text, encoding="utf-8")
    script.write_text(BARE.format(prefixes=dict(PREFIXES)), encoding="utf-8")
    snapshot = store / "snapshots" / str(current(store))
    bare = [sys.executable, str(script), str(snapshot), str(text)]
    ours = [str(Path(sys.executable).with_name("dragoman")), "query", name]
    seconds(bare, environment), seconds(ours, environment)  # the files are in memory from here on
    taken = [(seconds(bare, environment), seconds(ours, environment)) for _ in range(pairs)]
    return (
        statistics.median(a for a, _ in taken),
        statistics.median(b for _, b in taken),
        statistics.median(b / a for a, b in taken),
    )


def main() -> int:
    """Measure, print and write the page; return 1 where the limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=30)
    parser.add_argument("--quick", action="store_true", help="one pair each, to see that it runs; writes nothing")
    given = parser.parse_args()
    pairs = 1 if given.quick else given.pairs
    with tempfile.TemporaryDirectory() as folder:
        ours = str(Path(sys.executable).with_name("dragoman"))
        subprocess.run(
            [ours, "read", "-q", "--example", "--store", f"{folder}/store"], check=True, stdout=subprocess.DEVNULL
        )
        found = {name: measure(name, Path(folder), pairs) for name in QUESTIONS}
    rows = [f"| {name} | {bare:.3f} | {ours:.3f} | {ratio:.2f} |" for name, (bare, ours, ratio) in found.items()]
    page = f"""# A question from cold

Seconds for a whole process over the built-in graph, from its start to its last byte: a bare script that imports
pyoxigraph and click, opens the same store and runs the same SPARQL, and `dragoman query`. Medians of {pairs} pairs, run
by turns; the ratio is the median of the pairs' ratios, the limit is {LIMIT:g}.

| question | bare | dragoman | ratio |
|---|---|---|---|
{os.linesep.join(rows)}

Measured by `make bench` on {date.today()}: Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}.
"""
    print(page)
    if given.quick:  # one pair on a busy machine says nothing about the limit
        return 0
    PAGE.write_text(page, encoding="utf-8")
    return int(any(ratio > LIMIT for _, _, ratio in found.values()))


if __name__ == "__main__":
    sys.exit(main())
