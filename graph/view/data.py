"""What the page knows: the drawing and, behind each node and edge, the statements with their words, as plain values.

README.md beside this file says what stands in each field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dragoman.graph.iris import fold
from dragoman.graph.network import Source, Statement
from dragoman.graph.network.happenings import Happening, happenings
from dragoman.graph.network.selection import kept
from dragoman.graph.network.words import quiet
from dragoman.graph.view.opening import opened
from dragoman.graph.view.picture import family, picture
from dragoman.ontology.terms import terms

if TYPE_CHECKING:
    import networkx as nx

UNDRAWN: Final = ("Product",)  # a deal bears its product's name already
UNTOLD: Final = frozenset(
    ("type", "label", "altLabel", "evidence", "happening", "plover", "statedBy", "certainty", "status", "involves",
     "earliest", "latest")
)  # fmt: skip
"""The properties of a statement that are no values of it, or that it holds in fields of their own."""


def data(network: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Return the page's data: `nodes`, `edges`, `happenings`, `statements`, `articles` and more, all in a fixed order.

    Each names the others by their places in these lists; whoever and whatever has no node is named by labels.
    """
    drawn = kept(network, drawable(network))
    first = opened(drawn)
    nodes, edges, options = picture(drawn, first)
    every: Any = drawn.nodes
    told = sorted({one for iri in drawn for one in every[iri]["statements"]}, key=lambda one: one.order)
    sources = sorted({one.source for one in told}, key=lambda source: (source.published, source.iri))
    facts = happenings(told)
    places = _Places(
        node={iri: i for i, iri in enumerate(drawn)},
        statement={one.iri: i for i, one in enumerate(told)},
        article={source.iri: i for i, source in enumerate(sources)},
        happening={one.iri: i for i, one in enumerate(facts)},
        office=_offices(told),
        happening_of={one.iri: one.happening for one in told},
        things=network.graph["things"],
    )
    for node, iri in zip(nodes, drawn, strict=True):
        node.update(_node(iri, every[iri], places), open=iri in first)
        del node["label"]
    for edge, (_, _, known) in zip(edges, drawn.edges(data=True), strict=True):
        edge.update(_edge(known, edge, nodes, places))
    return {
        "nodes": nodes,
        "edges": edges,
        "happenings": [_happening(one, network, places) for one in facts],
        "statements": [_statement(one, network, places) for one in told],
        "articles": [_article(source) for source in sources],
        "properties": _properties(told),
        "partial": len(first) < len(drawn),
        "start": {"node": places.node.get(network.graph.get("focus", ""), -1), "hops": network.graph.get("hops", 0)},
        "options": options,
    }


def drawable(network: nx.MultiDiGraph[str]) -> frozenset[str]:
    """Return the nodes of `network` that are drawn."""
    return frozenset(iri for iri, known in network.nodes(data=True) if known["kind"] not in UNDRAWN)


def _offices(told: Iterable[Statement]) -> dict[str, int]:
    """Return for each statement of an office which it is, numbered: what several say of one stands together."""
    numbers: dict[tuple[str, str, str], int] = {}
    return {
        one.iri: numbers.setdefault((one.first("holder"), fold(one.first("title")), one.first("former")), len(numbers))
        for one in told
        if not one.happening
    }


@dataclass(frozen=True)
class _Places:
    """Where everything stands in the page's lists."""

    node: Mapping[str, int]
    statement: Mapping[str, int]
    article: Mapping[str, int]
    happening: Mapping[str, int]
    office: Mapping[str, int]
    happening_of: Mapping[str, str]
    things: Mapping[str, Any]

    def who(self, iri: str) -> Any:
        """Return a value: a node's number, the labels of what has none, or the value itself."""
        iri = self.happening_of.get(iri, iri)
        if iri in self.node:
            return self.node[iri]
        return dict(self.things[iri].labels) if iri in self.things else iri

    def statements(self, told: Iterable[Statement]) -> list[int]:
        """Return the places of `told`."""
        return [self.statement[one.iri] for one in told]

    def articles(self, told: Iterable[Statement]) -> list[int]:
        """Return the places of the articles of `told`, each once."""
        return sorted({self.article[one.source.iri] for one in told})

    def topics(self, told: Iterable[Statement]) -> list[int]:
        """Return the numbers of the topics of `told`, each once."""
        return sorted({self.node[iri] for one in told for iri in one.slots.get("topic", ()) if iri in self.node})

    def speakers(self, told: Iterable[Statement]) -> list[Any]:
        """Return who said `told`, each once."""
        return [self.who(iri) for iri in dict.fromkeys(iri for one in told for iri in one.speakers)]


def _node(iri: str, known: Mapping[str, Any], places: _Places) -> dict[str, Any]:
    told = known["statements"]
    offices = [one for one in told if one.kind == "Tenure" and iri in one.slots.get("holder", ())]
    return {
        "iri": iri,
        "kind": known["kind"],
        "labels": known["labels"],
        "names": _names(known, places),
        "same": list(known["same"]),
        "country": places.node.get(known["country"], -1),
        "weight": len(told),
        "happening": places.happening.get(iri, -1),
        "status": known.get("status", ""),
        "certainty": known.get("certainty", "Asserted"),
        "statements": places.statements(told),
        "offices": places.statements(offices),
        "articles": places.articles(told),
        "topics": places.topics(told),
    }


def _names(known: Mapping[str, Any], places: _Places) -> list[str]:
    names = {*known["names"]}
    if family(known["kind"]) == "deal":  # its product is not drawn, and is looked for all the same
        products = (iri for one in known["statements"] for iri in one.slots.get("product", ()))
        names |= {name for iri in products if iri in places.things for name in places.things[iri].names}
    return sorted(names - {"", *known["labels"].values()})


def _edge(known: Mapping[str, Any], edge: Mapping[str, Any], nodes: list[dict[str, Any]], places: _Places) -> Any:
    return {
        "property": known["role"],
        "labels": known["labels"],
        "quiet": quiet(known["role"]),
        "deal": "deal" in (nodes[edge["from"]]["group"], nodes[edge["to"]]["group"]),
        "statements": places.statements(known["statements"]),
    }


def _happening(one: Happening, network: nx.MultiDiGraph[str], places: _Places) -> dict[str, Any]:
    return {
        "iri": one.iri,
        "node": places.node.get(one.iri, -1),
        "kind": one.kind,
        "sentence": network.graph["sentences"][one.statements[-1].iri],
        "status": one.status,
        "certainty": one.certainty,
        "earliest": one.earliest,
        "latest": one.latest,
        "statements": places.statements(one.statements),
        "speakers": places.speakers(one.statements),
        "articles": places.articles(one.statements),
        "topics": places.topics(one.statements),
        "differing": [
            {"property": name, "values": [
                {"value": places.who(value), "statements": places.statements(told)} for value, told in given]}
            for name, given in one.differing.items()
        ],
    }  # fmt: skip


def _statement(one: Statement, network: nx.MultiDiGraph[str], places: _Places) -> dict[str, Any]:
    held = {name: values for name, values in one.slots.items() if name not in UNTOLD}
    slots: dict[str, list[str]] = {}
    for name, values in held.items():
        for value in values:
            slots.setdefault(value, []).append(name)
    return {
        "iri": one.iri,
        "kind": one.kind,
        "happening": places.node.get(one.happening, -1),
        "fact": places.happening.get(one.happening, -1),
        "office": places.office.get(one.iri, -1),
        "sentence": network.graph["sentences"][one.iri],
        "status": one.status,
        "certainty": one.certainty,
        "speakers": places.speakers([one]),
        "date": one.first("date") or "/".join(filter(None, (one.first("startDate"), one.first("endDate")))),
        "earliest": one.first("earliest"),
        "latest": one.first("latest"),
        "topics": places.topics([one]),
        "values": [{"property": name, "values": [places.who(value) for value in held[name]]} for name in sorted(held)],
        "article": places.article[one.source.iri],
        "quotes": [
            {"words": q.words, "begin": q.begin,
             "marks": [[b, e, places.node.get(iri, -1), slots.get(iri, [])] for b, e, iri in q.marks]}
            for q in one.quotations
        ],
    }  # fmt: skip


def _article(source: Source) -> dict[str, Any]:
    return {
        "iri": source.iri,
        "title": source.title,
        "outlet": source.outlet,
        "url": source.url,
        "published": source.published,
        "language": source.language,
    }


def _properties(told: Iterable[Statement]) -> dict[str, dict[str, str]]:
    """Return what each property is called in each language, as the vocabulary has it."""
    used = {name for one in told for name in one.slots if name not in UNTOLD} | {"status", "certainty", "statedBy"}
    return {term.name: dict(term.labels) for term in terms() if term.name in used}
