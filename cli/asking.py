"""Asks a store one of the questions that come with Dragoman."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.queries.binding import bind
from dragoman.queries.catalogue import question
from dragoman.queries.names import find
from dragoman.queries.results import Answer, Table, collect

if TYPE_CHECKING:
    from dragoman.graph.store import Store
    from dragoman.queries.question import Question

NAMED = ("entity", "country", "article")
"""The types of parameters that a name is found for."""


def ask(store: Store, asked: Question, values: Mapping[str, str]) -> Answer:
    """Return the answer to a question; values that stand for an entity may be any of its names.

    Raises:
        QueryError: a parameter is unknown, missing or not as it must be.
        UnknownName: nothing bears a name that is given.
    """
    known = {
        name: find(value, store.query, asked.parameters[name].type)
        if name in asked.parameters and asked.parameters[name].type in NAMED
        else value
        for name, value in values.items()
    }
    text, terms = bind(asked, known)
    return collect(store.query(text, terms), asked.parameters)


def table(store: Store, name: str, **values: str | None) -> Table:
    """Return the answer to the question called `name`, with those of `values` that are given."""
    answer = ask(store, question(name), {key: value for key, value in values.items() if value is not None})
    assert isinstance(answer, Table)
    return answer
