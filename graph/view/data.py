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
    drawn = network.subgraph([iri for iri, kind in network.nodes(data="kind") if kind not in UNDRAWN]).copy()
    nodes, edges, options = picture(_ordered(network, drawn))
    stated: dict[str, Statement] = {one.iri: one for _, told in network.nodes(data="statements") for one in told}
    statements = sorted(stated.values(), key=lambda one: one.order)
    place = {one.iri: i for i, one in enumerate(statements)}
    sources = sorted({one.source for one in statements}, key=lambda source: (source.published, source.iri))
    article = {source.iri: i for i, source in enumerate(sources)}
    number = {iri: i for i, iri in enumerate(n for n in network if n in drawn)}
    for node, known in zip(nodes, (network.nodes[n] for n in number), strict=True):
        node.update(
            labels=known["labels"], kind=known["kind"], names=[n for n in _names(known, network) if n],
            same=list(known["same"]), statements=[place[one.iri] for one in known["statements"]],
            status=known.get("status", ""), certainty=known.get("certainty", "Asserted"),
        )  # fmt: skip
        del node["label"]
    for edge, (_, _, known) in zip(edges, _ordered(network, drawn).edges(data=True), strict=True):
        edge.update(
            labels=known["labels"],
            quiet=quiet(known["role"]),
            statements=[place[one.iri] for one in known["statements"]],
        )
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


def _ordered(network: nx.MultiDiGraph[str], drawn: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return `drawn` with nodes and edges in the order of `network`, which a subgraph does not promise."""
    import networkx as nx

    ordered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ordered.add_nodes_from((n, known) for n, known in network.nodes(data=True) if n in drawn)
    ordered.add_edges_from(e for e in network.edges(keys=True, data=True) if e[0] in drawn and e[1] in drawn)
    return ordered


def _names(known: Mapping[str, Any], network: nx.MultiDiGraph[str]) -> list[str]:
    things = network.graph["things"]
    products = {n for one in known["statements"] if family(known["kind"]) == "deal"
                for iri in one.slots.get("product", ()) if iri in things for n in things[iri].names}  # fmt: skip
    return sorted({*known["names"], *products} - set(known["labels"].values()))


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
