"""Makes a range of a visit's first or last day and its length: « Arrivé mardi à Rabat pour un séjour de deux jours »."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dragoman.graph.reading.clauses.event_nouns import EventNoun
from dragoman.graph.reading.clauses.scenes import Event, Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.dates.days import When

_ENDING = frozenset(
    {"achever", "conclure", "terminer", "boucler", "clore", "cloturer", "mettre", "quitter", "repartir"}
)


def staying(here: Scene, event: Event, noun: EventNoun | None, verb: Verb | None, dates: Dates) -> When | None:
    """Return the visit's date, made a range where its length or its last day is told in the same clause."""
    when = event.when
    if when is None or not when.exact:
        return when
    if noun is not None and (number := _ordinal(noun.lead)) is not None and (days := length(here, noun.head, noun.end)):
        first = date.fromisoformat(when.value or "") - timedelta(days=number - 1 if number else days - 1)
        return replace(when, value=first.isoformat()).lasting(days)
    ends = verb is not None and verb.lemma in _ENDING and when.bound != "from"
    start = noun.head if noun is not None else verb.end if verb is not None else here.first
    last = here.last if noun is None else max(noun.end, start)
    if noun is None and verb is not None:
        last = here.clause(verb).end
    if noun is None and any(f in {"etape", "etapes"} for f in here.analysis.folds[start:last]):
        return when  # « première étape d’une tournée de quatre jours »
    days = length(here, start, last)
    if not days and noun is None and verb is not None and verb.participle:
        days = length(here, here.first, verb.start)  # « la visite de trois jours de M. X, arrivé samedi au Caire, »
    if days:
        return when.lasting(days, ends=ends)
    until = next((w for w in dates.within(here.first, here.last) if w.bound == "until" and w.exact), None)
    if until is not None and until.value and when.value and until.value > when.value and not ends:
        return replace(when, until=until.value)
    return when


_LENGTH = re.compile(
    r"(?:(?:^| )(?:visite|sejour|mission|deplacement|voyage|tournee|escale)s?(?: (?!tournee)\w+){0,5} (?:de|d)|(?:^| )(?:durant|pendant|pour)) "
    r"((?:\w+ )?\w+) (jours?|heures?|journees?|semaines?)(?: |$)"
)
_ORDINALS = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "dernier": 0}


def _ordinal(lead: str) -> int | None:
    """« au deuxième jour d’une visite de quatre jours »: 2, and 0 for the last day."""
    words = lead.split()
    if len(words) < 3 or words[-2] not in {"jour", "journee"}:
        return None
    return _ORDINALS.get(words[-3])


def length(here: Scene, start: int, end: int) -> int | None:
    """Return the length in days that is told between two tokens: « de trois jours », « de 48 heures », « d’une semaine »."""
    text = " ".join(f for f in here.analysis.folds[start:end] if f)
    numbers = here.analysis.words.numbers
    match = _LENGTH.search(text)
    if match is None:
        return None
    parts = [int(word) if word.isdigit() else numbers.get(word, 0) for word in match[1].split()]
    if not all(parts):
        return None
    number = sum(parts)  # « quarante-huit »
    if match[2].startswith("heure"):
        return number // 24 if number % 24 == 0 else None
    return number * 7 if match[2].startswith("semaine") else number
