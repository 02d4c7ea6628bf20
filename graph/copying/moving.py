"""Moves the articles of one home into a store: each whole, those that are there already passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from dragoman.graph.copying.places import Graphs
from dragoman.graph.copying.wholeness import fault
from dragoman.graph.store import Store
from dragoman.ontology.errors import StoreError


@dataclass(frozen=True)
class Moved:
    """What became of the articles.

    Attributes:
        new: how many the target did not have.
        replaced: how many it had otherwise.
        passed_over: how many it had the same.
        others: how many it has that the source has not; they stay.
    """

    new: int = 0
    replaced: int = 0
    passed_over: int = 0
    others: int = 0


def move(source: Graphs, target: Store, advance: Callable[[], None]) -> Moved:
    """Put every article of a source into a store.

    Where most of what the store will hold is new it is put there in bulk, and the links are made once.

    Args:
        source: what is copied.
        target: open for writing; not published.
        advance: called after each article.

    Raises:
        StoreError: an article of the source is not whole, or the disk of the target is full or fails; what was stored
            before is kept.
    """
    wanted, held = source.articles(), set(target.articles())
    replaced = passed_over = 0
    new = [iri for iri in wanted if iri not in held]
    for iri in wanted:
        if iri not in held:
            continue
        there = set(source.quads(iri))
        if there == set(target.quads(iri)):
            passed_over += 1
        else:
            target.put_quads(iri, _whole(iri, there))
            replaced += 1
        advance()
    if len(new) >= len(held):
        target.put_new(_graphs(source, new, advance))
    else:
        for iri, quads in _graphs(source, new, lambda: None):
            target.put_quads(iri, quads)
            advance()
    return Moved(len(new), replaced, passed_over, len(held.difference(wanted)))


def _graphs(source: Graphs, names: list[str], advance: Callable[[], None]) -> Iterator[tuple[str, set[ox.Quad]]]:
    for iri in names:
        yield iri, _whole(iri, set(source.quads(iri)))
        advance()


def _whole(iri: str, quads: set[ox.Quad]) -> set[ox.Quad]:
    wrong = fault(iri, quads)
    if wrong is not None:
        raise StoreError(f"The article {iri} is not whole: {wrong}; read it again, and then copy it.")
    return quads
