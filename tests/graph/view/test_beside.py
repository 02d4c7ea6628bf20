"""What is not shown at first stands beside what it grows from, and what is shown where it stood without it."""

from __future__ import annotations

import networkx as nx

from dragoman.graph.view.beside import beside


def star(leaves: int) -> nx.MultiDiGraph[str]:
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_nodes_from(["middle", *(f"leaf {n:03}" for n in range(leaves)), "alone"])
    made.add_edges_from(("middle", f"leaf {n:03}") for n in range(leaves))
    return made


def test_what_is_placed_stays_and_the_rest_stands_around_its_neighbour() -> None:
    found = beside(star(100), {"middle": (1000, 0)})
    assert found["middle"] == (1000, 0)
    assert len(set(found.values())) == 102
    near = [max(abs(x - 1000), abs(y)) for node, (x, y) in found.items() if node.startswith("leaf")]
    assert 0 < min(near) <= max(near) <= 300


def test_what_nothing_leads_to_is_placed_too_and_always_the_same() -> None:
    found = beside(star(3), {"middle": (0, 0)})
    assert "alone" in found
    assert found == beside(star(3), {"middle": (0, 0)})


def test_what_is_two_steps_away_stands_beside_what_is_one_step_away() -> None:
    line: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    line.add_edges_from([("b", "a"), ("b", "c"), ("c", "d")])
    found = beside(line, {"a": (500, 500)})
    assert found["b"] == (546, 454)
    assert found["d"] == (found["c"][0] + 46, found["c"][1] - 46)
