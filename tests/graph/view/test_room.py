"""The page where room is scarce: on a telephone, beside a panel, in an image that goes elsewhere."""

from __future__ import annotations

import struct
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

pytestmark = pytest.mark.needs("chromium")
Open = Callable[..., AbstractContextManager[Any]]


def inside(visit: Any, selector: str) -> bool:
    """Return whether all that a selector finds lies between the sides of the window."""
    width = visit.page.evaluate("document.documentElement.clientWidth")
    boxes = [one.bounding_box() for one in visit.page.locator(selector).all() if one.is_visible()]
    assert boxes
    return all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)


@pytest.mark.parametrize("lang", ["fr", "en", "ar", "ru"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_menu_opens_within_the_window(
    opened: Open, builtin_store: Store, tmp_path: Path, width: int, lang: str
) -> None:
    with opened(write_page(build(builtin_store), tmp_path / "graph.html", lang=lang), width=width, height=800) as visit:
        visit.page.click("#keep summary")
        assert inside(visit, "#keep .choices button")


@pytest.mark.parametrize(("width", "chosen"), [(360, False), (768, False), (1440, True), (1440, False)])
def test_every_field_of_a_record_is_seen_without_scrolling_aside(opened: Open, width: int, chosen: bool) -> None:
    with opened(link="view=table", width=width, height=900) as visit:
        if chosen:
            visit.choose("Nikolaï Patrouchev")
        place = visit.page.locator("#table")
        assert place.evaluate("one => one.scrollWidth <= one.clientWidth")
        row = visit.page.locator("#table tbody tr").first
        for column in ("date", "sentence", "kind", "certainty", "speaker", "quotation", "article"):
            assert row.locator(f".in-{column}").is_visible()
        assert row.bounding_box()["height"] < 460
        visit.page.click("#table thead .in-kind button")
        assert visit.page.locator("#table thead .in-kind").get_attribute("aria-sort") == "ascending"


def test_on_a_telephone_the_neighbourhood_lies_above_what_is_read(opened: Open) -> None:
    with opened(width=360, height=740) as visit:
        visit.choose("Nikolaï Patrouchev")
        visit.page.click("#around")
        visit.page.wait_for_timeout(300)
        panel = visit.page.locator("#panel").bounding_box()
        for name in ("Nikolaï Patrouchev", "Conseil de sécurité de Russie", "Russie", "Rencontre"):
            x, y = visit.at(name)
            assert 0 <= x <= 360
            assert 0 <= y < panel["y"]


@pytest.mark.parametrize("link", ["", "view=table", "lang=ar"])
def test_an_image_is_large_has_a_legend_and_leaves_the_view_as_it_is(opened: Open, tmp_path: Path, link: str) -> None:
    with opened(link=link) as visit:
        words: list[str] = visit.page.evaluate(
            """async () => {
              const words = [];
              const write = CanvasRenderingContext2D.prototype.fillText;
              CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) { words.push(text); return write.call(this, text, ...rest); };
              const { graph, picture, shown } = dragoman.page;
              dragoman.image(graph, picture, shown(), "Titre");
              CanvasRenderingContext2D.prototype.fillText = write;
              return words;
            }"""
        )
        messages = visit.page.evaluate("dragoman.page.graph.messages[document.documentElement.lang]")
        assert "Titre" in words
        assert {messages["family"]["deal"], messages["status"]["Proposed"], messages["facets"]["article"]} <= set(words)
        assert any("labass.net" in word and "2016" in word for word in words)
        visit.page.click("#keep summary")
        with visit.page.expect_download() as started:
            visit.page.click("#keep-png")
        started.value.save_as(tmp_path / "kept.png")
        assert visit.page.evaluate("dragoman.page.state().view") == ("table" if "table" in link else "network")
    width, height = struct.unpack(">II", (tmp_path / "kept.png").read_bytes()[16:24])
    assert width >= 2000
    assert height >= 1000


def test_a_status_bears_the_signs_that_the_picture_has_of_it(opened: Open) -> None:
    with opened() as visit:
        signs = (
            "one => [...one.querySelectorAll('.sign')].map((sign) => sign.getAttribute('class').replace('sign ', ''))"
        )
        signed, proposed = (
            visit.page.locator(f'[data-status="{name}"]').evaluate(signs) for name in ("Signed", "Proposed")
        )
        assert signed == ["of-agreement"]
        assert proposed == ["at-proposed"]


def test_the_same_node_at_both_ends_is_said_to_be_no_path(opened: Open) -> None:
    with opened(link="from=country/russia&to=country/russia") as visit:
        ends = visit.page.evaluate("dragoman.page.graph.nodes.find((one) => one.labels.fr === 'Russie').id")
        visit.page.evaluate(
            "id => { location.hash = `from=${dragoman.facets.key(dragoman.page.graph.nodes[id].iri)}&to=${dragoman.facets.key(dragoman.page.graph.nodes[id].iri)}`; }",
            ends,
        )
        visit.page.wait_for_timeout(200)
        assert "deux nœuds différents" in visit.panel
