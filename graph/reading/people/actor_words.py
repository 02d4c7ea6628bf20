"""Loads what a language knows of names and offices (`fr/actors.yaml`), and refuses a malformed file with its line and reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.language import resource
from dragoman.ontology.errors import LexiconError


@dataclass(frozen=True, eq=False)
class ActorWords:
    """The word lists of one language for names and offices, folded; see `fr/actors.yaml` for what each is."""

    address: frozenset[str]
    address_or_name: frozenset[str]
    feminine_address: frozenset[str]
    masculine_address: frozenset[str]
    ranks: frozenset[str]
    particles: frozenset[str]
    weak_particles: frozenset[str]
    first_surnames: frozenset[str]
    first_names_too: frozenset[str]
    corporate: frozenset[str]
    eponyms: frozenset[str]
    eponym_adjectives: frozenset[str]
    verbal: frozenset[str]
    former: frozenset[str]
    epithets: frozenset[str]
    then: frozenset[str]
    adjoined: frozenset[str]
    manner: frozenset[str]
    in_charge: frozenset[str]
    ministerial: frozenset[str]
    advisory: frozenset[str]
    posted: frozenset[str]
    territorial: frozenset[str]
    business: frozenset[str]
    generic: frozenset[str]
    vague: frozenset[str]
    officeless: frozenset[str]
    masters: frozenset[str]
    counterparts: frozenset[str]
    appointing: frozenset[str]
    appointed: frozenset[str]
    gatherings: frozenset[str]
    bodies: frozenset[str]
    named_bodies: frozenset[str]
    naming_adjectives: frozenset[str]
    field_adjectives: frozenset[str]
    field_endings: frozenset[str]
    field_links: frozenset[str]
    persons: frozenset[str]
    others: frozenset[str]
    ties: frozenset[str]
    two_people: frozenset[str]
    personal_verbs: frozenset[str]
    personal_passives: frozenset[str]
    two_states: frozenset[str]
    some_state: frozenset[str]
    on_behalf: frozenset[str]
    sides: frozenset[str]
    adjectival_polities: frozenset[str]
    waters: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    families: tuple[frozenset[str], ...]
    regions: Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def actor_words(language: str) -> ActorWords:
    """Return the word lists of a language.

    Raises:
        LexiconError: the file is malformed; the sentence names file, line and reason.
    """
    return parse(resource(language, "actors.yaml"), f"{language}/actors.yaml")


def parse(text: str, name: str) -> ActorWords:
    """Return the word lists that a file's text declares.

    Raises:
        LexiconError: the text is no YAML, lacks a list, has one too many, or one that holds no words.
    """
    try:
        root = yaml.compose(text)
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise LexiconError(
            f"{name}, line {mark.line + 1 if mark else 1}: this is no valid YAML ({getattr(error, 'problem', error)})."
        ) from error
    if not isinstance(raw, dict) or root is None:
        raise LexiconError(f"{name}, line 1: this file is a table of word lists, each beginning with its name.")
    lines = {key.value: key.start_mark.line + 1 for key, _ in root.value}
    wanted = [f.name for f in fields(ActorWords)]
    for key in raw:
        if key not in wanted:
            raise LexiconError(f"{name}, line {lines[key]}: no list is called «{key}».")
    found: dict[str, Any] = {}
    for key in wanted:
        if key not in raw:
            raise LexiconError(f"{name}, line 1: the list «{key}» is missing.")
        try:
            found[key] = _READERS.get(key, _folded)(raw[key])
        except TypeError as error:
            raise LexiconError(f"{name}, line {lines[key]}: the list «{key}» is malformed: {error}.") from error
    return ActorWords(**found)


def _folded(words: object) -> frozenset[str]:
    if not isinstance(words, list) or not words:
        raise TypeError("it is no list of words")
    for word in words:
        if not isinstance(word, str) or not fold(word):
            raise TypeError(f"«{word}» is no word")
    return frozenset(fold(word) for word in words)


def _lists(raw: object) -> tuple[frozenset[str], ...]:
    if not isinstance(raw, list) or not raw:
        raise TypeError("it is no list of lists")
    return tuple(_folded(inner) for inner in raw)


def _table(raw: object) -> Mapping[str, frozenset[str]]:
    if not isinstance(raw, dict) or not raw:
        raise TypeError("it is no table of lists")
    return MappingProxyType({fold(str(key)): _folded(inner) for key, inner in raw.items()})


_READERS: dict[str, Callable[[object], object]] = {"families": _lists, "regions": _table}
