"""Reads who is cited by whoever is cited: « rapporte l’agence X, citant le ministère », « selon l’agence X, qui cite le ministre ».

The first speaker states what is said; the medium only relays it.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.speech.cited import Attribution
from dragoman.graph.reading.speech.sources import named_from
from dragoman.graph.reading.speech.speech_words import SpeechWords


def relayed(scene: Scene, words: SpeechWords, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions of a sentence with whoever is cited there in the place of whoever cites."""
    for verb in scene.verbs:
        if verb.passive or verb.participle or verb.negated or verb.lemma not in words.citing:
            continue
        source = named_from(scene, words, verb.end)
        if source is not None:
            return [replace(a, source=source) if a.source.kind != "Person" else a for a in found]
    return found
