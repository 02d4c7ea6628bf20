"""What became of each article is written as it comes, in whole lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fixtures.press import article, record

from dragoman.graph.many.outcomes import About, Outcome, Report, counts
from dragoman.ontology.errors import OutputError


def test_a_line_says_where_from_which_article_what_became_of_it_and_what_it_holds() -> None:
    reading = article("x", record("Visit", "v1"), record("Visit", "v2"), record("Meeting", "m1"))
    outcome = Outcome("press.jsonl:3", "replaced", reading.article.iri, counts(reading))
    assert json.loads(outcome.line()) == {
        "source": "press.jsonl:3",
        "article": reading.article.iri,
        "outcome": "replaced",
        "records": {"Meeting": 1, "Visit": 2},
        "problem": None,
    }


def test_each_line_is_there_as_soon_as_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "report.jsonl"
    path.write_text("what was there before\n")
    with Report(path) as report:
        assert path.read_bytes() == b""
        report.add(Outcome("é\udcff\n.txt", "refused", problem="x"))
        (line,) = path.read_text(encoding="utf-8").splitlines()
        assert json.loads(line)["source"].startswith("é")
        report.add(Outcome("b.txt", "duplicate"))
        assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"nowhere/report\.jsonl cannot be written"):
        Report(tmp_path / "nowhere" / "report.jsonl")


def test_an_article_without_headline_is_shown_by_how_it_begins() -> None:
    told = About.of(article("Le roi est à Rabat. " * 10).article)
    assert (told.title, told.language) == (("Le roi est à Rabat. " * 10)[:60], "fr")
