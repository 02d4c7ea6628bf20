"""Reckons what a million articles take, from what the other benchmarks measured, and writes benchmarks/SCALE.md.

Nothing is measured here. The inputs are `figures.json` and `READING.md`, which the benchmarks write; the assumptions are the
constants below; each formula stands beside its result on the page.

    python benchmarks/scale.py
    python benchmarks/scale.py --quick      # only printed
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measuring import FIGURES, HERE

ARTICLES = 1_000_000
CORES = 8
"""Cores of one machine, each taken to be as fast as the one that was measured on."""
NIGHT = 12
"""Hours in which all is to be read."""
PATIENCE = 60
"""Seconds after which a question is given up, unless it is told to wait longer."""
MEMORY = 64
"""Gigabytes of one machine."""
PAGE = HERE / "SCALE.md"


@dataclass(frozen=True)
class Growing:
    """What something took at a size, and the exponent with which it grows."""

    size: float
    taken: float
    exponent: float

    def at(self, size: float) -> float:
        """Return what it takes at another size: taken · (size / measured size) ^ exponent."""
        return self.taken * float((size / self.size) ** self.exponent)

    def reaches(self, limit: float) -> float:
        """Return the size at which it takes as much as a limit."""
        return self.size * float((limit / self.taken) ** (1 / max(self.exponent, 0.01)))


@dataclass(frozen=True)
class Inputs:
    """What was measured.

    Attributes:
        words: of an article.
        pace: words that one core reads in a second.
        reader: MiB that one reading process takes.
        triples: of an article.
        new: milliseconds that a new article takes to store, by the triples that are there.
        bytes: that a triple takes on disk.
        questions: each question, in seconds by triples.
        network, links, export, memory: the network, the links anew, an export as N-Quads and its MiB, by triples.
        validated: seconds for one article.
    """

    words: float
    pace: float
    reader: float
    triples: float
    new: Growing
    bytes: float
    questions: dict[str, Growing]
    network: Growing
    links: Growing
    export: Growing
    memory: Growing
    validated: float


def inputs() -> Inputs:
    """Read what the other benchmarks wrote.

    Raises:
        SystemExit: one of them has not been run yet.
    """
    try:
        known: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
        store, growth, export = known["STORE"], known["GROWTH"], known["EXPORT"]
        asked = known["QUESTIONS"]
        reading = (HERE / "READING.md").read_text(encoding="utf-8")
    except (OSError, KeyError) as missing:
        raise SystemExit(f"Run make bench first: {missing} is not there yet.") from missing
    pace = re.search(r"documents of (\d+) words \| ([\d,]+) \|", reading)
    memory = re.findall(r"articles: seconds, peak memory in MiB \| [\d.]+, (\d+) \|", reading)
    if pace is None or not memory:
        raise SystemExit("READING.md says no pace; run make bench-reading first.")
    load = store["loads"][-1]
    largest = max(growth["sizes"])
    return Inputs(
        words=float(pace[1]),
        pace=float(pace[2].replace(",", "")),
        reader=float(memory[-1]),
        triples=load["triples"] / load["articles"],
        new=Growing(max(store["sizes"]), store["articles"][-1]["new"], max(store["growth of new"], 0.0)),
        bytes=store["articles"][-1]["bytes"],
        questions={
            name: Growing(max(asked["all"]["sizes"]), one["engine"] * one["ratio"], one["exponent"])
            for name, one in asked.items()
            if name != "all"
        },
        network=Growing(largest, growth["the network"]["seconds"][-1], growth["the network"]["exponent"]),
        links=Growing(largest, growth["all links anew"]["seconds"][-1], growth["all links anew"]["exponent"]),
        export=Growing(max(export["sizes"]), export["nq"]["seconds"][-1], export["nq"]["exponent"]),
        memory=Growing(max(export["sizes"]), export["nq"]["memory"][-1], 1.0),
        validated=growth["an article validated"]["seconds"][-1],
    )


def takes(known: Inputs) -> Iterator[tuple[str, str, str]]:
    """Yield what a million articles take: what, the formula, the result."""
    triples = ARTICLES * known.triples
    hours = ARTICLES * known.words / known.pace / 3600
    processes = math.ceil(hours / NIGHT)
    yield "triples", f"{ARTICLES:,} articles · {known.triples:.0f}", f"{triples / 1e6:,.0f} million"
    yield (
        "reading, core hours",
        f"{ARTICLES:,} · {known.words:.0f} words / {known.pace:,.0f} a second / 3,600",
        f"{hours:,.0f}",
    )
    yield f"processes, to read all in {NIGHT} hours", f"{hours:,.0f} / {NIGHT}", f"{processes}"
    yield f"machines of {CORES} cores", f"{processes} / {CORES}", f"{math.ceil(processes / CORES)}"
    yield (
        "their memory each, GB",
        f"{CORES} · {known.reader:,.0f} MiB",
        f"{CORES * known.reader / 1024:.1f}",
    )
    new = known.new.at(triples)
    yield (
        "storing, hours of the one writer",
        f"{ARTICLES:,} · {new:.1f} ms, which is {known.new.taken:.1f} ms · ({triples:,.0f} / {known.new.size:,.0f}) ^ "
        f"{known.new.exponent:.2f}",
        f"{ARTICLES * new / 3.6e6:,.1f}",
    )
    yield "disk, GB", f"{triples:,.0f} · {known.bytes:.0f} bytes", f"{triples * known.bytes / 1e9:,.0f}"
    yield "all links anew, hours", _formula(known.links, triples), f"{known.links.at(triples) / 3600:.2f}"
    yield (
        "validating all, core hours",
        f"{ARTICLES:,} · {1000 * known.validated:.0f} ms",
        f"{ARTICLES * known.validated / 3600:.1f}",
    )
    yield "export as N-Quads, hours", _formula(known.export, triples), f"{known.export.at(triples) / 3600:.2f}"
    yield "its memory, GB", _formula(known.memory, triples), f"{known.memory.at(triples) / 1024:,.0f}"
    yield "the network, hours", _formula(known.network, triples), f"{known.network.at(triples) / 3600:.2f}"


def breaks(known: Inputs) -> list[tuple[float, str, str]]:
    """Return what breaks, with the triples at which it does, and what then; the first first."""
    sharing = f"partition: a server for each part, asked side by side; {PATIENCE} s are --timeout's default"
    found = [
        (one.reaches(PATIENCE), f"the question {name}, asked of everything, takes more than {PATIENCE} s", sharing)
        for name, one in known.questions.items()
    ]
    found.append(
        (
            known.memory.reaches(MEMORY * 1024),
            f"an export holds more than {MEMORY} GB in memory, since it sorts all of it",
            "export each article's graph for itself and put the files one behind the other",
        )
    )
    found.append(
        (
            known.network.reaches(PATIENCE),
            f"the network takes more than {PATIENCE} s to build, and is far too large to look at",
            "view --since, --until or --focus",
        )
    )
    return sorted(found)


def _formula(one: Growing, triples: float) -> str:
    return f"{one.taken:,.2f} · ({triples:,.0f} / {one.size:,.0f}) ^ {one.exponent:.2f}"


def page(known: Inputs) -> str:
    """Return the page."""
    triples = ARTICLES * known.triples
    broken = breaks(known)
    rows = [f"| {what} | {formula} | {result} |" for what, formula, result in takes(known)]
    waits = sorted(((one.at(triples), name, one) for name, one in known.questions.items()), reverse=True)
    slow = [f"| {name} | {_formula(one, triples)} | {taken:,.0f} |" for taken, name, one in waits]
    order = [
        f"| {size / 1e6:,.1f} | {size / known.triples:,.0f} | {what} | {then} |" for size, what, then in broken[:8]
    ]
    in_time = sum(taken <= PATIENCE for taken, _, _ in waits)
    parts = math.ceil(triples / broken[0][0])
    feed = 1000 / known.new.at(triples) / (known.pace / known.words)
    return f"""# What a million articles take

**Computed, not measured.** `benchmarks/scale.py` reckons it from `figures.json` and `READING.md`, which the other benchmarks
wrote, with these assumptions: machines of {CORES} cores and {MEMORY} GB, each core as fast as the one measured on; reading done in
{NIGHT} hours; whatever was measured goes on growing as it did, taken · (size / measured size) ^ exponent, of which nobody can be sure.
Times are the processor's: disks and networks that are slower than it add to them.

| what | formula | result |
|---|---|---|
{os.linesep.join(rows)}

Reading is independent for each article, so it is spread over processes and machines by Dask; it is the largest part by far.
Storing is one writer's. It keeps up with {feed:,.0f} reading cores; beyond that, readers wait for it.

## Questions asked of everything

Seconds for each question over all of it, on one server. {in_time} of {len(waits)} are answered within {PATIENCE} s.

| question | formula | seconds |
|---|---|---|
{os.linesep.join(slow)}

## Where it breaks first, and what then

| million triples | articles | what | then |
|---|---|---|---|
{os.linesep.join(order)}

**Which server.** One Oxigraph server holds it: {triples * known.bytes / 1e9:,.0f} GB on a local SSD, and it reads from disk what
it needs. Any SPARQL 1.1 server with the union of its graphs as default graph will do, and one that spreads a query over many
cores answers the questions above sooner.

**How partitioned.** For every question to stay within {PATIENCE} s, {parts} parts of at most {broken[0][0] / 1e6:,.1f} million triples. An
article's graph goes to the part of its year of publication, and the lexicon to each; a question with `since` and `until` then asks
few of them, and one without asks all at once and puts their rows together. That holds for questions whose rows each come from one
article. What counts or compares over all articles (actors, disagreements, sources, topics, unknown, single-source) must be
counted together from the parts' rows. `links` is the one graph that follows from all articles: happenings are looked up by keys of
kind, actors and month, goods and sides, so it is partitioned by key, not by year, since a deal is told of for years.
"""


def main() -> None:
    """Reckon, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only print; writes nothing")
    quick = parser.parse_args().quick
    written = page(inputs())
    print(written)
    if not quick:
        Path(PAGE).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
