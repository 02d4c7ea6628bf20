"""What a language says of instruments between states: their nouns, what leads to their subject, what denies them.

The words stand in `agreements.yaml` of the language's folder; the verbs that conclude an instrument are frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Any

import yaml

from dragoman.graph.iris import fold
from dragoman.graph.reading.language import resource
from dragoman.ontology.errors import LexiconError

# contracted forms, so that « lors de » is found in « lors du », « lors des », « lors d’ »
CONTRACTED = {"du": "de", "des": "de", "d": "de", "au": "a", "aux": "a", "jusqu": "jusque"}


@dataclass(frozen=True)
class Phrases:
    """Expressions of one or several words, found by their first word; contractions are one with their preposition.

    >>> Phrases.of(["lors de", "pendant"]).at(["lors", "des", "entretiens"], 0)
    2
    """

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, expressions: Iterable[str]) -> Phrases:
        """Return the expressions as a matcher, the longest first."""
        table: dict[str, list[tuple[str, ...]]] = {}
        for expression in expressions:
            words = tuple(CONTRACTED.get(w, w) for w in fold(expression).split())
            table.setdefault(words[0], []).append(words)
        return cls({first: tuple(sorted(found, key=lambda w: (-len(w), w))) for first, found in table.items()})

    def at(self, folds: Sequence[str], i: int) -> int:
        """Return how many tokens from `i` on an expression takes, 0 where there is none."""
        if i >= len(folds):
            return 0
        for words in self.by_first.get(CONTRACTED.get(folds[i], folds[i]), ()):  # none for nearly every word
            j = i
            for word in words:
                while j < len(folds) and j > i and folds[j] == "" and j - i < 2 * len(words):
                    j += 1  # a hyphen or a quotation mark between the words
                if j >= len(folds) or CONTRACTED.get(folds[j], folds[j]) != word:
                    break
                j += 1
            else:
                return j - i
        return 0


@dataclass(frozen=True)
class AgreementWords:
    """The lists of `agreements.yaml`, folded; see the French file for what each is."""

    nouns: frozenset[str]
    weak: frozenset[str]
    compounds: Phrases
    kinds: frozenset[str]
    funds: frozenset[str]
    empty: frozenset[str]
    containers: frozenset[str]
    about: Phrases
    settings: frozenset[str]
    purposes: frozenset[str]
    relations: frozenset[str]
    cues: frozenset[str]
    listing: Phrases
    various: frozenset[str]
    field_words: frozenset[str]
    bearing: frozenset[str]
    covering: frozenset[str]
    widening: frozenset[str]
    working: frozenset[str]
    talking: frozenset[str]
    talks: frozenset[str]
    drafts: frozenset[str]
    none: frozenset[str]
    hopes: frozenset[str]
    denials: frozenset[str]
    doings: frozenset[str]
    during: Phrases
    after: Phrases
    terms: Phrases
    scholarly: frozenset[str]
    signing: frozenset[str]
    written: frozenset[str]
    occasions: frozenset[str]
    validity: frozenset[str]
    running: frozenset[str]
    pronouns: Phrases
    taking_up: Phrases
    ordinals: frozenset[str]
    latter: Phrases
    perceiving: frozenset[str]
    alike: Phrases
    anew: frozenset[str]
    sides: frozenset[str]
    seats: frozenset[str]
    unions: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    joining: frozenset[str]

    @cached_property
    def opening_nouns(self) -> frozenset[str]:
        """The words that can be, or open, the noun of an instrument."""
        return self.nouns | self.weak | frozenset(self.compounds.by_first)

    across: frozenset[str]
    stops: frozenset[str]
    articles: frozenset[str]
    between: frozenset[str]


_PLURAL = frozenset({"nouns", "weak"})
_EXPRESSIONS = frozenset(f.name for f in fields(AgreementWords) if f.type == "Phrases")


@lru_cache(maxsize=8)
def agreement_words(language: str) -> AgreementWords:
    """Return what a language says of instruments.

    Raises:
        LexiconError: the file is malformed; the sentence names file, line and reason.
    """
    return parse(resource(language, "agreements.yaml"), f"{language}/agreements.yaml")


def parse(text: str, name: str) -> AgreementWords:
    """Return the lists that a file's text declares.

    Raises:
        LexiconError: the text is no YAML, or a list is missing, unknown or malformed.
    """
    try:
        root, raw = yaml.compose(text), yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise LexiconError(
            f"{name}, line {line}: this is no valid YAML ({getattr(error, 'problem', error)})."
        ) from error
    if not isinstance(raw, dict) or root is None:
        raise LexiconError(f"{name}, line 1: this file is a table of lists, each beginning with its name.")
    wanted = [f.name for f in fields(AgreementWords)]
    seen: set[str] = set()
    for key, _ in root.value:
        value = raw[key.value]
        place = f"{name}, line {key.start_mark.line + 1}"
        if key.value not in wanted:
            raise LexiconError(f"{place}: no list is called «{key.value}»; there are {', '.join(wanted)}.")
        if key.value in seen:
            raise LexiconError(f"{place}: «{key.value}» stands twice.")
        seen.add(key.value)
        if not isinstance(value, list) or not all(isinstance(w, str) and fold(w) for w in value):
            raise LexiconError(f"{place}: «{key.value}» is no list of words.")
    missing = next((w for w in wanted if w not in raw), None)
    if missing:
        raise LexiconError(f"{name}, line 1: the list «{missing}» is missing.")
    return AgreementWords(**{key: _made(key, value) for key, value in raw.items()})


def _made(key: str, value: list[str]) -> Any:
    if key in _EXPRESSIONS:
        return Phrases.of(value)
    found = {fold(w) for w in value}
    if key in _PLURAL:
        found |= {w + "s" for w in found if not w.endswith(("s", "x"))}
    return frozenset(found)
