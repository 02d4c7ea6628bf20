"""An answer is the same in every format, and in the W3C's formats it is what the engine itself would write."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from dragoman.ontology.errors import QueryError
from dragoman.queries.results import FORMATS, Graph, Table, collect, display, is_empty, lines, serialise, shortened

TEXT = """SELECT ?a ?b ?c WHERE { VALUES (?a ?b ?c) {
  ("plain, with \\"quotes\\"" "Россия"@ru 12)
  (<http://example.org/x?a=1&b=2> UNDEF "2016-04-05"^^xsd:date)
  ("two\\nlines" "" 1.50)
  ("=1+1" true "<b>|_*`[&\\\\"@fr)
} }"""
PREFIX = {"xsd": "http://www.w3.org/2001/XMLSchema#"}
W3C = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}


def table() -> Table:
    answer = collect(Store().query(TEXT, prefixes=PREFIX))
    assert isinstance(answer, Table)
    return answer


@pytest.mark.parametrize("name", ["csv", "tsv", "xml"])
def test_a_table_is_written_as_the_engine_writes_it(name: str) -> None:
    assert (
        serialise(table(), name).rstrip() == Store().query(TEXT, prefixes=PREFIX).serialize(format=W3C[name]).rstrip()
    )
    assert serialise(table(), name).endswith(b"\n")


@pytest.mark.parametrize("name", ["json", "xml"])
def test_a_table_is_read_back_as_it_was(name: str) -> None:
    read = parse_query_results(serialise(table(), name), format=W3C[name])
    assert collect(read) == table()


@given(st.text(), st.sampled_from(["json", "tsv"]))
def test_any_text_comes_back_from_the_formats_that_keep_types(text: str, name: str) -> None:
    answer = Table(("text",), ((Literal(text),),))
    if name == "tsv":
        assert serialise(answer, name).decode().count("\n") == 2
    else:
        assert collect(parse_query_results(serialise(answer, name), format=W3C[name])) == answer


@pytest.mark.parametrize("name", ["csv", "tsv", "json", "xml", "md"])
@pytest.mark.parametrize("truth", [True, False])
def test_a_yes_or_no_can_be_written_in_every_format_of_tables(name: str, truth: bool) -> None:
    answer = collect(Store().query("ASK {}" if truth else "ASK { ?s ?p ?o }"))
    assert answer is truth
    assert str(truth).lower() in serialise(answer, name).decode()
    assert is_empty(answer) is not truth


def test_a_graph_is_written_in_turtle_sorted_with_the_prefixes_that_it_uses() -> None:
    text = "CONSTRUCT { ?s a dgm:Person ; rdfs:label ?n } WHERE { VALUES (?s ?n) { (id:b 'B'@fr) (id:a 'A') } }"
    prefixes = {
        "dgm": "https://w3id.org/dragoman/ontology#",
        "id": "https://w3id.org/dragoman/id/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    }
    answer = collect(Store().query(text, prefixes=prefixes))
    assert isinstance(answer, Graph)
    written = serialise(answer, "turtle").decode()
    assert written.index("id:a") < written.index("id:b")
    assert "@prefix dgm:" in written
    assert "@prefix skos:" not in written
    assert {q.triple for q in parse(written, RdfFormat.TURTLE)} == set(answer.triples)
    assert not is_empty(answer)
    assert is_empty(collect(Store().query("CONSTRUCT WHERE { ?s ?p ?o }")))


def test_a_format_that_cannot_hold_the_answer_is_refused_with_one_that_can() -> None:
    with pytest.raises(QueryError, match="there is no format “yaml”; there are csv, tsv, json, xml, md, turtle"):
        serialise(table(), "yaml")
    with pytest.raises(QueryError, match="cannot be written as csv; CONSTRUCT and DESCRIBE answer in turtle"):
        serialise(Graph(()), "csv")
    with pytest.raises(QueryError, match="cannot be written as turtle; give csv"):
        serialise(table(), "turtle")


def test_parameters_are_left_out_of_data() -> None:
    answer = collect(Store().query("SELECT ?lang (1 AS ?n) ?when {}"), leave_out=["lang", "since"])
    assert isinstance(answer, Table)
    assert answer.columns == ("n", "when")
    assert json.loads(serialise(answer, "json"))["head"]["vars"] == ["n", "when"]


def test_what_a_store_has_fetched_beforehand_is_collected_the_same() -> None:
    class Fetched:
        def __init__(self) -> None:
            solutions = Store().query(TEXT, prefixes=PREFIX)
            self.variables = solutions.variables
            self.rows = list(solutions)

        def __iter__(self) -> object:
            return iter(self.rows)

    assert collect(Fetched()) == table()
    triple = Triple(NamedNode("a:a"), NamedNode("a:a"), Literal("b"))
    assert collect([triple, triple]) == Graph((triple,))


def test_markdown_takes_nothing_in_a_value_for_its_own() -> None:
    written = serialise(table(), "md").decode().splitlines()
    assert written[0] == "| a | b | c |"
    assert len(written) == 2 + 4
    assert "two lines" in written[4]
    assert r"&lt;b>\|\_\*\`\[&amp;\\" in written[5]


def test_markdown_marks_a_foreign_name_only_where_a_language_was_asked_for() -> None:
    answer = Table(("name",), ((Literal("Россия", language="ru"),),))
    assert serialise(answer, "md").decode().splitlines()[2] == "| Россия |"
    assert serialise(answer, "md", "fr").decode().splitlines()[2] == "| Россия (ru) |"
    assert serialise(answer, "md", "ru").decode().splitlines()[2] == "| Россия |"


def test_lines_leave_out_details_and_empty_columns_and_do_not_repeat_what_stands_above() -> None:
    rows = tuple(
        tuple(None if cell == "" else Literal(cell) for cell in row)
        for row in (
            ("a", "x", "", "1", "r1"),
            ("a", "x", "", "2", "r1"),
            ("a", "y", "", "2", "r2"),
            ("b", "y", "", "2", "r3"),
        )
    )
    headings, shown = lines(Table(("who", "what", "when", "words", "record"), rows), leave_out=["record"])
    assert headings == ("who", "what", "words")
    assert shown == [("a", "x", "1"), ("", "", "2"), ("", "y", "2"), ("b", "y", "2")]


def test_lines_of_an_empty_table_keep_every_heading() -> None:
    assert lines(Table(("who", "what"), ())) == (("who", "what"), [])


def test_a_name_in_another_language_says_so_and_an_iri_is_short() -> None:
    assert display(Literal("Россия", language="ru"), "fr") == "Россия (ru)"
    assert display(Literal("Russie", language="fr"), "fr") == "Russie"
    assert display(NamedNode("https://w3id.org/dragoman/id/country/russia")) == "country:russia"
    assert shortened("http://example.org/") == "http://example.org/"
    assert display(BlankNode("b")) == "_:b"
    assert display(None) == ""


def test_every_format_has_a_name() -> None:
    assert set(W3C) < set(FORMATS)
