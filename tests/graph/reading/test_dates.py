"""Dates are resolved against the day of publication and keep their own precision."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.language import words
from dragoman.graph.reading.pipeline import pipeline

WEDNESDAY = date(2016, 4, 6)


def found(text: str, published: date | None = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    analysis = Analysis(pipeline("fr")(text), words("fr"), load_lexicon(), published)
    analysis.prepare()
    return [(w.value, w.until) for w in Dates(analysis).found]


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("Il a été reçu mardi.", "2016-04-05", None),
        ("Il est venu le 16 mars.", "2016-03-16", None),
        ("Il est venu le 16 décembre.", "2015-12-16", None),
        ("Il est venu le 1er mars 2018.", "2018-03-01", None),
        ("Il est venu hier.", "2016-04-05", None),
        ("Il est venu en mars dernier.", "2016-03", None),
        ("Il est venu fin janvier 2016.", "2016-01", None),
        ("Il est venu en 2014.", "2014", None),
        ("Il était là les 15 et 16 décembre.", "2015-12-15", "2015-12-16"),
        ("Du 28 février au 2 mars 2018, il était là.", "2018-02-28", "2018-03-02"),
        ("Il est venu le mois dernier.", "2016-03", None),
    ],
)
def test_an_expression_is_resolved(text: str, value: str, until: str | None) -> None:
    assert (value, until) in found(text)


def test_without_a_day_of_publication_the_year_stays_open() -> None:
    assert found("Il est venu le 16 mars.", None) == [("--03-16", None)]


def test_no_calendar_day_no_date() -> None:
    assert found("Il est venu le 31 février 2016.") == [(None, None)]
