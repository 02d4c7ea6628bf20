"""The graph as a network: who and what, joined by what is stated of them, each join with the words behind it."""

from dragoman.graph.network.building import build
from dragoman.graph.network.rows import Queryable
from dragoman.graph.network.statements import Quotation, Source, Statement

__all__ = ["Queryable", "Quotation", "Source", "Statement", "build"]
