"""Gives each of several holders of one title their own office.

« les ministres de l’Énergie X et Y », « les ministres X (Énergie) et Y (Défense) », « les ministres des Affaires étrangères, X, et de la
Défense, Y », « les ministres algérien et tunisien de l’Intérieur, X et Y », « les présidents du Mali, X, et du Niger, Y », « ses
homologues malien X et burkinabè Y », « X et Y, ministres de la Pêche ». States and fields go to names in their order where there are
as many of both; a title that one of several holds is written as its singular.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.people.appositions import Held, listed_before
from dragoman.graph.reading.people.complements import complement
from dragoman.graph.reading.people.portfolios import ministry, portfolio_of
from dragoman.graph.reading.people.sites import site_from
from dragoman.graph.reading.people.title_forms import singular_of

_DE = frozenset({"de", "du", "des", "d"})
_SKIPPED = frozenset({"respectivement", "tous", "toutes", "deux", "trois", "alors", "anciens"})


def several(analysis: Analysis, use: TitleUse) -> Held:
    """Return the holders of a title in the plural, each with a use of their own."""
    held = _after(analysis, use) or _before(analysis, use)
    if not held:
        return []
    _distribute(analysis, use, held)
    for mention, own in held:
        assert mention.draft is not None
        own.text = singular_of(use.title, use.text, feminine=bool(mention.draft.feminine))
        if use.former:
            own.text = f"{'ancienne' if mention.draft.feminine else 'ancien'} {own.text}"
        own.written = False
    return held


def _after(analysis: Analysis, use: TitleUse) -> Held:
    limit = analysis.sentence_of(use.start)[1]
    i = use.outer[1]
    if i < limit and analysis.doc[i].text in {",", ":", "–", "("}:
        i += 1
    held: Held = []
    current, opened = use, use.outer[0]
    while i < limit:
        site = site_from(analysis, i, limit, direct=not held and i == use.outer[1])
        if site is None:
            own = _specified(analysis, use, i, limit)
            if own is None or (held and own is current):
                break
            current, opened, i = own, i, own.outer[1]
            if i < limit and analysis.doc[i].text == ",":
                i += 1
            site = site_from(analysis, i, limit, direct=True)
            if site is None:
                break
        mention = site.person(analysis)
        own = _own(use, current)
        i = max(mention.end, _bracket(analysis, own, mention.end, limit), _of(analysis, own, mention, limit))
        analysis.extend(mention, min(opened, mention.start), i)
        held.append((mention, own))
        after = _separator(analysis, i, limit)
        if after == i:
            break
        i = opened = after
    return held


def _before(analysis: Analysis, use: TitleUse) -> Held:
    """« X et Y, [respectivement] ministres … »."""
    i = use.outer[0]
    first = analysis.sentence_of(use.start)[0]
    while i > first and analysis.folds[i - 1] in _SKIPPED:
        i -= 1
    if i <= first + 1 or analysis.doc[i - 1].text != "," or (use.determiner and use.determiner != "deux"):
        return []
    people = listed_before(analysis, i - 1)
    return [(mention, _own(use, use)) for mention in people] if len(people) > 1 else []


def _own(use: TitleUse, current: TitleUse) -> TitleUse:
    agencies = [
        (replace(d, names=list(d.names)) if d.portfolio else d, s, e) for d, s, e in current.agencies or use.agencies
    ]
    country = current.country or (use.country if len(use.countries) < 2 else None)
    span = current.country_span if current.country else use.country_span
    return replace(use, country=country, country_span=span if country else None, agencies=agencies, countries=[])


def _specified(analysis: Analysis, use: TitleUse, i: int, limit: int) -> TitleUse | None:
    """« malien », « de la Défense », « du Niger » before a name: what sets this holder apart from the others."""
    mention = analysis.at(i)
    if not (mention and mention.kind == "Adjective") and analysis.folds[i] not in _DE:
        return None
    own = replace(
        use, start=i, end=i, country=None, country_span=None, countries=[], agencies=[], fields=[], plural=False
    )
    own.outer = (i, complement(analysis, own, limit)[1])
    own.start, own.end, own.plural, own.text = use.start, use.end, True, use.text
    return own if own.outer[1] > i else None


def _bracket(analysis: Analysis, own: TitleUse, i: int, limit: int) -> int:
    """« X (Énergie) », « X (Tanzanie) »: return the token after the bracket, `i` where there is none."""
    if i + 2 >= limit or analysis.doc[i].text != "(":
        return i
    close = next((k for k in range(i + 2, min(limit, i + 14)) if analysis.doc[k].text == ")"), None)
    if close is None:
        return i
    mention = analysis.at(i + 1)
    if mention and mention.kind == "Country" and mention.end == close:
        own.country, own.country_span = mention.country, (mention.start, mention.end)
        return close + 1
    if analysis.doc[i + 1].text.isupper():
        return close + 1  # a party: « X (PLR) »
    own.agencies = []
    portfolio_of(analysis, own, i + 1, close)
    return close + 1


def _of(analysis: Analysis, own: TitleUse, mention: Mention, limit: int) -> int:
    """« les deux PDG, X de Sonagaz et Y de Volta »: the institution after each name."""
    i = mention.end
    if own.agencies or i + 1 >= limit or analysis.folds[i] not in _DE:
        return i
    after = complement(analysis, replace(own, start=i, end=i, agencies=own.agencies), limit)[1]
    return after if own.agencies else i


def _separator(analysis: Analysis, i: int, limit: int) -> int:
    """Return the token after « , », « et », « , et », « ainsi que » at token `i`."""
    if i < limit and analysis.doc[i].text == ",":
        i += 1
    if i < limit and analysis.folds[i] == "et":
        i += 1
    elif i + 1 < limit and analysis.folds[i] == "ainsi" and analysis.folds[i + 1].startswith("qu"):
        i += 2
    return i


def _distribute(analysis: Analysis, use: TitleUse, held: Held) -> None:
    """Give states and fields that the title lists before its names to those names in order, where they are as many."""
    if len(use.countries) == len(held) > 1:
        for (_, own), (country, span) in zip(held, use.countries, strict=True):
            own.country, own.country_span = country, span
            own.agencies = [(_twin(d, country), s, e) for d, s, e in own.agencies]
    elif len(use.countries) < 2 and len(use.fields) == len(held) > 1 and all(o.fields == use.fields for _, o in held):
        for (_, own), (start, end) in zip(held, use.fields, strict=True):
            own.agencies = [(ministry(analysis, own, start, end), start, end)]


def _twin(draft: Draft, country: str) -> Draft:
    return replace(draft, names=list(draft.names), country=country) if draft.portfolio else draft
