"""Reads a short text and gives its visits and meetings in a form that a test can compare at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.graph.article import Article
from dragoman.graph.reading import read
from dragoman.graph.records import Reading, Record

THURSDAY = date(2024, 5, 16)


@dataclass(frozen=True)
class Told:
    """One visit or meeting: who, where to, where, when, what about, and how it stands."""

    who: frozenset[str]
    to: frozenset[str] = frozenset()
    place: str | None = None
    when: str | None = None
    topics: tuple[str, ...] = ()
    status: str | None = None
    certainty: str = "Asserted"


def reading_of(text: str, published: date | None = THURSDAY) -> Reading:
    """Return the reading of a text that appeared on a Thursday."""
    return next(read([Article(text, published=published)]))


def visits(text: str, published: date | None = THURSDAY) -> list[Told]:
    """Return the visits of a text."""
    return [
        _told(r, reading) for reading in [reading_of(text, published)] for r in reading.records if r.kind == "Visit"
    ]


def meetings(text: str, published: date | None = THURSDAY) -> list[Told]:
    """Return the meetings of a text."""
    return [
        _told(r, reading) for reading in [reading_of(text, published)] for r in reading.records if r.kind == "Meeting"
    ]


def who(*names: str) -> frozenset[str]:
    """Return names as a set."""
    return frozenset(names)


def _told(record: Record, reading: Reading) -> Told:
    names = {e.iri: e.names[0] for e in reading.entities}
    people = record.values("visitor" if record.kind == "Visit" else "participant")
    when = record.date or (f"{record.start_date}/{record.end_date}" if record.start_date else None)
    return Told(
        frozenset(names[p] for p in people),
        frozenset(names[p] for p in record.values("destination")) if record.kind == "Visit" else frozenset(),
        ", ".join(names[p] for p in record.values("place")) or None,
        when,
        tuple(names[t] for t in record.values("topic")) if record.kind == "Meeting" else (),
        record.status,
        record.certainty,
    )
