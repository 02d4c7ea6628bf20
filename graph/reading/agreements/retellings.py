"""Says whether two tellings are of one instrument: headline and body, « onze accords » twice, « cet accord de pêche » again.

Parties must not differ, days must be able to be the same, numbers must be equal where both are said; what they are about
must be the same or one the shorter name of the other (« pêche », « pêche maritime »). A prolongation is an instrument of its
own beside the one that it prolongs; one that has run out or was annulled is the one that was signed.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.agreements.batches import Agreement
from dragoman.graph.reading.clauses.scenes import Event

_ENDED = frozenset({"Expired", "Annulled"})
_SMALL = frozenset(["le", "la", "les", "l", "de", "du", "des", "d", "et", "en", "un", "une", "a", "au", "aux", "sur"])


def same_agreement(one: Event, other: Event) -> bool:
    """Whether two agreements, whose days may be the same, are one."""
    first, second = set(one.drafts("party")), set(other.drafts("party"))
    if not (first <= second or second <= first or _same_states(one, other)):
        return False
    if (one.status == "Renewed") != (other.status == "Renewed"):
        return False
    if (
        not isinstance(one, Agreement)
        or not isinstance(other, Agreement)
        or one.instrument is None
        or other.instrument is None
    ):
        return _topics(one) == _topics(other)
    mine, theirs = one.instrument, other.instrument
    if mine.count is not None or theirs.count is not None:
        return mine.count == theirs.count and (not _topics(one) or not _topics(other) or _about_the_same(one, other))
    if mine.plural != theirs.plural or not _about_the_same(one, other):
        return False
    dated = one.when is not None and other.when is not None
    return dated or one.number == 0 or theirs.definite or bool({one.status, other.status} & _ENDED)


def _same_states(one: Event, other: Event) -> bool:
    """« Dakar et Le Caire », told again as their two ministries: the bodies of the same states."""
    first, second = ({d.country for d in e.drafts("party")} for e in (one, other))
    return None not in first and len(first) > 1 and first == second


def _topics(event: Event) -> set[frozenset[str]]:
    return {frozenset(fold(d.names[0]).split()) - _SMALL for d in event.drafts("topic")}


def _about_the_same(one: Event, other: Event) -> bool:
    """Each topic of the shorter list has the same words as one of the longer, or some of them."""
    fewer, more = sorted((_topics(one), _topics(other)), key=len)
    if not fewer or len(more) > 2 * len(fewer):
        return False
    return all(any(a <= b or b <= a for b in more) for a in fewer)
