"""Gathers one record's values with the words that carry them, and makes the record of them."""

from __future__ import annotations

from typing import Any

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.dates.days import When, earliest_latest
from dragoman.graph.records import KINDS, Ground, Record

_BY_NAME = {k.__name__: k for k in KINDS}


class Builder:
    """Gathers the fields and grounds of one record."""

    def __init__(self, analysis: Analysis, kind: str, drafts: dict[str, Draft]) -> None:
        """Begin a record of one kind; the entities that it names go to `drafts`."""
        self.analysis, self.kind, self.drafts = analysis, kind, drafts
        self.fields: dict[str, Any] = {}
        self.grounds: list[Ground] = []
        self.many = {
            n for n, f in _BY_NAME[kind].__dataclass_fields__.items() if f.default == () and "property" in f.metadata
        }

    def add(self, name: str, value: Draft | str | int | bool, at: tuple[int, int] | None, basis: str = "read") -> None:
        """Fill a field with a value that the tokens of `at` carry, or that is known or derived."""
        if isinstance(value, Draft):
            self.drafts.setdefault(value.key, value)
            value = value.key
        span = self.analysis.span(*at) if at is not None else None
        if name in self.many:
            if value not in self.fields.setdefault(name, ()):
                self.fields[name] = (*self.fields[name], value)
        elif name in self.fields and self.fields[name] != value:
            return
        else:
            self.fields[name] = value
        ground = Ground(name, str(value), basis, span)  # type: ignore[arg-type]
        if ground not in self.grounds:
            self.grounds.append(ground)

    def date(self, when: When | None, basis: str = "read") -> None:
        """Fill the record's dates, read as they stand or derived from others (the end of a stay of three days)."""
        if when is None:
            return
        at = (when.start, when.end)
        self.add("date_text", self.analysis.text(*at), at)
        if when.value is None:
            return
        if when.until:
            self.add("start_date", when.value, at, basis)
            self.add("end_date", when.until, at, basis)
        else:
            self.add("date", when.value, at, basis)
        first, last = earliest_latest(when.value), earliest_latest(when.until or when.value)
        if first and last:
            self.fields["earliest"], self.fields["latest"] = first[0], last[1]

    def build(self, key: str, sentences: set[tuple[int, int]]) -> Record:
        """Return the record, with the sentences as its evidence."""
        evidence = tuple(sorted(self.analysis.span(*s) for s in sentences))
        return _BY_NAME[self.kind](key=key, evidence=evidence, grounds=tuple(self.grounds), **self.fields)
