"""Brings the links up to date with one article's change, looking only at what that article touches.

Which records share a happening is settled in `settling`; here stand the names and classes of entities, and what ties
records to happenings.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import pyoxigraph as ox

from dragoman.graph.linking.accounts import alone
from dragoman.graph.linking.links import (
    ALT,
    GRAPH,
    HAPPENING,
    HOLDER,
    LABEL,
    TYPE,
    Stated,
    entity_links,
    happening_links,
    official,
)
from dragoman.graph.store.graphs import is_article
from dragoman.graph.store.settling import settle


@dataclass(frozen=True)
class Change:
    """What becomes of the links, and of the accounts that they follow from, when one article changes."""

    gone: frozenset[ox.Quad]
    new: frozenset[ox.Quad]
    accounts_gone: frozenset[ox.Quad]
    accounts_new: frozenset[ox.Quad]


def change(engine: ox.Store, index: ox.Store, article: str, old: Stated, new: Stated, known: Container[str]) -> Change:
    """Return what changes when an article that said `old` says `new`; store and index still hold `old`.

    Args:
        engine: the store.
        index: its accounts.
        article: the article's IRI.
        old: what it said; nothing where it was not read yet.
        new: what it says; nothing where it is removed.
        known: the IRIs of entities that the lexicon names and types.
    """
    held: set[ox.Quad] = set()
    wanted: set[ox.Quad] = set()
    for entity in {*old.names, *new.names}:
        before = {q for q in engine.quads_for_pattern(entity, None, None, GRAPH) if q != official(entity)}
        held |= before
        names = _names(engine, article, entity, before, old.names.get(entity, set()), new.names.get(entity, set()))
        wanted.update(entity_links(entity, names, known) if names else ())
    for holder in old.holders | new.holders:
        held |= {official(holder)} if official(holder) in engine else set()
        if holder in new.holders or _elsewhere(engine, article, None, HOLDER, holder):
            wanted.add(official(holder))
    settled = settle(index, article, old.accounts, new.accounts)
    moved: dict[str, str | None] = dict.fromkeys(old.kinds)
    moved |= {record: alone(record, kind) for record, kind in new.kinds.items() if record not in new.accounts}
    for record, happening in (moved | settled.happenings).items():
        held.update(engine.quads_for_pattern(ox.NamedNode(record), HAPPENING, None, GRAPH))
        wanted.update(happening_links(record, happening) if happening else ())
    held |= _deserted(engine, held, wanted)
    return Change(frozenset(held - wanted), frozenset(wanted - held), settled.gone, settled.come)


def _names(
    engine: ox.Store, article: str, entity: ox.NamedNode, held: set[ox.Quad], old: set[ox.Literal], new: set[ox.Literal]
) -> set[ox.Literal]:
    """Return names enough to choose an entity's label from: all of them only where the one it had is given no more."""
    current = next((q.object for q in held if q.predicate == LABEL), None)
    if not isinstance(current, ox.Literal):
        return new
    if current not in old - new or _elsewhere(engine, article, entity, ALT, current):
        return {current, *new}
    others = (q.object for q in engine.quads_for_pattern(entity, ALT, None) if _apart(q, article))
    return new.union(name for name in others if isinstance(name, ox.Literal))


def _elsewhere(
    engine: ox.Store,
    article: str,
    subject: ox.NamedNode | None,
    predicate: ox.NamedNode,
    value: ox.NamedNode | ox.Literal,
) -> bool:
    return any(_apart(quad, article) for quad in engine.quads_for_pattern(subject, predicate, value))


def _apart(quad: ox.Quad, article: str) -> bool:
    graph = quad.graph_name
    return isinstance(graph, ox.NamedNode) and graph.value != article and is_article(graph.value)


def _deserted(engine: ox.Store, held: set[ox.Quad], wanted: set[ox.Quad]) -> set[ox.Quad]:
    """Return the typing of each happening of which no record tells any more, and of those that are told of again."""
    found: set[ox.Quad] = set()
    left = {q.object for q in held if q.predicate == HAPPENING}
    for node in left:
        tellers = engine.quads_for_pattern(None, HAPPENING, node, GRAPH)
        if isinstance(node, ox.NamedNode) and all(q in held for q in tellers):
            found.update(engine.quads_for_pattern(node, TYPE, None, GRAPH))
    # a happening that others already tell of is typed already
    found.update(q for q in wanted if q.predicate == TYPE and q in engine)
    return found
