"""The page in a real browser: opened from a file, without a network, by clicking and typing as a person would."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from fixtures.hostile import NAMES

from dragoman.graph.iris import fold
from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page
from dragoman.graph.view.labels import lines

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.needs("chromium")
SUPERJET = "Sukhoi Superjet 100 (12 à 20)"
DEALS = {SUPERJET, "Irkout MS-21", "élicoptères russes", "Kamaz"}


def test_it_asks_for_nothing_but_itself_and_says_nothing_on_the_console(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        visit.click(visit.at("Russie"))
        visit.page.fill("#search", "maroc")
        assert visit.requests == [built_in.as_uri()]
        assert visit.said == []


def test_no_request_gets_out_even_when_the_page_is_made_to_try(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        got_out = visit.page.evaluate(
            """async () => {
              const tried = [
                fetch("https://example.org/").then(() => "fetch", () => null),
                new Promise((done) => { const i = new Image(); i.onload = () => done("image"); i.onerror = () => done(null); i.src = "https://example.org/a.png"; }),
                new Promise((done) => { const s = document.createElement("script"); s.onload = () => done("script"); s.onerror = () => done(null); s.src = "https://example.org/a.js"; document.body.append(s); }),
              ];
              return (await Promise.all(tried)).filter(Boolean);
            }"""
        )
        assert got_out == []
        assert any("Content Security Policy" in line for line in visit.said)


def test_it_opens_with_what_the_articles_say_in_order_and_the_undated_apart(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        text = visit.panel
        assert text.index("16 mars 2016") < text.index("5 avril 2016") < text.index("Sans date")
        assert "Nikolaï Patrouchev reçoit Abdellatif Hammouchi" in text
        visit.page.click("text=La Russie propose au Maroc")
        assert "avait proposé au Maroc la vente" in visit.panel


def test_a_click_on_a_node_shows_its_offices_and_happenings_each_with_its_words(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        visit.click(visit.at("Nikolaï Patrouchev"))
        text = visit.panel
        for wanted in (
            "Responsable",
            "Nikolaï Patrouchev",
            "Nikolai Patrushev",
            "secrétaire général",
            "Abdellatif Hammouchi a été reçu mardi au Kremlin",
            "Selon Conseil de sécurité de Russie",
            "Maroc-Russie: la coopération sécuritaire prend du rythme",
            "labass.net",
            "6 avril 2016",
        ):
            assert wanted in text, wanted
        links = visit.page.eval_on_selector_all("#panel a", "all => all.map((a) => [a.href, a.rel, a.target])")
        assert ["http://www.wikidata.org/entity/Q446865", "noopener noreferrer external", "_blank"] in links
        assert any(href.startswith("https://labass.net/9909") for href, _, _ in links)
        marked = visit.page.eval_on_selector_all("#panel mark", "all => all.map((m) => m.textContent)")
        assert "Nikolaï Patrouchev" in marked


def test_a_click_on_an_edge_shows_its_evidence_and_no_other(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        visit.click(visit.between("Russie", SUPERJET))
        text = visit.panel
        assert "propose" in text
        assert "flotte de 12 à 20 avions de ligne" in text
        assert "Selon Victor Evtuhov" in text
        assert "Kamaz" not in text
        assert visit.page.locator("#panel .happening").count() == 1


def test_a_click_beside_everything_and_escape_go_back_to_the_list(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        visit.click(visit.at("Maroc"))
        assert "Ce que disent les articles" not in visit.panel
        visit.page.keyboard.press("Escape")
        assert "Ce que disent les articles" in visit.panel
        visit.click(visit.at("Maroc"))
        visit.page.click("#panel .close")
        assert "Ce que disent les articles" in visit.panel


@pytest.mark.parametrize("typed", ["patrushev", "PATROUCHEV", "nikolai pat", "Патрушев", "Nikolaï  Patrouchev"])
def test_search_finds_a_name_in_any_language_whatever_its_accents_and_case(
    browser: Browser, browsing: ModuleType, built_in: Path, typed: str
) -> None:
    with browsing.opened(browser, built_in) as visit:
        visit.page.click("#search")
        visit.page.keyboard.type(typed)
        assert visit.page.locator("#found [role=option]").first.inner_text().startswith("Nikolaï Patrouchev")
        visit.page.keyboard.press("Enter")
        assert visit.page.locator("#panel h1").inner_text() == "Nikolaï Patrouchev"


def test_search_says_when_nothing_bears_the_name(browser: Browser, browsing: ModuleType, built_in: Path) -> None:
    with browsing.opened(browser, built_in) as visit:
        visit.page.fill("#search", "Zanzibar")
        assert "Aucun nom" in visit.page.inner_text("#found")
        visit.page.keyboard.press("Escape")
        assert not visit.page.locator("#found").is_visible()


def test_the_legend_counts_what_there_is_and_hides_what_is_switched_off(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    with browsing.opened(browser, built_in) as visit:
        entry = visit.page.locator('[data-family="deal"]')
        assert entry.inner_text().split() == ["Projet", "ou", "contrat", "4"]
        entry.click()
        assert entry.get_attribute("aria-pressed") == "false"
        assert {next((deal for deal in DEALS if deal in label), label) for label in visit.hidden()} == DEALS
        entry.click()
        assert visit.hidden() == set()
        visit.page.click('[data-status="Proposed"]')
        (proposed,) = visit.hidden()
        assert SUPERJET in proposed


def test_hostile_names_and_quotations_are_shown_as_they_are_and_do_nothing(
    browser: Browser, browsing: ModuleType, hostile: Path
) -> None:
    with browsing.opened(browser, hostile) as visit:
        count = visit.page.evaluate("dragoman.page.graph.nodes.length")
        for node in range(count):
            visit.page.evaluate("node => dragoman.page.choose({ node })", node)
            assert visit.page.locator("#panel h1").inner_text()
        for edge in range(visit.page.evaluate("dragoman.page.graph.edges.length")):
            visit.page.evaluate("edge => dragoman.page.choose({ edge })", edge)
        for typed in ("script", "img", "{{", "abc", "un", "x", "😀"):
            visit.page.fill("#search", typed)
        assert visit.page.evaluate("window.harmed") is None
        assert visit.page.locator("#panel img, #panel script, #found img, #found script").count() == 0
        assert "<img src=x onerror=window.harmed=2>" in visit.page.inner_text("#panel")
        assert visit.page.inner_text("h1 >> nth=0") == "</title><script>window.harmed=9</script>"
        assert visit.page.locator("a[href^='javascript']").count() == 0
        assert visit.requests == [hostile.as_uri()]
        assert visit.said == []


def test_the_picture_breaks_labels_into_the_lines_that_the_layout_reckoned_with(
    browser: Browser, browsing: ModuleType, built_in: Path
) -> None:
    labels = [*NAMES, "Direction générale de la surveillance du territoire", "", " ", "a" * 23, "mot " * 40]
    with browsing.opened(browser, built_in) as visit:
        for label in labels:
            shown = visit.page.evaluate("label => dragoman.text.lines(label)", label)
            plain = visit.page.evaluate("label => dragoman.text.plain(label)", label)
            assert shown == "\n".join(lines(plain)), label


def test_names_are_folded_as_python_folds_them(browser: Browser, browsing: ModuleType, built_in: Path) -> None:
    with browsing.opened(browser, built_in) as visit:
        for name in ("Nikolaï  Patrouchev", "l’Île-de-France", "Россия 24", "Œuvre", "المغرب", "Łódź", "naïve_nom"):
            assert visit.page.evaluate("name => dragoman.text.fold(name)", name) == fold(name)


def test_only_addresses_of_the_web_are_followed(browser: Browser, browsing: ModuleType, built_in: Path) -> None:
    with browsing.opened(browser, built_in) as visit:
        for address in (
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "x",
            "",
        ):
            assert visit.page.evaluate("address => dragoman.text.webAddress(address) ?? null", address) is None
        assert visit.page.evaluate("dragoman.text.webAddress('https://example.org/é')") == "https://example.org/%C3%A9"


def test_an_empty_graph_says_so_and_how_to_fill_it(browser: Browser, browsing: ModuleType, tmp_path: Path) -> None:
    with Store.memory() as store:
        path = write_page(build(store), tmp_path / "empty.html")
    with browsing.opened(browser, path) as visit:
        text = visit.page.inner_text("body")
        assert "Ce graphe est encore vide." in text
        assert "dragoman read" in text
        assert visit.said == []


def test_it_follows_the_system_from_light_to_dark(browser: Browser, browsing: ModuleType, built_in: Path) -> None:
    with browsing.opened(browser, built_in) as visit:
        colour = "() => dragoman.page.picture.network.body.nodes[4].options.color.background"
        light = visit.page.evaluate(colour)
        visit.page.emulate_media(color_scheme="dark")
        visit.page.wait_for_timeout(200)
        assert visit.page.evaluate(colour) != light
        assert visit.said == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_is_cut_off_at_any_width(browser: Browser, browsing: ModuleType, built_in: Path, width: int) -> None:
    with browsing.opened(browser, built_in, width=width, height=800) as visit:
        for label in ("Nikolaï Patrouchev", SUPERJET):
            visit.choose(label)
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
            assert (
                visit.page.evaluate(
                    "document.getElementById('panel').scrollWidth - document.getElementById('panel').clientWidth"
                )
                <= 0
            )
