"""What bears the same name is told apart, in each language; what does not keeps its short name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fixtures.press import article, iri, record

from dragoman.graph.network import build
from dragoman.graph.records import Entity, Reading, Record
from dragoman.graph.store import Store

AWA = "Awa Diop"


def called(*records: Record, people: tuple[str, ...] = (AWA, "Ivan Petrov", "Zoé Roy")) -> list[dict[str, str]]:
    """Return the labels of what happened."""
    told: Reading = article("a", *records, published="2020-06-01")
    entities = tuple(Entity(iri(name, "Person"), "Person", (name,)) for name in people)
    with Store.memory() as store:
        store.put(replace(told, entities=entities))
        nodes: Any = build(store).nodes(data=True)
    return [known["labels"] for _, known in nodes if "status" in known]


def test_one_visit_has_a_short_name_and_several_say_where_they_led_and_when() -> None:
    home = record("Visit", "a", visitor=AWA, destination="Maroc", date="2016-03")
    away = record("Visit", "b", visitor=AWA, destination="Russie", date="2016-05-02")
    again = record("Visit", "c", visitor=AWA, destination="Russie", date="2018")
    assert [one["fr"] for one in called(home)] == ["Visite d’Awa Diop"]
    assert {one["fr"] for one in called(home, away)} == {"Visite d’Awa Diop (Maroc)", "Visite d’Awa Diop (Russie)"}
    every = called(home, away, again)
    assert {one["fr"] for one in every} == {
        "Visite d’Awa Diop (Maroc, mars 2016)",
        "Visite d’Awa Diop (Russie, 2 mai 2016)",
        "Visite d’Awa Diop (Russie, 2018)",
    }
    assert {one["ru"] for one in every} >= {"Визит: Awa Diop (Россия, 2018)"}


def test_meetings_in_one_place_say_who_met() -> None:
    two = (
        record("Meeting", "a", participant=[AWA, "Ivan Petrov"], date="2016-03-01"),
        record("Meeting", "b", participant=[AWA, "Zoé Roy"], date="2016-03-01"),
    )
    assert {one["en"] for one in called(*two)} == {
        "Meeting, 1 March 2016 (Awa Diop and Ivan Petrov)",
        "Meeting, 1 March 2016 (Awa Diop and Zoé Roy)",
    }


def test_what_nothing_tells_apart_is_called_the_same() -> None:
    same = (record("Announcement", "a", speaker=AWA), record("Announcement", "b", speaker=AWA))
    assert [one["fr"] for one in called(*same)] == ["Annonce (Awa Diop)"] * 2


def test_a_language_in_which_a_name_would_hold_no_word_has_none() -> None:
    with Store.memory() as store:
        store.put(article("a", record("Deal", product="tracteurs", supplier="Russie"), names=["tracteurs"]))
        (labels,) = [known["labels"] for _, known in build(store).nodes(data=True) if known["kind"] == "Deal"]
    assert labels == {"fr": "Tracteurs"}
