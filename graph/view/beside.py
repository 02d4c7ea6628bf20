"""Places what a large page does not show at first: beside the neighbour from which it will grow."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx

STEP: Final = 46
"""Pixels between two places around a node."""
Places = Mapping[str, tuple[int, int]]


def beside(network: nx.MultiDiGraph[str], placed: Places) -> dict[str, tuple[int, int]]:
    """Return `placed` with every other node of `network` on a square spiral around the first neighbour that stands.

    Whole numbers alone, so the same on every machine. What nothing leads to stands around the middle.

    Args:
        network: all nodes.
        placed: where those stand that are shown at first.
    """
    found = dict(placed)
    around: dict[str, int] = {}
    waiting = deque(node for node in network if node in placed)
    rest = (node for node in network if node not in placed)
    while True:
        while waiting:
            node = waiting.popleft()
            for other in chain(network.successors(node), network.predecessors(node)):
                if other not in found:
                    around[node] = around.get(node, 0) + 1
                    found[other] = _spot(found[node], around[node])
                    waiting.append(other)
        lost = next((node for node in rest if node not in found), None)
        if lost is None:
            return found
        around[""] = around.get("", 0) + 1
        found[lost] = _spot((0, 0), around[""])
        waiting.append(lost)


def _spot(middle: tuple[int, int], turn: int) -> tuple[int, int]:
    """Return the place of a turn on the spiral around a place: 8 in the first round, 16 in the second.

    >>> [_spot((0, 0), turn) for turn in (1, 2, 8, 9)] == [(46, -46), (46, 0), (0, -46), (92, -92)]
    True
    """
    ring = 1
    while turn > 8 * ring:
        turn -= 8 * ring
        ring += 1
    side, step = divmod(turn - 1, 2 * ring)
    along = -ring + step
    across, down = ((ring, along), (-along, ring), (-ring, -along), (along, -ring))[side]
    return middle[0] + STEP * across, middle[1] + STEP * down
