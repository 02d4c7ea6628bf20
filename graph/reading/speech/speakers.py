"""Says who speaks: whoever a reporting verb has as subject, « la même source », whom « on » learns something from, who puts out a paper."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.syntax import subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.speech.cited import Heard, topic
from dragoman.graph.reading.speech.closing import INVERTED, SPEAKING, closes, following
from dragoman.graph.reading.speech.sources import actor, named_from, standing_at, unnamed
from dragoman.graph.reading.speech.speech_words import SpeechWords

_REACH = 9
_WHICH = frozenset({"lequel", "laquelle", "lesquels", "lesquelles"})
_AGAIN = frozenset({"meme", "ce", "cet", "cette", "ledit", "ladite"})
_ARTICLES = frozenset({"le", "la", "l", "les"})


def speaker(scene: Scene, words: SpeechWords, verb: Verb, heard: Heard, *, inverted: bool = False) -> Draft | None:
    """Return whoever the verb has speak: its subject, before it or `inverted` after it; « la même source » is the one before."""
    analysis, previous = scene.analysis, heard.body
    near = (
        *range(max(scene.first, verb.start - 4), verb.start - 1),
        *range(verb.end, min(scene.last - 1, verb.end + 4)),
    )
    before = next((d for i in near if (d := again(analysis, words, heard, i)) is not None), None)
    if before is not None:
        return before
    if inverted or closes(scene, words, verb):
        pronoun = next(
            (i for i in range(verb.start, min(scene.last, verb.end + 3)) if analysis.folds[i] in INVERTED), None
        )
        if pronoun is not None:
            return _inverted(scene, words, verb, heard, pronoun)
        after = following(scene, words, verb)
        if after is not None:
            return standing_at(scene, words, after, previous)
        if inverted:
            return None
    if verb.infinitive and verb.start - 2 <= scene.first + 1 and analysis.folds[verb.start - 1] in {"d", "de"}:
        return heard.last  # « Et d’ajouter que … »
    if verb.start > scene.first and analysis.folds[verb.start - 1] in _WHICH:
        led = [m for m in analysis.between(scene.first, verb.start) if m.kind in SPEAKING and m.end >= verb.start - 3]
        return actor(analysis, led[-1]) if led else None
    if _nobody(scene, verb):
        return None
    token = subject(analysis, verb)
    if token is not None and scene.first <= token < scene.last and analysis.doc[token - 1].pos_ != "ADP":
        found = standing_at(scene, words, token, previous)
        found = found or _body_again(scene, heard, token)
        if found is not None or analysis.doc[token].pos_ in {"NOUN", "PROPN"}:
            return found
    phrase = scene.clause(verb).subject_by_order()
    return actor(analysis, phrase.mentions[0]) if phrase else None


def _body_again(scene: Scene, heard: Heard, token: int) -> Draft | None:
    """« La présidence a publié un communiqué. Elle y annonce que »: the body heard just before, where « elle » is nobody."""
    if scene.analysis.folds[token] not in {"il", "elle"} or not heard.told:
        return None
    source, number = heard.told[-1]
    return source if source.kind != "Person" and heard.now - number == 1 else None


def _nobody(scene: Scene, verb: Verb) -> bool:
    """« on indique que », « souligne-t-on »."""
    folds = scene.analysis.folds
    if verb.start > scene.first and folds[verb.start - 1].split()[-1:] == ["on"]:
        return True
    return any(folds[i] in {"on", "t on"} for i in range(verb.start, min(scene.last, verb.end + 2)))


def _inverted(scene: Scene, words: SpeechWords, verb: Verb, heard: Heard, pronoun: int) -> Draft | None:
    """« …, a-t-il dit »: whoever spoke just before, where the pronoun would be the one of whom it is said; else whom it stands for."""
    analysis = scene.analysis
    found = standing_at(scene, words, pronoun)
    if found is None or found.kind != "Person":
        return found or _subject_before(scene, verb)
    said_of = topic(analysis, scene.first, verb.start) is found
    speaker_ = heard.lately()
    feminine = analysis.folds[pronoun].endswith(("elle", "elles"))
    if said_of and speaker_ is not None and speaker_.feminine in {None, feminine}:
        return speaker_
    return found


def _subject_before(scene: Scene, verb: Verb) -> Draft | None:
    """« La firme X a livré …, a-t-elle indiqué »: the body that the sentence says it of, where the pronoun is nobody's yet."""
    subjects = [p for p in scene.phrases if p.role == "" and p.end <= verb.start and p.mentions]
    found = [actor(scene.analysis, p.mentions[0]) for p in subjects[:1]]
    return found[0] if found and found[0] is not None and found[0].kind != "Person" else None


def agent(scene: Scene, words: SpeechWords, verb: Verb) -> Draft | None:
    """Return whoever « par » leads in after a passive or participle: « annoncée lundi par le Kremlin »."""
    for i in range(verb.end, min(scene.last, verb.end + _REACH)):
        if scene.analysis.folds[i] == "par":
            return named_from(scene, words, i + 1)
        if scene.analysis.doc[i].text in {",", ";", ":"}:
            return None
    return None


def again(analysis: Analysis, words: SpeechWords, heard: Heard, i: int) -> Draft | None:
    """Return whom « la même source », « cette source », « ce responsable » at token `i` goes back to."""
    for k in range(i, min(len(analysis.folds) - 1, i + 2)):
        noun = analysis.folds[k + 1]
        if noun in words.same and analysis.folds[k] in _AGAIN:
            return heard.person if noun in words.same_person else heard.body
        if analysis.folds[k] not in _ARTICLES:
            break
    return None


def learnt(scene: Scene, words: SpeechWords, i: int) -> Draft | None:
    """Return what « on » learns something from: « lit-on dans un communiqué de X », « glisse-t-on chez un industriel »."""
    analysis = scene.analysis
    for k in range(i, min(scene.last, i + 6)):
        if analysis.folds[k] in {"dans", "aupres", "chez", "de", "par", "a", "au", "aux", "sur"}:
            begin = k + 2 if analysis.folds[k + 1 : k + 2] in (["de"], ["du"], ["d"], ["des"]) else k + 1
            found = named_from(scene, words, begin)
            if found is not None:
                return found
            near = range(begin, min(scene.last, begin + 3))
            noun = next((n for n in near if analysis.doc[n].pos_ not in {"DET", "ADP", "PUNCT"}), None)
            return unnamed(scene, words, noun) if noun is not None and analysis.folds[k] in {"chez", "aupres"} else None
    return None


def issued(scene: Scene, words: SpeechWords) -> list[Draft]:
    """Return who a sentence says has put out a paper: « Le ministère a publié un communiqué »."""
    for verb in scene.verbs:
        if verb.lemma not in words.issuing or verb.negated or verb.passive or verb.participle:
            continue
        near = range(verb.end, min(scene.last, verb.end + _REACH))
        if words.documents & {scene.analysis.folds[i] for i in near}:
            token = subject(scene.analysis, verb)
            found = standing_at(scene, words, token) if token is not None and token >= scene.first else None
            return [found] if found is not None else []
    return []


def spoke(scene: Scene, words: SpeechWords, heard: Heard) -> list[Draft]:
    """Return the people who speak in a sentence without reporting anything: « X s’est dit confiant », « Y a plaidé pour »."""
    found = []
    for verb in scene.verbs:
        if (verb.lemma in words.speaking or (verb.reflexive and verb.lemma in words.claiming)) and verb.finite:
            source = speaker(scene, words, verb, heard)
            if source is not None and source.kind == "Person":
                found.append(source)
    return found
