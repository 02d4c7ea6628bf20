"""Reads what stands before the noun of an instrument: its number and determiner, what governs it, and what bars it.

« onze accords », « une vingtaine de conventions », « plus de cinquante accords »; « un projet d’accord », « aucun accord » and
« une convention de 12 milliards de dirhams » (a deal) are no instruments.
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.analysis import Analysis

_DE = frozenset({"de", "d", "du", "des"})
_CONTRACTED = {"du": "de", "au": "a", "aux": "a"}
_QUOTES = "«“\"'’‘"


def is_plural(analysis: Analysis, i: int) -> bool:
    """Whether the noun at a token is a plural."""
    return analysis.folds[i].endswith(("s", "memoranda", "verbaux")) and analysis.folds[i] not in {
        "compromis",
        "proces verbal",
    }


def read_head(scene: IndexedScene, item: Instrument) -> None:
    """Read number, determiner and governing word from before the noun, and what bars the instrument there."""
    analysis, folds = scene.analysis, scene.analysis.folds
    known, words = scene.known, analysis.words
    if _priced(scene, item.noun + 1):
        item.barred = "its price makes it a deal"
    i = item.noun - 1
    while i >= scene.first and _premodifies(scene, i):
        if folds[i] in known.drafts:
            item.barred = "it is still to come"
        elif item.count is None and (folds[i] in words.numbers or folds[i].isdigit()):
            item.count, item.plural = _number(analysis, i), True
        item.further = item.further or folds[i] in known.ordinals
        item.start = i if folds[i] else item.start
        i -= 1
    if i >= scene.first and folds[i] in known.none:
        item.barred, item.start = "there is none", i
        return
    if i >= scene.first and folds[i] in known.definite | known.indefinite and folds[i] != "des":
        item.further = item.further and folds[i] in known.definite
        item.definite, item.start = folds[i] in known.definite and not item.further, i
        if folds[i] in _CONTRACTED:
            _governed(scene, item, i, _CONTRACTED[folds[i]])
            return
        i -= 1
        while i >= scene.first and not folds[i] and analysis.doc[i].text in _QUOTES:
            i -= 1
    item.further = item.further and item.start < item.noun and folds[item.start] in known.definite
    if i < scene.first:
        return
    if folds[i] in _DE:
        _governed(scene, item, i, "de")
    elif folds[i] in known.none:
        item.barred = "there is none"
    elif analysis.doc[i].pos_ == "ADP":
        item.preposition = folds[i]


def _priced(scene: IndexedScene, i: int) -> bool:
    """« une convention de 12,8 milliards de dirhams »."""
    analysis = scene.analysis
    words = analysis.folds[i : i + 7]
    return (
        words[:1] in (["de"], ["d"])
        and words[1:2] != []
        and words[1].replace(" ", "").isdigit()
        and bool(set(words[2:]) & (set(analysis.words.multipliers) | set(analysis.words.currencies)))
    )


def _premodifies(scene: IndexedScene, i: int) -> bool:
    """Whether a token before the noun is a number, an adjective that says nothing, or a mark."""
    analysis, word = scene.analysis, scene.analysis.folds[i]
    known = scene.known
    if not word:
        return analysis.doc[i].text in _QUOTES
    if word in {"un", "une", "plusieurs"} | _DE:
        return False
    return (
        word in analysis.words.numbers
        or word.isdigit()
        or word in known.empty
        or (word in known.drafts and analysis.doc[i].pos_ == "ADJ")
    )


def _governed(scene: IndexedScene, item: Instrument, i: int, preposition: str) -> None:
    """What « de » joins the instrument to: « une série d’accords », « un projet d’accord », « la signature d’un accord »."""
    analysis, folds = scene.analysis, scene.analysis.folds
    known, words = scene.known, analysis.words
    head = i - 1
    while (
        head > scene.first and analysis.doc[head].pos_ == "ADJ" and folds[head] not in known.containers | known.drafts
    ):
        head -= 1
    noun = folds[head] if head >= scene.first else ""
    if preposition == "de" and noun in known.drafts:
        item.barred = "it is still to come"
        item.start = head
    elif preposition == "de" and noun in {"plus", "moins", "pres", "total", "quelque"} and item.count is not None:
        item.start = head
    elif preposition == "de" and (noun in known.none or noun in {"pas", "plus", "point"}):
        item.barred = "there is none"
    elif preposition == "de" and (noun in known.containers or noun in words.collectives):
        item.plural, item.count = True, item.count or words.collectives.get(noun)
        start = head
        while start > scene.first and (
            folds[start - 1] in known.definite | known.indefinite | known.empty
            or folds[start - 1] in {"pres", "quelque"}
        ):
            start -= 1
        item.start, item.definite = start, False
        if start > scene.first and analysis.doc[start - 1].pos_ == "ADP":
            item.preposition = folds[start - 1]
    elif folds[i] == "des" and (
        head < scene.first or analysis.doc[head].pos_ not in {"NOUN", "PROPN"} or scene.date_at(head) is not None
    ):
        item.start = i  # the article of « des accords ont été signés »
    elif (
        folds[i] in {"de", "d"}
        and (head < scene.first or analysis.doc[head].pos_ in {"VERB", "AUX", "PUNCT"})
        and i == item.start - 1
        and not item.definite
        and folds[item.start] not in known.indefinite
    ):
        item.start = i  # « ont signé de nouveaux accords », « d’autres accords »
    else:
        item.preposition = preposition


def _number(analysis: Analysis, i: int) -> int | None:
    word = analysis.folds[i]
    if word.isdigit():
        return int(word) if len(word) < 4 else None
    total = analysis.words.numbers.get(word)
    if total and i and analysis.folds[i - 1] in analysis.words.numbers and total < 20:
        return total + analysis.words.numbers[analysis.folds[i - 1]]
    return total
