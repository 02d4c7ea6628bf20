"""Graphs of hundreds of nodes: what matters is seen and named first, in few words that stand where they belong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from fixtures.press import article, iri, record

from dragoman.graph.network import build
from dragoman.graph.records import Entity, Reading
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

pytestmark = pytest.mark.needs("chromium")
Open = Callable[..., AbstractContextManager[Any]]
PEOPLE = 90


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of many visitors who come once, and of one who comes often."""
    with Store.memory() as store:
        for i in range(PEOPLE):
            often = [record("Visit", "often", visitor="Awa Diop", destination="Maroc", date=f"2015-01-{i + 1:02}")] * (
                i < 20
            )
            once = record("Visit", "once", visitor=f"Visiteur {i}", destination=("Maroc", "Russie")[i % 2])
            told = article(f"article {i}", once, *often)
            people = [Entity(iri(name, "Person"), "Person", (name,)) for name in ("Awa Diop", f"Visiteur {i}")]
            store.put(Reading(told.article, told.records, tuple(people)))
        return write_page(build(store), tmp_path_factory.mktemp("crowd") / "crowd.html")


def written(visit: Any) -> dict[str, list[float]]:
    """Return what is written in the picture, each line with its box."""
    return dict(
        visit.page.evaluate(
            """() => {
              const rows = [];
              const write = CanvasRenderingContext2D.prototype.fillText;
              CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
                const half = this.measureText(text).width / 2;
                rows.push([text, [x - half, y - 5, x + half, y + 5]]);
                return write.apply(this, arguments);
              };
              dragoman.page.picture.network.redraw();
              CanvasRenderingContext2D.prototype.fillText = write;
              return rows;
            }"""
        )
    )


@pytest.mark.parametrize("width", [1440, 360])
def test_both_anchors_are_named_and_so_is_who_is_told_of_most(opened: Open, crowd: Path, width: int) -> None:
    with opened(crowd, width=width, height=800) as visit:
        words = written(visit)
        assert {"Maroc", "Russie", "Awa Diop"} <= words.keys()
        for one, other in combinations(words.values(), 2):
            assert not (one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1])


def test_of_a_crowd_few_are_named_and_no_edge_says_a_word_until_one_looks_closer(opened: Open, crowd: Path) -> None:
    with opened(crowd) as visit:
        assert visit.page.evaluate("dragoman.page.graph.nodes.length") > 2 * PEOPLE
        few = written(visit)
        assert 10 < len(few) < PEOPLE
        assert not {"visite", "visiteur", "se rend en"} & few.keys()


def test_who_is_told_of_most_is_drawn_largest(opened: Open, crowd: Path) -> None:
    with opened(crowd) as visit:
        often, once = visit.page.evaluate(
            """() => {
              const { graph, picture } = dragoman.page;
              picture.network.redraw();
              return ["Awa Diop", "Visiteur 1"].map((name) => picture.network.body.nodes[graph.nodes.find((one) => one.labels.fr === name).id].shape.width);
            }"""
        )
        assert often > 1.5 * once


def test_around_a_node_everything_within_the_distance_is_lit_and_named(opened: Open) -> None:
    with opened(link="node=person/nikolai-patrushev&around=person/nikolai-patrushev&hops=2") as visit:
        seen = visit.page.evaluate(
            "[...dragoman.page.shown().nodes].map((id) => dragoman.page.graph.nodes[id].labels.fr)"
        )
        assert len(seen) > 8
        lines = " ".join(written(visit))
        assert sum(name.split()[0] in lines for name in seen) >= len(seen) - 1
        assert visit.page.evaluate(
            "Object.values(dragoman.page.picture.network.body.edges).every((edge) => edge.options.hidden || edge.options.color.opacity === 1)"
        )
