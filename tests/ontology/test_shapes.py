"""Every shape lets a right graph pass and stops a wrong one, with its own message in English and French."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from pyshacl import validate
from rdflib import RDF, SH, Graph, URIRef

from dragoman.graph.records import KINDS
from dragoman.graph.validation import comparable
from dragoman.ontology.files import turtle
from dragoman.ontology.namespaces import DGM, PREFIXES
from dragoman.ontology.terms import terms

HERE = Path(__file__).parent
SHAPES = "https://w3id.org/dragoman/shapes#"
BREAKING: dict[str, str] = yaml.safe_load((HERE / "breaking.yaml").read_text(encoding="utf-8"))


@cache
def shapes() -> Graph:
    return Graph().parse(data=turtle("shapes"), format="turtle")


def example() -> Graph:
    return Graph().parse(HERE / "example.ttl")


def checked(graph: Graph) -> tuple[bool, Graph]:
    conforms, report, _ = validate(comparable(graph), shacl_graph=shapes())
    assert isinstance(report, Graph)
    return conforms, report


def speaking() -> list[str]:
    """Return the name of each shape that has a message: what can be broken."""
    return sorted({str(s).removeprefix(SHAPES) for s in shapes().subjects(SH.message, None)})


def focus(shape: URIRef) -> set[object]:
    """Return the nodes of the example that a node shape is about."""
    graph, found = example(), set[object]()
    for wanted in shapes().objects(shape, SH.targetClass):
        found |= set(graph.subjects(RDF.type, wanted))
    for wanted in shapes().objects(shape, SH.targetSubjectsOf):
        found |= set(graph.subjects(wanted, None))
    for wanted in shapes().objects(shape, SH.targetObjectsOf):
        found |= set(graph.objects(None, wanted))
    return found


def targeted() -> list[URIRef]:
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    return sorted({s for how in targets for s in shapes().subjects(how, None) if isinstance(s, URIRef)})


def test_the_shapes_are_well_formed_shacl() -> None:
    assert validate(Graph(), shacl_graph=shapes(), meta_shacl=True)[0]


def test_a_right_graph_passes_every_shape() -> None:
    conforms, report = checked(example())
    assert conforms, report.serialize(format="turtle")


@pytest.mark.parametrize("shape", targeted(), ids=lambda s: s.removeprefix(SHAPES))
def test_each_shape_has_something_in_the_right_graph_to_pass(shape: URIRef) -> None:
    assert focus(shape)


def test_each_shape_that_can_be_broken_has_a_graph_that_breaks_it() -> None:
    assert sorted(BREAKING) == speaking()


@pytest.mark.parametrize("name", sorted(BREAKING))
def test_a_wrong_graph_fails_with_the_message_of_the_shape_that_it_breaks(name: str) -> None:
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    article = "<https://w3id.org/dragoman/id/article/ruritanie-0123456789#"
    graph, before = example(), set(example())
    for update in BREAKING[name].split(";;"):
        graph.update(f"BASE <https://w3id.org/dragoman/id/>\nPREFIX a: {article}>\n{prefixes}{update}")
    assert set(graph) != before, "the update changes nothing"
    conforms, report = checked(graph)
    shape = URIRef(SHAPES + name)
    results = set(report.subjects(SH.sourceShape, shape))
    assert not conforms
    assert results, report.serialize(format="turtle")
    messages = {m.language: str(m) for m in shapes().objects(shape, SH.message)}  # type: ignore[attr-defined]
    for result in results:
        assert {m.language: str(m) for m in report.objects(result, SH.resultMessage)} == messages  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", speaking())
def test_each_message_is_said_in_english_and_in_french_and_by_no_other_shape(name: str) -> None:
    messages = list(shapes().objects(URIRef(SHAPES + name), SH.message))
    assert sorted(m.language for m in messages) == ["en", "fr"]  # type: ignore[attr-defined]
    for message in messages:
        assert set(shapes().subjects(SH.message, message)) == {URIRef(SHAPES + name)}
        assert str(message).endswith(".")


def test_every_property_shape_belongs_to_a_shape_with_a_target() -> None:
    owned = {p for shape in targeted() for p in shapes().objects(shape, SH.property)}
    assert {s for s in shapes().subjects(RDF.type, SH.PropertyShape) if s not in owned} == set()


def test_every_kind_of_record_has_a_shape_of_its_own() -> None:
    assert {str(c) for c in shapes().objects(URIRef(SHAPES + "Record"), SH.targetClass)} == {
        DGM + kind.__name__ for kind in KINDS
    }
    for kind in KINDS:
        assert (URIRef(SHAPES + kind.__name__), SH.targetClass, URIRef(DGM + kind.__name__)) in shapes()


@pytest.mark.parametrize(
    ("shape", "scheme"),
    [
        ("visitStatus", "EventStatus"),
        ("meetingStatus", "EventStatus"),
        ("announcementStatus", "EventStatus"),
        ("agreementStatus", "AgreementStatus"),
        ("dealStatus", "DealStatus"),
        ("certainty", "CertaintyScheme"),
    ],
)
def test_the_statuses_that_a_shape_allows_are_those_of_the_scheme(shape: str, scheme: str) -> None:
    listed = shapes().value(URIRef(SHAPES + shape), SH["in"])
    assert listed is not None
    allowed = {str(node) for node in shapes().items(listed)}
    assert allowed == {t.iri for t in terms() if f"dgm:{scheme}" in t.schemes}


def test_every_role_of_an_actor_is_checked_once_on_the_actor() -> None:
    checked_roles = set(shapes().objects(URIRef(SHAPES + "Actor"), SH.targetObjectsOf))
    written = {t.iri for t in terms() if t.range == ("dgm:Actor",)}
    assert {str(role) for role in checked_roles} == written


def test_no_shape_needs_sparql() -> None:
    assert set(shapes().objects(None, SH.sparql)) == set()


@pytest.mark.parametrize(
    ("literal", "right"),
    [
        ('"2031-05-03"^^xsd:date', True),
        ('"2031-05"^^xsd:gYearMonth', True),
        ('"2031"^^xsd:gYear', True),
        ('"--05-03"^^xsd:gMonthDay', True),
        ('"2031-02-30"^^xsd:date', False),
        ('"2031-05-03T10:00:00"^^xsd:dateTime', False),
        ('"2031-00"^^xsd:gYearMonth', False),
        ('"31"^^xsd:gYear', False),
        ('"05-03"^^xsd:gMonthDay', False),
        ('"--02-32"^^xsd:gMonthDay', False),
        ('"2031-05-03"', False),
        ('"mardi"@fr', False),
        ("<https://example.org/tuesday>", False),
    ],
)
@pytest.mark.parametrize("name", ["date", "startDate", "endDate"])
def test_a_date_is_written_as_its_precision_asks(name: str, literal: str, right: bool) -> None:
    prefixes = f"@prefix dgm: <{DGM}> . @prefix xsd: <{PREFIXES['xsd']}> .\n"
    deal = "<https://w3id.org/dragoman/id/article/ruritanie-0123456789#deal-1>"
    known = 'dgm:earliest "2031-01-01"^^xsd:date ; dgm:latest "2031-12-31"^^xsd:date'
    graph = example().parse(data=f"{prefixes}{deal} dgm:{name} {literal} ; {known} .", format="turtle")
    assert checked(graph)[0] is right


def test_a_mention_that_is_a_whole_passage_needs_no_other_passage() -> None:
    graph = example()
    passage = "<https://w3id.org/dragoman/id/article/ruritanie-0123456789#char=0,51>"
    person = "<https://w3id.org/dragoman/id/person/anton-rassendyll>"
    prefixes = f"@prefix dgm: <{DGM}> . @prefix itsrdf: <{PREFIXES['itsrdf']}> .\n"
    graph.parse(data=f"{prefixes}{passage} a dgm:Mention ; itsrdf:taIdentRef {person} .", format="turtle")
    assert checked(graph)[0]
