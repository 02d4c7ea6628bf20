"""A malformed file of speech words is refused with its name, line and reason."""

from __future__ import annotations

import pytest

from dragoman.graph.reading.language import resource
from dragoman.graph.reading.speech.speech_words import parse, speech_words
from dragoman.ontology.errors import LexiconError


def test_every_word_is_folded_and_the_longest_phrase_comes_first() -> None:
    words = speech_words("fr")
    assert "dementir" in words.denying
    assert words.denying <= words.reporting | {"contester", "recuser", "infirmer"}
    assert [len(p) for p in words.according] == sorted((len(p) for p in words.according), reverse=True)
    assert words.sourced <= set(words.according)
    assert words.settings_of | words.following <= set(words.settings)
    assert words.clausal <= words.reporting


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("reporting: [", "reporting: {"), "fr/x.yaml, line"),
        (("denying: [démentir", "denied: [démentir"), "«denied» is unknown"),
        (("same: [source", "same: source #["), "line [2-5][0-9]: «same» is no list of words"),
    ],
)
def test_a_malformed_file_is_refused(change: tuple[str, str], reason: str) -> None:
    text = resource("fr", "speech.yaml")
    assert change[0] in text
    with pytest.raises(LexiconError, match=reason):
        parse(text.replace(*change), "fr/x.yaml")
