"""Finds the forms of address and ranks that stand before a name: « S.E.M. », « Mme », « le général de corps d’armée »."""

from __future__ import annotations

from functools import lru_cache

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.people.actor_words import ActorWords

_LONGEST = 6
_ARTICLES = frozenset({"le", "la", "l", "les"})


@lru_cache(maxsize=4)
def _phrases(words: ActorWords) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in words.address | words.ranks)


def before(analysis: Analysis, start: int) -> int:
    """Return where the forms of address and ranks before token `start` begin, or `start` where there are none.

    « SE le général de division Ahmed … » is taken whole, with the article between.
    """
    begin = start
    while True:
        found = _one(analysis, begin)
        if found == begin:
            return begin
        begin = found
        following = begin - 1
        if following > 0 and analysis.folds[following] in _ARTICLES and _one(analysis, following) < following:
            begin = following


def _one(analysis: Analysis, end: int) -> int:
    """Return where the longest form of address that ends before token `end` begins, or `end`."""
    phrases = _phrases(analysis.terms)
    words: list[str] = []
    best = end
    for i in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        folded = analysis.folds[i].split()
        if not folded and analysis.doc[i].text not in {".", "-", "’", "'"}:
            break
        words = folded + words
        if tuple(words) in phrases and folded and _written(analysis, i, end):
            best = i
    return best


def _written(analysis: Analysis, start: int, end: int) -> bool:
    """Whether letters that are an abbreviation only in capitals (« M. », « SE », « Me ») are written so."""
    if end - start > 2 or len(analysis.folds[start].replace(" ", "")) > 3:
        return True
    return analysis.doc[start].text[:1].isupper() or len(analysis.folds[start]) == 3


def feminine(analysis: Analysis, start: int, end: int) -> bool | None:
    """Whether forms of address tell of a woman, None where they tell nothing."""
    if start >= end:
        return None
    words = " ".join(f for f in analysis.folds[start:end] if f)
    folded = words.split()
    terms = analysis.terms
    if words in terms.feminine_address or folded[0] in terms.feminine_address or folded[-1] in terms.feminine_address:
        return True
    if (
        words in terms.masculine_address
        or folded[0] in terms.masculine_address
        or folded[-1] in terms.masculine_address
    ):
        return False
    return None
