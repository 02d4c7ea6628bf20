"""Reads what an instrument is about from the words after its noun.

« accord sur la pêche et l’agriculture », « convention d’extradition », « mémorandum agricole », « protocole relatif à la
formation », « accords dans les domaines de A, B et C ». The phrase ends before a date, a place, an actor or a verb that no
longer belongs to it: « un accord sur la pêche | mardi | à Rabat ».
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.lists import list_begin, list_end, setting
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.days import When
from dragoman.graph.reading.topics import topics

_DE = frozenset({"de", "d", "du", "des"})


@dataclass
class Subject:
    """What an instrument is about: its topics, where the phrase ends, and the date of an instrument named inside it."""

    end: int
    topics: list[tuple[int, int, str]] = field(default_factory=list)
    nested: When | None = None


def subject_of(scene: IndexedScene, i: int, taken_up: bool = False) -> Subject | None:
    """Return the subject that begins at token `i` (a preposition, a participle or an adjective), None where there is none."""
    folds, doc = scene.analysis.folds, scene.analysis.doc
    known = scene.known
    if i >= scene.last:
        return None
    cued = _cued(scene, i)
    if cued is not None:
        return cued
    size = known.about.at(folds, i)
    if size and folds[i] in {"dans", "pour"} and (size == 1 and setting(scene, i + 1)):
        return None
    if size and folds[i] == "par":
        return _undertaking(scene, i + size)
    if size and i + size < scene.last and "Inf" in doc[i + size].morph.get("VerbForm", []):
        return _purpose(scene, i + size)
    if size:
        return _listed(scene, i + size)
    if taken_up:
        return None
    verb = scene.verb_at(i)
    if verb is not None and verb.start == i and _governs(scene, verb):
        return _listed(scene, verb.end)
    if folds[i] in _DE:
        return _complement(scene, i)
    if folds[i] in {"a", "au", "aux"} and (inner := _inner(scene, i + 1)) is not None:
        return _of_inner(scene, inner)
    if folds[i].endswith("ant") and i + 1 < scene.last and doc[i + 1].pos_ == "DET" and scene.verb_at(i) is None:
        return _listed(scene, i + 1)  # « délimitant leurs zones », whatever the model takes it for
    if doc[i].pos_ == "ADJ" and scene.mention_at(i) is None and "VerbForm" not in str(doc[i].morph):
        return _adjectives(scene, i)
    return None


def attached(word: str) -> bool:
    """Whether a word leads to a subject at a distance from its instrument: « relatif à », but not « …, renforçant ainsi »."""
    return word not in {"dans", "pour", "afin", "en", "notamment", "avec"} and (
        not word.endswith("ant") or word in {"concernant", "portant", "touchant"}
    )


def _cued(scene: IndexedScene, i: int) -> Subject | None:
    """« dans les domaines de A et B », « en matière sanitaire »; « dans divers domaines » says nothing."""
    folds, known = scene.analysis.folds, scene.known
    if folds[i] not in {"dans", "en"}:
        return None
    cue = next((j for j in range(i + 1, min(scene.last, i + 5)) if folds[j] in known.cues), None)
    if cue is None or any(scene.analysis.doc[j].pos_ in {"NOUN", "VERB"} for j in range(i + 1, cue)):
        return None
    begin = list_begin(scene, cue)
    return _listed(scene, begin) if begin is not None else Subject(cue + 1)


def _purpose(scene: IndexedScene, i: int) -> Subject:
    """« visant à faciliter la circulation des personnes »: about that; « à renforcer la coopération » says nothing."""
    found = _listed(scene, i + 1) or Subject(i + 1)
    folds, known = scene.analysis.folds, scene.known
    found.topics = [t for t in found.topics if not (folds[t[0]] in known.relations and folds[i] in known.purposes)]
    return found


def _governs(scene: IndexedScene, verb: Verb) -> bool:
    """« un accord délimitant leurs zones économiques »: a present participle whose object is the subject."""
    morph = scene.analysis.doc[verb.head].morph
    present = "Part" in morph.get("VerbForm", []) and scene.analysis.folds[verb.head].endswith("ant")
    return present and verb.lemma not in scene.concluding and scene.analysis.folds[verb.start] != "en"


def _complement(scene: IndexedScene, i: int) -> Subject | None:
    """« de pêche », « d’amitié, de bon voisinage et de coopération »; an actor, a place or a date is no subject."""
    folds = scene.analysis.folds
    known = scene.known
    if i + 1 >= scene.last or folds[i + 1].isdigit():
        return None
    mention = scene.mention_at(i + 1) or (scene.mention_at(i + 2) if folds[i + 1] in {"l", "la", "le", "les"} else None)
    if mention is not None and mention.kind not in {"Adjective", "Pair"}:
        return None
    inner = _inner(scene, i + 1)
    if inner is not None:
        return _of_inner(scene, inner)
    if any(w in known.occasions for w in folds[i + 1 : i + 3]) and folds[i] != "d":
        return Subject(i + 2)  # « la déclaration du sommet »
    if folds[i + 1] in known.funds:
        return funded(scene, i)
    end = list_end(scene, i)
    raw = topics(scene.analysis, i, end)
    if raw and _one_name(scene, i, raw):
        start, stop = raw[0][0], raw[-1][1]
        return Subject(end, [(start, stop, scene.analysis.text(start, stop))])
    found = _listed(scene, i)
    if found is not None:
        found.topics = [
            t for t in found.topics if not (t[1] - t[0] == 1 and folds[t[0]] in known.kinds) or len(found.topics) > 1
        ]
    return found


def _one_name(scene: IndexedScene, i: int, found: list[tuple[int, int, str]]) -> bool:
    """« traité d’amitié, de bon voisinage et de coopération »: what « de » strings together is the treaty’s one name."""
    folds = scene.analysis.folds
    leads = [next((folds[j] for j in range(t[0] - 1, i - 1, -1) if folds[j]), "") for t in found]
    return (
        folds[i - 1] in {"traite", "pacte", "declaration"} and len(leads) > 1 and all(w in {"de", "d"} for w in leads)
    )


def funded(scene: IndexedScene, i: int) -> Subject:
    """« accord de prêt de 45 milliards de yens destiné à l’extension du port »: about the port, else about the loan."""
    analysis, folds = scene.analysis, scene.analysis.folds
    for j in range(i + 2, min(scene.last, i + 14)):
        if scene.verb_at(j) is not None and not scene.known.about.at(folds, j):
            break
        if analysis.doc[j].text in {",", ";", ":"}:
            break
        size = scene.known.about.at(folds, j)
        if size and not setting(scene, j + size):
            found = _listed(scene, j + size)
            if found is not None:
                return found
    return Subject(i + 2, [(i + 1, i + 2, analysis.text(i + 1, i + 2))])


def _undertaking(scene: IndexedScene, i: int) -> Subject | None:
    """« un protocole par lequel les deux organismes s’engagent sur la certification électronique »: what is undertaken."""
    folds = scene.analysis.folds
    verb = next((v for v in scene.verbs if v.start >= i), None)
    if verb is None:
        return None
    for j in range(verb.end, min(scene.last, verb.end + 4)):
        if folds[j] in {"sur", "a", "au", "aux", "de", "des", "du"}:
            return _listed(scene, j + 1)
    return _listed(scene, verb.end)


def _inner(scene: IndexedScene, i: int) -> int | None:
    """« un avenant à l’accord de pêche », « le programme exécutif de l’accord »: the noun of the instrument inside."""
    folds = scene.analysis.folds
    for j in range(i, min(i + 2, scene.last)):
        if (
            folds[j] in scene.known.nouns
            and folds[j - 1] in scene.known.definite | {"a", "de"}
            and folds[j] not in scene.known.kinds
        ):
            return j
        if folds[j] in scene.known.nouns and folds[j - 1] in {"l", "cet", "le", "la", "du", "au", "aux", "ce", "cette"}:
            return j
    return None


def _of_inner(scene: IndexedScene, noun: int) -> Subject:
    """The subject of an instrument that another is about."""
    folds, i = scene.analysis.folds, noun + 1
    while i + 1 < scene.last and folds[i] in _DE and folds[i + 1] in scene.known.kinds:
        i += 2
    return subject_of(scene, i) or Subject(i)


def _adjectives(scene: IndexedScene, i: int) -> Subject | None:
    """« mémorandum agricole », « accords économiques et commerciaux »."""
    analysis, doc, folds = scene.analysis, scene.analysis.doc, scene.analysis.folds
    end = i + 1
    while end + 1 < scene.last and (
        (folds[end] in {"et", ","} or doc[end].text == ",")
        and doc[end + 1].pos_ == "ADJ"
        and scene.mention_at(end + 1) is None
    ):
        end += 2
    return Subject(end, [t for t in topics(analysis, i, end) if t[2]])


def _listed(scene: IndexedScene, begin: int) -> Subject | None:
    """The list of topics that begins at a token, up to where it ends."""
    end = list_end(scene, begin)
    found = topics(scene.analysis, begin, end)
    if not found:
        return None
    return Subject(end, [t for t in found if not _says_nothing(scene, t[0], t[1])])


def _says_nothing(scene: IndexedScene, start: int, end: int) -> bool:
    """« divers domaines », « les relations bilatérales », « le partenariat »: no subject."""
    known = scene.known
    words = [w for w in scene.analysis.folds[start:end] if w]
    rest = [w for w in words if w not in known.cues | known.empty | known.articles | known.various]
    pair = scene.mention_at(start)
    if pair is not None and pair.kind == "Pair" and end <= pair.end:
        return True
    return not rest or (len(rest) == 1 and rest[0] in known.relations)
