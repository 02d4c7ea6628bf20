"""Whatever the text, reading ends, does not fail, and its offsets are exact.

The made texts are shreds of articles with signs that are no words among them, in any case, normal form and order. How
many: DRAGOMAN_MADE_TEXTS, 60 unless told; 10,000 take some minutes.
"""

from __future__ import annotations

import os
import random
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dragoman.graph.article import Article
from dragoman.graph.decoding import LIMIT
from dragoman.graph.loading import example, load_text
from dragoman.graph.reading import read
from dragoman.graph.records import Reading
from dragoman.ontology.errors import ArticleError

MADE = int(os.environ.get("DRAGOMAN_MADE_TEXTS", "60"))
ARTICLES = Path(__file__).parents[3] / "benchmarks" / "articles"
SIGNS = (
    "\u200f \u200e \u200b \u202e \ufeff \u2028 \u0301 \u00a0 \u202f 😀 👩‍👩‍👧 <p> </p> <a href='x'> &nbsp; « » “ ” ’ ' ( ) – — - : ; ? ! … . , "
    "محمد Москва 北京 ß İ ﬁ Ǆ Å ½ ² Ⅷ ٣ १ 1er 12 2,3 % € / M. l’ d’ ex- à et de du que qui signé livré contrat §# @x _ __ http://a.fr/b."
)


def shreds() -> list[str]:
    """Return runs of words of the articles that are shipped, the same ones every time."""
    chance, found = random.Random(4), []
    for path in sorted(ARTICLES.glob("*.txt")):
        words = path.read_text(encoding="utf-8").split(" ")
        for _ in range(20):
            begin = chance.randrange(len(words))
            found.append(" ".join(words[begin : begin + chance.randint(1, 14)]))
    return found


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


SHAPES: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    str.title,
    nfd,
    lambda text: text[::-1],
    lambda text: text.replace(" ", ""),
    lambda text: text.replace(" ", "\n"),
    lambda text: "\u200f".join(text.split(" ")),
]
MADE_TEXTS = st.builds(
    lambda pieces, between, shape: shape(between.join(pieces)),
    st.lists(
        st.sampled_from(shreds())
        | st.sampled_from(SIGNS.split(" "))
        | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8),
        max_size=14,
    ),
    st.sampled_from([" ", "", ", ", ". ", "\n"]),
    st.sampled_from(SHAPES),
)


def exact(reading: Reading) -> bool:
    """Whether every passage, and every word that a value stands on, lies where the reading says."""
    end = len(reading.article.text)
    spans = [s for r in reading.records for s in (*r.evidence, *(g.span for g in r.grounds if g.span))]
    return all(0 <= s.begin < s.end <= end for s in spans) and all(
        ground.span is None or any(ground.span in passage for passage in record.evidence)
        for record in reading.records
        for ground in record.grounds
    )


def reading_of(text: str) -> Reading:
    return next(read([Article(text, published=date(2024, 3, 5))]))


@settings(
    max_examples=MADE, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True
)
@given(MADE_TEXTS)
def test_a_made_text_is_read_without_failing_and_with_exact_offsets(text: str) -> None:
    reading = reading_of(text)
    assert reading.article.text == text
    assert exact(reading)


ODD = {
    "one line of 200,000 characters": lambda: example().text.replace("\n", " ") * 70,
    "no punctuation at all": lambda: " ".join("".join(c if c.isalnum() else " " for c in example().text).split()),
    "all capitals": lambda: example().text.upper(),
    "HTML pasted as text": lambda: (
        "<html><body>" + "".join(f"<p class='a'>{p}</p>\n" for p in example().text.splitlines()) + "</body></html>"
    ),
    "right-to-left marks": lambda: "\u202b" + "\u200f ".join(example().text.split(" ")) + "\u202c",
    "zero-width characters": lambda: "\u200b".join(example().text.split(" ")),
    "emoji": lambda: " 😀👩‍👩‍👧 ".join(example().text.split(" ")),
    "accents apart": lambda: nfd(example().text),
    "blank lines alone": lambda: "\n" * 5_000,
    "one word": lambda: "a" * 50_000,
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_text_is_read_without_failing_and_with_exact_offsets(kind: str) -> None:
    assert exact(reading_of(ODD[kind]()))


@pytest.mark.parametrize("spoilt", [nfd, lambda text: text.replace("o", "o\u00ad").replace(" ", " \u200b")])
def test_accents_apart_and_hyphens_unseen_do_not_hide_what_a_text_states(spoilt: Callable[[str], str]) -> None:
    plain, odd = reading_of(example().text), reading_of(spoilt(example().text))
    assert [(r.kind, r.status, r.date) for r in odd.records] == [(r.kind, r.status, r.date) for r in plain.records]
    assert odd.entities == plain.entities


def test_a_text_of_five_million_characters_is_refused_with_the_limit() -> None:
    with pytest.raises(ArticleError, match=f"{LIMIT:,}"):
        load_text("Le ministre est arrivé à Rabat. " * 160_000)
