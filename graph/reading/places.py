"""Reads places that are no names of the lexicon.

Buildings (« au palais royal de Casablanca », « au palais Chigi », « à la villa Médicis », « au siège de l’agence »), capitals
named by their country (« la capitale russe », « la capitale économique ivoirienne »), and towns that nobody listed, where the
model takes a capitalised word after « à » for a place (« se rendra à Bologne »).
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.occurrences import occurrences

_DE = frozenset({"de", "du", "des", "d"})
_BEFORE = frozenset({"au", "le", "du", "a", "l", "la", "son", "sa", "dans", "de", "d"})
_PARTICLES = frozenset(
    {"de", "du", "des", "la", "las", "los", "el", "le", "les", "san", "saint", "sainte", "sur", "al", "ez", "es"}
)
_SEATS = frozenset({"kremlin", "white-house", "elysee", "quai-d-orsay", "el-mouradia"})
_TOWARDS = frozenset({"a", "au", "vers"})


def component(analysis: Analysis) -> None:
    """Add a mention for every building with its town, every capital named by its country and every town not listed."""
    articled = _with_article(analysis.lexicon)
    capitals = _capitals(analysis.lexicon)
    for first, last in analysis.sentences:
        i = first
        while i < last:
            if analysis.folds[i] == "capitale" and i + 1 < last:
                _capital(analysis, i, last, capitals)
            elif (
                analysis.folds[i] in analysis.words.buildings
                and analysis.at(i) is None
                and i > first
                and analysis.folds[i - 1] in _BEFORE
            ):
                _building(analysis, i, last)
            if analysis.folds[i] in {"au", "du"} and i + 1 < last and analysis.at(i + 1) is None:
                _articled(analysis, i + 1, articled)
            if analysis.folds[i] in _TOWARDS and i + 1 < last:
                _town(analysis, i + 1, last)
            i += 1
    analysis.sort()


@lru_cache(maxsize=4)
def _capitals(lexicon: Lexicon) -> dict[str | None, str]:
    """The capital of each state."""
    return {
        e.stands_for: e.iri for e in lexicon.entries.values() if e.stands_for and e.iri.rpartition("/")[2] not in _SEATS
    }


@lru_cache(maxsize=4)
def _with_article(lexicon: Lexicon) -> dict[str, str]:
    """The places whose name begins with « Le » (« Le Caire »), by what is left of it after « au » and « du »."""
    return {
        fold(label[3:]): e.iri
        for e in lexicon.entries.values()
        if e.kind in {"Place", "Country"}
        for label in e.names
        if label.startswith("Le ")
    }


def _articled(analysis: Analysis, i: int, articled: dict[str, str]) -> None:
    """« au Caire », « du Caire »."""
    if analysis.doc[i].text[:1].isupper() and analysis.folds[i] in articled:
        draft = analysis.known(articled[analysis.folds[i]])
        _replace(analysis, Mention(i, i + 1, (i, i + 1), draft.kind, draft, draft.country))


def _capital(analysis: Analysis, i: int, last: int, capitals: dict[str | None, str]) -> None:
    end = i + 1
    while end < last and analysis.doc[end].pos_ == "ADJ" and analysis.at(end) is None:
        end += 1
    if end == i + 1 and analysis.folds[i - 1] == "la" and (end == last or analysis.folds[end] not in _DE):
        _known_capital(analysis, i, capitals)
    adjective = analysis.at(end) if end < last else None
    if adjective is None or adjective.kind != "Adjective" or adjective.country not in capitals:
        return
    if end == i + 1:
        draft = analysis.known(capitals[adjective.country])
    else:
        # « la capitale économique ivoirienne » is not the seat of government
        draft = analysis.met("Place", analysis.text(i, adjective.end), adjective.country)
        draft.country = adjective.country
    _replace(analysis, Mention(i, adjective.end, (i, adjective.end), "Place", draft, draft.country, via="description"))


def _known_capital(analysis: Analysis, i: int, capitals: dict[str | None, str]) -> None:
    """« arrivé la veille dans la capitale »: of the country that the place named last lies in."""
    following = analysis.at(i + 1) if i + 1 < len(analysis.doc) else None
    if following is not None and following.kind == "Adjective":
        return
    last = next(
        (m for m in reversed(analysis.mentions) if m.end <= i and m.kind == "Place" and m.country in capitals), None
    )
    if last is not None:
        seat = analysis.known(capitals[last.country])
        _replace(analysis, Mention(i, i + 1, (i, i + 1), "Place", seat, seat.country, via="description"))


def _building(analysis: Analysis, i: int, last: int) -> None:
    end = i + 1
    official = False
    while end < last and analysis.at(end) is None and (analysis.doc[end].pos_ == "ADJ" or _official(analysis, end)):
        official = official or _official(analysis, end)
        end += 1
    name = _name(analysis, end, last)
    country = None
    if name > end:
        end, official = name, True
    if end + 1 < last and analysis.folds[end] in _DE:
        lead = end + 1 + (analysis.folds[end + 1] in {"la", "l", "le"})
        town = analysis.at(lead) if lead < last else None
        if (town and town.kind in {"Place", "Country"}) or (
            town
            and town.kind in {"Agency", "Organization", "Company"}
            and analysis.folds[i] in {"siege", "hotel", "locaux"}
        ):
            country, end, official = town.country, town.end, True
        elif (name := _name(analysis, lead, last)) > lead:
            end, official = name, True
        elif (
            lead < last
            and analysis.folds[i] in {"siege", "locaux"}
            and analysis.folds[lead] in analysis.words.institutions
        ):
            end, official = lead + 1, True
    if not official:
        return
    draft = analysis.met("Place", analysis.text(i, end), country)
    draft.country = draft.country or country
    _replace(analysis, Mention(i, end, (i, end), "Place", draft, country, via="grammar"))


def _official(analysis: Analysis, i: int) -> bool:
    return analysis.folds[i].startswith(("royal", "president", "national", "gouvernement", "beylical"))


def _name(analysis: Analysis, i: int, last: int) -> int:
    """Where the run of capitalised words from a token ends that no mention of a person or an institution covers."""
    end = i
    while end < last:
        covering = analysis.at(end)
        if covering is not None and covering.kind not in {"Place"}:
            break
        text = analysis.doc[end].text
        if (
            (text[:1].isupper() and analysis.folds[end])
            or (end > i and text in "-–" and end + 1 < last and analysis.doc[end + 1].text[:1].isupper())
            or (
                end > i
                and analysis.folds[end] in _PARTICLES
                and end + 1 < last
                and analysis.doc[end + 1].text[:1].isupper()
                and analysis.doc[end + 1].ent_type_ == analysis.doc[end - 1].ent_type_ == "LOC"
            )
        ):
            end += 1
        else:
            break
    return end


def _town(analysis: Analysis, i: int, last: int) -> None:
    """« se rendra à Bologne »: a capitalised word after « à » that the model takes for a place and nothing else names."""
    if (
        analysis.at(i) is not None
        or not analysis.texts[i][:1].isupper()
        or analysis.texts[i - 1][:1].isupper()
        or any(
            analysis.folds[i] in w
            for w in (analysis.words.buildings, analysis.words.honorifics, analysis.words.institutions)
        )
        or analysis.folds[i] in occurrences(analysis.language).gatherings
    ):
        return
    end = _name(analysis, i, last)
    if end == i or any(analysis.doc[k].ent_type_ not in {"LOC", ""} for k in range(i, end)):
        return
    if not any(analysis.doc[k].ent_type_ == "LOC" for k in range(i, end)):
        return
    if end < last and analysis.doc[end].text == "(":
        return
    draft = analysis.met("Place", analysis.text(i, end))
    _replace(analysis, Mention(i, end, (i, end), "Place", draft, draft.country, via="model"))


def _replace(analysis: Analysis, mention: Mention) -> None:
    for covered in [m for m in analysis.beside(mention.start) if mention.start <= m.start and m.end <= mention.end]:
        analysis.mentions.remove(covered)
    analysis.mentions.append(mention)
    analysis.sort()
