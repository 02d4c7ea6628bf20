"""What the page tells of many articles: each thing once, in the order of time, and no more at once than one can read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from fixtures.press import article, iri, record

from dragoman.graph.network import build
from dragoman.graph.records import Entity
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
AWA = "Awa Diop"
VISITS = 70


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles in which Awa Diop is minister and travels every month, the later visits told first."""
    months = [f"{2010 + n // 12}-{n % 12 + 1:02}" for n in range(VISITS)]
    visits = [
        record("Visit", f"v{n:02}", visitor=AWA, destination="Maroc", date=month if n else f"{month}-01/{month}-03")
        for n, month in reversed([*enumerate(months)])
    ]
    yearless = record("Meeting", participant=[AWA, "Ivan Petrov"])
    office = {"holder": AWA, "title": "ministre"}
    first = article("a", record("Tenure", country="Maroc", **office), *visits, yearless, published="2016-06-01")
    second = article("b", record("Tenure", **office | {"title": "Ministre"}), published="2016-06-02")
    people = tuple(Entity(iri(name, "Person"), "Person", (name,)) for name in (AWA, "Ivan Petrov"))
    with Store.memory() as store:
        for one in (first, second):
            store.put(replace(one, entities=people))
        return write_page(build(store), tmp_path_factory.mktemp("telling") / "graph.html")


@pytest.fixture(scope="module")
def visit(browser: Browser, browsing: ModuleType, written: Path) -> Iterator[Any]:
    with browsing.opened(browser, written) as opened:
        yield opened
        assert opened.said == []


def test_the_header_counts_offices_apart_and_each_once(visit: Any) -> None:
    assert visit.page.inner_text("#counts") == f"{VISITS + 1} faits · 1 fonction · 3 acteurs · 2 articles"


def test_the_list_is_in_the_order_of_time_and_each_span_of_days_stands_once(visit: Any) -> None:
    days = visit.page.locator(".overview .day").all_inner_texts()
    assert days[:3] == ["1er–3 janvier 2010", "février 2010", "mars 2010"]
    assert len(days) == len(set(days)) == VISITS + 1
    assert days[-1] == "Sans date"


def test_the_line_of_time_says_on_which_days_the_facts_lie(visit: Any) -> None:
    assert (
        visit.page.inner_text("#timeline .reading") == f"{VISITS} faits datés, du 1er janvier 2010 au 31 octobre 2015"
    )


def test_of_whoever_did_much_the_panel_tells_the_first_and_goes_on_when_asked(visit: Any) -> None:
    visit.choose(AWA)
    facts = visit.page.locator("#panel section", has_text="Faits")
    assert facts.locator("h2 .number").inner_text() == str(VISITS + 1)
    assert facts.locator(".happening").count() == 60
    assert "janvier 2010" in facts.locator(".happening").first.inner_text()
    facts.get_by_role("button", name="Montrer la suite (11)").click()
    assert facts.locator(".happening").count() == VISITS + 1


def test_an_office_that_several_articles_tell_stands_once_with_the_words_of_each(visit: Any) -> None:
    visit.choose(AWA)
    offices = visit.page.locator("#panel section", has_text="Fonctions")
    assert offices.locator(".happening").count() == 1
    assert offices.locator(".evidence").count() == 2


def test_a_link_with_a_way_opens_the_form_which_its_button_closes(visit: Any) -> None:
    visit.page.evaluate(
        """() => {
            const { graph } = dragoman.page;
            const key = (label) => dragoman.facets.key(graph.nodes.find((node) => node.labels.fr === label).iri);
            location.hash = new URLSearchParams({ from: key("Awa Diop"), to: key("Maroc") });
        }"""
    )
    form = visit.page.locator("#between")
    form.wait_for(state="visible")
    assert visit.page.locator("#connect").get_attribute("aria-expanded") == "true"
    visit.page.click("#connect")
    assert form.is_hidden()


def test_a_brush_asked_for_beyond_the_line_stays_on_it(visit: Any) -> None:
    visit.page.evaluate("location.hash = 'days=1900-01-01_2100-01-01'")
    visit.page.locator("#timeline .clear").wait_for(state="visible")
    wide, line = visit.page.evaluate(
        "[document.querySelector('.brush').getBBox().width, document.querySelector('svg.days').clientWidth]"
    )
    assert wide <= line
    handle = visit.page.locator(".handle").first
    assert int(handle.get_attribute("aria-valuenow")) >= int(handle.get_attribute("aria-valuemin"))
