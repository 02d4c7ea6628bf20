"""What the questions make of two articles that tell of the same things, alike or not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fixtures.asking import ask, seen
from fixtures.builtin import COUNCIL, HAMMOUCHI, PATROUCHEV, changed, entity, reading, variant

from dragoman.graph.records import Reading
from dragoman.graph.store import Store
from dragoman.queries import catalogue

OTHER = "https://example.org/autre"


def other(
    url: str = OTHER, outlet: str | None = "exemple.ma", title: str | None = "Autre article", **changes: Any
) -> Reading:
    """The reading of a second article in the same words, with the fields of its records changed: key -> fields."""
    return changed(variant(url, outlet=outlet, title=title, published=date(2016, 4, 7)), **changes)


def store(*readings: Reading) -> Store:
    made = Store.memory()
    for one in readings or (reading(), other()):
        made.put(one)
    return made


def test_one_happening_told_twice_counts_once_and_keeps_both_quotations() -> None:
    both = store()
    assert seen(ask(both, "actors"), "who", "happenings", "articles").count((PATROUCHEV, "1", "2")) == 1
    rows = ask(both, "who-met-whom")
    assert len(rows) == 4
    assert {row["article"] for row in rows} == {reading().article.title, "Autre article"}


def test_two_articles_that_quote_one_communique_are_one_source() -> None:
    assert {row["fact"] for row in ask(store(), "single-source", kind="Meeting")} == {"Meeting"}


def test_a_fact_that_a_second_voice_confirms_rests_on_two_sources() -> None:
    both = store(reading(), other(meeting_1={"stated_by": ()}))
    assert ask(both, "single-source", kind="Meeting") == []
    assert {row["saidBy"] for row in ask(both, "who-met-whom")} == {"Conseil de sécurité de Russie", "exemple.ma"}


def test_an_article_s_contribution_says_what_stands_elsewhere_too() -> None:
    rows = ask(store(), "contribution", article="Autre article")
    assert {row["alsoElsewhere"] for row in rows if row["kind"] == "Meeting"} == {"true"}
    assert {row["alsoElsewhere"] for row in rows if row["kind"] == "Deal"} == {"true"}, "though it has no date"
    assert {row["alsoElsewhere"] for row in rows if row["kind"] == "Cooperation"} == {"false"}, "it happens at no time"


def test_articles_that_agree_show_no_disagreement() -> None:
    assert ask(store(), "disagreements") == []


def test_where_articles_differ_both_values_stand_each_with_its_words_and_its_article() -> None:
    both = store(
        changed(reading(), meeting_1={"status": "Held"}),
        other(meeting_1={"place": (entity("Moscou").iri,), "status": "Postponed", "certainty": "Conditional"}),
    )
    rows = ask(both, "disagreements")
    assert {(r["differsIn"], frozenset((r["says"], r["otherSays"]))) for r in rows} == {
        ("place", frozenset(("Kremlin", "Moscou"))),
        ("status", frozenset(("Held", "Postponed"))),
        ("certainty", frozenset(("Asserted", "Conditional"))),
    }
    for row in rows:
        assert {row["article"], row["otherArticle"]} == {reading().article.title, "Autre article"}
        assert {"quotation", "otherQuotation", "saidBy", "otherSaidBy"} <= row.keys()
    assert ask(both, "disagreements", kind="Deal") == []


def test_a_less_precise_date_is_no_disagreement() -> None:
    month = {"date": "2016-04", "earliest": "2016-04-01", "latest": "2016-04-30"}
    assert ask(store(reading(), other(meeting_1=month)), "disagreements") == []


def test_the_history_of_a_deal_is_in_the_order_in_which_the_articles_came_out() -> None:
    dated = {"date": "2016-04", "earliest": "2016-04-01", "latest": "2016-04-30"}
    first = changed(reading(), deal_2=dated)
    signed = other(deal_2=dated | {"status": "Signed", "quantity_min": 12, "quantity_max": 12})
    for order in ((first, signed), (signed, first)):
        rows = ask(store(*order), "deal-history", product=entity("Sukhoi Superjet 100").names[0])
        assert seen(rows, "published", "stands", "quantity") == [
            ("2016-04-06", "Proposed", "12-20"),
            ("2016-04-07", "Signed", "12"),
        ]


def test_what_is_denied_or_planned_is_found_and_says_so_wherever_it_shows() -> None:
    told = store(other(deal_2={"certainty": "Denied"}, visit_2={"status": "Planned", "certainty": "Conditional"}))
    assert set(seen(ask(told, "uncertain"), "certainty", "kind")) == {("Conditional", "Visit"), ("Denied", "Deal")}
    assert seen(ask(told, "uncertain", status="Denied"), "certainty") == [("Denied",)]
    assert set(seen(ask(told, "planned"), "stands", "event", "certainty")) == {("Planned", "Visit", "Conditional")}
    assert ask(told, "planned", status="Cancelled") == []
    assert ask(told, "planned", since="2016") == [], "it is not dated"
    assert seen(ask(told, "deals", status="Proposed"), "certainty") == [("Denied",)]


def test_a_date_without_a_year_is_shown_but_lies_in_no_period_and_after_all_that_have_one() -> None:
    told = store(other(visit_1={"date": "--03-16", "earliest": None, "latest": None}))
    assert len({row["record"] for row in ask(told, "visits") if row.get("when") == "--03-16"}) == 1
    assert ask(told, "visits", since="2016-03") == []
    last = [row for row in ask(told, "timeline") if "earliest" not in row][-1]
    assert last["happened"] == "Visit"
    assert ask(told, "undated", kind="Visit") != []
    assert all("--03-16" not in row.get("when", "") for row in ask(told, "undated"))


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ({"start_date": "2016-03-14", "end_date": "2016-03-16"}, "2016-03-14/2016-03-16"),
        ({"start_date": "2016-03-14"}, "2016-03-14/.."),
        ({"end_date": "2016-03-16"}, "../2016-03-16"),
        ({"date": "2016-03"}, "2016-03"),
        ({}, None),
    ],
)
def test_a_period_is_shown_as_iso_8601_has_it(dates: dict[str, str], shown: str | None) -> None:
    none = {"date": None, "earliest": "2016-03-14" if dates else None, "latest": "2016-03-16" if dates else None}
    told = store(other(visit_1=none | dates))
    assert {row.get("when") for row in ask(told, "visits") if "Mohammed" in row["who"]} == {shown}


def test_an_article_without_title_and_outlet_is_named_by_its_iri() -> None:
    told = store(other(title=None, outlet=None))
    for name in ("offices", "cooperation"):
        rows = ask(told, name, **({"name": HAMMOUCHI} if name == "offices" else {}))
        assert rows
        assert {row["article"] for row in rows} == {row["saidBy"] for row in rows} == set(told.articles())


def test_an_agreement_of_three_parties_is_shown_two_by_two_and_of_one_alone() -> None:
    parties = tuple(entity(name).iri for name in ("Maroc", "Russie", COUNCIL))
    rows = ask(store(other(agreement_1={"party": parties})), "agreements")
    assert len({frozenset((r["party"], r["counterparty"])) for r in rows}) == len(rows) == 3
    (row,) = ask(store(other(agreement_1={"party": parties[:1]})), "agreements")
    assert seen([row], "party", "counterparty") == [("Maroc", "")]
    (row,) = ask(store(other(agreement_1={"party": ()})), "agreements")
    assert "party" not in row
    assert ask(store(other(agreement_1={"party": ()})), "agreements", country="Maroc") == []


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_answer_is_the_same_whatever_was_read_first(name: str) -> None:
    one, two = reading(), other(meeting_1={"place": (entity("Moscou").iri,)}, deal_2={"certainty": "Denied"})
    given = {key: p.example for key, p in catalogue()[name].parameters.items() if p.required and p.example}
    forwards, backwards = ask(store(one, two), name, **given), ask(store(two, one), name, **given)
    assert forwards == backwards
    assert forwards or name in {"planned"}


@pytest.mark.parametrize(
    "name", [n for n, q in catalogue().items() if not any(p.required for p in q.parameters.values())]
)
def test_a_store_with_nothing_read_has_no_answer_and_no_error(name: str) -> None:
    assert ask(Store.memory(), name) == [] or name == "names"
