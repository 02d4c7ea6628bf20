"""Copies a whole graph from one home to another: a store's folder, a server, a TriG or N-Quads file."""

from dragoman.graph.copying.copying import Copied, copy
from dragoman.graph.copying.counting import Count

__all__ = ["Copied", "Count", "copy"]
