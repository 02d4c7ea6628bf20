"""What a sentence is cut into: base phrases, and the things that they name."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.deals.quantities import Count


@dataclass(frozen=True, eq=False)
class Thing:
    """A noun phrase that names no actor: its head, its name without determiner and figure, and its figure.

    Attributes:
        begin, end: the tokens of the name, end exclusive.
        head: the token of the head noun.
        determiner: the folded determiner, or "".
        figure: how many, where it counts the thing; a size (« 235 MW ») is no count.
        sized: the figure is a size or a rate.
        amount: the value and the currency, where the phrase is a sum of money.
        proper: the head is a name.
    """

    begin: int
    end: int
    head: int
    determiner: str = ""
    figure: Count | None = None
    sized: bool = False
    amount: tuple[float, str] | None = None
    proper: bool = False


@dataclass(frozen=True, eq=False)
class Chunk:
    """One base phrase: an actor, a thing or a date, from its preposition (`lead`) to its end."""

    lead: int
    start: int
    end: int
    role: str
    partitive: bool = False
    thing: Thing | None = None
    phrase: Phrase | None = None
