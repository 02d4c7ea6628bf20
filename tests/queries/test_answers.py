"""What each question answers on the built-in article: read against the article itself, sentence by sentence."""

from __future__ import annotations

from collections import Counter

import pytest
from fixtures.asking import ask, seen
from fixtures.builtin import article

from dragoman.graph.store import Store
from dragoman.queries import catalogue

COUNCIL = "Conseil de sécurité de Russie"
PATROUCHEV, HAMMOUCHI, EVTUHOV = "Nikolaï Patrouchev", "Abdellatif Hammouchi", "Victor Evtuhov"
S1, S2, S3, S4 = "La récente visite", "Après les perspectives", "C’est dans ce", "Abdellatif Hammouchi a"
S5, S6, S7, S8 = "Un communiqué du", "La même source", "parallèlement, le vice", "La production de"
S9, S10 = "Victor Evtuhov a", "Enfin, le ministre"
KAMAZ, SUPERJET = "usine de fabrication de camions de type Kamaz", "Sukhoi Superjet 100"
MS21, HELICOPTERS = "Irkout MS-21", "hélicoptères russes"


def test_who_met_whom(builtin_store: Store) -> None:
    rows = ask(builtin_store, "who-met-whom")
    met = (HAMMOUCHI, "responsable", PATROUCHEV, "secrétaire général", "2016-04-05", "Kremlin", COUNCIL)
    columns = ("who", "whoAs", "whom", "whomAs", "when", "where", "saidBy", "quotation")
    assert seen(rows, *columns) == [(*met, S4), (*met, S6)]
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


def test_offices_of_one_person(builtin_store: Store) -> None:
    rows = ask(builtin_store, "offices", name=HAMMOUCHI)
    assert Counter(seen(rows, "title", "of", "for", "saidBy")) == {
        ("responsable", "Direction générale de la sûreté nationale", "Maroc", "labass.net"): 2,
        ("responsable", "Direction générale de la surveillance du territoire", "Maroc", "labass.net"): 2,
    }
    assert {r for (r,) in seen(rows, "quotation")} == {S3, S4}
    assert seen(ask(builtin_store, "offices", name="Mohammed VI"), "title", "of", "for") == [("roi", "", "Maroc")]


def test_officeholders_of_an_agency_or_a_country(builtin_store: Store) -> None:
    assert {r["who"] for r in ask(builtin_store, "officeholders")} == {HAMMOUCHI, "Mohammed VI", PATROUCHEV, EVTUHOV}
    assert {r["who"] for r in ask(builtin_store, "officeholders", agency="DGSN")} == {HAMMOUCHI}
    assert {r["who"] for r in ask(builtin_store, "officeholders", country="Russie")} == {PATROUCHEV, EVTUHOV}
    assert ask(builtin_store, "officeholders", agency="DGSN", country="Russie") == []


def test_visits_between_two_countries_in_either_direction(builtin_store: Store) -> None:
    visits = [
        ("Mohammed VI", "Russie", "Moscou", "2016-03-16", "Held", "labass.net", S5),
        (HAMMOUCHI, "Russie", "Moscou", "", "Held", COUNCIL, S5),
    ]
    columns = ("who", "to", "where", "when", "status", "saidBy", "quotation")
    for given in (
        {},
        {"country": "Maroc", "other": "Russie"},
        {"country": "Russie", "other": "Maroc"},
        {"country": "Maroc"},
    ):
        assert seen(ask(builtin_store, "visits", **given), *columns) == visits
    assert ask(builtin_store, "visits", country="Russie", other="France") == []
    assert ask(builtin_store, "visits", other="France") == []
    assert seen(ask(builtin_store, "visits", since="2016-03", until="2016-03"), *columns) == visits[:1]


def test_deals_and_their_statuses(builtin_store: Store) -> None:
    rows = ask(builtin_store, "deals")
    assert Counter(seen(rows, "what", "stands", "from", "to", "quantity", "builtIn", "for", "saidBy")) == {
        (KAMAZ, "Negotiation", "Russie", "Maroc", "", "Maroc", "Afrique", EVTUHOV): 2,
        (SUPERJET, "Proposed", "Russie", "Maroc", "12-20", "", "", EVTUHOV): 1,
        (MS21, "Interest", "Russie", "Maroc", "", "", "", EVTUHOV): 1,
        (HELICOPTERS, "Interest", "Russie", "Maroc", "", "", "", EVTUHOV): 1,
    }
    assert set(seen(rows, "what", "quotation")) >= {
        (KAMAZ, S7),
        (KAMAZ, S8),
        (SUPERJET, S9),
        (MS21, S10),
        (HELICOPTERS, S10),
    }
    assert {r["what"] for r in ask(builtin_store, "deals", status="interest")} == {MS21, HELICOPTERS}
    assert ask(builtin_store, "deals", status="Signed") == []
    assert len(ask(builtin_store, "deals", actor="Maroc")) == 5
    assert ask(builtin_store, "deals", actor=HAMMOUCHI) == []
    assert ask(builtin_store, "deals", since="2016") == [], "no deal is dated, so none lies in a period"


def test_deal_history_of_one_product_and_of_all(builtin_store: Store) -> None:
    assert seen(ask(builtin_store, "deal-history", product=SUPERJET), "published", "stands", "quantity") == [
        ("2016-04-06", "Proposed", "12-20")
    ]
    assert {r["what"] for r in ask(builtin_store, "deal-history", actor="Russie")} == {
        KAMAZ,
        SUPERJET,
        MS21,
        HELICOPTERS,
    }


def test_statements_of_one_speaker(builtin_store: Store) -> None:
    rows = ask(builtin_store, "statements", speaker=EVTUHOV)
    assert Counter(seen(rows, "kind", "quotation")) == {
        ("Announcement", S7): 1, ("Deal", S7): 1, ("Deal", S8): 1, ("Deal", S9): 1, ("Deal", S10): 2,
    }  # fmt: skip
    assert {r["saidBy"] for r in rows} == {EVTUHOV}
    assert Counter(r["kind"] for r in ask(builtin_store, "statements", speaker=COUNCIL)) == {
        "Agreement": 1, "Meeting": 2, "Visit": 1,
    }  # fmt: skip


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


def test_topics_come_with_the_sentence_that_names_them(builtin_store: Store) -> None:
    rows = ask(builtin_store, "topics")
    topics = [
        "lutte contre le terrorisme international",
        "situation sécuritaire au Moyen-Orient",
        "situation sécuritaire en Afrique du Nord",
    ]
    assert seen(rows, "about", "with", "quotation") == [(t, who, S6) for t in topics for who in (HAMMOUCHI, PATROUCHEV)]
    assert len(ask(builtin_store, "topics", participant=PATROUCHEV)) == 6
    assert ask(builtin_store, "topics", participant=EVTUHOV) == []
    assert {r["about"] for r in ask(builtin_store, "topics", subject=topics[1])} == {topics[1]}
    assert ask(builtin_store, "topics", until="2015") == []


def test_agreements(builtin_store: Store) -> None:
    rows = ask(builtin_store, "agreements")
    columns = ("party", "counterparty", "about", "stands", "when", "saidBy", "quotation")
    assert seen(rows, *columns) == [("Maroc", "Russie", "sécuritaire", "Signed", "2016-03-16", COUNCIL, S5)]
    assert "Mohammed VI" in rows[0]["concludedDuring"]
    assert len(ask(builtin_store, "agreements", country="Russie", status="Signed", since="2016-03-16")) == 1
    assert ask(builtin_store, "agreements", country="France") == []
    assert ask(builtin_store, "agreements", status="Expired") == []


def test_what_implements_which_agreement(builtin_store: Store) -> None:
    (row,) = ask(builtin_store, "implements")
    assert HAMMOUCHI in row["what"]
    assert "Maroc – Russie" in row["implements"]
    assert seen([row], "saidBy", "quotation") == [(COUNCIL, S5)]
    assert ask(builtin_store, "implements", country="Maroc") == [row]
    assert ask(builtin_store, "implements", country="France") == []


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
    assert seen(ask(builtin_store, "timeline", entity="Mohammed VI"), "when", "happened") == [("2016-03-16", "Visit")]


def test_the_fields_of_cooperation_come_with_the_sentence_that_names_them(builtin_store: Store) -> None:
    rows = ask(builtin_store, "cooperation")
    first = ["économique", "militaire", "politique", "sécuritaire"]
    second = ["pêche", "produits agricoles", "tourisme"]
    assert {(r["party"], r["counterparty"]) for r in rows} == {("Maroc", "Russie")}
    quoted = {r["field"]: r["quotation"] for r in rows}
    assert sorted(quoted) == sorted([*first, *second])
    assert len(rows) == 7
    assert {field for field, words in quoted.items() if words.startswith(S2)} == set(second)
    assert all(field in words for field, words in quoted.items())
    assert seen(ask(builtin_store, "cooperation", subject="tourisme", country="Maroc"), "field") == [("tourisme",)]
    assert ask(builtin_store, "cooperation", country="France") == []


def test_every_fact_of_one_article_rests_on_one_source(builtin_store: Store) -> None:
    rows = ask(builtin_store, "single-source")
    assert len({row["record"] for row in rows}) == 15
    assert {row["saidBy"] for row in rows} == {"labass.net", EVTUHOV, COUNCIL}
    assert {row["fact"] for row in ask(builtin_store, "single-source", kind="Deal")} == {"Deal"}


def test_one_article_does_not_disagree_with_itself(builtin_store: Store) -> None:
    assert ask(builtin_store, "disagreements") == []


def test_the_visit_without_a_date_is_found(builtin_store: Store) -> None:
    (row,) = ask(builtin_store, "undated")
    assert HAMMOUCHI in row["what"]
    assert seen([row], "event", "saidBy", "quotation") == [("Visit", COUNCIL, S5)]
    assert ask(builtin_store, "undated", kind="Visit") == [row]
    assert ask(builtin_store, "undated", kind="Meeting") == []


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


def test_actors_ranked_by_happenings(builtin_store: Store) -> None:
    assert seen(ask(builtin_store, "actors"), "who", "kind", "happenings") == [
        ("Russie", "Country", "8"), ("Maroc", "Country", "6"), (HAMMOUCHI, "Person", "2"),
        ("Mohammed VI", "Person", "1"), (PATROUCHEV, "Person", "1"), (EVTUHOV, "Person", "1"),
    ]  # fmt: skip
    assert seen(ask(builtin_store, "actors", minimum="2", **{"class": "person"}), "who") == [(HAMMOUCHI,)]


def test_sources_ranked_by_what_they_state(builtin_store: Store) -> None:
    assert seen(ask(builtin_store, "sources"), "who", "ownVoice", "happenings") == [
        ("labass.net", "true", "8"), (EVTUHOV, "false", "4"), (COUNCIL, "false", "3"),
    ]  # fmt: skip
    assert len(ask(builtin_store, "sources", minimum="4")) == 2


def test_spellings_count_the_words_that_stand_for_somebody(builtin_store: Store) -> None:
    rows = seen(ask(builtin_store, "spellings", entity=HAMMOUCHI), "words", "mentions", "articles")
    assert {words for words, _, _ in rows} == {HAMMOUCHI, "responsable marocain"}
    for words, mentions, articles in rows:
        assert 1 <= int(mentions) <= article().text.count(words)
        assert articles == "1"


def test_names_in_every_language(builtin_store: Store) -> None:
    rows = ask(builtin_store, "names", entity="Russie")
    main = {row["language"]: row["name"] for row in rows if row["main"] == "true"}
    assert main == {"fr": "Russie", "en": "Russia", "ru": "Россия", "ar": "روسيا"}
    assert {row["kind"] for row in ask(builtin_store, "names", **{"class": "Agency"})} == {"Agency"}


def test_what_joins_two_actors(builtin_store: Store) -> None:
    rows = ask(builtin_store, "between", one="Maroc", other="Russie")
    assert Counter(kind for kind, _ in {(r["kind"], r["record"]) for r in rows}) == {
        "Agreement": 1,
        "Cooperation": 1,
        "Deal": 4,
    }
    assert seen(ask(builtin_store, "between", one=PATROUCHEV, other=HAMMOUCHI), "kind", "quotation") == [
        ("Meeting", S4), ("Meeting", S6),
    ]  # fmt: skip
    assert ask(builtin_store, "between", one=EVTUHOV, other=COUNCIL) == []


def test_nothing_in_the_article_is_denied_conditional_or_planned(builtin_store: Store) -> None:
    assert ask(builtin_store, "uncertain") == []
    assert ask(builtin_store, "planned") == []


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
        assert seen(french, column) == seen(russian, column)


def test_names_are_in_the_language_asked_for_or_visibly_in_another(builtin_store: Store) -> None:
    (row,) = ask(builtin_store, "deals", status="Proposed", lang="ar")
    assert (row["from"], row["to"]) == ("روسيا", "المغرب")
    assert row["what"] == SUPERJET, "no Arabic name is known"
