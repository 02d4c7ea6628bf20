"""Somebody's own SPARQL is given values as terms, whatever its form; where the engine would leave one out, it says so."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Variable

from dragoman.ontology.errors import QueryError
from dragoman.queries.adhoc import value, with_values
from dragoman.queries.binding import inline
from dragoman.queries.results import Table, collect

EX = "http://example.org/"


def engine() -> Store:
    """A store of s0 p0 0 .  s1 p1 1 .  s2 p0 2 .  s3 p1 3 ."""
    store = Store()
    for n in range(4):
        store.add(Quad(NamedNode(f"{EX}s{n}"), NamedNode(f"{EX}p{n % 2}"), Literal(n)))
    return store


def answer(text: str, **values: Literal | NamedNode) -> object:
    asked, added = with_values(text, values)
    terms = {Variable(name): term for name, term in values.items()}
    return collect(engine().query(asked, prefixes={"ex": EX}, substitutions=terms), added)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { ?s ?p ?o FILTER(?o = ?v) }",
        "SELECT ?s ?v { ?s ?p ?o FILTER(?o = ?v) }",
        "SELECT DISTINCT ?s WHERE { ?s ?p ?v }",
        "select $s where { $s ?p $v } order by $s limit 1",
        "PREFIX ex: <http://example.org/> SELECT (STR(?s) AS ?t) { ?s ?p ?o FILTER(STR(?o) = STR(?v)) }",
        "SELECT * { ?s ex:p0 ?o FILTER(?o < ?v) }",
        "SELECT ?p (COUNT(?s) AS ?n) { ?s ?p ?o FILTER(?o < ?v) } GROUP BY ?p ORDER BY ?p",
        "SELECT ?v (COUNT(?s) AS ?n) { ?s ?p ?v } GROUP BY ?v",
        "SELECT (COUNT(?s) AS ?n) { ?s ?p ?v } GROUP BY ?v HAVING(COUNT(?s) > 0)",
        "SELECT ?p (SUM(?o + ?v) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING(SUM(?o) > ?v)",
        "SELECT ?s { { SELECT ?s ?v { ?s ?p ?o FILTER(?o = ?v) } } }",
        "SELECT (COUNT(*) AS ?n) { { SELECT ?s ?v { ?s ?p ?v } GROUP BY ?s ?v } } GROUP BY ?v",
        "ASK { ?s ?p ?o FILTER(?o = ?v) }",
        "ASK { ?s ?p ?o FILTER(?o > ?v + 2) }",
        "CONSTRUCT { ?s ex:has ?v } WHERE { ?s ?p ?o FILTER(?o = ?v) }",
        "CONSTRUCT WHERE { ?s ?p ?v }",
        "SELECT ?s { ?s ?p ?o FILTER(?o = ?v) } # ?v, SELECT { and \"",
        "SELECT ?s { ?s ?p ?o FILTER(?o = ?v || STR(?o) = 'SELECT { ?v') }",
    ],
)  # fmt: skip
def test_a_query_of_any_form_answers_as_if_the_value_were_written_in_it(text: str) -> None:
    written = collect(engine().query(inline(text, {"v": Literal(2)}), prefixes={"ex": EX}), ["v"])
    found = answer(text, v=Literal(2))
    if isinstance(found, Table):
        assert isinstance(written, Table)
        kept = [n for n, column in enumerate(found.columns) if column != "v"]
        assert [tuple(row[n] for n in kept) for row in found.rows] == list(written.rows)
        asked_for = re.match(r"SELECT (\*|(\?s )?\?v)", text) is not None
        assert ("v" in found.columns) is asked_for, "a column that is only there for the value is left out"
    else:
        assert found == written


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT ?s { ?s ?p ?o }", "no variable ?v"),
        ("SELECT ?s { ?s ?p ?o } # ?v", "no variable ?v"),
        ("SELECT (COUNT(?s) AS ?n) { ?s ?p ?v }", "GROUP BY ?v"),
        ("SELECT ?s { ?s ?p ?o BIND(?v AS ?w) FILTER(?o = ?w) }", "AS"),
        ("DESCRIBE ?s { ?s ?p ?v }", "CONSTRUCT"),
        ("SELECT (?v AS ?w) { ?s ?p ?v }", "AS"),
        ("SELECT ?s { ?s ?p ?o FILTER(!BOUND(?v) || ?o = ?v) }", "BOUND"),
        ("SELECT ?s { { SELECT ?s { ?s ?p ?o FILTER(?o = ?v) } } }", "inner SELECT"),
        ("SELECT ?s { ?s ?p ?v { SELECT * { ?s ?p ?o FILTER(?o = ?v) } } }", "inner SELECT"),
    ],
)
def test_a_query_that_the_value_would_not_reach_is_refused_and_not_answered_wrongly(text: str, reason: str) -> None:
    with pytest.raises(QueryError, match=r"-p v=\.\.\.") as refusal:
        with_values(text, {"v": Literal(2)})
    assert reason in str(refusal.value)


@given(st.text(min_size=1))
def test_no_value_is_ever_part_of_the_text(words: str) -> None:
    text = "SELECT ?s { ?s ?p ?v }"
    assert with_values(text, {"v": Literal(words)}) == with_values(text, {"v": Literal("x")})


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("dgm:Interest", NamedNode("https://w3id.org/dragoman/ontology#Interest")),
        ("https://example.org/a", NamedNode("https://example.org/a")),
        ("<https://example.org/a>", NamedNode("https://example.org/a")),
        ("12", Literal("12")),
        ("Re: dgm", Literal("Re: dgm")),
        ('x" } DROP ALL #', Literal('x" } DROP ALL #')),
    ],
)
def test_a_value_is_an_iri_where_it_is_written_as_one_and_words_else(written: str, term: Literal | NamedNode) -> None:
    assert value(written) == term
