"""Reads who is cited for what the sentence before says: « C’est ce qu’a annoncé X », « L’information a été confirmée par Y »."""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.speech.cited import Attribution, Heard
from dragoman.graph.reading.speech.speakers import agent, speaker
from dragoman.graph.reading.speech.speech_words import SpeechWords

_THIS = (["c", "est"], ["tel", "est"])
_OPENING, _TOLD = 4, 9


def echoes(scene: Scene, words: SpeechWords, heard: Heard, before: tuple[int, int]) -> list[Attribution]:
    """Return that the sentence before, or what a colon leads in, is whose this one says that it is."""
    analysis = scene.analysis
    opening = [f for f in analysis.folds[scene.first : scene.first + _TOLD] if f]
    this = opening[:2] in _THIS and any(
        opening[i : i + 2] in (["ce", "qu"], ["ce", "que"]) for i in range(len(opening))
    )
    for verb in scene.verbs:
        says = verb.lemma in words.reporting or verb.lemmas & set(words.light)
        if says and not verb.passive and _which(scene, verb.start):
            source = speaker(scene, words, verb, heard, inverted=True)
            if source is not None:
                denied = verb.lemma in words.denying
                return [Attribution(source, scene.first, verb.start, (verb.start, verb.end), denied, scene.first)]
            continue
        if this and (verb.lemma in words.reporting or verb.lemmas & set(words.light)):
            source = speaker(scene, words, verb, heard, inverted=True)
        elif verb.passive and not verb.negated and _news(scene, words, verb.start):
            source = agent(scene, words, verb)
        else:
            continue
        if source is not None:
            colon = next((i for i in range(verb.end, scene.last) if analysis.doc[i].text == ":"), None)
            span = before if colon is None else (colon, scene.last)
            return [Attribution(source, *span, (verb.start, verb.end), verb.lemma in words.denying, scene.first)]
    return []


def _which(scene: Scene, i: int) -> bool:
    """« …, ce que confirme X »: whether the verb at token `i` takes up what stands before it."""
    folds = scene.analysis.folds
    return (
        folds[i - 2 : i] in (["ce", "que"], ["ce", "qu"]) and i - 3 > scene.first and scene.analysis.texts[i - 3] == ","
    )


def _news(scene: Scene, words: SpeechWords, until: int) -> bool:
    """« L’annonce », « Cette information »: the noun that opens the sentence and stands for what was said before."""
    return bool(words.news & set(scene.analysis.folds[scene.first : min(until, scene.first + _OPENING)]))
