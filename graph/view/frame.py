"""The page inside another page: in a frame that shuts it in, as a notebook shows it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from dragoman.graph.network.selection import kept
from dragoman.graph.view.opening import opened
from dragoman.graph.view.page import messages, page

if TYPE_CHECKING:
    import networkx as nx

MOST: Final = 2_000
"""Of a larger network, only the most central nodes are framed, since a notebook keeps all that it shows."""
AT_ONCE: Final = 500
HEIGHT: Final = 640
ALLOWED: Final = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
"""What the page may do in its frame: an article that it opens is no longer shut in, and what is shown can be kept."""


def frame(network: nx.MultiDiGraph[str]) -> str:
    """Return the page of `network` in a frame that may run its own script, open links and save files, and nothing else.

    Of a network whose nodes are not those of `network.build`, only what it holds is said.
    """
    if not {"things", "sentences"} <= network.graph.keys():
        return f"<pre>{escape(str(network))}</pre>"
    lang = network.graph.get("lang", "fr")
    shown = opened(network, MOST, AT_ONCE)
    whole = len(shown) == len(network)
    html = page(network if whole else kept(network, shown), lang=lang)
    words = messages()[lang]
    part = words["framed_part"].format(n=len(shown), all=len(network))
    note = "" if whole else f'<p lang="{lang}" dir="{words["direction"]}">{escape(part)}</p>'
    return (
        f'<iframe sandbox="{ALLOWED}" title="Dragoman" width="100%" height="{HEIGHT}" '
        f'style="border:1px solid #8886;border-radius:6px" srcdoc="{escape(html)}"></iframe>{note}'
    )
