"""Reads the fields in which two parties cooperate.

« la coopération dans les domaines de l’agriculture, de l’énergie … », « Agriculture, pêche, énergie : tels sont les secteurs
de la coopération », « à divers niveaux politique, économique, sécuritaire et militaire ».
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.scenes import Event, Scene
from dragoman.graph.reading.topics import topics

_NOUNS = frozenset({"cooperation", "collaboration", "echange", "echanges", "partenariat"})
_CUES = ("domaines", "domaine", "secteurs", "secteur", "niveaux", "matiere", "volets", "plans", "champs")
_DE = frozenset({"de", "du", "des", "d"})
_LONGEST_ITEM = 6


def read_cooperation(analysis: Analysis) -> list[Event]:
    """Return one event for each sentence that lists fields of cooperation between parties."""
    found = []
    for first, last in analysis.sentences:
        scene = Scene(analysis, first, last)
        noun = next(
            (
                i
                for i in range(first, last)
                if analysis.folds[i] in _NOUNS
                and analysis.doc[i].pos_ == "NOUN"
                and (not analysis.folds[i].startswith("echange") or _bilateral(analysis, i, last))
            ),
            None,
        )
        if noun is None:
            continue
        parties = _parties(scene, noun)
        if len(parties) < 2:
            continue
        event = Event("Cooperation", "cooperates-in", noun, noun + 1, {(first, last)}, head="cooperation")
        for start, end, words in _fields(scene, noun):
            event.add("topic", analysis.met("Topic", words), start, end)
        if event.fills:
            for draft, start, end, basis in parties:
                event.add("party", draft, start, end, basis)
            found.append(event)
    return found


def _bilateral(analysis: Analysis, noun: int, last: int) -> bool:
    return any(analysis.folds[i].startswith("bilatera") for i in range(noun + 1, min(last, noun + 4)))


def _parties(scene: Scene, noun: int) -> list[tuple[Draft, int, int, str]]:
    """The states that « bilatérale », « maroco-russe », « entre les deux pays », « leur » or « avec X » join to the noun."""
    analysis = scene.analysis
    pair = next(
        (
            m
            for m in analysis.mentions
            if m.kind == "Pair" and scene.first <= m.start < scene.last and abs(m.start - noun) < 12
        ),
        None,
    )
    if pair:
        return [(d, *pair.core, "read") for d in pair.members]
    between = next((p for p in scene.phrases if p.role == "entre" and p.start > noun), None)
    if between:
        states = [
            (d, *m.core, "read") for m in between.mentions for d in m.drafts if d.kind in {"Country", "Organization"}
        ]
        states += [
            (analysis.known(m.draft.stands_for), *m.core, "read")
            for m in between.mentions
            if m.draft and m.draft.stands_for
        ]
        if len(states) > 1:
            return states
    partner = next((p for p in scene.phrases if p.role == "avec" and noun < p.start <= noun + 4), None)
    bare = analysis.folds[noun - 1 : noun] == ["leur"] or _bilateral(analysis, noun, scene.last)
    if len(analysis.pair) == 2 and (
        bare or (partner and _states(analysis, partner.mentions[0].drafts) & set(analysis.pair))
    ):
        return [(d, noun, noun + 1, "derived") for d in analysis.pair]
    return []


def _states(analysis: Analysis, drafts: list[Draft]) -> set[Draft]:
    states = {d for d in drafts if d.kind == "Country"}
    return states | {analysis.known(d.stands_for) for d in drafts if d.stands_for and d.kind != "Country"}


def _fields(scene: Scene, noun: int) -> list[tuple[int, int, str]]:
    analysis, folds = scene.analysis, scene.analysis.folds
    colon = next((i for i in range(scene.first, scene.last) if analysis.doc[i].text == ":"), None)
    if colon is not None:
        before = colon > noun
        begin, end = (colon + 1, scene.last) if before else (scene.first, colon)
        items = topics(analysis, begin, end)
        if len(items) > 1 and all(
            stop - start <= _LONGEST_ITEM and not _verbal(scene, start, stop) for start, stop, _ in items
        ):
            return items
        return []
    if folds[noun].startswith("echange"):
        first = next((i for i in range(noun + 1, min(scene.last, noun + 5)) if folds[i] in _DE), None)
        return topics(analysis, first, list_end(scene, first)) if first is not None else []
    for i in range(noun + 1, scene.last):
        if folds[i] in _CUES and any(folds[j] in {"dans", "en", "a", "aux", "sur"} for j in range(max(noun, i - 3), i)):
            begin = i + 1 + (i + 1 < scene.last and folds[i + 1] in _DE)
            return topics(analysis, begin, list_end(scene, begin))
    return []


def _verbal(scene: Scene, start: int, stop: int) -> bool:
    return any(start <= v.start < stop and not v.participle for v in scene.verbs)


def list_end(scene: Scene, begin: int) -> int:
    """Return where a list that begins at a token ends: after the item that « et » leads in, or at the first break."""
    analysis = scene.analysis
    closing = False
    for i in range(begin, scene.last):
        text, word = analysis.doc[i].text, analysis.folds[i]
        if text in {";", ":", ".", "("} or any(v.start == i and not v.participle for v in scene.verbs):
            return i
        if word == "et":
            closing = True
        elif (text == "," and closing) or word in {
            "que",
            "qui",
            "pour",
            "afin",
            "lors",
            "ainsi",
            "entre",
            "avec",
            "par",
        }:
            return i
    return scene.last
