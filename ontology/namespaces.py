"""The namespaces that Dragoman writes and the prefixes that every query knows, as plain strings.

Plain strings, not rdflib objects, so that a query starts without importing rdflib.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

DGM: Final = "https://w3id.org/dragoman/ontology#"
ID: Final = "https://w3id.org/dragoman/id/"
LEXICON_GRAPH: Final = ID + "lexicon"
LINKS_GRAPH: Final = ID + "links"
STORE_GRAPH: Final = ID + "store"
"""The graph in which a server keeps what it takes for several to write it: no part of what articles say."""
OWN_LEXICONS: Final = LEXICON_GRAPH + "/"
"""How the names of the graphs begin that hold lexicon files of somebody's own."""

_KINDS: Final = (
    *("agency", "article", "company", "country", "happening", "organization", "outlet", "person", "place", "product"),
    "topic",
)
PREFIXES: Final = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "dgm": DGM,
        "foaf": "http://xmlns.com/foaf/0.1/",
        "id": ID,
        "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vann": "http://purl.org/vocab/vann/",
        "wd": "http://www.wikidata.org/entity/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        # one for each kind of entity: a local name with a slash in it cannot be written behind `id:`
        **{kind: f"{ID}{kind}/" for kind in _KINDS},
    }
)
_LOCAL: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*")


def expand(name: str) -> str:
    """Return the full IRI of a prefixed name.

    >>> expand("dgm:Meeting")
    'https://w3id.org/dragoman/ontology#Meeting'

    Raises:
        KeyError: the prefix is not one of `PREFIXES`.
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def shortened(iri: str) -> str:
    """Return an IRI with its prefix, where that can be written in SPARQL and Turtle as it is.

    >>> shortened("https://w3id.org/dragoman/id/country/morocco"), shortened("https://w3id.org/dragoman/id/article/a#deal-1")
    ('country:morocco', 'https://w3id.org/dragoman/id/article/a#deal-1')
    """
    prefix, base = max(PREFIXES.items(), key=lambda item: len(item[1]) if iri.startswith(item[1]) else 0)
    local = iri[len(base) :]
    return f"{prefix}:{local}" if iri.startswith(base) and _LOCAL.fullmatch(local) else iri
