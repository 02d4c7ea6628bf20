"""What the questions about events answer on the built-in article, against the article itself, sentence by sentence."""

from __future__ import annotations

import pytest
from fixtures.asking import ask, named, seen
from fixtures.builtin import COUNCIL, EVTUHOV, HAMMOUCHI, PATROUCHEV, S4, S5, S6, article

from dragoman.graph.store import Store

TOPICS = ("Afrique du Nord", "Moyen-Orient", "terrorisme international")


def test_who_met_whom(builtin_store: Store) -> None:
    rows = ask(builtin_store, "who-met-whom")
    met = (HAMMOUCHI, "responsable", PATROUCHEV, "secrétaire général", "2016-04-05", "Kremlin", COUNCIL)
    columns = ("who", "whoAs", "whom", "whomAs", "when", "where", "saidBy")
    assert set(seen(rows, *columns)) == {met}
    assert set(seen(rows, "quotation")) == {(S4,), (S6,)}
    assert {row["article"] for row in rows} == {article().title}
    assert {row["published"] for row in rows} == {"2016-04-06"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"person": HAMMOUCHI}, [HAMMOUCHI]), ({"person": PATROUCHEV}, [PATROUCHEV]), ({"person": EVTUHOV}, []),
        ({"other": PATROUCHEV}, [HAMMOUCHI]), ({"person": PATROUCHEV, "other": HAMMOUCHI}, [PATROUCHEV]),
        ({"person": PATROUCHEV, "other": EVTUHOV}, []), ({"since": "2016-04-05"}, [HAMMOUCHI]),
        ({"since": "2016-04-06"}, []), ({"until": "2016-04"}, [HAMMOUCHI]), ({"until": "2016-03"}, []),
    ],
)  # fmt: skip
def test_who_met_whom_for_one_person_or_a_period(builtin_store: Store, given: dict[str, str], found: list[str]) -> None:
    assert sorted({row["who"] for row in ask(builtin_store, "who-met-whom", **given)}) == found


def test_visits_between_two_countries_in_either_direction(builtin_store: Store) -> None:
    visits = [("Mohammed VI", "Russie", "Moscou", "2016-03-16"), (HAMMOUCHI, "Russie", "Moscou", "")]
    columns = ("who", "to", "where", "when")
    for given in (
        {},
        {"country": "Maroc", "other": "Russie"},
        {"country": "Russie", "other": "Maroc"},
        {"country": "Maroc"},
    ):
        rows = ask(builtin_store, "visits", **given)
        assert list(dict.fromkeys(seen(rows, *columns))) == visits
        assert {who for who, words in seen(rows, "who", "quotation") if words == S5} == {"Mohammed VI", HAMMOUCHI}
    assert {r["saidBy"] for r in ask(builtin_store, "visits") if r["who"] == HAMMOUCHI} == {COUNCIL}
    assert ask(builtin_store, "visits", country="Russie", other="France") == []
    assert ask(builtin_store, "visits", other="France") == []
    assert set(seen(ask(builtin_store, "visits", since="2016-03", until="2016-03"), *columns)) == set(visits[:1])


def test_topics_come_with_the_sentence_that_names_them(builtin_store: Store) -> None:
    rows = ask(builtin_store, "topics")
    about = list(zip(named(rows, "about", *TOPICS), seen(rows, "with", "quotation"), strict=True))
    told = [(t, (who, S6)) for t in TOPICS for who in (HAMMOUCHI, PATROUCHEV)]
    assert set(told[:4]) <= set(about) <= set(told)
    assert ask(builtin_store, "topics", participant=PATROUCHEV) == rows
    assert ask(builtin_store, "topics", participant=EVTUHOV) == []
    east = "situation sécuritaire au Moyen-Orient"
    assert {r["about"] for r in ask(builtin_store, "topics", subject=east)} == {east}
    assert ask(builtin_store, "topics", until="2015") == []


def test_the_timeline_is_in_order_and_what_has_no_date_comes_last(builtin_store: Store) -> None:
    rows = ask(builtin_store, "timeline")
    dated = [
        ("2016-03-16", "Agreement"),
        ("2016-03-16", "Visit"),
        ("2016-04-05", "Announcement"),
        ("2016-04-05", "Meeting"),
    ]
    assert list(dict.fromkeys(seen(rows, "when", "happened"))) == [*dated, ("", "Deal"), ("", "Visit")]
    assert set(seen(rows, "when", "dateText")) == {("2016-03-16", "le 16 mars"), ("2016-04-05", "mardi"), ("", "")}
    assert {r["happened"] for r in ask(builtin_store, "timeline", kind="Visit")} == {"Visit"}
    assert list(dict.fromkeys(seen(ask(builtin_store, "timeline", since="2016-04"), "happened"))) == [
        ("Announcement",),
        ("Meeting",),
    ]
    assert set(seen(ask(builtin_store, "timeline", entity="Mohammed VI"), "when", "happened")) == {
        ("2016-03-16", "Visit")
    }


def test_the_visit_without_a_date_is_found(builtin_store: Store) -> None:
    rows = ask(builtin_store, "undated")
    assert len({row["record"] for row in rows}) == 1
    assert all(HAMMOUCHI in row["what"] for row in rows)
    assert ("Visit", COUNCIL, S5) in seen(rows, "event", "saidBy", "quotation")
    assert ask(builtin_store, "undated", kind="Visit") == rows
    assert ask(builtin_store, "undated", kind="Meeting") == []


def test_nothing_in_the_article_is_denied_conditional_or_planned(builtin_store: Store) -> None:
    assert ask(builtin_store, "uncertain") == []
    assert ask(builtin_store, "planned") == []
