"""The page as those use it who do not see or point: axe-core finds nothing to mend, whatever is shown and however."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
SHOWN = {
    "the list": "() => {}",
    "a person": "() => dragoman.page.choose({ node: dragoman.page.graph.nodes.find((one) => one.group === 'official').id })",
    "a country": "() => dragoman.page.choose({ node: dragoman.page.graph.nodes.find((one) => one.group === 'country').id })",
    "an edge": "() => dragoman.page.choose({ edge: dragoman.page.graph.edges.find((one) => one.deal).id })",
    "the table": "() => document.getElementById('as-table').click()",
    "the ends of a path": "() => document.getElementById('connect').click()",
}


def violations(page: Any) -> list[str]:
    """Return what axe-core finds, each rule with the elements that break it."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:150]} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(
    ("width", "lang", "theme"),
    [(1440, lang, theme) for lang in ("fr", "ar") for theme in ("light", "dark")]
    + [(360, "fr", "light"), (360, "ar", "dark")],
)
def test_axe_finds_no_violation(
    browser: Browser, browsing: Any, builtin_store: Store, tmp_path: Path, width: int, lang: str, theme: str
) -> None:
    path = write_page(build(builtin_store, lang), tmp_path / "graph.html", lang=lang)
    with browsing.opened(browser, path, width=width, height=800, theme=theme) as visit:
        for name, show in SHOWN.items():
            visit.page.evaluate(show)
            visit.page.wait_for_timeout(200)
            assert violations(visit.page) == [], name
        visit.page.evaluate("document.getElementById('as-network').click()")
        for end, typed in (("#from", "hammouchi"), ("#to", "evtuhov")):
            visit.page.fill(end, typed)
            visit.page.press(end, "Enter")
        assert visit.page.locator("#panel .step").count()
        assert violations(visit.page) == [], "a path"


def test_hostile_text_breaks_no_rule_either(
    browser: Browser, browsing: Any, hostile_store: Store, tmp_path: Path
) -> None:
    path = write_page(build(hostile_store), tmp_path / "hostile.html")
    with browsing.opened(browser, path) as visit:
        visit.page.evaluate(SHOWN["a person"])
        assert violations(visit.page) == []


def test_an_empty_page_breaks_none(browser: Browser, browsing: Any, tmp_path: Path) -> None:
    with Store.memory() as store:
        path = write_page(build(store), tmp_path / "empty.html", lang="ar")
    with browsing.opened(browser, path) as visit:
        assert visit.page.evaluate("document.documentElement.dir") == "rtl"
        assert violations(visit.page) == []


def test_the_keyboard_reaches_every_part_in_the_order_in_which_they_stand(
    browser: Browser, browsing: Any, builtin_store: Store, tmp_path: Path
) -> None:
    path = write_page(build(builtin_store), tmp_path / "graph.html")
    with browsing.opened(browser, path) as visit:
        reached = []
        for _ in range(80):
            visit.page.keyboard.press("Tab")
            reached.append(
                visit.page.evaluate(
                    "(document.activeElement.closest('header, #legend, .tools, #stage, #timeline, #panel') ?? document.body).id || document.activeElement.parentElement.className"
                )
            )
        order = list(dict.fromkeys(reached))
        assert [part for part in ("legend", "stage", "timeline", "panel") if part in order] == [
            part for part in order if part in ("legend", "stage", "timeline", "panel")
        ]
        assert {"legend", "stage", "timeline", "panel"} <= set(order)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_has_the_focus_shows_it(
    browser: Browser, browsing: Any, builtin_store: Store, tmp_path: Path, theme: str
) -> None:
    path = write_page(build(builtin_store), tmp_path / "graph.html")
    with browsing.opened(browser, path, theme=theme) as visit:
        for _ in range(12):
            visit.page.keyboard.press("Tab")
            width, style = visit.page.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement); return [s.outlineWidth, s.outlineStyle]; })()"
            )
            assert (width, style) != ("0px", "none")
            assert style != "none"
