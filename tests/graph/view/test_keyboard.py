"""The page by keyboard alone: every part is reached in few steps, and the focus never falls into nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

pytestmark = pytest.mark.needs("chromium")
Open = Callable[..., AbstractContextManager[Any]]


def focused(visit: Any) -> str:
    """Return the id or, without one, the text of what has the focus."""
    return str(visit.page.evaluate("document.activeElement.id || document.activeElement.textContent"))


def stops(visit: Any, most: int = 120) -> list[str]:
    """Return where the Tab key halts, from the beginning to the end of the page."""
    found: list[str] = []
    for _ in range(most):
        visit.page.keyboard.press("Tab")
        name = visit.page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body) return "";
              return [at.closest("#legend, #stage, #timeline, #panel, header, .tools")?.id ?? "", at.id, at.className.baseVal ?? at.className, at.getAttribute("aria-label") ?? at.textContent].join("|");
            }"""
        )
        if not name:
            return found
        found.append(name)
    return found


def test_the_first_stop_leads_past_everything_to_the_network(opened: Open) -> None:
    with opened() as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.locator("#skip").is_visible()
        visit.page.keyboard.press("Enter")
        assert focused(visit) == "drawing"


def test_few_stops_lie_before_the_network_which_is_one_and_has_a_name(opened: Open) -> None:
    with opened() as visit:
        found = stops(visit)
        drawing = next(i for i, stop in enumerate(found) if "|drawing|" in stop)
        assert drawing < 20
        assert not any("vis-network" in stop for stop in found)
        assert all(stop.rpartition("|")[2].strip() for stop in found)


def test_a_question_of_the_legend_is_one_stop_and_walked_by_arrows(opened: Open) -> None:
    with opened() as visit:
        visit.page.focus('[data-family="country"]')
        visit.page.keyboard.press("ArrowDown")
        assert visit.page.evaluate("document.activeElement.className") == "only"
        visit.page.keyboard.press("ArrowDown")
        assert visit.page.evaluate("document.activeElement.dataset.family") == "official"
        visit.page.keyboard.press("End")
        visit.page.keyboard.press("ArrowDown")
        assert visit.page.evaluate("document.activeElement.dataset.family") == "country"
        visit.page.keyboard.press("Space")
        assert visit.page.locator('[data-family="country"]').get_attribute("aria-pressed") == "false"
        visit.page.keyboard.press("ArrowUp")
        visit.page.keyboard.press("Shift+Tab")
        assert "facet" not in visit.page.evaluate("document.activeElement.parentElement.className")


def test_whatever_is_chosen_in_the_panel_its_heading_has_the_focus(opened: Open) -> None:
    with opened() as visit:
        visit.page.locator("#panel .fact", has_text="Patrouchev reçoit").focus()
        visit.page.keyboard.press("Enter")
        assert focused(visit) == visit.page.locator("#panel h1").text_content()
        visit.page.locator("#panel .link", has_text="Nikolaï Patrouchev").first.focus()
        visit.page.keyboard.press("Enter")
        assert focused(visit) == "Nikolaï Patrouchev"
        visit.page.keyboard.press("Escape")
        assert focused(visit) == "Ce que disent les articles"


def test_a_search_leads_to_the_heading_and_closing_leads_back_to_the_search(opened: Open) -> None:
    with opened() as visit:
        visit.page.focus("#search")
        visit.page.keyboard.type("hammouchi")
        visit.page.keyboard.press("Enter")
        assert focused(visit) == "Abdellatif Hammouchi"
        visit.page.focus("#panel .close")
        visit.page.keyboard.press("Enter")
        assert focused(visit) == "search"


def test_reading_a_node_that_was_walked_to_and_closing_it_leads_back_to_it(opened: Open) -> None:
    with opened() as visit:
        visit.page.focus("#drawing")
        visit.page.keyboard.press("ArrowRight")
        name = visit.page.inner_text("#panel h1")
        visit.page.keyboard.press("Enter")
        assert focused(visit) == visit.page.locator("#panel h1").text_content()
        visit.page.keyboard.press("Escape")
        assert focused(visit) == "drawing"
        visit.page.keyboard.press("ArrowRight")
        assert visit.page.inner_text("#panel h1") == name


def test_another_way_is_followed_without_losing_its_button(opened: Open) -> None:
    with opened(link="from=person/nikolai-patrushev&to=person/abdellatif-hammouchi") as visit:
        visit.page.locator("#panel .ways button").nth(1).focus()
        visit.page.keyboard.press("Enter")
        assert focused(visit) == "Chemin 2"


def test_a_button_that_goes_away_once_used_leaves_the_focus_to_what_it_served(opened: Open) -> None:
    with opened(link="days=2016-03-14_2016-03-20&undated=0&not.family=deal") as visit:
        visit.page.focus('.entries:has([data-family="deal"]) .reset')
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.className") == "entry"
        visit.page.focus(".timeline .clear")
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.getAttribute('role')") == "slider"
        visit.page.click('[data-family="topic"]')
        visit.page.focus("#reset")
        visit.page.keyboard.press("Enter")
        assert focused(visit) == "drawing"


def test_escape_closes_the_menu_and_leads_back_to_it_and_so_does_a_click_elsewhere(opened: Open) -> None:
    with opened() as visit:
        visit.page.click("#keep summary")
        visit.page.focus("#keep-csv")
        visit.page.keyboard.press("Escape")
        assert not visit.page.locator("#keep-csv").is_visible()
        assert visit.page.evaluate("document.activeElement.localName") == "summary"
        visit.page.click("#keep summary")
        visit.page.mouse.click(*visit.at("Maroc"))
        assert not visit.page.locator("#keep-csv").is_visible()


def test_no_letter_does_anything_by_itself(opened: Open) -> None:
    with opened() as visit:
        visit.page.focus("#language")
        for key in ("/", "s", "?", "f"):
            visit.page.keyboard.press(key)
            assert focused(visit) == "language"


def test_an_edge_is_chosen_by_keys_from_the_panel_of_either_end(opened: Open) -> None:
    with opened() as visit:
        visit.choose("Nikolaï Patrouchev")
        visit.page.focus("#panel .relations summary")
        visit.page.keyboard.press("Enter")
        edge = visit.page.locator("#panel .edges button", has_text="Kremlin")
        edge.focus()
        visit.page.keyboard.press("Enter")
        assert "reçoit" in visit.page.inner_text("#panel h1")
        assert visit.page.locator("#panel blockquote").count() >= 1


def test_what_a_mention_fills_is_written_out(opened: Open) -> None:
    with opened() as visit:
        visit.choose("Sukhoi Superjet 100")
        filled = visit.page.inner_text("#panel .fills")
        assert "fournisseur" in filled
        assert "Russie" in filled
        assert "Maroc" in filled


def test_the_regions_have_names(opened: Open) -> None:
    with opened() as visit:
        for region in ("#stage", "#table", "#timeline", "#panel"):
            assert visit.page.get_attribute(region, "aria-label")
