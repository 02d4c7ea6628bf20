"""Gives an event its date, place and status from the clause around its trigger.

A date belongs to the word that governs it: to the verb of its clause, to a participle (« arrivé lundi »), or to the noun
whose complement it is (« la visite du 16 mars »); it is never lent to another one. What an event noun does or undergoes
(« la visite aura lieu le 3 juin », « prévue en mars, a été annulée ») says when it is, and whether.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.graph.reading.clauses.event_nouns import EventNoun, object_verb, subject_verbs
from dragoman.graph.reading.clauses.roles import Trigger
from dragoman.graph.reading.clauses.scenes import Event, Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.dates.days import When, earliest_latest
from dragoman.graph.reading.occasions.stays import staying
from dragoman.graph.reading.occasions.whereabouts import joined, meeting_place, visit_places
from dragoman.graph.reading.occurrences import STATUSES, Occurrences

_DURING = (
    *(f"{noun} {de}" for noun in ("lors", "occasion", "au cours", "issue", "terme", "jour") for de in ("de", "d")),
    *("lors", "occasion", "pendant", "durant"),
)
# « a accepté de se rendre », « s’apprête à recevoir »
_UNDERTAKING = frozenset(
    {"accepter", "decider", "engager", "appreter", "prevoir", "promettre", "convenir", "compter", "choisir"}
)
_LONG_AGO = 180
_RELATIVES = frozenset({"ou", "qui", "que", "qu", "dont"})
_BOUNDS = frozenset({"until", "before"})


def settle(at: Trigger, event: Event, dates: Dates, words: Occurrences) -> None:
    """Give an event its date, place and status."""
    here, noun = at.scene, at.noun
    verb = at.verb or (None if noun else at.clause.verb)
    if verb is not None:
        tense(here, event, verb)
    if at.frame.dated:
        _date(at, event, verb, dates)
    beside = any("beside" in rule.roles for rule in at.frame.slots)
    if noun is not None and event.when is None and beside and (main := here.governor(noun.head)) is not None:
        event.when = nearest(here, dates, main)
    if noun is not None and event.when is None and noun.lead.endswith(_DURING):
        event.when = _during(here, event, noun, dates)
    if noun is not None and noun.lead.endswith(_DURING) and not at.frame.light:
        main = next((v for v in here.verbs if v.finite and v.start >= noun.end), None)
        if main is not None and main.future and noun.start - here.first <= 5:
            event.status = event.status or "Planned"  # « Au cours de son séjour, il s’entretiendra »
    if noun is not None:
        told_of(here, event, noun, dates, words)
    if event.kind == "Visit":
        visit_places(here.analysis, event)
        event.when = staying(here, event, noun, verb, dates)
    if event.kind == "Meeting":
        meeting_place(at, event, words)
    if event.status == "Planned" and verb is not None and event.when is not None:
        event.when = _next_such_day(here, event.when, dates.published)
    if event.status is None and still_ahead(event.when, dates.published):
        event.status = "Planned"


def tense(here: Scene, event: Event, verb: Verb) -> None:
    """Say of an event what the form of its verb says: still to come, or hedged.

    In « a fait savoir qu’il se rendrait » the conditional is the future seen from the past, no hedge.
    """
    reported = verb.conditional and not verb.past and _reported(here, verb)
    if reported or (verb.infinitive and _purpose(here, verb)):
        event.status = event.status or "Planned"
    if verb.future or verb.due or (verb.conditional and not verb.past and "devoir" in verb.lemmas):
        event.status = event.status or "Planned"
    if verb.conditional and not reported:
        event.certainty = "Conditional"
        if "pouvoir" in verb.lemmas:
            event.status = event.status or "Planned"


def _reported(here: Scene, verb: Verb) -> bool:
    """Whether the verb stands in what somebody said before: « a annoncé qu’il … »."""
    main = next((v for v in reversed(here.verbs) if v.end <= verb.start and v.finite), None)
    return main is not None and main.past and bool({"que", "qu"} & set(here.analysis.folds[main.end : verb.start]))


def _purpose(here: Scene, verb: Verb) -> bool:
    """« est arrivé à Berne pour s’entretenir avec », « avant de gagner Le Caire »: what is to come when it is told."""
    before = [f for f in here.analysis.folds[max(here.first, verb.start - 2) : verb.start] if f]
    if before and (before[-1] == "pour" or before[-2:] in (["afin", "de"], ["vue", "de"])):
        return True
    main = here.verb_before(verb.start)
    if before[-2:] in (["avant", "de"], ["avant", "d"]) and main is not None and main.finite:
        return main.future or main.due  # « doit être reçue par A, avant de se rendre à Alger »
    return main is not None and main.lemma in _UNDERTAKING and verb.start - main.end <= 2


def still_ahead(when: When | None, published: date | None) -> bool:
    """Whether an event's day lies after the article's."""
    if when is None or when.value is None or published is None:
        return False
    days = earliest_latest(when.value)
    return days is not None and days[0] > published.isoformat()


def _next_such_day(here: Scene, when: When, published: date | None) -> When:
    """A day without a year that is still to come, and that the tense of its clause was misread to have passed."""
    if published is None or not when.exact or when.value is None or when.anchor:
        return when
    day = date.fromisoformat(when.value)
    stated = any(f == str(day.year) for f in here.analysis.folds[when.start : when.end])
    monthly = any(f in here.analysis.words.months for f in here.analysis.folds[when.start : when.end])
    if stated or not monthly or (published - day).days < _LONG_AGO or (day.month, day.day) == (2, 29):
        return when
    return replace(when, value=day.replace(year=day.year + 1).isoformat())


def _date(at: Trigger, event: Event, verb: Verb | None, dates: Dates) -> None:
    here, noun = at.scene, at.noun
    if noun is not None:
        inside = [
            w for w in dates.within(noun.head, noun.end) if w.bound not in _BOUNDS and (w.bound != "from" or w.exact)
        ]
        event.when = inside[0] if inside else None
    if event.when is None and verb is not None:
        event.when = nearest(here, dates, verb, noun, event.kind)
    if event.when is None and verb is not None and event.kind == "Meeting":
        event.when = _where_it_was(here, dates, verb)
    if event.when is None:
        event.when = _heading(here, dates, verb or (here.governor(noun.head) if noun is not None else None))


def _during(here: Scene, event: Event, noun: EventNoun, dates: Dates) -> When | None:
    """« un partenariat conclu en mars 2016 lors de la visite du roi », « a annoncé mardi, au terme d’un entretien avec »."""
    verb = here.verb_before(noun.start)
    if verb is None or not (verb.participle or verb.past):
        verb = (
            next((v for v in here.verbs if v.finite and v.start >= noun.end), None)
            if noun.start - here.first <= 5
            else None
        )
    if verb is None:
        return None
    when = nearest(here, dates, verb)
    if when is None or when.value is None:
        return None
    day = noun.lead.endswith(("jour d", "jour de"))
    return when if event.kind == "Meeting" or len(when.value) < 10 or day else None


def _where_it_was(here: Scene, dates: Dates, verb: Verb) -> When | None:
    """« En février, il s’était rendu à Moscou, où il avait rencontré »: of the visit's month, though not of its first day."""
    folds = here.analysis.folds
    where = next(
        (i for i in range(verb.start - 1, here.first, -1) if folds[i] == "ou" and here.analysis.at(i) is None), None
    )
    if (
        where is None
        or here.verbs_between(where, verb.start)
        or (folds[where - 1] and here.analysis.doc[where - 1].text != ",")
    ):
        return None
    main = here.verb_before(where)
    when = nearest(here, dates, main) if main is not None else None
    return when if when is not None and when.value is not None and len(when.value) < 10 else None


def _heading(here: Scene, dates: Dates, verb: Verb | None) -> When | None:
    """The date that heads the paragraph (« 7 septembre 2006. »), for what is told in the present."""
    heading = dates.heading_of(here.first)
    if heading is None or verb is None or verb.past or verb.future:
        return None
    return heading


def nearest(here: Scene, dates: Dates, verb: Verb, noun: EventNoun | None = None, event_kind: str = "") -> When | None:
    """Return the date of the verb's clause: the nearest that no other verb or noun has a better claim to."""
    found = [w for w in dates.within(here.first, here.last) if w.bound not in _BOUNDS]
    ranked = sorted(
        (here.governor(w.start) is not verb, min(abs(w.start - verb.end), abs(verb.start - w.end)), w.start, w)
        for w in found
    )
    for _, _, _, when in ranked:
        if when.bound == "from" and not when.exact:
            continue  # « la première depuis 2016 »
        if when.bound == "from" and event_kind == "Meeting":
            continue
        if not _owned(here, when, verb, noun):
            return when
    return None


def _owned(here: Scene, when: When, verb: Verb, noun: EventNoun | None) -> bool:
    """Whether another verb, participle or noun stands between a date and the verb, or has the date for its complement."""
    doc, folds = here.analysis.doc, here.analysis.folds
    low, high = (verb.end, when.start) if verb.end <= when.start else (when.end, verb.start)
    between = here.verbs_between(low, high)
    opens = when.start - here.first <= 1 and when.end < here.last and doc[when.end].text == ","
    if opens and between and joined(here, when.end, verb):
        return False
    if any(v.finite or v.gerund for v in between):
        return True
    if any(doc[i].text == ";" for i in range(low, high)):
        return True
    if high == verb.start and any(folds[i] in _RELATIVES and here.analysis.at(i) is None for i in range(low, high)):
        return here.governor(when.start) is not verb
    if (
        high == verb.start
        and (verb.infinitive or verb.gerund)
        and set(folds[low:high]) & {"avant", "pour", "afin", "apres"}
    ):
        return True
    if any(v.participle and v is not verb and 0 <= when.start - v.end <= 2 for v in here.verbs):
        return True
    for other in between:
        near = when.start - other.end
        if other.infinitive and verb.end <= other.start:
            return True
        if other.participle and 0 <= near <= 8 and not any(doc[i].text == "," for i in range(other.end, when.start)):
            return True
        if other.participle and verb.start >= when.end and other.start >= when.end and other.start - when.end <= 1:
            return True  # « la visite, mardi reportée, »
    previous = when.start - 1
    while previous > here.first and (
        folds[previous] in {"de", "du", "d", "le", "la", "celle", "celui"} or not folds[previous]
    ):
        if folds[previous] in {"celle", "celui"}:
            return True
        if not folds[previous]:
            return False
        previous -= 1
    led = folds[when.start] in {"du", "de", "d"} or folds[when.start - 1] in {"du", "de", "d"}
    noun_before = doc[previous].pos_ == "NOUN" and here.analysis.at(previous) is None
    # « l’accord du 5 mai »
    return led and noun_before and verb.end <= previous and (noun is None or previous != noun.head) and not when.until


def told_of(here: Scene, event: Event, noun: EventNoun, dates: Dates, words: Occurrences) -> None:
    """Take from the verbs that say something of the event noun whether and when the event is."""
    for verb in subject_verbs(here, noun, words):
        if verb.future and not verb.negated and verb.lemma not in words.carriers and event.when is None:
            event.status = event.status or "Planned"
        _said(here, event, noun, verb, dates, words)
    carrier = object_verb(here, noun)
    if carrier is not None and not carrier.passive:
        status = words.carriers.get(carrier.lemma)
        if status in {"postponed", "cancelled"}:
            event.status = STATUSES[status]
            event.when = (_moved(here, dates, carrier) if status == "postponed" else None) or event.when
        elif status == "planned" and not carrier.past:
            event.status = event.status or "Planned"


def _said(here: Scene, event: Event, noun: EventNoun, verb: Verb, dates: Dates, words: Occurrences) -> None:
    status = words.carriers.get(verb.lemma)
    if status is None or (
        verb.lemma == "avoir" and not words.having & set(here.analysis.folds[verb.end : verb.end + 4])
    ):
        return
    if verb.lemma == "etre" and here.analysis.folds[verb.end : verb.end + 1] != ["a"] and not verb.future:
        return
    own = nearest(here, dates, verb, noun)
    if verb.participle and own is None:
        own = next(iter(dates.within(verb.end, noun.end)), None)
    if verb.negated and status == "held":
        event.status = "Cancelled" if verb.future else event.status
        return
    if status == "held":
        event.when = own or event.when
        event.status = "Planned" if verb.future or verb.due or verb.conditional else None
    elif status == "planned":
        if verb.lemma not in {"annoncer", "confirmer"}:
            event.when = event.when or own
            event.status = event.status or "Planned"
    else:
        later = _moved(here, dates, verb)
        event.when = later or event.when
        event.status = STATUSES[status]


def _moved(here: Scene, dates: Dates, verb: Verb) -> When | None:
    """« a été reportée au 24 mai », « à juin », « a repoussé sa visite à novembre »: the new date, told by the preposition that leads it."""
    for when in dates.within(verb.end, here.last):
        if here.analysis.folds[when.start] in {"au", "a"} or here.analysis.folds[when.start - 1] in {"au", "a"}:
            return when
        break
    return None
