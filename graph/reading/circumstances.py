"""Gives an event its date and place from the sentence around its trigger."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses import Clause
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.days import When
from dragoman.graph.reading.scenes import Event, Scene
from dragoman.graph.reading.verb_groups import Verb


def settle(scene: Scene, event: Event, verb: Verb, noun: int | None, reach: int, dates: Dates) -> None:
    """Give an event its date and place."""
    analysis = scene.analysis
    if event.kind == "Deal":
        return
    if noun is not None and not _is_light(event):
        inside = dates.within(noun, reach)
        event.when = inside[0] if inside else None
    else:
        event.when = _nearest(scene, dates, verb)
    if event.kind == "Visit":
        _visit_places(analysis, event)
    if event.kind == "Meeting":
        _meeting_place(scene, event, verb, noun, reach)


def _is_light(event: Event) -> bool:
    return event.frame in {"pays-visit", "has-talks-with", "grants-audience", "on-visit"}


def _nearest(scene: Scene, dates: Dates, verb: Verb) -> When | None:
    """Return the date of the verb's clause: the nearest after or before it that no other verb is nearer to."""
    found = dates.within(scene.first, scene.last)
    ranked = sorted((min(abs(w.start - verb.end), abs(verb.start - w.end)), w.start, w) for w in found)
    for _, _, when in ranked:
        between = [
            v
            for v in scene.verbs
            if v is not verb
            and not v.participle
            and ((verb.end <= v.start and v.end <= when.start) or (when.end <= v.start and v.end <= verb.start))
        ]
        if not between:
            return when
    return None


def _visit_places(analysis: Analysis, event: Event) -> None:
    """A stated town is the place, and its country the destination, which is derived from it."""
    for fill in [f for f in event.fills if f.slot == "destination"]:
        if isinstance(fill.value, Draft) and fill.value.kind == "Place":
            event.fills.remove(fill)
            event.add("place", fill.value, fill.start, fill.end)
            if fill.value.country:
                event.add("destination", analysis.known(fill.value.country), fill.start, fill.end, "derived")


def _meeting_place(scene: Scene, event: Event, verb: Verb, noun: int | None, reach: int) -> None:
    clause = (
        scene.clause(verb)
        if noun is None
        else Clause(scene.analysis, Verb(noun, noun + 1, noun, ""), scene.verbs, scene.phrases, scene.first, scene.last)
    )
    for phrase in [p for role in ("a", "en", "dans") for p in clause.by_role(role)]:
        mention = phrase.mentions[0]
        if noun is not None and not (noun < phrase.start < reach) and not _is_light(event):
            continue
        if mention.kind == "Place" and mention.draft and _is_site(mention):
            event.add("place", mention.draft, *mention.core)
            return


def _is_site(mention: Mention) -> bool:
    """Whether people can meet there: a town or building, not a region."""
    return bool(mention.draft and (mention.draft.country or mention.via == "grammar"))
