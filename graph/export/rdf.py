"""Writes sorted quads in the RDF formats, with the same prefixes every time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from dragoman.graph.export.jsonld import json_ld
from dragoman.ontology.namespaces import PREFIXES

RDF_FORMATS: Final = ("turtle", "trig", "nt", "nq", "jsonld", "rdfxml")
GRAPHS_APART: Final = ("trig", "nq", "jsonld")
"""Those that keep the articles' graphs apart."""
_OURS: Final = ("dcterms", "dgm", "itsrdf", "nif", "org", "prov", "rdf", "rdfs", "schema", "skos", "wd", "xsd")
_KINDS: Final = ("agency", "company", "country", "organization", "outlet", "person", "place", "product", "topic")

PREFIXED: Final = {name: PREFIXES[name] for name in (*_OURS, *_KINDS)}
"""The prefixes of every export; one for each kind of entity, since a local name with a slash in it must be escaped."""

_NO_XML: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_rdf(quads: list[ox.Quad], format_: str, file: BinaryIO) -> None:
    """Write `quads` to `file`, sorted: graphs apart in TriG, N-Quads and JSON-LD, as one union in the others.

    XML knows no control characters: in RDF/XML the replacement character U+FFFD stands for each.
    """
    if format_ in ("nt", "nq"):
        file.writelines(line + b"\n" for line in lines(quads, graphs=format_ == "nq"))
    elif format_ == "trig":
        ox.serialize(ordered(quads, graphs=True), file, ox.RdfFormat.TRIG, prefixes=PREFIXED)
    elif format_ == "jsonld":
        file.write(json_ld(ordered(quads, graphs=True)))
    elif format_ == "rdfxml":
        triples = (quad.triple for quad in ordered(quads, graphs=False))
        written: Any = ox.serialize(_for_xml(triples), format=ox.RdfFormat.RDF_XML, prefixes=PREFIXED)
        # a parser of XML makes a bare carriage return a line feed, which would move every offset after it
        file.write(written.replace(b"\r", b"&#13;"))
    else:
        triples = (quad.triple for quad in ordered(quads, graphs=False))
        ox.serialize(triples, file, ox.RdfFormat.TURTLE, prefixes=PREFIXED)


def lines(quads: Iterable[ox.Quad], *, graphs: bool) -> list[bytes]:
    """Return `quads` as lines of N-Quads, or of N-Triples where `graphs` do not count: each once, sorted.

    Sorted so, each graph's and each subject's lines stand in one place, and a serialiser can group them. Lines are
    made, sorted and parsed by machine code, several times faster than terms compared one by one.
    """
    if not graphs:
        written: Any = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
        return sorted(set(written.split(b"\n")) - {b""})
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    # sorted by graph, each apart: quicker than by pairs of graph and line, which would be compared one by one
    apart: dict[bytes, list[bytes]] = defaultdict(list)
    for line in set(written.split(b"\n")) - {b""}:
        apart[line[line.rindex(b" <") :]].append(line)
    return [line for graph in sorted(apart) for line in sorted(apart[graph])]


def ordered(quads: Iterable[ox.Quad], *, graphs: bool) -> Iterable[ox.Quad]:
    """Return `quads` in the order of `lines`."""
    return ox.parse(b"\n".join(lines(quads, graphs=graphs)), format=ox.RdfFormat.N_QUADS)


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
