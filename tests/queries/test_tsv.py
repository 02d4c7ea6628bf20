"""Rows are written as TSV exactly as the engine writes them, whatever stands in a cell."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.results import collect, serialise

DATATYPES = [PREFIXES["xsd"] + name for name in ("string", "integer", "decimal", "double", "boolean", "date", "gYear")]


def both(term: ox.NamedNode | ox.Literal | None) -> tuple[bytes, bytes]:
    """Return a table of a term and of nothing, as the engine writes it and as Dragoman does."""
    query = "SELECT ?one ?none { VALUES ?one { " + ("UNDEF" if term is None else str(term)) + " } }"
    engine: Any = ox.Store().query(query)
    return engine.serialize(format=ox.QueryResultsFormat.TSV), serialise(collect(ox.Store().query(query)), "tsv")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["fr", "ar-MA", None]))
def test_any_text_is_written_as_the_engine_writes_it(text: str, language: str | None) -> None:
    theirs, ours = both(ox.Literal(text, language=language) if language else ox.Literal(text))
    assert ours == theirs


@given(
    st.one_of(st.text(alphabet="0123456789.eE+- true", max_size=6), st.integers().map(str)), st.sampled_from(DATATYPES)
)
def test_numbers_and_what_only_looks_like_one_are_written_as_the_engine_writes_them(text: str, datatype: str) -> None:
    theirs, ours = both(ox.Literal(text, datatype=ox.NamedNode(datatype)))
    assert ours == theirs


@pytest.mark.parametrize("term", [ox.NamedNode("https://example.org/p%C3%AAche?é#a"), None])
def test_names_and_nothing_are_written_as_the_engine_writes_them(term: ox.NamedNode | None) -> None:
    theirs, ours = both(term)
    assert ours == theirs
