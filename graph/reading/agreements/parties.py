"""Says between whom an instrument was concluded: states, bodies, or the states for which ministers sign.

« entre l’Italie et l’Algérie », « l’accord algéro-italien », « Rabat et Bruxelles ont paraphé », « signé par les deux
ministres » (their states), « l’Agence X et l’Institut Y concluent » (the two bodies), « le vice-président de l’Agence X et le
ministre Y » (the body and the minister’s state). Papers of companies are deals; whoever is not known is no party.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.graph.iris import fold
from dragoman.graph.reading.agreements.acts import Act, finite, relative
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.seats import seat
from dragoman.graph.reading.analysis import Draft, Mention
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.syntax import subject

_BODIES = frozenset({"Agency", "Organization"})
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
    own = _of_phrase(item)
    told = _of_act(scene, act, item, begin, end) if act is not None else []
    found = _parties(scene, own)
    if len(found) < 2:
        found += [p for p in _parties(scene, told) if p.draft not in [q.draft for q in found]]
    companies = [p for p in found if p.draft.kind == "Company"]
    if companies and not _scholarly(scene, found, companies):
        return Sides((), "a company’s paper is a deal")
    if act is not None and len(found) < 2 and _stranger(scene, act, item, begin, end):
        return Sides((), "who concludes it is no state or body that is known")
    bodies = [p for p in found if p.draft.kind in _BODIES]
    return Sides(tuple(bodies if len(bodies) > 1 and _only_derived(found) else found))


def _only_derived(found: list[Party]) -> bool:
    """Whether states are there only through somebody who signs for a body: the bodies are then the parties."""
    return all(p.basis == "derived" for p in found if p.draft.kind == "Country")


def _scholarly(scene: IndexedScene, found: list[Party], companies: list[Party]) -> bool:
    """« le Centre de l’énergie et Rosatom ont conclu un mémorandum »: a body that trades in nothing, and one company."""
    others = [p for p in found if p not in companies]
    first = [fold(n).split()[0] for p in others for n in p.draft.names[:1]]
    return len(companies) == len(others) == 1 and first[0] in scene.known.scholarly


def _of_phrase(item: Instrument) -> list[Mention]:
    found = [item.pair] if item.pair is not None else []
    for phrase in item.phrases:
        found += phrase.mentions
    return found


def _of_act(scene: IndexedScene, act: Act, item: Instrument, begin: int, end: int) -> list[Mention]:
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
        if begin <= phrase.start < end and phrase.role in roles - {"subject", "object"} and _near(act, phrase):
            found += [m for m in phrase.mentions if m not in found]
    return found or _applying(scene, act, item) or _by_adjective(scene, act, begin)


def _near(act: Act, phrase: Phrase) -> bool:
    """« de » and « à » name a signatory or party only right after the act; a place is no party there."""
    if phrase.role in {"de", "a"}:
        return phrase.start >= act.end and phrase.mentions[0].kind != "Place"
    return True


def _applying(scene: IndexedScene, act: Act, item: Instrument) -> list[Mention]:
    """« Aux termes d’un protocole signé mercredi, A et B se transmettront des informations »: those who apply it."""
    folds = scene.analysis.folds
    if not any(scene.known.terms.at(folds, i) for i in range(max(scene.first, item.start - 3), item.start)):
        return []
    main = next((v for v in scene.verbs if v.start > act.end and finite(v) and not relative(scene, v)), None)
    phrase = scene.clause(main).subject() if main is not None else None
    return list(phrase.mentions) if phrase is not None and len(phrase.mentions) > 1 else []


def _by_adjective(scene: IndexedScene, act: Act, begin: int) -> list[Mention]:
    """« La partie vietnamienne et le gouvernement cubain ont signé »: the states of the adjectives."""
    found = []
    for i in range(begin + 1, act.start):
        mention = scene.mention_at(i)
        if mention is not None and mention.kind == "Adjective" and scene.analysis.folds[i - 1] in scene.known.sides:
            found.append(mention)
    return found


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
    for draft in mention.drafts:
        if draft.kind in _BODIES | {"Country", "Company"}:
            yield Party(draft, *mention.core)
        elif draft.kind == "Place" and draft.stands_for:
            yield Party(seat(analysis, draft) or analysis.known(draft.stands_for), *mention.core)
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
            if agency.kind in _BODIES | {"Company"} and not _governmental(agency):
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
        while j < end and (analysis.doc[j].pos_ == "DET" or not analysis.folds[j]):
            j += 1
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
