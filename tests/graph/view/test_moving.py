"""What moves in the page, only when asked; and what is copied from it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

pytestmark = pytest.mark.needs("chromium")
Open = Callable[..., AbstractContextManager[Any]]
PLACES = "JSON.stringify(dragoman.page.picture.network.getPositions())"
# stands in for the clipboard, which a page without an address of the web has no right to
CLIPBOARD = (
    "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })"
)


def test_nodes_stand_still_until_they_are_asked_to_move_and_stop_again(opened: Open) -> None:
    with opened() as visit:
        before = visit.page.evaluate(PLACES)
        visit.page.wait_for_timeout(300)
        assert visit.page.evaluate(PLACES) == before
        visit.page.click("#motion")
        visit.page.wait_for_timeout(500)
        assert visit.page.get_attribute("#motion", "aria-pressed") == "true"
        assert visit.page.evaluate(PLACES) != before
        visit.page.click("#motion")
        assert visit.page.get_attribute("#motion", "aria-pressed") == "false"
        stopped = visit.page.evaluate(PLACES)
        visit.page.wait_for_timeout(300)
        assert visit.page.evaluate(PLACES) == stopped


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_who_wants_less_motion_sees_no_zoom_glide(opened: Open, motion: Any) -> None:
    with opened() as visit:
        visit.page.emulate_media(reduced_motion=motion)
        glides = visit.page.evaluate(
            """() => {
              const { network } = dragoman.page.picture;
              let asked;
              const move = network.moveTo;
              network.moveTo = (how) => { asked = Boolean(how.animation); move.call(network, how); };
              document.getElementById("zoom-in").click();
              return asked;
            }"""
        )
        assert glides == (motion != "reduce")
        durations = visit.page.evaluate("getComputedStyle(document.querySelector('.entry')).transitionDuration")
        assert (set(durations.split(", ")) == {"0s"}) == (motion == "reduce")


def test_the_link_is_copied_and_the_button_says_so_for_a_while(opened: Open) -> None:
    with opened() as visit:
        visit.page.evaluate(CLIPBOARD)
        visit.choose("Nikolaï Patrouchev")
        visit.page.click("#keep summary")
        visit.page.click("#copy-link")
        visit.page.locator("#copy-link", has_text="Copié").wait_for()
        assert visit.page.evaluate("window.copied").endswith("#node=person%2Fnikolai-patrushev")
        visit.page.locator("#copy-link", has_text="Copier le lien").wait_for()


def test_the_table_is_copied_as_a_spreadsheet_takes_it(opened: Open) -> None:
    with opened(link="view=table") as visit:
        visit.page.evaluate(CLIPBOARD)
        visit.page.click("#table .copy")
        visit.page.locator("#table .copy", has_text="Copié").wait_for()
        lines = visit.page.evaluate("window.copied").split("\n")
        assert lines[0].startswith("Date\tFait\t")
        assert len(lines) == 16
        assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
