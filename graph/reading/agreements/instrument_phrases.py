"""What is known of one noun phrase that names an instrument."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Mention
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.dates.days import When


@dataclass(eq=False)
class Instrument:
    """One instrument, or one batch of them, as a noun phrase names it.

    Attributes:
        start, noun, end: the tokens of the phrase, determiner and complements included, and of its noun.
        count: how many, where a number says so.
        plural, definite: whether it is a batch, and whether it is taken as known (« l’accord », « ces textes »).
        weak: whether its noun names an instrument only where it is signed (« un programme »).
        topics: what it is about: tokens and words.
        phrases: actors named in it (« entre X et Y », « maroco-russe »).
        year: a date that its name holds (« l’accord de 2014 »).
        taken_up: whether it is a pronoun (« le premier », « l’un »).
        named: whether it is called after a place (« l’Accord de Paris »), so that nobody knows whose it is.
        further: whether it is one more of a batch (« le second accord », « les autres textes »).
        alike: whether it is about what the one before was about (« celui de 2010 », « un nouveau protocole »).
        barred: why it is no existing instrument (« projet d’accord », « aucun accord »), or "".
        preposition: the word that governs it, or "".
    """

    start: int
    noun: int
    end: int
    lemma: str
    count: int | None = None
    plural: bool = False
    definite: bool = False
    weak: bool = False
    topics: list[tuple[int, int, str]] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    pair: Mention | None = None
    year: When | None = None
    taken_up: bool = False
    alike: bool = False
    named: bool = False
    further: bool = False
    barred: str = ""
    preposition: str = ""

    @property
    def bare(self) -> bool:
        """Whether it says nothing of its own but that it is an instrument."""
        return not self.topics and not self.phrases and self.pair is None and self.year is None
