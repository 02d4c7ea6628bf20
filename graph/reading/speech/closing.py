"""Says where a verb stands to what it reports: before its « que », behind it, or in the middle of it.

« X a annoncé que … », « …, a indiqué X », « X, a précisé Y, se rendra à Z », « comme le rapporte X ».
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.noun_groups import role_of
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.syntax import subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.speech.sources import unknown_name
from dragoman.graph.reading.speech.speech_words import SpeechWords

SPEAKING = frozenset(
    {"Person", "Description", "Pronoun", "Agency", "Organization", "Company", "Outlet", "Country", "Place"}
)
"""The kinds of mention that can be said to speak."""
INVERTED = frozenset({"il", "elle", "ils", "elles", "t il", "t elle", "t ils", "t elles"})
"""The pronouns of « a-t-il dit »."""
_REACH = 9
_FAR = 16
_CLAUSE_WITHIN = 12
_ASIDE = 25
_INSERTED = 8
_PREFACED = 2
_ASIDES = frozenset(
    {"ou", "qui", "dont", "lequel", "apres", "avant", "en", "lors", "a", "au", "citant", "dans", "devant"}
)


def following(scene: Scene, words: SpeechWords, verb: Verb) -> int | None:
    """Return the head of the first noun phrase after a verb that can speak and that no preposition governs.

    Days and addressees are stepped over: « confiait en décembre au quotidien X le ministre de l’Environnement ».
    """
    analysis = scene.analysis
    for i in range(verb.end, min(scene.last, verb.end + _FAR)):
        text = analysis.doc[i].text
        if text in {";", ":", "."} or any(v.start == i and not v.participle for v in scene.verbs):
            return None
        mention = analysis.at(i)
        if mention is not None and mention.start < i:
            continue
        begin = mention.start if mention else i
        indefinite = mention is None or mention.kind == "Description"
        if indefinite and analysis.folds[begin - 1] == "des" and analysis.doc[begin - 1].pos_ == "DET":
            begin -= 1  # « ont déclaré des responsables »
        speaks = mention is not None and mention.kind in SPEAKING
        speaks = speaks or (mention is None and analysis.doc[i].pos_ != "ADJ" and analysis.folds[i] in words.speakers)
        speaks = speaks or (i == verb.end and unknown_name(scene, i))
        if speaks and role_of(analysis, begin, verb.end) == "":
            return i
    return None


def closes(scene: Scene, words: SpeechWords, verb: Verb) -> bool:
    """Whether the verb closes or interrupts what it reports, its subject after it: « …, a indiqué X », « …, a-t-il dit »."""
    analysis = scene.analysis
    if clause_after(scene, verb) is not None or not _parted(scene, verb):
        return False
    if any(analysis.folds[i] in INVERTED for i in range(verb.start, min(scene.last, verb.end + 3))):
        return True
    after = following(scene, words, verb)
    if after is None:
        return False
    if interrupts(scene, words, verb):
        return True
    if analysis.folds[after] in words.documents:  # nobody reports a document: « …, indique un communiqué »
        return True
    token = subject(analysis, verb)
    if token is None or token >= verb.start or analysis.doc[token].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return True
    if analysis.at(token) is None and analysis.folds[token] not in words.speakers:
        return True
    between = [
        v for v in scene.verbs if token < v.start and v.end <= verb.start and not v.participle and not v.infinitive
    ]
    return any(not analysis.doc[v.head].dep_.startswith("acl") for v in between)


def interrupts(scene: Scene, words: SpeechWords, verb: Verb) -> bool:
    """« X, a précisé Y, se rendra à Z »: whether the clause goes on with its verb right after whoever is cited."""
    analysis = scene.analysis
    if not _parted(scene, verb):
        return False
    end = verb.end
    if not any(analysis.folds[i] in INVERTED for i in range(verb.start, min(scene.last, verb.end + 3))):
        after = following(scene, words, verb)
        if after is None:
            return False
        mention = analysis.at(after)
        end = mention.end if mention else after + 1
    comma = next((i for i in range(end, min(scene.last, end + _REACH)) if analysis.texts[i] == ","), None)
    return comma is not None and any(v.start == comma + 1 and v.finite for v in scene.verbs)


def clause_after(scene: Scene, verb: Verb) -> int | None:
    """Return the token where the reported clause begins: « que », or a colon; None where an object or nothing follows.

    What is only put in between is stepped over: « a déclaré lundi à Genève, où il a rencontré X, que … ».
    """
    analysis, folds = scene.analysis, scene.analysis.folds
    i = verb.end
    limit = min(scene.last, verb.end + _CLAUSE_WITHIN)
    while i < limit:
        if folds[i] in {"que", "qu"} or analysis.doc[i].text == ":":
            return i
        if analysis.doc[i].text == "," and i + 1 < scene.last and _aside(analysis, i + 1):
            closing = next((k for k in range(i + 1, min(scene.last, i + _ASIDE)) if analysis.texts[k] == ","), None)
            if closing is None:
                return None
            if folds[closing + 1 : closing + 2] not in (["que"], ["qu"]):
                return None
            return closing + 1
        if any(v.start == i and not v.participle for v in scene.verbs):
            return None
        i += 1
    return None


def _aside(analysis: Analysis, i: int) -> bool:
    return analysis.folds[i].split(" ")[0] in _ASIDES or analysis.doc[i].pos_ == "VERB"


def _parted(scene: Scene, verb: Verb) -> bool:
    """Whether a mark parts the verb from what stands before it."""
    before = _group_start(scene, verb) - 1
    if before > scene.first and scene.analysis.folds[before] in {"le", "l"}:
        before -= 1
    if before > scene.first and scene.analysis.folds[before - 1 : before + 1] in (["ainsi", "que"], ["ainsi", "qu"]):
        return True
    if before >= scene.first and scene.analysis.folds[before] == "comme":
        return True  # « comme le rapporte l’agence X »
    return before >= scene.first and scene.analysis.doc[before].text in {
        ",",
        "»",
        "”",
        '"',
        "–",
        "—",
        "-",
        "(",
        "!",
        "?",
    }


def preface(scene: Scene, verb: Verb) -> Verb | None:
    """« s’est borné à dire », « a fini par admettre »: the verb right before an infinitive that « à », « de » or « par » leads."""
    before = scene.verb_before(verb.start) if verb.infinitive else None
    if before is None or not before.finite or not 1 <= verb.start - before.end <= _PREFACED:
        return None
    between = [f for f in scene.analysis.folds[before.end : verb.start] if f]
    return before if between[-1:] in (["a"], ["de"], ["d"], ["par"]) else None


def _group_start(scene: Scene, verb: Verb) -> int:
    """Where a verb begins whose auxiliary an insertion parts from it: « , a de son côté fait valoir X »."""
    prefaced = preface(scene, verb)
    if prefaced is not None:
        return prefaced.start
    if not (verb.participle or verb.lemmas & {"faire"}):
        return verb.start
    for i in range(verb.start - 1, max(scene.first, verb.start - _INSERTED), -1):
        if scene.analysis.doc[i].is_punct:
            break
        if scene.analysis.folds[i] in {"a", "ont", "avait", "avaient"} and scene.analysis.texts[i - 1] in {",", "»"}:
            return i
    return verb.start
