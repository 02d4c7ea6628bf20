"""Joins a visit to the agreement that it carries out: « la visite intervient en application des accords sécuritaires »."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event

_LEADS = ("application d", "vertu d", "conformement a", "execution d", "cadre d")
_REACH = 5


def applied(analysis: Analysis, events: list[Event], agreements: list[Event]) -> None:
    """Give each visit the agreement that its sentence says it applies."""
    for visit in events:
        if visit.kind != "Visit":
            continue
        for first, last in sorted(visit.sentences):
            for agreement in agreements:
                if (first, last) not in agreement.sentences or agreement.start <= visit.start:
                    continue
                lead = " ".join(w for w in analysis.folds[max(first, agreement.start - _REACH) : agreement.start] if w)
                if any(phrase in lead for phrase in _LEADS):
                    visit.links.append(("in_application_of", agreement))
