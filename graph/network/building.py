"""Builds the network: entities and happenings as nodes, what is stated of them as edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.graph.iris import fold
from dragoman.graph.network.apart import tell_apart
from dragoman.graph.network.happenings import firmest
from dragoman.graph.network.rows import Queryable, Thing, statements, things
from dragoman.graph.network.sentences import named, sentences, short_names
from dragoman.graph.network.statements import Statement
from dragoman.graph.network.words import edge_words, inward
from dragoman.graph.records import KINDS, slots

if TYPE_CHECKING:
    from dragoman.graph.network.drawable import Network

ROLES: dict[str, str] = {
    property_.removeprefix("dgm:"): value
    for kind in KINDS
    for property_, value in slots(kind).values()
    if value in ("entity", "record") and property_ != "dgm:statedBy"
}


def build(
    store: Queryable, lang: str = "fr", only: Callable[[Sequence[Statement]], Sequence[Statement]] | None = None
) -> Network:
    """Return the network of everything that the store's articles state, or of the statements that `only` chooses.

    A node is an entity or a happening, named by its IRI, with `kind`, `label` (in `lang`), `labels` (by language),
    `names` (every spelling), `same` (Wikidata), `country` and `statements`. An edge is a role in a happening or an
    office, with `role`, `label`, `labels`, `status`, `certainty` and `statements`: no edge stands without the
    `Statement`s that carry its words. The graph itself holds `things` (every entity named, speakers too) and
    `sentences` (of each statement's IRI, by language). Nodes and edges are in the order of their IRIs, always the same.
    """
    from dragoman.graph.network.drawable import Network

    stated: Sequence[Statement] = statements(store)
    if only is not None:
        stated = only(stated)
    wanted = {value for one in stated for name in (*ROLES, "statedBy") for value in one.slots.get(name, ())}
    happening_of = {one.iri: one.happening for one in stated}
    known = {thing.iri: thing for thing in things(store, wanted - happening_of.keys())}
    network = Network()
    nodes, edges = _Nodes(known), _Edges()
    for one in stated:
        (_tenure if one.kind == "Tenure" else _happening)(one, nodes, edges, happening_of)
    for iri, attributes in nodes.made(lang).items():
        network.add_node(iri, **attributes)
    for (begin, end, key), attributes in sorted(edges.made(lang).items()):
        network.add_edge(begin, end, key=key, **attributes)
    network.graph.update(lang=lang, things=known, sentences={one.iri: sentences(one, known) for one in stated})
    return network


class _Nodes:
    """Gathers the statements of each node."""

    def __init__(self, known: Mapping[str, Thing]) -> None:
        self.known = known
        self.statements: dict[str, dict[str, Statement]] = defaultdict(dict)
        self.holders: set[str] = set()

    def add(self, iri: str, one: Statement) -> None:
        self.statements[iri][one.iri] = one

    def made(self, lang: str) -> dict[str, dict[str, Any]]:
        nodes = {
            iri: {**self._of(iri, [*told.values()]), "statements": tuple(told.values())}
            for iri, told in sorted(self.statements.items())
        }
        tell_apart(nodes, self.known)
        return {iri: {**node, "label": named(node["labels"], lang)} for iri, node in nodes.items()}

    def _of(self, iri: str, told: list[Statement]) -> dict[str, Any]:
        thing = self.known.get(iri)
        if thing is None:
            labels, last = short_names(told[-1], self.known), told[-1]
            names = tuple(sorted({*labels.values(), *(n for one in told for n in one.slots.get("altLabel", ()))}))
            happening = {"status": last.status, "certainty": firmest(told)}
            return {"kind": last.kind, "labels": labels, "names": names, "same": (),
                    "country": "", **happening}  # fmt: skip
        kind = "Official" if iri in self.holders and thing.kind == "Person" else thing.kind
        return {"kind": kind, "labels": dict(thing.labels), "names": thing.names,
                "same": thing.same, "country": thing.country or _country(iri, told)}  # fmt: skip


class _Edges:
    """Gathers the statements of each edge."""

    def __init__(self) -> None:
        self.statements: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
        self.said: dict[tuple[str, str, str], tuple[str, dict[str, str]]] = {}

    def add(self, begin: str, end: str, key: str, one: Statement, said: dict[str, str]) -> None:
        self.statements[begin, end, key].append(one)
        self.said[begin, end, key] = (key.partition(":")[0], said)  # the words of the latest statement

    def made(self, lang: str) -> dict[tuple[str, str, str], dict[str, Any]]:
        return {
            place: {
                "role": self.said[place][0], "label": named(self.said[place][1], lang), "labels": self.said[place][1],
                "status": told[-1].status, "certainty": firmest(told), "statements": tuple(told),
            }
            for place, told in self.statements.items()
        }  # fmt: skip


def _happening(one: Statement, nodes: _Nodes, edges: _Edges, happening_of: Mapping[str, str]) -> None:
    nodes.add(one.happening, one)
    for role, value in ROLES.items():
        for held in one.slots.get(role, ()):
            other = happening_of.get(held, "" if value == "record" else held)
            if not other or other == one.happening or _said_better(one, role, held):
                continue
            if value == "entity":
                nodes.add(other, one)
            ends = (other, one.happening) if inward(one.kind, role) else (one.happening, other)
            edges.add(*ends, role, one, edge_words(one.kind, role, one.status))


def _tenure(one: Statement, nodes: _Nodes, edges: _Edges, _: Mapping[str, str]) -> None:
    title = one.first("title")
    for holder in one.slots.get("holder", ()):
        nodes.holders.add(holder)
        nodes.add(holder, one)
        agencies, countries = one.slots.get("agency", ()), one.slots.get("country", ())
        for other in (*agencies, *countries):
            nodes.add(other, one)
            if other in agencies or not agencies:
                edges.add(
                    holder, other, f"tenure:{fold(title)}", one, dict.fromkeys((one.source.language or "fr",), title)
                )
            else:
                edges.add(holder, other, "country", one, edge_words("Tenure", "country", ""))


def _said_better(one: Statement, role: str, held: str) -> bool:
    """Return whether another role says it already: a host or a guest is a participant too, and is drawn once."""
    return role == "participant" and any(held in one.slots.get(better, ()) for better in ("host", "guest"))


def _country(iri: str, told: Iterable[Statement]) -> str:
    return next((one.first("country") for one in told if one.kind == "Tenure" and iri in _actors(one)), "")


def _actors(one: Statement) -> tuple[str, ...]:
    return (*one.slots.get("holder", ()), *one.slots.get("agency", ()))
