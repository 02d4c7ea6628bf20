"""Follows companies through the article: their name alone later on, and « le groupe », « le constructeur turc ».

A company found once by what introduced it (`introductions`, `institutions`) is known by its name wherever it stands; a definite
description of a company is the one named last of the state that its adjective says, else the one named last within two sentences whose
state is not known yet. Where no company was named, a name that nothing else explains is one: « La part revient à Railval. Le
constructeur français … ».
"""

from __future__ import annotations

from bisect import bisect_right

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.deals.trade import trade
from dragoman.graph.reading.people.name_runs import run_from, runs
from dragoman.graph.reading.people.unexplained_names import company_left

_DEFINITE = frozenset({"le", "la", "l", "ce", "cet", "cette", "du", "au"})
_SENTENCES_BACK = 2
_LOCATING = frozenset({"a", "en", "au", "aux", "de", "du", "d", "pres", "vers"})


def component(analysis: Analysis) -> None:
    """Add a mention for each later use of a company's name, and for each description of one."""
    _named_again(analysis)
    _described(analysis)


def _named_again(analysis: Analysis) -> None:
    named: dict[str, Draft | None] = {}
    for mention in analysis.mentions:
        if mention.kind in {"Company", "Outlet"} and mention.draft and mention.via == "grammar":
            for name in mention.draft.names:
                full = fold(name)
                named[full] = mention.draft
                first = full.split()[0] if full.split() else ""
                if len(first) > 3 and first not in analysis.words.companies | analysis.words.institutions:
                    known = named.get(first, mention.draft)
                    named[first] = mention.draft if known is mention.draft else None
    if not named:
        return
    for start, end in runs(analysis):
        draft = named.get(fold(analysis.text(start, end)))
        if draft is not None:
            analysis.mentions.append(
                Mention(start, end, (start, end), draft.kind, draft, draft.country, via="repeated")
            )
    analysis.sort()


def _model(analysis: Analysis, mention: Mention) -> bool:
    """« Avantel Swift 100 »: a maker's name that opens the name of what it makes."""
    after = analysis.doc[mention.end].text if mention.end < len(analysis.doc) else ""
    return after[:1].isupper() or after[:1].isdigit()


def _described(analysis: Analysis) -> None:
    things, others = (trade(analysis.language).of(name) for name in ("goods_or_bodies", "no_company"))
    known = [m for m in analysis.mentions if m.kind == "Company" and m.draft]
    starts = [m.start for m in known]
    covered = {i: m for m in analysis.mentions for i in range(m.start, m.end)}
    opens = [first for first, _ in analysis.sentences]
    for i in range(1, len(analysis.doc) - 1):
        word = analysis.folds[i]
        if (
            word not in analysis.words.companies
            or word in things
            or i in covered
            or analysis.folds[i - 1] not in _DEFINITE
        ):
            continue
        end, adjective = i + 1, None
        while end < len(analysis.doc) and (
            analysis.doc[end].pos_ == "ADJ" or (end in covered and covered[end].kind == "Adjective")
        ):
            adjective = covered.get(end, adjective)
            end += 1
        after = analysis.folds[end] if end < len(analysis.doc) else ""
        if (
            set(analysis.folds[i + 1 : end]) & others
            or after in others
            or end in covered
            or analysis.doc[i].pos_ in {"VERB", "AUX"}
        ):
            continue
        if end < len(analysis.doc) and analysis.doc[end].text[:1].isupper() and analysis.doc[end].pos_ == "PROPN":
            continue
        floor = opens[max(0, bisect_right(opens, i) - 1 - _SENTENCES_BACK)]
        country = adjective.country if adjective else None
        before = [m for m in known[: bisect_right(starts, i)] if m.end <= i and not _model(analysis, m)]
        draft = _meant(before, floor, country)
        if draft is not None and country and draft.country is None and _rivals(analysis, floor, i):
            draft = None
        if draft is None and country and not any(m.start >= floor for m in before):
            draft = company_left(analysis, opens[max(0, bisect_right(opens, i) - 2)], i)
        if draft is not None:
            if adjective and country and draft.country is None:
                draft.country, draft.country_at = country, (adjective.start, adjective.end)
            analysis.add(Mention(i, end, (i, end), "Company", draft, draft.country, via="description"))
    analysis.sort()


def _meant(before: list[Mention], floor: int, country: str | None) -> Draft | None:
    """The company named last of that state; else the one named last from token `floor` on whose state nothing tells."""
    own = [m.draft for m in before if m.draft and country and m.draft.country == country]
    if own:
        return own[-1]
    near = [m.draft for m in before if m.start >= floor and m.draft and (country is None or m.draft.country is None)]
    if country and len({id(d) for d in near}) > 1:
        return None  # of two whose state nothing tells, either may be meant
    return near[-1] if near else None


def _rivals(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a name that nothing explains stands before a description: it may be the company meant as well."""
    for i in range(start, end):
        after = run_from(analysis, i, end)
        person = after > i + 1 and analysis.doc[i].ent_type_ == "PER"
        placed = i > start and analysis.doc[i].ent_type_ == "LOC" and analysis.folds[i - 1] in _LOCATING
        if after > i and not person and not placed:
            return True
    return False
