"""Brings the links up to date with one article's change, looking only at what that article touches.

The accounts of happenings are kept in a small database of their own, by block and by article, so that a store need not
be searched for what resembles a record. It holds nothing that does not follow from the articles, and is made anew from
them where a writer was cut off.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from dragoman.graph import happenings
from dragoman.graph.happenings import Account
from dragoman.graph.links import (
    ALT,
    GRAPH,
    HAPPENING,
    HOLDER,
    LABEL,
    TYPE,
    Stated,
    article_of,
    entity_links,
    happening_links,
    official,
)
from dragoman.graph.store.graphs import is_article

_GIVES: Final = ox.NamedNode("urn:dragoman:gives")
_HOLDS: Final = ox.NamedNode("urn:dragoman:holds")


@dataclass(frozen=True)
class Change:
    """What becomes of the links, and of the accounts that they follow from, when one article changes."""

    gone: frozenset[ox.Quad]
    new: frozenset[ox.Quad]
    accounts_gone: frozenset[ox.Quad]
    accounts_new: frozenset[ox.Quad]


def indexed(said: Stated) -> set[ox.Quad]:
    """Return the accounts of articles as the index keeps them."""
    found: set[ox.Quad] = set()
    for record, own in said.accounts.items():
        found.add(_gives(record, own))
        found.update(_holds(own))
    return found


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
    accounts = _Accounts(index, article, old, new)
    for record, happening in accounts.moved():
        held.update(engine.quads_for_pattern(ox.NamedNode(record), HAPPENING, None, GRAPH))
        wanted.update(happening_links(record, happening) if happening else ())
    held |= _deserted(engine, held, wanted)
    return Change(frozenset(held - wanted), frozenset(wanted - held), accounts.gone, accounts.come)


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


class _Accounts:
    """The accounts as they are once the article has changed, and the records that this moves."""

    def __init__(self, index: ox.Store, article: str, old: Stated, new: Stated) -> None:
        self._index, self._article, self._old, self._new = index, article, old, new
        before, after = set(old.accounts.values()), set(new.accounts.values())
        self._come = {one for one in after - before if not self._given(one)}
        self._gone = {one for one in before - after if not self._given(one)}
        self.come = frozenset({_gives(r, a) for r, a in new.accounts.items()}.union(*map(_holds, self._come)))
        self.gone = frozenset({_gives(r, a) for r, a in old.accounts.items()}.union(*map(_holds, self._gone)))

    def moved(self) -> Iterator[tuple[str, str | None]]:
        """Yield each record whose happening may have changed, with the one it now tells of (None: it is gone)."""
        for record in self._old.kinds.keys() - self._new.kinds.keys():
            yield record, None
        for record, kind in self._new.kinds.items():
            own = self._new.accounts.get(record)
            siblings = [a for r, a in self._new.accounts.items() if r != record]
            yield record, self._told(record, own, siblings) if own else happenings.alone(record, kind)
        # only an account that says less is moved by one that comes or goes
        blocks = {block for one in self._come | self._gone for block in one.blocks()}
        lesser = {other for block in blocks for other in self._held(block)} - self._gone
        for other in lesser:
            if any(other != one and other.fits(one) for one in self._come | self._gone):
                for record in self._givers(other):
                    yield record, self._told(record, other, self._siblings(record))

    def _told(self, record: str, own: Account, siblings: Iterable[Account]) -> str:
        block = next(own.blocks())
        after = self._held(block) - self._gone | {one for one in self._come if block in one.blocks()}
        return happenings.happening(record, own, after, siblings)

    def _held(self, block: str) -> set[Account]:
        quads = self._index.quads_for_pattern(_block(block), _HOLDS, None)
        return {Account.from_text(q.object.value) for q in quads if isinstance(q.object, ox.Literal)}

    def _given(self, one: Account) -> bool:
        """Whether another article gives an account."""
        return next(self._givers(one), None) is not None

    def _givers(self, one: Account) -> Iterator[str]:
        """Yield the records of other articles that give an account."""
        for quad in self._index.quads_for_pattern(None, _GIVES, ox.Literal(one.to_text())):
            if isinstance(quad.subject, ox.NamedNode) and article_of(quad.subject.value) != self._article:
                yield quad.subject.value

    def _siblings(self, record: str) -> Iterator[Account]:
        graph = ox.NamedNode(article_of(record))
        for quad in self._index.quads_for_pattern(None, _GIVES, None, graph):
            if isinstance(quad.object, ox.Literal) and quad.subject != ox.NamedNode(record):
                yield Account.from_text(quad.object.value)


def _gives(record: str, own: Account) -> ox.Quad:
    return ox.Quad(ox.NamedNode(record), _GIVES, ox.Literal(own.to_text()), ox.NamedNode(article_of(record)))


def _holds(own: Account) -> set[ox.Quad]:
    return {ox.Quad(_block(block), _HOLDS, ox.Literal(own.to_text())) for block in own.blocks()}


def _block(key: str) -> ox.NamedNode:
    return ox.NamedNode(f"urn:dragoman:block:{key}")
