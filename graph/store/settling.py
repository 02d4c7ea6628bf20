"""Settles anew which records share a happening when one article changes, looking only at what that can move.

The accounts of records are kept in a small database of their own: by block and by article, with the account that
begins the happening each tells of, and apart those that begin one. So neither the store nor a whole happening need be
searched. It holds nothing that does not follow from the articles, and is made anew from them where a writer was cut off.

An account's happening depends on those alone that come before it in the order of `Account.rank`: on the ones that begin a
happening, and on what its own articles tell apart. So one pass in that order over whatever a change may move settles all.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import pyoxigraph as ox

from dragoman.graph.linking.accounts import Account, alone
from dragoman.graph.linking.happenings import Begun, agree, gathered, joined, rivals, told
from dragoman.graph.linking.links import article_of, by_article

_GIVES: Final = ox.NamedNode("urn:dragoman:gives")
_HOLDS: Final = ox.NamedNode("urn:dragoman:holds")
_BEGINS: Final = ox.NamedNode("urn:dragoman:begins")
_TELLS: Final = ox.NamedNode("urn:dragoman:tells")
_ALONE: Final = ox.Literal("")

Records = Mapping[str, Account]


@dataclass(frozen=True)
class Settled:
    """What becomes of happenings, and of the index, when one article changes.

    Attributes:
        happenings: the happening of each record whose one may have changed.
        gone: what the index holds no more.
        come: what it holds now.
    """

    happenings: dict[str, str]
    gone: frozenset[ox.Quad]
    come: frozenset[ox.Quad]


def indexed(accounts: Records) -> set[ox.Quad]:
    """Return the accounts of all articles' records as the index keeps them."""
    together = by_article(accounts)
    first = gathered({article: set(records.values()) for article, records in together.items()})
    found = {_gives(record, own) for record, own in accounts.items()}
    for own, begun in first.items():
        found |= _holds(own) | _tells(own, begun)
    return found


def settle(index: ox.Store, article: str, old: Records, new: Records) -> Settled:
    """Return what changes when an article whose records gave the accounts `old` gives `new`; the index still holds `old`."""
    settling = _Settling(index, article, old, new)
    settling.run()
    return settling.settled()


class _Settling:
    """The accounts as they are once the article has changed."""

    def __init__(self, index: ox.Store, article: str, old: Records, new: Records) -> None:
        self._index, self._article, self._old, self._new = index, article, old, new
        before, after = set(old.values()), set(new.values())
        self._come = {one for one in after - before if not self._given_elsewhere(one)}
        self._gone = {one for one in before - after if not self._given_elsewhere(one)}
        self._found: dict[Account, Begun] = {}  # what was settled in this run
        self._moved: set[Account] = set()
        self._waiting = [(one.rank, one) for one in before | after]
        heapq.heapify(self._waiting)

    def run(self) -> None:
        """Settle what the article's own accounts tell of, and whatever that moves, in the order of rank."""
        last: Account | None = None
        while self._waiting:
            _, own = heapq.heappop(self._waiting)
            if own == last:
                continue
            last = own
            known, before = self._before(own)
            gone = own in self._gone
            after = None if gone else self._joins(own)
            self._found[own] = after
            if known and not gone and before == after:
                continue
            self._moved.add(own)
            if (before == own) != (after == own):
                # whatever agrees with what begins a happening may join it
                self._wait(own, (one for one in self._held(own) if agree(own, one)))
            # its articles tell it apart from others that might join what it joined or left
            self._wait(own, (one for article in self._tellers(own) for one in self._records(article).values()))

    def _wait(self, own: Account, others: Iterator[Account]) -> None:
        for one in others:
            if one.rank > own.rank:
                heapq.heappush(self._waiting, (one.rank, one))

    def _joins(self, own: Account) -> Begun:
        firsts = [first for first in self._firsts(own) if first.rank < own.rank]
        if not firsts:
            return joined(own, (), lambda _: False)
        beside = [one for article in self._tellers(own) for one in self._records(article).values()]
        told_apart = rivals(own, beside, _Known(self))
        return joined(own, firsts, told_apart.__contains__)

    def settled(self) -> Settled:
        """Return what has changed."""
        happenings: dict[str, str] = {}
        touched = {self._article}.union(*map(self._tellers, self._moved))
        for article in touched:
            records = self._records(article)
            first = {own: self.tells(own) for own in records.values()}
            for record, happening in told(records, first).items():
                happenings[record] = happening or alone(record, records[record].kind)
        gone, come = set(), set()
        for record, own in self._old.items():
            gone.add(_gives(record, own))
        for record, own in self._new.items():
            come.add(_gives(record, own))
        for own in self._moved:
            known, before = self._before(own)
            if known:
                gone |= _holds(own) | _tells(own, before)
            if own not in self._gone:
                come |= _holds(own) | _tells(own, self._found[own])
        return Settled(happenings, frozenset(gone), frozenset(come))

    # -- the index, with what has changed ------------------------------------------------------------------------------
    def tells(self, own: Account) -> Begun:
        """Return the first account of the happening that an account tells of, as far as is settled."""
        return self._found[own] if own in self._found else self._before(own)[1]

    def _before(self, own: Account) -> tuple[bool, Begun]:
        """Return whether the index knows an account, and what it told of."""
        for quad in self._index.quads_for_pattern(_node(own), _TELLS, None):
            if isinstance(quad.object, ox.Literal):
                return True, Account.from_text(quad.object.value) if quad.object != _ALONE else None
        return False, None

    def _firsts(self, own: Account) -> set[Account]:
        """Return what begins a happening, as far as is settled, and shares a block with an account."""
        found = {one for one in self._listed(own, _BEGINS) if self.tells(one) == one}
        return found | {one for one, begun in self._found.items() if one == begun and one.blocks & own.blocks}

    def _held(self, own: Account) -> set[Account]:
        """Return the accounts that share a block with one."""
        arrived = {one for one in self._come if one.blocks & own.blocks}
        return self._listed(own, _HOLDS) - self._gone | arrived

    def _listed(self, own: Account, how: ox.NamedNode) -> set[Account]:
        return {
            Account.from_text(quad.object.value)
            for block in own.blocks
            for quad in self._index.quads_for_pattern(_block(block), how, None)
            if isinstance(quad.object, ox.Literal)
        }

    def _records(self, article: str) -> Records:
        """Return the accounts of an article's records."""
        if article == self._article:
            return self._new
        return {
            quad.subject.value: Account.from_text(quad.object.value)
            for quad in self._index.quads_for_pattern(None, _GIVES, None, ox.NamedNode(article))
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
        }

    def _tellers(self, own: Account) -> set[str]:
        """Return the articles that give an account."""
        return {*self._elsewhere(own), *([self._article] if own in self._new.values() else ())}

    def _given_elsewhere(self, own: Account) -> bool:
        return next(self._elsewhere(own), None) is not None

    def _elsewhere(self, own: Account) -> Iterator[str]:
        for quad in self._index.quads_for_pattern(None, _GIVES, ox.Literal(own.to_text())):
            if isinstance(quad.subject, ox.NamedNode) and article_of(quad.subject.value) != self._article:
                yield article_of(quad.subject.value)


class _Known(Mapping[Account, Begun]):
    """What accounts tell of, looked up where it is asked for."""

    def __init__(self, settling: _Settling) -> None:
        self._settling = settling

    def __getitem__(self, own: Account) -> Begun:
        return self._settling.tells(own)

    def __iter__(self) -> Iterator[Account]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _gives(record: str, own: Account) -> ox.Quad:
    return ox.Quad(ox.NamedNode(record), _GIVES, ox.Literal(own.to_text()), ox.NamedNode(article_of(record)))


def _holds(own: Account) -> set[ox.Quad]:
    return {ox.Quad(_block(block), _HOLDS, ox.Literal(own.to_text())) for block in own.blocks}


def _tells(own: Account, begun: Begun) -> set[ox.Quad]:
    """Return what the index says of the happening that an account tells of."""
    found = {ox.Quad(_node(own), _TELLS, _ALONE if begun is None else ox.Literal(begun.to_text()))}
    if begun == own:
        found |= {ox.Quad(_block(block), _BEGINS, ox.Literal(own.to_text())) for block in own.blocks}
    return found


def _block(key: str) -> ox.NamedNode:
    return ox.NamedNode(f"urn:dragoman:block:{key}")


def _node(own: Account) -> ox.NamedNode:
    return ox.NamedNode(f"urn:dragoman:account:{sha256(own.to_text().encode()).hexdigest()}")
