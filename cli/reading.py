"""Reads the articles of one run and says how far it has come and what became of them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from os.path import isdir
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from dragoman.cli.notices import counted, notice, progress
from dragoman.ontology.errors import ArticleError, DragomanError, OutputError

if TYPE_CHECKING:
    from dragoman.cli.explaining import Explanation
    from dragoman.graph.many.jobs import Reader
    from dragoman.graph.many.outcomes import Outcome, Report
    from dragoman.graph.many.survey import Survey
    from dragoman.graph.store import Store

TERMINATED: Final = 143
"""The exit status of who was asked to end (128 and the signal's number)."""


@dataclass
class Tally:
    """What a run has done so far, for what is said and shown at its end.

    Attributes:
        kept: the articles that are in the graph, in order, each with what became of it; without texts.
        problems: the sentences of those that were refused.
    """

    kept: list[Outcome] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    read: int = 0
    replaced: int = 0
    passed_over: int = 0
    facts: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more article."""
        if outcome.kind in ("read", "replaced", "passed over"):
            self.kept.append(outcome)
        self.read += outcome.kind in ("read", "replaced")
        self.replaced += outcome.kind == "replaced"
        self.passed_over += outcome.kind == "passed over"
        self.facts += sum(outcome.records.values())
        if outcome.problem:
            self.problems.append(outcome.problem)


@dataclass(frozen=True)
class Way:
    """How a run is done: what the options say beside the articles."""

    lexicons: tuple[Path, ...] = ()
    workers: int | None = None
    cluster: str | None = None
    again: bool = False
    strict: bool = False

    def reader(self, number: int) -> AbstractContextManager[Reader]:
        """Return who reads so many articles: this process, workers on this machine, or those of a scheduler elsewhere.

        Raises:
            ClusterError: there are no workers.
        """
        if not number or (self.workers is None and self.cluster is None):
            from dragoman.graph.many.jobs import here

            return nullcontext(here(self.lexicons))
        from dragoman.graph.many.workers import elsewhere, local

        return elsewhere(self.cluster, self.lexicons) if self.cluster else local(self.workers or 1, self.lexicons)


def read_all(
    found: Survey,
    graph: Store,
    location: str,
    way: Way,
    report: Callable[[Outcome], None],
    explanation: Explanation | None,
) -> Tally:
    """Read and store what was looked through; whatever interrupts, what is done is kept and seen.

    Raises:
        ArticleError: of the first bad article, where the way is a strict one.
    """
    from dragoman.graph.many.run import run
    from dragoman.graph.many.survey import FOREIGN, READ

    if not way.again and explanation is None:
        found.pass_over(graph.fingerprints(), way.lexicons)
    tally = Tally()
    total, to_read = found.count(READ, FOREIGN), found.count(READ)
    try:
        with _ended_in_order(), way.reader(to_read) as reader, _progress(total, explanation) as advance:
            for outcome in run(found, graph, reader, way.lexicons, with_readings=explanation is not None):
                tally.add(outcome)
                report(outcome)
                if way.strict and outcome.problem:
                    raise ArticleError(outcome.problem)
                if outcome.kind in ("read", "replaced"):
                    advance()
                    if explanation is not None and outcome.reading is not None:
                        explanation.add(outcome.reading)
        graph.publish()
    except BaseException as error:
        with suppress(DragomanError):
            graph.publish()
        if total > 1:
            notice(f"{tally.read} of {total} articles were read and are kept in {location}.")
        elif isinstance(error, KeyboardInterrupt):
            notice(f"The article was read and is kept in {location}." if tally.read else f"{location} is as it was.")
        raise
    _tell(tally, location)
    return tally


def _tell(tally: Tally, location: str) -> None:
    if tally.passed_over:
        were = "article was" if tally.passed_over == 1 else "articles were"
        notice(
            f"{tally.passed_over:,} {were} passed over: read before with the same words, lexicon and reader; "
            "--again reads them anyhow."
        )
    if not tally.read:
        return
    before = "" if not tally.replaced else " again" if tally.read == 1 else f", {tally.replaced:,} of them again"
    notice(f"Read {counted(tally.read, 'article')}{before}: {counted(tally.facts, 'fact')}, in {location}.")
    if tally.replaced:
        notice("What was read again replaces what it stated before.")


def _progress(total: int, explanation: Explanation | None) -> AbstractContextManager[Callable[[], None]]:
    """Return what says how far the reading has come; an explanation on the screen shows that by itself."""
    if explanation is not None and explanation.shown:
        return nullcontext(lambda: None)
    return progress(f"Reading {counted(total, 'article')}", total)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Have a request to end the process (SIGTERM) end the run as Ctrl-C does: what is read is kept and seen."""

    def end(_: int, __: FrameType | None) -> None:
        raise SystemExit(TERMINATED)

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def begin_report(path: Path | None, articles: Iterable[str]) -> AbstractContextManager[Report | None]:
    """Open the report that was asked for, or none.

    Args:
        path: where it is written.
        articles: the files and folders that are read: a report in the place of an article would take it away, and one
            beside the articles of a folder would be read as some of them the next time.

    Raises:
        OutputError: it cannot be written there, or would be taken for articles.
    """
    if path is None:
        return nullcontext()
    from dragoman.graph.many.outcomes import Report
    from dragoman.graph.sources.files import holds_articles

    place = path.resolve()
    for one in map(Path, articles):
        within = isdir(one) and holds_articles(place) and place.is_relative_to(one.resolve())
        if within or place == one.resolve():
            raise OutputError(f"The report {path} is among the articles of {one}; name another place with --report.")
    return Report(path)
