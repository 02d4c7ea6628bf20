"""Writes articles into a store on a server: each one whole or not at all, beside whoever else writes there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import pyoxigraph as ox

from dragoman.graph.store.learning import Learnt, known_entities, learnt
from dragoman.graph.store.lexicon_mark import lexicon_mark
from dragoman.graph.store.server.home import Server, refuse_parts, refuse_strangers
from dragoman.graph.store.server.limits import Limits
from dragoman.graph.store.server.mirror import Mirror
from dragoman.graph.store.server.state import State, begin, is_union, state, swap, undo
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, STORE_GRAPH, expand

if TYPE_CHECKING:
    from dragoman.graph.lexicon import Entry

T = TypeVar("T")
TRIES: Final = 30
"""How often a change is made anew because others changed the store meanwhile."""
_STORE: Final = ox.NamedNode(STORE_GRAPH)
_REQUIRES: Final = ox.NamedNode(expand("dcterms:requires"))


class ServerWriter:
    """One who may change a store on a server; others may at the same time."""

    def __init__(self, server: Server, limits: Limits) -> None:
        """Begin a store where there is none yet, and put the shipped lexicon into its graph where another one is.

        Raises:
            NoStore: something else is kept there.
            StoreError: the server does not answer as it should, or does not answer from the union of all graphs.
        """
        self._server, self._limits = server, limits
        self._learnt: set[tuple[tuple[Path, tuple[int, int]], ...]] = set()
        self._mirror: Mirror | None = None
        self._known: Mapping[str, Entry] = {}
        self._now = _begun(server)
        self._mark = lexicon_mark()
        self._renew(first=True)

    def put(self, iri: str, quads: Iterable[ox.Quad]) -> bool:
        """Store the quads of one article's graph in place of those it had; return whether it had any.

        Raises:
            StoreError: the server refuses or fails, or others change the store too fast; the article stays as it was.
        """
        new = set(quads)

        def attempt() -> bool | None:
            old = set(self._server.quads(iri))
            if old == new:
                return bool(old)
            if self._mirror is None:
                # it may take long, and take the state with it: what was there must be asked for after that
                self._fetch()
                old = set(self._server.quads(iri))
            mirror = self._mirror
            if mirror is None:
                return None
            changed = mirror.change(iri, new)
            if not self._swap([*(old - new), *changed.gone], [*(new - old), *changed.new], (iri,)):
                return None
            mirror.take(iri, new, changed)
            return bool(old)

        return self._again(attempt)

    def fill(self, graphs: Iterable[tuple[str, Iterable[ox.Quad]]]) -> None:
        """Store the graphs of many articles, each in a change of its own.

        Raises:
            StoreError: the server refuses or fails, or others change the store too fast; those stored before are kept.
        """
        for iri, quads in graphs:
            self.put(iri, quads)

    def learn(self, paths: tuple[Path, ...]) -> tuple[str, ...]:
        """Keep lexicon files of one's own, each in a graph of its own; return what should be known of them.

        Raises:
            LexiconError: a file is malformed, or contradicts what is known, here or by another file.
            StoreError: the server refuses or fails; what was known before is kept.
        """
        from dragoman.graph.lexicon.loading import stamp

        stamps = tuple((path, stamp(path)) for path in paths)
        if stamps in self._learnt:
            return ()

        def attempt() -> tuple[str, ...] | None:
            change = learnt(self._server, paths)
            return change.notices if not change.graphs or self._relearn(change) else None

        found = self._again(attempt)
        self._learnt.add(stamps)
        return found

    def publish(self) -> None:
        """Do nothing: what is written to a server is seen at once."""

    def close(self) -> None:
        """Do nothing: the server keeps what it was given."""

    def _relearn(self, change: Learnt) -> bool:
        """Put own lexicons into their graphs and make the links anew; return whether that was done."""
        old = [quad for graph in change.graphs for quad in self._server.quads(graph)]
        new = [quad for quads in change.graphs.values() for quad in quads]
        new += [ox.Quad(_STORE, _REQUIRES, ox.NamedNode(graph), _STORE) for graph in change.graphs]
        return self._relink(old, new, tuple(change.graphs), known_entities(_With(self._server, change)))

    def _relink(
        self, old: Iterable[ox.Quad], new: Iterable[ox.Quad], graphs: tuple[str, ...], known: Mapping[str, Entry]
    ) -> bool:
        """Change lexicon graphs and, with them, the links that follow; return whether that was done."""
        mirror = Mirror(self._server, known)
        held, wanted = set(self._server.quads(LINKS_GRAPH)), mirror.links()
        gone, come = set(old), set(new)
        # the mirror may hold more than the state that is swapped, which then is another one
        if not self._swap([*(gone - come), *(held - wanted)], [*(come - gone), *(wanted - held)], graphs):
            return False
        self._mirror, self._known = mirror, known
        return True

    def _renew(self, first: bool = False) -> None:
        """Look at the lexicons as they now are on the server; the mirror is made anew when it is needed.

        Raises:
            StoreError: another version of Dragoman has put its own lexicon there while this one writes.
        """

        def attempt() -> bool | None:
            self._mirror, self._known = None, known_entities(self._server)
            if bool(self._server.select(f"ASK {{ GRAPH {self._mark.graph_name} {{ {self._mark.triple} }} }}")):
                return True
            if not first:
                raise StoreError(
                    f"Another version of Dragoman writes the store at {self._server.address}; "
                    "let it finish, and use one version for one store."
                )
            from dragoman.graph.lexicon.loading import lexicon_quads

            old = self._server.quads(LEXICON_GRAPH)
            return self._relink(old, [*lexicon_quads(), self._mark], (LEXICON_GRAPH,), self._known) or None

        if first:
            self._again(attempt)
        else:
            attempt()

    def _fetch(self) -> None:
        """Learn what is on the server; what was changed while it was fetched may be in it or not, and is looked at again."""
        self._mirror = Mirror(self._server, self._known)
        self._catch_up()

    def _swap(self, gone: Iterable[ox.Quad], come: Iterable[ox.Quad], graphs: tuple[str, ...]) -> bool:
        try:
            after = swap(self._server, self._now, gone, come, graphs)
        except BaseException:
            # whether it was done is not known, so what is known of the store is not either
            self._mirror = None
            with suppress(StoreError):
                self._now = state(self._server) or self._now
            raise
        if after is not None:
            self._now = after
        return after is not None

    def _again(self, attempt: Callable[[], T | None]) -> T:
        """Return what `attempt` returns; where others changed the store meanwhile (None), look at what and try again."""
        for number in range(TRIES):
            found = attempt()
            if found is not None:
                return found
            if number:
                self._limits.sleep(self._limits.pause(min(number, 4)) / 10)
            self._catch_up()
        raise StoreError(f"Others change the store at {self._server.address} too fast; try again when fewer do.")

    def _catch_up(self) -> None:
        """Learn what others have changed since the state that was known.

        Raises:
            StoreError: the store is no longer there.
        """
        now = state(self._server)
        if now is None:
            raise StoreError(f"The store at {self._server.address} was taken away while it was written; read again.")
        changes, self._now = now.since(self._now), now
        touched = None if changes is None else dict.fromkeys(graph for one in changes for graph in one.graphs)
        if touched is None or any(graph.startswith(LEXICON_GRAPH) for graph in touched):
            self._renew()
        elif self._mirror is not None:
            for iri in touched:
                quads = set(self._server.quads(iri))
                self._mirror.take(iri, quads, self._mirror.change(iri, quads))


class _With:
    """A server's lexicons, as they will be."""

    def __init__(self, server: Server, change: Learnt) -> None:
        self._server, self._change = server, change

    def lexicons(self) -> list[str]:
        return sorted({*self._server.lexicons(), *self._change.graphs})

    def quads(self, graph: str | None) -> Iterable[ox.Quad]:
        changed = self._change.graphs.get(graph or "")
        return self._server.quads(graph) if changed is None else changed


def _begun(server: Server) -> State:
    """Return the state of a server's store, which is begun where there is none.

    Raises:
        NoStore: something else is kept there.
        StoreError: the server does not answer from the union of all graphs.
    """
    found = state(server)
    fresh = found is None
    if fresh:
        refuse_strangers(server)
        begin(server)
        found = state(server)
    if not is_union(server):
        if fresh:
            undo(server)
        raise refuse_parts(server)
    if found is None:
        raise StoreError(f"The server {server.address} does not keep what it is given; see its log.")
    return found
