"""What a page of very many nodes opens on."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx

from dragoman.graph.view.opening import opened


def star(rays: int, length: int) -> nx.MultiDiGraph[str]:
    """A hub from which chains lead away."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for ray in range(rays):
        chain = ["hub", *(f"{ray}-{step}" for step in range(length))]
        made.add_edges_from(pairwise(chain))
    return made


def test_up_to_a_number_everything_is_shown() -> None:
    made = star(3, 2)
    assert opened(made, most=7) == set(made)


def test_beyond_it_the_best_joined_part_is_shown_and_hangs_together() -> None:
    made = star(40, 3)
    made.add_edge("alone", "too")
    shown = opened(made, most=50, at_first=20)
    assert len(shown) == 20
    assert "hub" in shown
    assert nx.is_weakly_connected(made.subgraph(shown))


def test_what_happened_between_those_who_are_shown_comes_before_others_who_are_better_known() -> None:
    made = star(40, 3)
    made.add_edges_from([("meeting", "hub"), ("meeting", "0-0"), ("1-1", "x"), ("1-1", "y"), ("1-1", "z")])
    assert "meeting" in opened(made, most=9, at_first=4)


def test_several_parts_that_are_not_joined_are_taken_one_after_the_other() -> None:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_edges_from((f"a{i}", f"b{i}") for i in range(10))
    assert len(opened(made, most=4, at_first=9)) == 9


def test_the_order_of_nodes_and_edges_changes_nothing() -> None:
    made = star(40, 3)
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_edges_from(reversed(list(made.edges())))
    assert opened(made, most=9, at_first=30) == opened(turned, most=9, at_first=30)


def test_both_chief_countries_are_always_shown_first() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for country in ("A", "B"):
        network.add_node(country, kind="Country", label=country)
        for i in range(10):
            network.add_edge(f"{country}{i}", country)
    assert {"A", "B"} <= opened(network, most=5, at_first=4)
