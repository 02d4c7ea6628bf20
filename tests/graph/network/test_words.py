"""How the network speaks: dates, lists, articles before countries, for every country and every kind of record."""

from __future__ import annotations

import pytest

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.network.words import country_form, dated, edge_words, listed, words
from dragoman.graph.records import KINDS, slots
from dragoman.ontology.languages import LANGUAGES

STATUSES = {
    "Deal": ("Interest", "Proposed", "Negotiation", "Agreed", "Signed", "Delivered", "Cancelled"),
    "Visit": ("Planned", "Held", "Postponed", "Cancelled"),
    "Meeting": ("Planned", "Held", "Postponed", "Cancelled"),
    "Agreement": ("Signed", "Initialled", "Renewed", "Expired", "Annulled"),
}


@pytest.mark.parametrize(
    ("name", "le", "de", "a", "en"),
    [
        ("France", "la France", "de la France", "à la France", "en France"),
        ("Maroc", "le Maroc", "du Maroc", "au Maroc", "au Maroc"),
        ("Algérie", "l’Algérie", "de l’Algérie", "à l’Algérie", "en Algérie"),
        ("Iran", "l’Iran", "de l’Iran", "à l’Iran", "en Iran"),
        ("États-Unis", "les États-Unis", "des États-Unis", "aux États-Unis", "aux États-Unis"),
        ("Mexique", "le Mexique", "du Mexique", "au Mexique", "au Mexique"),
        ("Israël", "Israël", "d’Israël", "à Israël", "en Israël"),
        (
            "Territoires palestiniens",
            "les Territoires palestiniens",
            "des Territoires palestiniens",
            "aux Territoires palestiniens",
            "aux Territoires palestiniens",
        ),
        ("Yémen", "le Yémen", "du Yémen", "au Yémen", "au Yémen"),
        ("Seychelles", "les Seychelles", "des Seychelles", "aux Seychelles", "aux Seychelles"),
    ],
)
def test_a_country_has_its_article_in_french(name: str, le: str, de: str, a: str, en: str) -> None:
    assert [country_form(name, form, "fr") for form in ("le", "de", "a", "en")] == [le, de, a, en]


def test_every_exception_of_the_french_grammar_is_a_country_that_the_lexicon_knows() -> None:
    known = {entry.label for entry in load_lexicon().entries.values() if entry.kind == "Country"}
    grammar = words()["grammar"]["fr"]
    assert {*grammar["plural"], *grammar["masculine_in_e"]} - known <= {"Îles Marshall", "Îles Salomon"}
    assert len({*grammar["no_article"]} - known) <= 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_role_of_every_kind_has_words_in_each_language(kind: type) -> None:
    for property_, value in slots(kind).values():
        role = property_.removeprefix("dgm:")
        if value not in ("entity", "record") or role in ("statedBy", "holder", "agency"):
            continue
        for status in STATUSES.get(kind.__name__, ("",)):
            said = edge_words(kind.__name__, role, status)
            assert set(said) == set(LANGUAGES), (kind, role)
            assert said["fr"] != role or role == "destination", (kind, role)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_of_a_deal_is_said_in_a_sentence_of_its_own(lang: str) -> None:
    for kind in ("Deal", "Agreement"):
        for status in STATUSES[kind]:
            assert f"{kind}.{status}" in words()["sentences"][lang], (lang, kind, status)


def test_lists_and_dates_read_as_people_write_them() -> None:
    assert listed([], "fr") == ""
    assert listed(["a"], "fr") == "a"
    assert listed(["a", "b", "c"], "en") == "a, b and c"
    assert listed(["a", "b", "c"], "ar") == "a، b وc"
    assert dated("2016-01-01", "fr") == "1er janvier 2016"
    assert (dated("2016-04-05", "ru"), dated("2016-04", "ru")) == ("5 апреля 2016", "апрель 2016")
    assert dated("2016-04-05", "ar") == "5 أبريل 2016"
    assert dated("2016-13-01", "fr") == "2016-13-01"
    assert dated("mardi", "fr") == "mardi"
