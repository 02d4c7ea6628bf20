"""Compares dates that are said with different precision: what shapes, which compare days with days, cannot.

A month lies after a year only where it lies after all of it: two dates are compared by what both of them say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.ontology.namespaces import expand

_START, _END = expand("dgm:startDate"), expand("dgm:endDate")
_EARLIEST, _LATEST = expand("dgm:earliest"), expand("dgm:latest")
_BACKWARDS: Final = (
    "It ends before it starts.",
    "La fin précède le début.",
)
_APART: Final = (
    "Its dates do not lie between its earliest and its latest day.",
    "Ses dates ne se situent pas entre son jour au plus tôt et son jour au plus tard.",
)
_DAY: Final = len("2016-04-05")


def after(one: str, other: str) -> bool:
    """Whether a date lies after another, as far as both of them say.

    >>> after("2016-05", "2016-04-30"), after("2016-04", "2016-04-01"), after("2016", "2015-12-31")
    (True, False, True)
    >>> after("--04-05", "2016-01-01")
    False
    """
    if one.startswith("-") or other.startswith("-"):
        return False  # without a year it is anywhere
    shared = min(len(one), len(other))
    return one[:shared] > other[:shared]


def disorder(facts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the property and the message in English and French of each pair of dates of a node in the wrong order.

    Pairs of days are left to the shapes.

    Args:
        facts: the node's values by property.
    """
    for start in facts.get(_START, ()):
        if any(_coarse(start, end) and after(start, end) for end in facts.get(_END, ())):
            yield _END, *_BACKWARDS
    for name in (expand("dgm:date"), _START, _END):
        for value in facts.get(name, ()):
            early = any(_coarse(value, day) and after(day, value) for day in facts.get(_EARLIEST, ()))
            late = any(_coarse(value, day) and after(value, day) for day in facts.get(_LATEST, ()))
            if early or late:
                yield name, *_APART


def _coarse(one: str, other: str) -> bool:
    return len(one) != _DAY or len(other) != _DAY
