"""Finds the actors that a preposition leads, joins or owns: « par », « avec », « entre A et B », « de Moscou »."""

from __future__ import annotations

from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.actors import Actors
from dragoman.graph.reading.deals.acts import Acts
from dragoman.graph.reading.deals.parties import Sides
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.subjects import Subjects

_SELLING = frozenset({"aupres", "par", "avec", "chez"})


class Led:
    """The actors of a sentence by the prepositions that lead them."""

    def __init__(self, acts: Acts, actors: Actors, subjects: Subjects) -> None:
        """Keep the sentence's acts, actors and subjects at hand."""
        self.acts, self.actors, self.subjects, self.analysis = acts, actors, subjects, acts.analysis
        self.chunks, self.scene = acts.chunks, acts.scene
        self._over_offer = False
        self._buying = False
        self._things = {i for k in acts.kernels for p in k.products for i in range(p.start, p.end)}
        self._things |= {p.lead for k in acts.kernels for p in k.products}

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
        if chunk.lead <= self.scene.first + 1:
            return True
        return self.analysis.folds[chunk.lead - 2 : chunk.lead] == ["c", "est"]  # « C’est à X que le Kenya a acheté »

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
                seller = chunk.role in _SELLING or (chunk.role == "a" and self._buying)
                actors = self._unplaced(chunk) if seller else []
                actors = actors or self.actors.of(chunk, company=chunk.role in led or joined)
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

    def _unplaced(self, chunk: Chunk) -> list[Actor]:
        """« auprès d’Embravia », « commandés à Embravia »: a name that only the model takes for a place sells."""
        mention = chunk.phrase.mentions[0] if chunk.phrase and len(chunk.phrase.mentions) == 1 else None
        draft = mention.draft if mention is not None else None
        if mention is None or draft is None or mention.kind != "Place" or mention.via != "model":
            return []
        if draft.iri or draft.country or draft.stands_for:
            return []
        self.actors.renamed(draft)
        return [Actor(draft, *mention.core)]

    def _and(self, end: int, other: Chunk, role: str) -> bool:
        between = [w for w in self.analysis.folds[end : other.lead] if w]
        texts = {t.text for t in self.analysis.doc[end : other.lead]}
        return between in (["et"], ["ainsi", "que"]) or (not between and texts == {","} and role == "entre")

    def _other(self, sides: Sides, actors: list[Actor]) -> None:
        """Put actors on the other side, unless they are on one already."""
        fresh = [a for a in actors if id(a.draft) not in sides.known()]
        if fresh and not sides.counterpart:
            sides.counterpart += fresh

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
