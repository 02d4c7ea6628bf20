"""What the reader works on: one sentence with its verbs and phrases, and the event that it makes of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.clauses import Clause
from dragoman.graph.reading.clauses.noun_groups import Phrase, phrases
from dragoman.graph.reading.clauses.verb_groups import Verb, verbs
from dragoman.graph.reading.dates.days import When

_DEEPEST = 12


@dataclass(eq=False)
class Fill:
    """One filler of one slot: the value, the tokens that carry it, and whether it was read or derived."""

    slot: str
    value: Draft | str | int
    start: int
    end: int
    basis: str = "read"


@dataclass(eq=False)
class Event:
    """A record in the making; `trigger` and `verb` are the word that told of it and the verb that carries it."""

    kind: str
    frame: str
    start: int
    end: int
    sentences: set[tuple[int, int]]
    fills: list[Fill] = field(default_factory=list)
    status: str | None = None
    certainty: str = "Asserted"
    when: When | None = None
    names: list[tuple[int, int]] = field(default_factory=list)
    stated_by: list[Draft] = field(default_factory=list)
    cues: list[tuple[Draft, tuple[int, int]]] = field(default_factory=list)  # the words that cite each source
    links: list[tuple[str, Event]] = field(default_factory=list)
    head: str = ""
    trigger: int = -1
    verb: Verb | None = None
    also: list[str] = field(default_factory=list)  # the frames that told of it again

    def drafts(self, *slots: str) -> list[Draft]:
        """Return the entities that fill the slots."""
        return [f.value for f in self.fills if f.slot in slots and isinstance(f.value, Draft)]

    def add(self, slot: str, value: Draft | str | int, start: int, end: int, basis: str = "read") -> None:
        """Fill a slot unless it holds the value already."""
        if not any((f.slot == slot and f.value is value) or (f.slot == slot and f.value == value) for f in self.fills):
            self.fills.append(Fill(slot, value, start, end, basis))


class Scene:
    """One sentence with its verbs and phrases."""

    def __init__(self, analysis: Analysis, first: int, last: int) -> None:
        """Read the sentence."""
        self.analysis, self.first, self.last = analysis, first, last
        made = analysis.scenes.get(first)
        self.verbs: list[Verb] = made.verbs if isinstance(made, Scene) else verbs(analysis, first, last)
        self._at = {i: v for v in self.verbs for i in range(v.start, v.end)}

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The sentence's phrases, each with the preposition that leads it."""
        return phrases(self.analysis, self.first, self.last)

    def clause(self, verb: Verb) -> Clause:
        """Return the clause around one of the sentence's verbs."""
        return Clause(self.analysis, verb, self.verbs, self.phrases, self.first, self.last)

    def verb_before(self, i: int) -> Verb | None:
        """Return the last verb that ends before token `i`."""
        found = [v for v in self.verbs if v.end <= i]
        return found[-1] if found else None

    def verbs_between(self, start: int, end: int) -> list[Verb]:
        """Return the verb groups that lie between two tokens."""
        return [v for v in self.verbs if start <= v.start and v.end <= end]

    def verb_at(self, i: int) -> Verb | None:
        """Return the verb group that token `i` is part of."""
        return self._at.get(i)

    def governor(self, i: int) -> Verb | None:
        """Return the verb that the tree hangs token `i` on, finite where there is one above; else the nearest before."""
        token, seen, found = self.analysis.doc[i], 0, None
        while seen < _DEEPEST:
            verb = self._at.get(token.i)
            if verb is not None:
                found = verb
                if not (verb.participle or verb.infinitive):
                    return verb
            if token.head.i == token.i or not self.first <= token.head.i < self.last:
                break
            token, seen = token.head, seen + 1
        return found or self.verb_before(i) or (self.verbs[0] if self.verbs else None)


def scene(analysis: Analysis, first: int, last: int) -> Scene:
    """Return the scene of a sentence, made once; the mentions of people and states must stand by then."""
    if first not in analysis.scenes:
        analysis.scenes[first] = Scene(analysis, first, last)
    made = analysis.scenes[first]
    assert isinstance(made, Scene)
    return made
