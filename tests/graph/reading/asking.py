"""Asks of a bank of sentences what is read from each, in one pass of the reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.graph.article import Article
from dragoman.graph.iris import fold
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading import read
from dragoman.graph.records import Reading, Record

BANKS = Path(__file__).parent / "banks"
THURSDAY = date(2024, 5, 16)
KINDS = frozenset({"Meeting", "Visit", "Agreement", "Cooperation"})
"""The kinds of record of which a sentence states no other than its bank says; other kinds where the bank speaks of them."""

_SLOTS = {
    ("Meeting", "who"): "participant",
    ("Visit", "who"): "visitor",
    ("Agreement", "who"): "party",
    ("Cooperation", "who"): "party",
    ("Announcement", "who"): "speaker",
    ("Tenure", "who"): "holder",
    ("Visit", "to"): "destination",
}


@dataclass(frozen=True)
class Entry:
    """One entry of a bank: what is said, what is to be read from it, kinds that do not matter there, and whether it is known to be missed."""

    say: str
    want: dict[str, list[Any]]
    also: tuple[str, ...] = ()
    missed: bool = False


def entries(bank: str) -> list[Entry]:
    """Return the entries of a bank."""
    raw = yaml.safe_load((BANKS / f"{bank}.yaml").read_text(encoding="utf-8"))
    return [Entry(e["say"], e["want"], tuple(e.get("also", ())), e.get("missed", False)) for e in raw]


@cache
def readings(bank: str) -> dict[str, Reading]:
    """Return what is read from each sentence of a bank, published on a Thursday."""
    said = [e.say for e in entries(bank)]
    return dict(zip(said, read([Article(s, published=THURSDAY) for s in said]), strict=True))


def wrong(bank: str, entry: Entry) -> list[str]:
    """Return what is missing, differs or is too much in what is read from an entry's sentence."""
    reading = readings(bank)[entry.say]
    kinds = (KINDS | set(entry.want)) - set(entry.also)
    left = [r for r in reading.records if r.kind in kinds and r.certainty != "Denied"]
    found = []
    for kind, wanted in entry.want.items():
        for want in wanted:
            same = [r for r in left if r.kind == kind]
            best = min(same, key=lambda r: len(_differs(reading, r, want)), default=None)
            if best is None:
                found.append(f"no {kind} {want}")
                continue
            left.remove(best)
            found += _differs(reading, best, want)
    return found + [f"one {r.kind} too many" for r in left]


def _differs(reading: Reading, record: Record, want: Any) -> list[str]:
    if not isinstance(want, dict):
        forms = (want or "~").split("|")
        sources = [_names(reading, s) for s in record.stated_by]
        right = any(_named(f, s) for f in forms for s in sources) or (not sources and "~" in forms)
        return [] if right else [f"{record.kind} stated by {sources or 'the article'} instead of {want}"]
    found = []
    for slot, value in want.items():
        wanted = value if isinstance(value, list) else [value]
        values = _values(reading, record, slot)
        off = [w for w in wanted if not any(_named(str(w), v) for v in values)]
        if off or (slot == "who" and len(values) != len(wanted)):
            found.append(f"{record.kind} {slot} {values} instead of {wanted}")
    return found


def _values(reading: Reading, record: Record, slot: str) -> list[set[str]]:
    if slot == "date":
        span = f"{record.start_date}/{record.end_date}" if record.start_date else record.date
        return [{str(span)}]
    if slot in {"status", "title"}:
        return [{str(getattr(record, slot) or "Held")}]
    if slot == "place":
        fields = ("place", "outlet") if record.kind == "Announcement" else ("place",)
    else:
        fields = (_SLOTS.get((record.kind, slot), {"about": "topic"}.get(slot, slot)),)
    return [_names(reading, v) for f in fields for v in record.values(f)]


def _names(reading: Reading, iri: str) -> set[str]:
    entry = load_lexicon().entries.get(iri)
    named = {n for e in reading.entities if e.iri == iri for n in e.names}
    return named | (set(entry.names) if entry else set())


def _named(wanted: str, names: set[str]) -> bool:
    """Whether one of the forms that are right is one of the names, or holds it or is held by it whole."""
    forms = [f" {fold(f)} " for f in wanted.split("|")]
    return any(f in f" {fold(n)} " or f" {fold(n)} " in f for f in forms for n in names if n)
