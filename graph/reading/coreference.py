"""Joins what the article tells twice into one event with two passages.

Two tellings are one event where their actors are the same and neither date nor place speaks against it; the quick sieve
of event coreference (Lee et al. 2012): exact arguments first, never a chain of doubtful steps.
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.retellings import same_agreement
from dragoman.graph.reading.analysis import Draft
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.dates.days import When, earliest_latest
from dragoman.graph.reading.deals.retellings import same_deal, yield_to

_NEAR = 200
"""Tokens within which a shorter list of participants may be of the same meeting."""


def merge(events: list[Event]) -> list[Event]:
    """Return the events with tellings of one happening joined, in the order of their first telling."""
    found: list[Event] = []
    aliases: dict[int, Event] = {}
    for event in sorted(events, key=lambda e: (e.start, e.end)):
        same = next((e for e in found if e.kind == event.kind and _same(e, event)), None)
        if same is None:
            found.append(event)
        else:
            _join(same, event)
            aliases[id(event)] = same
    for event in found:
        event.links = list(dict.fromkeys((slot, aliases.get(id(other), other)) for slot, other in event.links))
    return found


def compatible(one: When | None, other: When | None) -> bool:
    """Whether two dates may be of one happening: either is missing, or their days overlap."""
    if one is None or other is None or one.value is None or other.value is None:
        return True
    a, b = _days(one), _days(other)
    if a is None or b is None:
        return one.value == other.value
    return a[0] <= b[1] and b[0] <= a[1]


def _days(when: When) -> tuple[str, str] | None:
    first = earliest_latest(when.value or "")
    last = earliest_latest(when.until or when.value or "")
    return (first[0], last[1]) if first and last else None


def _actors(event: Event) -> set[Draft]:
    return set(event.drafts("participant", "host", "guest", "visitor", "party", "speaker", "supplier", "recipient"))


def _same(one: Event, other: Event) -> bool:
    if not compatible(one.when, other.when):
        return False
    if one.kind == "Meeting":
        return _one_meeting(one, other)
    if one.kind == "Visit":
        return (
            bool(set(one.drafts("visitor")) & set(other.drafts("visitor")))
            and bool(set(one.drafts("destination")) & set(other.drafts("destination")))
            and _agree(one, other, "place")
        )
    if one.kind == "Agreement":
        return same_agreement(one, other)
    if one.kind == "Deal":
        return same_deal(one, other)
    if one.kind == "Cooperation":
        return _actors(one) == _actors(other)
    if one.kind == "Announcement":
        return _actors(one) == _actors(other) and {d.key for d in one.drafts("outlet", "place")} == {
            d.key for d in other.drafts("outlet", "place")
        }
    return False


def _one_meeting(one: Event, other: Event) -> bool:
    """The same people; or two of them named again of a meeting that others attended (« en présence de »)."""
    mine, theirs = _actors(one), _actors(other)
    if not _agree(one, other, "place"):
        return False
    if mine == theirs:
        return True
    fewer, more = sorted((mine, theirs), key=len)
    near = abs(one.start - other.start) < _NEAR
    return near and len(fewer) >= 2 and fewer < more and _heart(one) & _heart(other) == _heart(one) | _heart(other)


def _heart(event: Event) -> set[Draft]:
    """The two whom the meeting is first of all of: those named first."""
    return set(list(dict.fromkeys(event.drafts("host", "guest", "participant")))[:2])


def _agree(one: Event, other: Event, slot: str) -> bool:
    a, b = set(one.drafts(slot)), set(other.drafts(slot))
    return not a or not b or bool(a & b)


def _later(one: Event, other: Event) -> bool:
    """Whether the second telling's date stands: the first has none, or a less exact one."""
    if one.when is None or one.when.value is None:
        return True
    assert other.when is not None
    if other.when.value is None:
        return False
    return (len(other.when.value), other.when.until is not None) > (len(one.when.value), one.when.until is not None)


def _status(one: Event, other: Event) -> str | None:
    """A happening that was put off and then held was held; one called off stays so; the last word on what is to come stands."""
    ranks = {"Planned": 1, "Postponed": 2, "Cancelled": 3}
    if one.kind not in {"Visit", "Meeting"}:
        return other.status if one.status == "Planned" and other.status != "Planned" else one.status
    if one.status == other.status:
        return one.status
    told = next((e for e in (one, other) if e.status is None and e.verb is not None and e.verb.past), None)
    if told is not None:
        return None
    return max((one.status, other.status), key=lambda s: ranks.get(s or "", 0))


def _join(one: Event, other: Event) -> None:
    if one.kind == "Deal":
        yield_to(one, other)
    sided = one.kind == "Agreement" and len(one.drafts("party")) > 1
    for fill in other.fills:
        if fill.slot == "party" and sided:
            continue  # « Dakar et Le Caire », told again as their two ministries
        if fill.slot == "participant" and isinstance(fill.value, Draft) and fill.value in one.drafts("host", "guest"):
            continue
        one.add(fill.slot, fill.value, fill.start, fill.end, fill.basis)
    one.sentences |= other.sentences
    one.names += other.names
    one.links += other.links
    one.also += [other.frame, *other.also]
    if other.when is not None and _later(one, other):
        one.when = other.when
    one.status = _status(one, other)
    one.cues += other.cues
    one.stated_by += [d for d in other.stated_by if d not in one.stated_by]
