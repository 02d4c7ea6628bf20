"""Loads the lexicon from its Turtle files, and an analyst's own files in the same format beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from dragoman.graph.lexicon.additions import check, notices
from dragoman.graph.lexicon.entries import Entry, Lexicon, Office, Title
from dragoman.graph.lexicon.sources import lexicon_files, lexicon_quads, lexicon_triples, triples_of
from dragoman.ontology.namespaces import DGM, expand

__all__ = ["ENTITY_KINDS", "lexicon_files", "lexicon_quads", "lexicon_triples", "load_lexicon"]

ENTITY_KINDS = ("Country", "Person", "Agency", "Company", "Outlet", "Organization", "Place")
_TYPE, _LABEL, _ALT = expand("rdf:type"), expand("rdfs:label"), expand("skos:altLabel")
_COUNTRY, _STANDS_FOR, _CAPITAL = DGM + "country", DGM + "standsFor", DGM + "capital"
_DEMONYM, _COMBINING, _POLITY = DGM + "demonym", DGM + "combiningForm", DGM + "polity"
_PLURAL, _SCOPE, _EPITHET = DGM + "pluralForm", DGM + "scope", DGM + "epithet"
_START, _END, _GENDER = DGM + "startDate", DGM + "endDate", expand("schema:gender")
_MEMBER, _ROLE, _AGENCY = expand("org:member"), expand("org:role"), expand("org:organization")
_CLASSES = {DGM + kind: kind for kind in (*ENTITY_KINDS, "Title")} | {expand("org:Membership"): "Office"}
_GENDERS = {"male": "m", "female": "f"}

Facts = dict[str, list[Any]]


def load_lexicon(*extra: Path) -> Lexicon:
    """Return the shipped lexicon together with `extra` files, which add and never override.

    The same files give the same lexicon without being parsed again, until one of them changes.

    Raises:
        LexiconError: a file is missing, malformed, or contradicts what is known (another class, country or label for
            one IRI); the sentence names file and line.
    """
    return _load(tuple((path, stamp(path)) for path in map(Path, extra)))


def additions(path: Path, others: Iterable[ox.Triple]) -> tuple[str, ...]:
    """Return what should be known of a file that is added to the shipped lexicon and to the triples of other files.

    Raises:
        LexiconError: it is malformed, or contradicts what is known; the sentence names file and line.
    """
    known = _gathered(_shipped(), list(others))
    triples = triples_of(path)
    check(path, triples, known)
    return tuple(notices(path, triples, _lexicon(_gathered(known, triples))))


def lexicon_with(own: list[ox.Triple]) -> Lexicon:
    """Return the shipped lexicon together with triples of files that were checked."""
    return _lexicon(_gathered(_shipped(), own)) if own else load_lexicon()


def stamp(path: Path) -> tuple[int, int]:
    """Return what changes with a file."""
    try:
        facts = path.stat()
    except OSError:
        return 0, 0
    return facts.st_mtime_ns, facts.st_size


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Facts]:
    return _gathered({}, [triple for path in lexicon_files() for triple in triples_of(path)])


@lru_cache(maxsize=4)
def _load(extra: tuple[tuple[Path, tuple[int, int]], ...]) -> Lexicon:
    subjects = _shipped()
    said: list[str] = []
    for path, _ in extra:
        triples = triples_of(path)
        check(path, triples, subjects)
        subjects = _gathered(subjects, triples)
        said += notices(path, triples, _lexicon(subjects))
    return _lexicon(subjects, tuple(said))


def _gathered(known: dict[str, Facts], triples: list[ox.Triple]) -> dict[str, Facts]:
    """Return what is known together with what triples say, leaving the former as it was."""
    added: dict[str, Facts] = {}
    for triple in triples:
        if not isinstance(triple.subject, ox.NamedNode):
            continue  # `check` refuses a file of one's own that has one
        subject = triple.subject.value
        facts = added.get(subject)
        if facts is None:
            before = known.get(subject, {})
            facts = added[subject] = {predicate: [*objects] for predicate, objects in before.items()}
        facts.setdefault(triple.predicate.value, []).append(triple.object)
    return known | added


def _lexicon(subjects: dict[str, Facts], said: tuple[str, ...] = ()) -> Lexicon:
    entries: dict[str, Entry] = {}
    titles: list[Title] = []
    offices: list[Office] = []
    for iri in sorted(subjects):
        facts = subjects[iri]
        kind = next((_CLASSES[o.value] for o in facts.get(_TYPE, ()) if o.value in _CLASSES), None)
        if kind == "Title":
            titles.append(_title(iri, facts))
        elif kind == "Office":
            offices.append(_office(facts))
        elif kind:
            entries[iri] = _entry(iri, kind, facts)
    return Lexicon(MappingProxyType(entries), tuple(titles), tuple(offices), said)


def _entry(iri: str, kind: str, facts: Facts) -> Entry:
    labels: dict[str, str] = {}
    for o in facts.get(_LABEL, ()):
        labels.setdefault(o.language or "", o.value)
    names: dict[str, set[str]] = {}
    for o in (*facts.get(_LABEL, ()), *facts.get(_ALT, ())):
        names.setdefault(o.value, set()).add(o.language or "")
    ordered = tuple(sorted(names))
    return Entry(
        iri,
        kind,
        labels.get("fr") or labels.get("en") or min(labels.values()),
        ordered,
        _one(facts, _COUNTRY),
        _one(facts, _STANDS_FOR),
        _all(facts, _DEMONYM),
        _all(facts, _COMBINING),
        _all(facts, _POLITY),
        _one(facts, _CAPITAL),
        _GENDERS.get(_one(facts, _GENDER) or ""),
        tuple(" ".join(sorted(names[name])) for name in ordered),
        tuple(sorted(labels.items())),
    )


def _title(iri: str, facts: Facts) -> Title:
    label = facts[_LABEL][0].value
    return Title(
        iri,
        label,
        tuple(sorted({label, *_all(facts, _ALT)})),
        _all(facts, _PLURAL),
        _one(facts, _SCOPE) or "agency",
        _one(facts, _EPITHET) == "true",
    )


def _office(facts: Facts) -> Office:
    return Office(
        _one(facts, _MEMBER) or "",
        _one(facts, _ROLE) or "",
        _one(facts, _COUNTRY),
        _one(facts, _AGENCY),
        _one(facts, _START),
        _one(facts, _END),
    )


def _one(facts: Facts, predicate: str) -> str | None:
    return facts[predicate][0].value if facts.get(predicate) else None


def _all(facts: Facts, predicate: str) -> tuple[str, ...]:
    values = facts.get(predicate)
    return tuple(sorted({o.value for o in values})) if values else ()
