"""Reads ministries named as such: « le ministère turc du Commerce », « le ministère de la Pêche du Sénégal (MPS) »."""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Mention, TitleUse
from dragoman.graph.reading.people.complements import complement
from dragoman.graph.reading.people.institutions import acronym
from dragoman.graph.reading.people.title_forms import titles_by_label

_MINISTRY = frozenset({"ministere", "ministeres"})


def component(analysis: Analysis) -> None:
    """Add a mention for every ministry, read by its fields as a minister's is."""
    for first, last in analysis.sentences:
        for i in range(first, last):
            if analysis.folds[i] in _MINISTRY and analysis.at(i) is None:
                _ministry(analysis, i, last)
    analysis.sort()


def _ministry(analysis: Analysis, start: int, limit: int) -> None:
    use = TitleUse(start, start + 1, "", titles_by_label(analysis.lexicon)["ministre"])
    _, end = complement(analysis, use, limit)
    if not use.agencies or not use.agencies[-1][0].portfolio:
        return
    draft = use.agencies[-1][0]
    draft.country = draft.country or use.country
    name = analysis.text(start, end)
    if name not in draft.names:
        draft.names.append(name)
    outer = end
    found = acronym(analysis, end)
    if found:
        outer, short = found
        draft.names.append(short)
        analysis.acronyms[fold(short)] = draft
    inside = {id(m): m for i in range(start, outer) if (m := analysis.at(i))}
    analysis.drop(*inside.values())
    analysis.add(
        Mention(start, outer, (start, end), "Agency", draft, draft.country, via="grammar", country_at=use.country_span)
    )
