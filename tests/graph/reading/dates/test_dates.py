"""Dates are resolved against the day of publication and keep their own precision."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.language import words
from dragoman.graph.reading.pipeline import pipeline

WEDNESDAY = date(2016, 4, 6)


def found(text: str, published: date | None = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    analysis = Analysis(pipeline("fr")(text), words("fr"), load_lexicon(), published)
    analysis.prepare()
    dates = Dates(analysis)
    dates.find()
    return [(w.value, w.until) for w in dates.found]


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
        ("Il a été reçu mercredi.", "2016-04-06", None),
        ("Il a été reçu mercredi dernier.", "2016-03-30", None),
        ("Il a été reçu ce mardi.", "2016-04-05", None),
        ("Il est arrivé le 5 à Paris.", "2016-04-05", None),
        ("Il est venu mardi 5.", "2016-04-05", None),
        ("Il est venu avant-hier.", "2016-04-04", None),
        ("Il est venu il y a trois jours.", "2016-04-03", None),
        ("Il est venu il y a deux mois.", "2016-02", None),
        ("Le 3 mars, il est venu. Le lendemain, il est reparti.", "2016-03-04", None),
        ("Le 3 mars, il est venu. Deux jours plus tard, il est reparti.", "2016-03-05", None),
        ("Il est venu lundi et mardi.", "2016-04-04", "2016-04-05"),
        ("Il est venu de lundi à mercredi.", "2016-04-04", "2016-04-06"),
        ("Il est venu la semaine dernière.", "2016-03-28", "2016-04-03"),
        ("Il séjourne du 4 au 7 avril.", "2016-04-04", "2016-04-07"),
        ("Il était là entre le 4 et le 6 mars.", "2016-03-04", "2016-03-06"),
        ("Il était là entre mars et mai 2015.", "2015-03", "2015-05"),
        ("Il est venu début mars.", "2016-03", None),
        ("Il viendra mi-octobre.", "2016-10", None),
        ("Il est venu au cours du mois de mars.", "2016-03", None),
        ("Il viendra d’ici la fin de l’année.", "2016", None),
        ("Il est venu au printemps 2015.", "2015", None),
        ("Il est venu l’an dernier.", "2015", None),
        ("Il est venu le 05/04/2016.", "2016-04-05", None),
        ("Il est venu le 5.4.2016.", "2016-04-05", None),
        ("Fin 2014, il est venu.", "2014", None),
    ],
)
def test_an_expression_is_resolved(text: str, value: str, until: str | None) -> None:
    assert (value, until) in found(text)


def test_without_a_day_of_publication_the_year_stays_open() -> None:
    assert found("Il est venu le 16 mars.", None) == [("--03-16", None)]


def test_no_calendar_day_no_date() -> None:
    assert found("Il est venu le 31 février 2016.") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il viendra vendredi.", "2016-04-08"),
        ("Il doit venir vendredi.", "2016-04-08"),
        ("Il se rend vendredi à Paris.", "2016-04-08"),
        ("Il est venu vendredi.", "2016-04-01"),
        ("Il séjourne à Paris depuis vendredi.", "2016-04-01"),
        ("Sa visite, prévue vendredi, est annulée.", "2016-04-08"),
        ("Il viendra en mars.", "2017-03"),
        ("Il est venu en mars.", "2016-03"),
        ("Sa visite, prévue en mai, est annulée.", "2016-05"),
        ("Ils sont convenus d’une rencontre en mai.", "2016-05"),
    ],
)
def test_the_tense_of_its_clause_says_where_a_date_lies(text: str, value: str) -> None:
    assert (value, None) in found(text)


def test_a_heading_lends_its_year_to_its_paragraph() -> None:
    text = "7 septembre 2006. Il se rend à Paris. En octobre, il revient.\n\nEn mars, il est venu."
    assert found(text) == [("2006-09-07", None), ("2006-10", None), ("2016-03", None)]


def test_a_dateline_dates_the_article_and_nothing_in_it() -> None:
    assert found("ALGER, 12 juin 2023 (APS) - Il est arrivé lundi.", None) == [("2023-06-12", None)]
    assert found("RABAT, 5 avril (MAP) – Il est arrivé mardi.") == [("2016-04-05", None)]


@pytest.mark.parametrize(
    "text", ["Il a acheté les 12 avions.", "La réunion dure de 2 à 4 heures.", "Il vient tous les mardis."]
)
def test_a_number_or_a_habit_is_no_date(text: str) -> None:
    assert found(text) == []
