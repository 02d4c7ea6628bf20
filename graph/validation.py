"""Checks that what is stored is what may be said, and that every quotation stands where it says.

SHACL (`ontology/shapes.ttl`) over each article's graph with only the lexicon entries and links that it names, and then
what shapes cannot: the words of every passage and mention found at their offsets in the article's text, and every
mention inside its passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, expand

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, order=True)
class Finding:
    """Something that is wrong.

    Attributes:
        article: the article's IRI.
        focus: the node that is at fault.
        message: what is wrong with it, in English.
    """

    article: str
    focus: str
    message: str


@lru_cache(maxsize=1)
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(
        data=files("dragoman.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle"
    )


def validate(store: Any, articles: Iterable[str] | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the articles of a store (with all of them, where none is named), in order."""
    for iri in sorted(articles if articles is not None else store.articles()):
        quads = list(store.quads(iri))
        yield from sorted(set(_quotations(iri, quads)) | set(_conformance(iri, quads, store)))


def _quotations(article: str, quads: list[Quad]) -> Iterator[Finding]:
    values: dict[str, dict[str, Any]] = {}
    for quad in quads:
        if isinstance(quad.subject, Triple) or isinstance(quad.object, Triple):
            continue
        values.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    text = values.get(article, {}).get(expand("nif:isString"), "")
    for node, facts in values.items():
        words = facts.get(expand("nif:anchorOf"))
        if words is None:
            continue
        begin, end = int(facts.get(expand("nif:beginIndex"), -1)), int(facts.get(expand("nif:endIndex"), -1))
        if not 0 <= begin < end or text[begin:end] != words:
            yield Finding(article, node, "its words do not stand at its offsets in the article")
        around = values.get(facts.get(expand("nif:superString"), ""))
        if around is not None and not (
            int(around[expand("nif:beginIndex")]) <= begin and end <= int(around[expand("nif:endIndex")])
        ):
            yield Finding(article, node, "it does not lie inside its passage")


def _conformance(article: str, quads: list[Quad], store: Any) -> Iterator[Finding]:
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
        messages = sorted((str(m.language or ""), str(m)) for m in report.objects(result, SH.resultMessage))  # type: ignore[attr-defined]
        english = (
            [m for language, m in messages if language == "en"] or [m for _, m in messages] or ["it breaks a shape"]
        )
        path = report.value(result, SH.resultPath)
        yield Finding(article, focus, f"{english[0]}" + (f" ({path})" if path and not messages else ""))
