"""Says between whom an instrument was concluded: states, bodies, or the states for which ministers sign.

« entre l’Italie et l’Algérie », « l’accord algéro-italien », « Rabat et Bruxelles ont paraphé », « signé par les deux
ministres » (their states), « l’Agence X et l’Institut Y concluent » (the two bodies), « le vice-président de l’Agence X et le
ministre Y » (the body and the minister’s state). Papers of companies are deals; whoever is not known is no party.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.graph.iris import fold
from dragoman.graph.reading.agreements.acts import Act
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.seats import seat
from dragoman.graph.reading.agreements.signatories import BODIES, of_act, of_phrase
from dragoman.graph.reading.analysis import Draft, Mention
from dragoman.graph.reading.clauses.syntax import subject

_SIDES = frozenset({"avec", "entre", "par"})


@dataclass(frozen=True, eq=False)
class Party:
    """One party with the words that name it."""

    draft: Draft
    start: int
    end: int
    basis: str = "read"


@dataclass(frozen=True, eq=False)
class Sides:
    """Who concluded an instrument, and why it is no agreement between states or bodies, or ""."""

    parties: tuple[Party, ...]
    barred: str = ""


def sides(scene: IndexedScene, act: Act | None, item: Instrument, begin: int, end: int) -> Sides:
    """Return the parties of an instrument as its phrase and the act’s clause (tokens `begin` to `end`) name them."""
    own = of_phrase(item)
    told = of_act(scene, act, item, begin, end) if act is not None else []
    found = _parties(scene, own)
    if len(found) < 2:
        found += [p for p in _parties(scene, told) if p.draft not in [q.draft for q in found]]
    companies = [p for p in found if p.draft.kind == "Company"]
    if companies and not _scholarly(scene, found, companies):
        return Sides((), "a company’s paper is a deal")
    if act is not None and not act.frame.after and len(found) < 2 and _stranger(scene, act, item, begin, end):
        return Sides((), "who concludes it is no state or body that is known")
    bodies = [p for p in found if p.draft.kind in BODIES]
    return Sides(tuple(bodies if len(bodies) > 1 and _only_derived(found) else found))


def _only_derived(found: list[Party]) -> bool:
    """Whether states are there only through somebody who signs for a body: the bodies are then the parties."""
    return all(p.basis == "derived" for p in found if p.draft.kind == "Country")


def _scholarly(scene: IndexedScene, found: list[Party], companies: list[Party]) -> bool:
    """« le Centre de l’énergie et Rosatom ont conclu un mémorandum »: a body that trades in nothing, and one company."""
    others = [p for p in found if p not in companies]
    first = [fold(n).partition(" ")[0] for p in others for n in p.draft.names[:1]]
    return len(companies) == len(others) == 1 and first[0] in scene.known.scholarly


def _parties(scene: IndexedScene, mentions: Iterable[Mention]) -> list[Party]:
    found: list[Party] = []
    for mention in mentions:
        for party in _of_mention(scene, mention):
            if party.draft not in [p.draft for p in found]:
                found.append(party)
    return found


def _of_mention(scene: IndexedScene, mention: Mention) -> Iterable[Party]:
    analysis = scene.analysis
    if not mention.drafts and mention.kind in {"Description", "Adjective"} and not mention.plural:
        country = mention.country or next((u.country for u in mention.titles if u.country), None)
        if country:
            yield Party(analysis.known(country), *mention.core, "derived")
    if not mention.drafts and mention.kind == "Description" and mention.plural:
        # « les chefs des diplomaties du Kenya et de la Finlande »
        inner = [
            m for m in analysis.mentions if mention.start < m.start and m.end <= mention.end and m.kind == "Country"
        ]
        yield from (Party(m.draft, *m.core) for m in inner if m.draft is not None)
    for draft in mention.drafts:
        if draft.kind in BODIES | {"Country", "Company"}:
            yield Party(draft, *mention.core)
        elif draft.kind == "Place" and draft.stands_for:
            union = seat(analysis, draft)
            state = union or analysis.known(draft.stands_for)
            yield Party(state, *mention.core, "derived" if union is not None else "read")
        elif draft.kind == "Person":
            body = _headed(scene, draft)
            country = draft.country or mention.country
            if body is not None:
                yield body
            elif country:
                yield Party(analysis.known(country), *mention.core, "derived")


def _headed(scene: IndexedScene, draft: Draft) -> Party | None:
    """The body or company for which somebody signs: the one whose office he holds, where it is no part of a government."""
    offices = [u for d, u in scene.analysis.tenures if d is draft and not u.former]
    if any(a.portfolio for u in offices for a, _, _ in u.agencies) or any(u.scope == "royal" for u in offices):
        return None
    for use in offices:
        for agency, start, end in use.agencies:
            if agency.kind in BODIES | {"Company"} and not _governmental(agency):
                return Party(agency, start, end)
    return None


def _governmental(agency: Draft) -> bool:
    words = {w for n in agency.names[:1] for w in fold(n).split()[:1]}
    return bool(
        words
        & {"ministere", "gouvernement", "presidence", "primature", "cabinet", "conseil", "ambassade", "armee", "etat"}
    )


def _stranger(scene: IndexedScene, act: Act, item: Instrument, begin: int, end: int) -> bool:
    """Whether somebody concludes the instrument whom nobody knows: a name that is no mention, « le groupe », « la société »."""
    analysis = scene.analysis
    if act.verb is not None and act.frame.construction == "active" and act.frame.status is not None:
        token = subject(analysis, act.verb)
        if token is not None and not item.start <= token < item.end and _unknown(scene, token):
            return True
    for i in range(begin, end - 1):
        if analysis.folds[i] not in _SIDES or scene.mention_at(i) is not None:
            continue
        j = i + 1
        while (
            j < end
            and (
                analysis.doc[j].pos_ in {"DET", "ADJ"}
                or not analysis.folds[j]
                or analysis.folds[j] in scene.known.empty
            )
            and scene.mention_at(j) is None
        ):
            j += 1
        mention = scene.mention_at(j) if j < end else None
        if mention is not None and any(d.kind == "Company" for d in mention.drafts):
            return True
        if j < end and scene.date_at(j) is None and _unknown(scene, j):
            return True
    return False


def _unknown(scene: IndexedScene, i: int) -> bool:
    """Whether a token begins a name that is no mention, or is a word for a company."""
    token = scene.analysis.doc[i]
    if scene.mention_at(i) is not None:
        return False
    named = token.pos_ == "PROPN" and token.text[:1].isupper()
    return named or scene.analysis.folds[i] in scene.analysis.words.companies
