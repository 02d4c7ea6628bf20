"""Breaks text into lines by the columns that it takes on a terminal, where Chinese takes two and an accent none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

_MARKS: Final = frozenset("/-_.?&=#,;:")
"""Behind what an address that is too long for a line is broken."""


def wrapped(text: str, width: int, first: str = "", then: str | None = None) -> list[str]:
    """Return the lines of `text`, broken at spaces, and within a word only where it alone is too long.

    Args:
        text: any words; how they are spaced does not matter.
        width: columns of the terminal, indents too.
        first: what the first line begins with.
        then: what the others begin with; `first` where it is left out.

    >>> wrapped("un accord de pêche", 10, "– ", "  ")
    ['– un', '  accord', '  de pêche']
    """
    hanging = first if then is None else then
    room = max(width - max(columns(first), columns(hanging)), 2)
    lines = [""]
    for word in (piece for whole in text.split() for piece in _pieces(whole, room)):
        if lines[-1] and columns(lines[-1]) + 1 + columns(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return [f"{hanging if number else first}{line}" for number, line in enumerate(lines)]


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes.

    >>> columns("é"), columns("Россия"), columns("北京")
    (1, 6, 4)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pieces(word: str, room: int) -> Iterator[str]:
    """Yield a word in pieces that have room: an address breaks behind a mark, if that leaves no piece too short."""
    while columns(word) > room:
        end = next(n for n in range(1, len(word) + 1) if columns(word[: n + 1]) > room)
        marks = [n for n in range(end // 2, end + 1) if word[n - 1 : n] and word[n - 1] in _MARKS]
        end = marks[-1] if marks else end
        yield word[:end]
        word = word[end:]
    yield word
