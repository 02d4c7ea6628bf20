"""Says which parties the words over an act add: « souhaite acheter », « a choisi X pour », « l’offre chinoise »."""

from __future__ import annotations

from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.led import Led
from dragoman.graph.reading.deals.parties import Sides
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.rungs import Rung

_ANSWERS = frozenset({"accepter", "approuver", "valider", "avaliser", "rejeter", "decliner", "agreer", "refuser"})


class Governors(Led):
    """The parties that the rungs over a kernel add."""

    def _of_verb(self, rung: Rung, kernel: Kernel, sides: Sides) -> None:
        verb = rung.verb
        assert verb is not None
        is_state = rung.stage is not None and bool(rung.stage.adjectives)  # « est disposé à acheter » is no passive
        subject = [] if (verb.passive and not is_state) or rung.subject_of else self.subject(verb)
        start, limit = verb.end, self.acts.clause_end(verb)
        by = self._led(start, limit, {"par"}) if verb.passive else []
        with_ = self._led(start, limit, {"avec"})
        if rung.kind in {"stage", "telling", "happened"}:
            between = self._led(start, limit, {"entre"})
            sides.both += [a for a in between if all(a.draft is not b.draft for b in sides.both)]
        if rung.kind == "under":
            return
        if rung.kind == "concluding":
            self._concluding(rung, verb, sides, subject, by, with_)
            return
        if rung.kind == "stage" and rung.stage is not None:
            self._staged(rung, verb, kernel, sides, subject or by)
        elif rung.kind in {"telling", "moving", "reaching"}:
            said = [a for a in subject or by if a.draft.kind not in {"Outlet"}]
            offered = kernel.stage if kernel.act is None else None
            if verb.lemma == "recevoir" and (
                self._over_offer or (offered is not None and offered.direct == "supplier")
            ):
                self._other(sides, said)  # « ont reçu quatre offres pour »
                return
            if offered is not None and offered.direct == "supplier":
                self._other(sides, self._led(start, limit, {"a"}))
            if not sides.agent and not sides.both and not sides.supplier:
                sides.agent += said
            elif len(sides.both) == 1 and not sides.known() - {id(a.draft) for a in sides.both}:
                # « X a annoncé la signature d’un contrat avec Y »: whoever announces it is the other who signed
                sides.both += [a for a in said if a.draft is not sides.both[0].draft]
        elif rung.kind in {"scheduled", "happened"} and by and not sides.agent:
            sides.agent += by
        if with_ and rung.kind == "stage" and rung.stage and rung.stage.status in {"Negotiation", "Agreed", "Proposed"}:
            self._other(sides, with_)

    def _staged(self, rung: Rung, verb: Predicate, kernel: Kernel, sides: Sides, subject: list[Actor]) -> None:
        stage = rung.stage
        assert stage is not None
        built = bool(kernel.act and kernel.act.built)
        limit = min(self.acts.clause_end(verb), kernel.head if kernel.head > verb.end else self.scene.last)
        if not built and verb.clitics & {"lui", "leur"}:
            self._other(sides, self.subjects.dative(verb))
        beside = self._beside_adjective(rung) if stage.adjectives else []
        subject = beside or subject
        taken = self._led(verb.end, self.acts.clause_end(verb), {"a"}) if verb.lemma == "retirer" else []
        if taken and subject and (kernel.paper or kernel.act is not None):
            sides.supplier += taken  # « a retiré à X la licence d’exploitation »
            sides.recipient += subject
            return
        if stage.who == "object":
            if verb.passive:
                sides.agent = sides.agent or self.subject(verb)
                self._other(sides, self._led(verb.end, self.acts.clause_end(verb), {"par"}))
            else:
                sides.agent = sides.agent or self._chosen(verb, limit)
                self._other(sides, subject)
            return
        if stage.who == "a":
            addressed = self._led(verb.end, self.acts.clause_end(verb), {"a"})
            if verb.passive:
                sides.agent = sides.agent or addressed
                self._other(sides, self._led(verb.end, self.acts.clause_end(verb), {"par"}))
            else:
                sides.agent = sides.agent or addressed
                self._other(sides, subject)
            return
        if stage.who == "other":
            self._other(sides, subject)
            if not sides.agent and kernel.head > verb.end:
                sides.agent += self._origins(verb.end, kernel.lead)  # « attend de Washington la livraison »
            return
        offered = (kernel.stage is not None and kernel.stage.name == "offers") or self._over_offer
        if offered and stage.status in {"Agreed", "Cancelled"} and verb.lemma in _ANSWERS:
            self._other(sides, subject)  # « a accepté l’offre chinoise »
        elif not sides.agent and not sides.supplier and not sides.recipient:
            if sides.both or (len(subject) > 1 and kernel.act is None):
                sides.both = [*subject, *sides.both]
            else:
                sides.agent += [a for a in subject if id(a.draft) not in sides.known()]
        elif sides.supplier and not sides.recipient and not sides.agent:
            sides.recipient += [a for a in subject if id(a.draft) not in sides.known()]
        else:
            self._other(sides, subject)
        if verb.tense == "participle" and verb.passive and not built:
            self._other(sides, self._led(verb.end, self.acts.clause_end(verb), {"a"}))  # « promises par Oslo à Quito »
        before = any(
            c.role == "a" and c.phrase for c in self.chunks.after(verb.end, kernel.lead)
        )  # « propose au Niger la construction de »: whom it is offered, not where it is to stand
        if (stage.name == "offers" and (not built or before)) or stage.name in {"turns-to"}:
            roles = {"a", "de"} if " " in verb.lemma else {"a"}  # « a mise sur la table de la compagnie »
            self._other(sides, self._led(verb.end, self.acts.clause_end(verb), roles))

    def _chosen(self, verb: Predicate, limit: int) -> list[Actor]:
        """« a sélectionné X pour »: the object, where a name that nothing explains is a company’s."""
        found = self._led(verb.end, limit, {""})
        after = self.chunks.at(verb.end)
        if not found and after is not None and after.role == "" and after.thing and after.thing.proper:
            found = self.actors.of(after, company=True)
        return found

    def _beside_adjective(self, rung: Rung) -> list[Actor]:
        """« a dit la Norvège désireuse d’acheter »: the actor right before the adjective."""
        before = self.chunks.at(rung.at - 1)
        inside = before is not None and rung.verb is not None and before.start >= rung.verb.end
        return self.actors.of(before) if before is not None and inside and before.role == "" else []

    def _concluding(
        self, rung: Rung, verb: Predicate, sides: Sides, subject: list[Actor], by: list[Actor], with_: list[Actor]
    ) -> None:
        limit = self.acts.clause_end(verb)
        if rung.side == "both":
            between = self._led(verb.end, limit, {"entre"})
            sides.both += [
                a for a in [*subject, *by, *with_, *between] if all(a.draft is not b.draft for b in sides.both)
            ]
        elif rung.side == "supplier":
            sides.supplier += subject or by
            sides.recipient += [a for a in self._led(verb.end, limit, {"aupres", "avec"}) if a not in sides.supplier]
        elif self._seen_given(verb):
            sides.supplier += self.subject(verb)
            sides.recipient += self._led(verb.end, limit, {"par"})
        else:
            ordered = verb.lemma in {"passer", "passer commande"}
            sides.recipient += subject or by
            sides.supplier += self._led(verb.end, limit, {"a", "aupres", "avec"} if ordered else {"a"})

    def _seen_given(self, verb: Predicate) -> bool:
        """« s’est vu attribuer »: the subject is given what others give."""
        before = [v for v in self.acts.verbs if v.end <= verb.start]
        return bool(before and before[-1].lemma == "voir" and before[-1].reflexive and verb.start - before[-1].end <= 1)

    def _of_noun(self, rung: Rung, sides: Sides) -> None:
        """« l’offre chinoise », « l’intérêt du Pérou », « un contrat entre A et B », « des discussions avec la Turquie »."""
        chunk = rung.chunk
        assert chunk is not None
        limit = self._noun_limit(chunk)
        between = self._led(chunk.end, limit, {"entre"})
        with_ = self._led(chunk.end, limit, {"avec", "aupres"})
        owners = self._owners_of(chunk)
        if rung.kind in {"paper", "under", "concluding"}:
            sides.both += [a for a in [*owners, *between, *with_] if all(a.draft is not b.draft for b in sides.both)]
            self._pair(chunk, sides)
            return
        self._pair(chunk, sides)
        adjective = self.actors.adjective(chunk)
        own = [*adjective, *owners]
        if own and not sides.agent:
            sides.agent += [a for a in own if id(a.draft) not in sides.known()]
        if between:
            sides.both += between
        if with_:
            self._other(sides, with_)
        if rung.stage is not None and rung.stage.direct == "supplier":
            self._other(sides, self._led(chunk.end, limit, {"a"}))

    def _noun_limit(self, chunk: Chunk) -> int:
        following = [
            v.start
            for v in self.acts.verbs
            if v.start >= chunk.end and v.finite and v.lemma not in self.acts.trade.of("neutral")
        ]
        return min(following, default=self.scene.last)

    def _owners_of(self, chunk: Chunk) -> list[Actor]:
        after = self.chunks.at(chunk.end)
        if after and after.lead == chunk.end and after.role == "de" and (after.phrase or after.thing):
            return self.actors.of(after)
        return []
