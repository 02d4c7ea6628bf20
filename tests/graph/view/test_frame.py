"""The network in a notebook: shut into a frame of its own."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from dragoman.graph.network import build
from dragoman.graph.network.drawable import Network
from dragoman.graph.store import Store
from dragoman.graph.view import frame as framing
from dragoman.graph.view import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser


class Frames(HTMLParser):
    """The frames in a text, each with its attributes; anything else that is an element is noted too."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.frames: list[dict[str, str | None]] = []
        self.others: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "iframe":
            self.frames.append(dict(attrs))
        else:
            self.others.append(tag)


def test_a_network_shows_the_page_in_a_frame_that_may_run_its_script_and_keep_what_it_shows(
    builtin_store: Store,
) -> None:
    network = build(builtin_store)
    found = Frames(network._repr_html_())
    (frame,) = found.frames
    assert set((frame["sandbox"] or "").split()) == {
        "allow-scripts", "allow-popups", "allow-popups-to-escape-sandbox", "allow-downloads",
    }  # fmt: skip
    assert frame["srcdoc"] == page(network)
    assert found.others == []


def test_nothing_in_a_hostile_graph_leaves_the_frame(hostile_store: Store) -> None:
    found = Frames(build(hostile_store)._repr_html_())
    assert len(found.frames) == 1
    assert found.others == []


def test_a_store_shows_what_it_holds_above_its_network(builtin_store: Store) -> None:
    html = builtin_store._repr_html_()
    assert "<td>Deal</td><td>4</td>" in html
    assert len(Frames(html).frames) == 1


def test_an_empty_store_says_how_to_fill_it() -> None:
    with Store.memory() as store:
        (frame,) = Frames(store._repr_html_()).frames
    assert "dragoman read" in (frame["srcdoc"] or "")


def test_of_a_large_network_the_most_central_nodes_are_shown(
    builtin_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(framing, "MOST", 10)
    monkeypatch.setattr(framing, "AT_ONCE", 6)
    network = build(builtin_store)
    html = network._repr_html_()
    assert f"Les 6 nœuds les plus centraux sur {len(network)}" in html
    assert (
        f'<p lang="ru" dir="ltr">Самые центральные узлы: 6 из {len(network)}'
        in build(builtin_store, "ru")._repr_html_()
    )


def test_a_network_of_somebody_else_is_described(builtin_store: Store) -> None:
    other = Network()
    other.add_edge("<a>", "b")
    assert other._repr_html_() == "<pre>Network with 2 nodes and 1 edges</pre>"
    assert isinstance(build(builtin_store), nx.MultiDiGraph)


@pytest.mark.needs("chromium")
def test_the_framed_page_runs_in_a_browser_without_a_word_and_a_request(
    builtin_store: Store, tmp_path: Path, browser: Browser
) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><meta charset=utf-8>{builtin_store._repr_html_()}", encoding="utf-8")
    said: list[str] = []
    asked: list[str] = []
    context = browser.new_context(offline=True)
    visit: Any = context.new_page()
    visit.on("console", lambda message: said.append(message.text))
    visit.on("pageerror", lambda error: said.append(str(error)))
    visit.on("request", lambda request: asked.append(request.url))
    visit.goto(notebook.as_uri())
    inside = visit.frame_locator("iframe")
    inside.locator("#drawing canvas").first.wait_for()
    inside.locator("#search").fill("patrushev")
    inside.locator("#search").press("Enter")
    assert inside.locator("#panel h1").first.inner_text() == "Nikolaï Patrouchev"
    inside.locator("#keep summary").click()
    assert inside.locator("#copy-link").is_hidden()
    with visit.expect_download() as started:
        inside.locator("#keep-csv").click()
    assert "Hammouchi" in Path(started.value.path()).read_text(encoding="utf-8")
    inside.locator("#as-table").click()
    inside.locator(".copy").click()
    assert inside.locator(".copy").inner_text() == "Copié"
    context.close()
    assert said == []
    assert {url for url in asked if not url.startswith(("about:", "blob:"))} == {notebook.as_uri()}
