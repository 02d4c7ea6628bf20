"""Writes articles into a store: each one whole or not at all, with what follows from it, in one transaction."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from dragoman.graph.store import snapshots
from dragoman.graph.store.embedded import Embedded
from dragoman.graph.store.filling import Graphs, fill
from dragoman.graph.store.folder import FAILURES, current, failure, holds_database
from dragoman.graph.store.graphs import articles, quads_of
from dragoman.graph.store.learning import Learnt, known_entities, learnt
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH

if TYPE_CHECKING:
    from dragoman.graph.lexicon import Entry

PUBLISH_EVERY: Final = 1_000
"""Articles after which a long reading lets readers see what it has."""
COMPACT_FROM: Final = 50
"""Articles written one by one from which it pays to compact a database that is not four times as large."""
_LEXICON: Final = ox.NamedNode(LEXICON_GRAPH)


class Writer:
    """The one who may change a store; holds its database and the accounts that links are found by."""

    def __init__(self, engine: ox.Store, folder: Path | None) -> None:
        """Take the database that is written, and the folder that it lies in unless it is in memory.

        Raises:
            StoreError: the store is damaged, or the disk fails.
        """
        self.engine, self._folder = engine, folder
        self._index: ox.Store | None = None
        self._known: Mapping[str, Entry] = {}
        self._learnt: set[tuple[tuple[Path, tuple[int, int]], ...]] = set()
        self._sound, self._linked, self._unfinished = True, True, False
        self._since, self._written = 0, 0
        cut_off = folder is not None and (folder / "unfinished").exists()
        self._unpublished = cut_off or (folder is not None and current(folder) is None)
        self._guarded(lambda: self._prepare(whole=cut_off))

    def put(self, iri: str, quads: Iterable[ox.Quad]) -> bool:
        """Store the quads of one article's graph in place of those it had; return whether it had any.

        Raises:
            StoreError: the disk is full or fails; the article stays as it was.
        """
        old, new = set(quads_of(self.engine, iri)), set(quads)
        if old != new:
            self._guarded(lambda: self._replace(iri, old, new))
            self._since += 1
            self._written += 1
            if self._since >= PUBLISH_EVERY:
                self.publish()
        return bool(old)

    def fill(self, graphs: Graphs) -> None:
        """Store the graphs of many articles that are not there yet, in bulk, and then once what follows from them all.

        Raises:
            StoreError: one of them is there already, or the disk is full or fails; those stored before are kept whole,
                and readers see them once a writer has finished.
        """
        self._begin()
        # whatever comes before its end, the accounts and the links are then made anew from the articles
        self._sound = self._linked = False
        self._guarded(lambda: fill(self.engine, graphs))
        self._guarded(lambda: self._accounts(anew=True))

    def learn(self, paths: tuple[Path, ...]) -> tuple[str, ...]:
        """Keep lexicon files of one's own, each in a graph of its own; return what should be known of them.

        Raises:
            LexiconError: a file is malformed, or contradicts what is known, here or by another file.
            StoreError: the disk is full or fails; what was known before is kept.
        """
        from dragoman.graph.lexicon.loading import stamp

        stamps = tuple((path, stamp(path)) for path in paths)
        if stamps in self._learnt:
            return ()
        change = learnt(Embedded(self.engine), paths)
        if change.graphs:
            self._guarded(lambda: self._relearn(change))
        self._learnt.add(stamps)
        return change.notices

    def publish(self) -> None:
        """Let readers see what was written.

        Raises:
            StoreError: the disk is full or fails; readers keep what they had.
        """
        if self._folder is not None and self._unpublished and self._linked:
            snapshots.publish(self._folder, self.engine)
            self._unpublished = False
        self._since = 0

    def close(self) -> None:
        """Publish what was not, and flush.

        Raises:
            StoreError: the disk is full or fails; what was stored is kept, and seen when the store is next written.
        """
        if self._folder is None:
            return
        self._compact()
        self.publish()
        index = self._index
        self._guarded(self.engine.flush)
        if index is not None:
            self._guarded(index.flush)
        if self._unfinished and self._sound:
            (self._folder / "unfinished").unlink(missing_ok=True)

    def _compact(self) -> None:
        """Bring together what was written bit by bit, so that it is found sooner and takes less room."""
        if self._written >= COMPACT_FROM and 4 * self._written >= len(articles(self.engine)):
            # what keeps it from being done, a full disk, takes nothing away; publishing will say so
            with suppress(*FAILURES):
                self.engine.optimize()
        self._written = 0

    def _replace(self, iri: str, old: set[ox.Quad], new: set[ox.Quad]) -> None:
        """Replace one article's graph and what follows from it, in one transaction."""
        from dragoman.graph.linking.links import stated
        from dragoman.graph.store.relinking import change

        index = self._accounts()
        said, says = stated(old, self._known), stated(new, self._known)
        changed = change(self.engine, index, iri, said, says, self._known)
        self._begin()
        # whatever comes between the two transactions, the accounts are then made anew from the articles
        self._sound = False
        if old or changed.gone:
            # a graph that goes altogether is dropped, lest its name stay; of another, most stays as it was
            update = _difference(old - new, new - old, iri) if new else [f"DROP SILENT GRAPH <{iri}>"]
            self.engine.update(" ; ".join([*update, *_difference(changed.gone, changed.new, LINKS_GRAPH)]))
        else:
            # a transaction, too, and quicker where nothing is taken away
            self.engine.extend([*new, *changed.new])
        for quad in changed.accounts_gone - changed.accounts_new:
            index.remove(quad)
        index.extend(changed.accounts_new - changed.accounts_gone)
        self._sound = True

    def _relearn(self, change: Learnt) -> None:
        self._begin()
        # whatever comes after the first of these transactions, the links are then made anew
        self._sound = False
        for graph, quads in change.graphs.items():
            self.engine.update(f"DROP SILENT GRAPH <{graph}> ; INSERT DATA {{ GRAPH <{graph}> {{ {_body(quads)} }} }}")
        self._known = known_entities(Embedded(self.engine))
        self._accounts(anew=True)

    def _begin(self) -> None:
        """Leave word, before the first change, that the writer has not finished."""
        self._unpublished = True
        if self._folder is not None and not self._unfinished:
            (self._folder / "unfinished").touch()
        self._unfinished = True

    def _prepare(self, whole: bool) -> None:
        """Put the shipped lexicon into its graph where another one is, and make the links anew where they may be off."""
        from dragoman.graph.lexicon.loading import lexicon_quads
        from dragoman.graph.store.lexicon_mark import lexicon_mark

        self._known = known_entities(Embedded(self.engine))
        mark = lexicon_mark()
        fresh = mark not in self.engine
        if fresh:
            self._begin()
            self.engine.clear_graph(_LEXICON)
            self.engine.bulk_extend(lexicon_quads())
        if fresh or whole:
            self._accounts(anew=True)
        if fresh:
            self.engine.add(mark)

    def _accounts(self, anew: bool = False) -> ox.Store:
        """Return the accounts; make them and the links anew where they may not follow from the articles."""
        from dragoman.graph.linking.links import derived, stated
        from dragoman.graph.store.settling import indexed

        if self._index is not None and self._sound and not anew:
            return self._index
        place = None if self._folder is None else self._folder / "accounts"
        if place is not None and self._index is None and self._sound and not anew and holds_database(place):
            self._index = ox.Store(str(place))
            return self._index
        self._begin()
        self._sound = self._linked = False
        if self._index is None and place is not None:
            shutil.rmtree(place, ignore_errors=True)
        index = self._index if self._index is not None else (ox.Store() if place is None else ox.Store(str(place)))
        index.clear()
        said = stated((q for iri in articles(self.engine) for q in quads_of(self.engine, iri)), self._known)
        index.bulk_extend(indexed(said.accounts))
        held = set(quads_of(self.engine, LINKS_GRAPH))
        wanted = derived(said, self._known)
        # not in one transaction, which all links of a store would make large: until both are done they count as unmade,
        # and nobody is shown them
        if held - wanted:
            self.engine.update(" ; ".join(_difference(held - wanted, (), LINKS_GRAPH)))
        self.engine.bulk_extend(wanted - held)
        self._index, self._sound, self._linked = index, True, True
        return index

    def _guarded(self, act: Callable[[], object]) -> None:
        try:
            act()
        except FAILURES as error:
            if self._folder is None:
                raise StoreError(f"The store in memory failed: {error}.") from error
            raise failure(self._folder, error) from error


def _difference(gone: Iterable[ox.Quad], new: Iterable[ox.Quad], graph: str) -> list[str]:
    less, more = _body(gone), _body(new)
    update = [f"DELETE DATA {{ GRAPH <{graph}> {{ {less} }} }}"] if less else []
    return update + ([f"INSERT DATA {{ GRAPH <{graph}> {{ {more} }} }}"] if more else [])


def _body(quads: Iterable[ox.Quad]) -> str:
    data = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
    return data.decode() if isinstance(data, bytes) else ""
