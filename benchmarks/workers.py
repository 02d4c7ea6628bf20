"""Measures reading by Dask's workers beside a plain pool of processes and one process, and writes benchmarks/WORKERS.md.

All read the same batches of the corpus with the same function; what they take to start, load the model with it, is told apart.
Times are the clock's, by turns, since what is asked is how long it takes with two workers.

    python benchmarks/workers.py
    python benchmarks/workers.py --quick      # a few articles, written nowhere
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from corpus_telling import articles
from graphs import SEED
from measuring import publish

from dragoman.graph.article import Article
from dragoman.graph.many.jobs import Job
from dragoman.graph.many.workers import local
from dragoman.graph.reading.batches import BATCH, read_each

WORKERS = 2
ARTICLES = 256
TURNS = 3
Batches = Sequence[Sequence[Article]]
Reads = Callable[[Batches], int]


def batches(number: int) -> Batches:
    """Return the corpus's first articles in batches."""
    made = [Article(t.text, t.title, t.outlet, t.url, published=t.published) for t in articles(SEED, number)]
    return [made[n : n + BATCH] for n in range(0, number, BATCH)]


@contextmanager
def alone() -> Iterator[Reads]:
    """Read in this process."""
    yield lambda told: sum(len(read_each(batch)) for batch in told)


@contextmanager
def pool() -> Iterator[Reads]:
    """Read in a pool of processes."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as executor:
        yield lambda told: sum(map(len, executor.map(read_each, told)))


@contextmanager
def dask() -> Iterator[Reads]:
    """Read by Dask's workers, as `dragoman read --workers` does."""
    with local(WORKERS) as reader:

        def reads(told: Batches) -> int:
            jobs = (Job(tuple(range(len(b))), tuple("" for _ in b), tuple(b)) for b in told)
            return sum(len(answer.found) for answer in reader(jobs))

        yield reads


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few articles, to see that it runs; writes nothing")
    quick = parser.parse_args().quick
    number = 4 if quick else ARTICLES
    told = batches(number)
    few = [[article] for article in told[0][: 2 * WORKERS]]
    started: dict[str, float] = {}
    taken: dict[str, list[float]] = {}
    with alone() as one, pool() as other, dask() as ours:
        readers: dict[str, Reads] = {
            "one process": one,
            f"a pool of {WORKERS}": other,
            f"Dask, {WORKERS} workers": ours,
        }
        for name, reads in readers.items():
            started[name] = _clock(reads, few)
        for _ in range(1 if quick else TURNS):
            for name, reads in readers.items():
                taken.setdefault(name, []).append(_clock(reads, told))
    middle = {name: statistics.median(each) for name, each in taken.items()}
    base = middle[f"a pool of {WORKERS}"]
    lines = [
        f"| {name} | {started[name]:.1f} | {middle[name]:.2f} | {number / middle[name]:.1f} | {middle[name] / base:.2f} |"
        for name in middle
    ]
    page = f"""# Reading with several workers

Seconds by the clock for {number} articles of the corpus in batches of {BATCH}, medians of {1 if quick else TURNS} turns, and until the first few were
read, which is mostly loading the model. The pool is `concurrent.futures`' own, with the same function and batches.

| who reads | until the first | seconds | articles a second | over the pool |
|---|---|---|---|---|
{os.linesep.join(lines)}
"""
    figures = {name: {"seconds": middle[name], "over": middle[name] / base} for name in middle}
    publish("WORKERS", page, figures | {"articles": number}, quick)


def _clock(reads: Reads, told: Batches) -> float:
    begun = time.perf_counter()
    assert reads(told) == sum(map(len, told))
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
