"""Looks the noun at a token up in a list, under its lemma, itself or its singular."""

from __future__ import annotations

from collections.abc import Container

from dragoman.graph.reading.analysis import Analysis


def forms_of(analysis: Analysis, i: int) -> tuple[str, ...]:
    """Return the folded forms under which a list may hold the noun at token `i`: its lemma, itself, its singular."""
    lemma, word = analysis.lemmas[i], analysis.folds[i]
    found = [lemma, word]
    if len(word) > 3 and word.endswith(("s", "x")) and not word.endswith("ss"):
        found.append(word[:-3] + "al" if word.endswith("aux") else word[:-1])
        if word.endswith("aux"):
            found.append(word[:-1])
    return tuple(dict.fromkeys(f for f in found if f))


def among(analysis: Analysis, i: int, words: Container[str]) -> str | None:
    """Return the form under which a list holds the noun at token `i`, or None."""
    for form in (analysis.lemmas[i], analysis.folds[i]):
        if form and form in words:
            return form
    return next((form for form in forms_of(analysis, i) if form in words), None)
