"""Looks the noun at a token up in a list, under its lemma, itself or its singular."""

from __future__ import annotations

from collections.abc import Container

from dragoman.graph.reading.analysis import Analysis


def _singulars(word: str) -> tuple[str, ...]:
    if len(word) <= 3 or word[-1] not in "sx" or word.endswith("ss"):
        return ()
    return (word[:-3] + "al", word[:-1]) if word.endswith("aux") else (word[:-1],)


def among(analysis: Analysis, i: int, words: Container[str]) -> str | None:
    """Return the form under which a list holds the noun at token `i`, or None."""
    if analysis.doc[i].lower_ == "mais" or analysis.doc[i].pos_ == "CCONJ":
        return None  # a conjunction is no maize, gold or coach, though folded it is spelt like one
    lemma, word = analysis.lemmas[i], analysis.folds[i]
    if lemma and lemma in words:
        return lemma
    if not word:
        return None
    if word in words:
        return word
    if word[-1] in "sx":
        return next((form for form in _singulars(word) if form in words), None)
    return None
