"""Finds what stands over an act: « souhaite | signer | un contrat | pour | l’achat de 12 avions », rung by rung.

From the act outwards each rung is a stage, a paper or a verb that concludes, tells, denies or calls off. To the left it is
the nearest such word that only complements, dates and actors part from the one below; to the right, the participle,
relative clause or verb of which the noun below is the subject. The chain ends at the first word that is none of these.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.deals.adjectives import masculine
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.postmodifiers import Postmodifiers
from dragoman.graph.reading.deals.rungs import Rung

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


class Ladder(Postmodifiers):
    """Climbs from the kernels of one sentence."""

    def rungs(self, kernel: Kernel) -> list[Rung]:
        """Return what stands over a kernel, the nearest first."""
        found: list[Rung] = []
        chunk, lead, last = kernel.chunk, kernel.lead, kernel.last
        finite = kernel.verb is not None and kernel.verb.finite
        if kernel.verb is not None and kernel.verb.tense in {"participle", "gerund"}:
            return []
        if kernel.stage is not None and kernel.stage.name == "option":
            return self._taken(kernel)
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

    def _taken(self, kernel: Kernel) -> list[Rung]:
        """« a levé l’option sur »: only what is done with an option itself tells how far it has come, not the contract’s signing."""
        rungs = [
            self._left(kernel.lead, False, kernel.chunk),
            *(self._right(kernel.chunk, kernel.last) if kernel.chunk else []),
        ]
        return [r for r in rungs if r is not None and r.verb is not None and r.stage is not None]

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
                subject = self.acts.subject_thing(verb) if verb.lemma in self.trade.of("neutral") else None
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
        if thing.amount or thing.sized or (thing.proper and not thing.figure):
            return None, True  # « a sélectionné X pour »: a name that nothing explains is an actor
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
