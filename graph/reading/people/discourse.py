"""Keeps track of who has been spoken of while an article is read: who was named last, who is the subject, who holds what.

A sentence's heading is the person of whom its main clause speaks: the grammatical subject where the tree and the order of words agree on
a person, else the first person whom no preposition governs (centering's preference for subjects, Grosz, Joshi & Weinstein 1995).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse

_MEMORY = 60
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(eq=False)
class Sentence:
    """What one sentence says of whom.

    Attributes:
        first, last: its tokens.
        people: who is spoken of, in order.
        heading: of whom its main clause speaks.
        pair: the people who are its subject together.
        thing: the gender of its subject where that is a thing, "" where unknown; None where it is none.
        unknown: what stood for somebody who cannot be told: "description", or the gender of a pronoun.
    """

    first: int
    last: int
    people: list[Draft] = field(default_factory=list)
    heading: Draft | None = None
    pair: list[Draft] = field(default_factory=list)
    thing: str | None = None
    unknown: set[str] = field(default_factory=set)


class Discourse:
    """The people of an article in the order in which it speaks of them."""

    def __init__(self, analysis: Analysis) -> None:
        """Begin before the first sentence, with the offices that stand beside names."""
        self.analysis = analysis
        self.sentences: list[Sentence] = []
        self.last_at: dict[int, int] = {}
        self._recent: dict[int, Draft] = {}
        self._held: dict[int, list[TitleUse]] = {}
        for draft, use in analysis.tenures:
            self._held.setdefault(id(draft), []).append(use)

    @property
    def now(self) -> Sentence:
        """The sentence that is being read."""
        return self.sentences[-1]

    @property
    def before(self) -> Sentence | None:
        """The sentence before, None at the start."""
        return self.sentences[-2] if len(self.sentences) > 1 else None

    def begin(self, first: int, last: int) -> None:
        """Go on to the next sentence."""
        self.sentences.append(Sentence(first, last, thing=_thing(self.analysis, first, last)))

    def note(self, draft: Draft, mention: Mention) -> None:
        """Note that a person is spoken of."""
        if draft.kind != "Person":
            return
        now = self.now
        if draft not in now.people:
            now.people.append(draft)
        self._recent.pop(id(draft), None)
        self._recent[id(draft)] = draft
        self.last_at[id(draft)] = mention.start
        if mention.via in {"clitic", "latter", "dative"}:
            return
        if now.heading is None and not now.pair and not governed(self.analysis, mention.start):
            now.heading = draft

    def held(self, draft: Draft) -> list[TitleUse]:
        """Return the uses of titles that a person bears."""
        return self._held.get(id(draft), [])

    def hold(self, draft: Draft, use: TitleUse) -> None:
        """Give a person a title."""
        self.analysis.tenures.append((draft, use))
        self._held.setdefault(id(draft), []).append(use)

    def recent(self) -> list[Draft]:
        """Return those spoken of last, the latest first: further back nobody is meant without a name."""
        return list(islice(reversed(self._recent.values()), _MEMORY))

    def topic(self) -> Draft | None:
        """Return the person whom the text is speaking of: this sentence's heading, else that of the one before."""
        if self.now.heading:
            return self.now.heading
        return self.before.heading if self.before else None

    def window(self) -> list[Draft]:
        """Return the people of this sentence so far and of the one before, in order."""
        earlier = self.before.people if self.before else []
        return [*earlier, *(d for d in self.now.people if d not in earlier)]


def governed(analysis: Analysis, i: int) -> bool:
    """Whether a preposition governs the noun phrase that begins at token `i`."""
    if i == 0:
        return False
    contracted = analysis.folds[i] in {"du", "au", "aux", "des"}
    return contracted or analysis.doc[i - 1].pos_ == "ADP" or analysis.folds[i - 1] in analysis.terms.prepositions


def _thing(analysis: Analysis, first: int, last: int) -> str | None:
    """Return the gender of the noun, no person's, that is the sentence's subject, "" where unknown; None where a person is."""
    for token in analysis.doc[first:last]:
        if token.dep_ in _SUBJECTS and token.head.dep_ == "ROOT":
            mention = analysis.at(token.i)
            if token.pos_ == "PRON" or (mention and mention.kind in {"Person", "Description", "Pronoun"}):
                return None
            if token.pos_ in {"NOUN", "PROPN"}:
                return "".join(token.morph.get("Gender", [])) or ""
    return None
