"""The network as a networkx graph that shows itself in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Base = nx.MultiDiGraph[str]
else:
    Base = nx.MultiDiGraph


class Network(Base):
    """A networkx graph like any other, which a notebook draws."""

    def _repr_html_(self) -> str:
        # the one import that points up: whoever holds a network in a notebook wants to see it
        from dragoman.graph.view.frame import frame

        return frame(self)
