"""Regrouping the model's pattern of hyphenated words changes how fast it compiles and nothing that it matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.graph.reading.text.token_patterns import LONG, quick_patterns, regrouped

LETTERS = "[" + "".join(sorted({chr(c) for c in range(0x61, 0x250) if chr(c).isalpha()} | {"œ"})) * 3 + "]"
PREFIXES = ["a[ée]ro", "abat", "contre", "gratte?", "porte", "sous"]
PATTERN = "(?iu)" + "|".join(
    [f"(?:^{p}[-‐][{LETTERS[1:]}[-‐{LETTERS[1:]}*$)" for p in PREFIXES]
    + [f"(?:^{w}[-‐]méthyl{LETTERS}+$)" for w in ("arginine", "xylo")]
    + [f"(?:^{LETTERS}+[-‐]{c}[-‐](?:l['’])?{LETTERS}+$)" for c in ("en", "d[eu]s?")]
    + ["(?:^aujourd'hui$)"]
)
WORDS = [
    "abat-jour",
    "aéro-club",
    "AERO-CLUB",
    "abat-",
    "xylo-méthyle",
    "saut-de-ski",
    "pet-en-l’air",
    "aujourd'hui",
    "porte",
    "-",
]


def test_the_end_that_alternatives_share_stands_once() -> None:
    assert len(regrouped(PATTERN)) < len(PATTERN) / 2


@pytest.mark.parametrize("word", WORDS)
def test_the_same_words_match(word: str) -> None:
    assert bool(re.match(regrouped(PATTERN), word)) == bool(re.match(PATTERN, word))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PREFIXES, "-", "‐", "en", "l’", "é", "zz", "méthyl", "aujourd'hui", "É", "1", " "]),
        max_size=5,
    )
)
def test_any_word_matches_as_before(pieces: list[str]) -> None:
    word = "".join(pieces)
    assert bool(re.match(regrouped(PATTERN), word)) == bool(re.match(PATTERN, word))


@pytest.mark.parametrize("pattern", ["", "abc", "(?iu)(?:abc)", "(?iu)(?:^a$)|(?:b)", "^a$|^b$"])
def test_a_pattern_of_another_form_is_left_as_it_is(pattern: str) -> None:
    assert regrouped(pattern) == pattern


def test_compiling_is_as_ever_afterwards_even_when_something_fails() -> None:
    before = re.compile
    with pytest.raises(ValueError, match="x"), quick_patterns():
        raise ValueError("x")
    assert re.compile is before
    with quick_patterns():
        assert re.compile("a", flags=re.ASCII).flags & re.ASCII
        assert len(re.compile("(?iu)(?:^" + "a" * LONG + "$)").pattern) > LONG
