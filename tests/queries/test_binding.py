"""Parameters become terms, and whatever they hold is never read as SPARQL."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Variable
from pyoxigraph import Store as Engine

from dragoman.graph.store import Store
from dragoman.ontology.errors import QueryError
from dragoman.queries import Question, bind, catalogue, inline, question
from dragoman.queries.results import Table, collect

HOSTILE = [
    '"', "'", '"""', "\\", '" } DROP ALL #', "} UNION { ?s ?p ?o", "?lang", "<http://example.org/>", "\n", "\u0000",
    '"@fr . ?s ?p ?o . FILTER("" = "', "SERVICE <http://127.0.0.1/> {}", "\\u0022", "Россия 24", "🕊",
]  # fmt: skip


def test_an_unknown_a_missing_and_a_wrong_parameter_are_refused_by_name() -> None:
    with pytest.raises(QueryError, match="“deals” has no parameter “stats”; it has status, actor, since, until, lang"):
        bind(question("deals"), {"stats": "Signed"})
    with pytest.raises(QueryError, match=r"“offices” needs the parameter “name”: the IRI of an entity.*-p name="):
        bind(question("offices"), {})
    with pytest.raises(
        QueryError, match="parameter “status” of “deals”: “Held” is not accepted; give Interest, Proposed"
    ):
        bind(question("deals"), {"status": "Held"})


def test_defaults_are_terms_too_and_what_is_not_given_is_left_out() -> None:
    assert bind(question("deals"), {})[1] == {"lang": Literal("fr")}
    assert bind(question("actors"), {"minimum": Literal(3)})[1] == {"lang": Literal("fr"), "minimum": Literal(3)}


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_only_ever_a_value(value: str) -> None:
    store = Engine()
    text = 'SELECT ?word (CONCAT(STR(?word), "!") AS ?loud) { FILTER(?word != "x") }'
    for asked, terms in ((text, {Variable("word"): Literal(value)}), (inline(text, {"word": Literal(value)}), None)):
        (row,) = store.query(asked, substitutions=terms)
        assert row["loud"].value == value + "!"
        assert row["word"].value == value


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_language_finds_no_label_in_it_and_changes_nothing_else(builtin_store: Store, value: str) -> None:
    text, terms = bind(question("who-met-whom"), {"lang": Literal(value)})
    usual = collect(builtin_store.query(*bind(question("who-met-whom"), {})), ["lang"])
    answer = collect(builtin_store.query(text, terms), ["lang"])
    assert isinstance(answer, Table)
    assert isinstance(usual, Table)
    assert len(answer.rows) == len(usual.rows) > 0
    assert answer.columns == usual.columns


@given(st.text())
def test_inline_writes_any_text_so_that_it_is_read_back(value: str) -> None:
    (row,) = Engine().query(inline("SELECT ?word { }", {"word": Literal(value)}))
    assert row["word"] == Literal(value)


VALUES = {
    "entity": "id:person/abdellatif-hammouchi", "country": "id:country/morocco", "date": "2016-04", "until": "2016-03",
    "integer": "2", "language": "en",
}  # fmt: skip


@pytest.mark.parametrize("asked", catalogue().values(), ids=list(catalogue()))
def test_terms_put_in_by_the_engine_answer_as_the_same_terms_written_out(builtin_store: Store, asked: Question) -> None:
    values = VALUES | {"article": builtin_store.articles()[0]}
    given = {n: p.values[0] if p.values else values[p.type] for n, p in asked.parameters.items()}
    needed = {n: given[n] for n, p in asked.parameters.items() if p.required}
    optional = [n for n in given if n not in needed]
    for chosen in ((), *combinations(optional, 1), *combinations(optional, 2), tuple(optional)):
        text, terms = bind(asked, needed | {n: given[n] for n in chosen})
        bound = collect(builtin_store.query(text, terms), asked.parameters)
        assert bound == collect(builtin_store.query(inline(text, terms)), asked.parameters), chosen
