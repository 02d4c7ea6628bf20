"""dragoman export: the graph in a file, whole or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import rdflib
from fixtures.commands import DRAGOMAN, Run, refused

from dragoman.graph.export import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_to_a_file_and_to_standard_output_alike(run: Run, tmp_path: Path, name: str) -> None:
    to_file = run("export", "-o", f"graph.{name}", "-f", name)
    assert to_file.exit_code == 0
    assert (tmp_path / f"graph.{name}").read_bytes() == run("export", "-f", name).stdout_bytes
    assert run("export", "-o", "-", "-f", name).stdout_bytes == run("export", "-f", name).stdout_bytes


def test_the_ending_says_the_format_and_turtle_is_the_default(run: Run, tmp_path: Path) -> None:
    run("export", "-o", "graph.nt")
    assert len(rdflib.Graph().parse(tmp_path / "graph.nt", format="nt")) > 100
    assert run("export").stdout.startswith("@prefix")


def test_an_unknown_format_or_ending_is_refused_with_those_there_are(run: Run) -> None:
    refused(run("export", "-f", "docx"), 2, "docx", "turtle")
    refused(run("export", "-o", "graph.docx"), 2, "The ending of graph.docx says no format", "turtle")
    refused(run("export", "-o", "g"), 2, "No ending of g says the format", "turtle")


@pytest.mark.parametrize(("command", "name"), [("export", "graph.ttl"), ("view", "graph.html")])
def test_a_place_that_cannot_be_written_is_refused_with_status_3(
    run: Run, tmp_path: Path, command: str, name: str
) -> None:
    refused(run(command, "-o", f"nowhere/{name}"), 3, "nowhere")
    (tmp_path / name).mkdir()
    refused(run(command, "-o", name), 3, "folder")


def test_a_full_disk_behind_standard_output_is_one_sentence_with_status_3(graph_folder: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [str(DRAGOMAN), "export", "--store", str(graph_folder)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith("Error: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", [("export",), ("view", "-o", "graph.html")])
def test_nothing_written_of_nothing_read_says_so(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, store="memory")
    assert done.exit_code == 0
    assert "No article has been read yet" in done.stderr
