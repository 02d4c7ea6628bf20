"""Says which rung a word is: a stage, a paper, or a verb that concludes, tells, denies or calls off."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.deals.acts import Acts
from dragoman.graph.reading.deals.adjectives import masculine
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.quantities import Count
from dragoman.graph.reading.deals.trade import Stage


@dataclass(frozen=True, eq=False)
class Rung:
    """One word over an act: what it is, where it stands, and whether the phrase below is its subject."""

    kind: str
    at: int
    lead: int
    end: int
    verb: Predicate | None = None
    chunk: Chunk | None = None
    stage: Stage | None = None
    side: str | None = None
    subject_of: bool = False
    commercial: bool = False
    figure: Count | None = None


class Rungs:
    """What each noun and verb of a sentence is as a rung."""

    def __init__(self, acts: Acts) -> None:
        """Keep the sentence's kernels and verbs at hand."""
        self.acts, self.trade, self.analysis, self.scene = acts, acts.trade, acts.analysis, acts.scene
        self.chunks, self.verbs = acts.chunks, acts.verbs
        self._verb_at = {i: v for v in acts.verbs for i in range(v.start, v.end)}

    def _adjective(self, i: int) -> Rung:
        """« se dit prête à », « prête à fournir, la Russie »: the adjective with the verb that carries it."""
        stage = self.trade.stage_adjectives[masculine(self.analysis.folds[i])]
        verb = next(
            (
                v
                for v in reversed(self.verbs)
                if v.end <= i + 1 and i - v.end <= 5 and v.lemma in self.trade.of("copulas")
            ),
            None,
        )
        return Rung("stage", i, verb.start if verb else i, i + 1, verb, None, stage)

    def noun_rung(self, chunk: Chunk) -> Rung | None:
        """Return the rung that a noun phrase is: a stage, a paper, a signature."""
        thing = chunk.thing
        if thing is None:
            return None
        name = self.chunks.listed(chunk, self.trade.stage_nouns)
        if name:
            return Rung("stage", thing.head, chunk.lead, chunk.end, None, chunk, self.trade.stage_nouns[name])
        commercial = self.chunks.listed(chunk, self.trade.of("commercial"))
        if commercial or self.acts.is_paper(chunk):
            return Rung("paper", thing.head, chunk.lead, chunk.end, None, chunk, commercial=bool(commercial))
        if among(self.analysis, thing.head, self.trade.of("signatures")):
            return Rung("concluding", thing.head, chunk.lead, chunk.end, None, chunk, side="both")
        return None

    def verb_rung(self, verb: Predicate, subject_of: bool = False, below: Chunk | None = None) -> Rung | None:
        """Return the rung that a verb is, or None where it says nothing of how far a deal has come."""
        lemma, trade = verb.lemma, self.trade
        place = (verb.head, verb.start, verb.end, verb, None)
        volume = self._volume(verb) if lemma in trade.of("reaching") else None
        if volume is not None:
            return Rung("reaching", *place, subject_of=subject_of, figure=volume)
        stage = trade.stage_reflexives.get(lemma) if verb.reflexive else None
        if stage is None and lemma in trade.of("scheduled") and (verb.passive or subject_of):
            return Rung("scheduled", *place, subject_of=subject_of)
        if stage is None and lemma == "prevoir" and not verb.passive and self._of_paper(verb):
            return Rung("contents", *place, subject_of=subject_of)
        if lemma == "etre" and verb.negated and self._dead(verb):
            return Rung(
                "stage", *place, next(s for s in self.trade.stages if s.name == "calls-off"), subject_of=subject_of
            )
        if stage is None and lemma in self.trade.of("copulas"):
            stage = self.acts.stage_adjective(verb)
            if stage is None and lemma == "etre" and below is not None and below.role == "en":
                return Rung("telling", *place)
        if (
            stage is None
            and masculine(self.analysis.folds[verb.head]) in trade.stage_adjectives
            and verb.finite | verb.passive is not False
        ):
            stage = trade.stage_adjectives[masculine(self.analysis.folds[verb.head])] if verb.passive else None
        stage = stage or (
            trade.stage_verbs.get(lemma)
            if not (verb.reflexive and lemma in {"retirer", "engager", "tourner", "entendre"})
            else None
        )
        if stage is not None and not (subject_of and stage.who == "other" and not verb.passive):
            return Rung("stage", *place, stage, subject_of=subject_of)  # but « le protocole attend son décret »
        if lemma in trade.concluding:
            return Rung("concluding", *place, side=trade.concluding[lemma], subject_of=subject_of)
        if lemma in trade.of("litotes") and verb.negated:
            return Rung("telling", *place, subject_of=subject_of)
        for kind in ("happened", "moving", "stalled", "denying", "telling", "contents"):
            if lemma in trade.of(kind):
                return Rung(kind, *place, subject_of=subject_of)
        return None

    def _volume(self, verb: Predicate) -> Count | None:
        """« ont atteint 4 millions de tonnes », « portera à 3 milliards de mètres cubes par an ses livraisons »: how much."""
        for chunk in self.chunks.after(verb.end, self.acts.clause_end(verb))[:3]:
            thing = chunk.thing
            if thing and thing.figure and chunk.role in {"", "a"}:
                return thing.figure if among(self.analysis, thing.head, self.trade.of("measures")) else None
        return None

    def _dead(self, verb: Predicate) -> bool:
        """« n’est plus à l’ordre du jour », « n’est plus d’actualité »."""
        said = " ".join(w for w in self.analysis.folds[verb.end : verb.end + 6] if w)
        return "plus" in self.analysis.folds[verb.start : verb.end + 1] and any(
            said.removeprefix("plus ").startswith(d) for d in self.trade.of("dead")
        )

    def _of_paper(self, verb: Predicate) -> bool:
        subject = self.acts.subject_thing(verb)
        return subject is not None and self.acts.is_paper(subject)
