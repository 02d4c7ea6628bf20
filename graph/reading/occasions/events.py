"""Applies the frames to every sentence: what was done, by whom, to whom, where and when.

For each trigger the frame's roles are filled from the clause around it (`roles`); a candidate that lacks a slot it needs, or
that is denied or only wished for (`reality`), is rejected with the reason, never guessed at. Where several frames read one
noun, the one that says most of it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.clauses import Clause
from dragoman.graph.reading.clauses.event_nouns import (
    DEMONSTRATIVES,
    event_noun,
    object_verb,
    relative_verb,
    subject_verbs,
)
from dragoman.graph.reading.clauses.roles import Trigger, fill_role
from dragoman.graph.reading.clauses.scenes import Event, Scene, scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.frames import Frame, frames
from dragoman.graph.reading.occasions.circumstances import settle
from dragoman.graph.reading.occasions.reality import doubt_about_noun, doubt_about_verb
from dragoman.graph.reading.occasions.sequels import apart, sequels
from dragoman.graph.reading.occasions.whereabouts import homecomers, itinerary, last_named, there
from dragoman.graph.reading.occurrences import Occurrences, occurrences
from dragoman.graph.records import Rejection

_PAPERS = frozenset({"notes", "lettres", "instruments", "messages", "donnees", "informations", "tirs", "prisonniers"})
"""What is exchanged by no meeting: « un échange de notes »."""
_HAPPENINGS = frozenset({"Visit", "Meeting"})


@dataclass(frozen=True)
class Index:
    """The frames of visits and meetings by the words that trigger them, nouns and verbs apart."""

    nouns: dict[str, tuple[Frame, ...]]
    verbs: dict[str, tuple[Frame, ...]]

    @cached_property
    def noun_forms(self) -> frozenset[str]:
        """The words that may be a noun which triggers a frame, plurals and the first word of several among them."""
        return frozenset(form for noun in self.nouns for form in (noun, noun + "s", noun.split()[0]))


@lru_cache(maxsize=8)
def index(language: str) -> Index:
    """Return the frames by trigger; agreements and deals have readers of their own."""
    nouns: dict[str, tuple[Frame, ...]] = {}
    verbs: dict[str, tuple[Frame, ...]] = {}
    for frame in frames(language):
        shelf = nouns if frame.construction == "noun" else verbs
        for trigger in frame.trigger if frame.record in _HAPPENINGS else ():
            shelf[trigger] = (*shelf.get(trigger, ()), frame)
    return Index(nouns, verbs)


def read_events(analysis: Analysis, dates: Dates, language: str) -> list[Event]:
    """Return the candidate events of an article in the order of its text."""
    found: list[Event] = []
    known, words = index(language), occurrences(language)
    for first, last in analysis.sentences:
        here = scene(analysis, first, last)
        for verb in here.verbs:
            for frame in known.verbs.get(verb.lemma, ()):
                found += _verb_events(here, frame, verb, dates, words)
        forms = known.noun_forms
        for i in [k for k in range(first, last) if analysis.folds[k] in forms or analysis.lemmas[k] in known.nouns]:
            for frame in _named(analysis, known, i):
                found += _noun_events(here, frame, i, dates, words)
    return sorted(_fullest(found), key=lambda e: (e.start, e.end))


def _fullest(events: list[Event]) -> list[Event]:
    """Of several frames that read one word as one kind of record, keep the one that fills most."""
    best: dict[tuple[str, int], Event] = {}
    for event in events:
        key = (event.kind, event.trigger)
        if key not in best or len(event.fills) > len(best[key].fills):
            best[key] = event
    return list(best.values())


def _verb_events(here: Scene, frame: Frame, verb: Verb, dates: Dates, words: Occurrences) -> list[Event]:
    voice = "passive" if verb.passive else "reflexive" if verb.reflexive else "active"
    if voice != frame.construction:
        return []
    at = Trigger(here, frame, here.clause(verb), verb)
    event = _fill(at, verb.start, verb.end, dates, words)
    return [*apart(at, event), *sequels(at, event)] if event else []


def _noun_events(here: Scene, frame: Frame, i: int, dates: Dates, words: Occurrences) -> list[Event]:
    at = _noun_trigger(here, frame, i, words)
    event = _fill(at, i, i + 1, dates, words) if at is not None else None
    return [*apart(at, event), *sequels(at, event)] if at is not None and event is not None else []


def _named(analysis: Analysis, known: Index, i: int) -> tuple[Frame, ...]:
    """Return the frames that the token, as a noun, triggers."""
    folds = analysis.folds
    word = folds[i]
    by_lemma, by_form = known.nouns.get(analysis.lemmas[i], ()), known.nouns.get(word, ())
    found = (
        (tuple(dict.fromkeys((*by_lemma, *by_form))) if by_form else by_lemma)  # « travaux »
        or (known.nouns.get(word[:-1]) if word.endswith("s") else None)
        or (known.nouns.get(" ".join(folds[i : i + 3])) if word == "tete" else None)
    )
    if not found:
        return ()
    if folds[i + 1 : i + 2] in (["de"], ["d"]) and folds[i + 2 : i + 3] and folds[i + 2] in _PAPERS:
        return ()
    covering = analysis.at(i)
    if covering is not None and covering.kind != "Adjective":
        return ()
    led = i > 0 and folds[i - 1] in {"en", "de", "une", "la", "sa"}
    return found if led or analysis.doc[i].pos_ not in {"VERB", "AUX"} else ()


def _noun_trigger(here: Scene, frame: Frame, i: int, words: Occurrences) -> Trigger | None:
    """Return how a noun is carried, or None where it is not carried in the way that the frame prescribes."""
    noun = event_noun(here, i, words)
    pseudo = Verb(i, i + 1, i, here.analysis.lemmas[i])
    clause = Clause(here.analysis, pseudo, here.verbs, here.phrases, here.first, here.last)
    if frame.led and not noun.lead.endswith(frame.led):
        return None
    if noun.determiner in DEMONSTRATIVES and any("main" in rule.roles for rule in frame.slots):
        return None  # « Au cours de cette audience »: told before
    if not frame.light:
        return Trigger(here, frame, clause, None, noun)
    verb = object_verb(here, noun)
    if verb is not None and verb.lemma in frame.light and not verb.passive:
        return Trigger(here, frame, clause, verb, noun, verb.seen)
    verb = relative_verb(here, noun)
    if verb is not None and verb.lemma in frame.light and not verb.passive:
        return Trigger(here, frame, clause, verb, noun)
    for verb in subject_verbs(here, noun, words):
        if verb.lemma in frame.light and (verb.passive or _happens(frame)):
            return Trigger(here, frame, clause, verb, noun, passive=True)
    return None


def _happens(frame: Frame) -> bool:
    """Whether the noun is what the frame's verb is said of: « une rencontre a réuni A et B », « où l’attend une réunion avec »."""
    return any({"between", "main"} & set(rule.roles) for rule in frame.slots)


def _fill(at: Trigger, start: int, end: int, dates: Dates, words: Occurrences) -> Event | None:
    here, frame, analysis = at.scene, at.frame, at.scene.analysis
    event = Event(
        frame.record,
        frame.name,
        start,
        end,
        {(here.first, here.last)},
        status=frame.status,
        head=analysis.lemmas[start],
        trigger=at.noun.head if at.noun else start,
        verb=at.verb,
    )
    for rule in frame.slots:
        for role in rule.roles:
            fill_role(at, event, rule, role)
    if frame.record == "Visit" and not event.drafts("destination"):
        _destination_there(at, event)
    if event.kind == "Visit" and at.noun is not None:
        itinerary(at, event)
    reason = _missing(event, frame) or _vetoed(at)
    if reason is None:
        carrier = at.verb or (object_verb(here, at.noun) if at.noun else None)
        reason = (
            doubt_about_noun(here, at.noun, carrier, words)
            if at.noun
            else doubt_about_verb(here, at.clause.verb, words)
        )
    if reason:
        if event.fills:
            analysis.rejected.append(Rejection(frame.record, analysis.span(here.first, here.last), frame.name, reason))
        return None
    settle(at, event, dates, words)
    if event.kind == "Visit" and not event.drafts("destination", "place"):
        analysis.rejected.append(
            Rejection(
                frame.record, analysis.span(here.first, here.last), frame.name, "it leads to a region, not to a country"
            )
        )
        return None
    if event.kind == "Visit" and not homecomers(analysis, event):
        analysis.rejected.append(
            Rejection(frame.record, analysis.span(here.first, here.last), frame.name, "the visitor is at home there")
        )
        return None
    if at.noun is not None:
        event.names.append((start, at.noun.end))
    return event


def _destination_there(at: Trigger, event: Event) -> None:
    """« Nouakchott, où il est arrivé jeudi », « s’y rendra »: the place named last is where the visit leads."""
    verb = at.verb or at.clause.verb
    named = any("named" in rule.roles for rule in at.frame.slots)
    found = last_named(at.scene, verb) if named else there(at.scene, verb)
    if found is not None and found.draft is not None and not at.frame.led:
        event.add("destination", found.draft, *found.core)


def _missing(event: Event, frame: Frame) -> str | None:
    for need in frame.needs:
        slot, _, count = need.partition("/")
        if len([f for f in event.fills if f.slot == slot]) < int(count or 1):
            return f"no {slot} was found"
    if event.kind == "Meeting" and len(set(event.drafts("participant", "host", "guest"))) < 2:
        return "nobody meets himself"
    return None


def _vetoed(at: Trigger) -> str | None:
    """Whether the clause holds words with which the frame does not tell of its record: « accueilli à l’aéroport »."""
    if not at.frame.unless and not at.frame.only:
        return None
    verb = at.verb or at.clause.verb
    words = " ".join(f for f in at.scene.analysis.folds[max(at.scene.first, verb.start - 12) : at.clause.end] if f)
    word = next((w for w in at.frame.unless if f" {w} " in f" {words} "), None)
    if at.frame.only and not any(f" {w} " in f" {words} " for w in at.frame.only):
        return f"none of « {', '.join(at.frame.only)} » is said of it"
    return f"« {word} » is said of it" if word else None
