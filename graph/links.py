"""What follows from the set of article graphs: what each entity is and is called, and which records tell of one happening.

A pure function of that set, kept in a graph of its own (`LINKS_GRAPH`), so that neither the order of reading nor reading
again changes it. Two records of different articles tell of one happening where they are of one kind, have the same
actors (and, for a deal, product; for an agreement, topics), and their days, both known, overlap: the blocking and strict
matching of event coreference (Lee et al. 2012). What is not dated is never joined; place, number and status may differ,
since it is there that articles disagree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from dragoman.graph.iris import digest
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.records import KINDS, slots
from dragoman.ontology.namespaces import DGM, ID, LINKS_GRAPH, expand

_TYPE, _LABEL, _ALT = expand("rdf:type"), expand("rdfs:label"), expand("skos:altLabel")
_RECORDS = {DGM + k.__name__: k.__name__ for k in KINDS}
_CLASSES = {
    c.lower(): c
    for c in ("Person", "Agency", "Organization", "Company", "Outlet", "Source", "Place", "Product", "Topic", "Country")
}
_KEYS = {
    "Meeting": ("participant",),
    "Visit": ("visitor", "destination"),
    "Agreement": ("party", "topic"),
    "Deal": ("supplier", "recipient", "product"),
    "Announcement": ("speaker", "outlet", "place"),
    "Tenure": ("holder", "title", "agency"),
    "Cooperation": (),
}
_GRAPH = NamedNode(LINKS_GRAPH)


@dataclass(frozen=True, order=True)
class Account:
    """One record as far as it says which happening it tells of."""

    key: tuple[str, ...]
    earliest: str
    latest: str
    record: str


def links(quads: Iterable[Quad]) -> list[Quad]:
    """Return the graph of links that follows from all article graphs, sorted."""
    known = load_lexicon().entries
    names: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, Triple) or isinstance(quad.object, Triple):
            continue
        subject, predicate = quad.subject.value, quad.predicate.value
        if predicate == _ALT and subject.startswith(ID) and "#" not in subject and isinstance(quad.object, Literal):
            names[subject][quad.object.value, quad.object.language or ""] += 1
        elif "#" in subject and (predicate.startswith(DGM) or predicate == _TYPE):
            facts[subject][predicate].append(quad.object.value)
    found: set[Quad] = set()
    for iri, spellings in names.items():
        if iri not in known:
            found |= _entity(iri, spellings)
    for records in accounts(facts):
        happening = NamedNode(f"{ID}happening/{digest(min(records))}")
        found.add(Quad(happening, NamedNode(_TYPE), NamedNode(DGM + "Happening"), _GRAPH))
        found |= {Quad(NamedNode(r), NamedNode(DGM + "happening"), happening, _GRAPH) for r in records}
    for record in facts.values():
        if DGM + "Tenure" in record[_TYPE]:
            found |= {
                Quad(NamedNode(h), NamedNode(_TYPE), NamedNode(DGM + "Official"), _GRAPH)
                for h in record[DGM + "holder"]
            }
    return sorted(found, key=str)


def _entity(iri: str, spellings: Counter[tuple[str, str]]) -> set[Quad]:
    """An entity's class, from its IRI, and one label: the commonest name, then the longest, then the first in order."""
    kind = _CLASSES.get(iri.removeprefix(ID).partition("/")[0])
    (words, language), _ = min(spellings.items(), key=lambda item: (-item[1], -len(item[0][0]), item[0]))
    label = Literal(words, language=language) if language else Literal(words)
    found = {Quad(NamedNode(iri), NamedNode(_LABEL), label, _GRAPH)}
    if kind:
        found.add(Quad(NamedNode(iri), NamedNode(_TYPE), NamedNode(DGM + kind), _GRAPH))
    return found


def accounts(facts: dict[str, dict[str, list[str]]]) -> list[list[str]]:
    """Return the records grouped by the happening that they tell of."""
    blocks: dict[tuple[str, ...], list[Account]] = defaultdict(list)
    alone: list[list[str]] = []
    for record, values in facts.items():
        kind = next((_RECORDS[t] for t in values[_TYPE] if t in _RECORDS), None)
        if kind is None:
            continue
        earliest, latest = values[DGM + "earliest"], values[DGM + "latest"]
        key = (kind, *(v for name in _KEYS[kind] for v in (name, *sorted(values[_property(kind, name)]))))
        if earliest and latest and _KEYS[kind] and DGM + "Denied" not in values[DGM + "certainty"]:
            blocks[key].append(Account(key, earliest[0], latest[0], record))
        else:
            alone.append([record])
    return alone + [group for block in blocks.values() for group in _overlapping(block)]


def _property(kind: str, name: str) -> str:
    return expand(slots(next(k for k in KINDS if k.__name__ == kind))[name][0])


def _overlapping(block: list[Account]) -> list[list[str]]:
    """Part accounts of one key into those whose days overlap; a vague date joins only where one happening alone fits."""
    groups: list[list[Account]] = []
    for account in sorted(block, key=lambda a: (a.latest > a.earliest, a.earliest, a.latest, a.record)):
        fitting = [
            g
            for g in groups
            if any(a.earliest <= account.latest and account.earliest <= a.latest for a in g)
            and not any(a.record.partition("#")[0] == account.record.partition("#")[0] for a in g)
        ]
        if len(fitting) == 1:
            fitting[0].append(account)
        else:
            groups.append([account])
    return [[a.record for a in g] for g in groups]
