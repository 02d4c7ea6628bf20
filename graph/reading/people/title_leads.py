"""Reads what stands before a title and how it is held: « l’ancien », « ses deux », « le nouveau »; « par intérim », « en exercice »."""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, TitleUse

_SEVERAL = frozenset({"les", "des", "ces", "ses", "leurs", "aux"})
_CONTRACTED = frozenset({"du", "au", "aux", "des", "de", "d"})


def leading(analysis: Analysis, use: TitleUse) -> int:
    """Read adjectives, numbers and the determiner before the title, and return where the noun phrase begins."""
    folds, doc, terms = analysis.folds, analysis.doc, analysis.terms
    first = analysis.sentence_of(use.start)[0]
    start = use.start
    if use.former:
        use.text = analysis.text(start, use.end)
    while start > first:
        word = folds[start - 1]
        hyphen = doc[start - 1].text == "-" and start - 1 > first and folds[start - 2] == "ex"
        if word in terms.former or hyphen:
            use.former = True
            start -= 2 if hyphen else 1
            use.text = analysis.text(start, use.end)
        elif word in analysis.words.numbers and word not in {"un", "une"}:
            use.count = analysis.words.numbers[word]
            start -= 1
        elif word in terms.epithets:
            start -= 1
        else:
            break
    if start > first and folds[start - 1] in _SEVERAL and fold(use.text) in {fold(f) for f in use.title.plural}:
        use.plural = True  # « les porte-parole », « les PDG »
    if start > first and folds[start - 1] in terms.determiners:
        use.determiner = folds[start - 1]
        start -= folds[start - 1] not in _CONTRACTED
    return start


def manner(analysis: Analysis, i: int, limit: int) -> int:
    """Return the token after « par intérim » and the like at token `i`, or `i`."""
    begin = i + (analysis.doc[i].text == ",")
    for size in (4, 3, 2, 1):
        if (
            begin + size <= limit
            and " ".join(f for f in analysis.folds[begin : begin + size] if f) in analysis.terms.manner
        ):
            return begin + size
    return i
