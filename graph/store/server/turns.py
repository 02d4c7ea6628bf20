"""Lets those who write one server take turns, by no more than what every SPARQL server keeps: what was written is read.

A comparing update (`state.swap`) would do where a server carries out one update after the other. Not all do: of two
large ones at once Oxigraph's was seen to carry out both in the state before either. So whoever wants to write says so
first, in a triple of the store's graph, and writes when a look that comes after finds no other's there: of two who want
to, at least the later one sees the earlier one's. Who meets others withdraws and comes back, but for the one whose name
comes first, who waits. A claim that stands unchanged for long is a dead writer's, and is taken away; one who was merely
slow then finds that it no longer holds, since its update asks for that, too.

This is mutual exclusion as in Lamport (1974, "A new solution of Dijkstra's concurrent programming problem"): it needs no
step that reads and writes at once.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from dragoman.graph.store.server import sentences
from dragoman.graph.store.server.home import Server
from dragoman.graph.store.server.limits import Limits
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import STORE_GRAPH, expand

MARK: Final = ox.NamedNode(expand("dcterms:identifier"))
_STORE: Final = ox.NamedNode(STORE_GRAPH)
_WRITER: Final = "urn:dragoman:writer:"
_LOOK: Final = (
    f"SELECT ?what ?text {{ GRAPH {_STORE} {{ ?what {MARK} ?text }} "
    f'FILTER(?what = {_STORE} || STRSTARTS(STR(?what), "{_WRITER}")) }}'
)


@dataclass
class Turn:
    """A turn to write.

    Attributes:
        name: what tells it from any other.
        states: what the store's graph said of its state when the turn came.
        over: whether it ended with the update that was made in it.
    """

    name: str
    states: frozenset[str] = frozenset()
    over: bool = False

    @property
    def quad(self) -> ox.Quad:
        """The claim."""
        return claim(self.name)


def claim(name: str) -> ox.Quad:
    """Return what the store's graph says of a writer who wants to write."""
    return ox.Quad(ox.NamedNode(_WRITER + name), MARK, ox.Literal(name), _STORE)


@contextmanager
def turn(server: Server, limits: Limits) -> Iterator[Turn]:
    """Wait for a turn to write, and end it.

    Raises:
        StoreError: the server does not answer as it should, or others write there without end.
    """
    mine = _taken(server, limits)
    try:
        yield mine
    finally:
        if not mine.over:
            with suppress(StoreError):
                _withdraw(server, mine.name)


def _taken(server: Server, limits: Limits) -> Turn:
    began, met = limits.clock(), dict[str, float]()
    mine = _claimed(server)
    attempt = 0
    while True:
        others, states = _look(server)
        there = mine.name in others
        others.discard(mine.name)
        if there and not others:
            mine.states = states
            return mine
        now = limits.clock()
        met = {other: met.get(other, now) for other in others}
        for other in [other for other, since in met.items() if now - since > limits.lease]:
            _withdraw(server, other)
        waits = there and mine.name < min(others)
        if not waits:
            _withdraw(server, mine.name)
        if now - began > limits.turn:
            if waits:
                _withdraw(server, mine.name)
            raise StoreError(f"Others write the store at {server.address} without end; try again when fewer do.")
        limits.sleep(min(0.01 * 2**attempt, 0.32) * (0.5 + limits.chance()))
        attempt = min(attempt + 1, 5)
        if not waits:
            mine = _claimed(server)


def _look(server: Server) -> tuple[set[str], frozenset[str]]:
    """Return who wants to write, and in what state the store says it is."""
    writers, states = set[str](), set[str]()
    for what, text in server.rows(_LOOK, "what", "text"):
        if not isinstance(what, ox.NamedNode) or not isinstance(text, ox.Literal):
            raise sentences.malformed(server.address)
        if what == _STORE:
            states.add(text.value)
        else:
            writers.add(what.value.removeprefix(_WRITER))
    return writers, frozenset(states)


def _claimed(server: Server) -> Turn:
    mine = Turn(secrets.token_hex(8))
    server.update(f"INSERT DATA {{ GRAPH {_STORE} {{ {mine.quad.triple} }} }}")
    return mine


def _withdraw(server: Server, name: str) -> None:
    server.update(f"DELETE DATA {{ GRAPH {_STORE} {{ {claim(name).triple} }} }}")
