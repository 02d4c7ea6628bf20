"""Measures what a question and the help cost from cold, beside bare scripts that do the same and nothing else.

The bare script of a question imports pyoxigraph and click, opens the store and prints the answer to the same SPARQL; that of
the help is a group of click's with as many commands. Both run by turns, in processes of their own, so that whatever else the
machine does falls on both alike.

    python benchmarks/startup.py [--pairs 30]
    python benchmarks/startup.py --quick      # one pair, judged by nobody and written nowhere
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from measuring import publish

from dragoman.cli.application import COMMANDS
from dragoman.graph.store.folder import current
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.catalogue import question

LIMIT = 2.0
QUESTIONS = ("who-met-whom", "deals", "timeline")
DRAGOMAN = (str(Path(sys.executable).with_name("dragoman")),)
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

BARE_HELP = """
import click
group = click.Group("dragoman", help="Read what the press writes.")
for n in range({number}):
    group.add_command(click.Command(f"command{{n}}", help="Do one of the things that can be done."))
group.main(["--help"])
"""


@dataclass(frozen=True)
class Pair:
    """Medians of the bare script's and Dragoman's seconds, of their processor seconds, and of the ratios of the pairs."""

    bare: float
    ours: float
    ratio: float
    bare_busy: float
    ours_busy: float
    ratio_busy: float


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return how long a process takes from its start to its end, and how long it keeps the processor busy."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    taken, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.stdout.count(b"\n") > 1, f"{command} answered nothing"
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(bare: list[str], ours: list[str], environment: dict[str, str], pairs: int) -> Pair:
    """Return what two commands take, run by turns."""
    run(bare, environment)
    run(ours, environment)  # the files are in memory from here on
    taken = [(*run(bare, environment), *run(ours, environment)) for _ in range(pairs)]
    middle = statistics.median
    return Pair(
        middle(t[0] for t in taken),
        middle(t[2] for t in taken),
        middle(t[2] / t[0] for t in taken),
        middle(t[1] for t in taken),
        middle(t[3] for t in taken),
        middle(t[3] / t[1] for t in taken),
    )


def of_help(folder: Path, pairs: int) -> Pair:
    """Return what `dragoman --help` takes beside click alone."""
    script = folder / "help.py"
    script.write_text(BARE_HELP.format(number=sum(map(len, COMMANDS.values()))), encoding="utf-8")
    return compare([sys.executable, str(script)], [*DRAGOMAN, "--help"], dict(os.environ), pairs)


def of_question(name: str, folder: Path, pairs: int) -> Pair:
    """Return what a question takes beside the bare script."""
    store = folder / "store"
    environment = {**os.environ, "DRAGOMAN_STORE": str(store)}
    text, script = folder / "question.rq", folder / "bare.py"
    text.write_text(question(name).text, encoding="utf-8")
    script.write_text(BARE.format(prefixes=dict(PREFIXES)), encoding="utf-8")
    snapshot = store / "snapshots" / str(current(store))
    bare = [sys.executable, str(script), str(snapshot), str(text)]
    return compare(bare, [*DRAGOMAN, "query", name], environment, pairs)


def main() -> int:
    """Measure, print and write the page; return 1 where the limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=30)
    parser.add_argument("--quick", action="store_true", help="one pair each, to see that it runs; writes nothing")
    given = parser.parse_args()
    pairs = 1 if given.quick else given.pairs
    with tempfile.TemporaryDirectory() as folder:
        reading = [*DRAGOMAN, "read", "-q", "--example", "--store", f"{folder}/store"]
        subprocess.run(reading, check=True, stdout=subprocess.DEVNULL)
        found = {f"query {name}": of_question(name, Path(folder), pairs) for name in QUESTIONS}
        found["--help"] = of_help(Path(folder), pairs)
    rows = [
        f"| {name} | {p.bare:.3f} | {p.ours:.3f} | {p.ratio:.2f} | {p.bare_busy:.3f} | {p.ours_busy:.3f} | {p.ratio_busy:.2f} |"
        for name, p in found.items()
    ]
    page = f"""# From cold

Seconds for a whole process, from its start to its last byte, and seconds for which it keeps the processor busy. A question over
the built-in graph: a bare script that imports pyoxigraph and click, opens the same store and runs the same SPARQL, and
`dragoman query`. The help: click alone with as many commands. Medians of {pairs} pairs, run by turns; the ratio is the median of
the pairs' ratios, the limit is {LIMIT:g}.

| dragoman | bare | dragoman | ratio | bare, busy | dragoman, busy | ratio |
|---|---|---|---|---|---|---|
{os.linesep.join(rows)}
"""
    publish("STARTUP", page, {name: p.ratio for name, p in found.items()}, given.quick)
    # one pair on a busy machine says nothing about the limit
    return int(not given.quick and any(p.ratio > LIMIT for p in found.values()))


if __name__ == "__main__":
    sys.exit(main())
