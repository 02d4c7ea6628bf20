"""Adds to an event what is said of it when it is taken up again.

« Cette visite, prévue en mars, a été reportée », « le déplacement aura lieu lundi », « il est reparti vendredi »: said of the
visit told last. « À cette occasion, M. Akhannouch s’était entretenu avec M. Chestakov »: at the time and place told last.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.event_nouns import DEMONSTRATIVES, POSSESSIVES, event_noun
from dragoman.graph.reading.clauses.paragraphs import recent
from dragoman.graph.reading.clauses.roles import person
from dragoman.graph.reading.clauses.scenes import Event, Scene, scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.occasions.circumstances import nearest, told_of
from dragoman.graph.reading.occasions.stays import staying
from dragoman.graph.reading.occasions.whereabouts import homecomers
from dragoman.graph.reading.occurrences import Occurrences

# « la dernière visite d’un chef de gouvernement » is not the visit told last
_OTHERS = frozenset(
    {
        "derniere",
        "dernier",
        "premiere",
        "premier",
        "prochaine",
        "prochain",
        "precedente",
        "precedent",
        "autre",
        "deuxieme",
        "seconde",
    }
)
_LEAVING = frozenset({"repartir", "quitter", "partir", "regagner", "rentrer"})
_LONGEST = timedelta(days=14)
"""Days after its first on which a visit may be told to end."""
_COMING = frozenset({"arriver", "debarquer", "atterrir"})


def take_up(analysis: Analysis, dates: Dates, events: list[Event], words: Occurrences) -> None:
    """Add to the events told last what their later mentions say of them."""
    happenings = [e for e in events if e.kind in {"Visit", "Meeting"}]
    triggers = {e.trigger for e in happenings}
    for number, (first, last) in enumerate(analysis.sentences):
        near = recent(analysis, happenings, number)
        here = scene(analysis, first, last)
        for i in range(first, last):
            if (
                i in triggers
                or analysis.folds[i] not in words.visits
                or analysis.doc[i].pos_ in {"VERB", "AUX"}
                or analysis.at(i)
            ):
                continue
            _visit_again(here, i, [e for e in near if e.kind == "Visit"], dates, words)
        for verb in here.verbs:
            if verb.lemma in _LEAVING or (verb.lemma in _COMING and verb.start not in triggers):
                limit = verb.start if verb.lemma in _LEAVING else first
                _comes_or_goes(here, verb, [e for e in happenings if e.kind == "Visit" and e.start < limit], dates)
        _occasion(here, near)
    events += _earlier_ones(analysis, dates, happenings)


def _visit_again(here: Scene, i: int, visits: list[Event], dates: Dates, words: Occurrences) -> None:
    """« cette visite », « le déplacement », « son séjour »: whether and when, as the verbs beside it say."""
    noun = event_noun(here, i, words)
    before = [v for v in visits if v.start < i]
    if not before or noun.determiner not in {"le", "la", "l", *DEMONSTRATIVES, *POSSESSIVES}:
        return
    event = before[-1]
    if event.when is not None and event.when.exact and event.status is None and noun.determiner in {"le", "la", "l"}:
        return
    if any(
        p.role in {"a", "en", "dans"} and noun.head < p.start < noun.end and p.mentions[0].kind in {"Place", "Country"}
        for p in here.phrases
    ):
        return
    beside = [
        p
        for p in here.phrases
        if p.role == "de"
        and noun.head < p.start < noun.end
        and p.mentions[0].kind in {"Person", "Description", "Pronoun"}
    ]
    if _OTHERS & set(here.analysis.folds[noun.start : noun.head + 2]):
        return
    if beside and not {d for m in beside[0].mentions for d in m.drafts} & set(event.drafts("visitor")):
        return
    known = (event.when, event.status)
    held = event.status is None and event.verb is not None and event.verb.past
    inside = [w for w in dates.within(noun.head, noun.end) if not w.bound]
    if event.when is None and inside:
        event.when = inside[0]
    told_of(here, event, noun, dates, words)
    if held:
        event.status = known[1]
    if known[0] is not None and event.when is not known[0] and event.status not in {"Postponed", "Planned"}:
        event.when = known[0]
    if event.when is not None and event.when.until is None:
        event.when = staying(here, event, noun, None, dates)
    applies = {"application", "vertu", "execution"} & set(here.analysis.folds[i : here.last])
    if (event.when, event.status) != known or applies:
        event.sentences.add((here.first, here.last))


def _earlier_ones(analysis: Analysis, dates: Dates, happenings: list[Event]) -> list[Event]:
    """« la visite du Souverain à Pékin, la deuxième après celle de février 2002 »: another of the same, or somebody else's."""
    found = []
    for first, last in analysis.sentences:
        here = scene(analysis, first, last)
        for i in range(first, last - 2):
            if analysis.folds[i] not in {"celle", "celui"} or analysis.folds[i + 1] not in {"de", "d", "du"}:
                continue
            told = [e for e in happenings if e.kind == "Visit" and first <= e.start < i]
            when = next((w for w in dates.within(i + 1, min(last, i + 8)) if w.start <= i + 3), None)
            who = next((p for p in here.phrases if p.role == "de" and i < p.start <= i + 3 and person(p)), None)
            if not told or (when is None and who is None):
                continue
            other = Event("Visit", "another", i, i + 1, {(first, last)}, head=told[-1].head, trigger=i)
            for fill in told[-1].fills:
                if fill.slot in {"destination", "place"} or (fill.slot == "visitor" and who is None):
                    other.add(fill.slot, fill.value, fill.start, fill.end, fill.basis)
            for mention in who.mentions if who is not None else []:
                for draft in mention.drafts:
                    other.add("visitor", draft, *mention.core)
            other.when = when or next(iter(dates.within(i + 1, min(last, i + 16))), None)
            if homecomers(analysis, other):
                found.append(other)
    return found


def _comes_or_goes(here: Scene, verb: Verb, visits: list[Event], dates: Dates) -> None:
    """« Arrivé jeudi, il est reparti vendredi »: the first and the last day of the visit told last."""
    subject = here.clause(verb).subject()
    if subject is None or verb.negated:
        return
    drafts: set[Draft] = {d for m in subject.mentions for d in m.drafts}
    mine = [v for v in visits if drafts & set(v.drafts("visitor"))]
    when = nearest(here, dates, verb)
    if not mine or when is None or not when.exact or when.value is None:
        return
    event = mine[-1]
    if verb.lemma == "quitter" and not _left(here, verb, event):
        return
    if verb.lemma in _COMING and event.when is None:
        event.when = when
    elif (
        verb.lemma in _LEAVING
        and event.when is not None
        and event.when.exact
        and event.when.value
        and event.when.value < when.value
        and date.fromisoformat(when.value) - date.fromisoformat(event.when.value) <= _LONGEST
    ):
        event.when = replace(event.when, until=when.value)
    else:
        return
    event.sentences.add((here.first, here.last))


def _left(here: Scene, verb: Verb, event: Event) -> bool:
    """« quittera vendredi la capitale éthiopienne »: whether what somebody leaves is where the visit led."""
    left = here.clause(verb).object()
    places = {d for m in left.mentions for d in m.drafts if d.kind in {"Place", "Country"}} if left else set()
    known = {here.analysis.known(p.country) if p.country else p for p in places} | places
    return not places or bool(known & set(event.drafts("destination", "place")))


def _occasion(here: Scene, near: list[Event]) -> None:
    """« À cette occasion », « Il avait alors été reçu »: when, and after the former where, the event before it was."""
    folds = here.analysis.folds
    for event in [e for e in near if e.start >= here.first and e.kind == "Meeting" and e.when is None]:
        before = [e for e in near if e.start < here.first and e.when is not None]
        then = event.verb is not None and event.verb.pluperfect and "alors" in folds[here.first : event.verb.end]
        if then and before and before[-1].when is not None and len(before[-1].when.value or "") < len("2024-05-16"):
            event.when = before[-1].when
            event.sentences |= before[-1].sentences
        planned = bool(before) and before[-1].status == "Planned"
        if event.frame == "talks-on-agenda" and planned:
            event.status = event.status or "Planned"
    opening = " ".join(folds[here.first : here.first + 6])
    if not opening.startswith(("a cette occasion", "en cette occasion", "a la meme occasion", "dans la foulee")):
        return
    own = [e for e in near if e.start >= here.first and e.kind == "Meeting"]
    earlier = [e for e in near if e.start < here.first]
    if not own or not earlier:
        return
    last = earlier[-1]
    for event in own:
        event.when = event.when or last.when
        for fill in [f for f in last.fills if f.slot == "place"]:
            if not event.drafts("place"):
                event.add("place", fill.value, fill.start, fill.end, fill.basis)
                event.sentences |= last.sentences
        if event.when is last.when and last.when is not None:
            event.sentences |= last.sentences
