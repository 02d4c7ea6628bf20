"""An article's text is taken exactly as given, and whatever cannot be taken is refused with what to do."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.decoding import LIMIT, LIMIT_BYTES, decode
from dragoman.graph.finding import find, find_all
from dragoman.graph.loading import example, load, load_text
from dragoman.ontology.errors import ArticleError

FRONT = "---\ntitle: Une visite\noutlet: labass.net\nurl: https://labass.net/a.html\nlanguage: fr\npublished: 2016-04-06\nrights: © labass.net\n---\n"
TEXT_CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff\ufeff", include_characters="\t\n\r"
)


def written(folder: Path, content: str | bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_front_matter_says_everything_about_the_publication_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    article = load(written(tmp_path, FRONT + "Le roi est à Moscou.\n"))
    assert article.text == "Le roi est à Moscou.\n"
    assert (article.title, article.outlet, article.url) == ("Une visite", "labass.net", "https://labass.net/a.html")
    assert (article.language, article.published, article.rights) == ("fr", date(2016, 4, 6), "© labass.net")


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


def test_line_ends_are_kept_and_a_byte_order_mark_is_dropped_and_not_counted(tmp_path: Path) -> None:
    article = load(written(tmp_path, b"\xef\xbb\xbf" + FRONT.replace("\n", "\r\n").encode() + b"Une\r\nvisite\r\n"))
    assert article.text == "Une\r\nvisite\r\n"
    assert article.title == "Une visite"
    assert load(written(tmp_path, b"\xef\xbb\xbfUne visite")).text.index("U") == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_first_line_with_a_blank_line_after_it_is_the_title_and_stays_in_the_text(end: str) -> None:
    text = f"Une visite{end}{end}Le roi est à Moscou."
    assert load_text(text).title == "Une visite"
    assert load_text(text).text == text
    assert load_text(f"Une visite{end}Le roi est à Moscou.").title is None


def test_values_are_taken_as_written_so_that_no_title_is_a_number_and_no_language_a_truth_value() -> None:
    article = load_text("---\ntitle: 2016\nlanguage: no\noutlet: ~\n---\nx")
    assert (article.title, article.language, article.outlet) == ("2016", "no", None)


def test_options_prevail_over_front_matter(tmp_path: Path) -> None:
    article = load(written(tmp_path, FRONT + "x"), title="Autre", outlet="AFP", published="2016-04-06")
    assert (article.title, article.outlet, article.url) == ("Autre", "AFP", "https://labass.net/a.html")


def test_an_article_is_known_by_its_address_however_its_headline_or_text_are_corrected() -> None:
    address = "https://labass.net/a.html"
    assert load_text("Une visite", url=address).iri == load_text("Deux visites", url=address, title="Titre").iri
    assert load_text("Une visite", url=address).iri == load_text("x", url="http://www.LABASS.net/a.html#haut").iri
    assert load_text("Une visite", title="Un").iri == load_text("Une visite", title="Deux").iri
    assert load_text("Une visite").iri != load_text("Deux visites").iri


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("---\ntitle: x\n", "line 1", "ends it"),
        ("---\ntitle: a: b\n---\n", "line 2", "in quotes"),
        ("---\ntitle: x\noutlet: [a\n---\n", "line 4", "expected"),
        ("---\ntitle: x\n- a\n---\n", "line 3", "expected"),
        ("---\n- a\n---\n", "line 2", "outlet: labass.net"),
        ("---\njust words\n---\n", "line 2", "outlet: labass.net"),
        ("---\ntitle: x\ntitle: y\n---\n", "line 3", "given twice"),
        ("---\ntitle: x\npublishd: 2016-04-06\n---\n", "line 3", "“published”"),
        ("---\ntitle: [a, b]\n---\n", "line 2", "one value"),
        ("---\ntitle: x\npublished: 2016-02-31\n---\n", "line 3", "no day of the calendar"),
        ("---\npublished: mardi\n---\n", "line 2", "no day of the calendar"),
        ("---\npublished: 2016-W14-2\n---\n", "line 2", "no day of the calendar"),
        ("---\ntitle: " + "[" * 50_000 + "\n---\n", "line 1", "cannot be read as YAML"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(front: str, line: str, words: str) -> None:
    with pytest.raises(ArticleError) as refusal:
        load_text(front + "Le roi est à Moscou.", "a.txt")
    for part in ("a.txt", line, words):
        assert part in str(refusal.value)


def test_keys_of_other_tools_pass_unread() -> None:
    assert load_text("---\nauthor: Anne\ntags: [a, b]\ntitle: T\n---\nx").title == "T"


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


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "nothing but blanks"),
        (b"\xef\xbb\xbf", "empty"),
        (FRONT.encode(), "front matter alone"),
        (b"Le roi est \xe0 Moscou", "byte 11 is 0xE0"),
        ("Le roi".encode("utf-16"), "iconv -f UTF-16"),
        (b"Le roi\x00\x01", "binary"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04zip", "archive"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"Le\n roi\x07", "U+0007 at line 2, column 5"),
        ("Le roi\x85".encode(), "U+0085"),
        (b"Le\x0croi", "U+000C"),
        (b"a" * (LIMIT + 1), "too long"),
    ],
)
def test_bytes_that_are_no_article_are_refused_with_what_to_do(tmp_path: Path, raw: bytes, words: str) -> None:
    path = written(tmp_path, raw)
    with pytest.raises(ArticleError) as refusal:
        load(path)
    assert words in str(refusal.value)
    assert str(path) in str(refusal.value)


def test_a_file_of_100_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(ArticleError, match=r"too long .*100 MB.* at most 1,000,000 characters"):
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


def test_a_folder_stands_for_every_text_in_it_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/.hidden.txt", ".git/d.txt", "e.pdf", "sub/deep/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    names = [str(path.relative_to(tmp_path)) for path in find(tmp_path)]
    assert names == ["a.md", "b.txt", "sub/c.TXT", "sub/deep/f.txt"]
    assert len(list(find_all([tmp_path, tmp_path / "b.txt"]))) == 4


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(ArticleError, match=r"holds no article; .*\.txt or \.md"):
        find(tmp_path)


def test_the_built_in_article_says_whose_it_is() -> None:
    article = example()
    assert article.outlet == "labass.net"
    assert article.published == date(2016, 4, 6)
    assert article.rights is not None
    assert article.text.startswith("Maroc-Russie: la coopération sécuritaire")


def test_every_limit_fits_into_the_bytes_that_are_read() -> None:
    assert len(("😀" * LIMIT).encode()) <= LIMIT_BYTES
