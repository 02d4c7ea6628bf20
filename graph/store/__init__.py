"""Where the graph is kept: Oxigraph in a folder or in memory, one named graph an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from dragoman.graph.store import folder as disk
from dragoman.graph.store.querying import run
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, expand

if TYPE_CHECKING:
    import networkx
    import rdflib

    from dragoman.graph.records import Reading

DEFAULT = "./dragoman.store"
PUBLISH_EVERY = 1_000
"""Articles after which a long reading lets readers see what it has."""
_LEXICON_MARK = "https://w3id.org/dragoman/id/lexicon#hash"


class Store:
    """A graph in a folder or in memory, queried as the union of its articles' graphs.

    >>> with Store.memory() as store:
    ...     store.articles()
    []
    """

    def __init__(self, engine: ox.Store, folder: Path | None, writable: bool, resources: ExitStack) -> None:
        """Take an open database; `Store.open` and `Store.memory` make one."""
        self.engine, self.folder, self.writable = engine, folder, writable
        self._resources = resources
        self._stale = False
        self._since = 0

    @classmethod
    def open(cls, location: str | Path = DEFAULT, *, write: bool = False) -> Store:
        """Open the store at a folder, or a new one in memory where `location` is "memory".

        Raises:
            StoreError: it is missing (for reading), locked (for writing), of another format, or damaged.
        """
        if str(location) == "memory":
            return cls.memory()
        if str(location).startswith(("http://", "https://")):
            raise StoreError("Stores on a server are not supported yet; name a folder with --store.")
        path = Path(location)
        with ExitStack() as resources:
            if not write:
                reader = disk.open_reader(path)
                return cls(reader or ox.Store(), path, False, resources.pop_all())
            disk.prepare(path)
            resources.enter_context(disk.locked(path))
            store = cls(disk.open_writer(path), path, True, resources.pop_all())
        store._guarded(store._refresh_lexicon)
        # a reading that was cut off has left links behind its articles
        store._stale = True
        return store

    @classmethod
    def memory(cls) -> Store:
        """Return a new, empty store in memory."""
        store = cls(ox.Store(), None, True, ExitStack())
        store._refresh_lexicon()
        return store

    # -- writing ------------------------------------------------------------------------------------------------
    def put(self, reading: Reading) -> bool:
        """Store a reading in place of what was stored of its article, in one transaction; return whether there was any.

        Raises:
            StoreError: the disk is full or fails; the article stays as it was.
        """
        from dragoman.graph.triples import describe

        return self.put_quads(reading.article.iri, describe(reading))

    def put_quads(self, iri: str, quads: Iterable[ox.Quad]) -> bool:
        """Store the quads of one article's graph in place of those it had; return whether it had any.

        Raises:
            StoreError: the store is open for reading only, or the disk is full or fails.
        """
        replaced = self.holds(iri)
        body = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
        text = body.decode() if isinstance(body, bytes) else ""
        self._update(f"CLEAR SILENT GRAPH <{iri}> ; INSERT DATA {{ GRAPH <{iri}> {{ {text} }} }}")
        self._since += 1
        if self._since >= PUBLISH_EVERY:
            self.publish()
        return replaced

    def remove(self, iri: str) -> None:
        """Take an article out.

        Raises:
            StoreError: the store is open for reading only, or the disk fails.
        """
        self._update(f"DROP SILENT GRAPH <{iri}>")

    def publish(self) -> None:
        """Bring the links up to date, and let readers see what was written.

        Raises:
            StoreError: the disk is full or fails; readers keep what they had.
        """
        if not self.writable:
            return
        self._guarded(self._relink)
        if self.folder is not None:
            disk.publish(self.folder, self.engine)
        self._since = 0

    def _update(self, text: str) -> None:
        if not self.writable:
            raise StoreError("This store was opened for reading; open it with write=True to change it.")
        self._guarded(lambda: self.engine.update(text))
        self._stale = True

    def _guarded(self, act: Any) -> None:
        try:
            act()
        except (OSError, ValueError) as error:
            if self.folder is None:
                raise StoreError(f"The store in memory failed: {error}.") from error
            raise disk.failure(self.folder, error) from error

    def _relink(self) -> None:
        if not self._stale:
            return
        from dragoman.graph.links import links

        graph = ox.NamedNode(LINKS_GRAPH)
        wanted = set(links(self._stated()))
        held = set(self.engine.quads_for_pattern(None, None, None, graph))
        gone, new = held - wanted, wanted - held
        if gone or new:
            parts = [f"DELETE DATA {{ GRAPH <{LINKS_GRAPH}> {{ {_body(gone)} }} }}"] if gone else []
            parts += [f"INSERT DATA {{ GRAPH <{LINKS_GRAPH}> {{ {_body(new)} }} }}"] if new else []
            self.engine.update(" ; ".join(parts))
        self._stale = False

    def _stated(self) -> Iterator[ox.Quad]:
        for iri in self.articles():
            yield from self.engine.quads_for_pattern(None, None, None, ox.NamedNode(iri))

    def _refresh_lexicon(self) -> None:
        """Put the shipped lexicon into its graph where another one, or none, is there."""
        from dragoman.graph.iris import digest
        from dragoman.graph.lexicon.loading import lexicon_files, lexicon_quads

        graph = ox.NamedNode(LEXICON_GRAPH)
        mark = digest("".join(p.read_text(encoding="utf-8") for p in lexicon_files()))
        stamp = ox.Quad(
            ox.NamedNode(_LEXICON_MARK), ox.NamedNode(expand("dcterms:identifier")), ox.Literal(mark), graph
        )
        if stamp in self.engine:
            return
        self.engine.clear_graph(graph)
        self.engine.bulk_extend([*lexicon_quads(), stamp])

    # -- reading ------------------------------------------------------------------------------------------------
    def query(self, text: str, bindings: Mapping[str, Any] | None = None, timeout: float | None = None) -> Any:
        """Return the answer to a SPARQL query over the union of all graphs: pyoxigraph's solutions, boolean or triples.

        Raises:
            SyntaxError: the query is malformed.
            TimeLimit: it took longer than `timeout` seconds.
        """
        if self.writable:
            self._guarded(self._relink)
        return run(self.engine, text, bindings, timeout)

    def articles(self) -> list[str]:
        """Return the IRIs of the articles that were read, sorted."""
        graphs = (g.value for g in self.engine.named_graphs() if isinstance(g, ox.NamedNode))
        return sorted(g for g in graphs if g not in {LEXICON_GRAPH, LINKS_GRAPH} and self.holds(g))

    def holds(self, iri: str) -> bool:
        """Whether an article was read."""
        return next(iter(self.engine.quads_for_pattern(None, None, None, ox.NamedNode(iri))), None) is not None

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""
        return sorted({*self.articles(), LEXICON_GRAPH, LINKS_GRAPH})

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all."""
        if self.writable:
            self._guarded(self._relink)
        yield from self.engine.quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None)

    def quads_about(self, subject: str, graphs: Iterable[str]) -> Iterator[ox.Quad]:
        """Yield what some graphs say of one subject."""
        if self.writable:
            self._guarded(self._relink)
        for graph in graphs:
            yield from self.engine.quads_for_pattern(ox.NamedNode(subject), None, None, ox.NamedNode(graph))

    def __len__(self) -> int:
        return sum(1 for _ in self.quads())

    def to_rdflib(self) -> rdflib.Dataset:
        """Return the whole graph as an rdflib dataset whose default graph is the union."""
        import rdflib

        dataset = rdflib.Dataset(default_union=True)
        data = ox.serialize(self.quads(), format=ox.RdfFormat.N_QUADS)
        dataset.parse(data=data, format="nquads")
        return dataset

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return the network of entities and happenings."""
        from importlib import import_module

        # a floor above: reached by name, so that the store does not stand on what stands on it
        network: networkx.MultiDiGraph[str] = import_module("dragoman.graph.network").build(self)
        return network

    # -- closing ------------------------------------------------------------------------------------------------
    def close(self) -> None:
        """Flush what was written and give up the lock; what was not published is not yet seen by readers."""
        try:
            if self.writable and self.folder is not None:
                self._guarded(self.engine.flush)
        finally:
            self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _body(quads: Iterable[ox.Quad]) -> str:
    data = ox.serialize((q.triple for q in sorted(quads, key=str)), format=ox.RdfFormat.N_TRIPLES)
    return data.decode() if isinstance(data, bytes) else ""
