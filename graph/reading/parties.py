"""Says between whom an instrument was concluded: states, bodies, or the states for which ministers sign.

« entre l’Italie et l’Algérie », « l’accord algéro-italien », « Rabat et Bruxelles ont paraphé », « signé par les deux
ministres » (their states), « l’Agence X et l’Institut Y concluent » (the two bodies). Papers of companies are deals.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.acts import Act
from dragoman.graph.reading.analysis import Draft, Mention
from dragoman.graph.reading.instrument_scenes import InstrumentScene
from dragoman.graph.reading.instruments import Instrument
from dragoman.graph.reading.noun_groups import Phrase

_BODIES = frozenset({"Agency", "Organization"})


@dataclass(frozen=True, eq=False)
class Party:
    """One party with the words that name it."""

    draft: Draft
    start: int
    end: int
    basis: str = "read"


@dataclass(frozen=True, eq=False)
class Sides:
    """Who concluded an instrument, and whether a company did."""

    parties: tuple[Party, ...]
    company: bool = False


def sides(scene: InstrumentScene, act: Act | None, item: Instrument, begin: int, end: int) -> Sides:
    """Return the parties of an instrument as its phrase and the act’s clause (tokens `begin` to `end`) name them."""
    own = _of_phrase(scene, item)
    told = _of_act(scene, act, item, begin, end) if act is not None else []
    company = any(d.kind == "Company" for m in own + told for d in m.drafts)
    found = _parties(scene, own)
    if len(found) < 2:
        found += [p for p in _parties(scene, told) if p.draft not in [q.draft for q in found]]
    bodies = [p for p in found if p.draft.kind in _BODIES]
    return Sides(tuple(bodies if len(bodies) > 1 and _only_derived(found) else found), company)


def _only_derived(found: list[Party]) -> bool:
    """Whether states are there only through somebody who signs for a body: the bodies are then the parties."""
    return all(p.basis == "derived" for p in found if p.draft.kind == "Country")


def _of_phrase(scene: InstrumentScene, item: Instrument) -> list[Mention]:
    found = [item.pair] if item.pair is not None else []
    for phrase in item.phrases:
        found += phrase.mentions
    return found


def _of_act(scene: InstrumentScene, act: Act, item: Instrument, begin: int, end: int) -> list[Mention]:
    """The mentions that the frame’s roles name in the act’s clause."""
    roles = {r for s in act.frame.slots if s.name in {"party", "signatory"} for r in s.roles}
    found: list[Mention] = []
    if "subject" in roles and act.verb is not None:
        phrase = scene.clause(act.verb).subject()
        if phrase is not None and not (item.start <= phrase.start < item.end) and phrase.role in {"", "entre"}:
            found += phrase.mentions
    if "object" in roles and act.verb is not None:
        phrase = scene.clause(act.verb).object()
        if phrase is not None and phrase.role == "":
            found += phrase.mentions
    for phrase in scene.phrases:
        if begin <= phrase.start < end and phrase.role in roles - {"subject", "object"} and _near(scene, act, phrase):
            found += [m for m in phrase.mentions if m not in found]
    return found


def _near(scene: InstrumentScene, act: Act, phrase: Phrase) -> bool:
    """« de » and « à » name a signatory or party only right after the act; a place is no party there."""
    if phrase.role in {"de", "a"}:
        return phrase.start >= act.end and phrase.mentions[0].kind != "Place"
    return True


def _parties(scene: InstrumentScene, mentions: list[Mention]) -> list[Party]:
    found: list[Party] = []
    signing = [m for m in mentions if any(d.kind == "Person" for d in m.drafts)]
    heads = _bodies_of(scene, signing)
    for mention in mentions:
        for draft in mention.drafts:
            party = _party(scene, mention, draft, heads)
            if party is not None and party.draft not in [p.draft for p in found]:
                found.append(party)
    return found


def _party(scene: InstrumentScene, mention: Mention, draft: Draft, heads: dict[Draft, Party]) -> Party | None:
    if draft.kind == "Country" or draft.kind in _BODIES:
        return Party(draft, *mention.core)
    if draft.kind == "Person":
        if draft in heads:
            return heads[draft]
        country = draft.country or mention.country
        return Party(scene.analysis.known(country), *mention.core, "derived") if country else None
    if draft.kind == "Place" and draft.stands_for:
        return Party(scene.analysis.known(draft.stands_for), *mention.core)
    return None


def _bodies_of(scene: InstrumentScene, signing: list[Mention]) -> dict[Draft, Party]:
    """The bodies that signatories head, where each of them heads one and none is a ministry: they are the parties."""
    people = [d for m in signing for d in m.drafts if d.kind == "Person"]
    heads: dict[Draft, Party] = {}
    for draft in people:
        offices = [u for d, u in scene.analysis.tenures if d is draft and not u.former]
        bodies = [
            (a, s, e)
            for u in offices
            if u.scope not in {"royal", "state"}
            for a, s, e in u.agencies
            if a.kind in _BODIES and not a.portfolio and a.kind != "Company"
        ]
        ministry = any(a.portfolio for u in offices for a, _, _ in u.agencies)
        if bodies and not ministry:
            heads[draft] = Party(bodies[0][0], bodies[0][1], bodies[0][2])
    return heads if len(people) > 1 and len(heads) == len(people) else {}
