"""dragoman view: one self-contained page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fixtures.commands import Run, refused
from fixtures.pages import content

from dragoman.cli.application import dragoman
from dragoman.graph.store import Store
from dragoman.ontology.languages import LANGUAGES


def test_the_page_is_one_file_with_the_graph_in_it(run: Run, tmp_path: Path) -> None:
    done = run("view", "-o", "graph.html", "--title", "Maroc & Russie", "--lang", "en")
    assert done.exit_code == 0
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert "<title>Maroc &amp; Russie" in page
    assert "Patrouchev" in page
    assert sorted(os.listdir(tmp_path)) == ["graph.html"]


def test_the_page_goes_to_standard_output_too(run: Run, tmp_path: Path) -> None:
    run("view", "-o", "graph.html")
    done = run("view", "-o", "-")
    assert done.stdout_bytes == (tmp_path / "graph.html").read_bytes()
    assert sorted(os.listdir(tmp_path)) == ["graph.html"]
    refused(run("view", "-o", "-", "--open"), 2, "--open")


@pytest.mark.parametrize(("name", "format_"), [("v.ttl", "turtle"), ("v.csv", "csv"), ("V.JSON", "jsonld")])
def test_no_page_is_written_under_the_ending_of_something_else(
    run: Run, tmp_path: Path, name: str, format_: str
) -> None:
    refused(run("view", "-o", name), 2, f"the ending of {format_}", ".html", "dragoman export")
    assert os.listdir(tmp_path) == []


def graph(run: Run, tmp_path: Path, *arguments: str) -> dict[str, Any]:
    """Return the data of the page that these arguments make."""
    done = run("view", "-o", "part.html", *arguments)
    assert done.exit_code == 0, done.output
    return content((tmp_path / "part.html").read_text(encoding="utf-8"))


def labels(held: dict[str, Any]) -> set[str]:
    return {node["labels"]["fr"] for node in held["nodes"]}


def test_focus_leaves_what_surrounds_somebody_so_many_connections_away(run: Run, tmp_path: Path) -> None:
    one = graph(run, tmp_path, "--focus", "nikolai patrushev", "--hops", "1")
    two = graph(run, tmp_path, "--focus", "Nikolaï Patrouchev")
    assert one["nodes"][one["start"]["node"]]["labels"]["fr"] == "Nikolaï Patrouchev"
    assert (one["start"]["hops"], two["start"]["hops"]) == (1, 2)
    assert "Abdellatif Hammouchi" in labels(two) - labels(one)
    assert labels(one) < labels(two) < labels(graph(run, tmp_path))


def test_an_unknown_focus_is_told_the_closest_names(run: Run, tmp_path: Path) -> None:
    refused(run("view", "--focus", "Patrouchefe"), 2, "“Patrouchefe”", "did you mean Nikolaï Patrouchev")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["patrushev", "Hammouchi", "conseil securite"])
def test_part_of_a_name_that_one_alone_bears_is_enough(run: Run, tmp_path: Path, name: str) -> None:
    assert graph(run, tmp_path, "--focus", name, "--hops", "1")["start"]["node"] >= 0


def test_closest_names_are_of_whom_and_what_there_is_in_the_language_of_the_page(run: Run) -> None:
    for lang, offered in (("fr", "Victor Evtuhov"), ("ru", "Виктор Евтухов")):
        said = run("view", "--lang", lang, "--focus", "Evtuhof").stderr
        assert f"did you mean {offered}" in said
        assert ":" not in said.rpartition("did you mean")[2]


def test_hops_need_a_focus(run: Run) -> None:
    refused(run("view", "--hops", "2"), 2, "--focus")


@pytest.mark.parametrize("kind", ["SELECT ?deal", "CONSTRUCT { ?deal dgm:status dgm:Proposed }"])
def test_a_query_chooses_the_records_that_are_drawn(run: Run, tmp_path: Path, kind: str) -> None:
    (tmp_path / "few.rq").write_text(f"{kind} WHERE {{ ?deal a dgm:Deal ; dgm:status dgm:Proposed }}", encoding="utf-8")
    held = graph(run, tmp_path, "--query", "few.rq")
    assert [one["kind"] for one in held["statements"]] == ["Deal"]
    assert {"Russie", "Maroc"} < labels(held)


@pytest.mark.parametrize("text", ["SELECT ?c { ?c a dgm:Country }", "SELECT ?c { ?c a dgm:Nothing }"])
def test_a_query_that_returns_no_record_is_answered_no(run: Run, tmp_path: Path, text: str) -> None:
    done = run("view", "--query", "-", typed=text)
    assert done.exit_code == 1
    assert "returns no record" in done.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "said"), [("ASK { ?s ?p ?o }", "SELECT or a CONSTRUCT"), ("SELEC", "“SELEC”"), (b"\xff", "UTF-8")]
)
def test_what_is_no_such_query_is_refused(run: Run, text: str | bytes, said: str) -> None:
    refused(run("view", "--query", "-", typed=text), 2, said)


def test_a_missing_query_file_is_named(run: Run) -> None:
    refused(run("view", "--query", "no.rq"), 2, "no.rq")


def test_days_choose_what_may_lie_between_them_and_the_undated_are_counted(run: Run, tmp_path: Path) -> None:
    march = graph(run, tmp_path, "--to", "2016-03")
    april = graph(run, tmp_path, "--from", "2016-04")
    assert {one["earliest"] for one in march["happenings"]} == {"2016-03-16"}
    assert {one["earliest"] for one in april["happenings"]} == {"2016-04-05"}
    assert "Mohammed VI" in labels(march) - labels(april)
    assert "without a date left out" in run("view", "--from", "2016").stderr


@pytest.mark.parametrize(
    ("days", "status", "said"),
    [
        (("--from", "2017"), 1, "in that time"),
        (("--from", "spring"), 2, "2016-04-05"),
        (("--to", "2016-13"), 2, "2016-04"),
        (("--from", "2017", "--to", "2016"), 2, "after"),
    ],
)
def test_days_between_which_nothing_lies_make_no_page(
    run: Run, tmp_path: Path, days: tuple[str, ...], status: int, said: str
) -> None:
    done = run("view", *days)
    assert done.exit_code == status
    assert said in done.stderr
    assert os.listdir(tmp_path) == []


def test_a_graph_without_articles_gives_a_page_that_says_how_to_fill_it(run: Run, tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty", write=True):
        pass
    done = run("view", store=tmp_path / "empty")
    assert done.exit_code == 0
    assert "dragoman read" in done.stderr
    assert "dragoman read" in (tmp_path / "graph.html").read_text(encoding="utf-8")
    refused(run("view", "--focus", "Maroc", store=tmp_path / "empty"), 2, "read an article first")


def test_where_nothing_was_read_yet_the_page_says_how_to_begin_and_a_named_graph_is_missed(
    run: Run, tmp_path: Path
) -> None:
    done = CliRunner(env={"DRAGOMAN_STORE": None}).invoke(dragoman, ["view"])
    assert done.exit_code == 0, done.stderr
    assert "dragoman read" in (tmp_path / "graph.html").read_text(encoding="utf-8")
    refused(run("view", store=tmp_path / "nowhere"), 2, "nowhere")


def test_a_place_that_cannot_be_written_is_named(run: Run) -> None:
    refused(run("view", "-o", "nowhere/graph.html"), 3, "nowhere")


def test_the_page_opens_in_the_browser_when_asked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    run("view", "--open")
    assert shown == [(tmp_path / "graph.html").as_uri()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_had_in_every_language(run: Run, tmp_path: Path, lang: str) -> None:
    assert graph(run, tmp_path, "--lang", lang)["nodes"]
