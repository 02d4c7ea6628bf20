"""Whatever a home is, a query is answered alike: with the same words, terms and errors."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, reading, variant

from dragoman.graph.store import Store
from dragoman.ontology.errors import QueryError, TimeLimit
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH
from dragoman.queries import catalogue
from dragoman.queries.adhoc import with_values
from dragoman.queries.asking import ask
from dragoman.queries.results import collect, serialise

OTHER = variant("https://example.org/other", title="La coopération vue d’ailleurs")


@pytest.fixture
def store(store: Store) -> Store:
    """A store that holds two articles."""
    store.put(reading())
    store.put(OTHER)
    return store


@pytest.fixture
def in_memory(in_memory: Store) -> Store:
    """The same in memory."""
    in_memory.put(reading())
    in_memory.put(OTHER)
    return in_memory


def test_every_question_of_the_catalogue_is_answered_alike(store: Store, in_memory: Store) -> None:
    for question in catalogue().values():
        values = {
            name: parameter.example
            for name, parameter in question.parameters.items()
            if parameter.example is not None and (parameter.required or parameter.type != "date")
        }
        asked = ask(store.query, question, values)
        assert serialise(asked, "tsv") == serialise(ask(in_memory.query, question, values), "tsv"), question.name


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?deal dgm:supplier ?supplier } ORDER BY ?deal",
        "SELECT ?deal ?none { ?deal dgm:supplier ?supplier } ORDER BY ?deal",
        "SELECT ?s { ?s a dgm:Nothing }",
        "SELECT (COUNT(DISTINCT ?x) AS ?n) (1.5 AS ?d) (true AS ?b) ('é'@fr AS ?l) { ?x a dgm:Deal }",
        "ASK { ?x a dgm:Deal }",
        "ASK { ?x a dgm:Nothing }",
        "CONSTRUCT { ?x dgm:party ?y } WHERE { ?x dgm:supplier ?y }",
        "DESCRIBE country:morocco",
        "PREFIX dgm: <https://schema.org/> SELECT ?y { ?x dgm:url ?y } ORDER BY ?y",
        "BASE <https://w3id.org/dragoman/> SELECT ?y { <id/country/morocco> rdfs:label ?y } ORDER BY ?y",
    ],
)
def test_an_answer_is_the_same_with_a_limit_of_time_and_without(store: Store, in_memory: Store, text: str) -> None:
    wanted = collect(in_memory.query(text))
    assert collect(store.query(text)) == wanted
    assert collect(store.query(text, timeout=60)) == wanted


def test_a_query_that_says_from_is_asked_of_those_graphs_alone(store: Store) -> None:
    def count(clause: str, pattern: str = "?s ?p ?o") -> int:
        (row,) = store.query(f"SELECT (COUNT(*) AS ?n) {clause} {{ {pattern} }}")
        return int(row["n"].value)

    own, lexicon = len(list(store.quads(article().iri))), len(list(store.quads(LEXICON_GRAPH)))
    assert count(f"FROM <{article().iri}>") == own
    assert count(f"FROM <{article().iri}> FROM id:lexicon") == own + lexicon
    assert count("FROM <http://example.org/none>") == 0
    assert count(f"FROM NAMED <{article().iri}>", "GRAPH ?g { ?s ?p ?o }") == own
    assert count(f"FROM NAMED <{article().iri}>") == 0
    assert count("", "?s ?p ?o FILTER('FROM <http://example.org/none>' != '')") > own + lexicon
    assert count("", f"GRAPH <{LINKS_GRAPH}> {{ ?s ?p ?o }}") == len(list(store.quads(LINKS_GRAPH)))


def test_a_syntax_error_tells_the_line_that_its_author_wrote(store: Store) -> None:
    with pytest.raises(SyntaxError, match="3:"):
        store.query("SELECT *\n{\n  ?s ?p }")


HOSTILE = (
    '" } DROP ALL { "',
    "'",
    "\\",
    "a\nb",
    "\\u0022 } ; DROP ALL #",
    "?title",
    "}",
    "<http://example.org/>",
    "é\x01",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_bindings_are_terms_and_never_text(store: Store, value: str) -> None:
    for term in (ox.Literal(value), ox.Literal(value, language="fr")):
        (row,) = store.query("SELECT ?v (STRLEN(?v) AS ?n) { FILTER(isLiteral(?v)) }", {"v": term})
        assert row["v"] == term
        assert int(row["n"].value) == len(value)
        assert not list(store.query("SELECT ?s ?title { ?s dcterms:title ?title }", {"title": term}))
    assert len(store.articles()) == 2


def test_bindings_reach_every_form_of_a_query(store: Store, in_memory: Store) -> None:
    title = ox.Literal(str(article().title), language="fr")
    for text in (
        "SELECT ?s ?title { ?s dcterms:title ?title } ORDER BY ?s",
        "SELECT * { ?s dcterms:title ?t FILTER(?t = ?title) } ORDER BY ?s",
        "ASK { ?s dcterms:title ?title }",
        "CONSTRUCT { ?s rdfs:label ?title } WHERE { ?s dcterms:title ?t FILTER(?t = ?title) }",
        "SELECT (COUNT(?s) AS ?n) { ?s dcterms:title ?title } GROUP BY ?title",
    ):
        asked, _ = with_values(text, ["title"])
        wanted = collect(in_memory.query(asked, {"title": title}))
        assert collect(store.query(asked, {"title": title})) == wanted


def test_what_is_bound_must_be_returned(store: Store) -> None:
    with pytest.raises(QueryError, match=r"\?title"):
        store.query("SELECT ?s { ?s dcterms:title ?title }", {"title": ox.Literal("x")})


def test_a_query_that_takes_too_long_is_given_up(store: Store) -> None:
    # long, but not without end: a server goes on with it
    long = "SELECT (COUNT(*) AS ?n) { ?a a ?b . ?c rdfs:label ?d FILTER(STRLEN(STR(?a)) > STRLEN(STR(?d))) }"
    with pytest.raises(TimeLimit, match=r"longer than 0\.2 seconds"):
        store.query(long, timeout=0.2)
    assert bool(store.query("ASK {}", timeout=60)) is True


@pytest.mark.parametrize("text", ["DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "INSERT DATA { <a:a> <a:b> <a:c> }"])
def test_a_query_is_never_an_update(store: Store, text: str) -> None:
    with pytest.raises(SyntaxError):
        store.query(text)
    assert len(store.articles()) == 2


def test_answers_may_be_read_side_by_side_and_left_unread(store: Store) -> None:
    one, other = store.quads(), iter(store.query("SELECT ?s { ?s ?p ?o }"))
    assert next(one) != next(one)
    assert next(other)
    assert len(list(store.quads(article().iri))) > 100
    next(one)
    del one, other
    assert len(store.articles()) == 2
