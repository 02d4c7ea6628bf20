"""What somebody or something is called in each language: by its labels or, where a language has none, by a spelling in it.

A lexicon writes many a name in Cyrillic or Arabic letters without calling it the label: a reader of that language is
better served by it than by letters that he may not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

Named = tuple[str, str]
"""A language, empty where none is known, and a name."""
LETTERS: Final[Mapping[str, re.Pattern[str]]] = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
"""By language, the letters by which a name of it is known."""


def labels(written: Sequence[Named], spellings: Sequence[Named], otherwise: str) -> dict[str, str]:
    """Return the label in each language that has one, by language.

    Args:
        written: the labels.
        spellings: every other name.
        otherwise: what it is called where it has no name at all.

    >>> labels([("fr", "Rabat")], [("fr", "Ribat"), ("ru", "Рабат"), ("", "الرباط")], "rabat")
    {'ar': 'الرباط', 'fr': 'Rabat', 'ru': 'Рабат'}
    """
    found = dict(reversed(written)) or dict(reversed(spellings)) or {"": otherwise}
    parts = len(next(iter(found.values())).split())
    for lang, letters in LETTERS.items():
        own = [name for language, name in spellings if language in ("", lang) and letters.search(name)]
        if lang not in found and own:
            # as many words as the label has: neither a surname alone nor one with a patronymic
            found[lang] = min(own, key=lambda name: (abs(len(name.split()) - parts), len(name), name))
    return dict(sorted(found.items()))
