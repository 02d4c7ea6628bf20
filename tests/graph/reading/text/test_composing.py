"""The model is given whole letters and nothing unseen; what was read leads back to the text as given."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.reading.text.composing import composed
from dragoman.graph.records import Span


def test_a_text_that_the_model_knows_is_taken_as_it_is() -> None:
    assert composed("Le ministre a été reçu à Rabat.") is None


def test_soft_hyphens_and_marks_of_direction_are_not_seen() -> None:
    made = composed("\u200fMos\u00adcou\u200e")
    assert made is not None
    assert made.text == "Moscou"
    assert made.origin(Span(0, 6)) == Span(1, 8)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60), st.data())
def test_the_words_of_any_span_are_those_of_the_text_as_given(text: str, data: st.DataObject) -> None:
    spoilt = unicodedata.normalize("NFD", text) + "e\u0301"
    made = composed(spoilt)
    assert made is not None
    begin = data.draw(st.integers(0, len(made.text) - 1))
    end = data.draw(st.integers(begin + 1, len(made.text)))
    there = made.origin(Span(begin, end))
    again = composed(there.of(spoilt) + "e\u0301")
    assert again is not None
    assert unicodedata.normalize("NFC", made.text[begin:end]) in unicodedata.normalize("NFC", again.text)
