"""Turns events and tenures into records with keys, evidence and grounds, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.graph.article import Article
from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.building import Builder
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.grounding import grounded
from dragoman.graph.reading.people.offices import Office, offices, tenure
from dragoman.graph.reading.witness import witness
from dragoman.graph.records import Entity, Reading, Record, Rejection, slots


def assemble(article: Article, analysis: Analysis, dates: Dates, events: list[Event]) -> Reading:
    """Return the reading: every record that stands on its own evidence, and the entities that the records name."""
    drafts: dict[str, Draft] = {}
    candidates: list[tuple[int, str, Any]] = [(o.start, "Tenure", o) for o in offices(analysis)]
    candidates += [(e.start, e.kind, e) for e in events]
    counts: dict[str, int] = {}
    keys: dict[int, str] = {}
    ordered = sorted(candidates, key=lambda c: (c[0], c[1]))
    for _, kind, item in ordered:
        counts[kind] = counts.get(kind, 0) + 1
        keys[id(item)] = f"{kind.lower()}-{counts[kind]}"
    records: list[Record] = []
    rejected: list[Rejection] = list(analysis.rejected)
    made = [
        tenure(analysis, item, keys[id(item)], drafts)
        if isinstance(item, Office)
        else _event(analysis, dates, item, keys, drafts)
        for _, _, item in ordered
    ]
    sworn = witness(analysis, dates, drafts)
    for record in made:
        checked = grounded(record, sworn)
        if isinstance(checked, Rejection):
            rejected.append(checked)
        else:
            records.append(checked)
    records = _without_dangling(records)
    used = {
        v for r in records for name, (_, kind) in slots(type(r)).items() if kind == "entity" for v in r.values(name)
    }
    entities: dict[str, Entity] = {}
    for iri in sorted(used):
        entities[iri] = drafts[iri].entity()
    return Reading(article, tuple(records), tuple(entities.values()), tuple(rejected))


def _without_dangling(records: list[Record]) -> list[Record]:
    keys = {r.key for r in records}
    found = []
    for record in records:
        changes = {
            n: tuple(v for v in record.values(n) if v in keys)
            for n, (_, kind) in slots(type(record)).items()
            if kind == "record"
        }
        found.append(replace(record, **changes))  # type: ignore[arg-type]
    return found


def _cite(analysis: Analysis, build: Builder, source: Draft, cues: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Ground a source in the words that name it beside the words that cite it; « la même source » is derived from them."""
    for start, end in cues:
        first, last = analysis.sentence_of(start)
        named = [m for m in analysis.between(first, last) if source in m.drafts]
        if named:
            nearest = min(named, key=lambda m: (abs(m.start - end), m.start))
            build.add("stated_by", source, nearest.core)
            return {(first, last)}
        spoken = analysis.find(source.names[0], first, last)
        before = None if spoken else _named_before(analysis, source, first)
        if before is not None:  # « Selon lui », « …, a-t-il dit », a quotation that stands alone
            build.add("stated_by", source, before)
            return {(first, last), analysis.sentence_of(before[0])}
        build.add("stated_by", source, spoken or (start, end), "read" if spoken else "derived")
        return {(first, last)}
    build.add("stated_by", source, None, "derived")
    return set()


def _named_before(analysis: Analysis, source: Draft, before: int) -> tuple[int, int] | None:
    """Return where a person was last named before a token: whoever only a pronoun or nothing stands for there."""
    named = [m for m in analysis.of(source) if m.start < before] if source.kind == "Person" else []
    return named[-1].core if named else None


def _event(analysis: Analysis, dates: Dates, event: Event, keys: dict[int, str], drafts: dict[str, Draft]) -> Record:
    build = Builder(analysis, event.kind, drafts)
    sentences = set(event.sentences)
    for fill in event.fills:
        sentences.add(analysis.sentence_of(fill.start))
        mention = analysis.at(fill.start)
        basis = "known" if mention and mention.via == "known" and mention.draft is fill.value else fill.basis
        build.add(fill.slot, fill.value, (fill.start, fill.end), basis)
        if event.kind == "Meeting" and fill.slot in {"host", "guest"}:
            build.add("participant", fill.value, (fill.start, fill.end), basis)
    if event.when is not None:
        sentences.add(analysis.sentence_of(event.when.start))
    build.date(event.when, "read" if event.when in dates.found else "derived")
    for draft in event.stated_by:
        sentences |= _cite(analysis, build, draft, [cue for cited, cue in event.cues if cited is draft])
    for slot, other in event.links:
        if id(other) in keys:
            build.fields[slot] = (*build.fields.get(slot, ()), keys[id(other)])
    if event.status:
        build.fields["status"] = event.status
    build.fields["certainty"] = event.certainty
    build.fields["rules"] = tuple(dict.fromkeys((event.frame, *event.also)))
    build.fields["names"] = tuple(dict.fromkeys(analysis.text(*n) for n in event.names if n[1] > n[0]))
    return build.build(keys[id(event)], sentences)
