"""Lays a table out for reading: short columns side by side, whatever is long on lines of its own below its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from dragoman.cli.wrapping import columns, wrapped

NARROW: Final = 12
"""Columns of the screen into which a column of the table may be folded, and not further."""
LONG: Final = 72
LEAST_OF_LONG: Final = 30
"""A column that would be longer than the one needs at least the other, or goes below its row."""
QUOTATION: Final = "quotation"
"""The column that is shown whenever it is there and needs no heading."""
UNKNOWN: Final = "–"
"""What stands in a cell of which nothing is known; below a row it would only take a line."""
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
    short = [i for i in range(len(headings)) if headings[i] != QUOTATION] or [0]
    prose = [i for i in range(len(headings)) if i not in short]
    least = [min(w, LEAST_OF_LONG if w > LONG else NARROW) for w in widths]
    while len(short) > 1 and _taken(short, least) > width:
        most = max(short, key=lambda i: (least[i], i))
        short.remove(most)
        prose.insert(0, most)
    while _taken(short, widths) > width:
        widest = max(short, key=lambda i: widths[i] if widths[i] > least[i] or len(short) == 1 else 0)
        widths[widest] = max(widths[widest] - 1, 1)
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
            if row[i] not in ("", UNKNOWN) and (row[short[0]] or above[i] != row[i] or headings[i] == QUOTATION):
                yield from _below(headings[i], row[i], width)
        above = row


def _taken(shown: Sequence[int], widths: Sequence[int]) -> int:
    return sum(widths[i] for i in shown) + len(_GAP) * (len(shown) - 1)


def _line(cells: Row, widths: Sequence[int]) -> str:
    return _GAP.join(cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _fold(text: str, width: int) -> list[str]:
    return wrapped(text, width)


def _below(heading: str, text: str, width: int) -> Iterator[str]:
    words = text if heading == QUOTATION else f"{heading}: {text}"
    yield from wrapped(words, width, "    ")


def _embolden(line: str, bold: bool) -> str:
    return f"\x1b[1m{line}\x1b[0m" if bold else line
