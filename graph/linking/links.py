"""What follows from the set of article graphs: what each entity is and is called, and which records tell of one happening.

A pure function of that set, kept in a graph of its own (`LINKS_GRAPH`), so that neither the order of reading nor reading
again changes it. `links` computes it whole; a store that changes one article recomputes only what that article touches,
from the same functions. The rule by which records share a happening stands in `happenings`.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from dragoman.graph.iris import entity_iri
from dragoman.graph.linking.accounts import FIELDS, Account, Context, account, alone
from dragoman.graph.linking.happenings import gathered, told
from dragoman.graph.linking.spans import stated_span
from dragoman.graph.records import KINDS, slots
from dragoman.ontology.namespaces import DGM, ID, LINKS_GRAPH, expand

if TYPE_CHECKING:
    from dragoman.graph.lexicon import Entry

RULE: Final = "2"
"""Goes up with every change of what this module makes of the same articles, so that stores know to compute it anew."""

GRAPH: Final = NamedNode(LINKS_GRAPH)
TYPE: Final = NamedNode(expand("rdf:type"))
LABEL: Final = NamedNode(expand("rdfs:label"))
ALT: Final = NamedNode(expand("skos:altLabel"))
HAPPENING: Final = NamedNode(expand("dgm:happening"))
HOLDER: Final = NamedNode(expand("dgm:holder"))
ISSUED: Final = expand("dcterms:issued")
_KINDS: Final = {DGM + kind.__name__: kind for kind in KINDS}
_FIELDS: Final = {
    kind.__name__: {
        expand(slots(kind)[name][0]): name for name in (*FIELDS.get(kind.__name__, ()), "earliest", "latest", "status")
    }
    for kind in KINDS
}
_BESIDE: Final = frozenset({DGM + "during", DGM + "concludedDuring"})
_TOLD: Final = _BESIDE | {DGM + "country"} | {name for fields in _FIELDS.values() for name in fields}
BASIS: Final = frozenset({ALT.value, ISSUED, *_TOLD})
"""The properties that links follow from, beside the classes of records (`RECORDS`)."""
RECORDS: Final = frozenset(_KINDS)
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


def stated(quads: Iterable[Quad], lexicon: Mapping[str, Entry]) -> Stated:
    """Return what the quads of article graphs say that links follow from.

    Args:
        quads: those of whole graphs, in any order.
        lexicon: the entries that are known beforehand, by IRI.
    """
    found = Stated()
    articles: dict[str, _Article] = defaultdict(_Article)
    for quad in quads:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
            continue
        if not isinstance(quad.graph_name, NamedNode):
            continue  # no article's
        article = articles[quad.graph_name.value]
        if (
            predicate == ALT.value
            and isinstance(value, Literal)
            and subject.value.startswith(ID)
            and "#" not in subject.value
        ):
            found.names[subject].add(value)
            if subject.value.startswith(f"{ID}product/"):
                article.names[subject.value].append(value.value)
        elif predicate == TYPE.value and value.value in _KINDS:
            found.kinds[subject.value] = _KINDS[value.value].__name__
        elif predicate == ISSUED:
            article.published = value.value
        elif predicate in _TOLD:
            article.facts[subject.value].append((predicate, value.value))
            if predicate == HOLDER.value and isinstance(value, NamedNode):
                found.holders.add(value)
    for said in articles.values():
        found.accounts.update(said.accounts(found.kinds, lexicon))
    return found


def bears(quad: Quad) -> bool:
    """Whether links may follow from a quad of an article's graph; `stated` passes over all others."""
    value = quad.object
    return quad.predicate.value in BASIS or (
        quad.predicate == TYPE and isinstance(value, NamedNode) and value.value in RECORDS
    )


@dataclass
class _Article:
    """What one article's graph says of its records, and around them."""

    published: str | None = None
    facts: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def accounts(self, kinds: Mapping[str, str], lexicon: Mapping[str, Entry]) -> Iterator[tuple[str, Account]]:
        """Yield each record that says enough of its happening, with its account."""
        origins: dict[str, list[str]] = defaultdict(list)
        values: dict[str, dict[str, list[str]]] = {}
        for record, facts in self.facts.items():
            kind = kinds.get(record)
            if kind is None:
                continue
            fields = _FIELDS[kind]
            values[record] = defaultdict(list)
            for name, value in facts:
                if name in fields:
                    values[record][fields[name]].append(value)
            if kind == "Tenure":
                states = [value for name, value in facts if name == DGM + "country"]
                for holder in values[record].get("holder", ()):
                    origins[holder] += states
        beside = self._beside(values)
        for record, told_of in values.items():
            context = Context(self.published, beside[record], origins, self.names, lexicon)
            own = account(kinds[record], told_of, context)
            if own is not None:
                yield record, own

    def _beside(self, values: Mapping[str, Mapping[str, list[str]]]) -> Mapping[str, list[tuple[str, str]]]:
        """Return the days of the events that each record belongs to, and of what belongs to it."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for record in values:
            for event in [event for name, event in self.facts[record] if name in _BESIDE]:
                for one, other in ((record, event), (event, record)):
                    days = stated_span(values.get(other, {}))
                    if days:
                        found[one].append(days)
        return found


def links(quads: Iterable[Quad], lexicon: Mapping[str, Entry]) -> list[Quad]:
    """Return the graph of links that follows from all article graphs, sorted.

    Args:
        quads: those of every article's graph.
        lexicon: the entries that are known beforehand, by IRI; it names and types them.
    """
    return sorted(derived(stated(quads, lexicon), lexicon), key=str)


def derived(whole: Stated, known: Container[str]) -> set[Quad]:
    """Return the links that follow from what all articles together say (see `links`)."""
    found: set[Quad] = set()
    for entity, names in whole.names.items():
        found.update(entity_links(entity, names, known))
    for holder in whole.holders:
        found.add(official(holder))
    together = by_article(whole.accounts)
    first = gathered({article: set(records.values()) for article, records in together.items()})
    for record, kind in whole.kinds.items():
        if record not in whole.accounts:
            found.update(happening_links(record, alone(record, kind)))
    for records in together.values():
        for record, happening in told(records, first).items():
            found.update(happening_links(record, happening or alone(record, records[record].kind)))
    return found


def by_article(accounts: Mapping[str, Account]) -> Mapping[str, dict[str, Account]]:
    """Return the accounts of records, by article."""
    found: dict[str, dict[str, Account]] = defaultdict(dict)
    for record, own in accounts.items():
        found[article_of(record)][record] = own
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
