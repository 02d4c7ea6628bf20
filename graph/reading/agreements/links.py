"""Finds the instruments that an act is about.

Syntax and order say together which: the object of « signer », the subject of « a été signé » on either side of it (« Ont été
signés : … »), the antecedent of « que » and « qui », what « de » joins to « la signature », and whatever is listed beside that
one, insertions and the act’s own verb stepped over; or what a pronoun stands for.
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.acts import Act, finite, relative
from dragoman.graph.reading.agreements.agreement_words import CONTRACTED
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.clauses.syntax import subject
from dragoman.graph.reading.clauses.verb_groups import Verb

_FAR = 14
_LONG_PRONOUN = 3
_LEADING = frozenset({"", "outre", "ainsi", "avec", "de", "dont"})


def linked(scene: IndexedScene, act: Act, found: list[Instrument]) -> list[Instrument]:
    """Return the instruments that an act is about, those listed beside the first included."""
    rule = next((r for r in act.frame.slots if r.name == "instrument"), None)
    if rule is None:
        return []
    for role in rule.roles:
        first = _by_role(scene, act, role, found)
        if first is not None:
            return listed(scene, act, first, found)
    return []


def _by_role(scene: IndexedScene, act: Act, role: str, found: list[Instrument]) -> Instrument | None:
    if role == "subject":
        return _subject(scene, act.verb, found) if act.verb else None
    if role == "object":
        return _object(scene, act.verb, found) if act.verb else None
    limit = _clause_end(scene, act.end)
    for item in found:
        if (
            act.end <= item.start < limit
            and CONTRACTED.get(item.preposition, item.preposition) == role
            and (item.start - act.end <= _FAR or _light_gap(scene, act.end, item.start))
        ):
            return item
    cleft = [x for x in found if x.end <= act.start and CONTRACTED.get(x.preposition, x.preposition) == role]
    if cleft and scene.analysis.folds[max(scene.first, cleft[-1].start - 3) : cleft[-1].start - 1] == ["c", "est"]:
        return cleft[-1]
    return None


def _clause_end(scene: IndexedScene, begin: int) -> int:
    """Where a clause ends that goes on at token `begin`: at the next finite verb that no relative pronoun leads, or a mark."""
    doc = scene.analysis.doc
    for i in range(begin, scene.last):
        if doc[i].text in {";"}:
            return i
        verb = scene.verb_at(i)
        if verb is not None and verb.start >= begin and finite(verb) and not relative(scene, verb):
            return verb.start
    return scene.last


def _subject(scene: IndexedScene, verb: Verb, found: list[Instrument]) -> Instrument | None:
    """The instrument that the verb says something of: by the tree, by order to its left, or postposed to its right."""
    left = [x for x in found if x.end <= verb.start]
    if verb.participle:
        return _modified(scene, verb, found, left)
    if (left and scene.analysis.folds[verb.start - 1] == "qui") or (
        left and scene.analysis.folds[max(scene.first, verb.start - 2)] == "qui"
    ):
        return left[-1]
    token = subject(scene.analysis, verb)
    if token is not None:
        own = next((x for x in found if x.start <= token < max(x.end, x.noun + 1)), None)
        if own is not None and (own.end > verb.start or own.preposition == ""):
            return own
    for item in reversed(left):
        between = [v for v in scene.verbs if item.end <= v.start < verb.start and finite(v) and not relative(scene, v)]
        if between or ";" in scene.texts(item.end, verb.start):
            break
        if item.preposition == "":
            return item
    if (
        token is not None
        and not any(x.start <= token < x.end for x in left)
        and token < verb.start
        and scene.mention_at(token) is None
        and scene.analysis.doc[token].pos_ == "NOUN"
        and scene.analysis.folds[verb.start - 1] not in {"que", "qu"}
    ):
        return None
    limit = _clause_end(scene, verb.end)
    return next((x for x in found if verb.end <= x.start < limit and x.preposition in {"", ":"}), None)


def _modified(scene: IndexedScene, verb: Verb, found: list[Instrument], left: list[Instrument]) -> Instrument | None:
    """« un accord [de pêche], signé en mai »: the one before; « Signé en mai, l’accord … », « Signés : … »: the one after."""
    if left:
        near = left[-1]
        gap = [w for w in scene.analysis.folds[near.end : verb.start] if w]
        others = [v for v in scene.verbs if near.end <= v.start < verb.start and v.lemma in scene.concluding]
        light = all(
            scene.analysis.doc[i].pos_ in {"ADV", "PUNCT", "CCONJ", "SPACE"} or scene.date_at(i)
            for i in range(near.end, verb.start)
        )
        if light or (others and len(gap) <= _FAR and gap[-1:] in (["et"], ["puis"])) or _heads(scene, near, verb):
            return near
    if verb.start == scene.first or not [w for w in scene.analysis.folds[scene.first : verb.start] if w]:
        return next((x for x in found if x.start >= verb.end and x.preposition == ""), None)
    return None


def _heads(scene: IndexedScene, item: Instrument, verb: Verb) -> bool:
    """Whether the tree hangs the participle on the instrument's noun."""
    token = scene.analysis.doc[verb.head]
    return token.dep_.startswith("acl") and token.head.i == item.noun and verb.start - item.end <= 6


def _object(scene: IndexedScene, verb: Verb, found: list[Instrument]) -> Instrument | None:
    """The instrument that follows the verb, or that « que » takes up from before it."""
    limit = _clause_end(scene, verb.end)
    others = [
        v.start for v in scene.verbs if v.start >= verb.end and (v.infinitive or finite(v)) and not relative(scene, v)
    ]
    limit = min([limit, *others])
    right = [x for x in found if verb.end <= x.start < limit and x.preposition == ""]
    if right and (right[0].start - verb.end <= _FAR or _light_gap(scene, verb.end, right[0].start)):
        return right[0]
    left = [x for x in found if x.end <= verb.start]
    if left and any(w in {"que", "qu"} for w in scene.analysis.folds[left[-1].end : min(left[-1].end + 3, verb.start)]):
        return left[-1]
    return None


def _light_gap(scene: IndexedScene, start: int, end: int) -> bool:
    """Whether only actors, dates, places and insertions stand between a verb and what it concludes."""
    return (
        not any(finite(v) and not relative(scene, v) for v in scene.verbs if start <= v.start < end)
        and end - start < 45
    )


def pronoun(scene: IndexedScene, act: Act) -> list[Instrument]:
    """« Ils ont été paraphés par », « Ceux-ci ont été signés mardi », « l’a signé »: the instruments that a pronoun stands for."""
    rule = next((r for r in act.frame.slots if r.name == "instrument"), None)
    if rule is None or act.noun or act.verb is None or act.verb.participle:
        return []
    folds = scene.analysis.folds
    if "subject" in rule.roles:
        begin = max(scene.first, act.start - _LONG_PRONOUN)
        at = next((j for j in range(begin, act.start) if scene.known.taking_up.at(folds, j) == act.start - j), None)
    elif "object" in rule.roles:
        at = next((j for j in range(act.start, act.verb.head) if folds[j] in {"l", "les", "le", "la"}), None)
    else:
        return []
    if at is None:
        return []
    plural = folds[at] in {"les", "ils", "elles", "ceux", "celles"}
    return [Instrument(at, at, at + 1, "", plural=plural, definite=True, weak=True)]


def listed(scene: IndexedScene, act: Act, first: Instrument, found: list[Instrument]) -> list[Instrument]:
    """Return the instrument with those that are listed before and after it."""
    at = next(k for k, x in enumerate(found) if x is first)
    chosen = [first]
    for k in range(at - 1, -1, -1):
        if (
            first.end > act.start
            or found[k].preposition not in _LEADING
            or not _joined(scene, act, found[k], chosen[0])
        ):
            break
        chosen.insert(0, found[k])
    for item in found[at + 1 :]:
        if not _joined(scene, act, chosen[-1], item):
            break
        chosen.append(item)
    return [x for x in found[:at] if x.preposition == "outre" and x not in chosen] + chosen


def _after_colon(scene: IndexedScene, one: Instrument, other: Instrument) -> bool:
    """« Cinq documents portent la griffe des ministres : une convention … »: a batch, and its first item after a colon."""
    colon = next((i for i in range(one.end, other.start) if scene.analysis.doc[i].text == ":"), None)
    return one.plural and colon is not None and not any(scene.analysis.folds[i] for i in range(colon, other.start))


def _insertion(scene: IndexedScene, verb: Verb) -> bool:
    """« un accord, censé ressusciter la ligne, et une convention »: a participle after a comma, whatever the model takes it for."""
    token = scene.analysis.doc[verb.start]
    return scene.analysis.doc[verb.start - 1].text == "," and token.lower_.endswith(("é", "ée", "és", "ées"))


def _joined(scene: IndexedScene, act: Act, one: Instrument, other: Instrument) -> bool:
    """Whether a list goes on from one instrument to the next, insertions and the act’s own verb stepped over."""
    analysis, folds = scene.analysis, scene.analysis.folds
    gap = [
        i
        for i in range(one.end, other.start)
        if folds[i] and not (act.verb and act.verb.start <= i < act.verb.end) and not act.start <= i < act.end
    ]
    rest = [i for i in gap if folds[i] not in scene.known.joining]
    crossed = one.end <= act.start < other.start
    if other.preposition not in _LEADING and other.preposition != one.preposition:
        return False
    if _after_colon(scene, one, other):
        return True
    if not rest:
        return not crossed or any(folds[i] in scene.known.across for i in gap)
    lead = [folds[i] for i in range(max(one.end, other.start - 3), other.start) if folds[i]]
    leads = lead[-1:] in (["et"], ["outre"], ["avec"]) or lead[-2:] in (
        ["ainsi", "que"],
        ["ainsi", "qu"],
        ["meme", "que"],
        ["meme", "qu"],
    )
    if not leads or (other.definite and other.bare):
        return False
    verbs = [
        v
        for v in scene.verbs
        if one.end <= v.start < other.start
        and v is not act.verb
        and finite(v)
        and not relative(scene, v)
        and not _insertion(scene, v)
    ]
    return not verbs and ";" not in scene.texts(one.end, other.start) and analysis.doc[one.end].text != ":"
