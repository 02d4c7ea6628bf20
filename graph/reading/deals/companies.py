"""Follows companies through the article: their name alone later on, and « le groupe », « le constructeur turc ».

A company found once by what introduced it (`introductions`, `institutions`) is known by its name wherever it stands; a
definite description of a company is the one named last, within two sentences, whose country does not speak against it.
"""

from __future__ import annotations

from bisect import bisect_right

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.name_runs import runs

_DEFINITE = frozenset({"le", "la", "l", "ce", "cet", "cette", "du", "au"})
_NO_COMPANY = frozenset(
    {"civile", "civil", "parlementaire", "de", "des", "d", "du", "arabe", "mixte", "politique", "armee", "arme"}
)
_THINGS = frozenset(
    {"laboratoire", "chantier", "banque", "fonds", "enseigne", "cooperative"}
)  # goods or bodies as often
_SENTENCES_BACK = 2


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
    """« Sukhoi Superjet 100 »: a maker's name that opens the name of what it makes."""
    after = analysis.doc[mention.end].text if mention.end < len(analysis.doc) else ""
    return after[:1].isupper() or after[:1].isdigit()


def _described(analysis: Analysis) -> None:
    known = [m for m in analysis.mentions if m.kind == "Company" and m.draft]
    if not known:
        return
    starts = [m.start for m in known]
    covered = {i: m for m in analysis.mentions for i in range(m.start, m.end)}
    opens = [first for first, _ in analysis.sentences]
    for i in range(1, len(analysis.doc) - 1):
        word = analysis.folds[i]
        if (
            word not in analysis.words.companies
            or word in _THINGS
            or i in covered
            or analysis.folds[i - 1] not in _DEFINITE
        ):
            continue
        end, country = i + 1, None
        while end < len(analysis.doc) and (
            analysis.doc[end].pos_ == "ADJ" or (end in covered and covered[end].kind == "Adjective")
        ):
            if end in covered:
                country = covered[end].country
            end += 1
        after = analysis.folds[end] if end < len(analysis.doc) else ""
        if (
            set(analysis.folds[i + 1 : end]) & _NO_COMPANY
            or after in _NO_COMPANY
            or end in covered
            or analysis.doc[i].pos_ in {"VERB", "AUX"}
        ):
            continue
        if end < len(analysis.doc) and analysis.doc[end].text[:1].isupper() and analysis.doc[end].pos_ == "PROPN":
            continue
        sentence = bisect_right(opens, i) - 1
        floor = opens[max(0, sentence - _SENTENCES_BACK)]
        for mention in reversed(known[: bisect_right(starts, i)]):
            if mention.end > i or mention.draft is None or _model(analysis, mention):
                continue
            if mention.start < floor:
                break
            if country is None or mention.draft.country in {None, country}:
                analysis.mentions.append(
                    Mention(i, end, (i, end), "Company", mention.draft, mention.draft.country, via="description")
                )
                break
    analysis.sort()
