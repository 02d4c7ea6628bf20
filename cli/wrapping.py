"""Breaks text into lines by the columns that it takes on a terminal, where Chinese takes two and an accent none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


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
    piece = ""
    for character in word if columns(word) > room else ():
        if columns(piece + character) > room:
            yield piece
            piece = ""
        piece += character
    yield piece or word
