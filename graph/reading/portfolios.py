"""Reads a ministry from the fields after a minister's title: « de l’industrie et du commerce » is one ministry."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse
from dragoman.graph.reading.title_forms import match_title

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "l", "les", "le"})


def portfolio_of(analysis: Analysis, use: TitleUse, i: int, limit: int) -> int:
    """« de l’Agriculture, de la Pêche maritime, du Développement rural et des Eaux et Forêts »: one ministry."""
    doc, folds = analysis.doc, analysis.folds
    end = j = i
    while j < limit:
        k = j + 1 if folds[j] in _DE else j
        while k < limit and folds[k] in _ARTICLES:
            k += 1
        first = k
        while k < limit and _field(analysis, k):
            k += 1
        if k == first:
            break
        end = k
        if k < limit and (folds[k] == "et" or doc[k].text == ",") and k + 1 < limit and folds[k + 1] in _DE:
            after = k + 2
            while after < limit and folds[after] in _ARTICLES:
                after += 1
            beyond = analysis.at(after) if after < limit else None
            if (beyond and beyond.kind in {"Person", "Country"}) or (
                after < limit and match_title(analysis, after, limit)
            ):
                break
            if doc[k].text == "," and not (doc[after].text[:1].isupper() and doc[first].text[:1].isupper()):
                break
            j = k + 1
            continue
        if (
            k < limit
            and folds[k] == "et"
            and k + 1 < limit
            and doc[k + 1].pos_ in {"NOUN", "ADJ", "PROPN"}
            and doc[k + 1].text[:1].isupper() == doc[first].text[:1].isupper()
            and not analysis.at(k + 1)
            and not match_title(analysis, k + 1, limit)
        ):
            j = k + 1
            continue
        break
    if end == i:
        return i
    words = analysis.text(i, end)
    draft = Draft("Agency", [f"ministère {words}"], None, use.country, None, portfolio=words)
    bare = analysis.text(i + 1 + (folds[i + 1] in _ARTICLES) if folds[i] in _DE else i, end)
    draft.names += [bare]
    use.agencies.append((draft, i, end))
    if end + 1 < limit and analysis.at(end) is None and folds[end] in _DE:
        k = end + 1
        while k < limit and folds[k] in _ARTICLES:
            k += 1
        country = analysis.at(k) if k < limit else None
        if country and country.kind == "Country" and country.draft:
            use.country, use.country_span = country.draft.iri, (country.start, country.end)
            draft.country = draft.country or use.country
            end = country.end
    return end


def _field(analysis: Analysis, k: int) -> bool:
    """Whether a token can be part of a portfolio's field: a noun or adjective that no person or country covers."""
    mention = analysis.at(k)
    if mention and mention.kind in {"Person", "Country", "Place"}:
        return False
    if mention and mention.kind == "Adjective":
        return False
    token = analysis.doc[k]
    if token.text in "-–":
        return k + 1 < len(analysis.doc) and not analysis.doc[k - 1].whitespace_ and not token.whitespace_
    following = analysis.doc[k + 1] if k + 1 < len(analysis.doc) else None
    if (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and analysis.doc[k - 1].text[:1].isupper()
        and (
            token.ent_type_ == "PER"
            or (following is not None and following.pos_ == "PROPN" and following.text[:1].isupper())
        )
    ):
        return False
    return token.pos_ in {"NOUN", "ADJ", "PROPN"} or (token.pos_ == "VERB" and token.text[:1].isupper())
