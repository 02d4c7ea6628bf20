"""Reads places that are no names of the lexicon: buildings (« au palais royal de Casablanca ») and « la capitale russe »."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Mention

_DE = frozenset({"de", "du", "des", "d"})


def component(analysis: Analysis) -> None:
    """Add a mention for every building with its town and for every capital named by its country."""
    capitals = {
        e.stands_for: e.iri
        for e in analysis.lexicon.entries.values()
        if e.stands_for and e.iri.rpartition("/")[2] not in _SEATS
    }
    for first, last in analysis.sentences:
        for i in range(first, last):
            if analysis.folds[i] == "capitale" and i + 1 < last:
                adjective = analysis.at(i + 1)
                if adjective and adjective.kind == "Adjective" and adjective.country in capitals:
                    draft = analysis.known(capitals[adjective.country])
                    _replace(
                        analysis,
                        Mention(i, adjective.end, (i, adjective.end), "Place", draft, draft.country, via="description"),
                    )
            elif (
                analysis.folds[i] in analysis.words.buildings
                and analysis.at(i) is None
                and i > first
                and analysis.folds[i - 1] in {"au", "le", "du", "a", "l", "la", "son"}
            ):
                _building(analysis, i, last)
    analysis.sort()


_SEATS = frozenset({"kremlin", "white-house", "elysee", "quai-d-orsay", "el-mouradia"})


def _building(analysis: Analysis, i: int, last: int) -> None:
    end = i + 1
    royal = False
    while end < last and analysis.doc[end].pos_ == "ADJ" and analysis.at(end) is None:
        royal = royal or analysis.folds[end].startswith(("royal", "president"))
        end += 1
    country = None
    if end + 1 < last and analysis.folds[end] in _DE:
        town = analysis.at(end + 1)
        if town and town.kind == "Place":
            country, end, royal = town.country, town.end, True
    if not royal:
        return
    draft = analysis.met("Place", analysis.text(i, end), country)
    draft.country = draft.country or country
    _replace(analysis, Mention(i, end, (i, end), "Place", draft, country, via="grammar"))


def _replace(analysis: Analysis, mention: Mention) -> None:
    analysis.mentions = [m for m in analysis.mentions if not (mention.start <= m.start and m.end <= mention.end)]
    analysis.mentions.append(mention)
    analysis.sort()
