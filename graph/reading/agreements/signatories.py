"""Finds who is named as concluding an instrument: in its own phrase, or by the roles of the frame in the act’s clause.

« Rabat et Bruxelles ont paraphé », « signé par les deux ministres », « un arrangement qu’ont paraphé en février A et B »,
« M. X avait vu le Centre conclure », « l’Office et son pendant russe, le Rosselkhoznadzor », « celle-ci et l’Office ».
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.acts import Act, finite, relative
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.analysis import Mention
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.verb_groups import Verb

BODIES = frozenset({"Agency", "Organization"})
_APPOSITION = 9


def of_phrase(item: Instrument) -> list[Mention]:
    """Return the mentions that the instrument’s phrase names: « entre X et Y », « maroco-russe »."""
    found = [item.pair] if item.pair is not None else []
    for phrase in item.phrases:
        found += phrase.mentions
    return found


def of_act(scene: IndexedScene, act: Act, item: Instrument, begin: int, end: int) -> list[Mention]:
    """Return the mentions that the frame’s roles name in the act’s clause, between the tokens `begin` and `end`."""
    roles = {r for s in act.frame.slots if s.name in {"party", "signatory"} for r in s.roles}
    found: list[Mention] = []
    if "subject" in roles and act.verb is not None:
        found += _of_subject(scene, act.verb, item)
    if "object" in roles and act.verb is not None:
        phrase = scene.clause(act.verb).object()
        if phrase is not None and phrase.role == "":
            found += phrase.mentions
    for phrase in scene.phrases:
        if begin <= phrase.start < end and phrase.role in roles - {"subject", "object"} and _near(act, phrase):
            found += [m for m in phrase.mentions if m not in found]
    if not found and "entre" in roles:
        found = _beside_unknown(scene, begin, end)
    found = (
        found or _applying(scene, act, item) or _by_adjective(scene, act, begin) or _by_complement(scene, act, begin)
    )
    return found + _fellow(scene, found, end)


def _of_subject(scene: IndexedScene, verb: Verb, item: Instrument) -> list[Mention]:
    phrase = _postposed(scene, verb, item) or _perceived(scene, verb) or scene.clause(verb).subject()
    if phrase is None or item.start <= phrase.start < item.end or phrase.role not in {"", "entre"}:
        return []
    latter = _latter(scene, max(scene.first, phrase.start - 5), phrase.end)
    return latter + [m for m in phrase.mentions if not (latter and m.via == "latter")]


def _postposed(scene: IndexedScene, verb: Verb, item: Instrument) -> Phrase | None:
    """« un arrangement qu’ont paraphé en février A et B »: the subject after its verb."""
    if scene.analysis.folds[verb.start - 1] not in {"que", "qu"} or item.start >= verb.start:
        return None
    return next((p for p in scene.phrases if p.start >= verb.end and p.role == ""), None)


def _perceived(scene: IndexedScene, verb: Verb) -> Phrase | None:
    """« M. X avait vu le Centre conclure avec Y un mémorandum »: the one who is seen to do it."""
    governor = scene.verb_before(verb.start)
    if not verb.infinitive or governor is None or governor.lemma not in scene.known.perceiving:
        return None
    return next((p for p in scene.phrases if governor.end <= p.start and p.end <= verb.start and p.role == ""), None)


def _near(act: Act, phrase: Phrase) -> bool:
    """« de » and « à » name a signatory or party only right after the act; a place is no party there."""
    if phrase.role in {"de", "a"}:
        return phrase.start >= act.end and phrase.mentions[0].kind != "Place"
    return True


def _beside_unknown(scene: IndexedScene, begin: int, end: int) -> list[Mention]:
    """« entre l’Embrapa et le Centre de recherche », where nobody knows the first: the second."""
    folds = scene.analysis.folds
    for phrase in scene.phrases:
        if (
            begin <= phrase.start < end
            and phrase.role == ""
            and any(d.kind in BODIES for d in phrase.mentions[0].drafts)
        ):
            before = folds[max(begin, phrase.start - 6) : phrase.start]
            if "entre" in before and "et" in before:
                return list(phrase.mentions)
    return []


def _applying(scene: IndexedScene, act: Act, item: Instrument) -> list[Mention]:
    """« Aux termes d’un protocole signé mercredi, A et B se transmettront des informations »: those who apply it."""
    folds = scene.analysis.folds
    if not any(scene.known.terms.at(folds, i) for i in range(max(scene.first, item.start - 3), item.start)):
        return []
    main = next((v for v in scene.verbs if v.start > act.end and finite(v) and not relative(scene, v)), None)
    if main is None:
        return []
    named = [p for p in scene.phrases if act.end <= p.start and p.end <= main.start and p.role == ""]
    found = [m for p in named for m in p.mentions if m.via != "latter"]
    return found + _latter(scene, act.end, main.start) if len(named) > 1 or len(found) > 1 else []


def _by_adjective(scene: IndexedScene, act: Act, begin: int) -> list[Mention]:
    """« La partie vietnamienne et le gouvernement cubain ont signé »: the states of the adjectives."""
    found = []
    for i in range(begin + 1, act.start):
        mention = scene.mention_at(i)
        if mention is not None and mention.kind == "Adjective" and scene.analysis.folds[i - 1] in scene.known.sides:
            found.append(mention)
    return found


def _by_complement(scene: IndexedScene, act: Act, begin: int) -> list[Mention]:
    """« Les chefs des diplomaties du Kenya et de la Finlande ont mis leur signature »: the states that complete the subject."""
    if act.verb is None or act.frame.construction == "passive":
        return []
    found = [
        m
        for p in scene.phrases
        if begin <= p.start and p.end <= act.verb.start and p.role == "de"
        for m in p.mentions
        if any(d.kind == "Country" for d in m.drafts)
    ]
    return found if len(found) > 1 else []


def _fellow(scene: IndexedScene, found: list[Mention], end: int) -> list[Mention]:
    """« l’Office et son pendant russe, le Rosselkhoznadzor »: the second body, which a description parts from the first."""
    if len(found) != 1 or not any(d.kind in BODIES for d in found[0].drafts):
        return []
    begin = found[0].end
    if begin >= end or scene.analysis.folds[begin] != "et":
        return []
    for i in range(begin + 1, min(end, begin + _APPOSITION)):
        mention = scene.mention_at(i)
        if mention is not None and mention is not found[0] and any(d.kind in BODIES for d in mention.drafts):
            return [mention]
    return []


def _latter(scene: IndexedScene, start: int, end: int) -> list[Mention]:
    """« celle-ci et l’Office »: the body named last before the sentence, where a pronoun stands for it."""
    analysis = scene.analysis
    if not any(scene.known.latter.at(analysis.folds, i) for i in range(start, end)):
        return []
    named = [
        (m.start, m)
        for m in analysis.mentions
        if m.end <= scene.first and m.draft is not None and m.draft.kind in BODIES
    ]
    named += [
        (s, Mention(s, e, (s, e), a.kind, a))
        for _, use in analysis.tenures
        for a, s, e in use.agencies
        if e <= scene.first and a.kind in BODIES and not a.portfolio
    ]
    return [max(named, key=lambda n: n[0])[1]] if named else []
