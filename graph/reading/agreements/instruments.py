"""Finds the noun phrases that name an instrument between states, with what they say of it.

« un mémorandum d’entente sur l’énergie entre l’Italie et l’Algérie », « onze accords de coopération », « une série de
conventions », « l’accord de pêche de 2014 », « le partenariat stratégique approfondi », « le premier [porte sur …] ».
Whether the instrument was ever concluded is asked later (`acts`, `fulfilment`).
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_heads import is_plural, read_head
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.lists import one_of_them
from dragoman.graph.reading.agreements.subjects import Subject, attached, subject_of
from dragoman.graph.reading.analysis import Analysis

_DE = frozenset({"de", "d", "du", "des"})


def instruments(scene: IndexedScene, *, pronouns: bool = False) -> list[Instrument]:
    """Return the instruments that a sentence names, in order, none inside another."""
    analysis = scene.analysis
    known = scene.known
    found: list[Instrument] = []
    i = scene.first
    while i < scene.last:
        size = _noun_at(scene, i)
        alike = known.alike.at(analysis.folds, i) if pronouns and not size else 0
        pronoun = known.pronouns.at(analysis.folds, i) if pronouns and not size else 0
        if pronouns and not pronoun and not size and one_of_them(scene, i):
            pronoun = 1
        if size:
            item = _instrument(scene, i, i + size)
        elif alike and scene.mention_at(i + alike) is None:
            item = _taken_up(scene, i, i + alike - (analysis.folds[i + alike - 1] in _DE))
            item.alike = True
        elif pronoun and _stands_alone(analysis, i + pronoun, scene.last):
            item = _taken_up(scene, i, i + pronoun)
        else:
            i += 1
            continue
        found.append(item)
        i = max(item.end, i + 1)
    return found


def _noun_at(scene: IndexedScene, i: int) -> int:
    """How many tokens the noun of an instrument takes from token `i`, 0 where there is none."""
    analysis, known, folds = scene.analysis, scene.known, scene.analysis.folds
    if folds[i] not in known.opening_nouns or (analysis.doc[i].pos_ in {"VERB", "AUX"} and folds[i] not in known.nouns):
        return 0
    covering = scene.mention_at(i)
    if covering is not None and covering.kind not in {"Adjective", "Pair"}:
        return 0
    size = known.compounds.at(folds, i)
    if size:
        return size
    if folds[i] not in known.nouns and folds[i] not in known.weak:
        return 0
    before = folds[i - 1] if i > scene.first else ""
    if folds[i] == "accord" and before in {"d", "en", "bon"} and not _draft_before(analysis, i - 1):
        return 0  # « d’accord », « en accord avec »
    if folds[i] == "partenariat" and before == "en":
        return 0
    return 1


def _draft_before(analysis: Analysis, i: int) -> bool:
    """« projet d’accord », « signature d’accords », « nombre d’accords »: a noun that an instrument completes."""
    return (
        i > 0
        and analysis.folds[i] == "d"
        and (analysis.doc[i - 1].pos_ == "NOUN" and analysis.folds[i - 1] not in {"mise", "terrain"})
    )


def _stands_alone(analysis: Analysis, i: int, last: int) -> bool:
    """Whether nothing but a verb, a preposition or a comma follows, so that « le premier » is no adjective."""
    return i < last and (
        analysis.doc[i].pos_ in {"VERB", "AUX", "ADP", "PUNCT"}
        or analysis.folds[i] in {"sur", "de", "entre", "en", "a"}
    )


def _taken_up(scene: IndexedScene, start: int, end: int) -> Instrument:
    item = Instrument(start, end - 1, end, "", definite=False, taken_up=True)
    _describe(scene, item, end)
    item.start = start
    return item


def _instrument(scene: IndexedScene, noun: int, end: int) -> Instrument:
    analysis = scene.analysis
    known = scene.known
    item = Instrument(noun, noun, end, analysis.folds[noun].removesuffix("s"))
    item.weak = analysis.folds[noun] in known.weak
    read_head(scene, item)
    item.plural = item.plural or is_plural(analysis, noun)
    if analysis.folds[noun] == "partenariat":
        _partnership(scene, item)
    _describe(scene, item, item.end)
    item.alike = item.bare and any(analysis.folds[j] in known.anew for j in range(item.start, item.noun))
    return item


def _partnership(scene: IndexedScene, item: Instrument) -> None:
    """« le partenariat stratégique approfondi »: the whole of it is what was concluded, thus its one topic."""
    analysis = scene.analysis
    end = item.noun + 1
    while end < scene.last and analysis.doc[end].pos_ == "ADJ" and scene.mention_at(end) is None:
        end += 1
    while (
        end < scene.last
        and end > item.noun + 1
        and analysis.folds[end] == "et"
        and end + 1 < scene.last
        and analysis.doc[end + 1].pos_ == "ADJ"
    ):
        end += 2
    if (
        end < scene.last
        and end > item.noun + 1
        and analysis.folds[end] in {"approfondi", "renforce", "elargi", "exceptionnel"}
    ):
        end += 1
    if any(analysis.folds[j] not in scene.known.empty for j in range(item.noun + 1, end)):
        item.topics.append((item.noun, end, analysis.text(item.noun, end)))
        item.end = end


def _describe(scene: IndexedScene, item: Instrument, i: int) -> None:
    """Read what follows the noun: kinds, adjectives, subjects, parties, a year; set the end of the phrase."""
    folds, doc = scene.analysis.folds, scene.analysis.doc
    known = scene.known
    while i < scene.last:
        mention = scene.mention_at(i)
        when = scene.date_at(i)
        if mention is not None and mention.kind == "Pair" and mention.start == i:
            item.pair, i = mention, mention.end
        elif mention is not None and mention.kind == "Adjective":
            i = mention.end
        elif (
            folds[i] in _DE
            and (both := scene.mention_at(i + 1)) is not None
            and both.kind == "Pair"
            and both.start == i + 1
        ):
            item.pair, i = both, both.end
        elif when is not None and folds[i] in _DE:
            item.year, i = when, when.end
        elif (
            folds[i] in {"de", "d"}
            and item.definite
            and (place := scene.mention_at(i + 1)) is not None
            and place.kind == "Place"
        ):
            item.named, i = True, place.end
        elif folds[i] == "" and doc[i].text in "«»“”\"-’'‘":
            i += 1
        elif doc[i].text == "(":
            close = next((j for j in range(i, min(scene.last, i + 8)) if doc[j].text == ")"), None)
            if close is None:
                break
            i = close + 1
        elif doc[i].text == "," and (inserted := _inserted(scene, i)) is not None:
            _take(item, inserted)
            i = inserted.end
        elif folds[i] in known.empty:
            i += 1
        elif folds[i] in _DE and i + 1 < scene.last and _kind(scene, i + 1):
            i += 2
        elif (
            folds[i] == "et"
            and i > item.noun + 1
            and folds[i + 1 : i + 2] in (["de"], ["d"])
            and i + 2 < scene.last
            and _kind(scene, i + 2)
        ):
            i += 3
        elif folds[i] in {"cadre", "cadres"} and doc[i - 1].text == "-":
            i += 1
        elif folds[i] in {"entre", "avec"} and (phrase := scene.phrase_from(i + 1)) is not None:
            item.phrases.append(phrase)
            i = (
                phrase.end
                if len(phrase.mentions) > 1 or phrase.mentions[0].members
                else _past_unknown(scene, phrase.end)
            )
        else:
            subject = subject_of(scene, i, item.taken_up)
            if subject is None:
                break
            _take(item, subject)
            i = subject.end
        item.end = i
    while item.end > item.noun + 1 and not folds[item.end - 1] and doc[item.end - 1].text not in ")":
        item.end -= 1


def _past_unknown(scene: IndexedScene, i: int) -> int:
    """« entre l’Académie diplomatique et l’École de Madrid, relative à »: past a second party that nobody knows."""
    if i + 2 >= scene.last or scene.analysis.folds[i] != "et":
        return i
    named = any(scene.analysis.doc[j].text[:1].isupper() for j in range(i + 1, i + 3))
    for j in range(i + 1, min(scene.last, i + 10)):
        if (
            scene.analysis.doc[j].text in {",", ".", ";"}
            or scene.verb_at(j) is not None
            or scene.known.about.at(scene.analysis.folds, j)
        ):
            return j if named else i
    return i


def _inserted(scene: IndexedScene, comma: int) -> Subject | None:
    """« Un autre mémorandum, sur l’efficacité énergétique, porte … », « une convention entre X et Y, relative à »."""
    word = scene.analysis.folds[comma + 1] if comma + 1 < scene.last else ""
    if not scene.known.about.at(scene.analysis.folds, comma + 1) or not attached(word):
        return None
    return subject_of(scene, comma + 1)


def _take(item: Instrument, subject: Subject) -> None:
    item.topics += [t for t in subject.topics if t not in item.topics]
    if subject.nested is not None:
        item.year = item.year or subject.nested


def _kind(scene: IndexedScene, i: int) -> bool:
    """« mémorandum d’entente », « accord de coopération » with no subject of their own."""
    analysis = scene.analysis
    known = scene.known
    if analysis.folds[i] not in known.kinds:
        return False
    following = analysis.doc[i + 1] if i + 1 < scene.last else None
    relational = (
        following is not None
        and following.pos_ == "ADJ"
        and analysis.folds[i + 1] not in known.empty
        and scene.mention_at(i + 1) is None
    )
    return not relational or analysis.folds[i] in {"entente", "accord"}
