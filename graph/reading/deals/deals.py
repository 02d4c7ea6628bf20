"""Reads deals: who sells, buys, builds or ships what, to whom, where, and how far it has come.

For each sentence the kernels (`acts`) are found, then what stands over them (`ladder`), which says how far the deal has
come (`stages`) and, with the act itself, who is on which side (`traders`, `sides`). Kernels that speak of one thing in one
sentence are one deal (« trois patrouilleurs construits par X ont été livrés à Y »).
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.clauses.scenes import scene as scene_of
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.actors import Actors
from dragoman.graph.reading.deals.acts import Acts
from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.ladder import Ladder
from dragoman.graph.reading.deals.movements import Told
from dragoman.graph.reading.deals.namings import count_thing, name_thing, origin
from dragoman.graph.reading.deals.parties import is_public
from dragoman.graph.reading.deals.predicates import predicates
from dragoman.graph.reading.deals.products import Product
from dragoman.graph.reading.deals.reprises import Reprise, take_up
from dragoman.graph.reading.deals.rungs import Rung
from dragoman.graph.reading.deals.sides import add_parties, parties
from dragoman.graph.reading.deals.sites import site
from dragoman.graph.reading.deals.stages import rank, told
from dragoman.graph.reading.deals.subjects import Memory, Subjects
from dragoman.graph.reading.deals.sums import give_sums
from dragoman.graph.reading.deals.trade import Trade, trade
from dragoman.graph.reading.deals.traders import Traders
from dragoman.graph.reading.deals.tranches import inherit, inherit_thing, is_volume, told_before
from dragoman.graph.records import Rejection

_DEFINITE = frozenset({"le", "la", "l", "les", "ce", "cet", "cette", "ces"})


def read_deals(analysis: Analysis, dates: Dates, language: str) -> list[Event]:
    """Return the deals that the article tells of, in the order of its text."""
    known = trade(language)
    found: list[Event] = []
    reprises: list[Reprise] = []
    memory = Memory()
    for first, last in analysis.sentences:
        if _speaks_of_trade(analysis, known, first, last):
            sentence = _Sentence(analysis, known, dates, first, last, memory, found)
            made, again = sentence.read()
            found += made
            reprises += again
            memory = Memory(sentence.subjects.first(), sentence.place())
        else:
            memory = _passed_over(analysis, first, last)
    take_up(analysis, found, reprises)
    return found


def _passed_over(analysis: Analysis, first: int, last: int) -> Memory:
    """What a sentence without a word of trade leaves to the next: the actor that opens it."""
    opening = next((m for m in analysis.between(first, min(last, first + 3)) if m.draft), None)
    if opening is None or opening.draft is None or opening.draft.kind not in {"Company", "Country", "Agency"}:
        return Memory()
    return Memory([Actor(opening.draft, *opening.core)])


def _speaks_of_trade(analysis: Analysis, known: Trade, first: int, last: int) -> bool:
    """Whether a sentence has a word of trade at all; most have none, and are not looked at further."""
    for i in range(first, last):
        word, lemma = analysis.folds[i], analysis.lemmas[i]
        if word in known.triggers or lemma in known.triggers:
            return True
    return False


def _key(made: Product) -> tuple[int, int]:
    """What tells the things of one sentence apart: their name, and how many where it is taken up with another figure."""
    return made.head, made.figure.start if made.figure and made.figure.start > made.head else -1


class _Sentence:
    """The deals of one sentence."""

    def __init__(
        self, analysis: Analysis, known: Trade, dates: Dates, first: int, last: int, memory: Memory, told: list[Event]
    ) -> None:
        self.analysis, self.trade, self.first, self.last = analysis, known, first, last
        self.earlier = told
        scene = scene_of(analysis, first, last)
        self.chunks = Chunks(scene, dates, known)
        self.acts = Acts(self.chunks, predicates(scene, known), lambda: self._before(dates))
        self.ladder = Ladder(self.acts)
        actors = Actors(self.chunks)
        self.memory, self.subjects = memory, Subjects(self.acts, actors, memory)
        self.traders = Traders(self.acts, actors, self.subjects)

    def _before(self, dates: Dates) -> Chunks | None:
        """Cut the sentence before, for a pronoun that looks back to it."""
        before = self.analysis.sentence_of(self.first - 1) if self.first > 0 else None
        return Chunks(scene_of(self.analysis, *before), dates, self.trade) if before else None

    def place(self) -> tuple[Draft, int, int] | None:
        """Return the place that the sentence names last."""
        named = [m for m in self.analysis.between(self.first, self.last) if m.kind in {"Place", "Country"}]
        return (named[-1].draft, *named[-1].core) if named and named[-1].draft else None

    def read(self) -> tuple[list[Event], list[Reprise]]:
        """Return the sentence's deals, and what it says of deals told before it."""
        events: dict[tuple[int, int], Event] = {}
        told_by: dict[tuple[int, int], Kernel] = {}
        reprises: list[Reprise] = []
        refused: list[tuple[Kernel, list[Rung]]] = []
        asks = any(t.text == "?" for t in self.analysis.doc[max(self.first, self.last - 2) : self.last])
        for kernel in self.acts.kernels:
            rungs = self.ladder.rungs(kernel)
            said = told(self.chunks, kernel, rungs)
            volume = next((r.figure for r in rungs if r.figure), None)
            if volume is not None and kernel.act is not None:
                kernel.products = [p if p.figure else replace(p, figure=volume) for p in kernel.products]
            name = "+".join(
                [
                    *(r.stage.name if r.stage else r.kind for r in reversed(rungs)),
                    kernel.act.name if kernel.act else kernel.stage.name if kernel.stage else "paper",
                ]
            )
            if asks:
                self._reject(kernel, name, "it is only asked")
                continue
            if not kernel.products:
                again = self._relay(kernel, rungs, said) or self._reprise(kernel, rungs, said)
                reprises += [again] if again else []
                continue
            if said.refused or said.status is None:
                self._reject(kernel, name, said.refused or "nothing says how far it has come")
                refused.append((kernel, rungs))
                continue
            self._deals(kernel, rungs, said, name, events, told_by)
        reprises += self._unfulfilled()
        for kernel, rungs in refused:
            self._parties_of_others(kernel, rungs, events)
        give_sums(self.chunks, {head: event for (head, _), event in sorted(events.items())})
        return [e for _, e in sorted(events.items())], reprises

    def _unfulfilled(self) -> list[Reprise]:
        """« Quant à l’usine que X devait construire, elle ne se fera pas »: what was told of is over."""
        return [
            Reprise(v.head, "Cancelled", withdrawal=True)
            for v in self.acts.verbs
            if v.negated
            and v.tense == "future"
            and v.lemma in self.trade.of("unfulfilled")
            and (v.reflexive or " " in v.lemma)
        ]

    def _parties_of_others(self, kernel: Kernel, rungs: list[Rung], events: dict[tuple[int, int], Event]) -> None:
        """« un contrat : 80 tracteurs à fournir à la Rurale »: an act that tells no stage may still name a party."""
        told_of = [made for made in kernel.products if _key(made) in events]
        if not told_of or (kernel.verb is not None and kernel.verb.negated):
            return
        found = parties(kernel, self.traders.sides(kernel, rungs), None, None, self.trade.of("public_names"))
        for made in told_of:
            add_parties(events[_key(made)], found)

    def _reject(self, kernel: Kernel, name: str, reason: str) -> None:
        if kernel.products:
            self.analysis.rejected.append(Rejection("Deal", self.analysis.span(kernel.lead, kernel.last), name, reason))

    def _relay(self, kernel: Kernel, rungs: list[Rung], said: Told) -> Reprise | None:
        """« a pris le relais en signant un mémorandum avec Y »: the deal told last, with another supplier."""
        verb = next((v for v in self.acts.verbs if v.lemma in self.trade.of("relay") and v.end <= kernel.lead), None)
        if verb is None or not kernel.paper or said.status is None or said.refused:
            return None
        sides = self.traders.sides(kernel, rungs)
        new = self.subjects.of(verb)
        others = [a for a in [*sides.both, *sides.counterpart] if all(a.draft is not b.draft for b in new)]
        return Reprise(kernel.head, said.status, new, relay=others) if new else None

    def _reprise(self, kernel: Kernel, rungs: list[Rung], said: Told) -> Reprise | None:
        """« le contrat a été signé avec X », « s’est retiré »: a paper, an act or a withdrawal that names no thing."""
        if said.status is None or said.refused:
            return None
        sides = self.traders.sides(kernel, rungs)
        actors = [*sides.supplier, *sides.recipient, *sides.agent, *sides.counterpart, *sides.both]
        if (
            kernel.verb is not None
            and kernel.verb.passive
            and kernel.act is not None
            and self.acts.has_pronoun(kernel.verb)
        ):
            return Reprise(kernel.head, said.status, actors)
        if kernel.verb is not None:
            withdraws = kernel.stage is not None and kernel.stage.status == "Cancelled"
            return Reprise(kernel.head, said.status, actors, True) if withdraws else None
        thing = kernel.chunk.thing if kernel.chunk else None
        apposed = self.analysis.doc[kernel.lead - 1].text == "," and kernel.stage is not None
        definite = thing is not None and (apposed or thing.determiner in _DEFINITE or (kernel.paper and bool(actors)))
        same = thing is not None and thing.determiner not in _DEFINITE and not apposed
        moved = any(
            r.kind in {"concluding", "happened"}
            or (r.stage and r.stage.status in {"Signed", "Delivered", "Cancelled", "Agreed"})
            for r in rungs
        )
        if not (definite and moved) or rank(said.status) < rank("Agreed"):
            return None
        return Reprise(kernel.head, said.status, actors, said.status == "Cancelled", same=same)

    def _deals(
        self,
        kernel: Kernel,
        rungs: list[Rung],
        said: Told,
        name: str,
        events: dict[tuple[int, int], Event],
        told_by: dict[tuple[int, int], Kernel],
    ) -> None:
        sides = self.traders.sides(kernel, rungs)
        stages = [s for s in (kernel.stage, *(r.stage for r in rungs)) if s]
        mutual = any(s.status == "Negotiation" or s.name in {"agrees", "reaches"} for s in stages)
        owned = any(s.name == "calls-off" for s in stages) or any(
            r.verb and r.verb.lemma in {"approuver", "valider", "avaliser", "autoriser"} for r in rungs
        )
        for made in kernel.products:
            where = site(self.acts, kernel, made, self.memory.place) if self._built(kernel, made) else None
            if (
                where
                and kernel.act is None
                and made.named
                and kernel.stage
                and kernel.stage.name in {"covets", "is-ready", "opts", "calls-off"}
                and where[1:] == made.named
            ):
                where = None  # « lorgne le port de Lamo »: it stands already
            home = (where[0].iri if where[0].kind == "Country" else where[0].country) if where else None
            home_made = origin(self.analysis, made)
            found = parties(
                kernel,
                sides,
                home,
                home_made[0] if home_made else None,
                self.trade.of("public_names"),
                self.acts.is_plant(made),
                mutual,
                owned,
            )
            public = [r for r in rungs if r.kind == "paper" and not r.commercial] or (
                kernel.paper and not self.acts.commercial(kernel)
            )
            actors = [*found.suppliers, *found.recipients]
            joined = len(actors) + bool(home_made) > 1 or (actors and kernel.act is None)
            if public and joined and all(is_public(a) for a in actors):
                self._reject(kernel, name, "a paper between states is an agreement")
                continue
            event = events.get(_key(made)) or Event(
                "Deal", name, kernel.head, kernel.end, {(self.first, self.last)}, head=self.analysis.lemmas[kernel.head]
            )
            told = [*self.earlier, *events.values()]
            before = told_before(self.analysis, self.trade, made, told, (self.first, self.last))
            volume = is_volume(self.analysis, self.trade, made)
            if volume and before is None:
                self._reject(kernel, name, "what it is a measure of is not told")
                continue
            if not event.drafts("product"):
                if volume and before is not None:
                    inherit_thing(event, before)
                else:
                    name_thing(self.analysis, event, made)
                count_thing(event, made)
            add_parties(event, found)
            if made.earlier is not None and _key(made.earlier) in events:
                inherit(event, events[_key(made.earlier)])
            if home_made and not event.drafts("supplier"):
                draft = self.analysis.known(home_made[0])
                if draft not in event.drafts("recipient"):
                    event.add("supplier", draft, home_made[1], home_made[2])
            if before is not None and made.figure and (volume or not event.drafts("supplier", "recipient")):
                inherit(event, before)
            if where and not event.drafts("site"):
                event.add("site", *where)
            party = event.drafts("supplier", "recipient")
            if not party and (kernel.act is None or not event.drafts("site")):
                self._reject(kernel, name, "no party and no place is named")
                continue
            if self._raises(kernel, said, event, told_by.get(_key(made))):
                event.status, event.certainty = said.status, said.certainty
                told_by[_key(made)] = kernel
            event.names.append((kernel.lead if kernel.chunk else made.lead, made.end))
            events[_key(made)] = event

    def _raises(self, kernel: Kernel, said: Told, event: Event, before: Kernel | None) -> bool:
        """Whether a telling moves the deal on; « construites par X » says who built what « seront livrées » tells the stage of."""
        if before is not None and kernel.beside != before.beside:
            return before.beside
        return rank(said.status) > rank(event.status)

    def _built(self, kernel: Kernel, made: Product) -> bool:
        if kernel.act is not None:
            return kernel.act.built
        return self.acts.is_plant(made)
