"""What several articles tell of one happening, taken together: when, how certain, and wherein they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, TypeAlias

from dragoman.graph.network.statements import Statement

COMPARED: Final = (
    "place", "destination", "status", "certainty", "title", "quantityMin", "quantityMax", "amount", "currency", "site",
)  # fmt: skip
"""The properties that articles may give differently, beside when it was; queries/disagreements.rq compares the same."""
WHEN: Final = "date"
FIRMNESS: Final = ("Asserted", "Conditional", "Denied")

Given: TypeAlias = tuple[str, tuple[Statement, ...]]
"""A value, and the statements that give it."""


@dataclass(frozen=True)
class Happening:
    """One thing that happened or is to happen, and all that is stated of it.

    Attributes:
        iri: its IRI.
        kind: the ontology's class.
        statements: what each article states of it, in the order of publication.
        differing: each property that articles give differently, with each value that contradicts another and the
            statements that give it.
    """

    iri: str
    kind: str
    statements: tuple[Statement, ...]
    differing: dict[str, tuple[Given, ...]] = field(hash=False)

    @property
    def earliest(self) -> str:
        """The first day on which any article lets it lie; empty where none gives a day of a known year."""
        return min((one.first("earliest") for one in self.statements if one.first("earliest")), default="")

    @property
    def latest(self) -> str:
        """The last such day."""
        return max((one.first("latest") for one in self.statements if one.first("latest")), default="")

    @property
    def status(self) -> str:
        """The status that the latest statement gives it."""
        return self.statements[-1].status

    @property
    def certainty(self) -> str:
        """The firmest certainty that any statement gives it."""
        return firmest(self.statements)


def happenings(statements: Iterable[Statement]) -> list[Happening]:
    """Return what `statements` tell of, in the order of first publication; offices are no happenings."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.happening:
            told[one.happening].append(one)
    return [Happening(iri, of[-1].kind, tuple(of), differing(of)) for iri, of in told.items()]


def differing(told: Sequence[Statement]) -> dict[str, tuple[Given, ...]]:
    """Return each property that articles give differently, with the values that contradict another and who gives them.

    Values stand in the order in which they were first given.
    """
    found: dict[str, dict[str, Given]] = {}
    for name, one, other in contradictions(told):
        found.setdefault(name, {}).update({one[0]: one, other[0]: other})
    return {name: tuple(sorted(given.values(), key=lambda one: told.index(one[1][0]))) for name, given in found.items()}


def contradictions(told: Sequence[Statement]) -> Iterator[tuple[str, Given, Given]]:
    """Yield each property and two values of it that contradict each other, with the statements that give either.

    Two values do where no article gives both; two times, where moreover one ends before the other begins: March 2016
    and 16 March 2016 do not. A time is one day or two ("2016-03-14/2016-03-16"). queries/disagreements.rq asks the same.
    """
    for name in (WHEN, *COMPARED):
        given = [(value, tuple(those)) for value, those in _given(told, name).items()]
        yield from ((name, *pair) for pair in combinations(given, 2) if _contradict(name, *pair))


def _given(told: Iterable[Statement], name: str) -> dict[str, list[Statement]]:
    given: dict[str, list[Statement]] = defaultdict(list)
    for one in told:
        for value in one.slots.get(name, ()) if name != WHEN else _period(one):
            given[value].append(one)
    return given


def _period(one: Statement) -> tuple[str, ...]:
    days = dict.fromkeys(filter(None, (one.first("earliest"), one.first("latest"))))
    return ("/".join(days),) if days else ()


def _contradict(name: str, one: Given, other: Given) -> bool:
    if {each.source.iri for each in one[1]} & {each.source.iri for each in other[1]}:
        return False
    if name != WHEN:
        return True
    (begin, end), (other_begin, other_end) = ((value[:10], value[-10:]) for value in (one[0], other[0]))
    return end < other_begin or other_end < begin


def firmest(told: Iterable[Statement]) -> str:
    """Return the firmest certainty that any of the statements has."""
    held = {one.certainty for one in told}
    return next((certainty for certainty in FIRMNESS if certainty in held), "Asserted")
