"""Finds the noun phrases that name an instrument between states, with what they say of it.

« un mémorandum d’entente sur l’énergie entre l’Italie et l’Algérie », « onze accords de coopération », « une série de
conventions », « l’accord de pêche de 2014 », « le partenariat stratégique approfondi », « le premier [porte sur …] ».
Whether the instrument was ever concluded is asked later (`acts`, `fulfilment`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.days import When
from dragoman.graph.reading.lists import one_of_them
from dragoman.graph.reading.noun_groups import Phrase
from dragoman.graph.reading.indexed_scenes import IndexedScene
from dragoman.graph.reading.subjects import Subject, subject_of

_DEFINITE = frozenset(
    {"le", "la", "l", "les", "ce", "cet", "cette", "ces", "du", "au", "aux", "leur", "son", "notre", "leurs", "ses"}
)
_INDEFINITE = frozenset(
    {"un", "une", "des", "plusieurs", "quelques", "certains", "divers", "diverses", "autre", "nombreux", "nombreuses"}
)
_DE = frozenset({"de", "d", "du", "des"})
_CONTRACTED = {"du": "de", "au": "a", "aux": "a"}
_QUOTES = "«“\"'’‘"


@dataclass(eq=False)
class Instrument:
    """One instrument, or one batch of them, as a noun phrase names it.

    Attributes:
        start, noun, end: the tokens of the phrase, determiner and complements included, and of its noun.
        count: how many, where a number says so.
        plural, definite: whether it is a batch, and whether it is taken as known (« l’accord », « ces textes »).
        weak: whether its noun names an instrument only where it is signed (« un programme »).
        topics: what it is about: tokens and words.
        phrases: actors named in it (« entre X et Y », « maroco-russe »).
        year: a date that its name holds (« l’accord de 2014 »).
        taken_up: whether it is a pronoun (« le premier », « l’un »).
        barred: why it is no existing instrument (« projet d’accord », « aucun accord »), or "".
        preposition: the word that governs it, or "".
    """

    start: int
    noun: int
    end: int
    lemma: str
    count: int | None = None
    plural: bool = False
    definite: bool = False
    weak: bool = False
    topics: list[tuple[int, int, str]] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    pair: Mention | None = None
    year: When | None = None
    taken_up: bool = False
    barred: str = ""
    preposition: str = ""

    @property
    def bare(self) -> bool:
        """Whether it says nothing of its own but that it is an instrument."""
        return not self.topics and not self.phrases and self.pair is None and self.year is None


def instruments(scene: IndexedScene, *, pronouns: bool = False) -> list[Instrument]:
    """Return the instruments that a sentence names, in order, none inside another."""
    analysis = scene.analysis
    known = scene.known
    found: list[Instrument] = []
    i = scene.first
    while i < scene.last:
        size = _noun_at(scene, i)
        pronoun = known.pronouns.at(analysis.folds, i) if pronouns and not size else 0
        if pronouns and not pronoun and not size and one_of_them(scene, i):
            pronoun = 1
        if size:
            item = _instrument(scene, i, i + size)
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
    if not folds[i] or analysis.doc[i].pos_ in {"VERB", "AUX"} and folds[i] not in known.nouns:
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
    _before(scene, item)
    item.plural = item.plural or _is_plural(analysis, noun)
    if analysis.folds[noun] == "partenariat":
        _partnership(scene, item)
    _describe(scene, item, item.end)
    return item


def _is_plural(analysis: Analysis, i: int) -> bool:
    return analysis.folds[i].endswith(("s", "memoranda", "verbaux")) and analysis.folds[i] not in {
        "compromis",
        "proces verbal",
    }


def _before(scene: IndexedScene, item: Instrument) -> None:
    """Read number, determiner and governing word from before the noun, and what bars the instrument there."""
    analysis, folds = scene.analysis, scene.analysis.folds
    known, words = scene.known, analysis.words
    if _priced(scene, item.noun + 1):
        item.barred = "its price makes it a deal"
    i = item.noun - 1
    while i >= scene.first and _premodifies(scene, i):
        if folds[i] in known.drafts:
            item.barred = "it is still to come"
        elif (folds[i] in words.numbers or folds[i].isdigit()) and folds[i] not in {"un", "une"}:
            if item.count is None:
                item.count, item.plural = _number(analysis, i), True
        item.start = i if folds[i] else item.start
        i -= 1
    if i >= scene.first and folds[i] in known.none:
        item.barred, item.start = "there is none", i
        return
    if i >= scene.first and folds[i] in _DEFINITE | _INDEFINITE and folds[i] != "des":
        item.definite, item.start = folds[i] in _DEFINITE, i
        if folds[i] in _CONTRACTED:
            _governed(scene, item, i, _CONTRACTED[folds[i]])
            return
        i -= 1
        while i >= scene.first and not folds[i] and analysis.doc[i].text in _QUOTES:
            i -= 1
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
            folds[start - 1] in _DEFINITE | _INDEFINITE | known.empty or folds[start - 1] in {"pres", "quelque"}
        ):
            start -= 1
        item.start, item.definite = start, False
        if start > scene.first and analysis.doc[start - 1].pos_ == "ADP":
            item.preposition = folds[start - 1]
    elif folds[i] == "des" and (head < scene.first or analysis.doc[head].pos_ not in {"NOUN", "PROPN"}):
        item.start = i  # the article of « des accords ont été signés »
    elif (
        folds[i] in {"de", "d"}
        and (head < scene.first or analysis.doc[head].pos_ in {"VERB", "AUX", "PUNCT"})
        and i == item.start - 1
        and not item.definite
        and folds[item.start] not in _INDEFINITE
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
    analysis, folds, doc = scene.analysis, scene.analysis.folds, scene.analysis.doc
    known = scene.known
    while i < scene.last:
        mention = scene.mention_at(i)
        when = scene.date_at(i)
        if mention is not None and mention.kind == "Pair" and mention.start == i:
            item.pair, i = mention, mention.end
        elif mention is not None and mention.kind == "Adjective":
            i = mention.end
        elif when is not None and folds[i] in _DE:
            item.year, i = when, when.end
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
        elif folds[i] in {"cadre", "cadres"} and doc[i - 1].text == "-":
            i += 1
        elif folds[i] in {"entre", "avec"} and (phrase := scene.phrase_from(i + 1)) is not None:
            item.phrases.append(phrase)
            i = phrase.end
        else:
            subject = subject_of(scene, i, item.taken_up)
            if subject is None:
                break
            _take(item, subject)
            i = subject.end
        item.end = i
    while item.end > item.noun + 1 and not folds[item.end - 1] and doc[item.end - 1].text not in ")":
        item.end -= 1


def _inserted(scene: IndexedScene, comma: int) -> Subject | None:
    """« Un autre mémorandum, sur l’efficacité énergétique, porte … », « une convention entre X et Y, relative à »."""
    if not scene.known.about.at(scene.analysis.folds, comma + 1) or scene.analysis.folds[comma + 1] in {
        "dans",
        "pour",
        "afin",
        "en",
        "notamment",
    }:
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
