"""Reads who presides over an institution where a verb says so: « l’Union des minotiers, que préside X », « présidée par X », « Y, qui préside l’Union ».

A session, a commission or a delegation is presided over for a day; whoever does holds no office by it.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.people.sites import site_from, site_until
from dragoman.graph.reading.people.title_forms import of_gender, titles_by_label

_KINDS = frozenset({"Agency", "Organization", "Company"})
_PRESIDES = frozenset({"preside", "presidait", "presidera"})
_PRESIDED = frozenset({"preside", "presidee", "presides", "presidees"})
_ARTICLES = frozenset({"le", "la", "l"})


def component(analysis: Analysis) -> None:
    """Give everybody of whom a verb says so the presidency of their institution."""
    for first, last in analysis.sentences:
        for i in range(first + 2, last - 1):
            if analysis.folds[i] not in _PRESIDES | _PRESIDED:
                continue
            body, person = _parts(analysis, i, last)
            if body is not None and person is not None and person.draft is not None:
                _hold(analysis, i, body, person, person.draft)
    analysis.sort()


def _parts(analysis: Analysis, i: int, last: int) -> tuple[Mention | None, Mention | None]:
    """Return the institution and the person that the verb at token `i` joins."""
    folds = analysis.folds
    if folds[i] in _PRESIDES and folds[i - 1] in {"que", "qu"}:
        body, site = _body(analysis, i - 1), site_from(analysis, i + 1, last, direct=True)
        return body, site.person(analysis) if body and site else None
    if folds[i] in _PRESIDED and folds[i + 1] == "par":
        body, site = _body(analysis, i), site_from(analysis, i + 2, last, direct=True)
        return body, site.person(analysis) if body and site else None
    if folds[i] in _PRESIDES and folds[i - 1] == "qui":
        j = i + 1 + (folds[i + 1] in _ARTICLES)
        body = _ongoing(analysis, analysis.at(j))
        end = i - 1
        while end > 0 and analysis.doc[end - 1].text == ",":
            end -= 1
        site = site_until(analysis, end)
        return body, site.person(analysis) if body and site else None
    return None, None


def _body(analysis: Analysis, end: int) -> Mention | None:
    """Return the institution that ends before token `end`, a comma aside."""
    while end > 0 and analysis.doc[end - 1].text == ",":
        end -= 1
    mention = analysis.at(end - 1) if end > 0 else None
    return _ongoing(analysis, mention) if mention and mention.end == end else None


def _ongoing(analysis: Analysis, mention: Mention | None) -> Mention | None:
    if mention is None or mention.kind not in _KINDS or mention.draft is None:
        return None
    words = set(fold(analysis.text(*mention.core)).split())
    return None if words & analysis.terms.gatherings else mention


def _hold(analysis: Analysis, i: int, body: Mention, person: Mention, holder: Draft) -> None:
    title = titles_by_label(analysis.lexicon)["president"]
    use = TitleUse(i, i + 1, of_gender(title, feminine=bool(holder.feminine)), title, written=False, outer=(i, i + 1))
    use.agencies = [(body.draft, *body.core)] if body.draft else []
    if body.country_at:
        use.country, use.country_span = body.country, body.country_at
    person.titles.append(use)
    analysis.tenures.append((holder, use))
