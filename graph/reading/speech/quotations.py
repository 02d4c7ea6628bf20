"""Finds what stands in quotation marks: « Nous envisageons d’ouvrir une usine », a confié X.

A quotation may run over several sentences; whoever is said to have spoken one of them has spoken all.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis

_PAIRS = {"«": "»", "“": "”", '"': '"'}
SHORTEST = 5
"""Tokens from which quoted words are an utterance; fewer are an expression that the writer keeps at a distance."""
LONGEST = 400
"""Tokens after which a mark that nothing closes is taken for a slip."""


def quotations(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the quoted utterances as spans of tokens, marks included, in order, never overlapping."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    closing = ""
    for i, token in enumerate(analysis.doc):
        if opened is not None and i - opened > LONGEST:
            opened = None
        if opened is None:
            if token.text in _PAIRS:
                opened, closing = i, _PAIRS[token.text]
        elif token.text == closing:
            if i - opened > SHORTEST:
                found.append((opened, i + 1))
            opened = None
    return found
