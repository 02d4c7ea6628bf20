"""Takes French adjectives back to the form under which lists hold them."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=16_384)
def masculine(word: str) -> str:
    """Return the folded adjective without the endings of feminine and plural.

    >>> masculine("pretes"), masculine("interessee"), masculine("disposes"), masculine("desireuse")
    ('pret', 'interesse', 'dispose', 'desireux')
    """
    for ending, whole in (
        ("euses", "eux"),
        ("euse", "eux"),
        ("ees", "e"),
        ("ee", "e"),
        ("tes", "t"),
        ("te", "t"),
        ("nes", "n"),
        ("ne", "n"),
        ("ts", "t"),
        ("es", "e"),
        ("ns", "n"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + whole
    return word
