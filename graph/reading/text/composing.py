"""Gives the model a text as it knows texts, and takes what was read of it back to the text as given.

A text copied from a PDF may hold its accents apart from their letters (NFD), one from a web page soft hyphens, spaces
without width and marks of direction inside its words. The model has met neither, so its tags would be wrong; the text
itself is never changed, since offsets count in it (Unicode Standard Annex 15 for the forms).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from dragoman.graph.records import Reading, Span

_UNSEEN: Final = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_IN_WORDS: Final = re.compile(f"[{_UNSEEN}]")


@dataclass(frozen=True)
class Composed:
    """A text with its letters whole and nothing unseen in it, and where each character stood.

    Attributes:
        text: the text.
        begins: for each of its characters the offset in the text as given.
        ends: the offset after it.
    """

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, span: Span) -> Span:
        r"""Return where the characters of a span stand in the text as given.

        >>> made = composed("a\u200b re\u0301uni")
        >>> made.text, made.origin(Span(2, 7))
        ('a réuni', Span(begin=3, end=9))
        """
        if span.begin >= span.end:
            return Span(0, 0)
        return Span(self.begins[span.begin], self.ends[span.end - 1])


def composed(text: str) -> Composed | None:
    """Return the composed text, or None where it is the text as given."""
    if unicodedata.is_normalized("NFC", text) and not _IN_WORDS.search(text):
        return None
    made: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for begin, end in _groups(text):
        whole = unicodedata.normalize("NFC", text[begin:end])
        made.append(whole)
        begins += [begin] * len(whole)
        ends += [end] * len(whole)
    return Composed("".join(made), tuple(begins), tuple(ends))


def _groups(text: str) -> list[tuple[int, int]]:
    """Return where each letter with its marks begins and ends; what is unseen belongs to none."""
    found: list[tuple[int, int]] = []
    for i, character in enumerate(text):
        if _IN_WORDS.match(character):
            continue
        if found and unicodedata.combining(character) and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def as_given(reading: Reading, made: Composed) -> Reading:
    """Return what was read of a composed text with its spans in the text as given."""
    return replace(
        reading,
        records=tuple(
            replace(
                record,
                evidence=tuple(made.origin(passage) for passage in record.evidence),
                grounds=tuple(
                    replace(ground, span=made.origin(ground.span) if ground.span else None) for ground in record.grounds
                ),
            )
            for record in reading.records
        ),
        rejected=tuple(replace(one, span=made.origin(one.span)) for one in reading.rejected),
    )
