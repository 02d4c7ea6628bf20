"""A graph too large to be drawn at once opens on its central part, says so, and grows from the data already inside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from fixtures.press import article, iri, record

from dragoman.graph.network import build
from dragoman.graph.records import Entity, Reading
from dragoman.graph.store import Store
from dragoman.graph.view import write_page
from dragoman.graph.view.opening import AT_FIRST, MOST

pytestmark = pytest.mark.needs("chromium")
PEOPLE = [f"Visiteur {i}" for i in range(MOST // 2 + 50)]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of more visits, each by somebody else, than are drawn at once."""
    visits = [
        record("Visit", f"visit-{i}", visitor=name, destination=("Maroc", "Russie")[i % 2])
        for i, name in enumerate(PEOPLE)
    ]
    told = article("large", *visits)
    with Store.memory() as store:
        store.put(
            Reading(
                told.article, told.records, tuple(Entity(iri(name, "Person"), "Person", (name,)) for name in PEOPLE)
            )
        )
        return write_page(build(store), tmp_path_factory.mktemp("large") / "large.html")


def test_it_opens_on_the_central_part_and_says_so(
    opened: Callable[..., AbstractContextManager[Any]], large: Path
) -> None:
    with opened(large) as visit:
        every = visit.page.evaluate("dragoman.page.graph.nodes.length")
        assert every > MOST
        assert visit.page.evaluate("dragoman.page.shown().nodes.size") == AT_FIRST
        said = visit.page.inner_text("#status")
        assert "les plus centraux" in said
        assert str(AT_FIRST) in said.replace("\u202f", "").replace("\xa0", "")


def test_what_is_not_drawn_is_found_and_brought_in_with_its_neighbours(
    opened: Callable[..., AbstractContextManager[Any]], large: Path
) -> None:
    with opened(large) as visit:
        hidden = visit.page.evaluate(
            """() => {
              const { graph, shown } = dragoman.page;
              return graph.nodes.find((one) => one.group === "official" && !shown().nodes.has(one.id)).labels.fr;
            }"""
        )
        visit.page.fill("#search", hidden)
        visit.page.press("#search", "Enter")
        assert visit.page.inner_text("#panel h1") == hidden
        before = visit.page.evaluate("dragoman.page.shown().nodes.size")
        assert before == AT_FIRST + 2  # the visitor and the visit
        visit.choose("Russie")
        visit.page.click("#grow")
        assert visit.page.evaluate("dragoman.page.shown().nodes.size") > before + 500
