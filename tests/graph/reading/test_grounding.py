"""No value without words of the record's own evidence that carry it: a name, a number, a date, or what is said to be known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.graph.reading.grounding import grounded
from dragoman.graph.reading.witness import Witness
from dragoman.graph.records import Deal, Ground, Record, Rejection, Span, Tenure

TEXT = "Le Kenya a vendu douze tracteurs au Chili le 3 mai. Il pleut."
KENYA, CHILE, TRACTORS = "id:kenya", "id:chile", "id:tracteurs"


def at(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


WITNESS = Witness(
    TEXT,
    {KENYA: frozenset({"kenya"}), CHILE: frozenset({"chili"}), TRACTORS: frozenset({"tracteurs"})},
    {at("Kenya"): frozenset({KENYA}), at("Chili"): frozenset({CHILE})},
    {at("le 3 mai"): frozenset({"2024-05-03"})},
    {at("douze"): frozenset({12.0})},
)
EVIDENCE = Span(0, TEXT.index(".") + 1)


def deal(field: str, value: object, ground: Ground) -> Record:
    grounds = (Ground("product", TRACTORS, "read", at("tracteurs")), ground)
    many = value if isinstance(value, str) and field in {"supplier", "recipient", "stated_by"} else None
    return replace(Deal("deal-1", (EVIDENCE,), grounds, product=(TRACTORS,)), **{field: (value,) if many else value})


def kept(field: str, value: object, words: str | None, basis: str = "read") -> bool:
    ground = Ground(field, str(value), basis, at(words) if words else None)  # type: ignore[arg-type]
    found = grounded(deal(field, value, ground), WITNESS)
    assert not isinstance(found, Rejection)
    return getattr(found, field) not in ((), None)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("supplier", KENYA, "Kenya"),
        ("quantity_min", 12, "douze"),
        ("date", "2024-05-03", "le 3 mai"),
        ("date_text", "le 3 mai", "le 3 mai"),
    ],
)
def test_a_value_that_its_words_carry_is_kept(field: str, value: object, words: str) -> None:
    assert kept(field, value, words)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("supplier", CHILE, "Kenya"),
        ("quantity_min", 99_999, "Le"),
        ("quantity_min", 13, "douze"),
        ("date", "1999-01-01", "Le"),
        ("date_text", "le 4 mai", "le 3 mai"),
        ("amount", "12", "Il pleut"),
        ("stated_by", KENYA, None),
        ("supplier", KENYA, "Il pleut"),
    ],
)
def test_a_value_that_its_words_do_not_carry_is_dropped(field: str, value: object, words: str | None) -> None:
    assert not kept(field, value, words)


def test_what_is_known_or_derived_says_so_and_stands() -> None:
    assert kept("supplier", KENYA, None, "known")
    assert kept("date", "2024-05-05", "le 3 mai", "derived")


def test_a_name_that_the_evidence_does_not_hold_is_dropped() -> None:
    record = replace(
        deal("supplier", KENYA, Ground("supplier", KENYA, "read", at("Kenya"))),
        names=("douze tracteurs", "vingt chars"),
    )
    found = grounded(record, WITNESS)
    assert not isinstance(found, Rejection)
    assert found.names == ("douze tracteurs",)


def test_days_fall_with_the_date_that_they_follow_from() -> None:
    record = replace(deal("date", "1999-01-01", Ground("date", "1999-01-01", "read", at("Le"))), earliest="1999-01-01")
    found = grounded(record, WITNESS)
    assert not isinstance(found, Rejection)
    assert found.earliest is None


def test_without_its_key_a_record_is_rejected_with_the_reason() -> None:
    found = grounded(Tenure("tenure-1", (EVIDENCE,), (), holder=KENYA), WITNESS)
    assert isinstance(found, Rejection)
    assert "holder" in found.reason
