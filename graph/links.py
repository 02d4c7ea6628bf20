"""What follows from the set of article graphs: what each entity is and is called, and which records tell of one happening.

A pure function of that set, kept in a graph of its own (`LINKS_GRAPH`), so that neither the order of reading nor reading
again changes it. `links` computes it whole; a store that changes one article recomputes only what that article touches,
from the same functions. The rule by which records share a happening stands in `happenings`.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from dragoman.graph import happenings
from dragoman.graph.happenings import Account
from dragoman.graph.iris import entity_iri
from dragoman.graph.records import KINDS, slots
from dragoman.ontology.namespaces import DGM, ID, LINKS_GRAPH, expand

RULE: Final = "1"
"""Goes up with every change of what this module makes of the same articles, so that stores know to compute it anew."""

GRAPH: Final = NamedNode(LINKS_GRAPH)
TYPE: Final = NamedNode(expand("rdf:type"))
LABEL: Final = NamedNode(expand("rdfs:label"))
ALT: Final = NamedNode(expand("skos:altLabel"))
HAPPENING: Final = NamedNode(expand("dgm:happening"))
HOLDER: Final = NamedNode(expand("dgm:holder"))
_KINDS: Final = {DGM + kind.__name__: kind for kind in KINDS}
_FACTS: Final = {
    kind.__name__: {expand(slots(kind)[name][0]): name for name, _ in happenings.KEYS.get(kind.__name__, ())}
    for kind in KINDS
}
_CLASSES: Final = {
    name.lower(): name
    for name in (
        *("Person", "Agency", "Organization", "Company", "Outlet", "Source"),
        *("Country", "Place", "Product", "Topic"),
    )
}


@dataclass
class Stated:
    """What one article's graph, or several, say that links follow from.

    Attributes:
        names: the names by which articles call each entity.
        holders: who is said to hold an office.
        kinds: the class of each record.
        accounts: what each record says of its happening, where it says enough.
    """

    names: dict[NamedNode, set[Literal]] = field(default_factory=lambda: defaultdict(set))
    holders: set[NamedNode] = field(default_factory=set)
    kinds: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)


def stated(quads: Iterable[Quad]) -> Stated:
    """Return what the quads of article graphs say that links follow from."""
    found = Stated()
    facts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for quad in quads:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
            continue
        if (
            predicate == ALT.value
            and isinstance(value, Literal)
            and subject.value.startswith(ID)
            and "#" not in subject.value
        ):
            found.names[subject].add(value)
        elif predicate == TYPE.value and value.value in _KINDS:
            found.kinds[subject.value] = _KINDS[value.value].__name__
        elif predicate.startswith(DGM):
            facts[subject.value].append((predicate, value.value))
            if predicate == HOLDER.value and isinstance(value, NamedNode):
                found.holders.add(value)
    for record, kind in found.kinds.items():
        said = _account(kind, facts[record])
        if said:
            found.accounts[record] = said
    return found


def _account(kind: str, facts: list[tuple[str, str]]) -> Account | None:
    keys = _FACTS[kind]
    earliest = min((value for name, value in facts if name == DGM + "earliest"), default=None)
    latest = max((value for name, value in facts if name == DGM + "latest"), default=None)
    denied = (DGM + "certainty", DGM + "Denied") in facts
    return happenings.account(kind, ((keys[n], v) for n, v in facts if n in keys), earliest, latest, denied)


def links(quads: Iterable[Quad], known: Container[str]) -> list[Quad]:
    """Return the graph of links that follows from all article graphs, sorted.

    Args:
        quads: those of every article's graph.
        known: the IRIs of entities that the lexicon names and types.
    """
    return sorted(derived(stated(quads), known), key=str)


def derived(whole: Stated, known: Container[str]) -> set[Quad]:
    """Return the links that follow from what all articles together say (see `links`)."""
    found: set[Quad] = set()
    for entity, names in whole.names.items():
        found.update(entity_links(entity, names, known))
    for holder in whole.holders:
        found.add(official(holder))
    blocks: dict[str, set[Account]] = defaultdict(set)
    together: dict[str, dict[str, Account]] = defaultdict(dict)
    for record, own in whole.accounts.items():
        together[article_of(record)][record] = own
        for block in own.blocks():
            blocks[block].add(own)
    for record, kind in whole.kinds.items():
        account = whole.accounts.get(record)
        if account is None:
            found.update(happening_links(record, happenings.alone(record, kind)))
        else:
            siblings = (a for r, a in together[article_of(record)].items() if r != record)
            rivals = blocks[next(account.blocks())]
            found.update(happening_links(record, happenings.happening(record, account, rivals, siblings)))
    return found


def article_of(record: str) -> str:
    """Return the IRI of the article that a record belongs to."""
    return record.partition("#")[0]


def happening_links(record: str, happening: str) -> Iterator[Quad]:
    """Yield what ties a record to its happening."""
    node = NamedNode(happening)
    yield Quad(NamedNode(record), HAPPENING, node, GRAPH)
    yield Quad(node, TYPE, NamedNode(DGM + "Happening"), GRAPH)


def official(holder: NamedNode) -> Quad:
    """Return that somebody who is said to hold an office is an official."""
    return Quad(holder, TYPE, NamedNode(DGM + "Official"), GRAPH)


def entity_links(entity: NamedNode, names: Iterable[Literal], known: Container[str]) -> Iterator[Quad]:
    """Yield the class and the one label of an entity that the lexicon does not know, from the names it is given."""
    if entity.value in known:
        return
    yield Quad(entity, LABEL, label(entity.value, names), GRAPH)
    kind = _CLASSES.get(entity.value.removeprefix(ID).partition("/")[0])
    if kind:
        yield Quad(entity, TYPE, NamedNode(DGM + kind), GRAPH)


def label(entity: str, names: Iterable[Literal]) -> Literal:
    """Return the name that an entity is shown under.

    It is the one that its IRI was made from, written with capitals and small letters and every accent; how many
    articles use a name plays no part, so that one more article need not count them all again.

    >>> spellings = [Literal("victor evtuhov", language="fr"), Literal("Victor Evtuhov", language="fr")]
    >>> label(entity_iri("Person", "Victor Evtuhov"), [*spellings, Literal("le ministre russe", language="fr")]).value
    'Victor Evtuhov'
    """
    segment = entity.removeprefix(ID).partition("/")[0]

    def rank(name: Literal) -> tuple[bool, bool, int, str, str]:
        words = name.value
        accents = len(unicodedata.normalize("NFD", words))
        return (
            entity_iri(segment, words) != entity,
            words.islower() or words.isupper(),
            -accents,
            words,
            name.language or "",
        )

    return min(names, key=rank)
