"""Writes sorted quads in the RDF formats, with the same prefixes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from dragoman.graph.export.jsonld import json_ld
from dragoman.graph.export.selection import merged
from dragoman.ontology.namespaces import ID, PREFIXES

RDF_FORMATS: Final = ("turtle", "trig", "nt", "nq", "jsonld", "rdfxml")
_OURS: Final = ("dcterms", "dgm", "itsrdf", "nif", "org", "prov", "rdf", "rdfs", "schema", "skos", "wd", "xsd")
_KINDS: Final = ("agency", "company", "country", "organization", "outlet", "person", "place", "product", "topic")

PREFIXED: Final = {**{name: PREFIXES[name] for name in _OURS}, **{kind: f"{ID}{kind}/" for kind in _KINDS}}
"""The prefixes of every export; one for each kind of entity, since a local name with a slash in it must be escaped."""

_NO_XML: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_rdf(quads: list[ox.Quad], format_: str, file: BinaryIO) -> None:
    """Write sorted `quads` to `file`: graphs apart in TriG, N-Quads and JSON-LD, as one union in the others.

    XML knows no control characters: in RDF/XML the replacement character U+FFFD stands for each.
    """
    if format_ == "jsonld":
        file.write(json_ld(quads))
    elif format_ == "trig":
        ox.serialize(quads, file, ox.RdfFormat.TRIG, prefixes=dict(sorted(PREFIXED.items())))
    elif format_ == "nq":
        ox.serialize(quads, file, ox.RdfFormat.N_QUADS)
    elif format_ == "nt":
        ox.serialize(merged(quads), file, ox.RdfFormat.N_TRIPLES)
    elif format_ == "rdfxml":
        written: Any = ox.serialize(_for_xml(merged(quads)), format=ox.RdfFormat.RDF_XML, prefixes=PREFIXED)
        # a parser of XML makes a bare carriage return a line feed, which would move every offset after it
        file.write(written.replace(b"\r", b"&#13;"))
    else:
        ox.serialize(merged(quads), file, ox.RdfFormat.TURTLE, prefixes=dict(sorted(PREFIXED.items())))


def xml_text(text: str) -> str:
    r"""Return `text` with U+FFFD for each character that XML cannot hold.

    >>> xml_text("a\x0bb") == "a\ufffdb"
    True
    """
    return _NO_XML.sub("\ufffd", text)


def _for_xml(triples: Iterable[ox.Triple]) -> Iterable[ox.Triple]:
    for triple in triples:
        held = triple.object
        if not isinstance(held, ox.Literal) or not _NO_XML.search(held.value):
            yield triple
            continue
        text = xml_text(held.value)
        kind = {"language": held.language} if held.language else {"datatype": held.datatype}
        yield ox.Triple(triple.subject, triple.predicate, ox.Literal(text, **kind))
