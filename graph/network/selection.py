"""Chooses a part of the graph: what lies in a span of days, what some records state, what surrounds a node."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from typing import TYPE_CHECKING

from dragoman.graph.network.statements import Statement

if TYPE_CHECKING:
    import networkx as nx


def within(stated: Sequence[Statement], begin: str = "", end: str = "") -> list[Statement]:
    """Return the statements of happenings that may lie between two days, and the offices of everybody in them.

    A happening of which one article gives a day counts with all that is stated of it; one without any lies nowhere,
    and is left out.

    Args:
        stated: all statements.
        begin: the first day (YYYY-MM-DD), empty for no limit.
        end: the last.
    """
    lying = {
        one.happening
        for one in stated
        if one.first("earliest")
        and (not end or one.first("earliest") <= end)
        and (not begin or (one.first("latest") or one.first("earliest")) >= begin)
    }
    chosen = {one.iri for one in stated if one.happening and one.happening in lying}
    named = {value for one in stated if one.iri in chosen for values in one.slots.values() for value in values}
    return [one for one in stated if one.iri in chosen or (not one.happening and _held_by(one, named))]


def naming(stated: Sequence[Statement], iris: Collection[str]) -> list[Statement]:
    """Return the statements whose record or happening is one of `iris`."""
    return [one for one in stated if one.iri in iris or (one.happening and one.happening in iris)]


def around(network: nx.MultiDiGraph[str], node: str, hops: int) -> nx.MultiDiGraph[str]:
    """Return the part of `network` that lies at most `hops` edges away from `node`, whatever their direction.

    Nodes and edges keep their order; a page of it opens on `node`.
    """
    import networkx as nx

    near, edge = {node}, {node}
    for _ in range(hops):
        edge = {other for one in edge for other in nx.all_neighbors(network, one)} - near
        near |= edge
    part = kept(network, near)
    part.graph.update(focus=node, hops=hops)
    return part


def kept(network: nx.MultiDiGraph[str], nodes: Collection[str]) -> nx.MultiDiGraph[str]:
    """Return `network` with `nodes` alone and the edges between them, in its order, which a subgraph does not promise.

    What is stated of each is what happened in the part, and the offices of those who are in it: a country would
    otherwise bring along all that is stated of it, of which nothing is drawn.
    """
    part = type(network)(**network.graph)
    for iri, known in network.nodes(data=True):
        if iri in nodes:
            told = tuple(one for one in known.get("statements", ()) if _stays(one, nodes))
            part.add_node(iri, **known | ({"statements": told} if "statements" in known else {}))
    for begin, end, key, known in network.edges(keys=True, data=True):
        if begin in nodes and end in nodes:
            part.add_edge(begin, end, key=key, **known)
    return part


def _stays(one: Statement, nodes: Collection[str]) -> bool:
    return one.happening in nodes if one.happening else _held_by(one, nodes)


def _held_by(one: Statement, named: Container[str]) -> bool:
    return any(holder in named for holder in one.slots.get("holder", ()))
