"""SPARQL is asked of the union of all graphs, with terms for variables, and given up when its time is over."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, variant

from dragoman.graph.store import Store
from dragoman.ontology.errors import QueryError, TimeLimit
from dragoman.ontology.namespaces import LEXICON_GRAPH


def test_the_usual_prefixes_are_known_and_may_be_declared_otherwise(builtin_store: Store) -> None:
    assert (
        bool(builtin_store.query("ASK { ?x a dgm:Meeting ; rdfs:label ?y . ?z nif:anchorOf ?w ; a schema:None }"))
        is False
    )
    assert bool(builtin_store.query("PREFIX dgm: <https://schema.org/> ASK { ?x dgm:url ?y }"))


def test_a_query_that_says_from_is_asked_of_those_graphs_alone(builtin_store: Store) -> None:
    def count(clause: str, pattern: str = "?s ?p ?o") -> int:
        (row,) = builtin_store.query(f"SELECT (COUNT(*) AS ?n) {clause} {{ {pattern} }}")
        return int(row["n"].value)

    builtin_store.put(variant("https://example.org/other"))
    own, lexicon = len(list(builtin_store.quads(article().iri))), len(list(builtin_store.quads(LEXICON_GRAPH)))
    assert count(f"FROM <{article().iri}>") == own
    assert count(f"FROM <{article().iri}> FROM id:lexicon") == own + lexicon
    assert count("FROM <http://example.org/none>") == 0
    assert count(f"FROM NAMED <{article().iri}>", "GRAPH ?g { ?s ?p ?o }") == own
    assert count(f"FROM NAMED <{article().iri}>") == 0
    assert count("", "?s ?p ?o FILTER('FROM <http://example.org/none>' != '')") > own + lexicon


def test_a_syntax_error_tells_the_line_that_its_author_wrote(builtin_store: Store) -> None:
    with pytest.raises(SyntaxError, match="3:"):
        builtin_store.query("SELECT *\n{\n  ?s ?p }")


def test_bindings_are_terms_and_never_text(builtin_store: Store) -> None:
    hostile = ox.Literal('" } DROP ALL { "')
    assert not list(builtin_store.query("SELECT * { ?s dcterms:title ?title }", {"title": hostile}))
    title = ox.Literal(str(article().title), language="fr")
    with pytest.raises(QueryError, match=r"\?title"):
        builtin_store.query("SELECT ?s { ?s dcterms:title ?title }", {"title": title})
    assert [
        r["s"].value for r in builtin_store.query("SELECT ?s ?title { ?s dcterms:title ?title }", {"title": title})
    ] == [article().iri]


def test_a_query_that_takes_too_long_is_given_up(builtin_store: Store) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
    with pytest.raises(TimeLimit, match=r"longer than 0\.2 seconds"):
        builtin_store.query(endless, timeout=0.2)
    assert bool(builtin_store.query("ASK {}", timeout=60)) is True


def test_an_answer_within_its_time_is_the_same_as_one_without_limit(builtin_store: Store) -> None:
    query = "SELECT ?s ?o { ?s dgm:supplier ?o } ORDER BY ?s"
    free, timed = builtin_store.query(query), builtin_store.query(query, timeout=60)
    assert [v.value for v in timed.variables] == [v.value for v in free.variables]
    assert [(r["s"], r[1]) for r in timed] == [(r["s"], r[1]) for r in free]
    triples = "CONSTRUCT WHERE { ?s dgm:supplier ?o }"
    assert set(builtin_store.query(triples, timeout=60)) == set(builtin_store.query(triples))


@pytest.mark.parametrize(
    "query", ["SELECT * { BIND(<http://example.org/f>(1) AS ?x) }", "ASK { SERVICE <ftp://x> {} }"]
)
def test_what_a_query_asks_in_vain_is_its_own_fault_and_not_the_stores(builtin_store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="cannot be answered"):
        bool(builtin_store.query(query)) and list(builtin_store.query(query))
