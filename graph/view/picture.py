"""Assembles nodes, edges and options of the drawing with pyvis: shapes, sizes, places and curves."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Final

from dragoman.graph.layout import EXACT_LABELS, Box, layout
from dragoman.graph.view.beside import beside
from dragoman.graph.view.labels import lines

if TYPE_CHECKING:
    import networkx as nx

FAMILIES: Final = {
    "Country": "country", "Official": "official", "Person": "official", "Agency": "agency", "Organization": "agency",
    "Company": "company", "Outlet": "outlet", "Visit": "event", "Meeting": "event", "Announcement": "event",
    "Agreement": "agreement", "Deal": "deal", "Cooperation": "cooperation", "Place": "place", "Topic": "topic",
}  # fmt: skip
"""Which entry of the legend a node of each kind belongs to."""

SHAPES: Final = {
    "country": "globe", "official": "person", "agency": "columns", "company": "factory", "outlet": "bubble",
    "event": "diamond", "agreement": "page", "deal": "hexagon", "cooperation": "rings", "place": "pin",
    "topic": "tag", "other": "block",
}  # fmt: skip
"""The shape of each family, an outline in `signs.js`: no two look alike without colour."""

SIZES: Final = {"country": 26, "official": 14, "agency": 12, "place": 9, "topic": 8, "agreement": 13, "deal": 14}
MANY: Final = 500  # from so many nodes on, edges are straight and hide while the picture moves
LINE: Final = 18.0  # height of a line of a label, in pixels
CHARACTER: Final = 7.9  # width of a character, on the safe side


def family(kind: str) -> str:
    """Return the legend's entry for a kind of node.

    >>> family("Meeting"), family("Thing")
    ('event', 'other')
    """
    return FAMILIES.get(kind, "other")


def picture(
    network: nx.MultiDiGraph[str], first: Collection[str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Return the drawing's nodes, edges and options as vis-network takes them, identified by small numbers.

    Nodes are numbered in the order of `network`, and so are edges; places are `x`, `y` for a wide screen and
    `tall` for a high one. Those that are shown `first` are laid out, all others stand beside them.
    """
    part = network if len(first) == len(network) else network.subgraph(first)
    room = box if len(part) <= EXACT_LABELS else sign
    wide, tall = (
        beside(network, places)
        for places in layout(part, {iri: room(data) for iri, data in network.nodes(data=True) if iri in part})
    )
    drawing = _network()
    number = {iri: i for i, iri in enumerate(network)}
    for iri, data in network.nodes(data=True):
        kind = family(data["kind"])
        x, y = wide[iri]
        drawing.add_node(
            number[iri], " ", shape=SHAPES[kind], group=kind, size=size(data), x=x, y=y, tall=list(tall[iri])
        )
    many = len(network) >= MANY
    bends = _bends(network)
    for (u, v, data), bend in zip(network.edges(data=True), bends, strict=True):
        smooth: Any = False if many else {"type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
        drawing.add_edge(number[u], number[v], smooth=smooth, certainty=data["certainty"], status=data["status"])
    drawing.set_options(json.dumps(_options(many)))
    nodes, edges, _, _, _, options = drawing.get_network_data()
    return nodes, [{"id": i, **edge} for i, edge in enumerate(edges)], json.loads(options)


def size(data: Mapping[str, Any]) -> int:
    """Return how large a node is drawn: by its kind, and by how much is stated of it."""
    basis = SIZES.get(family(data["kind"]), 11)
    more = float(max(0, len(data["statements"]) - 1))
    return basis + min(10, round(1.6 * math.sqrt(more)))


def sign(data: Mapping[str, Any]) -> Box:
    """Return the room that a node needs without its label."""
    symbol = size(data)
    return Box(2.0 * symbol, symbol, symbol)


def box(data: Mapping[str, Any]) -> Box:
    """Return the room that a node needs with its longest label in any language."""
    symbol = size(data)
    texts = [lines(label) for label in data["labels"].values()] or [[]]
    scale = 1.5 if family(data["kind"]) == "country" else 1.0
    width = max((len(line) for text in texts for line in text), default=0) * CHARACTER * scale
    height = max(len(text) for text in texts) * LINE * scale
    return Box(max(2.0 * symbol, width), symbol, symbol + 4.0 + height)


def _bends(network: nx.MultiDiGraph[str]) -> list[float]:
    """Return how far each edge bends, so that several between the same two nodes stay apart.

    What bends one way seen from its beginning bends the other way seen from its end, hence the sign.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    total = Counter(tuple(sorted(pair)) for pair in network.edges())
    bends = []
    for u, v in network.edges():
        pair = tuple(sorted((u, v)))
        rank = seen[pair] - (total[pair] - 1) / 2
        seen[pair] += 1
        bend = round(0.08 + 0.2 * rank, 3)
        bends.append(bend if (u, v) == pair else -bend)
    return bends


class _Known(list[int]):
    """Numbers from 0 on, as a list that knows at once which it holds."""

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and number < len(self)


def _network() -> Any:
    from pyvis.network import Network  # type: ignore[import-untyped]

    class Drawing(Network):  # type: ignore[misc]
        """pyvis's network, which looks through a list for each node and edge, made quick for thousands."""

        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.node_ids = _Known()

        def get_nodes(self) -> Any:
            return self.node_map

    return Drawing(directed=True, cdn_resources="in_line")


def _options(many: bool) -> dict[str, Any]:
    return {
        "autoResize": True,
        "physics": False,
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True, "tooltipDelay": 200, "hideEdgesOnDrag": many, "hideEdgesOnZoom": many,
            "selectConnectedEdges": False, "keyboard": False,
        },
        "nodes": {"borderWidth": 2, "borderWidthSelected": 4, "labelHighlightBold": False, "font": {"vadjust": 0},
                  "scaling": {"label": {"enabled": False, "drawThreshold": 5}}},
        "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "width": 1.4, "selectionWidth": 1.6,
                  "hoverWidth": 0.8, "font": {"align": "horizontal", "size": 12},
                  "scaling": {"label": {"enabled": False, "drawThreshold": 7}}},
    }  # fmt: skip
