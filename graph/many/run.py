"""One run: what was looked through is read by whoever reads, and stored as it comes by the one who writes.

The order in which answers come does not matter to the graph, since each article has a graph of its own and the links are
a function of their set. Outcomes are told in the order of the articles all the same, so that a report is the same
whoever read; what has come too early waits, without its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from dragoman.graph.article import Article
from dragoman.graph.many.jobs import Job, Reader
from dragoman.graph.many.outcomes import About, Kind, Outcome, counts
from dragoman.graph.many.survey import DUPLICATE, FOREIGN, PASSED_OVER, READ, Item, Survey
from dragoman.graph.reading.batches import Unread, in_batches
from dragoman.graph.reading.fingerprint import fingerprint
from dragoman.graph.records import Reading
from dragoman.graph.store import Store

_KINDS: Final[dict[int, Kind]] = {PASSED_OVER: "passed over", DUPLICATE: "duplicate"}


def run(
    found: Survey,
    store: Store,
    reader: Reader,
    lexicon: tuple[Path, ...] = (),
    *,
    with_readings: bool = False,
) -> Iterator[Outcome]:
    """Read and store the articles of a survey; yield what became of each, in their order.

    Args:
        found: the survey.
        store: where readings are put.
        reader: who reads.
        lexicon: the lexicon files of one's own that are read with.
        with_readings: whether each outcome brings what was read.

    Raises:
        LexiconError: a lexicon file is malformed.
        StoreError: the store fails.
        ClusterError: the workers fail.
    """
    waiting: dict[int, Outcome] = {}
    told = 0

    def put(source: str, reading: Reading) -> Outcome:
        kind: Kind = "replaced" if store.put(reading) else "read"
        article = reading.article
        kept = reading if with_readings else None
        return Outcome(source, kind, article.iri, counts(reading), about=About.of(article), reading=kept)

    def settle(item: Item) -> Outcome:
        source, article = item.entry.source, item.entry.article
        if article is None:
            return Outcome(source, "refused", problem=found.problems[item.number])
        if item.verdict == FOREIGN:
            return put(source, Reading(article, (), (), (), lexicon, fingerprint(article, lexicon)))
        if item.verdict in _KINDS:
            return Outcome(source, _KINDS[item.verdict], article.iri, about=About.of(article))
        return Outcome(source, "refused", article.iri, problem=found.problems[item.number])

    def to_read() -> Iterator[Item]:
        for item in found.items():
            if item.verdict == READ:
                yield item
            else:
                waiting[item.number] = settle(item)

    def jobs() -> Iterator[Job]:
        for batch in in_batches(to_read(), _article):
            numbers, sources = (tuple(i.number for i in batch), tuple(i.entry.source for i in batch))
            yield Job(numbers, sources, tuple(map(_article, batch)))

    def ready() -> Iterator[Outcome]:
        nonlocal told
        while told in waiting:
            told += 1
            yield waiting.pop(told - 1)

    for answer in reader(jobs()):
        job = answer.job
        for number, source, article, one in zip(job.numbers, job.sources, job.articles, answer.found, strict=True):
            if isinstance(one, Unread):
                problem = f"{source} could not be read ({one.reason}); report it, with the article."
                waiting[number] = Outcome(source, "refused", article.iri, problem=problem)
            else:
                mark = fingerprint(article, lexicon)
                waiting[number] = put(source, replace(one, article=article, lexicon=lexicon, fingerprint=mark))
            yield from ready()  # at once, so that who is interrupted knows what is stored
    yield from ready()


def refused(found: Survey) -> Iterator[Outcome]:
    """Yield the outcomes of a survey's bad articles, where nothing is read."""
    for item in found.items():
        if item.number in found.problems:
            article = item.entry.article
            iri = article.iri if article is not None else None
            yield Outcome(item.entry.source, "refused", iri, problem=found.problems[item.number])


def _article(item: Item) -> Article:
    assert item.entry.article is not None
    return item.entry.article
