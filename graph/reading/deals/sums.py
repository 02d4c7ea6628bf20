"""Reads what a deal is worth: « douze avions pour 2,7 milliards d’euros », « d’une valeur de 120 millions d’euros ».

A sum belongs to a deal only where its lead says so: « pour », « d’un montant de », « un contrat de », « évalué à ». A price
by the piece (« 250 dollars la tonne »), and a sum that is only a bound of itself (« plus de »), is no amount.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.quantities import count

_BY_THE_PIECE = frozenset({"par", "la", "le", "l", "chacun", "chacune", "piece", "unite"})
_BEFORE = 3


def give_sums(chunks: Chunks, events: Mapping[int, Event]) -> None:
    """Give each sum of a sentence to the deal whose thing was named last before it, else to the sentence's only deal.

    Args:
        chunks: the sentence, cut.
        events: its deals by the token of their thing.
    """
    for chunk in chunks.all:
        if chunk.thing is None or chunk.thing.amount is None or not _is_worth(chunks, chunk):
            continue
        before = [token for token in sorted(events) if token < chunk.lead]
        only = next(iter(events.values())) if len(events) == 1 and chunk.role in {"de", "worth"} else None
        event = events[before[-1]] if before else only
        if event is None or event.drafts("amount") or any(fill.slot == "amount" for fill in event.fills):
            continue
        value, currency = chunk.thing.amount
        event.add("amount", format(Decimal(str(value)).normalize(), "f"), chunk.start, chunk.end)
        event.add("currency", currency, chunk.start, chunk.end)


def _is_worth(chunks: Chunks, chunk: Chunk) -> bool:
    analysis, last = chunks.analysis, chunks.scene.last
    if chunk.end < last and analysis.folds[chunk.end] in _BY_THE_PIECE:
        return False
    figure = count(analysis, chunks.trade, chunk.start, last)
    if figure is not None and (figure.least is None or figure.most is None or figure.least != figure.most):
        return False
    if chunk.role in {"pour", "worth"}:
        return True
    if chunk.role == "de":
        noun = chunks.at(chunk.lead - 1)
        return (
            noun is not None
            and noun.thing is not None
            and among(analysis, noun.thing.head, chunks.trade.of("worth")) is not None
        )
    before = range(max(chunks.scene.first, chunk.lead - _BEFORE), chunk.lead)
    lemmas = {chunks.trade.forms.get(analysis.folds[i], analysis.lemmas[i]) for i in before}
    return chunk.role in {"", "a"} and bool(lemmas & chunks.trade.of("valuing"))
