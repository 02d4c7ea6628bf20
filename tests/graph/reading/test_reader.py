"""The reader reads the built-in article whole, and any article of its grammar as well."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from graph.reading.scoring import ROOT, figures
from graph.reading.variants import variant
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.graph.article import Article
from dragoman.graph.loading import example
from dragoman.graph.reading import read
from dragoman.graph.records import Reading, slots


def reading_of(text: str, published: date | None = date(2016, 4, 6)) -> Reading:
    return next(read([Article(text, published=published)]))


def test_every_record_of_the_built_in_article_is_read_and_nothing_else(tmp_path: Path) -> None:
    reading = next(read([example()]))
    precision, recall, f1 = figures(ROOT / "benchmarks" / "articles" / "labass-2016-security.yaml", reading, tmp_path)
    assert f1 >= 0.95
    assert precision >= 0.97
    assert recall >= 0.95


@pytest.mark.parametrize("seed", range(10))
def test_an_article_of_the_same_grammar_about_others_is_read_as_well(seed: int, tmp_path: Path) -> None:
    made = variant(seed)
    reading = next(read([Article(made.text, published=made.published)]))
    assert figures(made.gold, reading, tmp_path)[2] >= 0.9


def test_a_variant_keeps_no_name_of_the_original() -> None:
    text = variant(3).text
    for name in ("Hammouchi", "Maroc", "Russie", "Moscou", "DGSN", "Evtuhov", "Kamaz", "Sukhoi"):
        assert name not in text


def test_every_value_stands_on_words_of_its_own_evidence_or_says_that_it_is_known() -> None:
    reading = next(read([example()]))
    for record in reading.records:
        assert record.evidence
        for ground in record.grounds:
            if ground.span is None:
                assert ground.basis in {"known", "derived"}
            else:
                assert any(ground.span in passage for passage in record.evidence)
        grounded = {(g.field, g.value) for g in record.grounds}
        for name, (_, kind) in slots(type(record)).items():
            if kind == "entity":
                assert {(name, str(v)) for v in record.values(name)} <= grounded


def test_the_same_text_gives_the_same_reading_alone_or_among_others() -> None:
    article = example()
    other = Article(variant(1).text, published=variant(1).published)
    alone = next(read([article]))
    assert list(read([other, article]))[1] == alone
    assert next(iter(read([article, other]))) == alone


def test_relative_dates_are_resolved_against_publication() -> None:
    text = "Le ministre jordanien de la Défense, Karim Haddad, a été reçu mardi à Oslo par Nils Berg, le ministre norvégien de la Défense."
    meeting = next(r for r in reading_of(text, date(2021, 6, 10)).records if r.kind == "Meeting")
    assert meeting.date == "2021-06-08"
    unknown = next(r for r in reading_of(text, None).records if r.kind == "Meeting")
    assert unknown.date is None
    assert unknown.date_text == "mardi"


def test_a_denied_meeting_is_no_meeting_and_says_why_it_was_rejected() -> None:
    text = "Le ministre jordanien de la Défense, Karim Haddad, n’a pas rencontré Nils Berg, le ministre norvégien de la Défense."
    reading = reading_of(text)
    assert not [r for r in reading.records if r.kind == "Meeting"]
    assert any("negated" in r.reason for r in reading.rejected)


def test_a_text_without_facts_gives_no_record() -> None:
    assert reading_of("Il pleut sur la ville depuis ce matin. Les marchés sont calmes.").records == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_any_text_is_read_without_failing_and_with_exact_offsets(text: str) -> None:
    reading = reading_of(text)
    for record in reading.records:
        for passage in record.evidence:
            assert 0 <= passage.begin < passage.end <= len(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                *example().text.split(),
                "le",
                "ministre",
                "reçu",
                "par",
                "«",
                "»",
                "(",
                ")",
                "mardi",
                "2016",
                ",",
                "12",
                "à",
            ]
        ),
        max_size=60,
    )
)
def test_any_order_of_an_articles_words_is_read_without_failing(pieces: list[str]) -> None:
    reading_of(" ".join(pieces))


@pytest.mark.parametrize("text", ["avions ( a _ . ;", "est 't qu'\nsigné_ été _\n/ « la\n", ". « ’ a £ … ; » accord ,"])
def test_signs_that_are_no_words_are_read_without_failing(text: str) -> None:
    assert reading_of(text).records == ()
