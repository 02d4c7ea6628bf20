"""How fast articles are read: beside the bare model in one run, from cold, and whether time and memory grow as they should."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.graph.article import Article
from dragoman.graph.reading.batches import BATCH
from dragoman.graph.reading.pipeline import pipeline
from dragoman.graph.reading.reader import read


@dataclass(frozen=True)
class Pace:
    """Words a second, with our components and without them, over the same documents, by turns."""

    documents: int
    words: int
    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        """How much of the bare model's pace is left."""
        return self.ours / self.bare


def documents(articles: Sequence[Article], count: int) -> list[Article]:
    """Return so many articles, the same ones over and over with a line of their own, so that none is like another."""
    made = []
    for i in range(count):
        article = articles[i % len(articles)]
        made.append(Article(f"{article.text}\nRéférence {i}.", published=article.published))
    return made


def pace(articles: Sequence[Article], count: int = 1000, turns: int = 3) -> Pace:
    """Measure words a second over `count` documents: medians of runs by turns."""
    texts = [a.text for a in documents(articles, count)]
    words = sum(len(t.split()) for t in texts)
    nlp = pipeline("fr")
    own = [n for n in nlp.pipe_names if n.startswith("dragoman_")]
    seconds: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(turns):
        for with_ours in (True, False):
            with nlp.select_pipes(disable=[] if with_ours else own):
                began = time.perf_counter()
                for _doc in nlp.pipe(texts, batch_size=BATCH):
                    pass
                seconds[with_ours].append(time.perf_counter() - began)
    return Pace(count, words, words / statistics.median(seconds[True]), words / statistics.median(seconds[False]))


def growth(counts: Iterable[int] = (250, 500, 1000)) -> list[tuple[int, float, float]]:
    """Return for each number of articles the seconds and the peak memory in MiB of reading them, in a process of its own."""
    found = []
    for count in counts:
        code = f"import pace, gold; pace.run({count})"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=os.path.dirname(__file__)
        )
        seconds, memory = done.stdout.split()
        found.append((count, float(seconds), float(memory)))
    return found


def run(count: int) -> None:
    """Read so many articles and print seconds (start-up left out) and peak memory in MiB."""
    import gold

    articles = list(gold.sets()["development"].values())
    pipeline("fr")
    began = time.perf_counter()
    for _ in read(iter(documents(articles, count))):
        pass
    print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def first_record(runs: int = 5) -> float:
    """Return the median of the seconds from typing `dragoman read --example` to its first line on the screen."""
    seconds = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            command = [os.path.join(os.path.dirname(sys.executable), "dragoman"), "read", "--example"]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder) as process:
                assert process.stdout is not None
                process.stdout.readline()
                seconds.append(time.perf_counter() - began)
                process.stdout.read()
    return statistics.median(seconds)
