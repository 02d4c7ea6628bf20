"""Loads what a language says of visits and meetings beside the frames (`fr/occurrences.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.language import resource
from dragoman.ontology.errors import LexiconError

STATUSES = {"held": None, "planned": "Planned", "postponed": "Postponed", "cancelled": "Cancelled"}


_TABLES = ("attending_with", "travelling_with")


@dataclass(frozen=True)
class Occurrences:
    """The word lists, folded; see `fr/occurrences.yaml` for what each is."""

    visits: frozenset[str]
    meetings: frozenset[str]
    carriers: dict[str, str]
    having: frozenset[str]
    denying: frozenset[str]
    wishing: frozenset[str]
    unreal: frozenset[str]
    accompanying: frozenset[str]
    surrounding: frozenset[str]
    following: frozenset[str]
    attending: frozenset[str]
    attending_with: dict[str, tuple[str, ...]]
    travelling_with: dict[str, tuple[str, ...]]
    broaching: frozenset[str]
    bearing: frozenset[str]
    dominating: frozenset[str]
    agenda: frozenset[str]
    gatherings: frozenset[str]
    city_states: frozenset[str]

    @cached_property
    def company_endings(self) -> frozenset[str]:
        """The words in which what leads company ends (« accompagné », « en présence »)."""
        phrases = [phrase.split() for phrase in self.accompanying | self.surrounding]
        return frozenset(" ".join(words[-size:]) for words in phrases for size in range(1, len(words) + 1))


@lru_cache(maxsize=8)
def occurrences(language: str) -> Occurrences:
    """Return the lists of a language.

    Raises:
        LexiconError: the file lacks a list, has one too many, or a list is none.
    """
    return parse(resource(language, "occurrences.yaml"), f"{language}/occurrences.yaml")


def parse(text: str, name: str) -> Occurrences:
    """Return the lists that a file's text declares.

    Raises:
        LexiconError: the text is no YAML, or the lists are not those that the reader knows.
    """
    try:
        raw: dict[str, Any] = yaml.safe_load(text)
        node = yaml.compose(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise LexiconError(f"{name}, line {mark.line + 1 if mark else 1}: this is no valid YAML.") from error
    if node is None or not isinstance(raw, dict):
        raise LexiconError(f"{name}, line 1: the file is a table of lists.")
    known = {f.name for f in fields(Occurrences)}
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    for key, value in raw.items():
        if key not in known:
            raise LexiconError(f"{name}, line {lines[key]}: there is no list «{key}».")
        if key == "carriers":
            if not isinstance(value, dict) or set(value) - set(STATUSES):
                raise LexiconError(f"{name}, line {lines[key]}: carriers are {', '.join(STATUSES)}.")
        elif key in _TABLES:
            if not isinstance(value, dict) or not all(isinstance(v, list) for v in value.values()):
                raise LexiconError(f"{name}, line {lines[key]}: «{key}» gives each verb a list of words.")
        elif not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise LexiconError(f"{name}, line {lines[key]}: «{key}» is no list of words.")
    missing = sorted(known - set(raw))
    if missing:
        raise LexiconError(f"{name}, line 1: the list «{missing[0]}» is missing.")
    lists: dict[str, Any] = {key: frozenset(map(fold, value)) for key, value in raw.items() if isinstance(value, list)}
    for key in _TABLES:
        lists[key] = {fold(verb): tuple(map(fold, words)) for verb, words in raw[key].items()}
    lists["carriers"] = {fold(verb): status for status, verbs in raw["carriers"].items() for verb in verbs}
    return Occurrences(**lists)
