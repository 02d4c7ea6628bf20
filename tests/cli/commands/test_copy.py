"""dragoman copy: a graph moves to another home, and both ends are counted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fixtures.commands import Run, refused

from dragoman.graph.store import Store


def test_a_graph_goes_into_a_file_and_comes_back(run: Run, graph_folder: Path, tmp_path: Path) -> None:
    out = run("copy", str(graph_folder), "graph.trig.gz", "-f", "csv")
    assert out.exit_code == 0, out.output
    header, here, there = out.stdout.split()
    assert header == "home,articles,triples,lexicons,links"
    assert here.startswith(f"{graph_folder},1,")
    assert there == here.replace(str(graph_folder), "graph.trig.gz")
    assert out.stderr == "Copied 1 article to graph.trig.gz.\n"
    assert run("copy", "graph.trig.gz", "back").exit_code == 0
    with Store.open(graph_folder) as one, Store.open(tmp_path / "back") as other:
        assert set(one.quads()) == set(other.quads())


def test_what_is_there_already_is_passed_over_and_what_is_only_there_stays(
    run: Run, graph_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(graph_folder, tmp_path / "t")
    assert (
        "Copied 0 articles to t; 1 were there already and were passed over."
        in run("copy", str(graph_folder), "t").stderr
    )
    Store.open(tmp_path / "empty", write=True).close()
    done = run("copy", "empty", "t")
    assert done.exit_code == 0
    assert done.stderr == "Copied 0 articles to t; 1 other article there stays.\n"


def test_ends_that_do_not_agree_are_status_1(run: Run, graph_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "put_new", lambda *_: None)
    done = run("copy", str(graph_folder), "t")
    assert done.exit_code == 1
    assert "2 graphs of" in done.stderr
    assert "copy again" in done.stderr


def test_ctrl_c_keeps_what_was_copied_and_says_how_to_go_on(
    run: Run, graph_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "put_new", stopped)
    done = run("copy", str(graph_folder), "t")
    assert done.exit_code == 130
    assert "What was copied to t is kept whole; the same command goes on from there." in done.stderr


def test_what_cannot_be_copied_is_refused_in_a_sentence(run: Run, graph_folder: Path, tmp_path: Path) -> None:
    refused(run("copy", "nowhere", "t"), 2, "There is no store at nowhere")
    refused(run("copy", str(graph_folder), "graph.ttl"), 2, ".trig or .nq")
    refused(run("copy", str(graph_folder), str(graph_folder)), 2, "one place")
    refused(run("copy", "memory", "t"), 2, "memory")
    (tmp_path / "a.nq").write_text("<a:a> <a:b> <a:c> .\n")
    refused(run("copy", "a.nq", "t"), 2, "was not exported by Dragoman")
    refused(run("copy", str(graph_folder), "a.nq"), 3, "is there already")
    refused(run("copy", str(graph_folder), "no/where/graph.nq"), 3, "The folder no/where does not exist")
    refused(run("copy", "one"), 2, "TO")
    assert [path.name for path in tmp_path.iterdir()] == ["a.nq"]
