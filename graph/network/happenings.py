"""What several articles tell of one happening, taken together: when, how certain, and wherein they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dragoman.graph.network.statements import Statement

COMPARED: Final = (
    "date", "startDate", "endDate", "place", "status", "certainty", "destination", "site", "quantityMin", "quantityMax",
    "amount", "currency",
)  # fmt: skip
"""The properties of which a happening has one value, so that articles that give two differ."""
FIRMNESS: Final = ("Asserted", "Conditional", "Denied")


@dataclass(frozen=True)
class Happening:
    """One thing that happened or is to happen, and all that is stated of it.

    Attributes:
        iri: its IRI.
        kind: the ontology's class.
        statements: what each article states of it, in the order of publication.
        differing: each property of which articles give different values, with each value and the statements that
            give it.
    """

    iri: str
    kind: str
    statements: tuple[Statement, ...]
    differing: dict[str, tuple[tuple[tuple[str, ...], tuple[Statement, ...]], ...]] = field(hash=False)

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


def differing(told: Iterable[Statement]) -> dict[str, tuple[tuple[tuple[str, ...], tuple[Statement, ...]], ...]]:
    """Return each property of `COMPARED` that several articles give differently, with who gives what."""
    found = {}
    for name in COMPARED:
        given: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for one in told:
            if one.slots.get(name):
                given[one.slots[name]].append(one)
        if len(given) > 1 and len({one.source.iri for those in given.values() for one in those}) > 1:
            found[name] = tuple((values, tuple(those)) for values, those in given.items())
    return found


def firmest(told: Iterable[Statement]) -> str:
    """Return the firmest certainty that any of the statements has."""
    held = {one.certainty for one in told}
    return next((certainty for certainty in FIRMNESS if certainty in held), "Asserted")
