"""French says of tables and dossiers what English says: every column, class, status and role has its word."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, Store

from dragoman.cli.answers import show_rows
from dragoman.cli.words import french, word
from dragoman.ontology.namespaces import PREFIXES
from dragoman.ontology.terms import terms
from dragoman.queries import catalogue
from dragoman.queries.results import Table, lines


@pytest.mark.parametrize("asked", catalogue().values(), ids=list(catalogue()))
def test_every_column_that_a_question_shows_has_a_french_heading(asked: object) -> None:
    from dragoman.queries import Question

    assert isinstance(asked, Question)
    columns = [v.value for v in Store().query(asked.text, prefixes=dict(PREFIXES)).variables]
    shown = set(columns) - {*asked.parameters, *asked.details, "quotation"}
    assert shown <= french().keys()


def test_classes_statuses_and_roles_are_called_as_the_ontology_calls_them() -> None:
    for term in terms():
        if term.sort in ("class", "concept"):
            assert french()[term.name] == term.labels["fr"]
        elif "property" in term.sort:
            assert term.name in french()


def test_a_word_without_french_is_said_as_the_data_has_it() -> None:
    assert word("myOwnColumn", "fr") == word("myOwnColumn", "en") == "my own column"


def shown(capsys: pytest.CaptureFixture[str], lang: str, *rows: tuple[str | None, ...]) -> list[list[str]]:
    terms = tuple(tuple(None if cell is None else Literal(cell) for cell in row) for row in rows)
    show_rows(*lines(Table(("when", "kind", "where", "certainty"), terms), lang), lang)
    return [line.split() for line in capsys.readouterr().out.splitlines() if "─" not in line]


def test_what_is_unknown_is_never_blank_which_would_be_what_stands_above(capsys: pytest.CaptureFixture[str]) -> None:
    rows = (
        ("2016-04-05", "Meeting", "Kremlin", None),
        ("2016-04-05", "Visit", None, "Denied"),
        (None, "Visit", None, None),
        (None, "Visit", "Moscou", None),
    )
    assert shown(capsys, "en", *rows) == [
        ["when", "kind", "where", "certainty"],
        ["2016-04-05", "Meeting", "Kremlin", "Asserted"],
        ["Visit", "–", "Denied"],
        ["undated", "Visit", "–", "Asserted"],
        ["Moscou", "Asserted"],
    ]
    assert shown(capsys, "fr", *rows)[0] == ["quand", "genre", "où", "certitude"]
    assert shown(capsys, "fr", *rows)[3] == ["non", "daté", "Visite", "–", "affirmé"]


def test_a_date_without_a_year_is_shown_with_what_would_give_it_one(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(("when", "what"), [("--09-10/--09-12", "Visite")])
    assert "--published" in capsys.readouterr().err
    show_rows(("when", "what"), [("2016-09-10", "Visite")])
    assert capsys.readouterr().err == ""
