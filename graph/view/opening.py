"""Chooses what a page of very many nodes opens on: the most central part; the rest grows from it, from the data inside."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Final

from dragoman.graph.layout import anchors

if TYPE_CHECKING:
    import networkx as nx

MOST: Final = 5_000
"""Up to so many nodes, all are shown at once."""
AT_FIRST: Final = 1_500
"""How many are shown at first where there are more."""


def opened(network: nx.MultiDiGraph[str], most: int = MOST, at_first: int = AT_FIRST) -> frozenset[str]:
    """Return the nodes that a page shows at first: all, or of too many the most central ones.

    The two chief countries come first, or else the best-connected node, and then always the one that most of those already shown are joined to, of
    several the better connected. So what is shown hangs together, and what happened between those who are shown is
    shown with them.
    """
    if len(network) <= most:
        return frozenset(network)
    degree = {node: network.degree(node) for node in network}
    ranked = iter(sorted(network, key=lambda node: (-degree[node], node)))
    taken: set[str] = set()
    joined: dict[str, int] = {}
    waiting = [(-len(network), -degree[node], node) for node in anchors(network)]
    while len(taken) < at_first:
        node = heapq.heappop(waiting)[2] if waiting else next(node for node in ranked if node not in taken)
        if node in taken:
            continue  # it waited more than once, and the best place counts
        taken.add(node)
        for other in {*network.successors(node), *network.predecessors(node)} - taken:
            joined[other] = joined.get(other, 0) + 1
            heapq.heappush(waiting, (-joined[other], -degree[other], other))
    return frozenset(taken)
