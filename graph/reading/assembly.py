"""Turns events and tenures into records with keys, evidence and grounds, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.graph.article import Article
from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse
from dragoman.graph.reading.days import When, earliest_latest
from dragoman.graph.reading.grounding import grounded
from dragoman.graph.reading.references import family
from dragoman.graph.reading.scenes import Event
from dragoman.graph.records import KINDS, Entity, Ground, Reading, Record, Rejection, slots

_BY_NAME = {k.__name__: k for k in KINDS}


@dataclass(eq=False)
class Office:
    """One person's office, with every use of its title."""

    holder: Draft
    agency: Draft | None
    agency_at: tuple[int, int] | None
    uses: list[TitleUse]


def offices(analysis: Analysis) -> list[Office]:
    """Return one office for each person, title and agency, however often and differently named."""
    found: list[Office] = []
    for holder, use in sorted(analysis.tenures, key=lambda t: t[1].start):
        if use.scope == "counterpart":
            continue
        places: list[tuple[Draft | None, tuple[int, int] | None]] = [(a, (s, e)) for a, s, e in use.agencies] or [
            (None, None)
        ]
        for agency, at in places:
            if agency is not None and agency.portfolio and not agency.country:
                agency.country = use.country or holder.country
            same = next((o for o in found if o.holder is holder and _one_office(o, use, agency)), None)
            if same is None:
                found.append(Office(holder, agency, at, [use]))
            else:
                same.uses.append(use)
                if same.agency is None and agency is not None:
                    same.agency, same.agency_at = agency, at
                    same.uses.insert(0, same.uses.pop())
    return found


def _one_office(office: Office, use: TitleUse, agency: Draft | None) -> bool:
    if not any(family(use.label, u.label) for u in office.uses):
        return False
    if agency is None or office.agency is None:
        return True
    return agency is office.agency or fold(agency.names[0]) == fold(office.agency.names[0])


def assemble(article: Article, analysis: Analysis, events: list[Event]) -> Reading:
    """Return the reading: every record that stands on its own evidence, and the entities that the records name."""
    drafts: dict[str, Draft] = {}
    candidates: list[tuple[int, str, Any]] = [(o.uses[0].start, "Tenure", o) for o in offices(analysis)]
    candidates += [(e.start, e.kind, e) for e in events]
    counts: dict[str, int] = {}
    keys: dict[int, str] = {}
    ordered = sorted(candidates, key=lambda c: (c[0], c[1]))
    for _, kind, item in ordered:
        counts[kind] = counts.get(kind, 0) + 1
        keys[id(item)] = f"{kind.lower()}-{counts[kind]}"
    records: list[Record] = []
    rejected: list[Rejection] = list(analysis.rejected)
    for _, _, item in ordered:
        made = (
            _tenure(analysis, item, keys, drafts) if isinstance(item, Office) else _event(analysis, item, keys, drafts)
        )
        checked = grounded(made, article.text)
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
    from dataclasses import replace

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


class _Builder:
    """Gathers the fields and grounds of one record."""

    def __init__(self, analysis: Analysis, kind: str, drafts: dict[str, Draft]) -> None:
        self.analysis, self.kind, self.drafts = analysis, kind, drafts
        self.fields: dict[str, Any] = {}
        self.grounds: list[Ground] = []
        self.many = {
            n for n, f in _BY_NAME[kind].__dataclass_fields__.items() if f.default == () and "property" in f.metadata
        }

    def add(self, name: str, value: Draft | str | int | bool, at: tuple[int, int] | None, basis: str = "read") -> None:
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

    def date(self, when: When | None) -> None:
        if when is None:
            return
        at = (when.start, when.end)
        self.add("date_text", self.analysis.text(*at), at)
        if when.value is None:
            return
        if when.until:
            self.add("start_date", when.value, at)
            self.add("end_date", when.until, at)
        else:
            self.add("date", when.value, at)
        first, last = earliest_latest(when.value), earliest_latest(when.until or when.value)
        if first and last:
            self.fields["earliest"], self.fields["latest"] = first[0], last[1]

    def build(self, key: str, sentences: set[tuple[int, int]]) -> Record:
        evidence = tuple(sorted(self.analysis.span(*s) for s in sentences))
        return _BY_NAME[self.kind](key=key, evidence=evidence, grounds=tuple(self.grounds), **self.fields)


def _tenure(analysis: Analysis, office: Office, keys: dict[int, str], drafts: dict[str, Draft]) -> Record:
    build = _Builder(analysis, "Tenure", drafts)
    use = office.uses[0]
    sentences = {analysis.sentence_of(use.start)}
    beside = next(
        (m for m in analysis.mentions if m.draft is office.holder and m.kind == "Person" and use in m.titles), None
    )
    named = (
        beside
        or next(
            (m for m in analysis.mentions if m.draft is office.holder and m.kind == "Person" and m.start >= use.start),
            None,
        )
        or next((m for m in analysis.mentions if m.draft is office.holder and m.kind == "Person"), None)
    )
    if named is not None:
        sentences.add(analysis.sentence_of(named.start))
        build.add("holder", office.holder, named.core)
    build.add("title", use.text, _title_tokens(analysis, use))
    if use.former:
        build.add("former", True, (use.start, use.end), "derived")
    if office.agency is not None:
        build.add("agency", office.agency, office.agency_at)
        if office.agency_at:
            sentences.add(analysis.sentence_of(office.agency_at[0]))
    country = next((u.country for u in office.uses if u.country), None)
    stated = next((u for u in office.uses if u.country), None)
    if country and stated and stated.country_span:
        build.add("country", analysis.known(country), stated.country_span)
        sentences.add(analysis.sentence_of(stated.country_span[0]))
    else:
        derived = office.holder.country or (office.agency.country if office.agency else None)
        if derived:
            build.add("country", analysis.known(derived), None, "known" if office.holder.iri else "derived")
    build.fields["rules"] = tuple(dict.fromkeys(f"title {use.label}" for use in office.uses))
    return build.build(keys[id(office)], sentences)


def _title_tokens(analysis: Analysis, use: TitleUse) -> tuple[int, int]:
    for start in range(max(0, use.start - 3), use.start + 1):
        if analysis.text(start, use.end) == use.text:
            return start, use.end
    return use.start, use.end


def _event(analysis: Analysis, event: Event, keys: dict[int, str], drafts: dict[str, Draft]) -> Record:
    build = _Builder(analysis, event.kind, drafts)
    sentences = set(event.sentences)
    for fill in event.fills:
        sentences.add(analysis.sentence_of(fill.start))
        build.add(fill.slot, fill.value, (fill.start, fill.end), fill.basis)
        if event.kind == "Meeting" and fill.slot in {"host", "guest"}:
            build.add("participant", fill.value, (fill.start, fill.end), fill.basis)
    if event.when is not None:
        sentences.add(analysis.sentence_of(event.when.start))
    build.date(event.when)
    for draft in event.stated_by:
        build.add("stated_by", draft, None, "derived")
    for slot, other in event.links:
        if id(other) in keys:
            build.fields[slot] = (*build.fields.get(slot, ()), keys[id(other)])
    if event.status:
        build.fields["status"] = event.status
    build.fields["certainty"] = event.certainty
    build.fields["rules"] = tuple(dict.fromkeys((event.frame, *event.also)))
    build.fields["names"] = tuple(dict.fromkeys(analysis.text(*n) for n in event.names if n[1] > n[0]))
    return build.build(keys[id(event)], sentences)
