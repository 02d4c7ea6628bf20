"""Keeps nodes and their labels apart: pushes overlapping boxes off each other until none overlaps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
ROUNDS = 400
GAP = 8.0  # pixels left between two boxes


def separate(points: Points, room: Points, *, labels: bool = True) -> Points:
    """Return `points` moved as little as is needed so that no two boxes overlap.

    Args:
        points: the centres of the nodes, one row a node.
        room: each node's width, and its height above and below its centre.
        labels: whether labels count; without, each box is as wide and high as the symbol, and only near ones are
            looked at, so that thousands take a moment.
    """
    if len(points) < 2:
        return points
    return _boxes(points.copy(), room) if labels else _discs(points.copy(), room)


def overlap(points: Points, room: Points, gap: float) -> tuple[Points, Points, Points, Points]:
    """Return how far each two boxes overlap across and down, a gap between them added, and how far apart they stand."""
    middle = points[:, 1] + (room[:, 2] - room[:, 1]) / 2.0
    height = room[:, 1] + room[:, 2]
    dx = points[:, None, 0] - points[None, :, 0]
    dy = middle[:, None] - middle[None, :]
    across = (room[:, None, 0] + room[None, :, 0]) / 2.0 + gap - np.abs(dx)
    down = (height[:, None] + height[None, :]) / 2.0 + gap - np.abs(dy)
    return across, down, dx, dy


def _boxes(points: Points, room: Points) -> Points:
    order = np.arange(len(points))
    tie = np.where(order[:, None] < order[None, :], -1.0, 1.0)  # two in one place part by their order
    for _ in range(ROUNDS):
        across, down, dx, dy = overlap(points, room, GAP)
        hit = (across > 0) & (down > 0) & (order[:, None] != order[None, :])
        if not hit.any():
            break
        sideways = across < down
        move_x = np.where(hit & sideways, np.where(dx == 0, tie, np.sign(dx)) * across / 2.0, 0.0)
        move_y = np.where(hit & ~sideways, np.where(dy == 0, tie, np.sign(dy)) * down / 2.0, 0.0)
        points[:, 0] += np.clip(move_x.sum(axis=1) * 0.6, -40, 40)
        points[:, 1] += np.clip(move_y.sum(axis=1) * 0.6, -40, 40)
        points = np.round(points, 3)
    return points


def _discs(points: Points, room: Points) -> Points:
    size = 2.0 * float(np.median(room[:, 1])) + GAP
    order = np.arange(len(points))
    for _ in range(30):
        moved = False
        for axis in (0, 1):
            # nodes sorted by strips across one axis: only the next few in a strip can touch
            strip = np.floor(points[:, 1 - axis] / size)
            line = np.lexsort((order, points[:, axis], strip))
            for step in (1, 2, 3):
                a, b = line[:-step], line[step:]
                gap = points[b] - points[a]
                close = (np.abs(gap[:, 0]) < size) & (np.abs(gap[:, 1]) < size)
                if close.any():
                    moved = True
                    push = np.where(close, (size - np.abs(gap[:, axis])) / 4.0, 0.0)
                    points[:, axis] -= np.bincount(a, weights=push, minlength=len(points))
                    points[:, axis] += np.bincount(b, weights=push, minlength=len(points))
        points = np.round(points, 3)
        if not moved:
            break
    return points
