"""The page inside another page: in a frame that shuts it in, as a notebook shows it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from dragoman.graph.network.selection import kept
from dragoman.graph.view.opening import opened
from dragoman.graph.view.page import page

if TYPE_CHECKING:
    import networkx as nx

MOST: Final = 2_000
"""Of a larger network, only the most central nodes are framed, since a notebook keeps all that it shows."""
AT_ONCE: Final = 500
HEIGHT: Final = 640


def frame(network: nx.MultiDiGraph[str]) -> str:
    """Return the page of `network` in a sandboxed frame that may run its own script and open links, and nothing else.

    Of a network whose nodes are not those of `network.build`, only what it holds is said.
    """
    if not {"things", "sentences"} <= network.graph.keys():
        return f"<pre>{escape(str(network))}</pre>"
    shown = opened(network, MOST, AT_ONCE)
    whole = len(shown) == len(network)
    html = page(network if whole else kept(network, shown), lang=network.graph.get("lang", "fr"))
    note = (
        "" if whole else f"<p>{len(shown):,} of {len(network):,} nodes, the most central; dragoman view draws all.</p>"
    )
    return (
        f'<iframe sandbox="allow-scripts allow-popups" title="Dragoman" width="100%" height="{HEIGHT}" '
        f'style="border:1px solid #8886;border-radius:6px" srcdoc="{escape(html)}"></iframe>{note}'
    )
