"""Says which company « le constructeur français », « le groupe », « la compagnie algérienne » stands for: the one named last of that state.

A word for a company alone stands for the company that the sentence before was about, or the only one named there; with a nationality,
for the one named last whose state is that or is not known yet, which is learnt so.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention

_DEFINITE = frozenset({"le", "la", "l", "du", "au", "ce", "cet", "cette"})
_CONTRACTED = frozenset({"du", "au"})
_CLOSED = frozenset({"VERB", "AUX", "ADP", "PUNCT", "CCONJ", "PRON", "ADV", "SCONJ"})


def component(analysis: Analysis) -> None:
    """Add a mention for every description of a company that can be resolved."""
    named = [(m.start, m.draft) for m in analysis.mentions if m.kind == "Company" and m.draft]
    named = sorted([*named, *((start, draft) for draft, start in analysis.companies)], key=lambda found: found[0])
    if not named:
        return
    for first, last in analysis.sentences:
        for i in range(max(first, 1), last):
            if analysis.folds[i] in analysis.words.companies and analysis.at(i) is None:
                found = _description(analysis, i, last, named)
                if found is not None:
                    analysis.add(found)
    analysis.sort()


def _description(analysis: Analysis, i: int, last: int, named: list[tuple[int, Draft]]) -> Mention | None:
    if analysis.folds[i - 1] not in _DEFINITE:
        return None
    end, country, span = i + 1, None, None
    while end < last:
        mention = analysis.at(end)
        if mention and mention.kind == "Adjective" and mention.country and country is None:
            country, span = mention.country, (mention.start, mention.end)
            end = mention.end
        elif mention is None and analysis.doc[end].pos_ == "ADJ":
            end += 1
        else:
            break
    if end < last and (analysis.doc[end].pos_ not in _CLOSED or analysis.folds[end] in {"de", "du", "d", "des"}):
        return None
    draft = _meant(analysis, i, country, named)
    if draft is None:
        return None
    if country:
        draft.country, draft.country_at = draft.country or country, draft.country_at or span
    start = i if analysis.folds[i - 1] in _CONTRACTED else i - 1
    return Mention(start, end, (start, end), "Company", draft, draft.country, via="description")


def _meant(analysis: Analysis, i: int, country: str | None, named: list[tuple[int, Draft]]) -> Draft | None:
    first = analysis.sentence_of(i)[0]
    before = [(start, draft) for start, draft in named if start < i]
    if country:
        own = [draft for _, draft in before if draft.country == country]
        new = [draft for start, draft in before if draft.country is None and start >= _back(analysis, first)]
        return own[-1] if own else new[-1] if len({id(d) for d in new}) == 1 else None
    near = [draft for start, draft in before if start >= _back(analysis, first)]
    return near[-1] if len({id(d) for d in near}) == 1 else None


def _back(analysis: Analysis, first: int) -> int:
    """Return where the sentence before the one that begins at token `first` begins."""
    return analysis.sentence_of(first - 1)[0] if first > 0 else 0
