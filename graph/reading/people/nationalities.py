"""Reads the states that a title's words tell: « russe », « du Rwanda », of several holders « algérien et tunisien », « du Mali et du Niger »."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, TitleUse

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "l", "les", "le"})


def noun_after(analysis: Analysis, i: int, limit: int) -> int:
    """Return the first token after the preposition at token `i` and its articles."""
    j = i + 1
    while j < limit and analysis.folds[j] in _ARTICLES:
        j += 1
    return j


def adjectives(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """« russe »; of several holders « algérien et tunisien », « malien, burkinabè et nigérien »."""
    while True:
        mention = analysis.at(i)
        assert mention is not None
        span = (mention.start, mention.end)
        if mention.country:
            if not use.country:
                use.country, use.country_span = mention.country, span
            use.countries.append((mention.country, span))
        i = mention.end
        joined = i + 1 < limit and (analysis.folds[i] == "et" or analysis.doc[i].text == ",")
        following = analysis.at(i + 1) if joined and use.plural else None
        if following is None or following.kind != "Adjective":
            return i
        i += 1


def states(analysis: Analysis, use: TitleUse, j: int, limit: int) -> int:
    """« du Rwanda »; of several holders « du Sénégal et de la Gambie »."""
    while True:
        mention = analysis.at(j)
        assert mention is not None
        span = (mention.start, mention.end)
        if mention.country:
            if not use.country:
                use.country, use.country_span = mention.country, span
            use.countries.append((mention.country, span))
        i = mention.end
        if not use.plural or i + 2 >= limit or not (analysis.folds[i] == "et" or analysis.doc[i].text == ","):
            return i
        if analysis.folds[i + 1] not in _DE:
            return i
        j = noun_after(analysis, i + 1, limit)
        following = analysis.at(j) if j < limit else None
        if following is None or following.kind != "Country":
            return i
