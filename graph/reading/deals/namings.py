"""Gives a deal the name and the figures of its thing, and the state whose adjective the thing bears."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.deals.products import Product


def origin(analysis: Analysis, made: Product) -> tuple[str, int, int] | None:
    """« du gaz algérien »: the state whose adjective the product bears."""
    for mention in analysis.between(made.start, made.last):
        if mention.kind == "Adjective" and mention.country and made.start <= mention.start < made.last:
            return mention.country, mention.start, mention.end
    return None


def name_thing(analysis: Analysis, event: Event, made: Product) -> None:
    """Fill in what a deal is about; quotation marks set a name off, they are no part of it (« l’avion ‘Avantel KT-30’ »)."""
    name = "".join(c for c in analysis.text(made.start, made.end) if c not in '«»“”‘"').rstrip("’.").strip()
    draft = analysis.met("Product", name)
    if made.short and made.short not in draft.names:
        draft.names.append(made.short)
    event.add("product", draft, made.start, made.end)


def count_thing(event: Event, made: Product) -> None:
    """Fill in the least and the most that are said of how many."""
    if made.figure and made.figure.least is not None:
        event.add("quantity_min", made.figure.least, made.figure.start, made.figure.end)
    if made.figure and made.figure.most is not None:
        event.add("quantity_max", made.figure.most, made.figure.start, made.figure.end)
