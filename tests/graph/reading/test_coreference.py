"""What is told twice is one record; what merely looks alike stays two."""

from __future__ import annotations

import pytest

from dragoman.graph.reading.analysis import Draft
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.coreference import merge
from dragoman.graph.reading.dates.days import When

A, B, C = (Draft("Person", [name]) for name in ("Aya", "Bo", "Cem"))
OSLO = Draft("Country", ["Norvège"])


def meeting(at: int, *people: Draft, day: str | None = None) -> Event:
    event = Event("Meeting", "test", at, at + 1, {(at, at + 5)}, when=When(at, at + 1, day) if day else None)
    for person in people:
        event.add("participant", person, at, at + 1)
    return event


def visit(at: int, *people: Draft, day: str | None = None, status: str | None = None) -> Event:
    event = Event(
        "Visit", "test", at, at + 1, {(at, at + 5)}, status=status, when=When(at, at + 1, day) if day else None
    )
    for person in people:
        event.add("visitor", person, at, at + 1)
    event.add("destination", OSLO, at, at + 1)
    return event


@pytest.mark.parametrize(
    ("events", "number"),
    [
        ([meeting(0, A, B), meeting(20, A, B)], 1),
        ([meeting(0, A, B, day="2024-05-14"), meeting(20, A, B)], 1),
        ([meeting(0, A, B, day="2024-05-14"), meeting(20, A, B, day="2024-05")], 1),
        ([meeting(0, A, B, day="2024-05-14"), meeting(20, A, B, day="2024-05-15")], 2),
        ([meeting(0, A, B, C), meeting(20, A, B)], 1),
        ([meeting(0, A, B), meeting(20, A, C)], 2),
        ([visit(0, A), visit(20, A)], 1),
        ([visit(0, A, C), visit(20, A)], 1),
        ([visit(0, A), visit(20, B)], 2),
        ([visit(0, A, day="2022-05"), visit(20, A, day="2024-05")], 2),
    ],
)
def test_events_are_one_where_actors_agree_and_nothing_speaks_against_it(events: list[Event], number: int) -> None:
    assert len(merge(events)) == number


def test_the_more_exact_date_stands() -> None:
    (one,) = merge([meeting(0, A, B, day="2024-05"), meeting(20, A, B, day="2024-05-14")])
    assert one.when is not None
    assert one.when.value == "2024-05-14"


def test_the_last_word_on_what_is_to_come_stands() -> None:
    (one,) = merge([visit(0, A, status="Planned"), visit(20, A, status="Cancelled")])
    assert one.status == "Cancelled"
