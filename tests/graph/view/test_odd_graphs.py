"""Graphs that are hardly any open in a browser like the others: one node, no event, no language, no date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fixtures.builtin import PATROUCHEV
from fixtures.press import article, record

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri
from dragoman.graph.network import build
from dragoman.graph.network.selection import around
from dragoman.graph.records import Deal, Entity, Reading, Span
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
FIRM = Entity(entity_iri("Company", "Firma"), "Company", ("Firma",))
SOLD = Deal("deal-1", (Span(0, 5),), supplier=(FIRM.iri,))
ODD = {
    "one node": article("a", record("Deal", product="tracteurs"), names=["tracteurs"]),
    "no event": article("a", record("Tenure", holder="Awa Diop", title="ministre", country="Maroc")),
    "no known language": Reading(Article("Firma baut.", url="https://example.org/d", language="de"), (SOLD,), (FIRM,)),
    "no date": article("a", record("Visit", visitor="Awa Diop", destination="Maroc")),
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_an_odd_graph_opens_and_each_of_its_nodes_can_be_chosen(
    browser: Browser, tmp_path: Path, name: str, lang: str
) -> None:
    with Store.memory() as store:
        store.put(ODD[name])
        path = write_page(build(store, lang), tmp_path / "odd.html", lang=lang)
    context = browser.new_context(offline=True)
    visit: Any = context.new_page()
    said: list[str] = []
    visit.on("console", lambda message: said.append(message.text))
    visit.on("pageerror", lambda error: said.append(str(error)))
    visit.goto(path.as_uri())
    visit.locator("#drawing canvas").first.wait_for()
    for node in range(visit.evaluate("dragoman.page.graph.nodes.length")):
        visit.evaluate("node => dragoman.page.choose({ node })", node)
        assert visit.locator("#panel h1").first.inner_text()
    context.close()
    assert said == []


@pytest.mark.parametrize("hops", [1, 2])
def test_of_a_part_every_sign_of_the_timeline_can_be_chosen_and_all_that_is_counted_is_drawn(
    browser: Browser, builtin_store: Store, tmp_path: Path, hops: int
) -> None:
    network = build(builtin_store)
    (person,) = [iri for iri, known in network.nodes(data=True) if known["label"] == PATROUCHEV]
    path = write_page(around(network, person, hops), tmp_path / "part.html")
    context = browser.new_context(offline=True)
    visit: Any = context.new_page()
    said: list[str] = []
    visit.on("console", lambda message: said.append(message.text))
    visit.on("pageerror", lambda error: said.append(str(error)))
    visit.goto(path.as_uri())
    signs = visit.locator(".event")
    signs.first.wait_for()
    for place in range(signs.count()):
        signs.nth(place).click()
        assert visit.locator("#panel h1").first.inner_text()
    visit.locator("#language").select_option("ru")
    told, drawn = visit.evaluate("[dragoman.page.graph.happenings.length, dragoman.page.shown().happenings.size]")
    assert visit.locator("#counts").inner_text().startswith(f"{told} ")
    assert told == drawn
    context.close()
    assert said == []
