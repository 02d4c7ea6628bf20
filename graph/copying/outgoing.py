"""Writes a whole graph into a TriG or N-Quads file, graph by graph, so that no more than one need be in memory.

The bytes are those of an export with the whole lexicon; a file is there whole or not at all.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from dragoman.graph.copying.places import Graphs, compressed
from dragoman.graph.export.rdf import PREFIXED, lines
from dragoman.graph.output import write_whole
from dragoman.ontology.namespaces import LINKS_GRAPH


def write_out(source: Graphs, path: Path, syntax: str, advance: Callable[[], None]) -> None:
    """Write all graphs of a source into a file that is not there yet.

    Args:
        source: what is written.
        path: the file; compressed where its name ends in .gz.
        syntax: "trig" or "nq".
        advance: called after each article.

    Raises:
        OutputError: the file cannot be written.
    """

    def write(file: BinaryIO) -> None:
        if compressed(path):
            # neither a clock nor a name in it, so that the same graph gives the same bytes
            with gzip.GzipFile("", "wb", mtime=0, fileobj=file) as packed:
                _write(source, syntax, cast("BinaryIO", packed), advance)
        else:
            _write(source, syntax, file, advance)

    write_whole(path, write)


def _write(source: Graphs, syntax: str, file: BinaryIO, advance: Callable[[], None]) -> None:
    if syntax == "nq":
        for written in _lines(source, advance):
            file.writelines(line + b"\n" for line in written)
    else:
        quads = (
            quad
            for written in _lines(source, advance)
            for quad in ox.parse(b"\n".join(written), format=ox.RdfFormat.N_QUADS)
        )
        ox.serialize(quads, file, ox.RdfFormat.TRIG, prefixes=PREFIXED)


def _lines(source: Graphs, advance: Callable[[], None]) -> Iterator[list[bytes]]:
    """Yield the sorted lines of each graph, in the order in which an export has the graphs."""
    articles = set(source.articles())
    # where one name begins another, what ends a name in a line counts
    for name in sorted({*articles, *source.lexicons(), LINKS_GRAPH}, key=lambda name: f"{name}>"):
        yield lines(source.quads(name), graphs=True)
        if name in articles:
            advance()
