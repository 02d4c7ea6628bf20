"""Which statements and which nodes a part of the graph holds."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import pytest
from fixtures.press import article, record

from dragoman.graph.network import build
from dragoman.graph.network.rows import statements
from dragoman.graph.network.selection import around, kept, naming, within
from dragoman.graph.network.statements import Statement
from dragoman.graph.store import Store


@pytest.fixture
def stated() -> Iterator[list[Statement]]:
    with Store.memory() as store:
        store.put(
            article(
                "a",
                record("Visit", visitor="Awa Diop", destination="Maroc", date="2016-03-10"),
                record("Meeting", participant=["Awa Diop", "Ivan Petrov"], date="2016-05"),
                record("Agreement", party=["Maroc", "Russie"]),
                record("Tenure", holder="Awa Diop", title="ministre"),
                record("Tenure", "other", holder="Zoé Roy", title="juge"),
                published="2016-06-01",
            )
        )
        yield statements(store)


@pytest.mark.parametrize(
    ("begin", "end", "kinds"),
    [
        ("2016-03-10", "2016-03-10", {"Visit", "Tenure"}),
        ("2016-05-31", "", {"Meeting", "Tenure"}),
        ("", "2016-05-01", {"Visit", "Meeting", "Tenure"}),
        ("2016-03-11", "2016-04-30", set()),
    ],
)
def test_a_span_of_days_holds_what_may_lie_in_it_and_the_offices_of_whoever_is_in_it(
    stated: list[Statement], begin: str, end: str, kinds: set[str]
) -> None:
    found = within(stated, begin, end)
    assert {one.kind for one in found} == kinds
    assert not [one for one in found if one.first("title") == "juge"]


def test_what_one_article_dates_is_kept_as_others_tell_it_without_a_date() -> None:
    with Store.memory() as store:
        for name, date in (("a", {"date": "2016-03-10"}), ("b", {})):
            told = record("Visit", visitor="Awa Diop", destination="Maroc", place="Rabat", **date)
            store.put(article(name, told, published="2016-03-11"))
        found = statements(store)
    assert len({one.happening for one in found}) == 1
    assert len(within(found, "2016-03-10", "2016-03-10")) == 2


def test_records_are_named_by_their_own_iris_or_their_happenings(stated: list[Statement]) -> None:
    (visit,) = [one for one in stated if one.kind == "Visit"]
    assert naming(stated, {visit.iri}) == naming(stated, {visit.happening}) == [visit]
    assert naming(stated, {"", "https://example.org/else"}) == []


def test_around_a_node_lies_what_so_many_edges_lead_to_whatever_their_direction() -> None:
    line: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    line.add_edges_from([("a", "b"), ("c", "b"), ("c", "d")])
    assert set(around(line, "a", 1)) == {"a", "b"}
    assert set(around(line, "a", 2)) == {"a", "b", "c"}
    assert set(around(line, "d", 9)) == {"a", "b", "c", "d"}
    assert around(line, "a", 2).graph == {"focus": "a", "hops": 2}


def test_what_is_kept_stands_in_the_order_in_which_it_stood(builtin_store: Store) -> None:
    network = build(builtin_store)
    half = [iri for i, iri in enumerate(network) if i % 2]
    part = kept(network, frozenset(half))
    assert list(part) == half
    assert list(part.edges(keys=True)) == [e for e in network.edges(keys=True) if e[0] in part and e[1] in part]


def test_what_is_stated_of_what_is_kept_happened_in_the_part_or_is_an_office_of_somebody_in_it(
    builtin_store: Store,
) -> None:
    network = build(builtin_store)
    (meeting,) = [iri for iri, known in network.nodes(data=True) if known["kind"] == "Meeting"]
    part = around(network, meeting, 1)
    told = {one for _, known in part.nodes(data=True) for one in known["statements"]}
    assert {one.happening for one in told if one.happening} == {meeting}
    offices = [one for one in told if not one.happening]
    assert offices
    assert all(one.first("holder") in part for one in offices)


def test_a_network_of_chosen_statements_holds_them_alone(builtin_store: Store) -> None:
    network = build(builtin_store, only=lambda stated: [one for one in stated if one.kind == "Deal"])
    assert {one.kind for _, known in network.nodes(data=True) for one in known["statements"]} == {"Deal"}
