"""Says who supplies whom: agent and counterpart of the act, and what the words over it add to either.

Each act says what its agent is; each rung hands its subject down as the agent (« souhaite acheter »), its object (« a choisi
X pour construire ») or whom it addresses (« a demandé à Y de livrer »). Where a paper only joins two parties, kind and
country tell them apart: a company supplies a public buyer, whoever is at home at the site is the recipient.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.iris import fold
from dragoman.graph.reading.deals.actors import Actor, Actors
from dragoman.graph.reading.deals.acts import Acts, Kernel
from dragoman.graph.reading.deals.chunks import Chunk
from dragoman.graph.reading.deals.ladder import NEUTRAL, Rung
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.subjects import Subjects

_ANSWERS = frozenset({"accepter", "approuver", "valider", "avaliser", "rejeter", "decliner", "agreer", "refuser"})
_AGENTLESS = frozenset({"sortir de terre", "voir le jour"})
_PUBLIC = frozenset({"Country", "Agency", "Organization"})


@dataclass(eq=False)
class Sides:
    """The parties of one deal while they are gathered."""

    agent: list[Actor] = field(default_factory=list)
    counterpart: list[Actor] = field(default_factory=list)
    supplier: list[Actor] = field(default_factory=list)
    recipient: list[Actor] = field(default_factory=list)
    both: list[Actor] = field(default_factory=list)

    def known(self) -> set[int]:
        """Return the entities that have a side already."""
        return {id(a.draft) for some in (self.agent, self.counterpart, self.supplier, self.recipient) for a in some}


class Traders:
    """Gathers the parties of the kernels of one sentence."""

    def __init__(self, acts: Acts, actors: Actors, subjects: Subjects) -> None:
        """Keep the sentence's acts, actors and subjects at hand."""
        self.acts, self.actors, self.subjects, self.analysis = acts, actors, subjects, acts.analysis
        self.chunks, self.scene = acts.chunks, acts.scene
        self._over_offer = False
        self._things = {i for k in acts.kernels for p in k.products for i in range(p.start, p.end)}
        self._things |= {p.lead for k in acts.kernels for p in k.products}

    def sides(self, kernel: Kernel, rungs: list[Rung]) -> Sides:
        """Return the parties of a kernel's deal."""
        sides = Sides()
        self._over_offer = any(r.stage and r.stage.name == "offers" and r.chunk for r in rungs)
        self._own(kernel, sides)
        for rung in rungs:
            if rung.verb is not None:
                self._of_verb(rung, kernel, sides)
            if rung.chunk is not None:
                self._of_noun(rung, sides)
        return sides

    # -- the kernel's own -----------------------------------------------------------------------------------------
    def _own(self, kernel: Kernel, sides: Sides) -> None:
        act, verb = kernel.act, kernel.verb
        built = act.built if act else any(self.acts.is_plant(p) for p in kernel.products)
        roles = act.counterpart if act else ("avec", "aupres") if built else ("avec", "aupres", "a")
        if verb is not None and not built and {"a"} & set(roles):
            sides.counterpart += self.subjects.dative(verb)
        if verb is not None:
            if verb.passive or verb.lemma in _AGENTLESS:
                sides.agent += self._led(verb.end, self.acts.clause_end(verb), {"par"})
            elif "faire" in verb.modals and kernel.act is not None:
                sides.counterpart += self.subject(verb)
            elif verb.finite:
                sides.agent += self.subject(verb)
            start, limit = verb.end, self.acts.clause_end(verb)
        else:
            start, limit = kernel.end, self._reach(kernel)
            sides.agent += self._led(start, limit, {"par"})
            self._adjective(kernel.chunk, sides)
            for chunk in kernel.owner_chunks:
                if act is None or act.agent == "supplier" or "de" not in roles:
                    self._put(sides.agent, chunk, sides)
        counter = self._led(start, limit, set(roles) - {"de", "object"}, built=built)
        if verb is not None and "de" in roles:
            counter += self._origins(start, limit)
        if "object" in roles:
            counter += self._led(start, limit, {""})
        sides.counterpart += [a for a in counter if id(a.draft) not in sides.known()]
        if act is not None and act.built:
            sides.counterpart += [
                a
                for a in self._led(start, limit, {"a"}, built=True)
                if id(a.draft) not in sides.known() and a.draft.kind in {"Company", "Agency", "Organization"}
            ]
        for made in kernel.products:
            for chunk in made.owners:
                self._owner(chunk, kernel, sides)
        sides.both += self._led(start, limit, {"entre"})
        if kernel.paper or act is None:
            sides.both += self._led(start, limit, {"avec"})
            self._pair(kernel.chunk, sides)
        left = self.chunks.before(verb.start, self.scene.first) if verb is not None and verb.finite else []
        for chunk in left:
            if chunk.role in {"aupres", "avec"} or (chunk.role in set(roles) - {"de", "object"} and self._opens(chunk)):
                actors = self.actors.of(chunk) if not (act and act.built and chunk.role == "a") else []
                sides.counterpart += [a for a in actors if id(a.draft) not in sides.known()]

    def _origins(self, start: int, limit: int) -> list[Actor]:
        """« recevra de Moscou 50 locomotives »: an actor behind « de » that belongs to no noun."""
        found: list[Actor] = []
        for chunk in self.chunks.after(start, limit):
            before = self.chunks.at(chunk.lead - 1) if chunk.lead > self.scene.first else None
            owned = before is not None and before.thing is not None and before.end == chunk.lead
            if chunk.role == "de" and chunk.phrase and not owned and chunk.lead not in self._things:
                found += self.actors.of(chunk)
        return found

    def _opens(self, chunk: Chunk) -> bool:
        return chunk.lead <= self.scene.first + 1

    def _owner(self, chunk: Chunk, kernel: Kernel, sides: Sides) -> None:
        """« 300 000 tonnes de blé de Roumanie », « l’usine du groupe X »: whose the thing is, or where it comes from."""
        doer = kernel.act.agent if kernel.act is not None else kernel.stage.direct if kernel.stage is not None else None
        if doer == "recipient":
            self._put(sides.counterpart, chunk, sides)
        elif not sides.agent:
            self._put(sides.agent, chunk, sides)

    def _reach(self, kernel: Kernel) -> int:
        """Where the complements of a noun end: at the next verb that does not belong to them."""
        for verb in self.acts.verbs:
            if verb.start >= kernel.end and (
                verb.finite or (verb.tense == "participle" and verb.start >= kernel.last) or verb.tense == "infinitive"
            ):
                return verb.start
        return self.scene.last

    def _led(self, start: int, limit: int, roles: set[str], built: bool = False) -> list[Actor]:
        """Return the actors of the phrases that one of the roles leads; at a building site a place is no party."""
        found: list[Actor] = []
        previous: Chunk | None = None
        end = start
        for chunk in self.chunks.after(start, limit):
            if chunk.lead in self._things:
                continue
            joined = previous is not None and chunk.role in {previous.role, ""} and self._and(end, chunk, previous.role)
            inside = chunk.role in {"en", "dans"} and "a" in roles
            if inside and chunk.role in roles and not (chunk.phrase and chunk.phrase.mentions[0].kind == "Country"):
                continue
            if (chunk.role in roles or joined) and (chunk.phrase or chunk.thing):
                led = {"par", "avec", "entre", "aupres"} | (
                    set() if built else {"a"}
                )  # at a building site « à X » is a place
                actors = self.actors.of(chunk, company=chunk.role in led or joined)
                if built and chunk.role == "a":
                    actors = [a for a in actors if a.draft.kind in {"Company", "Agency", "Organization"}]
                if not actors and chunk.role not in {"entre", ""}:
                    previous = None
                    continue
                found += [a for a in actors if all(a.draft is not b.draft for b in found)]
                previous, end = chunk, chunk.end
            elif previous is not None and chunk.role != "de":
                previous = None
            else:
                end = chunk.end
        return found

    def _and(self, end: int, other: Chunk, role: str) -> bool:
        between = [w for w in self.analysis.folds[end : other.lead] if w]
        texts = {t.text for t in self.analysis.doc[end : other.lead]}
        return between in (["et"], ["ainsi", "que"]) or (not between and texts == {","} and role == "entre")

    # -- what stands over it --------------------------------------------------------------------------------------
    def _of_verb(self, rung: Rung, kernel: Kernel, sides: Sides) -> None:
        verb = rung.verb
        assert verb is not None
        subject = [] if verb.passive or rung.subject_of else self.subject(verb)
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
        elif rung.kind == "telling":
            said = [a for a in subject or by if a.draft.kind not in {"Outlet"}]
            offered = kernel.stage if kernel.act is None else None
            if offered is not None and offered.direct == "supplier":
                self._other(sides, self._led(start, limit, {"a"}))
            if not sides.agent and not sides.both and not sides.supplier:
                sides.agent += said
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
        if stage.who == "object":
            if verb.passive:
                sides.agent = sides.agent or self.subject(verb)
                self._other(sides, self._led(verb.end, self.acts.clause_end(verb), {"par"}))
            else:
                sides.agent = sides.agent or self._led(verb.end, limit, {""})
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
            return
        offered = (kernel.stage is not None and kernel.stage.name == "offers") or self._over_offer
        if offered and stage.status in {"Agreed", "Cancelled"} and verb.lemma in _ANSWERS:
            self._other(sides, subject)  # « a accepté l’offre chinoise »
        elif not sides.agent and not sides.supplier and not sides.recipient:
            if sides.both or (len(subject) > 1 and kernel.act is None):
                sides.both = [*subject, *sides.both]
            else:
                sides.agent += [a for a in subject if id(a.draft) not in sides.known()]
        else:
            self._other(sides, subject)
        if verb.tense == "participle" and verb.passive and not built:
            self._other(sides, self._led(verb.end, self.acts.clause_end(verb), {"a"}))  # « promises par Séoul à Quito »
        if stage.status == "Cancelled" and kernel.paper:
            self._other(sides, self._led(verb.end, self.acts.clause_end(verb), {"a"}))  # « ont retiré à X le permis »
        if (stage.direct == "supplier" and stage.name == "offers" and not built) or stage.name in {"turns-to"}:
            roles = {"a", "de"} if " " in verb.lemma else {"a"}  # « a mise sur la table de la compagnie »
            self._other(sides, self._led(verb.end, self.acts.clause_end(verb), roles))

    def _beside_adjective(self, rung: Rung) -> list[Actor]:
        """« a dit l’Inde désireuse d’acheter »: the actor right before the adjective."""
        before = self.chunks.at(rung.at - 1)
        inside = before is not None and rung.verb is not None and before.start >= rung.verb.end
        return self.actors.of(before) if before is not None and inside and before.role == "" else []

    def _other(self, sides: Sides, actors: list[Actor]) -> None:
        """Put actors on the other side, unless they are on one already."""
        fresh = [a for a in actors if id(a.draft) not in sides.known()]
        if fresh and not sides.counterpart:
            sides.counterpart += fresh

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
        following = [v.start for v in self.acts.verbs if v.start >= chunk.end and v.finite and v.lemma not in NEUTRAL]
        return min(following, default=self.scene.last)

    def _owners_of(self, chunk: Chunk) -> list[Actor]:
        after = self.chunks.at(chunk.end)
        if after and after.lead == chunk.end and after.role == "de" and (after.phrase or after.thing):
            return self.actors.of(after)
        return []

    def _adjective(self, chunk: Chunk | None, sides: Sides) -> None:
        """« un intérêt marocain », « les livraisons russes »: the nationality of the act or the stage."""
        if chunk is None:
            return
        sides.agent += [a for a in self.actors.adjective(chunk) if id(a.draft) not in sides.known()]

    def _pair(self, chunk: Chunk | None, sides: Sides) -> None:
        if chunk is not None:
            sides.both += self.actors.pair(chunk)

    def _put(self, where: list[Actor], chunk: Chunk, sides: Sides) -> None:
        where += [a for a in self.actors.of(chunk) if id(a.draft) not in sides.known()]

    def subject(self, verb: Predicate) -> list[Actor]:
        """Return the actors that are the verb's subject; for an infinitive those of the verb that governs it."""
        return self.subjects.of(verb)


def is_public(actor: Actor, names: frozenset[str] = frozenset()) -> bool:
    """Whether an actor is a state or one of its bodies, who buys rather than builds: by kind, or by its name."""
    if actor.draft.kind in _PUBLIC:
        return True
    return any(fold(n).startswith(word + " ") for n in actor.draft.names for word in names)
