"""Writes the network for programs that draw and measure graphs: GraphML and GEXF."""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman.graph.export.flat import BETWEEN, edge_rows, node_rows
from dragoman.graph.export.rdf import xml_text

if TYPE_CHECKING:
    import networkx as nx


def write_network(network: nx.MultiDiGraph[str], format_: str, file: BinaryIO) -> None:
    """Write `network` to `file` as "graphml" or "gexf"; an edge keeps the values of all its statements, in one text."""
    from networkx.readwrite.gexf import GEXFWriter
    from networkx.readwrite.graphml import write_graphml_xml

    plain = flattened(network)
    if format_ == "graphml":
        # networkx would take lxml where it is installed, and write other bytes
        write_graphml_xml(plain, file, named_key_ids=True, edge_id_from_attribute="id")
        return
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(plain)
    for meta in writer.xml.iter():
        meta.attrib.pop("lastmodifieddate", None)
        if meta.tag.endswith("creator"):
            meta.text = "Dragoman"
    written = io.BytesIO()
    writer.write(written)
    file.write(written.getvalue())


def flattened(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return `network` with nothing but text for its values, and no character that XML cannot hold."""
    import networkx as nx

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in node_rows(network):
        plain.add_node(xml_text(row["id"]), **_texts(row, drop=("id",)))
    rows = groupby(enumerate_edges(network), key=lambda row: row["id"])
    for number, together in rows:
        held = list(together)
        joined = {name: BETWEEN.join(dict.fromkeys(row[name] for row in held if row[name])) for name in held[0]}
        ends = ("source", "target", "source_label", "target_label", "source_kind", "target_kind")
        attributes = _texts(joined, drop=ends)
        plain.add_edge(xml_text(held[0]["source"]), xml_text(held[0]["target"]), key=number, **attributes)
    return plain


def enumerate_edges(network: nx.MultiDiGraph[str]) -> Any:
    """Yield `edge_rows`, each with the number of its edge as `id`."""
    rows = edge_rows(network)
    for number, (_, _, edge) in enumerate(network.edges(data=True)):
        for _ in edge["statements"]:
            yield {"id": str(number), **next(rows)}


def _texts(row: dict[str, str], drop: tuple[str, ...]) -> dict[str, str]:
    return {name: xml_text(value) for name, value in row.items() if name not in drop}
