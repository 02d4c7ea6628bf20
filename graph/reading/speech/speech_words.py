"""Loads what the reader knows of who says what, and refuses a malformed file with its name and reason."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.language import resource
from dragoman.ontology.errors import LexiconError


@dataclass(frozen=True)
class SpeechWords:
    """The word lists of `speech.yaml`, folded; see there for what each is."""

    reporting: frozenset[str]
    clausal: frozenset[str]
    light: dict[str, frozenset[str]]
    speaking: frozenset[str]
    addressing: dict[str, frozenset[str]]
    prefacing: frozenset[str]
    denying: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    sourced: frozenset[tuple[str, ...]]
    resumed: frozenset[tuple[str, ...]]
    worded: frozenset[str]
    collective: frozenset[str]
    citing: frozenset[str]
    issuing: frozenset[str]
    news: frozenset[str]
    same: frozenset[str]
    same_person: frozenset[str]
    claiming: frozenset[str]
    documents: frozenset[str]
    unnamed: frozenset[str]
    bodies: frozenset[str]
    plain: frozenset[str]
    joint: frozenset[str]
    media: tuple[tuple[str, ...], ...]
    stations: frozenset[str]
    settings: tuple[tuple[str, ...], ...]
    settings_of: frozenset[tuple[str, ...]]
    leads: frozenset[str]
    outlet_leads: frozenset[str]
    relays: frozenset[str]
    following: frozenset[tuple[str, ...]]
    hedges: frozenset[str]

    @cached_property
    def openings(self) -> frozenset[str]:
        """Each beginning of the first words of what leads a source in, since a token may hold only part of one (« d’ »)."""
        return frozenset(p[0][:n] for p in self.according for n in range(1, len(p[0]) + 1))

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The common nouns that can speak: documents, bodies, and people whom nobody names."""
        return self.documents | self.bodies | self.unnamed


_PHRASES = frozenset({"according", "media", "sourced", "resumed", "settings", "settings_of", "following"})
_ORDERED = frozenset({"according", "media", "settings"})


@lru_cache(maxsize=8)
def speech_words(language: str) -> SpeechWords:
    """Return the word lists of a language.

    Raises:
        ArticleError: there is no reader for the language.
        LexiconError: a list is missing, unknown or no list.
    """
    return parse(resource(language, "speech.yaml"), f"{language}/speech.yaml")


def parse(text: str, name: str) -> SpeechWords:
    """Return the word lists that a file's text declares.

    Raises:
        LexiconError: the text is no YAML, or a list is missing, unknown or no list of words.
    """
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise LexiconError(f"{name}, line {line}: this is no valid YAML.") from error
    wanted = {f.name for f in fields(SpeechWords)}
    given = set(raw) if isinstance(raw, dict) else set()
    for word in sorted(wanted ^ given):
        line = next((i for i, row in enumerate(text.splitlines(), 1) if row.startswith(f"{word}:")), 1)
        raise LexiconError(f"{name}, line {line}: the list «{word}» is {'missing' if word in wanted else 'unknown'}.")
    found: dict[str, Any] = {}
    for key, value in raw.items():
        line = next((i for i, row in enumerate(text.splitlines(), 1) if row.startswith(f"{key}:")), 1)
        try:
            found[key] = _read(key, value)
        except (TypeError, ValueError, AttributeError) as error:
            raise LexiconError(f"{name}, line {line}: «{key}» is no list of words: {error}.") from error
    return SpeechWords(**found)


def _read(key: str, value: Any) -> Any:
    if key in {"light", "addressing"}:
        return {fold(verb): _words(listed) for verb, listed in value.items()}
    words = _words(value)
    if key not in _PHRASES:
        return words
    phrases = {tuple(w.split()) for w in words}
    return tuple(sorted(phrases, key=lambda p: (-len(p), p))) if key in _ORDERED else frozenset(phrases)


def _words(value: Any) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError("a list in brackets is expected")
    return frozenset(fold(str(w)) for w in value)
