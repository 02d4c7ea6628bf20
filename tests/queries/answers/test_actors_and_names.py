"""What the questions about people, states, agencies and their names answer on the built-in article."""

from __future__ import annotations

from collections import Counter

import pytest
from fixtures.asking import ask, seen
from fixtures.builtin import COUNCIL, EVTUHOV, HAMMOUCHI, PATROUCHEV, S3, S4, S6, article, reading, variant

from dragoman.graph.store import Store
from dragoman.queries import catalogue


def test_offices_of_one_person(builtin_store: Store) -> None:
    rows = ask(builtin_store, "offices", name=HAMMOUCHI)
    assert set(seen(rows, "title", "of", "for", "saidBy")) == {
        ("responsable", "Direction générale de la sûreté nationale", "Maroc", "labass.net"),
        ("responsable", "Direction générale de la surveillance du territoire", "Maroc", "labass.net"),
    }
    assert {r for (r,) in seen(rows, "quotation")} == {S3, S4}
    assert seen(ask(builtin_store, "offices", name="Mohammed VI"), "title", "of", "for") == [("roi", "", "Maroc")]


def test_officeholders_of_an_agency_or_a_country(builtin_store: Store) -> None:
    assert {r["who"] for r in ask(builtin_store, "officeholders")} == {HAMMOUCHI, "Mohammed VI", PATROUCHEV, EVTUHOV}
    assert {r["who"] for r in ask(builtin_store, "officeholders", agency="DGSN")} == {HAMMOUCHI}
    assert {r["who"] for r in ask(builtin_store, "officeholders", country="Russie")} == {PATROUCHEV, EVTUHOV}
    assert ask(builtin_store, "officeholders", agency="DGSN", country="Russie") == []


def test_actors_ranked_by_happenings(builtin_store: Store) -> None:
    assert seen(ask(builtin_store, "actors"), "who", "kind", "happenings") == [
        ("Russie", "Country", "8"), ("Maroc", "Country", "6"), (HAMMOUCHI, "Person", "2"),
        ("Mohammed VI", "Person", "1"), (PATROUCHEV, "Person", "1"), (EVTUHOV, "Person", "1"),
    ]  # fmt: skip
    assert seen(ask(builtin_store, "actors", minimum="2", **{"class": "person"}), "who") == [(HAMMOUCHI,)]


def test_what_joins_two_actors(builtin_store: Store) -> None:
    rows = ask(builtin_store, "between", one="Maroc", other="Russie")
    assert Counter(kind for kind, _ in {(r["kind"], r["record"]) for r in rows}) == {
        "Agreement": 1,
        "Cooperation": 1,
        "Deal": 4,
    }
    met = ask(builtin_store, "between", one=PATROUCHEV, other=HAMMOUCHI)
    assert set(seen(met, "kind", "quotation")) == {("Meeting", S4), ("Meeting", S6)}
    assert ask(builtin_store, "between", one=EVTUHOV, other=COUNCIL) == []


@pytest.mark.parametrize(
    ("entity", "words", "never"),
    [
        ("Russie", {"Russie", "russe", "son pays"}, {"Moscou", "coopération", "Kremlin"}),
        ("Maroc", {"Maroc", "royaume", "marocain"}, {"coopération", "roi"}),
        (HAMMOUCHI, {HAMMOUCHI}, {"DGSN"}),
    ],
)
def test_spellings_are_the_words_that_stand_for_somebody_and_not_those_that_only_point_there(
    builtin_store: Store, entity: str, words: set[str], never: set[str]
) -> None:
    rows = ask(builtin_store, "spellings", entity=entity)
    found = {row["words"] for row in rows}
    assert found >= words
    assert not found & never
    for row in rows:
        assert 1 <= int(row["mentions"]) <= article().text.count(row["words"])
        assert row["articles"] == "1"


def test_whoever_the_lexicon_does_not_know_is_listed_by_kind_with_its_articles(builtin_store: Store) -> None:
    rows = ask(builtin_store, "unknown")
    unknown = [entity for entity in reading().entities if not entity.known]
    assert {row["entity"] for row in rows} == {entity.iri for entity in unknown}
    assert {row["articles"] for row in rows} == {"1"}
    assert [row["kind"] for row in rows] == sorted(entity.kind for entity in unknown)
    assert {"Maroc", HAMMOUCHI, COUNCIL}.isdisjoint(row["name"] for row in rows)
    assert {row["kind"] for row in ask(builtin_store, "unknown", **{"class": "Topic"})} == {"Topic"}
    builtin_store.put(variant("https://example.org/b", outlet="Autre"))
    often = ask(builtin_store, "unknown", minimum="2")
    assert [row["entity"] for row in often] == [row["entity"] for row in rows]
    assert {row["articles"] for row in often} == {"2"}
    assert seen(ask(builtin_store, "unknown", **{"class": "outlet"}), "name", "articles") == [("Autre", "1")]


def test_names_in_every_language(builtin_store: Store) -> None:
    rows = ask(builtin_store, "names", entity="Russie")
    main = {row["language"]: row["name"] for row in rows if row["main"] == "true"}
    assert main == {"fr": "Russie", "en": "Russia", "ru": "Россия", "ar": "روسيا"}
    assert {row["kind"] for row in ask(builtin_store, "names", **{"class": "Agency"})} == {"Agency"}


@pytest.mark.parametrize(
    "name",
    [
        n
        for n, q in catalogue().items()
        if "lang" in q.parameters and not any(p.required for p in q.parameters.values())
    ],
)
def test_another_language_changes_names_and_nothing_else(builtin_store: Store, name: str) -> None:
    french, russian = ask(builtin_store, name), ask(builtin_store, name, lang="ru")
    for column in ("quotation", "record", "passage", "published", "when"):
        assert sorted(seen(french, column)) == sorted(seen(russian, column))


def test_names_are_in_the_language_asked_for_or_visibly_in_another(builtin_store: Store) -> None:
    (row,) = ask(builtin_store, "deals", status="Proposed", lang="ar")
    assert (row["from"], row["to"]) == ("روسيا", "المغرب")
    assert "Sukhoi Superjet 100" in row["what"], "no Arabic name is known"
