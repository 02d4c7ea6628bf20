"""Reads towns and regions that buy for themselves: « la ville de Bogota », « la mairie d’Antananarivo »."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Draft
from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.phrases import Chunk


def town(chunks: Chunks, chunk: Chunk) -> tuple[Draft, int, int] | None:
    """Return the public body that a town is, with the tokens that name it, or None where no name follows its noun."""
    owner, thing = chunks.at(chunk.end), chunk.thing
    if thing is None or owner is None or owner.lead != chunk.end or owner.role != "de":
        return None
    place = owner.phrase.mentions[0] if owner.phrase else None
    several = owner.phrase is not None and len(owner.phrase.mentions) > 1
    if place is not None and (place.kind != "Place" or place.draft is None or several):
        return None
    if place is None and not (owner.thing and owner.thing.proper):
        return None
    country = place.draft.country or place.draft.stands_for if place and place.draft else None
    body = chunks.analysis.met("Agency", chunks.analysis.text(thing.head, owner.end), country)
    return body, thing.head, owner.end
