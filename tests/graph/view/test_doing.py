"""What one does in the page, done in a real browser by clicking and typing as a person would, without a network."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

pytestmark = pytest.mark.needs("chromium")
SHOTS = Path(os.environ.get("DRAGOMAN_SHOTS", "out/screenshots"))
Open = Callable[..., AbstractContextManager[Any]]


def shown(visit: Any) -> set[str]:
    """Return the labels of the nodes that the picture shows."""
    labels: list[str] = visit.page.evaluate(
        """() => dragoman.page.graph.nodes
            .filter((node) => !dragoman.page.picture.network.body.nodes[node.id].options.hidden)
            .map((node) => node.labels.fr)"""
    )
    return set(labels)


def link(visit: Any) -> str:
    """Return the link that the page keeps, once it has caught up with what was set."""
    wanted = visit.page.evaluate("dragoman.state.write(dragoman.page.graph, dragoman.page.state())")
    visit.page.wait_for_url(f"**#{wanted}")
    return str(wanted)


@pytest.mark.parametrize("typed", ["patrouchef", "hamouchi", "Evtuhov Victor", "hélicoptère"])
def test_search_forgives_a_slip_and_the_order_of_words(opened: Open, typed: str) -> None:
    with opened() as visit:
        visit.page.click("#search")
        visit.page.keyboard.type(typed)
        assert visit.page.locator("#found [role=option]").count() >= 1
        visit.page.keyboard.press("ArrowDown")
        visit.page.keyboard.press("Enter")
        assert visit.page.locator("#panel h1").is_visible()


def test_an_entry_of_the_legend_can_be_kept_alone_and_everything_brought_back(opened: Open) -> None:
    with opened() as visit:
        visit.page.hover('[data-status="Signed"]')
        visit.page.click('.facet:has([data-status="Signed"]) .only')
        assert "Accords sécuritaires entre les deux pays" in shown(visit)
        assert not any("Kamaz" in label for label in shown(visit))
        assert "nœuds sur 35" in visit.page.inner_text("#status")
        assert visit.page.locator('[data-status="Proposed"]').get_attribute("aria-pressed") == "false"
        assert visit.page.locator('[data-status="Proposed"] .number').inner_text() == "1"
        visit.page.click("#reset")
        assert len(shown(visit)) == 35


def test_one_filters_by_speaker_topic_and_article(opened: Open) -> None:
    with opened() as visit:
        for facet in ("speaker", "topic", "article"):
            visit.page.click(f".question:has([data-{facet}]) summary")
        assert visit.page.locator("[data-article]").count() == 1
        assert visit.page.locator("[data-topic]").count() == 12
        visit.page.click('.facet:has([data-speaker]:has-text("Evtuhov")) .only')
        assert any("Kamaz" in label for label in shown(visit))
        assert "Mohammed VI" not in shown(visit)


def test_a_brush_over_the_timeline_keeps_its_days_and_the_undated_are_counted_apart(opened: Open) -> None:
    with opened() as visit:
        undated = visit.page.locator(".undated")
        assert undated.inner_text() == "Sans date 6"
        box = visit.page.locator(".days").bounding_box()
        visit.page.mouse.move(box["x"] + 0.05 * box["width"], box["y"] + 20)
        visit.page.mouse.down()
        visit.page.mouse.move(box["x"] + 0.5 * box["width"], box["y"] + 20, steps=6)
        visit.page.mouse.up()
        assert "Mohammed VI" in shown(visit)
        assert "Nikolaï Patrouchev" not in shown(visit)
        assert not any("Kamaz" in label for label in shown(visit))
        assert "2 faits datés" in visit.page.inner_text(".timeline .reading")
        visit.page.locator("#panel .fact", has_text="Kamaz").wait_for(state="detached")
        assert "Mohammed VI se rend en Russie" in visit.panel
        undated.click()
        assert any("Kamaz" in label for label in shown(visit))
        visit.page.click(".timeline .clear")
        assert len(shown(visit)) == 35


def test_the_brush_is_moved_by_keys(opened: Open) -> None:
    with opened() as visit:
        begin = visit.page.locator(".handle").first
        begin.focus()
        for _ in range(2):
            visit.page.keyboard.press("PageUp")
        assert begin.get_attribute("aria-valuetext") == "2 avril 2016"
        assert "2 faits datés" in visit.page.inner_text(".timeline .reading")
        assert "Mohammed VI" not in shown(visit)
        visit.page.keyboard.press("Home")
        assert len(shown(visit)) == 35


def test_an_event_on_the_timeline_opens_by_mouse_and_by_keys(opened: Open) -> None:
    with opened() as visit:
        visit.page.locator(".event").first.click()
        assert "16 mars" in visit.panel
        visit.page.locator('.event[tabindex="0"]').focus()
        for _ in range(3):
            visit.page.keyboard.press("ArrowRight")
        visit.page.keyboard.press("Enter")
        assert "5 avril 2016" in visit.panel


def test_around_a_node_shows_its_neighbourhood_as_far_as_asked(opened: Open) -> None:
    with opened() as visit:
        assert visit.page.locator("#around").is_disabled()
        visit.choose("Nikolaï Patrouchev")
        visit.page.click("#around")
        near = {"Nikolaï Patrouchev", "Conseil de sécurité de Russie", "Russie", "Rencontre\xa0: Kremlin"}
        assert shown(visit) == near
        visit.page.focus("#hops")
        visit.page.keyboard.press("ArrowRight")
        assert near < shown(visit)
        assert visit.page.inner_text("#far") == "2"
        visit.page.click("#around")
        assert len(shown(visit)) == 35


def test_two_nodes_are_connected_step_by_step_each_with_its_words(opened: Open) -> None:
    with opened() as visit:
        visit.page.click("#connect")
        visit.page.keyboard.type("hammouchi")
        visit.page.keyboard.press("Enter")
        visit.page.click("#to")
        visit.page.keyboard.type("patrouchev")
        visit.page.keyboard.press("Enter")
        steps = visit.page.locator("#panel .step")
        assert steps.count() == 1
        assert "Abdellatif Hammouchi" in steps.first.inner_text()
        assert steps.first.locator("blockquote").count() >= 1
        visit.page.click("#panel .ways button >> nth=1")
        assert visit.page.locator("#panel .step").count() >= 1
        for step in visit.page.locator("#panel .step").all():
            assert step.locator("blockquote").count() >= 1
        visit.page.click("#panel .close")
        assert "Ce que disent les articles" in visit.panel


def test_the_table_holds_the_same_records_and_is_sorted_by_its_headings(opened: Open) -> None:
    with opened() as visit:
        visit.page.click("#as-table")
        rows = visit.page.locator("#table tbody tr")
        assert rows.count() == 15
        assert visit.page.locator('#table th[aria-sort="ascending"]').inner_text() == "Date"
        assert "16 mars 2016" in rows.first.inner_text()
        visit.page.click("#table th.in-date button")
        assert "5 avril 2016" in rows.first.inner_text()
        visit.page.click("#table th.in-status button")
        visit.page.keyboard.press("Enter")
        assert "Signé" in rows.first.inner_text()
        visit.page.click('[data-family="deal"]')
        assert rows.count() == 11
        rows.first.locator("th button").click()
        assert visit.page.locator("#panel h1").is_visible()


@pytest.mark.parametrize("kind", ["png", "csv", "json"])
def test_what_is_shown_can_be_kept_as_a_file(opened: Open, tmp_path: Path, kind: str) -> None:
    with opened() as visit:
        visit.page.click('.facet:has([data-family="deal"]) .entry')
        visit.page.click("#keep summary")
        with visit.page.expect_download() as started:
            visit.page.click(f"#keep-{kind}")
        path = tmp_path / "kept"
        started.value.save_as(path)
        assert started.value.suggested_filename == f"maroc-russie.{kind}"
        content = path.read_bytes()
    if kind == "png":
        assert content.startswith(b"\x89PNG")
        assert len(content) > 10_000
    elif kind == "csv":
        text = content.decode("utf-8-sig")
        assert text.startswith("Date,Fait,Nature,")
        assert "Nikolaï Patrouchev reçoit Abdellatif Hammouchi" in text
        assert "La Russie négocie" not in text
    else:
        held = json.loads(content)
        assert len(held["records"]) == 11
        assert all(record["quotations"] for record in held["records"])
        assert not any(node["kind"] == "Deal" for node in held["nodes"])


def test_the_link_restores_what_one_saw(opened: Open) -> None:
    with opened() as visit:
        visit.page.select_option("#language", "en")
        visit.choose("Nikolaï Patrouchev")
        visit.page.click("#around")
        visit.page.click('.facet:has([data-family="place"]) .entry')
        kept, before = link(visit), shown(visit)
    with opened(link=kept) as visit:
        assert shown(visit) == before
        assert visit.page.locator("#panel h1").inner_text().startswith("Nikolai Patrushev")
        assert visit.page.locator('[data-family="place"]').get_attribute("aria-pressed") == "false"
        assert visit.page.inner_text("#as-table") == "Table"
        assert visit.page.evaluate("document.documentElement.lang") == "en"


def test_a_link_to_what_is_not_there_opens_the_page_as_it_is(opened: Open) -> None:
    with opened(link="node=person/nobody&around=x&hops=9&days=a_b&only.topic=y&lang=zz") as visit:
        assert len(shown(visit)) == 35


def test_the_network_is_walked_by_keys(opened: Open) -> None:
    with opened() as visit:
        visit.page.focus("#drawing")
        visit.page.keyboard.press("ArrowRight")
        first = visit.page.locator("#panel h1").inner_text()
        visit.page.keyboard.press("ArrowUp")
        assert visit.page.locator("#panel h1").inner_text() != first
        before = visit.page.evaluate("dragoman.page.picture.network.getScale()")
        visit.page.keyboard.press("+")
        visit.page.wait_for_timeout(500)
        assert visit.page.evaluate("dragoman.page.picture.network.getScale()") > before
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.localName") == "h1"
        visit.page.keyboard.press("Escape")
        assert "Ce que disent les articles" in visit.panel


def test_a_page_that_opens_on_its_central_part_grows_by_a_double_click(
    opened: Open, builtin_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = build(builtin_store)
    council = next(iri for iri, known in network.nodes(data=True) if known["label"] == "Conseil de sécurité de Russie")
    monkeypatch.setattr("dragoman.graph.view.data.opened", lambda drawn: frozenset(drawn) - {council})
    with opened(write_page(network, tmp_path / "partial.html")) as visit:
        assert "Conseil de sécurité de Russie" not in shown(visit)
        assert "34 nœuds les plus centraux sur 35" in visit.page.inner_text("#status")
        visit.page.mouse.dblclick(*visit.at("Nikolaï Patrouchev"))
        visit.page.wait_for_timeout(400)
        assert "Conseil de sécurité de Russie" in shown(visit)


def test_hostile_texts_stay_texts_wherever_one_looks(opened: Open, hostile: Path) -> None:
    with opened(hostile) as visit:
        visit.page.evaluate("document.querySelectorAll('.question').forEach((one) => (one.open = true))")
        visit.page.click("#as-table")
        assert visit.page.locator("#table tbody tr").count() > 0
        count = visit.page.evaluate("dragoman.page.graph.nodes.length")
        for lang in ("fr", "en"):
            visit.page.select_option("#language", lang)
            for node in range(min(count, 12)):
                visit.page.evaluate(f"dragoman.page.choose({{ node: {node} }})")
                visit.page.click("#around")
                visit.page.click("#around")
        for kind in ("csv", "json", "png"):
            visit.page.click("#keep summary")
            with visit.page.expect_download():
                visit.page.click(f"#keep-{kind}")
        visit.page.keyboard.press("Escape")
        visit.page.click("#connect")
        visit.page.evaluate(
            "location.hash = new URLSearchParams(Object.entries({ node: '<img src=x onerror=window.harmed=3>', from: '__proto__', lang: 'constructor' }))"
        )
        visit.page.wait_for_timeout(300)
        assert visit.page.evaluate("window.harmed") is None
        assert visit.page.locator("main img, main script, main iframe").count() == 0


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("view", ["path", "table", "around", "days"])
def test_screenshots_of_what_one_does_are_kept(opened: Open, view: str, width: int) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    link = {
        "path": "from=person/nikolai-patrushev&to=person/abdellatif-hammouchi",
        "table": "view=table",
        "around": "node=person/nikolai-patrushev&around=person/nikolai-patrushev&hops=2",
        "days": "days=2016-03-14_2016-03-20&undated=0",
    }[view]
    with opened(link=link, width=width, height=900 if width > 1000 else 740) as visit:
        visit.page.wait_for_timeout(300)
        path = SHOTS / f"{view}-{width}.png"
        visit.page.screenshot(path=path, full_page=width < 1000)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
