"""What the questions about who said what, and where, answer on the built-in article."""

from __future__ import annotations

from collections import Counter

from fixtures.asking import ask, seen
from fixtures.builtin import COUNCIL, EVTUHOV, PATROUCHEV, S4, S5, S6, S7, S8, S9, S10, article, reading

from dragoman.graph.store import Store


def test_statements_of_one_speaker(builtin_store: Store) -> None:
    rows = ask(builtin_store, "statements", speaker=EVTUHOV)
    assert Counter(kind for kind, _ in {(r["kind"], r["record"]) for r in rows}) == {"Announcement": 1, "Deal": 4}
    assert set(seen(rows, "kind", "quotation")) == {("Announcement", S7), *(("Deal", s) for s in (S7, S8, S9, S10))}
    assert {r["saidBy"] for r in rows} == {EVTUHOV}
    told = ask(builtin_store, "statements", speaker=COUNCIL)
    assert set(seen(told, "kind", "quotation")) >= {("Agreement", S5), ("Visit", S5), ("Meeting", S6)}


def test_evidence_for_one_entity(builtin_store: Store) -> None:
    rows = ask(builtin_store, "evidence", entity=PATROUCHEV)
    assert seen(rows, "role", "saidBy", "quotation") == [
        ("host", COUNCIL, S4),
        ("host", COUNCIL, S6),
        ("holder", "labass.net", S4),
    ]
    assert {r["role"] for r in ask(builtin_store, "evidence", entity=PATROUCHEV, kind="Tenure")} == {"holder"}
    assert {r["role"] for r in ask(builtin_store, "evidence", entity=COUNCIL)} == {"agency", "statedBy"}
    for row in rows:
        begin, end = (int(n) for n in row["passage"].rpartition("=")[2].split(","))
        assert article().text[begin:end] == row["quotation"]


def test_every_fact_of_one_article_rests_on_one_source(builtin_store: Store) -> None:
    rows = ask(builtin_store, "single-source")
    assert {row["record"].rpartition("#")[2] for row in rows} == {record.key for record in reading().records}
    assert {row["saidBy"] for row in rows} == {"labass.net", EVTUHOV, COUNCIL}
    assert {row["fact"] for row in ask(builtin_store, "single-source", kind="Deal")} == {"Deal"}


def test_one_article_does_not_disagree_with_itself(builtin_store: Store) -> None:
    assert ask(builtin_store, "disagreements") == []


def test_the_contribution_of_the_article(builtin_store: Store) -> None:
    rows = ask(builtin_store, "contribution", article=article().title or "")
    kinds = Counter(kind for kind, _ in {(row["kind"], row["record"]) for row in rows})
    assert kinds == {
        "Cooperation": 1,
        "Tenure": 5,
        "Visit": 2,
        "Meeting": 1,
        "Agreement": 1,
        "Announcement": 1,
        "Deal": 4,
    }
    assert {row["alsoElsewhere"] for row in rows} == {"false"}
    assert {row["title"] for row in rows} == {article().title}


def test_the_articles(builtin_store: Store) -> None:
    (row,) = ask(builtin_store, "articles")
    assert seen([row], "published", "title", "by", "happenings", "records") == [
        ("2016-04-06", article().title, "labass.net", "15", "15")
    ]
    assert row["address"] == article().url
    assert ask(builtin_store, "articles", outlet="labass.net", since="2016-04-06", until="2016-04-06") == [row]
    assert ask(builtin_store, "articles", until="2016-04-05") == []
    assert ask(builtin_store, "articles", outlet="Россия 24") == []


def test_sources_ranked_by_what_they_state(builtin_store: Store) -> None:
    rows = ask(builtin_store, "sources")
    assert set(seen(rows, "who", "ownVoice")) == {("labass.net", "true"), (EVTUHOV, "false"), (COUNCIL, "false")}
    stated = [int(row["happenings"]) for row in rows]
    assert stated == sorted(stated, reverse=True)
    assert sum(stated) == len(reading().records)
    assert {row["who"]: row["happenings"] for row in rows}[EVTUHOV] == "4"
    assert all(int(row["happenings"]) >= 5 for row in ask(builtin_store, "sources", minimum="5"))
