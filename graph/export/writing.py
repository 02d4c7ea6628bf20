"""Exports a store: chooses the quads or builds the network, and writes it whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from dragoman.graph.export.flat import edge_rows, node_rows
from dragoman.graph.export.formats import format_of
from dragoman.graph.export.networks import write_network
from dragoman.graph.export.rdf import GRAPHS_APART, RDF_FORMATS, write_rdf
from dragoman.graph.export.selection import selected
from dragoman.graph.export.tables import nodes_path, table
from dragoman.graph.network import build
from dragoman.graph.output import write_together, write_whole

EDGE_COLUMNS = (
    "source", "source_label", "source_kind", "role", "label", "target", "target_label", "target_kind", "status",
    "certainty", "date", "earliest", "latest", "record", "sentence", "stated_by", "quotation", "article",
    "article_title", "outlet", "published", "url",
)  # fmt: skip
NODE_COLUMNS = (
    "id", "label", "kind", "label_fr", "label_en", "label_ar", "label_ru", "names", "same_as", "country", "status",
    "certainty", "statements",
)  # fmt: skip


class Exportable(Protocol):
    """A store that answers SPARQL and yields its quads."""

    def query(self, text: str) -> Any:
        """Return the solutions of a SELECT query."""

    def quads(self) -> Iterable[Any]:
        """Yield every quad."""


def export(
    store: Exportable,
    target: str | Path | BinaryIO | None = None,
    format_: str | None = None,
    *,
    text: bool = True,
    lexicon: bool = False,
    lang: str = "fr",
) -> tuple[Path, ...]:
    """Write what `store` holds to `target`, the same bytes every time.

    Args:
        store: the store.
        target: a file's name, an open binary file, or nothing for standard output. CSV is the table of edges, one row
            for each statement behind an edge; beside a named file `graph.csv`, `graph-nodes.csv` holds the nodes.
        format_: one of `FORMATS`; by the name's ending if not given, and Turtle where there is no name.
        text: whether the articles' texts are written too (RDF formats).
        lexicon: whether the whole lexicon is written, not only the entries that the articles name (RDF formats). In the
            formats that keep graphs apart, lexicons of somebody's own are written whole in any case.
        lang: the language of the labels in GraphML, GEXF and CSV.

    Returns:
        the paths of the files written.

    Raises:
        UnknownName: there is no such format, or the name's ending says none.
        OutputError: the file cannot be written; what was there before is kept.
    """
    name = target if isinstance(target, str | Path) else None
    chosen = format_of(name, format_)
    if chosen in RDF_FORMATS:
        quads = selected(store.quads(), text=text, lexicon=lexicon, apart=chosen in GRAPHS_APART)
        return _write(target, lambda file: write_rdf(quads, chosen, file))
    network = build(store, lang)
    if chosen != "csv":
        return _write(target, lambda file: write_network(network, chosen, file))
    edges = table(edge_rows(network), EDGE_COLUMNS)
    if name is None or (Path(name).exists() and not Path(name).is_file()):
        return _write(target, lambda file: file.write(edges))  # nothing stands beside a stream or a device
    nodes = table(node_rows(network), NODE_COLUMNS)
    path = Path(name)
    return write_together({path: lambda file: file.write(edges), nodes_path(path): lambda file: file.write(nodes)})


def _write(target: str | Path | BinaryIO | None, write: Any) -> tuple[Path, ...]:
    if isinstance(target, str | Path):
        return (write_whole(target, write),)
    write(target if target is not None else sys.stdout.buffer)
    return ()
