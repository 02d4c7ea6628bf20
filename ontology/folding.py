"""The form in which names are compared: by whoever reads an article and by whoever asks a question."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
# letters that no decomposition takes apart, folded as French and English sources spell them
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` without case, accents, punctuation or double spaces: the form in which names are compared.

    >>> fold("Nikolaï  Patrouchev"), fold("l’Île-de-France"), fold("Россия 24")
    ('nikolai patrouchev', 'l ile de france', 'россия 24')
    """
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold().translate(_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())
