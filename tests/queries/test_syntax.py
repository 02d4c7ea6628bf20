"""What is wrong with a query is said in one sentence, with the line and column of the user's own text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries import explain


def refusal(text: str) -> str:
    try:
        list(Store().query(text, prefixes=dict(PREFIXES)))  # type: ignore[call-overload]
    except (SyntaxError, RuntimeError, ValueError) as error:
        return str(explain(error, text))
    raise AssertionError("the query is right")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "line 1, column 1: the query is empty; begin it with SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("SELEC ?x {}", "line 1, column 1: the query cannot be read from “SELEC” on"),
        (
            "SELECT ?x WHERE {\n  ?x a dgm:Meeting .\n  FILTER ?x = 2 }",
            "line 3, column 10: the query cannot be read from “?x” on",
        ),
        ("SELECT ?x {\r\n ?x ?p 'é' 'è' }", "line 2, column 12: the query cannot be read from “'è'” on"),
        ("SELECT * {\n\n ?s ?p 'é' ?x\n }", "line 3, column 12: the query cannot be read from “?x” on"),
        (
            "SELECT ?x { ?x a foaf:Person . ?x a gn:City }",
            "line 1, column 37: the prefix “gn:” is not declared; add PREFIX gn: <...>",
        ),
        ("SELECT ?x { ?x a dgm:Meeting", "line 1, column 29: the query ends too early"),
        ("SELECT * {?s ?p ?o} ORDER BY", "line 1, column 29: the query ends too early"),
        ("SELECT ?x {?x ?p ?o} LIMIT x", "line 1, column 28: the query cannot be read from “x” on"),
        ("SELECT (foo(?a) AS ?c) {}", "line 1, column 9: the query cannot be read from “foo” on"),
    ],
)
def test_a_syntax_error_says_where_it_is_and_what_is_there(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


def test_a_reason_that_the_engine_gives_in_words_is_passed_on() -> None:
    assert "(The SELECT contains a variable that is unbound)" in refusal("SELECT ?x (COUNT(*) AS ?n) {?x ?p ?o}")
    assert "(IRI parsing failed)" in refusal("SELECT ?x { ?x a <relative> }")


def test_the_prefixes_that_every_query_knows_move_no_line() -> None:
    assert refusal("SELECT\n?x\n{ ?x a dgm:Meeting ; }}").startswith("line 3, column 2")


def test_an_error_of_another_kind_is_one_sentence_too() -> None:
    assert str(explain(RuntimeError("no such\nfunction"), "ASK {}")) == "the query cannot be run: no such function"


@given(st.text() | st.text(alphabet="{}?x .;'\"<>\n\\@é", max_size=30).map(lambda s: "SELECT * { ?s ?p ?o " + s))
def test_any_text_that_the_engine_refuses_gets_a_line_and_a_column_within_it(text: str) -> None:
    try:
        Store().query(text, prefixes=dict(PREFIXES))
    except SyntaxError as error:
        sentence = str(explain(error, text))
        assert "\n" not in sentence or "\n" in text
        line, column = sentence.removeprefix("line ").split(":")[0].split(", column ")
        lines = text.split("\n")
        assert 1 <= int(line) <= len(lines)
        assert 1 <= int(column) <= len(lines[int(line) - 1]) + 1
    except (OSError, RuntimeError):
        pass
