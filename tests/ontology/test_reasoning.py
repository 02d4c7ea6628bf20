"""The vocabulary and the data written in it hold together under HermiT, an OWL 2 reasoner; dates are left to SHACL."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from rdflib import OWL, RDF, XSD, Graph, Literal, URIRef

from dragoman.ontology.files import turtle
from dragoman.ontology.namespaces import DGM, ID
from dragoman.ontology.terms import terms

pytestmark = pytest.mark.needs("java")

HERE = Path(__file__).parent
REASONED = {XSD.boolean, XSD.integer, XSD.decimal, XSD.string}


def vocabulary() -> Graph:
    graph = Graph().parse(data=turtle("dragoman"), format="turtle").parse(data=turtle("alignments"), format="turtle")
    graph.remove((None, OWL.imports, None))
    return graph


def example() -> Graph:
    return Graph().parse(HERE / "example.ttl").parse(HERE / "inverses.ttl")


def reasoned_about(value: object) -> bool:
    return isinstance(value, Literal) and not value.language and (value.datatype or XSD.string) in REASONED


def logical(graph: Graph, data: Graph) -> Graph:
    """Return `graph` with the part of `data` that a reasoner reads: types, relations, and the datatypes of OWL 2."""
    relations = set(graph.subjects(RDF.type, OWL.ObjectProperty)) | {RDF.type}
    fields = set(graph.subjects(RDF.type, OWL.DatatypeProperty))
    whole = Graph() + graph
    for subject, predicate, value in data:
        if predicate in relations or (predicate in fields and reasoned_about(value)):
            whole.add((subject, predicate, value))
    return whole


def reason(graph: Graph, folder: Path) -> Any:
    """Run HermiT over `graph` and return the reasoned world; an inconsistency raises."""
    import owlready2  # type: ignore[import-untyped]

    file = folder / "graph.nt"
    file.write_text(graph.serialize(format="nt"), encoding="utf-8")
    world = owlready2.World()
    world.get_ontology(file.as_uri()).load(only_local=True)
    owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
    return world


@cache
def reasoned() -> Any:
    with TemporaryDirectory() as folder:
        return reason(logical(vocabulary(), example()), Path(folder))


def test_every_class_can_have_members() -> None:
    assert list(reasoned().inconsistent_classes()) == []


def test_the_example_uses_every_class_and_every_property() -> None:
    used = {str(node) for triple in example() for node in triple}
    assert [t.name for t in terms() if t.sort not in {"scheme", "concept"} and t.iri not in used] == []


def test_who_holds_an_office_is_an_official(tmp_path: Path) -> None:
    data = example()
    data.remove((URIRef(ID + "person/anton-rassendyll"), RDF.type, URIRef(DGM + "Official")))
    world = reason(logical(vocabulary(), data), tmp_path)
    assert world[DGM + "Official"] in world[ID + "person/anton-rassendyll"].INDIRECT_is_a


def test_a_country_is_an_actor_and_a_place() -> None:
    world = reasoned()
    classes = world[ID + "country/ruritania"].INDIRECT_is_a
    assert world[DGM + "Actor"] in classes
    assert world[DGM + "Place"] in classes


@pytest.mark.parametrize("part", ["visitor", "host", "participant", "guest", "speaker"])
def test_whoever_has_a_part_in_an_event_is_an_actor_of_it_in_the_words_of_sem(part: str) -> None:
    above = reasoned()[DGM + part].ancestors()
    assert reasoned()["http://semanticweb.cs.vu.nl/2009/11/sem/hasActor"] in above


WRONG = {
    "a person who is an organisation": "<person/x> a dgm:Person, dgm:Agency .",
    "a country that is a person": "<country/x> a dgm:Country, dgm:Person .",
    "a meeting that is a deal": "a:x a dgm:Meeting, dgm:Deal .",
    "an office held by a country": "a:tenure-1 dgm:holder <country/ruritania> .",
    "a deal about a topic": "a:deal-1 dgm:product <topic/wool> .",
    "evidence that is an actor": "a:deal-1 dgm:evidence <agency/guard> .",
    "a meeting during a meeting": "a:meeting-1 dgm:during a:meeting-1 .",
    "a certainty that is a status": "a:deal-1 dgm:certainty dgm:Signed .",
    "a place that is a passage": "a:deal-1 dgm:site <article/ruritanie-0123456789#char=0,51> .",
    "two least quantities": "a:deal-1 dgm:quantityMin 4 .",
    "a quantity that is no number": 'a:deal-1 dgm:quantityMax "many" .',
    "a happening that is a record": "<happening/visit-1> a dgm:Visit .",
}


@pytest.mark.parametrize("statement", WRONG.values(), ids=WRONG)
def test_a_wrong_statement_is_found_to_contradict_the_vocabulary(statement: str, tmp_path: Path) -> None:
    import owlready2

    article = ID + "article/ruritanie-0123456789#"
    prefixes = f"@prefix dgm: <{DGM}> .\n@prefix a: <{article}> .\n@base <{ID}> .\n"
    data = example().parse(data=prefixes + statement, format="turtle")
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(logical(vocabulary(), data), tmp_path)


def test_the_built_in_article_with_the_whole_lexicon_and_the_links_is_consistent(
    builtin_store: Any, tmp_path: Path
) -> None:
    data = Graph()
    data.parse(data="".join(f"{quad.triple} .\n" for quad in builtin_store.quads()), format="nt")
    assert len(set(data.subjects(RDF.type, URIRef(DGM + "Country")))) > 190
    assert len(set(data.subjects(URIRef(DGM + "evidence"), None))) == 15
    world = reason(logical(vocabulary(), data), tmp_path)
    assert list(world.inconsistent_classes()) == []
