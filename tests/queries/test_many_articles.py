"""What the questions make of several articles about one thing: shown as one, and where they differ, both values."""

from __future__ import annotations

from itertools import permutations

from fixtures.asking import ask, seen
from fixtures.press import article, record

from dragoman.graph.records import Reading
from dragoman.graph.store import Store

AWA = "Awa Diop"


def store(*readings: Reading) -> Store:
    made = Store.memory()
    for one in readings:
        made.put(one)
    return made


def visit(name: str, published: str, **told: object) -> Reading:
    return article(name, record("Visit", visitor=AWA, destination="Maroc", **told), published=published)


def deal(name: str, published: str | None, **told: object) -> Reading:
    sides = {"supplier": "Russie", "recipient": "Maroc", "product": "hélicoptères"}
    return article(name, record("Deal", **(sides | told)), published=published, names=["hélicoptères", "hélicos"])


HISTORY = (
    deal("wish", "2016-03-18", status="Interest"),
    deal("offer", "2016-04-06", status="Proposed", quantity_min=12, quantity_max=20),
    deal("paper", "2017-10-11", status="Signed", quantity_min=12, quantity_max=12),
    deal("undated", None, status="Negotiation"),
)


def test_a_deal_s_status_through_time_is_a_history_whose_last_state_is_the_current_one() -> None:
    wanted = [
        ("2016-03-18", "Interest", "", "false"),
        ("2016-04-06", "Proposed", "12-20", "false"),
        ("2017-10-11", "Signed", "12", "true"),
        ("", "Negotiation", "", "false"),
    ]
    for order in permutations(HISTORY):
        told = store(*order)
        assert seen(ask(told, "deal-history"), "published", "stands", "quantity", "current") == wanted
        assert seen(ask(told, "deals", status="Signed"), "stands", "superseded") == [("Signed", "false")]
        assert seen(ask(told, "deals", status="Interest"), "stands", "superseded") == [("Interest", "true")]


def test_a_history_is_asked_for_by_whatever_one_of_its_articles_says() -> None:
    told = store(*HISTORY, deal("other", "2018-01-01", product="hélicos", recipient="Tunisie"))
    assert len(ask(told, "deal-history", actor="Maroc")) == 4
    assert len(ask(told, "deal-history", product="hélicos")) == 1


def test_what_is_published_on_no_day_is_current_where_nothing_else_is_told() -> None:
    assert seen(ask(store(HISTORY[3]), "deal-history"), "current") == [("true",)]


def test_days_that_contradict_each_other_both_stand_each_with_its_article() -> None:
    told = store(visit("first", "2016-03-18", date="2016-03-13"), visit("second", "2016-04-06", date="2016-03-16"))
    (row,) = ask(told, "disagreements")
    assert (row["kind"] if "kind" in row else row["fact"], row["differsIn"]) == ("Visit", "date")
    assert {(row["says"], row["published"]), (row["otherSays"], row["otherPublished"])} == {
        ("2016-03-13", "2016-03-18"),
        ("2016-03-16", "2016-04-06"),
    }


def test_numbers_and_statuses_that_differ_both_stand() -> None:
    rows = ask(store(*HISTORY[1:3]), "disagreements", kind="Deal")
    assert {(r["differsIn"], frozenset((r["says"], r["otherSays"]))) for r in rows} == {
        ("quantityMax", frozenset(("20", "12"))),
        ("status", frozenset(("Proposed", "Signed"))),
    }


def test_what_several_articles_tell_of_stands_together_at_its_most_exact_day() -> None:
    told = store(
        visit("vague", "2016-04-01", date="2016-03"),
        visit("exact", "2016-03-18", date="2016-03-13"),
        article("between", record("Visit", visitor="Ben Okri", destination="Maroc", date="2016-03-05")),
    )
    for name in ("visits", "timeline"):
        happenings = [row["happening"] for row in ask(told, name)]
        assert len(happenings) == 3
        assert happenings[0] != happenings[1] == happenings[2]


def test_a_removed_article_leaves_what_the_others_say() -> None:
    told = store(*HISTORY)
    told.remove(HISTORY[2].article.iri)
    assert seen(ask(told, "deal-history"), "stands", "current")[:2] == [("Interest", "false"), ("Proposed", "true")]
