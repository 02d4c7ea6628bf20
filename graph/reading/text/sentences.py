"""Where sentences and paragraphs begin: a deterministic splitter whose offsets are the article's own.

Paragraph first, then a closing mark followed by space and something that can begin a sentence. The model's parser cuts
« visite du roi / Mohammed VI » and glues a lower-case paragraph start to the sentence before it, so that evidence must
never rest on its boundaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.graph.iris import fold
from dragoman.graph.reading.language import words
from dragoman.graph.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

# a paragraph is whatever stands between line ends: newswire never breaks a line within one, save hard-wrapped mail
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
# closing marks with the quotes and brackets that close after them
_END = re.compile(r"(?:\.{1,3}|[!?…]+)[\"'”’»)\]]*(?:\s*»)?(?=\s)")
_OPENS = re.compile(r"\s+[\"'“‘«(\[–—-]*\s*[^\W_]")
# « est parti.Il revient »: the space after a full stop was lost
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ]{2})\.(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_SINGLE = re.compile(r"(?:^|[\s(«“.'’-])([^\W\d_])\.$")
LONGEST = 2_000
"""Characters after which a stretch without closing mark is cut at a space, so that no sentence grows without bound."""


def sentences(text: str, language: str = "fr") -> list[Span]:
    r"""Return the sentences of `text` as spans without surrounding white space, in order, never overlapping.

    >>> [s.of("M. Lavrov est à Rabat. Il a vu le roi.\nfin") for s in sentences("M. Lavrov est à Rabat. Il a vu le roi.\nfin")]
    ['M. Lavrov est à Rabat.', 'Il a vu le roi.', 'fin']
    """
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        begin = paragraph.start()
        ends = sorted({*_ends(paragraph.group(), language), *_glued(paragraph.group(), words(language).abbreviations)})
        for end in [*ends, len(paragraph.group())]:
            found += _trimmed(text, begin, paragraph.start() + end)
            begin = paragraph.start() + end
    return found


def first_tokens(doc: Doc, language: str = "fr", text: str | None = None) -> list[int]:
    """Return the tokens with which the sentences of a document begin, the first token always among them.

    `text` is the document's, where it is at hand: spaCy joins the tokens anew at each call.
    """
    import numpy as np

    if len(doc) == 0:
        return []
    begins = np.asarray([s.begin for s in sentences(doc.text if text is None else text, language)], dtype=np.int64)
    table = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype(np.int64)
    words_ = np.flatnonzero(table[:, 2] == 0)
    # the first word that ends after a sentence begins is that sentence's first
    first = np.searchsorted(table[words_, 0] + table[words_, 1], begins, side="right")
    return sorted({0, *words_[first[first < len(words_)]].tolist()})


def _ends(paragraph: str, language: str) -> Iterator[int]:
    abbreviations, numbered = words(language).abbreviations, words(language).numbered
    for mark in _END.finditer(paragraph):
        after = _OPENS.match(paragraph, mark.end())
        if not after:
            continue
        first = after.group()[-1]
        if first.islower():
            continue
        if mark.group().startswith(".") and not mark.group().startswith(".."):
            before = paragraph[max(0, mark.start() - 24) : mark.start() + 1]
            word = re.split(r"[\s('’«“,]", before[:-1])[-1]
            initial = _SINGLE.search(before)
            short = fold(word) in abbreviations and (fold(word) not in numbered or first.isdigit())
            if short or (initial and initial.group(1).isupper()):
                continue
        yield mark.end()


def _glued(paragraph: str, abbreviations: frozenset[str]) -> Iterator[int]:
    for mark in _GLUED.finditer(paragraph):
        word = re.split(r"[\s('’«“,/@]", paragraph[max(0, mark.start() - 24) : mark.start()])[-1]
        if fold(word) not in abbreviations and "." not in word and "www" not in word:
            yield mark.end()


def _trimmed(text: str, begin: int, end: int) -> Iterator[Span]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > LONGEST:
        cut = text.rfind(" ", begin + 1, begin + LONGEST)
        cut = cut if cut > begin else begin + LONGEST
        yield Span(begin, cut)
        begin = cut + 1 if text[cut : cut + 1].isspace() else cut
    if begin < end:
        yield Span(begin, end)
