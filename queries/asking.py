"""Asks one of the questions that come with Dragoman, with names for whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.queries.binding import bind
from dragoman.queries.catalogue import question
from dragoman.queries.question import Question
from dragoman.queries.results import Answer, Table, collect
from dragoman.queries.values import Term

if TYPE_CHECKING:
    from dragoman.queries.names import Ask

NAMED = ("entity", "country", "article")
"""The types of parameters that a name is found for."""


def ask(run: Ask, asked: Question, values: Mapping[str, str]) -> Answer:
    """Return the answer to a question; values that stand for an entity may be any of its names.

    Args:
        run: a store's `query`.
        asked: the question.
        values: by parameter.

    Raises:
        QueryError: a parameter is unknown, missing or not as it must be.
        UnknownName: nothing bears a name that is given.
    """
    known: dict[str, str | Term] = dict(values)
    for name, value in values.items():
        if name in asked.parameters and asked.parameters[name].type in NAMED:
            from dragoman.queries.names import find

            known[name] = find(value, run, asked.parameters[name].type)
    text, terms = bind(asked, known)
    return collect(run(text, terms), asked.parameters)


def table(run: Ask, name: str, /, **values: str | None) -> Table:
    """Return the answer to the question called `name`, with those of `values` that are given."""
    answer = ask(run, question(name), {key: value for key, value in values.items() if value is not None})
    assert isinstance(answer, Table)
    return answer
