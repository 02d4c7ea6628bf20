"""Finds the acts by which instruments are concluded, renewed or ended.

What an act is, frames say (`frames.yaml`): « ont signé », « a été paraphé », « la signature de », « est entré en vigueur ».
Which instruments it is about is asked next (`links`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.frames import Frame

_RELATIVES = frozenset({"qui", "que", "qu", "dont", "lequel", "laquelle", "lesquels", "lesquelles"})


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
        if not words & scene.concluding:
            continue
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


def finite(verb: Verb) -> bool:
    """Whether the verb makes a clause of its own."""
    return not verb.participle and not verb.infinitive


def relative(scene: IndexedScene, verb: Verb) -> bool:
    """Whether a relative pronoun leads the verb's clause."""
    return any(w in _RELATIVES for w in scene.analysis.folds[max(scene.first, verb.start - 3) : verb.start])
