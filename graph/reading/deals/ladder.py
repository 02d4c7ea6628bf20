"""Finds what stands over an act: « souhaite | signer | un contrat | pour | l’achat de 12 avions », rung by rung.

From the act outwards each rung is a stage, a paper or a verb that concludes, tells, denies or calls off. To the left it is
the nearest such word that only complements, dates and actors part from the one below; to the right, the participle,
relative clause or verb of which the noun below is the subject. The chain ends at the first word that is none of these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.graph.reading.deals.acts import Acts, Kernel, masculine
from dragoman.graph.reading.deals.chunks import Chunk, among
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.trade import Stage

_LONGEST = 6
_ASIDE = frozenset(
    [
        "depuis",
        "lors",
        "pendant",
        "time",
        "apres",
        "avant",
        "cadre",
        "a",
        "en",
        "dans",
        "chez",
        "selon",
        "presence",
        "worth",
        "field",
        "par",
        "pres",
        "provenance",
        "exchange",
        "until",
        "avec",
        "malgre",
        "sous",
        "terms",
        "aupres",
        "pour",
        "sur",
        "entre",
    ]
)
_STOPS = frozenset(
    {
        "qui",
        "dont",
        "ou",
        "lequel",
        "laquelle",
        "lesquels",
        "si",
        "quand",
        "lorsque",
        "lorsqu",
        "comme",
        "puisque",
        "alors",
        "tandis",
        "mais",
        "car",
    }
)
NEUTRAL = frozenset(
    {
        "etre",
        "avoir lieu",
        "poursuivre",
        "debuter",
        "commencer",
        "continuer",
        "reprendre",
        "avancer",
        "progresser",
        "porter",
        "demeurer",
        "rester",
    }
)
_COPULAS = frozenset({"etre", "dire", "montrer", "declarer", "sembler", "rester", "demeurer", "affirmer", "juger"})


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


class Ladder:
    """Climbs from the kernels of one sentence."""

    def __init__(self, acts: Acts) -> None:
        """Keep the sentence's kernels and verbs at hand."""
        self.acts, self.trade, self.analysis, self.scene = acts, acts.trade, acts.analysis, acts.scene
        self.chunks, self.verbs = acts.chunks, acts.verbs
        self._verb_at = {i: v for v in acts.verbs for i in range(v.start, v.end)}

    def rungs(self, kernel: Kernel) -> list[Rung]:
        """Return what stands over a kernel, the nearest first."""
        found: list[Rung] = []
        chunk, lead, last = kernel.chunk, kernel.lead, kernel.last
        finite = kernel.verb is not None and kernel.verb.finite
        if kernel.verb is not None and kernel.verb.tense in {"participle", "gerund"}:
            return []
        if kernel.verb is not None:
            found += self._under(kernel)
        while len(found) < _LONGEST:
            if chunk is not None:
                found += [r for r in self._right(chunk, last) if all(r.at != f.at for f in found)]
            rung = self._left(lead, finite, chunk)
            if rung is None or any(rung.at == f.at for f in found):
                break
            found.append(rung)
            chunk, lead = rung.chunk, rung.lead
            last = max(last, rung.end)
            finite = rung.verb is not None and rung.verb.finite
            above = self._subject_noun(rung)
            if above is not None and all(above.at != f.at for f in found):
                found.append(above)
                chunk, lead, finite = above.chunk, above.lead, False
                found += [r for r in self._right(chunk, above.end) if all(r.at != f.at for f in found)] if chunk else []
        return found

    def _subject_noun(self, rung: Rung) -> Rung | None:
        """« un accord a été trouvé pour », « le contrat prévoit la livraison »: the noun that the verb above says it of."""
        if rung.verb is None or not rung.verb.finite or rung.subject_of:
            return None
        subject = self.acts.subject_thing(rung.verb)
        return self.noun_rung(subject) if subject is not None else None

    def _under(self, kernel: Kernel) -> list[Rung]:
        """« Aux termes d’un contrat signé par A, B construira », « s’est assuré 6 000 tonnes, par un contrat décennal »."""
        for chunk in self.chunks.all:
            if (
                chunk.role not in {"terms", "cadre", "par"}
                or not self.acts.is_paper(chunk)
                or chunk.start <= kernel.head < chunk.end
            ):
                continue
            rung = self.noun_rung(chunk)
            if rung is not None:
                return [replace(rung, kind="under"), *self._right(chunk, chunk.end)]
        colon = next(
            (i for i in range(kernel.lead - 1, self.scene.first, -1) if self.analysis.doc[i].text == ":"), None
        )
        for chunk in self.chunks.all:  # « un contrat historique : 1 430 camions seront livrés »
            rung = self.noun_rung(chunk) if colon is not None and chunk.end <= colon else None
            if rung is not None and rung.commercial:
                return [replace(rung, kind="under")]
        for verb in self.verbs:  # « La société a signé : 90 000 tonnes de blé lui seront fournies »
            opens = verb.finite and verb.end <= kernel.lead and verb.lemma == "signer" and not verb.negated
            if opens and verb.end < self.scene.last and self.analysis.doc[verb.end].text == ":":
                return [Rung("under", verb.head, verb.start, verb.end, verb)]
        return []

    # -- leftwards ------------------------------------------------------------------------------------------------
    def _left(self, position: int, finite: bool, below: Chunk | None) -> Rung | None:
        folds, doc = self.analysis.folds, self.analysis.doc
        i, actors, commas, through = position - 1, 0, 0, False
        while i >= self.scene.first:
            if doc[i].text in {";", ":", "?"}:
                return None
            verb = self._verb_at.get(i)
            chunk = self.chunks.at(i) if verb is None else None
            if verb is not None:
                if finite and not through:
                    return None
                rung = self.verb_rung(verb, below=below)
                if rung is not None and not (
                    below
                    and below.role not in {"", "de", "a", "pour", "sur", "par", "dans", "en"}
                    and verb.finite
                    and rung.kind != "stage"
                ):
                    return rung
                if verb.tense in {"participle", "gerund"}:
                    i = verb.start - 1
                    continue
                subject = self.acts.subject_thing(verb) if verb.lemma in NEUTRAL else None
                return self.noun_rung(subject) if subject is not None else None
            if chunk is not None:
                rung, skip = self._chunk_rung(chunk, finite and not through)
                if rung is not None:
                    return rung
                actors += bool(chunk.phrase and chunk.role == "") or bool(chunk.thing and chunk.role == "" and finite)
                if not skip or actors > 1:
                    return None
                i = chunk.lead - 1
                continue
            if folds[i] in {"que", "qu"}:
                if not finite or through:
                    return None
                through = True
            elif folds[i] in _STOPS:
                return None
            elif doc[i].text == ",":
                commas += 1
                if commas > 3:
                    return None
            elif masculine(folds[i]) in self.trade.stage_adjectives and not finite:
                return self._adjective(i)
            i -= 1
        return None

    def _whole(self, chunk: Chunk) -> Chunk | None:
        return self.acts.whole(chunk) if chunk.role == "de" else None

    def _chunk_rung(self, chunk: Chunk, finite: bool) -> tuple[Rung | None, bool]:
        """Return the rung that a chunk is, or None and whether it may be stepped over."""
        thing = chunk.thing
        if thing is None:
            return None, True
        if (
            masculine(self.analysis.folds[thing.head]) in self.trade.stage_adjectives
            and self.analysis.doc[thing.head].pos_ != "NOUN"
        ):
            return self._adjective(thing.head), False
        if finite:
            return None, chunk.role != "" or True
        if thing.amount or thing.sized:
            return None, True
        rung = self.noun_rung(chunk)
        if rung is not None:
            return rung, False
        held = among(self.analysis, thing.head, self.trade.of("holders")) or among(
            self.analysis, thing.head, self.trade.act_nouns
        )
        joined = chunk.lead > self.scene.first and self.analysis.folds[chunk.lead - 1] == "et"
        if held or chunk.role in _ASIDE or joined:
            return None, True
        whole = self._whole(chunk)
        if whole is not None and whole is not chunk:
            outer = self.noun_rung(whole)
            return (outer, False) if outer else (None, whole.role in _ASIDE)
        return None, False

    def _adjective(self, i: int) -> Rung:
        """« se dit prête à », « prête à fournir, la Russie »: the adjective with the verb that carries it."""
        stage = self.trade.stage_adjectives[masculine(self.analysis.folds[i])]
        verb = next(
            (v for v in reversed(self.verbs) if v.end <= i + 1 and i - v.end <= 5 and v.lemma in _COPULAS), None
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
        stage = trade.stage_reflexives.get(lemma) if verb.reflexive else None
        if stage is None and lemma in trade.of("scheduled") and (verb.passive or subject_of):
            return Rung("scheduled", *place, subject_of=subject_of)
        if stage is None and lemma == "prevoir" and not verb.passive and self._of_paper(verb):
            return Rung("contents", *place, subject_of=subject_of)
        if lemma == "etre" and verb.negated and self._dead(verb):
            return Rung(
                "stage", *place, next(s for s in self.trade.stages if s.name == "calls-off"), subject_of=subject_of
            )
        if stage is None and lemma in _COPULAS:
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
        if stage is not None:
            return Rung("stage", *place, stage, subject_of=subject_of)
        if lemma in trade.concluding:
            return Rung("concluding", *place, side=trade.concluding[lemma], subject_of=subject_of)
        if lemma in trade.of("litotes") and verb.negated:
            return Rung("telling", *place, subject_of=subject_of)
        for kind in ("happened", "stalled", "denying", "telling", "contents"):
            if lemma in trade.of(kind):
                return Rung(kind, *place, subject_of=subject_of)
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

    # -- rightwards -----------------------------------------------------------------------------------------------
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
        gap = [t.text for t in self.analysis.doc[last : verb.start]] if last <= verb.start else []
        return (
            last <= verb.start
            and all(t in {",", "»", ")"} for t in gap)
            and self.chunks.at(verb.start - 1 - len(gap)) is not None
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
