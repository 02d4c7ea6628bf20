"""What is handed to whoever reads: a batch of articles by their numbers; and what comes back, in whatever order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from dragoman.graph.article import Article
from dragoman.graph.reading.batches import Unread, read_each
from dragoman.graph.records import Reading


@dataclass(frozen=True)
class Job:
    """A batch of articles, each with its number in the run and what its source is called."""

    numbers: tuple[int, ...]
    sources: tuple[str, ...]
    articles: tuple[Article, ...]

    def single(self) -> Iterator[Job]:
        """Yield a job for each of its articles."""
        for number, source, article in zip(self.numbers, self.sources, self.articles, strict=True):
            yield Job((number,), (source,), (article,))


@dataclass(frozen=True)
class Answer:
    """What was read of a job's articles, one for each."""

    job: Job
    found: tuple[Reading | Unread, ...]


Reader: TypeAlias = Callable[[Iterator[Job]], Iterator[Answer]]
"""Takes jobs, no more at once than it works on, and yields an answer to each, in any order."""


def here(lexicon: tuple[Path, ...]) -> Reader:
    """Return the reader that reads in this process, one job after the other."""
    return partial(_read_here, lexicon)


def _read_here(lexicon: tuple[Path, ...], jobs: Iterator[Job]) -> Iterator[Answer]:
    for job in jobs:
        yield Answer(job, tuple(read_each(job.articles, lexicon)))
