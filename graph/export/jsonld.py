"""Writes JSON-LD in an order of our own: graphs, nodes, properties and values sorted, names short and explained."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox

from dragoman.ontology.namespaces import PREFIXES

_CONTEXT: Final = {
    name: PREFIXES[name]
    for name in ("dcterms", "dgm", "itsrdf", "nif", "org", "prov", "rdf", "rdfs", "schema", "skos", "wd", "xsd")
}
_TYPE: Final = PREFIXES["rdf"] + "type"
_STRING: Final = PREFIXES["xsd"] + "string"


def json_ld(quads: Iterable[ox.Quad]) -> bytes:
    """Return sorted `quads` as JSON-LD 1.1, one named graph an article, in UTF-8."""
    graphs: dict[str, dict[str, dict[str, list[Any]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for quad in quads:
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        node = graphs[graph][_name(quad.subject)]
        if quad.predicate.value == _TYPE:
            node["@type"].append(_short(_name(quad.object)))
        else:
            node[_short(quad.predicate.value)].append(_value(quad.object))
    listed: list[dict[str, Any]] = []
    for graph, nodes in sorted(graphs.items()):
        inside = [{"@id": name, **{key: node[key] for key in sorted(node)}} for name, node in sorted(nodes.items())]
        listed += [{"@id": graph, "@graph": inside}] if graph else inside
    document = {"@context": _CONTEXT, "@graph": listed}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _value(term: Any) -> Any:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype.value)}


def _name(term: Any) -> str:
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(term.value)


def _short(iri: str) -> str:
    for prefix, namespace in _CONTEXT.items():
        if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
