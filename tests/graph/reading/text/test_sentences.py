"""Sentences end where a reader ends them, and offsets never move."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.reading.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Lavrov est à Rabat. Il repart.", ["M. Lavrov est à Rabat.", "Il repart."]),
        ("Il a dit : « Nous viendrons. » Puis il est parti.", ["Il a dit : « Nous viendrons. »", "Puis il est parti."]),
        ("Fin.\n\nparallèlement, le ministre parle.", ["Fin.", "parallèlement, le ministre parle."]),
        (
            "L’entreprise J. P. Morgan investit 1.5 million. Fin.",
            ["L’entreprise J. P. Morgan investit 1.5 million.", "Fin."],
        ),
        ("Pourquoi ? Parce que… Bon.", ["Pourquoi ?", "Parce que…", "Bon."]),
        ("S.E.M. Babić et S.A.R. le prince sont là. Fin.", ["S.E.M. Babić et S.A.R. le prince sont là.", "Fin."]),
        ("Le Dr. Ba et Mgr. Bosco,M. Sy aussi. Fin.", ["Le Dr. Ba et Mgr. Bosco,M. Sy aussi.", "Fin."]),
        (
            "Il est parti.Elle revient. Voir www.exemple.Net ici.",
            ["Il est parti.", "Elle revient.", "Voir www.exemple.Net ici."],
        ),
        ("Le premier vol. Il part, voir vol. 3.", ["Le premier vol.", "Il part, voir vol. 3."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in sentences(text)] == expected


@given(st.text())
def test_sentences_never_overlap_and_cover_every_visible_character(text: str) -> None:
    found = sentences(text)
    covered = set()
    for before, after in itertools.pairwise(found):
        assert before.end <= after.begin
    for span in found:
        covered |= set(range(span.begin, span.end))
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)
