"""Bytes are the text that they encode, character for character, or no article."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures.files import FRONT, written

from dragoman.graph.decoding import LIMIT
from dragoman.graph.loading import load
from dragoman.ontology.errors import ArticleError


def test_line_ends_are_kept_and_a_byte_order_mark_is_dropped_and_not_counted(tmp_path: Path) -> None:
    article = load(written(tmp_path, b"\xef\xbb\xbf" + FRONT.replace("\n", "\r\n").encode() + b"Une\r\nvisite\r\n"))
    assert article.text == "Une\r\nvisite\r\n"
    assert article.title == "Une visite"
    assert load(written(tmp_path, b"\xef\xbb\xbfUne visite")).text.index("U") == 0


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
