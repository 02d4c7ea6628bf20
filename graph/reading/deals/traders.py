"""Says who supplies whom: agent and counterpart of the act, and what the words over it add to either.

Each act says what its agent is; each rung hands its subject down as the agent (« souhaite acheter »), its object (« a choisi
X pour construire ») or whom it addresses (« a demandé à Y de livrer »). Where a paper only joins two parties, kind and
country tell them apart: a company supplies a public buyer, whoever is at home at the site is the recipient.
"""

from __future__ import annotations

from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.governors import Governors
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.parties import Sides
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.rungs import Rung

_AGENTLESS = frozenset({"sortir de terre", "voir le jour"})


class Traders(Governors):
    """Gathers the parties of the kernels of one sentence."""

    def sides(self, kernel: Kernel, rungs: list[Rung]) -> Sides:
        """Return the parties of a kernel's deal."""
        sides = Sides()
        self._over_offer = any(r.stage and r.stage.name == "offers" and r.chunk for r in rungs)
        self._buying = kernel.act is not None and kernel.act.agent == "recipient"
        self._own(kernel, sides)
        for rung in rungs:
            if rung.verb is not None:
                self._of_verb(rung, kernel, sides)
            if rung.chunk is not None:
                self._of_noun(rung, sides)
        if kernel.act is not None and kernel.act.firms:
            sides.agent = [a for a in sides.agent if a.draft.kind == "Company"]
        return sides

    def _own(self, kernel: Kernel, sides: Sides) -> None:
        act, verb = kernel.act, kernel.verb
        built = act.built if act else any(self.acts.is_plant(p) for p in kernel.products)
        roles = act.counterpart if act else ("avec", "aupres") if built else ("avec", "aupres", "a")
        if verb is not None and not built and {"a"} & set(roles):
            sides.counterpart += self.subjects.dative(verb) or self.subjects.addressed(verb)
        if verb is not None:
            if verb.passive and kernel.stage is not None and kernel.stage.adjectives:
                sides.agent += self.subject(verb)  # « la Bolivie, intéressée par »
            elif verb.passive or verb.lemma in _AGENTLESS:
                sides.agent += self._led(verb.end, self.acts.clause_end(verb), {"par"})
            elif "faire" in verb.modals and kernel.act is not None:
                sides.counterpart += self.subject(verb)
            elif verb.finite:
                sides.agent += self.subject(verb) or self._carriers(verb)
            start, limit = kernel.reach or (verb.end, self.acts.clause_end(verb))
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
        if not (act and act.built and sides.agent):  # a cable « entre le Portugal et le Brésil » is between places
            sides.both += self._led(start, limit, {"entre"})
        if kernel.paper or act is None:
            sides.both += self._led(start, limit, {"avec"})
            self._pair(kernel.chunk, sides)
        left = self.chunks.before(verb.start, self.scene.first) if verb is not None and verb.finite else []
        for chunk in left:
            if chunk.role in {"aupres", "avec"} or (chunk.role in set(roles) - {"de", "object"} and self._opens(chunk)):
                actors = self.actors.of(chunk) if not (act and act.built and chunk.role == "a") else []
                sides.counterpart += [a for a in actors if id(a.draft) not in sides.known()]

    def _carriers(self, verb: Predicate) -> list[Actor]:
        """« Le projet porté par X prévoit une cimenterie », « Le plan de X prévoit »: whose the subject’s plan is."""
        subject = self.acts.subject_thing(verb)
        if subject is None or not self.chunks.listed(subject, self.acts.trade.stage_nouns):
            return []
        behind = next((v for v in self.acts.verbs if v.start == subject.end and v.passive), None)
        return self._led(behind.end, verb.start, {"par"}) if behind else self._owners_of(subject)

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
