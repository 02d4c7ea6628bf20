"""Places the network on a plane: the two chief countries left and right, and everything else between its neighbours.

Forces in numpy, from a fixed start and without any chance, so the same network gives the same picture. Only operations
that are exact in IEEE 754 are used and positions are rounded at every step, so that no machine's last bit grows into a
different picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.spacing import separate

if TYPE_CHECKING:
    import networkx as nx

Points = NDArray[np.float64]
Places = dict[str, tuple[int, int]]
SPRING = 60.0  # the length, in pixels, to which an edge pulls
REPULSION = 700.0  # how strongly two nodes push each other off, at a distance of one pixel
CELLS = 14  # far away, repulsion is reckoned from CELLS x CELLS centres of mass
NEAR = 250  # up to that many nodes, every pair repels exactly
TALL = np.array([0.8, 1.0])  # a high screen is narrow: across, a little less room
EXACT_LABELS = 500  # up to that many nodes, labels are kept apart; beyond, symbols alone


@dataclass(frozen=True)
class Box:
    """Room that a node and its label take, in pixels around its centre."""

    width: float
    above: float
    below: float


def layout(network: nx.MultiDiGraph[str], boxes: Mapping[str, Box]) -> tuple[Places, Places]:
    """Return where each node stands, in whole pixels around the middle (0, 0), on a wide screen and on a high one.

    On a high screen the two chief countries stand above each other instead of side by side.

    Args:
        network: the network, as `network.build` gives it.
        boxes: how much room each node takes.
    """
    names = sorted(network)
    if not names:
        return {}, {}
    index = {name: i for i, name in enumerate(names)}
    pairs = sorted({tuple(sorted((index[u], index[v]))) for u, v in network.edges() if u != v})
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    side = sides(network, names, ends)
    reach = 48.0 * np.sqrt(len(names)) + 60.0
    free = np.array([abs(s) < 1.0 for s in side])
    points = _start(side, len(names), reach)
    points = _settle(points, ends, side * reach, free, 300 if len(names) <= NEAR else 80)
    points[:, 1] -= np.round(np.median(points[:, 1]), 3)
    room = np.array([(boxes[n].width, boxes[n].above, boxes[n].below) for n in names], dtype=np.float64)
    wide, tall = (separate(p, room, labels=len(names) <= EXACT_LABELS) for p in (points, points[:, ::-1] * TALL))
    return _places(names, wide), _places(names, tall)


def _places(names: Sequence[str], points: Points) -> Places:
    return {name: (int(x), int(y)) for name, (x, y) in zip(names, np.round(points), strict=True)}


def anchors(network: nx.MultiDiGraph[str]) -> tuple[str, ...]:
    """Return the countries of which most is stated, two at most, in the order of their labels."""
    data: Any = network.nodes
    countries = [n for n in network if data[n].get("kind") == "Country"]
    chief = sorted(countries, key=lambda n: (-network.degree(n), n))[:2]
    return tuple(sorted(chief, key=lambda n: (data[n]["label"], n)))


def sides(network: nx.MultiDiGraph[str], names: Sequence[str], ends: NDArray[np.int64]) -> Points:
    """Return, for each node, where it leans: -1 is the left country itself, 1 the right one, 0 between them."""
    chief = anchors(network)
    pole = {country: (-1.0, 1.0)[i] for i, country in enumerate(chief)} if len(chief) == 2 else {}
    data: Any = network.nodes
    own = np.array([pole.get(name, 0.0) or 0.72 * pole.get(data[name].get("country", ""), 0.0) for name in names])
    held = own != 0.0
    side = own.copy()
    for _ in range(12):
        total, degree = np.zeros(len(names)), np.zeros(len(names))
        for a, b in ((0, 1), (1, 0)):
            total += np.bincount(ends[:, a], weights=side[ends[:, b]], minlength=len(names))
            degree += np.bincount(ends[:, a], minlength=len(names))
        side = np.where(held, own, np.round(0.8 * total / np.maximum(degree, 1.0), 6))
    return side


def _start(side: Points, count: int, reach: float) -> Points:
    """Set nodes out evenly, about their side: by multiples of two irrational numbers, whose fractions never bunch."""
    order = np.arange(count, dtype=np.float64)
    down, across = (
        (order * part - np.floor(order * part) - 0.5) * reach for part in (0.6180339887498949, 0.41421356237309503)
    )
    pole = np.abs(side) >= 1.0
    return np.round(
        np.stack([side * reach + np.where(pole, 0.0, 0.5 * across), np.where(pole, 0.0, 1.5 * down)], axis=1), 3
    )


def _settle(points: Points, ends: NDArray[np.int64], home: Points, free: NDArray[np.bool_], steps: int) -> Points:
    count = len(points)
    degree = np.bincount(ends.ravel(), minlength=count).astype(np.float64)
    weight = 1.0 + np.minimum(degree, 12.0) / 4.0
    across = 0.30 if (~free).any() else 0.18  # without two countries nothing draws to either side
    for step in range(steps):
        push = _every_pair(points, weight) if count <= NEAR else _by_cells(points, weight, step)
        force: Points = push * REPULSION
        if len(ends):
            apart = points[ends[:, 1]] - points[ends[:, 0]]
            distance = np.sqrt((apart * apart).sum(axis=1, keepdims=True)) + 1.0
            ease = 1.0 / np.sqrt(np.maximum(np.minimum(degree[ends[:, 0]], degree[ends[:, 1]]), 1.0))[:, None]
            pull = apart / distance * (distance - SPRING) * 0.5 * ease
            for end, sign in ((0, 1.0), (1, -1.0)):
                for axis in (0, 1):
                    force[:, axis] += sign * np.bincount(ends[:, end], weights=pull[:, axis], minlength=count)
        force[:, 0] += across * (home - points[:, 0])
        force[:, 1] -= 0.18 * points[:, 1]
        length = np.sqrt((force * force).sum(axis=1, keepdims=True)) + 1e-9
        heat = 60.0 * (1.0 - step / steps) + 1.0
        points = np.round(points + np.where(free[:, None], force / length * np.minimum(length, heat), 0.0), 3)
    return points


def _every_pair(points: Points, weight: Points) -> Points:
    apart = points[:, None, :] - points[None, :, :]
    nearness = weight[None, :] / ((apart * apart).sum(axis=2) + 100.0)
    return np.asarray((apart * nearness[:, :, None]).sum(axis=1) * weight[:, None])


def _by_cells(points: Points, weight: Points, step: int) -> Points:
    """Let each node be repelled by the centre of mass of every cell of a grid, its own included.

    The grid lies elsewhere at every step, so that no border of a cell shows in the picture.
    """
    shift = np.array([(step * part) % 1.0 for part in (0.618, 0.414)])
    low, high = points.min(axis=0), points.max(axis=0)
    size = np.maximum(high - low, 1.0) / (CELLS - 1)
    place = np.minimum(((points - low) / size + shift).astype(np.int64), CELLS - 1)
    cell = place[:, 0] * CELLS + place[:, 1]
    mass = np.bincount(cell, weights=weight, minlength=CELLS * CELLS)
    used = mass > 0
    centre = np.stack(
        [np.bincount(cell, weights=weight * points[:, a], minlength=CELLS * CELLS) for a in (0, 1)], axis=1
    )
    held = mass[used]
    middle = centre[used] / held[:, None]
    across = points[:, None, 0] - middle[None, :, 0]
    down = points[:, None, 1] - middle[None, :, 1]
    nearness = held[None, :] / (across * across + down * down + 900.0)
    return np.stack([(across * nearness).sum(axis=1), (down * nearness).sum(axis=1)], axis=1) * weight[:, None]
