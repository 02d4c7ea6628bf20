"""Says whether a graph is one whole article as Dragoman states it, which a file from anywhere need not be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from dragoman.graph.quotations import misplaced
from dragoman.graph.records import KINDS
from dragoman.ontology.namespaces import DGM, ID, expand

_ARTICLES: Final = ID + "article/"
_TYPE, _NAME, _EVIDENCE = expand("rdf:type"), expand("skos:altLabel"), DGM + "evidence"
_TEXT, _WORDS = expand("nif:isString"), expand("nif:anchorOf")
_RECORDS: Final = frozenset(DGM + kind.__name__ for kind in KINDS)

Said = dict[str, dict[str, list[str]]]


def fault(iri: str, quads: Iterable[ox.Quad]) -> str | None:
    """Return what keeps a graph from being one whole article, None where it is one.

    It is whole where it has its article's text, and every record there has evidence whose words stand in that text; it
    is an article's alone where it says nothing of anybody else's nodes but the names by which the article calls them.

    Args:
        iri: the graph's name.
        quads: what it holds.
    """
    if not iri.startswith(_ARTICLES) or "#" in iri:
        return "its name is no article's"
    said: Said = {}
    for quad in quads:
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
            return "it has a node without an IRI"
        said.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(value.value)
    article = said.get(iri, {})
    if DGM + "Article" not in article.get(_TYPE, ()):
        return "it says of no article that it is one"
    if len(article.get(_TEXT, ())) != 1:
        return "it has not its article's text (dragoman export writes it unless --without-text is given)"
    return _strange(iri, said) or _ungrounded(said) or _misquoted(iri, said)


def _strange(iri: str, said: Said) -> str | None:
    for node, facts in said.items():
        if node == iri or node.startswith(f"{iri}#"):
            continue
        if facts.keys() != {_NAME} or not node.startswith(ID) or node.startswith(_ARTICLES):
            return f"it says of {node} what is not this article's to say"
    return None


def _ungrounded(said: Said) -> str | None:
    for node, facts in said.items():
        if _RECORDS.isdisjoint(facts.get(_TYPE, ())):
            continue
        evidence = facts.get(_EVIDENCE, ())
        if not evidence or not all(_WORDS in said.get(passage, {}) for passage in evidence):
            return f"the evidence of {node} is missing"
    return None


def _misquoted(iri: str, said: Said) -> str | None:
    wrong = next(misplaced(iri, said), None)
    return f"{wrong[0]}: {wrong[2][0].lower()}{wrong[2][1:].rstrip('.')}" if wrong else None
