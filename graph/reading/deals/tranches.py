"""Takes up a thing told of before in a new volume: « 650 000 tonnes ont déjà été expédiées », « la première tranche, soit 60 machines ».

A measure without its noun, or a word for machines of any kind, speaks of the thing of the deal told last, in the same
sentence or the two before; so do its sides where the sentence names none (recency: Lappin & Leass 1994).
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.products import Product
from dragoman.graph.reading.deals.trade import Trade

_SENTENCES_BACK = 2
_SIDES = (("supplier", "recipient"), ("recipient", "supplier"))


def is_volume(analysis: Analysis, trade: Trade, made: Product) -> bool:
    """Whether a thing is but a measure: « 650 000 tonnes », of something told before."""
    return made.end == made.start + 1 and among(analysis, made.head, trade.of("measures")) is not None


def told_before(
    analysis: Analysis, trade: Trade, made: Product, events: list[Event], sentence: tuple[int, int]
) -> Event | None:
    """Return the deal told last whose thing is taken up, or None.

    Args:
        analysis: the article.
        trade: the words of deals.
        made: the thing as this sentence calls it.
        events: the deals told so far, those of the sentence included.
        sentence: where the sentence begins and ends.
    """
    order = {s: i for i, s in enumerate(analysis.sentences)}
    near = [
        e
        for e in events
        if e.start < made.lead and order[sentence] - max(order.get(s, 0) for s in e.sentences) <= _SENTENCES_BACK
    ]
    if is_volume(analysis, trade, made):
        return next((e for e in reversed(near) if e.drafts("product") and _measured(analysis, trade, e)), None)
    any_kind = among(analysis, made.head, trade.of("generic")) is not None
    return next((e for e in reversed(near) if any_kind or _same_noun(analysis, made, e)), None)


def inherit(event: Event, earlier: Event) -> None:
    """Give a deal the sides of the one whose thing it takes up, where they do not clash with its own."""
    for slot, other in _SIDES:
        own = set(event.drafts(other))
        if event.drafts(slot) or not own <= set(earlier.drafts(other)):
            continue
        taken = [f for f in earlier.fills if f.slot == slot and f.value not in own]
        event.fills += taken
        if taken:
            event.sentences |= earlier.sentences


def inherit_thing(event: Event, earlier: Event) -> None:
    """Give a deal the thing of the one whose volume it counts anew."""
    event.fills += [f for f in earlier.fills if f.slot == "product"]
    event.sentences |= earlier.sentences


def _measured(analysis: Analysis, trade: Trade, event: Event) -> bool:
    """Whether the deal's thing is one that is weighed, as a figure with a measure before it shows, or as no plant is."""
    heads = [f.start for f in event.fills if f.slot == "product"]
    return not any(among(analysis, i, trade.of("plants")) for i in heads)


def _same_noun(analysis: Analysis, made: Product, event: Event) -> bool:
    return any(analysis.lemmas[made.head] == analysis.lemmas[f.start] for f in event.fills if f.slot == "product")
