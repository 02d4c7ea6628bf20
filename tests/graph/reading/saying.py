"""Reads a few sentences and tells who is said to state what."""

from __future__ import annotations

from datetime import date

from dragoman.graph.article import Article
from dragoman.graph.reading import read
from dragoman.graph.records import Reading, Record


def reading_of(text: str, published: date = date(2024, 5, 15)) -> Reading:
    """Return what is read from a text that was published on a Wednesday."""
    return next(read([Article(text, published=published)]))


def names(reading: Reading, iri: str) -> tuple[str, ...]:
    """Return how the article calls an entity."""
    return next(e.names for e in reading.entities if e.iri == iri)


def stated(text: str, kind: str) -> list[tuple[str | None, str]]:
    """Return for each record of a kind whoever states it, by first name, and its certainty."""
    reading = reading_of(text)
    found: list[Record] = [r for r in reading.records if r.kind == kind]
    return [(names(reading, r.stated_by[0])[0] if r.stated_by else None, r.certainty) for r in found]
