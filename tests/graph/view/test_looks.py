"""How the page looks: shapes and colours that can be told apart, words that stand clear of each other, and pictures to look at."""

from __future__ import annotations

import os
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from fixtures.colours import SIGHTS, apart, luminance

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page
from dragoman.graph.view.picture import SHAPES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
SHOTS = Path(os.environ.get("DRAGOMAN_SHOTS", "out/screenshots"))
HEIGHTS = {1440: 900, 768: 1024, 360: 740}
LADDER = ("Interest", "Proposed", "Negotiation", "Agreed", "Signed", "Delivered")
DISTINCT = 7  # on the scale of L*a*b*; shapes tell apart what is nearer than people would like
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
# the boxes of all that is written in the picture, one a block
WRITTEN = """() => {
  const { picture } = dragoman.page;
  const rows = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2;
    rows.push([text, x - half, y - 5, x + half, y + 5]);
    return write.apply(this, arguments);
  };
  picture.network.redraw();
  CanvasRenderingContext2D.prototype.fillText = write;
  return rows;
}"""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG 2 reckons it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_each_class_has_a_shape_of_its_own() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES)


@THEMES
def test_each_class_has_a_colour_of_its_own_that_stands_out_from_the_ground(
    browser: Browser, browsing: Any, built_in: Path, theme: Literal["light", "dark"]
) -> None:
    with browsing.opened(browser, built_in, theme=theme) as visit:
        colours = visit.page.evaluate("(({ of, ...plain }) => plain)(dragoman.theme.colours())")
    for one, other in combinations(colours["family"], 2):
        for sight in SIGHTS:
            assert apart(colours["family"][one], colours["family"][other], sight) >= DISTINCT, (sight, one, other)
    for name, colour in {**colours["family"], **colours["status"], "edge": colours["edge"]}.items():
        assert contrast(colour, colours["ground"]) >= 3.0, name
    for name in ("ink", "muted", "accent"):
        assert contrast(colours[name], colours["ground"]) >= 4.5, name


@THEMES
def test_a_deal_grows_darker_with_every_step_so_that_its_rung_is_seen_without_any_hue(
    browser: Browser, browsing: Any, built_in: Path, theme: Literal["light", "dark"]
) -> None:
    with browsing.opened(browser, built_in, theme=theme) as visit:
        status = visit.page.evaluate("dragoman.theme.colours().status")
    for lower, upper in pairwise(LADDER):
        assert luminance(status[lower]) > luminance(status[upper]), (lower, upper)


def test_a_deal_has_the_colour_of_where_it_stands_and_so_have_its_edges(
    browser: Browser, browsing: Any, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        wrong = visit.page.evaluate(
            """() => {
              const { graph, picture } = dragoman.page;
              const { status } = dragoman.theme.colours();
              return graph.edges.filter((edge) => edge.deal && edge.status && picture.network.body.edges[edge.id].options.color.color !== status[edge.status]).length
                + graph.nodes.filter((node) => node.group === "deal" && picture.network.body.nodes[node.id].options.color.background !== status[node.status]).length;
            }"""
        )
        assert wrong == 0


def test_what_is_conditional_is_dashed_what_is_denied_is_faded_and_what_is_cancelled_struck_out(
    browser: Browser, browsing: Any, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        drawn = visit.page.evaluate(
            """() => {
              const { graph, picture } = dragoman.page;
              const edge = graph.edges.find((one) => one.deal);
              const look = (change) => {
                Object.assign(edge, change);
                picture.again();
                const { dashes, color } = picture.network.body.edges[edge.id].options;
                return [Boolean(dashes), color.opacity];
              };
              const struck = () => {
                let lines = 0;
                const ctx = new Proxy({}, { get: (_, name) => name === "lineTo" ? () => { lines += 1; } : () => {}, set: () => true });
                dragoman.signs.paint(ctx, { ...graph.nodes.find((one) => one.group === "deal"), status: "Cancelled" }, { radius: 10, colour: "", ground: "", ink: "", accent: "", faint: 1 });
                return lines;
              };
              return [look({ certainty: "Asserted" }), look({ certainty: "Conditional" }), look({ certainty: "Denied" }), struck()];
            }"""
        )
        asserted, conditional, denied, struck = drawn
        assert asserted == [False, 1]
        assert conditional == [True, 1]
        assert not denied[0]
        assert denied[1] < 0.5
        assert struck


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_two_words_in_the_picture_overlap_and_none_is_cut_off(
    browser: Browser, browsing: Any, builtin_store: Store, tmp_path: Path, width: int, lang: str
) -> None:
    path = write_page(build(builtin_store), tmp_path / "graph.html", lang=lang)
    with browsing.opened(browser, path, width=width, height=HEIGHTS[width]) as visit:
        rows = visit.page.evaluate(WRITTEN)
        stage = visit.page.evaluate("document.getElementById('drawing').clientWidth")
    assert len(rows) > 20
    for (one, *a), (other, *b) in combinations(rows, 2):
        assert not (a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]), (one, other)
    for name, left, _, right, _ in rows:
        assert left >= 0, name
        assert right <= stage, name


def test_a_name_that_a_language_lacks_stands_in_another_and_says_in_which(
    browser: Browser, browsing: Any, builtin_store: Store, tmp_path: Path
) -> None:
    path = write_page(build(builtin_store), tmp_path / "graph.html", lang="ru")
    with browsing.opened(browser, path) as visit:
        visit.choose("tourisme")
        assert visit.page.locator("#panel h1 bdi").get_attribute("lang") == "fr"
        assert visit.page.inner_text("#panel h1 .tongue") == "fr"
        visit.choose("Maroc")
        assert visit.page.inner_text("#panel h1") == "Марокко"
        assert visit.page.locator("#panel h1 .tongue").count() == 0


def test_words_of_another_language_within_a_sentence_are_slanted_and_stay_in_its_line(
    browser: Browser, browsing: Any, builtin_store: Store, tmp_path: Path
) -> None:
    path = write_page(build(builtin_store), tmp_path / "graph.html", lang="ru")
    with browsing.opened(browser, path) as visit:
        borrowed = visit.page.locator("#panel .overview .borrowed").first
        look = borrowed.evaluate("(one) => [getComputedStyle(one).display, getComputedStyle(one).fontStyle]")
    assert look == ["inline", "italic"]


@pytest.mark.parametrize(("lang", "direction"), [("fr", "ltr"), ("en", "ltr"), ("ar", "rtl"), ("ru", "ltr")])
def test_the_switch_turns_the_whole_page_to_a_language(
    browser: Browser, browsing: Any, built_in: Path, lang: str, direction: str
) -> None:
    with browsing.opened(browser, built_in) as visit:
        visit.page.select_option("#language", lang)
        assert visit.page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [lang, direction]
        words = visit.page.evaluate("dragoman.page.graph.messages[document.documentElement.lang]")
        for selector, word in (("#as-table", "table"), ("#panel h2", "overview"), ("#connect", "path")):
            assert visit.page.inner_text(selector) == words[word]
        assert visit.page.get_attribute("#search", "placeholder") == words["search"]


def test_on_paper_there_is_the_picture_and_the_words_and_no_button(
    browser: Browser, browsing: Any, built_in: Path
) -> None:
    with browsing.opened(browser, built_in, theme="dark") as visit:
        visit.choose("Nikolaï Patrouchev")
        visit.page.emulate_media(media="print")
        assert luminance(visit.page.evaluate("dragoman.theme.colours().ground")) > 0.9
        for selector in (".tools", ".zoom", ".search", "#panel .close"):
            assert not visit.page.locator(selector).first.is_visible(), selector
        for selector in ("h1", "#drawing", "#panel blockquote"):
            assert visit.page.locator(selector).first.is_visible(), selector


@THEMES
@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("width", HEIGHTS)
def test_screenshots_are_kept(
    browser: Browser,
    browsing: Any,
    builtin_store: Store,
    tmp_path: Path,
    width: int,
    lang: str,
    theme: Literal["light", "dark"],
) -> None:
    path = write_page(build(builtin_store), tmp_path / "graph.html", lang=lang)
    SHOTS.mkdir(parents=True, exist_ok=True)
    with browsing.opened(browser, path, width=width, height=HEIGHTS[width], theme=theme) as visit:
        kept = SHOTS / f"network-{width}-{lang}-{theme}.png"
        visit.page.screenshot(path=kept, full_page=width < 1000)
        visit.choose("Nikolaï Patrouchev")
        visit.page.screenshot(path=SHOTS / f"panel-{width}-{lang}-{theme}.png")
        visit.page.keyboard.press("Escape")
        visit.page.click("#as-table")
        visit.page.screenshot(path=SHOTS / f"table-{width}-{lang}-{theme}.png")
        assert kept.stat().st_size > 20_000
        assert visit.said == []
