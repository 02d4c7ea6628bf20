"""Reads what an instrument is about from the words after its noun.

« accord sur la pêche et l’agriculture », « convention d’extradition », « mémorandum agricole », « protocole relatif à la
formation », « accords dans les domaines de A, B et C ». The phrase ends before a date, a place, an actor or a verb that no
longer belongs to it: « un accord sur la pêche | mardi | à Rabat ».
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.days import When
from dragoman.graph.reading.instrument_scenes import InstrumentScene
from dragoman.graph.reading.topics import topics

_DE = frozenset({"de", "d", "du", "des"})
_STOPS = frozenset(
    "que qu qui dont ou lequel laquelle lesquels lesquelles entre avec lors par afin selon tandis alors apres avant ainsi outre depuis jusqu jusque sous devant "
    "durant pendant mais car puis soit comme moyennant malgre parmi via grace suite conformement comprenant signe signee signes signees".split()
)
_ACTORS = frozenset({"Person", "Agency", "Organization", "Company", "Outlet", "Description", "Pronoun"})


@dataclass
class Subject:
    """What an instrument is about: its topics, where the phrase ends, and the date of an instrument named inside it."""

    end: int
    topics: list[tuple[int, int, str]] = field(default_factory=list)
    nested: When | None = None


def subject_of(scene: InstrumentScene, i: int, taken_up: bool = False) -> Subject | None:
    """Return the subject that begins at token `i` (a preposition, a participle or an adjective), None where there is none."""
    analysis, folds, doc = scene.analysis, scene.analysis.folds, scene.analysis.doc
    known = scene.known
    size = known.about.at(folds, i)
    if size and folds[i] in {"dans", "pour"} and (size == 1 and _setting(scene, i + 1)):
        return None
    if size and folds[i] == "par":
        return _undertaking(scene, i + size)
    if size:
        return _listed(scene, i + size)
    if taken_up:
        return None
    if folds[i] in _DE:
        return _complement(scene, i)
    if folds[i] in {"a", "au", "aux"} and _nested(scene, i + 1):
        return _listed(scene, i + 1)
    if doc[i].pos_ == "ADJ" and scene.mention_at(i) is None and "VerbForm" not in str(doc[i].morph):
        return _adjectives(scene, i)
    return None


def _setting(scene: InstrumentScene, i: int) -> bool:
    """« dans le cadre de », « dans la soirée », « pour une durée de »: no subject."""
    analysis = scene.analysis
    known = scene.known
    words = [w for w in analysis.folds[i : i + 4] if w]
    if any(w in known.settings for w in words[:3]) or any(w in known.validity for w in words[:3]):
        return True
    mention = scene.mention_at(i) or scene.mention_at(i + 1)
    return (mention is not None and mention.kind in {"Place", "Country"} | _ACTORS) or any(
        w.isdigit() for w in words[:3]
    )


def _complement(scene: InstrumentScene, i: int) -> Subject | None:
    """« de pêche », « d’amitié, de bon voisinage et de coopération »; an actor, a place or a date is no subject."""
    analysis, folds = scene.analysis, scene.analysis.folds
    known = scene.known
    if i + 1 >= scene.last or folds[i + 1].isdigit():
        return None
    mention = scene.mention_at(i + 1) or (scene.mention_at(i + 2) if folds[i + 1] in {"l", "la", "le", "les"} else None)
    if mention is not None and mention.kind not in {"Adjective", "Pair"}:
        return None
    if folds[i + 1] in known.funds:
        return funded(scene, i)
    found = _listed(scene, i)
    if found is not None and found.topics and _one_name(scene, i, found):
        start, end = found.topics[0][0], found.topics[-1][1]
        found.topics = [(start, end, scene.analysis.text(start, end))]
    elif found is not None:
        found.topics = [
            t for t in found.topics if not (t[1] - t[0] == 1 and folds[t[0]] in known.kinds) or len(found.topics) > 1
        ]
    return found


def _one_name(scene: InstrumentScene, i: int, found: Subject) -> bool:
    """« traité d’amitié, de bon voisinage et de coopération »: what « de » strings together is the treaty’s one name."""
    folds = scene.analysis.folds
    leads = [next((folds[j] for j in range(t[0] - 1, i - 1, -1) if folds[j]), "") for t in found.topics]
    return (
        folds[i - 1] in {"traite", "pacte", "declaration"} and len(leads) > 1 and all(w in {"de", "d"} for w in leads)
    )


def funded(scene: InstrumentScene, i: int) -> Subject:
    """« accord de prêt de 45 milliards de yens destiné à l’extension du port »: about the port, else about the loan."""
    analysis, folds = scene.analysis, scene.analysis.folds
    for j in range(i + 2, min(scene.last, i + 14)):
        if scene.verb_at(j) is not None and not scene.known.about.at(folds, j):
            break
        if analysis.doc[j].text in {",", ";", ":"}:
            break
        size = scene.known.about.at(folds, j)
        if size and not _setting(scene, j + size):
            found = _listed(scene, j + size)
            if found is not None:
                return found
    return Subject(i + 2, [(i + 1, i + 2, analysis.text(i + 1, i + 2))])


def _undertaking(scene: InstrumentScene, i: int) -> Subject | None:
    """« un protocole par lequel les deux organismes s’engagent sur la certification électronique »: what is undertaken."""
    folds = scene.analysis.folds
    verb = next((v for v in scene.verbs if v.start >= i), None)
    if verb is None:
        return None
    for j in range(verb.end, min(scene.last, verb.end + 4)):
        if folds[j] in {"sur", "a", "au", "aux", "de", "des", "du"}:
            return _listed(scene, j + 1)
    return _listed(scene, verb.end)


def _nested(scene: InstrumentScene, i: int) -> bool:
    """« un avenant à l’accord de pêche »: an instrument about another."""
    analysis = scene.analysis
    known = scene.known
    return any(
        analysis.folds[j] in known.nouns
        for j in range(i, min(i + 3, scene.last))
        if analysis.folds[j - 1] in {"l", "le", "la", "les", "a", "au", "aux", "cet", "ce", "cette", "du", "des", "de"}
    )


def _adjectives(scene: InstrumentScene, i: int) -> Subject | None:
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


def _listed(scene: InstrumentScene, begin: int) -> Subject | None:
    """The list of topics that begins at a token, up to where it ends."""
    end = list_end(scene, begin)
    found = topics(scene.analysis, begin, end)
    if not found:
        return None
    return Subject(end, found)


def list_end(scene: InstrumentScene, begin: int) -> int:
    """Return where a list of topics ends."""
    analysis, folds, doc = scene.analysis, scene.analysis.folds, scene.analysis.doc
    known = scene.known
    i = begin
    while i < scene.last:
        text, word = doc[i].text, folds[i]
        if text in {";", ":", ".", "(", ")", "–", "—", "!", "?", "…"} or (text in {"«", "»", "“", "”"} and i > begin):
            return i
        if (word in _STOPS or (word == "pour" and _setting(scene, i + 1))) and i > begin:
            return i
        if scene.date_at(i) is not None and i > begin:
            return i
        verb = scene.verb_at(i)
        if verb is not None and i > begin and not _inside(scene, i):
            return verb.start if verb.start > begin else i
        if _leaves(scene, i) and i > begin:
            return i
        if text == "," and not _goes_on(scene, i):
            return i
        if word == "et" and i > begin and _new_clause(scene, i):
            return i
        if known.during.at(folds, i) or known.after.at(folds, i):
            return i
        i += 1
    return scene.last


def _inside(scene: InstrumentScene, i: int) -> bool:
    """A participle or infinitive that belongs to the topic: « les titres de transport sécurisés », « la lutte visant à »."""
    doc = scene.analysis.doc
    if "Inf" in doc[i].morph.get("VerbForm", []):
        return scene.analysis.folds[i - 1] in {"a", "de", "d", "afin", "pour"}
    if "Part" in doc[i].morph.get("VerbForm", []) and doc[i - 1].pos_ in {"NOUN", "ADJ"}:
        agreement = scene.known
        return scene.analysis.lemmas[i] not in agreement.hopes and scene.analysis.lemmas[i] not in scene.concluding
    return False


def _leaves(scene: InstrumentScene, i: int) -> bool:
    """« à Rabat », « en Tunisie », « au Kremlin »: a place where it happened, « en présence de », « en marge de »."""
    analysis, folds = scene.analysis, scene.analysis.folds
    if folds[i] in {"a", "au", "aux", "en"}:
        mention = scene.mention_at(i + 1) or (
            scene.mention_at(i + 2) if i + 1 < scene.last and folds[i + 1] in {"la", "l", "le"} else None
        )
        if mention is not None and mention.kind in {"Place", "Country"} | _ACTORS:
            return True
        if scene.date_at(i) is not None:
            return True
        following = folds[i + 1] if i + 1 < scene.last else ""
        return following in {
            "presence",
            "marge",
            "vertu",
            "application",
            "l",
            "issue",
            "vue",
            "echange",
            "attendant",
        } and (
            following != "l"
            or (i + 2 < scene.last and folds[i + 2] in {"issue", "occasion", "ouverture", "image", "initiative"})
        )
    return False


def _goes_on(scene: InstrumentScene, comma: int) -> bool:
    """Whether a comma parts two topics of one list rather than ending it: the list closes with « et » before any verb."""
    analysis, folds, doc = scene.analysis, scene.analysis.folds, scene.analysis.doc
    known = scene.known
    i, length = comma + 1, 0
    while i < scene.last:
        word, text = folds[i], doc[i].text
        if (
            text in {";", ":", ".", "(", ")", "–", "—", "«", "»"}
            or word in _STOPS - {"ainsi"}
            or scene.date_at(i) is not None
        ):
            return False
        verb = scene.verb_at(i)
        if verb is not None and not _inside(scene, i):
            return False
        if (known.during.at(folds, i) or known.after.at(folds, i) or _leaves(scene, i)) and length < 2:
            return False
        if word in known.nouns and doc[i - 1].pos_ in {"DET", "NUM"}:
            return False
        mention = scene.mention_at(i)
        if mention is not None and mention.kind in {"Person", "Description", "Pronoun"}:
            return False
        if (word == "et" or folds[i : i + 2] == ["ainsi", "que"]) and length:
            return not _new_clause(scene, i)
        if text == ",":
            return length > 0 and _goes_on(scene, i)
        length += bool(word)
        if length > 12:
            return False
        i += 1
    return False


def _new_clause(scene: InstrumentScene, i: int) -> bool:
    """Whether « et » leads to another instrument, a verb or somebody: « et une convention », « et a annoncé »."""
    analysis, folds, doc = scene.analysis, scene.analysis.folds, scene.analysis.doc
    known = scene.known
    for j in range(i + 1, min(scene.last, i + 5)):
        verb = scene.verb_at(j)
        if verb is not None and not verb.participle:
            return True
        if folds[j] in known.nouns and folds[j - 1] != "de" or known.compounds.at(folds, j):
            return True
        mention = scene.mention_at(j)
        if mention is not None and mention.kind in {"Person", "Description", "Pronoun"}:
            return True
        if doc[j].pos_ in {"NOUN", "PROPN"}:
            return False
        if doc[j].pos_ == "PRON" and folds[j] in {"il", "elle", "ils", "elles", "on", "celui", "celle"}:
            return True
    return False
