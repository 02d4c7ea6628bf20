"""Tells from a text alone when it is plainly not in French, so that it is not misread.

Few words make up a great part of every text, and each language has its own ("the", "der", "les"). A text is taken for
another language's only where such words of that one are many, and those of French hardly there: a French article that
quotes an English sentence is French.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

EXPECTED: Final = "fr"
"""The language that is assumed where nothing else is plain."""
_LEAST: Final = 6
"""Common words of another language from which on a text may be taken for one in it."""
_TIMES: Final = 4
"""How many times as many they must be as those of the language expected."""
_SCRIPTS: Final = {"CYRILLIC": "ru", "ARABIC": "ar"}
_SAMPLE: Final = 5_000
"""Characters that are looked at: more would tell nothing new."""


def guess(text: str) -> str:
    """Return the tag of the language that a text is plainly written in, `EXPECTED` where none other is.

    >>> guess("The minister of foreign affairs was received by the king, and they have signed the agreement.")
    'en'
    >>> guess("Le ministre a été reçu par le roi. « The deal is done », a-t-il dit.")
    'fr'
    """
    sample = text[:_SAMPLE]
    scripts: Counter[str] = Counter()
    for character, times in Counter(sample).items():  # each is looked up once, however often it stands there
        if character.isalpha():
            scripts[unicodedata.name(character, "").partition(" ")[0]] += times
    script, letters = next(iter(scripts.most_common(1)), ("", 0))
    if script in _SCRIPTS and letters > scripts.total() / 2:
        return _SCRIPTS[script]
    found = Counter(tag for word in re.findall(r"[^\W\d_]+", sample.lower()) for tag in _tongues().get(word, ()))
    expected = found.pop(EXPECTED, 0)
    likeliest = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    if not likeliest or likeliest[0][1] < max(_LEAST, _TIMES * expected):
        return EXPECTED
    return likeliest[0][0]


@cache
def _tongues() -> Mapping[str, tuple[str, ...]]:
    """Return the languages of each common word."""
    lines = files("dragoman.graph").joinpath("common-words.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[str, ...]] = {}
    for tag, _, words in (line.partition("\t") for line in lines if not line.startswith(("#", "tag"))):
        for word in words.split():
            found[word] = (*found.get(word, ()), tag)
    return found
