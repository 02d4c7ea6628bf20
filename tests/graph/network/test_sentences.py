"""What a statement says as a sentence: in each language, with words of another set apart."""

from __future__ import annotations

import pytest

from dragoman.graph.network.rows import Thing
from dragoman.graph.network.sentences import sentence, sentences
from dragoman.graph.network.statements import Source, Statement

THINGS = {
    one.iri: one
    for one in (
        Thing("p", "Person", {"fr": "Awa Diop", "ru": "Ава Диоп"}),
        Thing("q", "Person", {"fr": "Ivan Petrov"}),
        Thing("m", "Country", {"fr": "Maroc", "en": "Morocco", "ar": "المغرب", "ru": "Марокко"}),
        Thing("r", "Country", {"fr": "Russie", "en": "Russia", "ar": "روسيا", "ru": "Россия"}),
        Thing("l", "Organization", {"fr": "Ligue arabe"}),
        Thing("t", "Topic", {"fr": "sécuritaires"}),
    )
}


def said(kind: str, lang: str = "fr", **slots: str | tuple[str, ...]) -> str:
    held = {name: value if isinstance(value, tuple) else (value,) for name, value in slots.items()}
    return sentence(Statement("s", kind, "h", held, (), Source("a", language="fr")), THINGS, lang)


def test_words_of_another_language_are_set_apart_and_others_are_not() -> None:
    assert (
        said("Meeting", "ru", host="p", guest="q", dateText="mardi")
        == "Ава Диоп принимает: \u2068Ivan Petrov\u2069 (\u2068mardi\u2069)"
    )
    assert said("Meeting", host="p", guest="q", dateText="mardi") == "Awa Diop reçoit Ivan Petrov (mardi)"
    assert (
        said("Visit", "ar", visitor="q", destination="m", date="2016-03")
        == "زيارة \u2068Ivan Petrov\u2069 إلى المغرب (مارس 2016)"
    )


def test_countries_and_bodies_have_an_article_and_persons_none() -> None:
    assert said("Meeting", participant=("m", "r")) == "Le Maroc et la Russie se rencontrent"
    assert said("Agreement", status="Signed", party=("l", "r")) == "La Ligue arabe et la Russie signent un accord"
    assert said("Meeting", host="l", guest="p") == "La Ligue arabe reçoit Awa Diop"


def test_an_agreement_is_called_as_its_article_calls_it_where_that_says_which_it_is() -> None:
    agreement = {"status": "Signed", "party": ("m", "r"), "topic": "t"}
    assert (
        said("Agreement", **agreement, altLabel="accords sécuritaires")
        == "Le Maroc et la Russie signent\u00a0: accords sécuritaires"
    )
    for name in ("Celui de 2010", "accords", "se sont, eux, entendus"):
        assert (
            said("Agreement", **agreement, altLabel=name)
            == "Le Maroc et la Russie signent un accord\u00a0: sécuritaires"
        )


@pytest.mark.parametrize("lang", ["fr", "en", "ar", "ru"])
def test_the_date_of_an_expired_agreement_is_not_told_as_the_day_on_which_it_expired(lang: str) -> None:
    told = said("Agreement", lang, status="Expired", party=("m", "r"), date="2010")
    begin = {
        "fr": "Accord expiré",
        "en": "Expired agreement",
        "ar": "اتفاق انتهى سريانه",
        "ru": "Соглашение с истёкшим сроком",
    }
    assert told.startswith(begin[lang])


def test_every_language_says_it() -> None:
    held = {"supplier": ("r",), "product": ("blé",), "status": ("Proposed",)}
    told = sentences(Statement("s", "Deal", "h", held, (), Source("a", language="fr")), THINGS)
    assert set(told) == {"fr", "en", "ar", "ru"}
    assert told["en"] == "Russia proposes: \u2068blé\u2069"
