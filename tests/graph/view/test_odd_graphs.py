"""Graphs that are hardly any open in a browser like the others: one node, no event, no language, no date."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fixtures.press import article, record

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri
from dragoman.graph.network import build
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield launched
        launched.close()


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
