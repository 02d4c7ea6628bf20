"""Says which events a sentence may go back to: those of a few sentences back at most, and of its own section.

Agencies give every sentence a paragraph of its own, so a blank line alone parts nothing; a heading of a line's length
does (« 7 septembre 2006. »).
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event

REACH = 3
"""Sentences back within which « cette visite », « l’entretien » or « y » are understood."""

_HEADING = 6


def opens_section(analysis: Analysis, number: int) -> bool:
    """Whether a sentence is a heading: a few words without a verb that stand at the beginning of a paragraph."""
    first, last = analysis.sentences[number]
    if last - first > _HEADING or any(analysis.doc[i].pos_ == "VERB" for i in range(first, last)):
        return False
    return number == 0 or "\n\n" in analysis.source_text[analysis.doc[first - 1].idx : analysis.doc[first].idx]


def recent(analysis: Analysis, events: list[Event], number: int, reach: int = REACH) -> list[Event]:
    """Return the events that begin in a sentence or shortly before it, in the order of the text."""
    begin = number
    while begin > max(0, number - reach) and not opens_section(analysis, begin):
        begin -= 1
    low, high = analysis.sentences[begin][0], analysis.sentences[number][1]
    return [e for e in events if low <= e.start < high]
