"""Where nodes stand: always the same, countries apart, labels not on each other, thousands of nodes too."""

from __future__ import annotations

import random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.graph.layout import Box, anchors, layout
from dragoman.graph.spacing import Points, overlap

BOX = Box(130.0, 14.0, 44.0)


def network(nodes: int, edges: int, countries: int = 3) -> nx.MultiDiGraph[str]:
    chance = random.Random(7)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for i in range(nodes):
        kind = "Country" if i < countries else "Person"
        made.add_node(f"n{i:05}", kind=kind, label=f"n{i:05}", country=f"n{chance.randrange(2):05}" if i % 2 else "")
    for _ in range(edges if nodes else 0):
        made.add_edge(f"n{int(chance.random() ** 3 * nodes):05}", f"n{chance.randrange(nodes):05}")
    return made


def room(made: nx.MultiDiGraph[str]) -> np.ndarray:
    return np.array([(BOX.width, BOX.above, BOX.below)] * len(made))


def overlaps(points: Points, room: Points) -> int:
    """Return how many pairs of boxes overlap."""
    across, down, _, _ = overlap(points, room, 0.0)
    return int(np.triu((across > 0) & (down > 0), 1).sum())


@pytest.mark.parametrize("nodes", [2, 10, 40, 120])
@pytest.mark.parametrize("screen", [0, 1], ids=["wide", "tall"])
def test_no_label_of_a_small_network_lies_on_another(nodes: int, screen: int) -> None:
    made = network(nodes, nodes * 2)
    places = layout(made, dict.fromkeys(made, BOX))[screen]
    assert overlaps(np.array([places[n] for n in sorted(made)], dtype=float), room(made)) == 0


@pytest.mark.parametrize("nodes", [0, 1, 2, 40, 700])
def test_the_same_network_has_the_same_places_whatever_the_order_of_its_nodes(nodes: int) -> None:
    made = network(nodes, nodes * 2)
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(made.nodes(data=True))))
    turned.add_edges_from(reversed(list(made.edges())))
    boxes = dict.fromkeys(made, BOX)
    assert layout(made, boxes) == layout(made, boxes) == layout(turned, boxes)


def test_the_two_chief_countries_stand_left_and_right_and_on_a_high_screen_above_each_other() -> None:
    made = network(60, 150)
    left, right = anchors(made)
    wide, tall = layout(made, dict.fromkeys(made, BOX))
    assert wide[left][0] < 0 < wide[right][0]
    assert abs(wide[left][1] - wide[right][1]) < abs(wide[left][0] - wide[right][0])
    assert tall[left][1] < tall[right][1]


def test_what_belongs_to_one_country_stands_on_its_side() -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_node("a", kind="Country", label="a", country="")
    made.add_node("b", kind="Country", label="b", country="")
    for i in range(6):
        made.add_node(f"p{i}", kind="Person", label="p", country="ab"[i % 2])
        made.add_edge(f"p{i}", "ab"[i % 2])
    places, _ = layout(made, dict.fromkeys(made, BOX))
    for i in range(6):
        near, far = ("a", "b") if i % 2 == 0 else ("b", "a")
        assert abs(places[f"p{i}"][0] - places[near][0]) < abs(places[f"p{i}"][0] - places[far][0])


def test_symbols_of_a_large_network_hardly_touch() -> None:
    made = network(2_000, 3_000)
    places, _ = layout(made, dict.fromkeys(made, BOX))
    points = np.array([places[n] for n in sorted(made)], dtype=float)
    assert overlaps(points, np.array([(20.0, 10.0, 10.0)] * len(made))) < 40


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_any_network_gets_whole_and_finite_places(pairs: list[tuple[int, int]]) -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for u, v in pairs:
        for n in (u, v):
            made.add_node(str(n), kind="Country" if n < 3 else "X", label=str(n), country="")
        made.add_edge(str(u), str(v))
    wide, tall = layout(made, dict.fromkeys(made, BOX))
    assert set(wide) == set(tall) == set(made)
    assert all(isinstance(c, int) and abs(c) < 100_000 for p in (*wide.values(), *tall.values()) for c in p)
