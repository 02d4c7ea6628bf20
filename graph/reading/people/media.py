"""Finds media by what leads their names in: « au micro de Medi1 », « sur les ondes de la RFM », « parue dans L’Express ».

No list holds every station and paper of the world; whatever stands there with a capital is one.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.speech.speech_words import speech_words

_ARTICLES = frozenset({"le", "la", "l", "les"})
_LONGEST = 6
_NOT_MEDIA = frozenset({"Country", "Person", "Description"})


def component(analysis: Analysis) -> None:
    """Add a mention for every medium that is led in and that nothing else has named."""
    known = speech_words(analysis.language)
    phrases = known.media
    openings: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        openings.setdefault(phrase[0], []).append(phrase)
    for first, last in analysis.sentences:
        for i in range(first, last):
            led = openings.get(analysis.openings[i])
            if analysis.folds[i] in known.stations and analysis.texts[i][0].isupper() and i + 1 < last:
                _name(analysis, i, last, whole=True)
            elif led:
                after = next((end for p in led if (end := _led(analysis, p, i, last)) is not None), None)
                if after is not None:
                    _name(analysis, after, last)
    analysis.sort()


def _led(analysis: Analysis, phrase: tuple[str, ...], i: int, last: int) -> int | None:
    """Return the token after a phrase that begins at token `i`; « du » and « aux » hold their preposition."""
    rest = list(phrase)
    while rest and i < last:
        for word in analysis.folds[i].split():
            plain = (
                {"du": "de", "des": "de", "d": "de", "au": "a", "aux": "a"}.get(word, word) if len(rest) == 1 else word
            )
            if not rest or rest[0] not in {word, plain}:
                return None
            rest.pop(0)
        i += 1
    return i if not rest else None


def _name(analysis: Analysis, i: int, last: int, *, whole: bool = False) -> None:
    while (
        not whole
        and i < last
        and (
            (analysis.folds[i] in _ARTICLES and analysis.doc[i].text[:1].islower())
            or analysis.folds[i] in analysis.words.outlets
            or (analysis.doc[i].pos_ == "ADJ" and analysis.doc[i].text.islower())
        )
    ):
        i += 1
    end = i
    while (
        end < last
        and end - i < _LONGEST
        and (
            analysis.doc[end].text[:1].isupper()
            or analysis.doc[end].text.isdigit()
            or (end > i and analysis.folds[end] in {"de", "du", "d"} and _goes_on(analysis, end, last))
        )
    ):
        end += 1
    if end <= i + whole or (analysis.folds[i] in _ARTICLES and end == i + 1):
        return
    inside = list(analysis.between(i, end))
    if any(m.kind in _NOT_MEDIA for m in inside if m.start == i) or any(m.kind == "Outlet" for m in inside):
        return
    for mention in inside:
        analysis.mentions.remove(mention)
    draft = analysis.met("Outlet", analysis.text(i, end))
    analysis.mentions.append(Mention(i, end, (i, end), "Outlet", draft, draft.country, via="medium"))


def _goes_on(analysis: Analysis, i: int, last: int) -> bool:
    return i + 1 < last and analysis.doc[i + 1].text[:1].isupper()
