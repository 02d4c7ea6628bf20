"""What is written becomes a term of a type, or is refused with what is accepted."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import DGM, ID
from dragoman.queries.values import TYPES, to_term


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
