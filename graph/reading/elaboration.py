"""Adds what the article says of a deal in other words, further on: markets of a plant, who supplies.

« La production de la future usine devrait
couvrir les besoins des marchés africains », « pour l’avion russe » (Russia is the supplier).
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.scenes import Event


def markets(analysis: Analysis, events: list[Event]) -> None:
    """Give a deal the markets that its product is meant for, named beside it or where its product is taken up again."""
    deals = [e for e in events if e.kind == "Deal"]
    for first, last in analysis.sentences:
        for i in range(first, last - 1):
            if analysis.folds[i] not in {"marche", "marches"}:
                continue
            adjective = analysis.doc[i + 1]
            if adjective.pos_ != "ADJ" and not analysis.at(i + 1):
                continue
            deal = _deal_of(analysis, deals, first, last)
            if deal is not None:
                deal.add("target_market", analysis.met("Place", analysis.text(i, i + 2)), i, i + 2)
                deal.sentences.add((first, last))


def _deal_of(analysis: Analysis, deals: list[Event], first: int, last: int) -> Event | None:
    own = [d for d in deals if (first, last) in d.sentences]
    if own:
        return own[-1]
    for deal in reversed([d for d in deals if d.start < first]):
        heads = {analysis.lemmas[f.start] for f in deal.fills if f.slot == "product"}
        for i in range(first, last):
            definite = any(
                analysis.folds[j] in {"la", "le", "l", "cette", "ce", "les"} for j in range(max(first, i - 2), i)
            )
            if analysis.lemmas[i] in heads and definite:
                return deal
    return None


def suppliers(analysis: Analysis, events: list[Event]) -> None:
    """Name the state whose adjective the product bears as its supplier, where no supplier is stated."""
    for event in events:
        if event.kind != "Deal" or event.drafts("supplier"):
            continue
        for fill in [f for f in event.fills if f.slot == "product"]:
            for mention in analysis.mentions:
                if mention.kind == "Adjective" and mention.country and fill.start <= mention.start <= fill.end:
                    draft = analysis.known(mention.country)
                    if draft not in event.drafts("recipient"):
                        event.add("supplier", draft, mention.start, mention.end)


def one_product_each(events: list[Event]) -> list[Event]:
    """Part a deal over several products into one deal for each of them."""
    found: list[Event] = []
    for event in events:
        products = [f for f in event.fills if f.slot == "product"]
        if event.kind != "Deal" or len(products) < 2:
            found.append(event)
            continue
        for fill in products:
            part = Event(
                event.kind,
                event.frame,
                fill.start,
                event.end,
                set(event.sentences),
                [],
                event.status,
                event.certainty,
                event.when,
                [],
                list(event.stated_by),
            )
            part.fills = [f for f in event.fills if f.slot not in {"product", "quantity_min", "quantity_max"}] + [fill]
            found.append(part)
    return found
