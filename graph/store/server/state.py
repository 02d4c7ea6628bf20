"""The state that a server's store is in, and the one request that takes it to the next: wholly, or not at all.

A graph of its own (`STORE_GRAPH`) says that the server holds a Dragoman store, of which format, and in which state: the
number of changes so far, with the tag of the last one. A change is one SPARQL update that does everything (the
article's graph, the links, the state) where the state is still the one that it was made for, and else nothing. So

- of two writers who change a store in one state, one does it, and the other hears that it did not;
- a request whose answer was lost may be sent again: where it was carried out, the state is another one;
- nobody meets an article without its links, since one operation is carried out as a whole.

Beside the state stand the last changes, each with the graphs that it touched, so that a writer who was overtaken need
look only at those.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from dragoman.graph.store.server.home import Server
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import STORE_GRAPH, expand

FORMAT: Final = "1"
REMEMBERED: Final = 128
"""Changes that stand beside the state."""
MARK: Final = ox.NamedNode(expand("dcterms:identifier"))
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
    """

    number: int = 0
    tag: str = "new"
    changes: tuple[Changed, ...] = ()

    @property
    def quad(self) -> ox.Quad:
        """What the store's graph says of it."""
        return ox.Quad(_STORE, MARK, ox.Literal(f"{FORMAT} {self.number} {self.tag}"), _STORE)

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
    for row in server.select(_READ):
        node, text = row["what"].value, row["text"].value
        if node == STORE_GRAPH:
            told.append(text)
            continue
        number, _, tag = node.removeprefix(_CHANGE).partition(":")
        if number.isdecimal():
            changes.append(Changed(int(number), tag, tuple(text.split())))
    if not told:
        return None
    return _read(server, told, tuple(sorted(changes, key=lambda change: change.number)))


def begin(server: Server) -> None:
    """Say that a server holds a store, unless it says so already."""
    server.update(
        f"INSERT {{ {_block([State().quad])} }} WHERE {{ FILTER NOT EXISTS {{ GRAPH {_STORE} {{ {_STORE} {MARK} ?any }} }} }}"
    )


def undo(server: Server) -> None:
    """Take back what `begin` said, where nothing was changed since."""
    server.update(f"DELETE DATA {{ {_block([State().quad])} }}")


def is_union(server: Server) -> bool:
    """Whether a server on which a store was begun answers from the union of all graphs where none is named."""
    return bool(server.select(f"ASK {{ {_STORE} {MARK} ?any }}"))


def swap(
    server: Server, now: State, gone: Iterable[ox.Quad], come: Iterable[ox.Quad], graphs: tuple[str, ...]
) -> State | None:
    """Change a store, where its state is still `now`; return the state it is then in, None where it was not.

    Args:
        server: the server.
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
        f"DELETE {{ {_block([now.quad, *forgotten, *gone])} }}\n"
        f"INSERT {{ {_block([after.quad, change.quad, *come])} }}\n"
        f"WHERE {{ {_block([now.quad])} }}"
    )
    try:
        server.update(text)
    except StoreError:
        # it may have been carried out all the same, and its answer lost
        if _done(server, after, change):
            return after
        raise
    return after if _done(server, after, change) else None


def _done(server: Server, after: State, change: Changed) -> bool:
    """Whether a change was made: it is the last one, or one of those before it."""
    if bool(server.select(f"ASK {{ {_block([after.quad])} }}")):
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


def _read(server: Server, told: list[str], changes: tuple[Changed, ...]) -> State:
    damaged = StoreError(
        f"The store at {server.address} is damaged (it does not say which state it is in); "
        "restore it from a copy, or read the articles into a new one."
    )
    if len(told) != 1:
        raise damaged
    format_, number, tag = (*told[0].split(), "", "", "")[:3]
    if format_ != FORMAT:
        raise StoreError(
            f"The store at {server.address} has format {format_[:20]!r}, and this Dragoman writes {FORMAT!r}; "
            "export it with the version that made it, or read the articles into a new store."
        )
    if not number.isdecimal() or not tag:
        raise damaged
    return State(int(number), tag, changes)
