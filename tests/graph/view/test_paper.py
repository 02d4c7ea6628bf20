"""What is printed can be read without a click: every quotation open, every address written out, the picture as it was drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

pytestmark = pytest.mark.needs("chromium")
Open = Callable[..., AbstractContextManager[Any]]


def turn(visit: Any, media: str) -> None:
    """Lay the page out for paper or for the screen, and let it answer."""
    visit.page.emulate_media(media=media)
    visit.page.wait_for_timeout(300)


@pytest.fixture
def printed(opened: Open) -> Open:
    """Opens a page as it is laid out for paper."""

    @contextmanager
    def printing(*args: Any, **how: Any) -> Iterator[Any]:
        with opened(*args, **how) as visit:
            turn(visit, "print")
            yield visit

    return printing


def test_the_list_is_printed_with_every_fact_its_words_and_its_source(printed: Open) -> None:
    with printed() as visit:
        told = visit.page.locator("#panel .happening")
        assert told.count() == 10
        for fact in told.all():
            assert fact.locator("blockquote").first.is_visible()
            assert fact.locator(".from").first.is_visible()
        turn(visit, "screen")
        assert visit.page.locator("#panel .fact").count() == 10


def test_of_what_is_chosen_all_quotations_are_open_and_closed_again_afterwards(printed: Open) -> None:
    with printed(link="node=country/russia") as visit:
        turn(visit, "screen")
        visit.choose("Russie")
        closed = visit.page.locator("#panel details.words").count()
        assert closed
        turn(visit, "print")
        assert visit.page.locator("#panel details.words").count() == 0
        assert all(quotation.is_visible() for quotation in visit.page.locator("#panel blockquote").all())
        turn(visit, "screen")
        assert visit.page.locator("#panel details.words").count() == closed


def test_the_table_is_printed_whole_and_over_nothing(printed: Open) -> None:
    with printed(link="view=table") as visit:
        assert not visit.page.locator("#panel").is_visible()
        table, timeline = (visit.page.locator(one).bounding_box() for one in ("#table", "#timeline"))
        assert table["y"] + table["height"] <= timeline["y"] + 1
        for row in visit.page.locator("#table tbody tr").all():
            for column in ("in-quotation", "in-article"):
                box = row.locator(f".{column}").bounding_box()
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= table["x"] + table["width"] + 1


def test_the_picture_keeps_its_shape_and_its_legend_and_is_drawn_by_day(printed: Open) -> None:
    with printed(theme="dark") as visit:
        for part in ("#legend", "#legend [data-family='deal']", "#legend [data-status='Signed']", "#drawing canvas"):
            assert visit.page.locator(part).is_visible(), part
        drawn = visit.page.evaluate(
            "(() => { const c = document.querySelector('#drawing canvas'); return [c.width / c.height, c.clientWidth / c.clientHeight, getComputedStyle(c).objectFit]; })()"
        )
        assert drawn[2] == "contain"
        assert drawn[0] == pytest.approx(drawn[1], rel=0.02)
        ground = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(255, 255, 255)"


def test_addresses_run_from_left_to_right_in_arabic_too(printed: Open, builtin_store: Store, tmp_path: Path) -> None:
    with printed(write_page(build(builtin_store), tmp_path / "graph.html", lang="ar")) as visit:
        written = visit.page.evaluate(
            "(() => { const s = getComputedStyle(document.querySelector('#panel .from a'), '::after'); return [s.content, s.direction, s.unicodeBidi]; })()"
        )
        assert "https://labass.net/9909" in written[0]
        assert written[1:] == ["ltr", "isolate"]
