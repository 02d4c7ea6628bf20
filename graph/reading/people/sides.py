"""Says whose side people stand on: « côté russe, X et Y », « pour la partie turque, Z », « l’Espagnol W », « la délégation malienne, conduite par V ».

An adjective of nationality on the side, the delegation or the person tells the country of all who are named there, as long as no
other side, no semicolon and no sentence's end comes between and nothing else tells it.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Mention


def component(analysis: Analysis) -> None:
    """Give people the country that their side or their nationality beside the name tells."""
    waiting: tuple[str, tuple[int, int], int] | None = None
    for mention in analysis.mentions:
        first, last = analysis.sentence_of(mention.start)
        if waiting and (mention.start >= waiting[2] or _parted(analysis, waiting[1][1], mention.start)):
            waiting = None
        if mention.kind == "Adjective" and mention.country:
            if _side(analysis, mention, first, last):
                waiting = (mention.country, (mention.start, mention.end), last)
            elif _beside(analysis, mention, last):
                person = analysis.at(mention.end)
                if person and person.kind == "Person":
                    _give(person, mention.country, (mention.start, mention.end))
        elif mention.kind == "Person" and waiting:
            _give(mention, waiting[0], waiting[1])
        elif mention.kind == "Person" and any(u.scope == "royal" for u in mention.titles):
            _household(analysis, mention, first, last)


def _household(analysis: Analysis, monarch: Mention, first: int, last: int) -> None:
    """« Sur instructions du roi X, le prince Y a reçu … »: who acts in a monarch's stead is of that monarch's house."""
    before = analysis.folds[max(first, monarch.start - 4) : monarch.start]
    if monarch.country is None or not analysis.terms.on_behalf.intersection(before):
        return
    for mention in analysis.between(first, last):
        princely = mention is not monarch and any(u.scope == "royal" and not u.town for u in mention.titles)
        if mention.kind == "Person" and princely:
            _give(mention, monarch.country, monarch.core)


def _give(mention: Mention, country: str, span: tuple[int, int]) -> None:
    draft = mention.draft
    if draft and draft.country is None:
        draft.country, draft.country_at = country, span
        mention.country = country


def _side(analysis: Analysis, mention: Mention, first: int, last: int) -> bool:
    """« côté russe, », « la délégation malienne, conduite par »."""
    if mention.start <= first or analysis.folds[mention.start - 1] not in analysis.terms.sides:
        return False
    i = mention.end
    if i >= last:
        return False
    if analysis.folds[mention.start - 1] == "delegation":
        ahead = analysis.folds[i : i + 4]
        return "par" in ahead and analysis.doc[i + (analysis.doc[i].text == ",")].pos_ in {"VERB", "ADJ", "AUX"}
    return (
        analysis.doc[i].text in {",", ":"}
        or analysis.at(i) is not None
        or analysis.doc[i].pos_ in {"VERB", "AUX", "PRON", "ADP"}
    )


def _parted(analysis: Analysis, start: int, end: int) -> bool:
    return any(t.text in {";", "»"} for t in analysis.doc[start:end])


def _beside(analysis: Analysis, mention: Mention, last: int) -> bool:
    """« l’Espagnol Óscar Soria »: a nationality used as a noun right before the name."""
    return (
        mention.end < last
        and analysis.doc[mention.start].text[:1].isupper()
        and mention.start > 0
        and analysis.folds[mention.start - 1] in {"le", "la", "l", "du", "au"}
    )
