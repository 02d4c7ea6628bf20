"""Parts what one verb tells of two meetings.

« a rencontré le ministre A, puis le gouverneur B », « ont été reçus séparément par C ».
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.clauses.roles import Trigger, fill_phrase
from dragoman.graph.reading.clauses.scenes import Event, Fill
from dragoman.graph.reading.frames import Frame, SlotRule

_THEN = frozenset({"puis", "ensuite"})
_APART = frozenset({"separement", "successivement"})
_GAP = frozenset({"", "puis", "ensuite", "et", "avec", "par", "le", "la", "l", "les", "du", "de", "son", "sa", "a"})


def sequels(at: Trigger, event: Event) -> list[Event]:
    """Return the further meetings that a meeting's verb tells after « puis »."""
    folds, frame = at.scene.analysis.folds, at.frame
    others = [f for f in event.fills if f.start >= at.clause.verb.end]
    if event.kind != "Meeting" or not others:
        return []
    found: list[Event] = []
    end = max(f.end for f in others if f.slot != "place") if any(f.slot != "place" for f in others) else others[-1].end
    for phrase in at.scene.phrases:
        if phrase.start < end:
            continue
        gap = set(folds[end : phrase.start])
        if not gap & _THEN or not gap <= _GAP:
            break
        rule = _other(frame)
        more = Event(
            event.kind,
            event.frame,
            phrase.start,
            phrase.end,
            set(event.sentences),
            status=event.status,
            certainty=event.certainty,
            head=event.head,
            trigger=phrase.start,
            verb=event.verb,
        )
        for fill in event.fills:
            if fill.start < at.clause.verb.end and fill.slot != "place":
                more.add(fill.slot, fill.value, fill.start, fill.end, fill.basis)
        if fill_phrase(at.scene.analysis, more, rule, phrase):
            first = min(f.start for f in others if f.slot != "place")
            if event.when is not None and event.when.start < first:
                more.when = event.when
            for fill in event.fills:
                if fill.slot == "place" and fill.start < first:
                    more.add(fill.slot, fill.value, fill.start, fill.end, fill.basis)
            found.append(more)
        end = phrase.end
    return found


def apart(at: Trigger, event: Event) -> list[Event]:
    """« A et B ont été reçus séparément par C » is two: one for each of those who were many."""
    folds = at.scene.analysis.folds
    verb = at.verb or at.clause.verb
    told = set(folds[max(at.scene.first, verb.start - 2) : verb.end + 3])
    if event.kind != "Meeting" or not (told & _APART or "tour a tour" in " ".join(folds[verb.start : verb.end + 4])):
        return [event]
    sides: dict[tuple[str, bool], list[Fill]] = {}
    for fill in event.fills:
        if fill.slot in {"participant", "host", "guest"}:
            sides.setdefault((fill.slot, fill.start < verb.end), []).append(fill)
    many = max(sides.values(), key=len)
    if len(sides) < 2 or len(many) < 2:
        return [event]
    return [
        replace(event, trigger=fill.start, fills=[f for f in event.fills if f not in many or f is fill])
        for fill in many
    ]


def _other(frame: Frame) -> SlotRule:
    """The slot that is filled from after the verb."""
    return next((r for r in frame.slots if "subject" not in r.roles), frame.slots[0])
