"""What the page knows: the drawing and, behind each node and edge, the statements with their words, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dragoman.graph.network import Statement
from dragoman.graph.network.words import quiet
from dragoman.graph.view.picture import family, picture

if TYPE_CHECKING:
    import networkx as nx

UNDRAWN = ("Product",)  # a deal bears its product's name already


def data(network: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Return the page's data: `nodes`, `edges`, `options`, `statements` and `articles`, all in a fixed order.

    A node or edge names its statements by their places in `statements`, a statement its article by its place in
    `articles`; whoever spoke and whatever is marked in a quotation is named by its node's number, or by labels where
    it has no node.
    """
    drawn = _drawn(network)
    nodes, edges, options = picture(drawn)
    every: Any = network.nodes
    statements = sorted({one for iri in network for one in every[iri]["statements"]}, key=lambda one: one.order)
    place = {one.iri: i for i, one in enumerate(statements)}
    sources = sorted({one.source for one in statements}, key=lambda source: (source.published, source.iri))
    article = {source.iri: i for i, source in enumerate(sources)}
    number = {iri: i for i, iri in enumerate(drawn)}
    for node, iri in zip(nodes, drawn, strict=True):
        known = every[iri]
        node.update(
            labels=known["labels"],
            kind=known["kind"],
            names=_names(known, network),
            same=list(known["same"]),
            statements=[place[one.iri] for one in known["statements"]],
            status=known.get("status", ""),
            certainty=known.get("certainty", "Asserted"),
        )
        del node["label"]
    for edge, (_, _, known) in zip(edges, drawn.edges(data=True), strict=True):
        told = [place[one.iri] for one in known["statements"]]
        edge.update(labels=known["labels"], quiet=quiet(known["role"]), statements=told)
    return {
        "nodes": nodes,
        "edges": edges,
        "options": options,
        "statements": [_statement(one, network, number, article[one.source.iri]) for one in statements],
        "articles": [
            {"title": s.title, "outlet": s.outlet, "url": s.url, "published": s.published, "language": s.language}
            for s in sources
        ],
    }


def _drawn(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return what is drawn of `network`, nodes and edges in its order, which a subgraph does not promise."""
    import networkx as nx

    every: Any = network.nodes
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    drawn.add_nodes_from((iri, every[iri]) for iri in network if every[iri]["kind"] not in UNDRAWN)
    for begin, end, key, known in network.edges(keys=True, data=True):
        if begin in drawn and end in drawn:
            drawn.add_edge(begin, end, key=key, **known)
    return drawn


def _names(known: Mapping[str, Any], network: nx.MultiDiGraph[str]) -> list[str]:
    things = network.graph["things"]
    products = {n for one in known["statements"] if family(known["kind"]) == "deal"
                for iri in one.slots.get("product", ()) if iri in things for n in things[iri].names}  # fmt: skip
    return sorted({*known["names"], *products} - {"", *known["labels"].values()})


def _statement(
    one: Statement, network: nx.MultiDiGraph[str], number: Mapping[str, int], article: int
) -> dict[str, Any]:
    things = network.graph["things"]

    def who(iri: str) -> Any:
        return number[iri] if iri in number else dict(things[iri].labels) if iri in things else {"": iri}

    return {
        "kind": one.kind,
        "happening": number.get(one.happening, -1),
        "sentence": network.graph["sentences"][one.iri],
        "status": one.status,
        "certainty": one.certainty,
        "speakers": [who(iri) for iri in one.speakers],
        "date": one.first("date") or one.first("startDate"),
        "earliest": one.first("earliest"),
        "article": article,
        "quotes": [
            {"words": q.words, "marks": [[b, e, number.get(iri, -1)] for b, e, iri in q.marks]} for q in one.quotations
        ],
    }
