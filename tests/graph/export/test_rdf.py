"""RDF exports, read again by parsers that are not ours: raptor for Turtle, N-Triples and RDF/XML, rdflib for the rest."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from dragoman.graph.export import export
from dragoman.graph.store import Store
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, expand

RAPTOR = {"turtle": "turtle", "nt": "ntriples", "rdfxml": "rdfxml"}


@pytest.fixture(params=["builtin_store", "hostile_store"])
def store(request: pytest.FixtureRequest) -> Store:
    held: Store = request.getfixturevalue(request.param)
    return held


def reference(store: Store, tmp_path: Path) -> set[tuple[str, ...]]:
    """Return the exported triples as pyoxigraph reads them from N-Quads, the plainest of the formats."""
    export(store, tmp_path / "reference.nq")
    return {terms(q.subject, q.predicate, q.object) for q in ox.parse(path=tmp_path / "reference.nq")}


def terms(*held: object) -> tuple[str, ...]:
    out = []
    for term in held:
        if isinstance(term, ox.Literal):
            out.append(f"{term.value}@{term.language}" if term.language else f"{term.value}^^{term.datatype.value}")
        elif isinstance(term, rdflib.Literal):
            kind = term.datatype or rdflib.XSD.string
            out.append(f"{term}@{term.language}" if term.language else f"{term}^^{kind}")
        else:
            out.append(term.value if isinstance(term, ox.NamedNode) else str(term))
    return tuple(out)


def by_raptor(path: Path, language: str) -> set[tuple[str, ...]]:
    ran = subprocess.run(["rapper", "-i", language, "-o", "ntriples", str(path)], capture_output=True, check=True)
    assert b"rror" not in ran.stderr, ran.stderr
    return {terms(t.subject, t.predicate, t.object) for t in ox.parse(ran.stdout, format=ox.RdfFormat.N_TRIPLES)}


@pytest.mark.needs("rapper")
@pytest.mark.parametrize("format_", RAPTOR)
def test_raptor_reads_the_same_triples(format_: str, store: Store, tmp_path: Path) -> None:
    (path,) = export(store, tmp_path / "graph", format_)
    assert by_raptor(path, RAPTOR[format_]) == reference(store, tmp_path)


@pytest.mark.parametrize(("format_", "language"), [("jsonld", "json-ld"), ("trig", "trig")])
def test_rdflib_reads_the_same_triples_in_the_same_graphs(
    format_: str, language: str, store: Store, tmp_path: Path
) -> None:
    (path,) = export(store, tmp_path / "graph", format_)
    read = rdflib.Dataset()
    read.parse(path, format=language)
    quads = {(*terms(s, p, o), str(getattr(g, "identifier", g))) for s, p, o, g in read.quads()}
    export(store, tmp_path / "reference.nq")
    wanted = {
        (*terms(q.subject, q.predicate, q.object), q.graph_name.value) for q in ox.parse(path=tmp_path / "reference.nq")
    }
    assert quads == wanted


@pytest.mark.parametrize("format_", ["turtle", "trig", "nt", "nq", "jsonld", "rdfxml"])
def test_no_export_has_a_blank_node(format_: str, builtin_store: Store, tmp_path: Path) -> None:
    (path,) = export(builtin_store, tmp_path / "graph", format_)
    assert b"_:" not in path.read_bytes()
    assert b"nodeID" not in path.read_bytes()


def test_carriage_returns_survive_xml(hostile_store: Store, tmp_path: Path) -> None:
    (path,) = export(hostile_store, tmp_path / "graph.rdf")
    read = rdflib.Graph().parse(path, format="xml")
    assert any("\r\n" in text for text in read.objects(None, rdflib.URIRef(expand("nif:isString"))))


def test_a_control_character_that_xml_cannot_hold_is_replaced_there_and_kept_elsewhere(tmp_path: Path) -> None:
    node = ox.NamedNode("https://example.org/a")
    quad = ox.Quad(node, ox.NamedNode(expand("rdfs:label")), ox.Literal("a\x0bb"), ox.NamedNode(LINKS_GRAPH))

    class Small:
        def quads(self) -> list[ox.Quad]:
            return [quad]

        def query(self, text: str) -> None:
            raise AssertionError(text)

    export(Small(), tmp_path / "a.rdf")
    export(Small(), tmp_path / "a.ttl")
    (_, _, label) = next(iter(rdflib.Graph().parse(tmp_path / "a.rdf", format="xml")))
    assert str(label) == "a\ufffdb"
    (_, _, label) = next(iter(rdflib.Graph().parse(tmp_path / "a.ttl")))
    assert str(label) == "a\x0bb"


def test_the_articles_texts_stay_out_when_asked(builtin_store: Store, tmp_path: Path) -> None:
    (with_text,) = export(builtin_store, tmp_path / "with.nt")
    (without,) = export(builtin_store, tmp_path / "without.nt", text=False)
    gone = set(with_text.read_bytes().splitlines()) - set(without.read_bytes().splitlines())
    assert len(gone) == 1
    assert expand("nif:isString").encode() in gone.pop()


def test_of_the_lexicon_only_what_the_articles_name_is_written_unless_all_is_asked_for(
    builtin_store: Store, tmp_path: Path
) -> None:
    (named,) = export(builtin_store, tmp_path / "named.nq")
    (whole,) = export(builtin_store, tmp_path / "whole.nq", lexicon=True)
    labels = {line for line in named.read_text().splitlines() if LEXICON_GRAPH in line}
    assert any('"Maroc"@fr' in line for line in labels)
    assert any('"Россия"@ru' in line for line in labels)
    assert not any('"Espagne"@fr' in line for line in labels)
    assert '"Espagne"@fr' in whole.read_text()
    assert set(named.read_text().splitlines()) < set(whole.read_text().splitlines())
