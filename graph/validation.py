"""Checks that what is stored is what may be said, and that every quotation stands where it says.

SHACL (`ontology/shapes.ttl`) over each article's graph with only the lexicon entries and links that it names, and then
what shapes cannot: the words of every passage and mention found at their offsets in the article's text, and every
mention inside its passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, expand

if TYPE_CHECKING:
    import rdflib

    from dragoman.graph.store import Store

_TEXT, _WORDS, _AROUND = expand("nif:isString"), expand("nif:anchorOf"), expand("nif:superString")
_BEGIN, _END = expand("nif:beginIndex"), expand("nif:endIndex")
_MOVED: Final = (
    "Its words do not stand at its offsets in the article.",
    "Ses mots ne se trouvent pas à leur place dans l'article.",
)
_OUTSIDE: Final = ("It does not lie inside its passage.", "Elle ne se trouve pas dans son passage.")


@dataclass(frozen=True, order=True)
class Finding:
    """Something that is wrong.

    Attributes:
        article: the article's IRI.
        focus: the node that is at fault.
        message: what is wrong with it, in English.
        french: the same in French.
        path: the property that it is wrong with, where it is one.
    """

    article: str
    focus: str
    message: str
    french: str = ""
    path: str = ""


@lru_cache(maxsize=1)
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(
        data=files("dragoman.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle"
    )


def validate(store: Store, articles: Iterable[str] | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the articles of a store (with all of them, where none is named), in order."""
    for iri in sorted(articles if articles is not None else store.articles()):
        quads = list(store.quads(iri))
        yield from sorted(set(_quotations(iri, quads)) | set(_conformance(iri, quads, store)))


def _quotations(article: str, quads: list[Quad]) -> Iterator[Finding]:
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            said[quad.subject.value][quad.predicate.value].append(quad.object.value)
    text = next(iter(said[article][_TEXT]), "")
    for node, facts in list(said.items()):
        if not facts[_WORDS]:
            continue
        span = _span(facts)
        if span is None or any(text[slice(*span)] != words for words in facts[_WORDS]):
            yield Finding(article, node, *_MOVED, path=_WORDS)
        for around in facts[_AROUND]:
            outer = _span(said[around])
            if span is not None and outer is not None and not (outer[0] <= span[0] and span[1] <= outer[1]):
                yield Finding(article, node, *_OUTSIDE, path=_AROUND)


def _span(facts: dict[str, list[str]]) -> tuple[int, int] | None:
    """Return the one begin and end that a node has, None where it has not, or where they are no offsets."""
    begins, ends = facts[_BEGIN], facts[_END]
    if len(begins) != 1 or len(ends) != 1 or not (begins[0].isdecimal() and ends[0].isdecimal()):
        return None
    begin, end = int(begins[0]), int(ends[0])
    return (begin, end) if begin < end else None


def _conformance(article: str, quads: list[Quad], store: Store) -> Iterator[Finding]:
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    named = {q.object.value for q in quads if isinstance(q.object, NamedNode)} | {
        q.subject.value for q in quads if isinstance(q.subject, NamedNode)
    }
    data = rdflib.Graph()
    context = [q.triple for iri in sorted(named) for q in store.quads_about(iri, (LEXICON_GRAPH, LINKS_GRAPH))]
    data.parse(data=serialize([*(q.triple for q in quads), *context], format=RdfFormat.N_TRIPLES), format="nt")
    conforms, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none", advanced=False)
    if conforms or not isinstance(report, rdflib.Graph):
        return
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        focus = str(report.value(result, SH.focusNode))
        messages = {
            m.language: str(m)
            for m in sorted(report.objects(result, SH.resultMessage), key=str)
            if isinstance(m, rdflib.Literal)
        }
        english = messages.get("en") or next(iter(messages.values()), "It breaks a shape.")
        path = report.value(result, SH.resultPath)
        yield Finding(article, focus, english, messages.get("fr", english), str(path or ""))
