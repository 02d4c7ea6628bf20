"""Joins an auxiliary to the participle that adverbs part it from: « a par ailleurs réceptionné »."""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.deals.tenses import AVOIR, ETRE

_FARTHEST = 7


_ADVERBIALS = (
    "par ailleurs",
    "en revanche",
    "par contre",
    "pour sa part",
    "de son cote",
    "pour leur part",
    "de leur cote",
    "a son tour",
    "elle aussi",
    "lui aussi",
    "en outre",
    "au passage",
    "d ores et deja",
    "pour l heure",
    "a ce jour",
    "en effet",
    "de nouveau",
    "dans la foulee",
    "elle",
    "lui",
    "eux",
    "quant a lui",
    "quant a elle",
    "a ce titre",
)


def rejoined(scene: Scene) -> list[Verb]:
    """« a par ailleurs réceptionné », « s’est, en revanche, retiré »: an auxiliary and the participle that adverbs part it from."""
    found: list[Verb] = []
    analysis = scene.analysis
    for verb in scene.verbs:
        before = found[-1] if found else None
        alone = before is not None and before.end == before.head + 1 and analysis.folds[before.head] in ETRE | AVOIR
        if (
            before is not None
            and alone
            and verb.participle
            and verb.start - before.end <= _FARTHEST
            and _adverbial(scene, before.end, verb.start)
        ):
            found[-1] = replace(verb, start=before.start, participle=False, negated=verb.negated or before.negated)
        else:
            found.append(verb)
    return found


def _adverbial(scene: Scene, start: int, end: int) -> bool:
    """Whether only adverbs and set phrases stand between two tokens: « par ailleurs », « pour sa part », « elle aussi »."""
    words = [w for w in scene.analysis.folds[start:end] if w]
    said = " ".join(words)
    if any(t.text in {";", ":", "»"} for t in scene.analysis.doc[start:end]):
        return False
    for phrase in _ADVERBIALS:
        said = said.replace(phrase, "")
    return all(
        scene.analysis.doc[i].pos_ == "ADV"
        or scene.analysis.doc[i].is_punct
        or scene.analysis.folds[i] not in said.split()
        for i in range(start, end)
    )
