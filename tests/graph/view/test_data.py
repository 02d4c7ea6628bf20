"""What the page is told: each thing by the place of another, and nothing that is not there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fixtures.builtin import PATROUCHEV, changed, entity, reading, variant
from fixtures.press import article, record

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri
from dragoman.graph.network import build
from dragoman.graph.records import Deal, Entity, Reading, Span
from dragoman.graph.store import Store
from dragoman.graph.view.data import data

Data = dict[str, Any]


@pytest.fixture
def held(builtin_store: Store) -> Data:
    return data(build(builtin_store))


@pytest.fixture
def twice() -> Iterator[Data]:
    """Two articles that give the meeting's place and day differently."""
    with Store.memory() as store:
        store.put(reading())
        moved = changed(
            variant("https://example.org/other", published=None),
            meeting_1={"place": (entity("Moscou").iri,)},
        )
        store.put(moved)
        yield data(build(store))


def node(held: Data, label: str) -> Any:
    (found,) = [one for one in held["nodes"] if one["labels"].get("fr") == label]
    return found


def test_a_node_bears_its_names_class_offices_country_and_wikidata(held: Data) -> None:
    one = node(held, PATROUCHEV)
    assert (one["kind"], one["group"]) == ("Official", "official")
    assert {"fr", "en", "ar", "ru"} == one["labels"].keys()
    assert one["labels"]["ru"] == "Николай Патрушев"
    assert "Nicolaï Patrouchev" in one["names"]
    assert one["same"] == ["http://www.wikidata.org/entity/Q446865"]
    assert held["nodes"][one["country"]]["labels"]["fr"] == "Russie"
    (office,) = [held["statements"][place] for place in one["offices"]]
    assert office["kind"] == "Tenure"
    assert {"property": "title", "values": ["secrétaire général"]} in office["values"]


def test_an_edge_names_its_property_and_its_plain_words(held: Data) -> None:
    deal = next(one for one in held["edges"] if one["property"] == "recipient")
    assert deal["deal"]
    assert deal["labels"]["fr"]
    assert held["statements"][deal["statements"][0]]["kind"] == "Deal"


def test_a_mention_tells_whom_it_stands_for_and_which_values_of_the_record_it_fills(held: Data) -> None:
    (meeting,) = [one for one in held["statements"] if one["kind"] == "Meeting"]
    filled = {
        slot: "".join(quote["words"][begin:end])
        for quote in meeting["quotes"]
        for begin, end, _, slots in quote["marks"]
        for slot in slots
    }
    assert filled["guest"] == "Abdellatif Hammouchi"
    assert filled["host"] == PATROUCHEV
    text = reading().article.text
    assert all(text[q["begin"] :].startswith(q["words"]) for q in meeting["quotes"])


def test_a_happening_names_its_days_records_articles_speakers_and_topics(held: Data) -> None:
    (meeting,) = [one for one in held["happenings"] if one["kind"] == "Meeting"]
    assert (meeting["earliest"], meeting["latest"]) == ("2016-04-05", "2016-04-05")
    assert "reçoit" in meeting["sentence"]["fr"]
    assert [held["nodes"][who]["labels"]["fr"] for who in meeting["speakers"]] == ["Conseil de sécurité de Russie"]
    assert held["articles"][meeting["articles"][0]]["outlet"] == "labass.net"
    assert all(held["nodes"][topic]["kind"] == "Topic" for topic in meeting["topics"])
    assert held["nodes"][meeting["node"]]["happening"] == held["happenings"].index(meeting)
    assert not meeting["differing"]
    assert [one for one in held["happenings"] if not one["earliest"]]


def test_what_articles_give_differently_stands_side_by_side(twice: Data) -> None:
    (meeting,) = [one for one in twice["happenings"] if one["kind"] == "Meeting"]
    (place,) = [one for one in meeting["differing"] if one["property"] == "place"]
    given = {twice["nodes"][one["value"]]["labels"]["fr"]: one["statements"] for one in place["values"]}
    assert given.keys() == {"Kremlin", "Moscou"}
    assert len({twice["statements"][place]["article"] for places in given.values() for place in places}) == 2


def test_every_place_that_is_named_is_there(twice: Data) -> None:
    sizes = {name: len(twice[name]) for name in ("nodes", "edges", "happenings", "statements", "articles")}
    for one in twice["nodes"] + twice["edges"] + twice["happenings"]:
        assert one["statements"]
        assert all(0 <= place < sizes["statements"] for place in one["statements"])
    for one in twice["nodes"] + twice["happenings"]:
        assert one["articles"]
        assert all(0 <= place < sizes["articles"] for place in one["articles"])
        assert all(0 <= place < sizes["nodes"] for place in one["topics"])
    for one in twice["statements"]:
        assert -1 <= one["happening"] < sizes["nodes"]
        assert -1 <= one["fact"] < sizes["happenings"]
    for one in twice["edges"]:
        assert {one["from"], one["to"]} <= set(range(sizes["nodes"]))


def test_properties_are_called_as_in_the_vocabulary(held: Data) -> None:
    used = {value["property"] for one in held["statements"] for value in one["values"]}
    assert used <= held["properties"].keys()
    assert held["properties"]["supplier"]["ru"] == "поставщик"


def test_a_network_without_a_happening_is_drawn_all_the_same() -> None:
    with Store.memory() as store:
        store.put(article("a", record("Tenure", holder="Awa Diop", title="ministre", country="Maroc")))
        held = data(build(store))
    assert held["happenings"] == []
    assert [one["property"] for one in held["edges"]] == ["tenure"]


def test_one_node_alone_is_drawn() -> None:
    with Store.memory() as store:
        store.put(article("a", record("Deal", product="tracteurs"), names=["tracteurs"]))
        held = data(build(store))
    assert [one["kind"] for one in held["nodes"]] == ["Deal"]
    assert held["edges"] == []
    json.dumps(held)


def test_labels_in_no_known_language_are_kept_as_they_are() -> None:
    firm = Entity(entity_iri("Company", "Firma"), "Company", ("Firma",))
    text = "Firma baut Traktoren."
    deal = Deal("deal-1", (Span(0, len(text)),), supplier=(firm.iri,), recipient=(firm.iri,))
    with Store.memory() as store:
        store.put(Reading(Article(text, url="https://example.org/de", language="de"), (deal,), (firm,)))
        held = data(build(store, "ru"))
    assert [one["labels"] for one in held["nodes"] if one["kind"] == "Company"] == [{"de": "Firma"}]
