"""The graph as a file for other programs: RDF in six formats, graphs for Gephi and the like, tables."""

from dragoman.graph.export.formats import FORMATS, format_of
from dragoman.graph.export.writing import Exportable, export

__all__ = ["FORMATS", "Exportable", "export", "format_of"]
