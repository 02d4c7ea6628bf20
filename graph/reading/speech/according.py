"""Reads prepositions and the like that lead a source in: « selon X », « d’après un message de X », « (source : X) », « selon qui »."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.speech.cited import Attribution, Heard
from dragoman.graph.reading.speech.sources import actor, named_from, unnamed
from dragoman.graph.reading.speech.speakers import again
from dragoman.graph.reading.speech.speech_words import SpeechWords

_LABELS = frozenset({"source", "sources"})
_HIM = frozenset({"lui", "elle", "eux", "elles"})
_WHOM = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})
_CONTRACTED = {"du": "de", "des": "de", "d": "de", "au": "a", "aux": "a"}


def according(scene: Scene, words: SpeechWords, heard: Heard, verbs: list[Attribution]) -> list[Attribution]:
    """Return what a sentence says according to somebody."""
    analysis, found = scene.analysis, []
    for i in range(scene.first, scene.last):
        if analysis.openings[i] not in words.openings and analysis.openings[i] not in _LABELS:
            continue
        cue = _led(analysis, words, i, scene.last) or _labelled(analysis, i, scene.last)
        if cue is None:
            continue
        phrase, after = cue
        relative = after < scene.last and analysis.folds[after] in _WHOM
        source = _source(scene, words, heard, phrase, i, after)
        if source is None:
            continue
        around = [
            a for a in verbs if a.start <= i < a.end and a.first == scene.first and not i <= a.start + 1 < a.cue[0]
        ]
        start, end = min(
            ((a.start, a.end) for a in around), key=lambda s: s[1] - s[0], default=(scene.first, scene.last)
        )
        cuts = [k for k in range(start, end) if analysis.doc[k].text == ";"]
        start = after if relative else max([start, *[k for k in cuts if k < i]])
        end = min([end, *[k for k in cuts if k > i]])
        found.append(Attribution(source, start, end, (i, after), False, scene.first))
    return found


def _source(
    scene: Scene, words: SpeechWords, heard: Heard, phrase: tuple[str, ...], i: int, after: int
) -> Draft | None:
    analysis = scene.analysis
    if phrase in words.sourced:
        return unnamed(scene, words, after - 1)
    if after >= scene.last:
        return None
    if phrase in words.resumed:
        return heard.body
    before = again(analysis, words, heard, after)
    if before is not None:
        return before
    if analysis.folds[after] in _HIM:
        return heard.person
    if analysis.folds[after] in _WHOM:
        near = [m for m in analysis.between(scene.first, i) if m.drafts and m.end <= i]
        return actor(analysis, near[-1]) if near else None
    return named_from(scene, words, after, heard.body)


def _labelled(analysis: Analysis, i: int, last: int) -> tuple[tuple[str, ...], int] | None:
    """« (source : ministère des Transports) »."""
    labelled = analysis.folds[i] in _LABELS and i + 2 < last and analysis.texts[i + 1] == ":"
    return ((), i + 2) if labelled else None


def _led(analysis: Analysis, words: SpeechWords, i: int, last: int) -> tuple[tuple[str, ...], int] | None:
    """Return the phrase that leads a source in at token `i`, and the token after it; « du » and « des » hold its last word."""
    opening = analysis.openings[i]
    for phrase in words.according:
        if not phrase[0].startswith(opening):
            continue
        k, rest = i, list(phrase)
        while rest and k < last and rest != ["-"]:
            for word in analysis.folds[k].split():
                plain = _CONTRACTED.get(word, word) if len(rest) == 1 else word
                rest = rest[1:] if rest and rest[0] in {word, plain} else ["-"]
                if rest == ["-"]:
                    break
            k += 1
        if not rest:
            return phrase, k
    return None
