"""What the questions about agreements, deals and cooperation answer on the built-in article."""

from __future__ import annotations

from fixtures.asking import ask, named, seen
from fixtures.builtin import COUNCIL, EVTUHOV, HAMMOUCHI, S1, S2, S5, S7, S8, S9, S10

from dragoman.graph.store import Store

KAMAZ, SUPERJET, MS21, HELICOPTERS = "usine", "Sukhoi Superjet 100", "Irkout MS-21", "hélicoptères"
PRODUCTS = (KAMAZ, SUPERJET, MS21, HELICOPTERS)


def products(rows: list[dict[str, str]]) -> list[str]:
    return named(rows, "what", *PRODUCTS)


def test_deals_and_their_statuses(builtin_store: Store) -> None:
    rows = ask(builtin_store, "deals")
    stand = dict(zip(products(rows), seen(rows, "stands", "from", "to", "quantity", "builtIn", "saidBy"), strict=True))
    assert stand == {
        KAMAZ: ("Negotiation", "Russie", "Maroc", "", "Maroc", EVTUHOV),
        SUPERJET: ("Proposed", "Russie", "Maroc", "12-20", "", EVTUHOV),
        MS21: ("Interest", "Russie", "Maroc", "", "", EVTUHOV),
        HELICOPTERS: ("Interest", "Russie", "Maroc", "", "", EVTUHOV),
    }
    assert {row.get("for") for row in rows if KAMAZ in row["what"]} <= {"Afrique", "marchés africains"}
    quoted = set(zip(products(rows), named(rows, "quotation", S7, S8, S9, S10), strict=True))
    assert quoted >= {(KAMAZ, S7), (KAMAZ, S8), (SUPERJET, S9), (MS21, S10), (HELICOPTERS, S10)}


def test_deals_of_a_status_an_actor_or_a_period(builtin_store: Store) -> None:
    assert set(products(ask(builtin_store, "deals", status="interest"))) == {MS21, HELICOPTERS}
    assert ask(builtin_store, "deals", status="Signed") == []
    assert set(products(ask(builtin_store, "deals", actor="Maroc"))) == set(PRODUCTS)
    assert ask(builtin_store, "deals", actor=HAMMOUCHI) == []
    assert ask(builtin_store, "deals", since="2016") == [], "no deal is dated, so none lies in a period"


def test_deal_history_of_one_product_and_of_all(builtin_store: Store) -> None:
    rows = ask(builtin_store, "deal-history", actor="Russie")
    assert set(products(rows)) == set(PRODUCTS)
    (superjet,) = (row for row in rows if SUPERJET in row["what"])
    assert seen([superjet], "published", "stands", "quantity") == [("2016-04-06", "Proposed", "12-20")]
    assert ask(builtin_store, "deal-history", product=superjet["what"]) == [superjet]


def test_agreements(builtin_store: Store) -> None:
    (row,) = ask(builtin_store, "agreements")
    columns = ("party", "counterparty", "stands", "when", "saidBy", "quotation")
    assert seen([row], *columns) == [("Maroc", "Russie", "Signed", "2016-03-16", COUNCIL, S5)]
    assert "sécuri" in row["about"]
    assert "Mohammed VI" in row["concludedDuring"]
    assert len(ask(builtin_store, "agreements", country="Russie", status="Signed", since="2016-03-16")) == 1
    assert ask(builtin_store, "agreements", country="France") == []
    assert ask(builtin_store, "agreements", status="Expired") == []


def test_what_implements_which_agreement(builtin_store: Store) -> None:
    rows = ask(builtin_store, "implements")
    assert len({(row["record"], row["agreement"]) for row in rows}) == 1
    assert all(HAMMOUCHI in row["what"] and "Maroc" in row["implements"] for row in rows)
    assert (COUNCIL, S5) in seen(rows, "saidBy", "quotation")
    assert ask(builtin_store, "implements", country="Maroc") == rows
    assert ask(builtin_store, "implements", country="France") == []


def test_the_fields_of_cooperation_come_with_the_sentence_that_names_them(builtin_store: Store) -> None:
    rows = ask(builtin_store, "cooperation")
    first = ["économique", "militaire", "politique", "sécuritaire"]
    second = ["pêche", "produits agricoles", "tourisme"]
    assert {(r["party"], r["counterparty"]) for r in rows} == {("Maroc", "Russie")}
    assert sorted(seen(rows, "field", "quotation")) == sorted([*((f, S1) for f in first), *((f, S2) for f in second)])
    assert all(row["field"] in row["quotation"] for row in rows)
    assert seen(ask(builtin_store, "cooperation", subject="tourisme", country="Maroc"), "field") == [("tourisme",)]
    assert ask(builtin_store, "cooperation", country="France") == []
