"""The state that a server's store is in, and the one request that takes it to the next: wholly, or not at all.

A graph of its own (`STORE_GRAPH`) says that the server holds a Dragoman store, of which format, and in which state: the
number of changes so far, with what tells the last one from others. A change is made in turn (`turns`), and is one SPARQL
update that does everything (the article's graph, the links, the state) where the state is still the one that it was made
for and the turn has not been taken away, and else nothing. So

- a request whose answer was lost may be sent again: where it was carried out, the state is another one;
- nobody meets an article without its links, since one operation is carried out as a whole.

Beside the state stand the last changes, each with the graphs that it touched, so that a writer who comes after others
need look only at those.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from dragoman.graph.store.server import sentences
from dragoman.graph.store.server.home import Server
from dragoman.graph.store.server.turns import MARK, Turn
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import STORE_GRAPH

FORMAT: Final = "1"
REMEMBERED: Final = 128
"""Changes that stand beside the state."""
_DIGITS: Final = 18
"""Of the number of a change: more are no number that a writer counts to."""
_STORE: Final = ox.NamedNode(STORE_GRAPH)
_CHANGE: Final = "urn:dragoman:change:"
_READ: Final = f"SELECT ?what ?text {{ GRAPH {_STORE} {{ ?what {MARK} ?text }} }}"


@dataclass(frozen=True)
class Changed:
    """A change that was made.

    Attributes:
        number: how many there were, with it.
        tag: what tells it from any other of that number.
        graphs: the names of the graphs that it touched, but for the links.
    """

    number: int
    tag: str
    graphs: tuple[str, ...]

    @property
    def quad(self) -> ox.Quad:
        """What the store's graph says of it."""
        node = ox.NamedNode(f"{_CHANGE}{self.number}:{self.tag}")
        return ox.Quad(node, MARK, ox.Literal(" ".join(self.graphs)), _STORE)


@dataclass(frozen=True)
class State:
    """What state a store is in.

    Attributes:
        number: how many changes there were.
        tag: the last one's.
        changes: the last ones, in order.
        others: other states that the store says it is in, where two changes were made at once.
    """

    number: int = 0
    tag: str = "new"
    changes: tuple[Changed, ...] = ()
    others: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """What the store's graph says of it."""
        return f"{FORMAT} {self.number} {self.tag}"

    @property
    def quad(self) -> ox.Quad:
        """The same as a quad."""
        return _says(self.words)

    def since(self, other: State) -> list[Changed] | None:
        """Return the changes since another state; None where they are no longer all remembered."""
        found = [change for change in self.changes if change.number > other.number]
        return found if len(found) == self.number - other.number else None


def state(server: Server) -> State | None:
    """Return the state of the store on a server, None where there is none.

    Raises:
        StoreError: it has another format, or is damaged.
    """
    told: list[Any] = []
    changes: list[Changed] = []
    for what, said in server.rows(_READ, "what", "text"):
        if not isinstance(what, ox.NamedNode) or not isinstance(said, ox.Literal):
            raise sentences.malformed(server.address)
        node, text = what.value, said.value
        if node == STORE_GRAPH:
            told.append(text)
            continue
        number, _, tag = node.removeprefix(_CHANGE).partition(":")
        if number.isdecimal() and len(number) <= _DIGITS:
            changes.append(Changed(int(number), tag, tuple(text.split())))
    if not told:
        return None
    return _read(server, told, tuple(sorted(changes, key=lambda change: change.number)))


def begin(server: Server) -> None:
    """Say that a server holds a store; in turn, since others might say so."""
    server.update(f"INSERT DATA {{ {_block([State().quad])} }}")


def undo(server: Server) -> None:
    """Take back what `begin` said, where nothing was changed since."""
    server.update(f"DELETE DATA {{ {_block([State().quad])} }}")


def is_union(server: Server) -> bool:
    """Whether a server on which a store was begun answers from the union of all graphs where none is named."""
    return server.yes(f"ASK {{ {_STORE} {MARK} ?any }}")


def swap(
    server: Server, mine: Turn, now: State, gone: Iterable[ox.Quad], come: Iterable[ox.Quad], graphs: tuple[str, ...]
) -> State | None:
    """Change a store, where its state is still `now`; return the state it is then in, None where it was not.

    Args:
        server: the server.
        mine: the turn in which it is changed, and which ends with that.
        now: the state that the change was made for.
        gone: the quads that go.
        come: the quads that come.
        graphs: the names of the graphs that are touched, but for the links.

    Raises:
        StoreError: the server refuses, or does not answer and has not done it.
    """
    change = Changed(now.number + 1, secrets.token_hex(8), graphs)
    after = State(change.number, change.tag, (*now.changes, change)[-REMEMBERED:])
    forgotten = [change.quad for change in now.changes if change not in after.changes]
    text = (
        f"DELETE {{ {_block([now.quad, *map(_says, sorted(now.others)), mine.quad, *forgotten, *gone])} }}\n"
        f"INSERT {{ {_block([after.quad, change.quad, *come])} }}\n"
        f"WHERE {{ {_block([now.quad, mine.quad])} }}"
    )
    try:
        server.update(text)
    except StoreError:
        # it may have been carried out all the same, and its answer lost
        if not _done(server, after, change):
            raise
    else:
        if not _done(server, after, change):
            return None
    mine.over = True
    return after


def _done(server: Server, after: State, change: Changed) -> bool:
    """Whether a change was made: it is the last one, or one of those before it."""
    if server.yes(f"ASK {{ {_block([after.quad])} }}"):
        return True
    found = state(server)
    return found is not None and change in found.changes


def _block(quads: Iterable[ox.Quad]) -> str:
    """Return quads as the groups of a SPARQL update, or of a pattern."""
    graphs: dict[str, list[ox.Triple]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(quad.triple)
    written = ((name, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)) for name, triples in graphs.items())
    return " ".join(f"GRAPH {name} {{ {(text or b'').decode()} }}" for name, text in written)


def _says(words: str) -> ox.Quad:
    return ox.Quad(_STORE, MARK, ox.Literal(words), _STORE)


def _read(server: Server, told: list[str], changes: tuple[Changed, ...]) -> State:
    found: list[tuple[int, str, str]] = []
    for words in told:
        format_, number, tag = (*words.split(), "", "", "")[:3]
        if format_ != FORMAT:
            raise StoreError(
                f"The store at {server.address} has format {format_[:20]!r}, and this Dragoman writes {FORMAT!r}; "
                "export it with the version that made it, or read the articles into a new store."
            )
        if not number.isdecimal() or len(number) > _DIGITS or not tag:
            raise StoreError(
                f"The store at {server.address} is damaged (it does not say which state it is in); "
                "restore it from a copy, or read the articles into a new one."
            )
        found.append((int(number), tag, words))
    number_, tag_, words_ = max(found)
    return State(number_, tag_, changes, frozenset(told) - {words_})
