"""Lays a table out for reading: short columns side by side, whatever is long on lines of its own below its row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

LONG: Final = 72
"""Columns of the screen from which on a value is prose and goes below its row."""
NARROW: Final = 12
QUOTATION: Final = "quotation"
"""The column that is shown whenever it is there and needs no heading."""
_GAP: Final = "  "

Row = Sequence[str]


def render(headings: Row, rows: Sequence[Row], width: int, *, bold: bool = False) -> Iterator[str]:
    r"""Yield the lines of a table that is at most `width` columns wide, if its words allow.

    >>> print(*render(["who", "where"], [["Patrouchev", "Kremlin"]], 40), sep="\n")
    who         where
    ──────────  ───────
    Patrouchev  Kremlin
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(headings, *cells, strict=True)]
    short = [i for i in range(len(headings)) if widths[i] <= LONG] or [0]
    short = [i for i in short if headings[i] != QUOTATION] or short
    prose = [i for i in range(len(headings)) if i not in short]
    room = width - len(_GAP) * (len(short) - 1)
    while sum(widths[i] for i in short) > room:
        widest = max(short, key=lambda i: widths[i])
        if widths[widest] > NARROW or len(short) == 1:
            widths[widest] = max(widths[widest] - 1, 1)
        else:
            prose.insert(0, short.pop())
            room += len(_GAP)
    yield _embolden(_line([headings[i] for i in short], [widths[i] for i in short]), bold)
    yield _line(["─" * widths[i] for i in short], [widths[i] for i in short])
    above: Row = [""] * len(headings)
    for row in cells:
        folded = [_fold(row[i], widths[i]) for i in short]
        for parts in zip_longest(*folded, fillvalue=""):
            line = _line(parts, [widths[i] for i in short])
            if line:
                yield line
        for i in prose:
            if row[i] and (row[short[0]] or above[i] != row[i] or headings[i] == QUOTATION):
                yield from _below(headings[i], row[i], width)
        above = row


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes.

    >>> columns("é"), columns("Россия"), columns("北京")
    (1, 6, 4)
    """
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Cf", "Me")
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _line(cells: Row, widths: Sequence[int]) -> str:
    return _GAP.join(cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _fold(text: str, width: int) -> list[str]:
    return wrap(text, max(width, 1), break_on_hyphens=False) or [""]


def _below(heading: str, text: str, width: int) -> Iterator[str]:
    words = text if heading == QUOTATION else f"{heading}: {text}"
    yield from wrap(words, max(width, 30), initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def _embolden(line: str, bold: bool) -> str:
    return f"\x1b[1m{line}\x1b[0m" if bold else line
