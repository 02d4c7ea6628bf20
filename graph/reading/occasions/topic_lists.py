"""Finds where a sentence lists what people talked about.

« ont porté sur », « consacrée à », « se sont entretenus de la situation au Soudan », « ont passé en revue », « Il y a été
question de », « L’énergie et l’industrie étaient au menu », « La Libye et la Syrie ont dominé l’entretien ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event, Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.occasions.list_ends import list_end
from dragoman.graph.reading.occurrences import Occurrences

_DE = frozenset({"de", "du", "des", "d"})
_BESIDE = frozenset({"Person", "Description", "Pronoun", "Place", "Pair"})
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_AGAIN = {
    lead: frozenset(group)
    for group in ({"a", "au", "aux"}, {"de", "du", "des", "d"}, {"sur"})
    for lead in sorted(group)
}
_AS_WELL_AS = frozenset({("ainsi", "que"), ("ainsi", "qu"), ("mais", "aussi"), ("mais", "egalement")})


def topic_lists(here: Scene, words: Occurrences, own: list[Event]) -> Iterator[tuple[int, int, int]]:
    """Yield every list of topics of a sentence as (start, end, the token that tells of talks)."""
    analysis = here.analysis
    folds = analysis.folds
    talk = [
        i
        for i in range(here.first, here.last)
        if folds[i] in words.meetings and analysis.doc[i].pos_ not in {"VERB", "AUX"}
    ]
    for verb in here.verbs:
        if verb.negated:
            continue
        asked = _question(here, verb)
        if asked is not None:
            yield asked, list_end(here, asked), verb.start
            continue
        nouns_before = [i for i in talk if i < verb.start]
        if (
            verb.lemma in words.bearing
            and (nouns_before or own)
            and (
                begin := _after(
                    here, verb, {"sur"} | ({"a", "au", "aux"} if verb.participle or verb.passive else set())
                )
            )
        ):
            yield begin, list_end(here, begin), verb.start
        elif verb.lemma in words.dominating and any(i >= verb.end for i in talk):
            yield _opening(here, verb), verb.start, verb.start
        elif verb.lemma in words.broaching:
            begin = _object(here, verb)
            if begin is not None:
                yield begin, list_end(here, begin), verb.start
        elif verb.lemma in {"entretenir", "concerter", "converser", "conferer", "reunir"} or (
            verb.lemma in {"avoir", "tenir", "mener"} and any(verb.end <= i <= verb.end + 6 for i in talk)
        ):
            begin = _matter(here, next((i + 1 for i in talk if verb.end <= i), verb.end))
            if begin is not None:
                yield begin, list_end(here, begin), verb.start
    yield from _agenda(here, words, talk)
    for i in talk:
        match = re.match(
            r"(?:\S+ ){0,2}?(?:au sujet d|a propos d|portant sur|sur|autour d)(?:e|u|es|)(?= |$)",
            " ".join(folds[i + 1 : i + 6]),
        )
        if match:
            begin = i + 1 + len(match[0].split())
            yield begin, list_end(here, begin), i


def _after(here: Scene, verb: Verb, prepositions: set[str]) -> int | None:
    """The token after « sur » (« à ») close behind a verb."""
    for i in range(verb.end, min(here.last, verb.end + 5)):
        if here.analysis.folds[i] in prepositions and here.analysis.at(i) is None:
            return i + 1
    return None


def _question(here: Scene, verb: Verb) -> int | None:
    """« Il y a été question de la pêche », « ont eu trait à la situation au Sahel »."""
    folds = here.analysis.folds
    rest = folds[verb.end : verb.end + 2]
    if rest[:1] == ["question"] and verb.lemma == "etre":
        return verb.end + 2 if folds[verb.end + 1] in _DE else None
    if rest[:1] == ["trait"] and verb.lemma == "avoir":
        return verb.end + 2
    return None


def _object(here: Scene, verb: Verb) -> int | None:
    """Where what a verb of talking is said of begins: « évoquer X », « discuter de X », « passer en revue X », « faire le point sur X »."""
    folds = here.analysis.folds
    rest = " ".join(folds[verb.end : verb.end + 6])
    if verb.lemma == "passer":
        return verb.end + 2 if rest.startswith("en revue") else None
    if verb.lemma == "faire":
        return verb.end + 3 if rest.startswith("le point sur") else None
    if verb.lemma in {"evoquer", "aborder", "examiner", "analyser"}:
        return _past_partner(here, verb.end) if not verb.passive else None
    if verb.passive:
        return None
    return _matter(here, verb.end)


def _past_partner(here: Scene, start: int) -> int:
    """« ont abordé avec lui la crise »: the list begins after those with whom it was."""
    if start >= here.last or here.analysis.folds[start] != "avec":
        return start
    partner = next((p for p in here.phrases if p.role == "avec" and start < p.start <= start + 3), None)
    if partner is not None:
        return partner.end
    pronoun = start + 1 < here.last and here.analysis.doc[start + 1].pos_ == "PRON"
    return start + 2 if pronoun else start


def _matter(here: Scene, start: int) -> int | None:
    """« … avec M. Aydin de la situation au Soudan »: after « de », « sur » or « au sujet de » that no noun governs."""
    analysis = here.analysis
    folds, doc = analysis.folds, analysis.doc
    stop = list_end(here, start, commas=False)
    for i in range(start, stop):
        if analysis.at(i) is not None or folds[i] not in _DE | {"sur", "autour"}:
            continue
        if here.verb_at(i) is not None:
            continue
        if any(v.participle for v in here.verbs_between(start, i)):
            break
        before = doc[i - 1]
        beside = analysis.at(i - 1)
        free = (
            i == start
            or (beside is not None and beside.kind in _BESIDE)
            or not folds[i - 1]
            or here.verb_at(i - 1) is not None
            or _dated(folds[i - 1], analysis)
            or before.pos_ in {"ADV", "VERB"}
            or folds[i - 1] in {"sujet", "propos"}
        )
        following = next(
            (
                k
                for k in range(i + 1, min(stop, i + 4))
                if doc[k].pos_ in {"NOUN", "PROPN"} or analysis.at(k) is not None
            ),
            None,
        )
        if not free or following is None:
            continue
        mention = analysis.at(following)
        if mention is not None and mention.kind in {"Person", "Description", "Place"}:
            continue
        if folds[following] in {"travail", "janvier"} | set(analysis.words.months):
            continue
        return i + 1
    return None


def _dated(fold: str, analysis: Analysis) -> bool:
    return (
        fold in analysis.words.weekdays
        or fold in analysis.words.months
        or fold.isdigit()
        or fold in {"telephone", "hier"}
    )


def _opening(here: Scene, verb: Verb) -> int:
    """Where the list before a verb begins: after the last clause."""
    previous = [v for v in here.verbs if v.finite and v.end <= verb.start]
    begin = previous[-1].end if previous else here.first
    for i in range(verb.start - 1, begin - 1, -1):
        if here.analysis.doc[i].text in {";", ":"}:
            return i + 1
    return begin


def _agenda(here: Scene, words: Occurrences, talk: list[int]) -> Iterator[tuple[int, int, int]]:
    """« A et B étaient au menu », « Au menu des discussions : A et B », « Au centre de l’entretien, A et B »."""
    folds, doc = here.analysis.folds, here.analysis.doc
    for i in range(here.first, here.last):
        if not (folds[i] in words.agenda and folds[i - 1 : i] in (["au"], ["a"], ["l"], ["du"])):
            continue
        following = next((k for k in talk if i < k <= i + 4), None)
        verb = here.verb_before(i)
        if (
            verb is not None
            and verb.finite
            and verb.lemma in {"etre", "figurer", "rester", "demeurer", "trouver", "placer"}
            and ";" not in [t.text for t in doc[verb.end : i]]
            and (following or i + 1 >= here.last or not folds[i + 1])
        ):
            yield _opening(here, verb), verb.start, i
        elif i - here.first <= 2 or doc[i - 2].text in {";", ":", "–", "—"}:
            mark = next((k for k in range(i, here.last) if doc[k].text in {":", ","} and k > (following or i)), None)
            if mark is not None and (doc[mark].text == ":" or not any(v.finite and v.start > mark for v in here.verbs)):
                yield mark + 1, here.last, i


def segments(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a list where its preposition is repeated, after an item that is whole, at « ainsi que » and « mais aussi »."""
    folds, doc = analysis.folds, analysis.doc
    found, begin, depth = [], start, 0
    again = _AGAIN.get(folds[start - 1] if start else "", frozenset())
    for i in range(start, end - 1):
        depth += (doc[i].text in _OPENING) - (doc[i].text in _CLOSING)
        if depth > 0 or i < begin:
            continue
        skip = 0
        if folds[i + 1] in again and (folds[i] == "et" or doc[i].text == ","):
            skip = 2
        elif folds[i] == "et" and analysis.at(i) is None and _whole(analysis, begin, i) and doc[i + 1].pos_ == "DET":
            skip = 1
        elif (folds[i], folds[i + 1]) in _AS_WELL_AS:
            skip = 2
        if skip:
            found.append((begin, i))
            begin = i + skip
    return [(a, b) for a, b in [*found, (begin, end)] if b > a]


def _whole(analysis: Analysis, begin: int, end: int) -> bool:
    """« la guerre en Ukraine et les routes d’exportation »: an item that has its own complement shares none with the next."""
    items = [k for k in range(begin, end) if analysis.doc[k].text == ","]
    start = items[-1] + 1 if items else begin
    while start < end and (analysis.doc[start].pos_ in {"DET", "ADP"} or not analysis.folds[start]):
        start += 1
    named = analysis.at(start)
    if named is not None and named.end >= end and named.kind in {"Country", "Place"}:
        return True  # « La Libye et la Syrie »
    return any(analysis.doc[k].pos_ in {"ADP", "ADJ"} for k in range(start + 1, end))
