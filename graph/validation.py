"""Checks that what is stored is what may be said, and that every quotation stands where it says.

SHACL (`ontology/shapes.ttl`) over each article's graph with only the lexicon entries and links that it names, and then
what shapes cannot: that words stand at their offsets, and that dates of different precision are in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from dragoman.graph.chronology import disorder
from dragoman.graph.quotations import misplaced
from dragoman.ontology.namespaces import LINKS_GRAPH

if TYPE_CHECKING:
    import rdflib

    from dragoman.graph.store import Store


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
    # listing a store's graphs takes time in proportion to its articles, so it is done once for all of them
    context = (*store.lexicons(), LINKS_GRAPH)
    for iri in sorted(articles if articles is not None else store.articles()):
        quads = list(store.quads(iri))
        yield from sorted({*_beyond_shapes(iri, quads), *_conformance(iri, quads, store, context)})


def _said(quads: Iterable[Quad]) -> dict[str, dict[str, list[str]]]:
    said: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    return said


def _beyond_shapes(article: str, quads: Iterable[Quad]) -> Iterator[Finding]:
    said = _said(quads)
    for node, path, english, french in misplaced(article, said):
        yield Finding(article, node, english, french, path)
    for node, facts in said.items():
        for path, english, french in disorder(facts):
            yield Finding(article, node, english, french, path)


def comparable(data: rdflib.Graph) -> rdflib.Graph:
    """Return a graph with each literal that is not what its type asks as mere words.

    They break the shapes that ask for the type as before, and pyshacl, which cannot compare a date with what is none,
    does not break on them.
    """
    import rdflib

    tamed = rdflib.Graph()
    for subject, predicate, value in data:
        # a literal made by an update does not know whether it is one, a new one does
        odd = isinstance(value, rdflib.Literal) and rdflib.Literal(str(value), datatype=value.datatype).ill_typed
        tamed.add((subject, predicate, rdflib.Literal(str(value)) if odd else value))
    return tamed


def _conformance(article: str, quads: list[Quad], store: Store, graphs: tuple[str, ...]) -> Iterator[Finding]:
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    named = {q.object.value for q in quads if isinstance(q.object, NamedNode)} | {
        q.subject.value for q in quads if isinstance(q.subject, NamedNode)
    }
    whole = rdflib.Graph()
    context = [q.triple for q in store.quads_about(sorted(named), graphs)]
    whole.parse(data=serialize([*(q.triple for q in quads), *context], format=RdfFormat.N_TRIPLES), format="nt")
    conforms, report, _ = pyshacl.validate(comparable(whole), shacl_graph=_shapes(), inference="none", advanced=False)
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
