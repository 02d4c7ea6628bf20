"""Chooses what a page of very many nodes opens on: the most central part; the rest grows from it, from the data inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx

MOST: Final = 5_000
"""Up to so many nodes, all are shown at once."""
AT_FIRST: Final = 1_500
"""How many are shown at first where there are more."""


def opened(network: nx.MultiDiGraph[str], most: int = MOST, at_first: int = AT_FIRST) -> frozenset[str]:
    """Return the nodes that a page shows at first: all, or of too many the most central ones.

    Central is what has many neighbours and is joined to what is shown already: from the node with most neighbours on,
    the best-joined neighbour of what is shown is taken next, so that the opening picture hangs together.
    """
    import heapq

    if len(network) <= most:
        return frozenset(network)
    taken: set[str] = set()
    waiting: list[tuple[int, str]] = []
    ranked = iter(sorted(network, key=lambda n: (-network.degree(n), n)))
    while len(taken) < at_first:
        node = heapq.heappop(waiting)[1] if waiting else next(n for n in ranked if n not in taken)
        if node in taken:
            continue
        taken.add(node)
        for other in sorted({*network.successors(node), *network.predecessors(node)} - taken):
            heapq.heappush(waiting, (-network.degree(other), other))
    return frozenset(taken)
