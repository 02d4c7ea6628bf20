"""Finds the rungs behind a noun: the participle, relative clause or verb of which it is the subject."""

from __future__ import annotations

from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.rungs import Rung, Rungs


class Postmodifiers(Rungs):
    """The rungs to the right of a noun."""

    def _right(self, chunk: Chunk, last: int) -> list[Rung]:
        """Return the participles, relative clauses and the verb that say something of a noun, in the order of the text."""
        found: list[Rung] = []
        for verb in self.verbs:
            if verb.start < chunk.end:
                continue
            if verb.tense == "participle":
                if self._modifies(verb, chunk, last):
                    rung = self.verb_rung(verb, True)
                    found += [rung] if rung else []
            elif verb.finite and self._relative_of(verb, chunk.end if verb.start < last else last):
                rung = self.verb_rung(verb, self._relative_of(verb, chunk.end if verb.start < last else last) == "qui")
                found += [rung] if rung else []
            elif verb.finite:
                subject = self.acts.subject_thing(verb) if not self._behind_relative(verb) else None
                if subject is not None and subject is chunk:
                    rung = self.verb_rung(verb, True)
                    found += [rung] if rung else []
                    break
        return found

    def _behind_relative(self, verb: Predicate) -> bool:
        return verb.start > self.scene.first and self.analysis.folds[verb.start - 1] in {"qui"}

    def _modifies(self, verb: Predicate, chunk: Chunk, last: int) -> bool:
        head = self.analysis.doc[verb.head].head.i
        if chunk.start <= head < chunk.end:
            return True
        return (
            last <= verb.start
            and self.chunks.at(last - 1) is not None
            and all(self.analysis.texts[i] in {",", "»", ")"} for i in range(last, verb.start))
        )

    def _relative_of(self, verb: Predicate, last: int) -> str | None:
        """« que le constructeur appelle de ses vœux », « qui a été signé »: the pronoun of a relative clause behind the noun."""
        for i in range(verb.start - 1, last - 1, -1):
            if self.analysis.folds[i] in {"que", "qu", "qui"}:
                between = [
                    self.chunks.at(k)
                    for k in range(last, i)
                    if self.analysis.doc[k].text not in {",", "(", ")", "»", "et"}
                ]
                return self.analysis.folds[i] if all(c is not None and c.role != "" for c in between) else None
            if any(v.start <= i < v.end and v.finite for v in self.verbs):
                return None
        return None
