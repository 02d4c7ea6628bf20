"""An article is loaded with its text as given and what is said of its publication."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from fixtures.files import FRONT, written
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.decoding import LIMIT, LIMIT_BYTES, decode
from dragoman.graph.loading import example, load, load_text
from dragoman.ontology.errors import ArticleError

TEXT_CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff\ufeff", include_characters="\t\n\r"
)


@given(st.text(TEXT_CHARACTERS, min_size=1).filter(lambda t: t.strip() and not t.startswith("---")))
def test_any_text_comes_back_character_for_character(text: str) -> None:
    assert load_text(text).text == text
    assert load_text(FRONT + text).text == text


@given(st.binary())
def test_any_bytes_are_an_article_or_a_refusal_in_one_sentence(raw: bytes) -> None:
    try:
        text = decode(raw, "a.txt")
    except ArticleError as refusal:
        sentence = str(refusal)
    else:
        sentence = ""
        assert text.encode() == raw.removeprefix(b"\xef\xbb\xbf")
    assert "\n" not in sentence


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_first_line_with_a_blank_line_after_it_is_the_title_and_stays_in_the_text(end: str) -> None:
    text = f"Une visite{end}{end}Le roi est à Moscou."
    assert load_text(text).title == "Une visite"
    assert load_text(text).text == text
    assert load_text(f"Une visite{end}Le roi est à Moscou.").title is None


def test_options_prevail_over_front_matter(tmp_path: Path) -> None:
    article = load(written(tmp_path, FRONT + "x"), title="Autre", outlet="AFP", published="2016-04-06")
    assert (article.title, article.outlet, article.url) == ("Autre", "AFP", "https://labass.net/a.html")


def test_an_article_is_known_by_its_address_however_its_headline_or_text_are_corrected() -> None:
    address = "https://labass.net/a.html"
    assert load_text("Une visite", url=address).iri == load_text("Deux visites", url=address, title="Titre").iri
    assert load_text("Une visite", url=address).iri == load_text("x", url="http://www.LABASS.net/a.html#haut").iri
    assert load_text("Une visite", title="Un").iri == load_text("Une visite", title="Deux").iri
    assert load_text("Une visite").iri != load_text("Deux visites").iri


def test_a_day_of_publication_that_contradicts_the_front_matter_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, FRONT + "x")
    with pytest.raises(ArticleError, match=r"2016-04-06 .*2016-04-07"):
        load(path, published="2016-04-07")
    with pytest.raises(ArticleError, match="no day of the calendar"):
        load(written(tmp_path, "x"), published="2016-13-01")


@pytest.mark.parametrize(
    "address", ["labass.net/a", "ftp://labass.net/a", "https://", "http://[x", "https://a.b/c d", 'https://a/"']
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ArticleError, match="no web address"):
        load_text("x", url=address)


@pytest.mark.parametrize("tag", ["français", "f", "fr_FR", "f r"])
def test_a_language_that_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(ArticleError, match="no language tag"):
        load_text("x", language=tag)


def test_a_file_of_100_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(ArticleError, match=r"too long .*100 MB.* at most 300,000 characters"):
        load(path)


def test_a_device_without_end_is_read_up_to_the_limit_only() -> None:
    with pytest.raises(ArticleError):
        load("/dev/zero")


def test_what_is_not_there_or_may_not_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="There is no file"):
        load(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        load(tmp_path)
    with pytest.raises(ArticleError, match="cannot be opened"):
        load("a\x00b")
    if os.geteuid() != 0:
        path = written(tmp_path, "x")
        path.chmod(0)
        with pytest.raises(ArticleError, match="permissions"):
            load(path)


def test_the_built_in_article_says_whose_it_is() -> None:
    article = example()
    assert article.outlet == "labass.net"
    assert article.published == date(2016, 4, 6)
    assert article.rights is not None
    assert article.text.startswith("Maroc-Russie: la coopération sécuritaire")


def test_every_limit_fits_into_the_bytes_that_are_read() -> None:
    assert len(("😀" * LIMIT).encode()) <= LIMIT_BYTES
