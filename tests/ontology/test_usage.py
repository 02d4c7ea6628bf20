"""No data file, record, query or shape uses a term that the vocabulary lacks."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from dragoman.graph.records import KINDS, Entity, slots
from dragoman.ontology.files import turtle
from dragoman.ontology.namespaces import DGM, PREFIXES, expand
from dragoman.ontology.terms import terms

OURS = {t.name for t in terms()}
NAMED = re.compile(rf"(?:(?<![\w:])dgm:|<{re.escape(DGM)})([A-Za-z]\w*)")
BUILT_IN = tuple(PREFIXES[p] for p in ("rdf", "rdfs", "owl", "xsd"))


def found(package: str, ending: str) -> list[Traversable]:
    return sorted((f for f in files(package).iterdir() if f.name.endswith(ending)), key=lambda f: f.name)


@cache
def declared() -> set[URIRef]:
    graph = Graph().parse(data=turtle(), format="turtle")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    return {s for kind in kinds for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}


LEXICON = found("dragoman.graph.lexicon", ".ttl")
QUERIES = [*found("dragoman.queries", ".rq"), *found("dragoman.graph.network", ".rq")]
EXAMPLES = sorted(Path(__file__).parent.glob("*.ttl"))


def test_there_are_a_lexicon_and_queries_to_check() -> None:
    assert LEXICON
    assert QUERIES
    assert EXAMPLES


@pytest.mark.parametrize(
    "file", [*LEXICON, *QUERIES, *EXAMPLES, *found("dragoman.ontology", ".ttl")], ids=lambda f: f.name
)
def test_a_file_names_only_terms_that_exist(file: Traversable) -> None:
    text = re.sub(r"^\s*#.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(NAMED.findall(text)) - OURS == set()


def test_a_term_that_does_not_exist_would_be_found() -> None:
    assert set(NAMED.findall(f"?x dgm:nope ?y ; a <{DGM}Nothing> . # ontodgm:no")) - OURS == {"nope", "Nothing"}


@pytest.mark.parametrize("file", [*LEXICON, *EXAMPLES], ids=lambda f: f.name)
def test_data_uses_only_classes_and_properties_that_the_vocabulary_declares(file: Traversable) -> None:
    graph = Graph().parse(data=file.read_text(encoding="utf-8"), format="turtle")
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    assert {term for term in used if not str(term).startswith(BUILT_IN)} - declared() == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_every_field_of_a_record_becomes_a_property_that_the_vocabulary_declares(kind: type) -> None:
    assert kind.__name__ in OURS
    assert {URIRef(expand(name)) for name, _ in slots(kind).values()} - declared() == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_every_field_holds_what_its_property_ranges_over(kind: type) -> None:
    ranges = {f"dgm:{t.name}": t for t in terms()}
    for name, sort in slots(kind).values():
        if name in ranges:
            relation = ranges[name].sort == "object property"
            assert relation is (sort in {"entity", "record", "concept"}), name
            expected = {
                "integer": "xsd:integer",
                "decimal": "xsd:decimal",
                "boolean": "xsd:boolean",
                "plain": "xsd:string",
            }
            assert relation or ranges[name].range == (expected.get(sort, "rdfs:Literal"),), name


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
def test_every_field_may_be_said_of_its_kind_of_record(kind: type) -> None:
    named = {f"dgm:{t.name}": t for t in terms()}

    def above(name: str) -> set[str]:
        return {name}.union(*(above(p) for p in (named[name].parents if name in named else ())))

    for name, _ in slots(kind).values():
        if name in named:
            assert above(f"dgm:{kind.__name__}") & set(named[name].domain), name


def test_every_kind_of_entity_that_a_record_may_name_is_a_class() -> None:
    kinds = set(re.findall(r'"([A-Z]\w+)"', Entity.__doc__ or ""))
    assert len(kinds) >= 10
    assert kinds <= {t.name for t in terms() if t.sort == "class"}


def test_the_graph_of_the_built_in_article_uses_only_what_the_vocabulary_declares(builtin_store: Any) -> None:
    graph = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in builtin_store.quads()), format="nt")
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    assert {term for term in used if not str(term).startswith(BUILT_IN)} - declared() == set()
    ours = {str(node) for triple in graph for node in triple if str(node).startswith(DGM)}
    assert {iri.removeprefix(DGM) for iri in ours} - OURS == set()
