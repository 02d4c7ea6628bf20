"""A page opened in Chromium as a person would open it, with everything noted that should not happen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# the node with a label or, where none has it, with a label that has it in it
FIND = """const find = (label) => {
  const nodes = dragoman.page.graph.nodes;
  const has = (test) => nodes.find((one) => Object.values(one.labels).some(test));
  return has((own) => own === label) ?? has((own) => own.includes(label));
};"""


@dataclass
class Visit:
    """An open page, and what it asked for, said and did wrong."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def at(self, label: str) -> tuple[float, float]:
        """Return where on the screen the node with this label is drawn."""
        spot = self.page.evaluate(
            f"label => {{ {FIND}"
            + """
              const { picture } = dragoman.page;
              const place = picture.network.canvasToDOM(picture.network.getPosition(find(label).id));
              const box = document.getElementById("drawing").getBoundingClientRect();
              return [box.x + place.x, box.y + place.y];
            }""",
            label,
        )
        return spot[0], spot[1]

    def between(self, begin: str, end: str) -> tuple[float, float]:
        """Return a spot on the screen that lies on the edge between two nodes."""
        spot = self.page.evaluate(
            f"([begin, end]) => {{ {FIND}"
            + """
              const { graph, picture } = dragoman.page;
              const edge = graph.edges.find((one) => one.from === find(begin).id && one.to === find(end).id);
              const drawn = picture.network.body.edges[edge.id].edgeType;
              const box = document.getElementById("drawing").getBoundingClientRect();
              for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
                const place = picture.network.canvasToDOM(drawn.getPoint(part));
                if (picture.network.getNodeAt(place) === undefined && picture.network.getEdgeAt(place) === edge.id)
                  return [box.x + place.x, box.y + place.y];
              }
              throw new Error("no free spot on the edge");
            }""",
            [begin, end],
        )
        return spot[0], spot[1]

    def choose(self, label: str) -> None:
        """Open the panel of the node with a label, as a click on it does."""
        self.page.evaluate(f"label => {{ {FIND} dragoman.page.choose({{ node: find(label).id }}); }}", label)

    def click(self, spot: tuple[float, float]) -> None:
        """Click a spot and let the picture answer."""
        self.page.mouse.click(*spot)
        self.page.wait_for_timeout(400)

    def hidden(self) -> set[str]:
        """Return the labels of the nodes that are not shown."""
        labels: list[str] = self.page.evaluate(
            """() => dragoman.page.graph.nodes
                .filter((node) => dragoman.page.picture.network.body.nodes[node.id].options.hidden)
                .map((node) => node.labels.fr)"""
        )
        return set(labels)

    @property
    def panel(self) -> str:
        """The text of the panel."""
        text: str = self.page.inner_text("#panel")
        return text


@contextmanager
def opened(
    browser: Browser, path: Path, width: int = 1440, height: int = 900, theme: Literal["light", "dark"] = "light"
) -> Iterator[Visit]:
    """Open the page at `path`, without any network."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, offline=True)
    visit = Visit(context.new_page())
    listen: Any = visit.page.on
    listen("request", lambda request: visit.requests.append(request.url))
    listen("console", lambda message: visit.said.append(f"{message.type}: {message.text}"))
    listen("pageerror", lambda error: visit.said.append(f"error: {error}"))
    visit.page.goto(path.as_uri())
    visit.page.wait_for_timeout(300)
    try:
        yield visit
    finally:
        context.close()
