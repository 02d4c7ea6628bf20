"""Keeps who is cited for which words, and who has spoken so far.

« la même source », « selon ce texte » and « a-t-il ajouté » go back to whoever was heard before; so do the pronoun of a sentence
that somebody else is the subject of, and a quotation that stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis, Draft

_ISSUING = frozenset({"Agency", "Organization", "Outlet", "Source"})  # a firm that is cited is no « même source »
_ACTING = frozenset({"Person", "Pronoun", "Description"})


@dataclass(frozen=True, eq=False)
class Attribution:
    """That what stands between two tokens is said by a source.

    Attributes:
        source: who says it.
        start, end: the tokens that are the source's, end exclusive.
        cue: the tokens of the verb or preposition that says so.
        denied: whether the source says that it is not so.
        first: the first token of the sentence in which the cue stands.
    """

    source: Draft
    start: int
    end: int
    cue: tuple[int, int]
    denied: bool = False
    first: int = 0


@dataclass(eq=False)
class Heard:
    """Who has been heard before the sentence that is being read.

    Attributes:
        told: everybody who was cited, in order, with the sentence in which that was.
        topic: the person of whom the sentence before speaks, where that is told.
    """

    told: list[tuple[Draft, int]] = field(default_factory=list)
    topic: Draft | None = None
    now: int = 0

    def note(self, source: Draft) -> None:
        """Note that somebody is cited in the sentence that is being read."""
        self.told.append((source, self.now))

    @property
    def body(self) -> Draft | None:
        """The source that « la même source » means: the last paper or body, else whoever was last cited."""
        return next((d for d, _ in reversed(self.told) if d.kind in _ISSUING), self.last)

    @property
    def person(self) -> Draft | None:
        """The source that « le même responsable » or « selon lui » means: the last person, else whoever was last cited."""
        return next((d for d, _ in reversed(self.told) if d.kind == "Person"), self.topic or self.last)

    @property
    def last(self) -> Draft | None:
        """Whoever was last cited."""
        return self.told[-1][0] if self.told else None

    def lately(self, within: int = 2) -> Draft | None:
        """Return the person who was heard in the sentences just before, or else of whom the one before speaks."""
        near = (d for d, n in reversed(self.told) if d.kind == "Person" and self.now - n <= within)
        return next(near, self.topic)


def topic(analysis: Analysis, first: int, last: int) -> Draft | None:
    """Return the person whom a sentence speaks of first: the first that no preposition governs."""
    for mention in analysis.between(first, last):
        if mention.kind not in _ACTING or len(mention.drafts) != 1 or mention.drafts[0].kind != "Person":
            continue
        before = analysis.doc[mention.start - 1] if mention.start > first else None
        if before is None or before.pos_ != "ADP":
            return mention.drafts[0]
    return None
