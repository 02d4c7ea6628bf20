"""Parameters become terms: of their own type or not at all, and whatever they hold is never read as SPARQL."""

from __future__ import annotations

from contextlib import suppress
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Variable
from pyoxigraph import Store as Engine

from dragoman.graph.store import Store
from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import DGM, ID
from dragoman.queries import Question, bind, catalogue, inline, question
from dragoman.queries.results import Table, collect
from dragoman.queries.values import TYPES, to_term

HOSTILE = [
    '"', "'", '"""', "\\", '" } DROP ALL #', "} UNION { ?s ?p ?o", "?lang", "<http://example.org/>", "\n", "\u0000",
    '"@fr . ?s ?p ?o . FILTER("" = "', "SERVICE <http://127.0.0.1/> {}", "\\u0022", "Россия 24", "🕊",
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "written", "term"),
    [
        ("entity", "id:person/mohammed-vi", NamedNode(ID + "person/mohammed-vi")),
        ("entity", "https://w3id.org/dragoman/id/person/x", NamedNode(ID + "person/x")),
        ("kind", "meeting", NamedNode(DGM + "Meeting")),
        ("kind", "dgm:Meeting", NamedNode(DGM + "Meeting")),
        ("status", DGM + "Signed", NamedNode(DGM + "Signed")),
        ("integer", "-2", Literal(-2)),
        ("string", '" }', Literal('" }')),
        ("language", "FR", Literal("fr")),
    ],
)
def test_a_value_becomes_a_term_of_its_type(kind: str, written: str, term: Any) -> None:
    assert to_term(kind, written) == term


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2016-04-05", "2016-04-05", "2016-04-05"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_period_begins_with_its_first_day_and_ends_with_its_last(written: str, first: str, last: str) -> None:
    assert to_term("date", written).value == first
    assert to_term("until", written).value == last


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("entity", "Mohammed VI"), ("entity", "a b:c"), ("entity", ""), ("entity", "http://a/<b>"), ("country", "Maroc"),
        ("kind", "Meeting }"), ("status", ""), ("integer", "two"), ("integer", "1.5"), ("integer", "١"), ("integer", "9" * 40),
        ("date", "2016-02-30"), ("date", "2016-13"), ("date", "hier"), ("date", "0000"), ("until", "16-04-05"),
        ("until", "0000-01"), ("language", "french speaking"), ("language", ""),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused_with_what_is_accepted(kind: str, written: str) -> None:
    with pytest.raises(QueryError, match="is not accepted; give "):
        to_term(kind, written)


def test_of_few_values_no_other_is_accepted_and_case_does_not_matter() -> None:
    assert to_term("status", "PROPOSED", ("Proposed", "Signed")).value == DGM + "Proposed"
    with pytest.raises(QueryError, match="“Held” is not accepted; give Proposed, Signed"):
        to_term("status", "Held", ("Proposed", "Signed"))


@given(st.sampled_from(TYPES), st.text())
def test_any_text_is_a_term_or_refused(kind: str, written: str) -> None:
    with suppress(QueryError):
        assert isinstance(
            to_term(kind, written), NamedNode if kind in {"entity", "country", "article", "kind", "status"} else Literal
        )


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
