"""The network as one page that works anywhere: no server, no connection, every edge a quotation."""

from dragoman.graph.view.data import drawable
from dragoman.graph.view.page import page, write_page

__all__ = ["drawable", "page", "write_page"]
