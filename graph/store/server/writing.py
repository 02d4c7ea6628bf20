"""Writes articles into a store on a server: each one whole or not at all, beside whoever else writes there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import pyoxigraph as ox

from dragoman.graph.store.filling import Graphs
from dragoman.graph.store.learning import Learnt, known_entities, learnt
from dragoman.graph.store.lexicon_mark import lexicon_mark
from dragoman.graph.store.server.home import Server, refuse_parts, refuse_strangers
from dragoman.graph.store.server.limits import Limits
from dragoman.graph.store.server.mirror import Mirror
from dragoman.graph.store.server.states import State, begin, is_union, state, swap, undo
from dragoman.graph.store.server.turns import Turn, turn
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, STORE_GRAPH, expand

if TYPE_CHECKING:
    from dragoman.graph.lexicon import Entry

T = TypeVar("T")
TRIES: Final = 30
"""How often a change is made anew because the turn in which it was to be made was lost."""
BATCH: Final = 10_000
"""Quads after which a change of many articles is sent: about 2 MB."""
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
        self._mark = lexicon_mark()
        self._now = _begun(server, limits)
        self._known = known_entities(server)
        if not self._has_lexicon():
            self._in_turn(self._put_lexicon, with_mirror=False)

    def put(self, iri: str, quads: Iterable[ox.Quad]) -> bool:
        """Store the quads of one article's graph in place of those it had; return whether it had any.

        Raises:
            StoreError: the server refuses or fails, or others write there without end; the article stays as it was.
        """
        return bool(self._put({iri: set(quads)}))

    def fill(self, graphs: Graphs) -> None:
        """Store the graphs of many articles, as many in one change as make a request of fair size; each is whole.

        Raises:
            StoreError: the server refuses or fails, or others write there without end; those stored before are kept.
        """
        batch: dict[str, set[ox.Quad]] = {}
        size = 0
        for iri, quads in graphs:
            batch[iri] = set(quads)
            size += len(batch[iri])
            if size >= BATCH:
                self._put(batch)
                batch, size = {}, 0
        if batch:
            self._put(batch)

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

        def attempt(mine: Turn) -> tuple[str, ...] | None:
            change = learnt(self._server, paths)
            return change.notices if not change.graphs or self._relearn(mine, change) else None

        change = learnt(self._server, paths)
        found = self._in_turn(attempt, with_mirror=False) if change.graphs else change.notices
        self._learnt.add(stamps)
        return found

    def publish(self) -> None:
        """Do nothing: what is written to a server is seen at once."""

    def close(self) -> None:
        """Do nothing: the server keeps what it was given."""

    def _put(self, graphs: Mapping[str, set[ox.Quad]]) -> set[str]:
        """Store the graphs of articles in one change; return those that had any quads before."""
        before, held = self._now, self._held(graphs)
        if held == graphs:
            return {iri for iri in graphs if held[iri]}

        def attempt(mine: Turn) -> set[str] | None:
            mirror, self._mirror = self._mirror, None
            if mirror is None:
                return None
            # what was looked at before the turn came still holds where nothing was changed since
            old = held if self._now is before else self._held(graphs)
            gone, come = set[ox.Quad](), set[ox.Quad]()
            for iri, new in graphs.items():
                changed = mirror.change(iri, new)
                for less, more in ((old[iri] - new, new - old[iri]), (changed.gone, changed.new)):
                    # what an article brought a later one of the batch may take away again, and the other way round
                    gone, come = (gone | (less - come)) - more, (come - less) | (more - gone)
                mirror.take(iri, new, changed)
            if not self._swap(mine, gone, come, tuple(graphs)):
                return None
            self._mirror = mirror
            return {iri for iri in graphs if old[iri]}

        return self._in_turn(attempt)

    def _held(self, graphs: Iterable[str]) -> dict[str, set[ox.Quad]]:
        """Return what the server holds of some articles."""
        found: dict[str, set[ox.Quad]] = {iri: set() for iri in graphs}
        for quad in self._server.quads_in(*found):
            if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value in found:
                found[quad.graph_name.value].add(quad)
        return found

    def _relearn(self, mine: Turn, change: Learnt) -> bool:
        """Put own lexicons into their graphs and make the links anew; return whether that was done."""
        old = [quad for graph in change.graphs for quad in self._server.quads(graph)]
        new = [quad for quads in change.graphs.values() for quad in quads]
        new += [ox.Quad(_STORE, _REQUIRES, ox.NamedNode(graph), _STORE) for graph in change.graphs]
        return self._relink(mine, old, new, tuple(change.graphs), known_entities(_With(self._server, change)))

    def _put_lexicon(self, mine: Turn) -> bool | None:
        """Put the shipped lexicon into its graph and make the links anew; return True where that was done."""
        from dragoman.graph.lexicon.loading import lexicon_quads

        old = self._server.quads(LEXICON_GRAPH)
        return self._relink(mine, old, [*lexicon_quads(), self._mark], (LEXICON_GRAPH,), self._known) or None

    def _relink(
        self,
        mine: Turn,
        old: Iterable[ox.Quad],
        new: Iterable[ox.Quad],
        graphs: tuple[str, ...],
        known: Mapping[str, Entry],
    ) -> bool:
        """Change lexicon graphs and, with them, the links that follow; return whether that was done."""
        mirror = Mirror(self._server, known)
        held, wanted = set(self._server.quads(LINKS_GRAPH)), mirror.links()
        gone, come = set(old), set(new)
        if not self._swap(mine, [*(gone - come), *(held - wanted)], [*(come - gone), *(wanted - held)], graphs):
            return False
        self._mirror, self._known = mirror, known
        return True

    def _has_lexicon(self) -> bool:
        """Whether the server has the lexicon that comes with this version."""
        return self._server.yes(f"ASK {{ GRAPH {self._mark.graph_name} {{ {self._mark.triple} }} }}")

    def _swap(self, mine: Turn, gone: Iterable[ox.Quad], come: Iterable[ox.Quad], graphs: tuple[str, ...]) -> bool:
        try:
            after = swap(self._server, mine, self._now, gone, come, graphs)
        except BaseException:
            # whether it was done is not known, so what is known of the store is not either
            self._mirror = None
            raise
        if after is not None:
            self._now = after
        return after is not None

    def _in_turn(self, attempt: Callable[[Turn], T | None], with_mirror: bool = True) -> T:
        """Return what `attempt` returns in a turn to write; where it returns None, try again in another.

        Raises:
            StoreError: it never returns anything else, the store is no longer there, or another version writes it.
        """
        for _ in range(TRIES):
            if with_mirror and self._mirror is None:
                # it takes long where there is much; what is changed meanwhile is looked at again when the turn has come
                self._now = _there(self._server)
                self._mirror = Mirror(self._server, self._known)
            with turn(self._server, self._limits) as mine:
                if mine.states != {self._now.words}:
                    self._catch_up(mine)
                found = attempt(mine)
            if found is not None:
                return found
        raise StoreError(f"Others change the store at {self._server.address} too fast; try again when fewer do.")

    def _catch_up(self, mine: Turn) -> None:
        """Learn what others have changed since the state that was known.

        Raises:
            StoreError: the store is no longer there, or another version of Dragoman writes it.
        """
        now = _there(self._server)
        changes, self._now = now.since(self._now), now
        touched = None if changes is None else dict.fromkeys(graph for one in changes for graph in one.graphs)
        if now.others or touched is None or any(graph.startswith(LEXICON_GRAPH) for graph in touched):
            self._mirror, self._known = None, known_entities(self._server)
            if now.number and not self._has_lexicon():
                raise StoreError(
                    f"Another version of Dragoman writes the store at {self._server.address}; "
                    "let it finish, and use one version for one store."
                )
            if now.others:
                # two changed it at once: each article is whole, and what follows from both is made anew
                self._relink(mine, (), (), (), self._known)
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


def _there(server: Server) -> State:
    """Return the state of a store that was there before.

    Raises:
        StoreError: it is no longer.
    """
    found = state(server)
    if found is None:
        raise StoreError(f"The store at {server.address} was taken away while it was written; read again.")
    return found


def _begun(server: Server, limits: Limits) -> State:
    """Return the state of a server's store, which is begun where there is none.

    Raises:
        NoStore: something else is kept there.
        StoreError: the server does not answer from the union of all graphs.
    """
    found = state(server)
    if found is None:
        refuse_strangers(server)
        with turn(server, limits) as mine:
            if not mine.states:
                begin(server)
                if not is_union(server):
                    undo(server)
        found = state(server)
        if found is None:
            raise refuse_parts(server)
    elif not is_union(server):
        raise refuse_parts(server)
    return found
