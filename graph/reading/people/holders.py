"""Says who held an office on the day of publication, from what the lexicon knows, where the article names nobody for it.

« le ministre russe des Affaires étrangères » without a name is whoever was known to hold that office on that day, and only where that is
certain: one holder, a dated article, and a day no later than the lexicon's sources reach, since an open end there says nothing of the
time after they were written. What is found so is said to be known, never read.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.graph.iris import entity_iri, fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse


@lru_cache(maxsize=4)
def _horizon(lexicon: Lexicon) -> str:
    """Return the last day of which the lexicon's sources tell."""
    return max((o.start or "" for o in lexicon.offices), default="")


def known_holder(analysis: Analysis, use: TitleUse) -> Draft | None:
    """Return the person who is known to have held the office on the day of publication, where that is certain."""
    if analysis.published is None or not use.country or not use.determiner or use.plural:
        return None
    day = analysis.published.isoformat()
    if day > _horizon(analysis.lexicon):
        return None
    agency = _agency(analysis, use)
    if agency is None and use.scope not in {"state", "royal"}:
        return None
    titles = {t.iri for t in analysis.lexicon.titles if fold(t.label) == fold(use.label)}
    if use.scope == "diplomacy":
        titles = {t.iri for t in analysis.lexicon.titles if t.label == "ministre"}
    found = {
        o.holder
        for o in analysis.lexicon.offices
        if o.title in titles and o.country == use.country and o.agency == agency and o.held_on(day)
    }
    return analysis.known(found.pop()) if len(found) == 1 else None


def _agency(analysis: Analysis, use: TitleUse) -> str | None:
    """Return the lexicon's institution that the title belongs to."""
    for draft, _, _ in use.agencies:
        if draft.iri:
            return draft.iri
        name = draft.identity or draft.names[0]
        iri = entity_iri("Agency", f"{name} {(use.country or '').rpartition('/')[2]}")
        if iri in analysis.lexicon.entries:
            return iri
    return None
