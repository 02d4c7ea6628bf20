"""Finds what an instrument is about where its own phrase does not say so.

« ont été signés sur la justice et la santé », « De l’agriculture à la défense en passant par les douanes, onze accords … »,
« Agriculture, pêche, tourisme : onze accords signés », « Un Conseil verra le jour : … le protocole qui le crée », « Aux
termes d’un protocole signé mercredi, A et B se transmettront des informations ».
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.acts import Act, finite, relative
from dragoman.graph.reading.agreements.fields import fields_at
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.lists import list_end
from dragoman.graph.reading.agreements.subjects import attached, funded, subject_of
from dragoman.graph.reading.topics import topics

Topic = tuple[int, int, str]
_FAR = 16
_LONGEST_HEAD = 2
_DE = frozenset({"de", "d", "du", "des"})


def matters(scene: IndexedScene, act: Act, item: Instrument, end: int, *, direct: bool = False) -> list[Topic]:
    """Return the topics of an instrument that its phrase does not hold; `direct` takes the verb’s object for one."""
    if direct or "topic" in act.frame.needs:
        return _object(scene, act, end)
    return (
        _made(scene, act)
        or _after(scene, act, item, end)
        or _opening(scene, item)
        or _span(scene, item)
        or _listed_before(scene, item)
        or _borne(scene, act, item)
        or _headed(scene, item)
        or _created(scene, item)
        or _terms(scene, act, item)
    )


def _object(scene: IndexedScene, act: Act, end: int) -> list[Topic]:
    """« porte sur la pêche », « concerne les mines », « se sont entendus par écrit sur »."""
    folds = scene.analysis.folds
    begin = act.end
    if act.verb is not None and act.verb.lemma == "etre":
        at = next(
            (i for i in range(act.end, min(end, act.end + 3)) if scene.known.about.at(folds, i) and attached(folds[i])),
            None,
        )
        subject = subject_of(scene, at) if at is not None else None
        return subject.topics if subject is not None else []
    near = range(act.end, min(end, act.end + _FAR))
    cue = next((i for i in near if folds[i] in scene.known.cues), None)
    if cue is not None and any(
        scene.analysis.doc[i].pos_ == "NOUN"
        and scene.mention_at(i) is None
        and folds[i] not in scene.known.relations | {"trait"}
        for i in range(act.end, cue)
    ):
        cue = None
    if cue is not None and (found := fields_at(scene, cue)):
        return found
    for i in range(act.end, min(end, act.end + 9)):
        if folds[i] in {"sur"}:
            begin = i
            break
    else:
        if act.frame.beside:
            return []
    return topics(scene.analysis, begin, min(list_end(scene, begin), end))


def _made(scene: IndexedScene, act: Act) -> list[Topic]:
    """« c’est par un échange de notes qu’ils ont formalisé un don pour la réhabilitation de la route »."""
    if not any(s.name == "topic" for s in act.frame.slots):
        return []
    folds = scene.analysis.folds
    for i in range(act.end, min(scene.last - 1, act.end + 4)):
        if folds[i] in scene.known.funds:
            return funded(scene, i - 1).topics
    return topics(scene.analysis, act.end, list_end(scene, act.end))


def rest(scene: IndexedScene, item: Instrument) -> list[Topic]:
    """« Il s’agit de protocoles qui élèveront les relations dans les secteurs de A et B »: the fields told further on."""
    folds = scene.analysis.folds
    for i in range(item.end, scene.last):
        if scene.analysis.doc[i].text in {",", ";", ":"}:
            break
        if folds[i] in scene.known.cues and folds[max(i - 2, item.end) : i] != []:
            found = fields_at(scene, i)
            if found:
                return found
    return []


def _after(scene: IndexedScene, act: Act, item: Instrument, end: int) -> list[Topic]:
    """« ont été signés [mardi] dans les domaines de A et B », « ont signé un accord, à Rome, sur la pêche »."""
    folds = scene.analysis.folds
    begin = max(act.end, item.end) if item.end <= act.end or not act.noun else item.end
    for i in range(begin, end):
        if scene.analysis.doc[i].text in {":", ";"}:
            break
        if folds[i - 1] == "et" or (
            not attached(folds[i]) and folds[i] != "dans" and folds[i : i + 2] != ["en", "matiere"]
        ):
            continue
        size = scene.known.about.at(folds, i)
        if not size or (scene.verb_at(i) is not None and finite(scene.verb_at(i))):  # type: ignore[arg-type]
            continue
        subject = subject_of(scene, i)
        if subject is not None and subject.topics:
            return subject.topics
    return []


def _opening(scene: IndexedScene, item: Instrument) -> list[Topic]:
    """« Dans le domaine de l’emploi, un protocole a été signé », « En matière de santé, … »."""
    begin = scene.first
    while begin < scene.last and not scene.analysis.folds[begin]:
        begin += 1
    if item.start <= begin or scene.analysis.folds[begin] not in {"dans", "en"}:
        return []
    subject = subject_of(scene, begin)
    if (
        subject is None
        or subject.end > item.start
        or not scene.known.cues & set(scene.analysis.folds[begin : begin + 4])
    ):
        return []
    return subject.topics


def _borne(scene: IndexedScene, act: Act, item: Instrument) -> list[Topic]:
    """« Le document, signé par les deux ministres, porte sur un pont »: the clause that the instrument is subject of."""
    folds, known = scene.analysis.folds, scene.known
    main = next((v for v in scene.verbs if v.start >= act.end and finite(v) and not relative(scene, v)), None)
    if main is None or not act.verb or not act.verb.participle or main.lemma not in known.bearing or item.preposition:
        return []
    begin = next((i for i in range(main.end, min(scene.last, main.end + 4)) if folds[i] == "sur"), main.end)
    return topics(scene.analysis, begin, list_end(scene, begin))


def _span(scene: IndexedScene, item: Instrument) -> list[Topic]:
    """« De l’agriculture à la défense en passant par les douanes et l’énergie, onze accords ont été conclus »."""
    analysis, folds = scene.analysis, scene.analysis.folds
    first = scene.first
    dash = next(
        (i for i in range(first, min(first + 8, item.start)) if scene.analysis.doc[i].text in {"–", "—", "-"}), None
    )
    first = dash + 1 if dash is not None else first
    passing = next((i for i in range(first, item.start - 2) if folds[i : i + 3] == ["en", "passant", "par"]), None)
    if folds[first] not in _DE or passing is None:
        return []
    to = next((i for i in range(first + 2, passing) if folds[i] in {"a", "au", "aux"}), None)
    if to is None:
        return []
    found = topics(analysis, first, to) + topics(analysis, to, passing)
    comma = max((i for i in range(passing, item.start) if analysis.doc[i].text == ","), default=item.start)
    return found + topics(analysis, passing + 3, comma)


def _listed_before(scene: IndexedScene, item: Instrument) -> list[Topic]:
    """« Agriculture, pêche, tourisme : onze accords signés »: a list of bare nouns before a colon."""
    analysis = scene.analysis
    colon = next((i for i in range(scene.first, item.start) if analysis.doc[i].text == ":"), None)
    if (
        colon is None
        or not item.plural
        or any(w in scene.known.nouns for w in analysis.folds[scene.first : colon])
        or not any(t.text == "," for t in analysis.doc[scene.first : colon])
    ):
        return []
    if any(scene.mention_at(i) is not None or (scene.verb_at(i) is not None) for i in range(scene.first, colon)):
        return []
    found = topics(analysis, scene.first, colon)
    return found if len(found) > 1 and all(stop - start <= 6 for start, stop, _ in found) else []


def _headed(scene: IndexedScene, item: Instrument) -> list[Topic]:
    """« Pêche : Dakar et Bruxelles renouvellent leur accord »: what stands before the colon of a headline."""
    analysis = scene.analysis
    colon = next((i for i in range(scene.first, item.start) if analysis.doc[i].text == ":"), None)
    if scene.first or colon is None or not 1 <= colon <= _LONGEST_HEAD:
        return []
    if any(scene.mention_at(i) is not None or scene.verb_at(i) is not None for i in range(colon)):
        return []
    return topics(analysis, 0, colon)


def _created(scene: IndexedScene, item: Instrument) -> list[Topic]:
    """« Un Conseil stratégique verra le jour : ils ont signé le protocole qui le crée »: what the pronoun stands for."""
    analysis, folds = scene.analysis, scene.analysis.folds
    if folds[item.end : item.end + 1] != ["qui"] or folds[item.end + 1 : item.end + 2][0:1] not in (
        ["le"],
        ["la"],
        ["les"],
        ["l"],
    ):
        return []
    colon = next((i for i in range(item.start - 1, scene.first, -1) if analysis.doc[i].text in {":", ";"}), None)
    start = scene.first
    verb = next((v for v in scene.verbs if v.start > start and finite(v)), None)
    if colon is None or verb is None or verb.start > colon or folds[start] not in {"un", "une", "le", "la", "l"}:
        return []
    people = [m for i in range(start, verb.start) if (m := scene.mention_at(i)) and m.kind in {"Person", "Description"}]
    if people:
        return []
    return topics(analysis, start, verb.start)


def _terms(scene: IndexedScene, act: Act, item: Instrument) -> list[Topic]:
    """« Aux termes d’un protocole signé mercredi, A et B se transmettront des informations sur les marchandises »."""
    analysis, folds = scene.analysis, scene.analysis.folds
    before = [w for w in folds[max(scene.first, item.start - 3) : item.start] if w]
    if not {"termes", "vertu"} & set(before):
        return []
    main = next((v for v in scene.verbs if v.start > act.end and finite(v) and not relative(scene, v)), None)
    if main is None:
        return []
    return topics(analysis, main.end, list_end(scene, main.end))[:1]
