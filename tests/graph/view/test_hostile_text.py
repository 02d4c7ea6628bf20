"""Strangers' text wherever the page shows it: it is seen as it is written, runs nothing, turns nothing round, breaks nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fixtures.hostile import BIDI, IMAGE, LONG, NAMES, QUOTES, SCRIPT, SEPARATORS, TEMPLATE

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
TITLE = f"{IMAGE}{SCRIPT}{BIDI}{TEMPLATE}"
# the text of an element, and every element that strangers' text may have made
MADE = "() => [...document.querySelectorAll('body :is(script, img, iframe, object, embed, base, link, style)')].map((one) => one.id || one.src || '')"
TURNED = r"""() => [...document.querySelectorAll("body *")].filter((one) =>
  !["SCRIPT", "STYLE"].includes(one.tagName)
  && !one.closest("svg, option")
  && [...one.childNodes].some((node) => node.nodeType === 3 && /[\u202a-\u202e\u2066-\u2069]/.test(node.data))
  && !["isolate", "plaintext", "isolate-override"].some((kind) => getComputedStyle(one).unicodeBidi.includes(kind))
  && ["inline", "inline-block"].includes(getComputedStyle(one).display) && one.tagName !== "BUTTON"
).map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture
def hostile(hostile_store: Store, tmp_path: Path) -> Path:
    return write_page(build(hostile_store), tmp_path / "hostile.html", title=TITLE)


def unharmed(visit: Any, path: Path, width: int = 1440) -> None:
    """Assert that nothing ran, nothing was asked for, nothing was made, turned round or pushed out of the page."""
    page = visit.page
    assert page.evaluate("window.harmed") is None
    assert page.evaluate(MADE) == ["data", ""]  # the page's data and its program
    assert page.evaluate(TURNED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("a:not([href^='http://']):not([href^='https://'])").count() == 0
    assert {one.split("#")[0] for one in visit.requests} == {path.as_uri()}
    assert visit.said == []


def texts(page: Any, selector: str) -> str:
    return "\n".join(page.locator(selector).all_text_contents())


def test_in_the_heading(browser: Browser, browsing: Any, hostile: Path) -> None:
    with browsing.opened(browser, hostile) as visit:
        assert visit.page.text_content("h1") == TITLE
        assert SCRIPT in visit.page.title()
        unharmed(visit, hostile)


@pytest.mark.parametrize("width", [360, 1440])
def test_in_the_panel_of_every_node_and_every_edge(browser: Browser, browsing: Any, hostile: Path, width: int) -> None:
    with browsing.opened(browser, hostile, width=width, height=800) as visit:
        page, seen = visit.page, []
        assert IMAGE in texts(page, "#panel")
        for kind, count in (("node", "nodes"), ("edge", "edges")):
            for i in range(page.evaluate(f"dragoman.page.graph.{count}.length")):
                page.evaluate(f"i => dragoman.page.choose({{ {kind}: i }})", i)
                seen.append(texts(page, "#panel"))
                assert (
                    page.evaluate(
                        "(() => { const p = document.getElementById('panel'); return p.scrollWidth - p.clientWidth; })()"
                    )
                    <= 0
                )
        shown = "\n".join(seen)
        for name in (SCRIPT, IMAGE, TEMPLATE, QUOTES, LONG):
            assert name in shown, name[:40]
        unharmed(visit, hostile, width)


def test_in_quotations_said_by_titles_and_outlets(browser: Browser, browsing: Any, hostile: Path) -> None:
    with browsing.opened(browser, hostile) as visit:
        visit.choose(SCRIPT)
        for toggle in visit.page.locator("#panel .words > summary").all():
            toggle.click()
        assert SCRIPT in texts(visit.page, "#panel blockquote")
        assert LONG in texts(visit.page, "#panel blockquote")
        assert SEPARATORS in texts(visit.page, "#panel blockquote")
        assert SCRIPT in texts(visit.page, "#panel .from")
        assert IMAGE in texts(visit.page, "#panel .from")
        assert visit.page.locator("#panel .from a").count() == 0  # the article's address is none of the web
        unharmed(visit, hostile)


def test_in_the_legend_the_table_and_the_line_of_time(browser: Browser, browsing: Any, hostile: Path) -> None:
    with browsing.opened(browser, hostile) as visit:
        visit.page.eval_on_selector_all("#filters .question", "all => all.forEach((one) => { one.open = true; })")
        assert IMAGE in texts(visit.page, "#filters")
        assert SCRIPT in texts(visit.page, "#filters")
        visit.page.click("#as-table")
        assert SCRIPT in texts(visit.page, "#table")
        assert LONG in texts(visit.page, "#table")
        unharmed(visit, hostile)


def test_in_what_search_suggests_and_along_a_path(browser: Browser, browsing: Any, hostile: Path) -> None:
    with browsing.opened(browser, hostile) as visit:
        for typed, name in (("script", SCRIPT), ("img", IMAGE), ("raw", TEMPLATE), ("trois", SEPARATORS)):
            visit.page.fill("#search", typed)
            assert name in texts(visit.page, "#found")
        visit.page.fill("#search", "<img src=x onerror=window.harmed=5>")
        visit.page.keyboard.press("Escape")
        visit.page.click("#connect")
        for end, typed in (("#from", "script"), ("#to", "img src")):
            visit.page.fill(end, typed)
            visit.page.press(end, "Enter")
        unharmed(visit, hostile)


@pytest.mark.parametrize("lang", ["en", "ar", "ru"])
def test_in_every_language(browser: Browser, browsing: Any, hostile: Path, lang: str) -> None:
    with browsing.opened(browser, hostile) as visit:
        visit.page.select_option("#language", lang)
        for i in range(len(NAMES)):
            visit.page.evaluate("node => dragoman.page.choose({ node })", i)
        unharmed(visit, hostile)


@pytest.mark.parametrize(
    "link",
    [
        "lang=%3Cscript%3E",
        "node=%3Cimg%20src%3Dx%20onerror%3Dwindow.harmed%3D7%3E",
        "view=__proto__",
        "only.topic=%E2%80%AE",
    ],
)
def test_in_the_link_by_which_the_page_is_opened(browser: Browser, browsing: Any, hostile: Path, link: str) -> None:
    with browsing.opened(browser, hostile) as visit:
        visit.page.evaluate("link => { location.hash = link; }", link)
        visit.page.reload()
        visit.page.wait_for_timeout(300)
        unharmed(visit, hostile)


def test_it_is_drawn_too_and_cut_where_it_is_long(browser: Browser, browsing: Any, hostile: Path) -> None:
    with browsing.opened(browser, hostile) as visit:
        drawn = visit.page.evaluate(
            """() => {
              const lines = [];
              const write = CanvasRenderingContext2D.prototype.fillText;
              CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) { lines.push(text); return write.call(this, text, ...rest); };
              dragoman.page.picture.network.redraw();
              return lines;
            }"""
        )
        assert drawn
        assert all(len(line) <= 24 for line in drawn)
        assert not any(character in line for line in drawn for character in "\u202e\u2066\u2028")
        unharmed(visit, hostile)
