"""Turns the reading of one article into the triples of its named graph, by what the record fields declare of themselves.

No blank node, no clock, no chance: the same reading gives the same triples, sorted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri
from dragoman.graph.lexicon import Lexicon, load_lexicon
from dragoman.graph.plover import category
from dragoman.graph.records import Entity, Reading, Record, Span, slots
from dragoman.graph.titling import title
from dragoman.ontology.languages import OWN
from dragoman.ontology.namespaces import DGM, expand

_INVOLVES: Final = ("visitor", "host", "guest", "participant", "speaker")
_DATES: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
    (re.compile(r"--\d\d-\d\d"), "xsd:gMonthDay"),
)
_A: Final = NamedNode(expand("rdf:type"))


@cache
def _p(name: str) -> NamedNode:
    return NamedNode(expand(name))


def date_literal(value: str) -> Literal:
    """Return a date typed by its precision.

    >>> date_literal("2016-03").datatype.value.rpartition("#")[2]
    'gYearMonth'

    Raises:
        ValueError: the value has no form of a date.
    """
    for form, datatype in _DATES:
        if form.fullmatch(value):
            return Literal(value, datatype=_p(datatype))
    raise ValueError(f"{value!r} is no date")


def integer(value: int) -> Literal:
    """Return an xsd:integer in its canonical form."""
    return Literal(str(int(value)), datatype=_p("xsd:integer"))


def decimal(value: str) -> Literal:
    """Return an xsd:decimal in its canonical form.

    >>> decimal("1200.50").value, decimal("2.0").value, decimal("1e3").value
    ('1200.5', '2', '1000')

    Raises:
        decimal.InvalidOperation: the value is no number.
    """
    # not normalize(), which rounds to the context's precision
    digits = format(Decimal(value), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Literal(digits, datatype=_p("xsd:decimal"))


def describe(reading: Reading) -> list[Quad]:
    """Return the quads of an article's named graph, sorted."""
    graph = NamedNode(reading.article.iri)
    lexicon = load_lexicon(*reading.lexicon)
    triples = set(_article(reading.article, lexicon))
    if reading.fingerprint:
        triples.add(Triple(NamedNode(reading.article.iri), _p("dgm:fingerprint"), Literal(reading.fingerprint)))
    heard = {e.iri: e.names[0] for e in reading.entities if e.names}

    def name(language: str, iri: str) -> str:
        entry = lexicon.entries.get(iri)
        return entry.label_in(language) if entry else heard.get(iri, iri.rpartition("/")[2])

    for record in reading.records:
        triples |= set(_record(reading.article, record, name))
    for entity in reading.entities:
        triples |= set(_entity(reading.article, entity))
    return [Quad(t.subject, t.predicate, t.object, graph) for t in ordered(triples)]


def ordered(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples in the order of their text."""
    return sorted(triples, key=str)


def outlet_iri(name: str, lexicon: Lexicon) -> str:
    """Return the IRI of an outlet: the lexicon's where it is known by that name."""
    known = [e.iri for e in lexicon.named(name) if e.kind == "Outlet"]
    return known[0] if known else entity_iri("Outlet", name)


def _article(article: Article, lexicon: Lexicon) -> Iterator[Triple]:
    node = NamedNode(article.iri)
    yield Triple(node, _A, _p("dgm:Article"))
    yield Triple(node, _p("nif:isString"), Literal(article.text))
    yield Triple(node, _p("dcterms:language"), Literal(article.language))
    if article.title:
        yield Triple(node, _p("dcterms:title"), Literal(article.title, language=article.language))
    if article.published:
        yield Triple(node, _p("dcterms:issued"), date_literal(article.published.isoformat()))
    if article.url:
        yield Triple(node, _p("schema:url"), Literal(article.url, datatype=_p("xsd:anyURI")))
    if article.rights:
        yield Triple(node, _p("dcterms:rights"), Literal(article.rights))
    if article.outlet:
        outlet = NamedNode(outlet_iri(article.outlet, lexicon))
        yield Triple(node, _p("dcterms:publisher"), outlet)
        if outlet.value not in lexicon.entries:
            yield Triple(outlet, _p("skos:altLabel"), Literal(article.outlet, language=article.language))


def _entity(article: Article, entity: Entity) -> Iterator[Triple]:
    if not entity.known:
        for name in entity.names:
            yield Triple(NamedNode(entity.iri), _p("skos:altLabel"), Literal(name, language=article.language))


def _record(article: Article, record: Record, name: Callable[[str, str], str]) -> Iterator[Triple]:
    node = NamedNode(f"{article.iri}#{record.key}")
    yield Triple(node, _A, NamedNode(DGM + record.kind))
    for language in OWN:
        words = title(record, language, partial(name, language))
        yield Triple(node, _p("rdfs:label"), Literal(words, language=language))
    plover = category(record.kind, record.status, record.certainty)
    if plover:
        yield Triple(node, _p("dgm:plover"), Literal(plover))
    declared = slots(type(record))
    for slot, (predicate, kind) in declared.items():
        for value in record.values(slot):
            yield Triple(node, _p(predicate), _term(article, kind, value))
            if slot in _INVOLVES:
                yield Triple(node, _p("dgm:involves"), NamedNode(value))
                if slot in {"host", "guest"} and record.kind == "Meeting":
                    yield Triple(node, _p("dgm:participant"), NamedNode(value))
    for passage in record.evidence:
        yield Triple(node, _p("dgm:evidence"), _span(article, passage))
        yield from _words(article, passage, "dgm:Passage")
    for ground in record.grounds:
        # "Moscou" may be why Russia is the destination, and is no name of Russia
        if ground.span is None or ground.basis != "read" or declared[ground.field][1] != "entity":
            continue
        mention = _span(article, ground.span)
        yield from _words(article, ground.span, "dgm:Mention")
        yield Triple(mention, _p("itsrdf:taIdentRef"), NamedNode(ground.value))
        around = min((p for p in record.evidence if ground.span in p), key=lambda p: (p.end - p.begin, p), default=None)
        if around not in (None, ground.span):
            yield Triple(mention, _p("nif:superString"), _span(article, around))


def _span(article: Article, span: Span) -> NamedNode:
    return NamedNode(article.passage_iri(span.begin, span.end))


def _words(article: Article, span: Span, kind: str) -> Iterator[Triple]:
    node = _span(article, span)
    yield Triple(node, _A, _p(kind))
    yield Triple(node, _p("nif:anchorOf"), Literal(span.of(article.text)))
    yield Triple(node, _p("nif:beginIndex"), integer(span.begin))
    yield Triple(node, _p("nif:endIndex"), integer(span.end))
    yield Triple(node, _p("nif:referenceContext"), NamedNode(article.iri))


def _term(article: Article, kind: str, value: Any) -> NamedNode | Literal:
    if kind == "entity":
        return NamedNode(value)
    if kind == "record":
        return NamedNode(f"{article.iri}#{value}")
    if kind == "concept":
        return NamedNode(DGM + value)
    if kind == "text":
        return Literal(value, language=article.language)
    if kind == "date":
        return date_literal(value)
    if kind == "integer":
        return integer(value)
    if kind == "boolean":
        return Literal(str(value).lower(), datatype=_p("xsd:boolean"))
    if kind == "decimal":
        return decimal(value)
    return Literal(str(value))
