"""Each line of a JSON Lines file is an article; a bad one spoils no other."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.graph.article import Article
from dragoman.graph.decoding import LIMIT
from dragoman.graph.sources.lines import LIMIT_LINE, line_sources, load_line
from dragoman.ontology.errors import ArticleError

WHOLE = {
    "text": "Le roi est à Rabat.\n",
    "title": "Une  visite",
    "url": "https://exemple.ma/1",
    "published": "2016-04-06",
    "outlet": "exemple.ma",
    "language": "fr",
    "rights": "© exemple.ma",
    "shares": 12,
}


def line(**changes: object) -> bytes:
    return json.dumps(WHOLE | changes).encode()


def test_a_line_holds_an_article_and_what_is_known_of_it_and_other_keys_pass_unread() -> None:
    expected = Article(
        "Le roi est à Rabat.\n",
        "Une visite",
        "exemple.ma",
        "https://exemple.ma/1",
        "fr",
        date(2016, 4, 6),
        "© exemple.ma",
    )
    assert load_line(line(), "a:1") == expected


def test_text_is_taken_as_it_is_even_where_it_looks_like_front_matter() -> None:
    assert load_line(line(text="---\ntitle: x\n---\nRabat"), "a:1").text == "---\ntitle: x\n---\nRabat"


def test_of_a_moment_of_publication_the_day_counts() -> None:
    assert load_line(line(published="2016-04-06T23:30:00+01:00"), "a:1").published == date(2016, 4, 6)


def test_keys_without_value_are_as_if_they_were_not_there() -> None:
    article = load_line(line(title=None, url="", language=None), "a:1")
    assert (article.title, article.url, article.language, article.language_guessed) == (None, None, "fr", True)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "no JSON"),
        (b"[1]", "has no text"),
        (b'{"text": 1}', "has no text"),
        (b'{"title": "x"}', "has no text"),
        (line(text=" \n"), "nothing but blanks"),
        (line(text="a\x00"), "U[+]0000"),
        (line(text="a\ud800"), "U[+]D800"),
        (line(title="a\ud800"), "U[+]D800 in its title"),
        (line(text="a" * (LIMIT + 1)), "too long"),
        (line(title=["x"]), "title that is no text"),
        (line(published="hier"), "no day of the calendar"),
        (line(url="exemple"), "no web address"),
        (b'{"text": "\xe9"}', "not in UTF-8"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_line_is_refused_in_a_sentence_that_names_it(content: bytes, words: str) -> None:
    with pytest.raises(ArticleError, match=f"a.jsonl:7.*{words}"):
        load_line(content, "a.jsonl:7")


def test_a_file_is_taken_line_by_line_each_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + line() + b"\r\n\n  \n" + line(text="Deux") + b"\n" + line(text="Trois"))
    found = list(line_sources(path))
    assert [source.name for source in found] == [f"{path}:1", f"{path}:4", f"{path}:5"]
    assert [source.load().text for source in found] == ["Le roi est à Rabat.\n", "Deux", "Trois"]


def test_a_line_beyond_all_measure_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"x" * (3 * LIMIT_LINE) + b"\n" + line()))
    first, second = line_sources(path)
    with pytest.raises(ArticleError, match=r"a\.jsonl\.gz:1 is too long"):
        first.load(published=None)
    assert second.load().title == "Une visite"


def test_of_a_file_that_breaks_off_the_lines_before_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(line(text=f"Le {n}") + b"\n" for n in range(20_000)))[:-2000])
    found = list(line_sources(path))
    assert found[0].load().text == "Le 0"
    with pytest.raises(ArticleError, match="cannot be unpacked"):
        found[-1].load()


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no file"):
        list(line_sources(tmp_path / "nowhere.jsonl"))
