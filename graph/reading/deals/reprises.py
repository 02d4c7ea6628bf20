"""Takes up deals told before: « avant d’annuler la commande », « ce contrat a été signé mardi », « le groupe s’est retiré ».

A definite phrase for a paper or an act without its thing, and a withdrawal without one, speak of the deal told last, in the
same sentence or the two before (recency among compatible antecedents: Lappin & Leass 1994). They move it on and may name a
party that was missing; they never move it back, and a party that the deal does not have speaks against them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.stages import rank

_SENTENCES_BACK = 2


@dataclass(frozen=True, eq=False)
class Reprise:
    """What a sentence says of a deal that was told before: where, how far it has come, and who is named with it."""

    at: int
    status: str
    actors: list[Actor] = field(default_factory=list)
    withdrawal: bool = False
    relay: list[Actor] | None = None
    same: bool = False


def take_up(analysis: Analysis, events: list[Event], reprises: list[Reprise]) -> None:
    """Move deals on by what is said of them later."""
    order = {s: i for i, s in enumerate(analysis.sentences)}
    for reprise in reprises:
        sentence = analysis.sentence_of(reprise.at)
        here = order[sentence]
        before = [
            e for e in events
            if e.start < reprise.at and here - max(order.get(s, 0) for s in e.sentences) <= _SENTENCES_BACK
        ]  # fmt: skip
        if reprise.relay is not None:
            events += [_relayed(before[-1], reprise, sentence)] if before else []
            continue
        for event in reversed(before):
            if not _fits(event, reprise):
                continue
            if rank(reprise.status) > rank(event.status):
                event.status = reprise.status
            _name_missing(event, reprise)
            event.sentences.add(sentence)
            break


def _relayed(event: Event, reprise: Reprise, sentence: tuple[int, int]) -> Event:
    """Return a deal about the same thing with those who have taken it over."""
    made = Event(
        "Deal",
        "relay",
        reprise.at,
        reprise.at + 1,
        {*event.sentences, sentence},
        status=reprise.status,
        head=event.head,
    )
    made.fills = [f for f in event.fills if f.slot in {"product", "site", "quantity_min", "quantity_max"}]
    for actor in reprise.actors:
        made.add("supplier", actor.draft, actor.start, actor.end, actor.basis)
    for actor in reprise.relay or []:
        made.add("recipient", actor.draft, actor.start, actor.end, actor.basis)
    return made


def _fits(event: Event, reprise: Reprise) -> bool:
    parties = event.drafts("supplier", "recipient")
    if event.status in {"Cancelled"}:
        return False
    if reprise.same and (
        reprise.at > max(s[1] for s in event.sentences) or not any(a.draft in parties for a in reprise.actors)
    ):
        return False  # « X, qui a signé un contrat »: a new paper is another deal's, unless its signer is named with this one
    strangers = [a for a in reprise.actors if a.draft not in parties]
    if reprise.withdrawal:
        return not reprise.actors or not strangers or not parties
    free = 2 - bool(event.drafts("supplier")) - bool(event.drafts("recipient"))
    return len(strangers) <= free


def _name_missing(event: Event, reprise: Reprise) -> None:
    for actor in reprise.actors:
        if actor.draft in event.drafts("supplier", "recipient"):
            continue
        slot = "recipient" if event.drafts("supplier") else "supplier" if event.drafts("recipient") else None
        if slot and not event.drafts(slot):
            event.add(slot, actor.draft, actor.start, actor.end, actor.basis)
