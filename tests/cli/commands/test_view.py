"""dragoman view: one self-contained page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fixtures.commands import Run, refused


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
