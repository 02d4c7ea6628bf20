"""What is bad among the articles of a run is refused in a sentence and the rest done first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fixtures.commands import MEETING, Run, refused, written


def test_a_folder_is_read_whole_and_bad_articles_are_skipped_with_the_rest_done_first(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "press/a.txt", published="2019-01-29")
    written(tmp_path / "press/b.txt", b"Le roi est \xe0 Moscou")
    written(tmp_path / "press/sub/c.md", MEETING + "Il est reparti mercredi.\n", published="2019-01-30")
    done = run("read", "press", "nowhere.txt", "--store", "s")
    assert done.exit_code == 2
    assert "Read 2 articles" in done.stderr
    assert [line.split()[0] for line in done.stderr.splitlines() if line.startswith("Error")] == ["Error:", "Error:"]
    assert "byte 11" in done.stderr
    assert "There is no file nowhere.txt" in done.stderr
    assert len(run("articles", "--store", "s").stdout.splitlines()) == 3


def test_one_named_file_that_cannot_be_opened_stops_no_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "a.txt")
    done = run("read", "x" * 5000, "a.txt", "--store", "s")
    assert done.exit_code == 2
    assert "Read 1 article" in done.stderr
    assert "cannot be opened (File name too long)" in done.stderr
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # who asks first and opens later asks in vain
    assert run("read", "a.txt", "--store", "s").exit_code == 0


def test_an_address_is_no_file_and_the_sentence_says_how_to_read_it(run: Run) -> None:
    address = "https://example.org/a.html"
    refused(run("read", address, "--store", "s"), 2, f"{address} is an address", f"--url {address}")


def test_two_texts_under_one_address_are_both_refused_and_the_rest_is_done_first(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", url="https://a.example/1")
    written(tmp_path / "b.txt", "Le roi est à Moscou.\n", url="http://www.a.example/1/")
    written(tmp_path / "c.txt", MEETING, url="https://a.example/2")
    done = run("read", "a.txt", "b.txt", "c.txt", "--store", "s")
    assert done.exit_code == 2
    assert "a.txt and b.txt have one address but different texts" in done.stderr
    assert len(run("articles", "--store", "s").stdout.splitlines()) == 2


def test_an_article_that_is_named_twice_is_read_once(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", url="https://a.example/1")
    written(tmp_path / "b.txt", url="https://a.example/1")
    done = run("read", "a.txt", "a.txt", "b.txt", "--store", "s")
    assert done.exit_code == 0
    assert "b.txt is a.txt again" in done.stderr
    assert "Read 1 article" in done.stderr


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "binary": (b"\x00\x01\x02", "binary"),
    "wrongly encoded": ("Le roi est à Moscou".encode("latin-1"), "iconv"),
    "control character": (b"Le roi\x07", "U+0007"),
    "control character in front matter": (b'---\ntitle: "a\\e[31m"\n---\nx', "U+001B in its title"),
    "broken front matter": (b"---\ntitle: a: b\n---\nx", "line 2"),
    "no calendar date": (b"---\npublished: 2016-02-31\n---\nx", "no day of the calendar"),
    "another language": (b"---\nlanguage: en\n---\nThe king is in Moscow.", "no reader"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_is_refused_in_one_sentence_and_no_store_is_made(run: Run, tmp_path: Path, name: str) -> None:
    content, words = BAD[name]
    (tmp_path / "a.txt").write_bytes(content)
    refused(run("read", "a.txt", "--store", "s"), 2, "a.txt", words)
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("option", ["--title", "--outlet"])
def test_a_control_character_in_an_option_is_refused(run: Run, tmp_path: Path, option: str) -> None:
    written(tmp_path / "a.txt")
    refused(run("read", "a.txt", option, "a\x1b[31m", "--store", "s"), 2, "U+001B", f"its {option[2:]}")


def test_a_file_of_100_megabytes_is_refused(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(100_000_000)
    refused(run("read", "a.txt", "--store", "s"), 2, "too long", "100 MB")


def test_a_folder_without_articles_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    refused(run("read", "press", "--store", "s"), 2, "press", "no article")
