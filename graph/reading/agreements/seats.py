"""Says where a capital stands for a union of states: « Rabat et Bruxelles ont paraphé » where the article names the Union.

The country itself is meant where the article names it: a text about Belgium says so.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.agreements.agreement_words import agreement_words
from dragoman.graph.reading.analysis import Analysis, Draft


def seat(analysis: Analysis, place: Draft) -> Draft | None:
    """Return the union for which a capital stands in the article, None where it stands for its country."""
    known = agreement_words(analysis.language)
    if not any(fold(name) in known.seats for name in place.names):
        return None
    if any(m.kind != "Place" and m.country == place.stands_for for m in analysis.mentions):
        return None
    unions = [d for m in analysis.mentions for d in m.drafts if d.kind == "Organization"]
    return next((d for d in unions if any(fold(name) in known.unions for name in d.names)), None)
