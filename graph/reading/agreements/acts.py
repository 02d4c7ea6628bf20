"""Finds the acts by which instruments are concluded, renewed or ended, and the instruments that each act is about.

What an act is, frames say (`frames.yaml`): « ont signé », « a été paraphé », « la signature de », « est entré en vigueur ».
Which instrument it is about, syntax and order say together: the object of « signer », the subject of « a été signé » on
either side of it (« Ont été signés : … »), and whatever is listed beside that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.graph.reading.agreements.agreement_words import CONTRACTED
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.clauses.syntax import subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.frames import Frame

_FAR = 14
_LONG_PRONOUN = 3
_RELATIVES = frozenset({"qui", "que", "qu", "dont", "lequel", "laquelle", "lesquels", "lesquelles"})
_LEADING = frozenset({"", "outre", "ainsi", "avec", "de", "dont"})


@dataclass(frozen=True, eq=False)
class Act:
    """One act: the frame that tells it, the verb that carries it and, for a noun, the noun's token."""

    frame: Frame
    verb: Verb | None
    start: int
    end: int
    noun: bool = False


def acts(scene: IndexedScene, frames: Sequence[Frame]) -> list[Act]:
    """Return the acts of a sentence in the order of its words."""
    found: list[Act] = []
    for verb in scene.verbs:
        found += [
            Act(frame, verb, verb.start, verb.end)
            for frame in frames
            if verb.lemma in frame.trigger
            and frame.construction == voice(scene, verb)
            and _beside(scene, frame, verb.end)
            and not (frame.status == "Renewed" and _adjectival(scene, verb))
        ]
    for i in range(scene.first, scene.last):
        token = scene.analysis.doc[i]
        if token.pos_ not in {"NOUN", "PROPN"} or scene.verb_at(i) is not None or scene.mention_at(i) is not None:
            continue
        words = {scene.analysis.lemmas[i], scene.analysis.folds[i], scene.analysis.folds[i].removesuffix("s")}
        for frame in sorted(frames, key=lambda f: not f.light):
            if frame.construction != "noun" or not words & set(frame.trigger) or not _beside(scene, frame, i + 1):
                continue
            carrier = _light(scene, frame, i)
            if frame.light and carrier is None:
                continue
            found.append(Act(frame, carrier, i, i + 1, noun=True))
            break
    return sorted(found, key=lambda a: (a.start, a.end))


def _adjectival(scene: IndexedScene, verb: Verb) -> bool:
    """« un partenariat renouvelé »: a bare participle beside its noun that nothing completes is no act."""
    if not verb.participle:
        return False
    following = scene.analysis.folds[verb.end] if verb.end < scene.last else ""
    completed = (
        following in {"par", "pour", "jusqu", "jusque", "depuis", "a", "au", "jusqu'au"}
        or scene.date_at(verb.end) is not None
    )
    return not completed and scene.analysis.doc[verb.start - 1].text != ","


def voice(scene: IndexedScene, verb: Verb) -> str:
    """Return the construction of a verb; « après avoir signé » and « liant » are active, whatever a participle is alone."""
    if verb.reflexive:
        return "reflexive"
    if "Pres" in scene.analysis.doc[verb.head].morph.get("Tense", []):
        return "active"
    if (
        verb.passive
        and not ("avoir" in verb.lemmas and "etre" not in verb.lemmas)
        and not _shares_auxiliary(scene, verb)
    ):
        return "passive"
    return "active"


def _shares_auxiliary(scene: IndexedScene, verb: Verb) -> bool:
    """« a établi des relations avec A en 1990 et signé un accord »: a second participle of one auxiliary."""
    if not verb.participle or verb.start == scene.first or scene.analysis.folds[verb.start - 1] not in {"et", "puis"}:
        return False
    before = scene.verb_before(verb.start)
    return (
        before is not None
        and finite(before)
        and not before.passive
        and not before.reflexive
        and "avoir" in before.lemmas
    )


def _beside(scene: IndexedScene, frame: Frame, i: int) -> bool:
    if not frame.beside:
        return True
    words = [w for w in scene.analysis.folds[i : min(scene.last, i + 8)] if w]
    for phrase in frame.beside:
        wanted = phrase.split()
        if any(words[k : k + len(wanted)] == wanted for k in range(4)):
            return True
    return False


def _light(scene: IndexedScene, frame: Frame, i: int) -> Verb | None:
    """The verb that carries the noun: « porte [mardi] la signature de »."""
    if not frame.light:
        return None
    verb = scene.verb_before(i)
    if verb is None or verb.lemma not in frame.light or i - verb.end > 6:
        return None
    return verb


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


def finite(verb: Verb) -> bool:
    """Whether the verb makes a clause of its own."""
    return not verb.participle and not verb.infinitive


def relative(scene: IndexedScene, verb: Verb) -> bool:
    """Whether a relative pronoun leads the verb's clause."""
    return any(w in _RELATIVES for w in scene.analysis.folds[max(scene.first, verb.start - 3) : verb.start])


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
