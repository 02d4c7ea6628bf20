"""The vocabulary's page says all, needs nothing else, and is the same every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dragoman.ontology.page import main, page
from dragoman.ontology.terms import terms


class Reader(HTMLParser):
    """Collects a page's identifiers, addresses and words, and sees that what is opened is closed."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.addresses += [v for k, v in attrs if k in {"href", "src"} and v]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_is_whole_html_with_no_identifier_twice() -> None:
    read = Reader(page())
    assert read.open == []
    assert len(read.ids) == len(set(read.ids))


def test_every_term_has_its_place_and_its_words_on_the_page() -> None:
    read = Reader(page())
    said = " ".join(" ".join(read.words).split())
    for term in terms():
        assert term.name in read.ids
        for words in (*term.labels.values(), *term.comments.values()):
            assert " ".join(words.split()) in said


def test_every_link_leads_to_a_place_on_the_page() -> None:
    read = Reader(page())
    assert {a[1:] for a in read.addresses} <= set(read.ids)
    assert all(a.startswith("#") for a in read.addresses)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = page()
    assert not re.search(r"<(script|link|img|iframe)\b|@import|url\(", text)
    assert "default-src 'none'" in text


def test_what_is_said_of_a_term_cannot_become_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from dragoman.ontology import page as module

    first, *others = terms()
    hostile = replace(first, comments={"en": "<script>alert(1)</script>.", "fr": "<img src=x>."})
    monkeypatch.setattr(module, "terms", lambda: (hostile, *others))
    assert "<script>" not in page()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page()


def test_the_page_is_the_same_whatever_the_hash_seed() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-m", "dragoman.ontology.page"],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "ascii"},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert made == {page().encode("utf-8")}


def test_the_page_is_written_whole_where_it_is_asked_for(tmp_path: Path) -> None:
    main(["-o", str(tmp_path / "ontology.html")])
    assert (tmp_path / "ontology.html").read_text(encoding="utf-8") == page()
    assert [p.name for p in tmp_path.iterdir()] == ["ontology.html"]


def test_a_folder_that_does_not_exist_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["-o", str(tmp_path / "none" / "ontology.html")])
    assert left.value.code == 3
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_never_wider_than_the_screen(width: int, tmp_path: Path) -> None:
    import shutil

    from playwright.sync_api import sync_playwright

    file = tmp_path / "ontology.html"
    main(["-o", str(file)])
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": width, "height": 800})
        complaints: list[str] = []
        window.on("console", lambda message: complaints.append(message.text))
        window.goto(file.as_uri())
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert complaints == []
        browser.close()
