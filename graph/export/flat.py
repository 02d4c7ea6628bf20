"""The network as rows of plain values, for formats that know neither languages nor lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.graph.network import Statement
from dragoman.graph.network.sentences import named, unmarked
from dragoman.ontology.languages import LANGUAGES

if TYPE_CHECKING:
    import networkx as nx

BETWEEN = " | "


def node_rows(network: nx.MultiDiGraph[str]) -> Iterator[dict[str, str]]:
    """Yield each node as plain values: `id`, `label`, `kind`, labels by language, `names`, `wikidata` and so on."""
    for iri, node in network.nodes(data=True):
        yield {
            "id": iri,
            "label": node["label"],
            "kind": node["kind"],
            **{f"label_{lang}": node["labels"].get(lang, "") for lang in LANGUAGES},
            "names": BETWEEN.join(node["names"]),
            "same_as": BETWEEN.join(node["same"]),
            "country": node["country"],
            "status": node.get("status", ""),
            "certainty": node.get("certainty", ""),
            "statements": str(len(node["statements"])),
        }


def edge_rows(network: nx.MultiDiGraph[str]) -> Iterator[dict[str, str]]:
    """Yield each edge once for every statement behind it, with the words, who said them, and where."""
    for source, target, edge in network.edges(data=True):
        for one in edge["statements"]:
            yield {
                "source": source,
                "source_label": network.nodes[source]["label"],
                "source_kind": network.nodes[source]["kind"],
                "role": edge["role"],
                "label": edge["label"],
                "target": target,
                "target_label": network.nodes[target]["label"],
                "target_kind": network.nodes[target]["kind"],
                **statement_row(one, network),
            }


def statement_row(one: Statement, network: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Return a statement as plain values."""
    things, lang = network.graph["things"], network.graph["lang"]
    speakers = [named(things[iri].labels, lang) if iri in things else iri for iri in one.speakers]
    return {
        "status": one.status,
        "certainty": one.certainty,
        "date": one.first("date") or one.first("startDate"),
        "earliest": one.first("earliest"),
        "latest": one.first("latest"),
        "record": one.iri,
        "sentence": unmarked(named(network.graph["sentences"][one.iri], lang)),
        "stated_by": BETWEEN.join(speakers),
        "quotation": BETWEEN.join(quote.words for quote in one.quotations),
        "article": one.source.iri,
        "article_title": one.source.title,
        "outlet": one.source.outlet,
        "published": one.source.published,
        "url": one.source.url,
    }
