"""Where the graph is kept: Oxigraph in a folder or in memory, one named graph an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from dragoman.graph import DEFAULT_STORE
from dragoman.graph.store.folder import FAILURES, check_whole, failure, locked, prepare
from dragoman.graph.store.graphs import articles, is_article, lexicons
from dragoman.graph.store.querying import run
from dragoman.graph.store.snapshots import open_reader
from dragoman.ontology.errors import NoStore, StoreError
from dragoman.ontology.namespaces import DGM, LINKS_GRAPH, expand

if TYPE_CHECKING:
    import networkx
    import rdflib

    from dragoman.graph.records import Reading
    from dragoman.graph.store.writing import Writer

_TYPE = ox.NamedNode(expand("rdf:type"))


class Store:
    """A graph in a folder or in memory, queried as the union of its articles' graphs, the lexicon and the links.

    >>> with Store.memory() as store:
    ...     store.articles()
    []
    """

    def __init__(self, engine: ox.Store, folder: Path | None, writer: Writer | None, resources: ExitStack) -> None:
        """Take an open database; `Store.open` and `Store.memory` make one."""
        self.folder = folder
        self._engine: ox.Store | None = engine
        self._writer = writer
        self._resources = resources

    @classmethod
    def open(cls, location: str | Path = DEFAULT_STORE, *, write: bool = False) -> Store:
        """Open the store at a folder, or a new one in memory where `location` is "memory".

        Who reads sees what was last published, whatever is written meanwhile.

        Raises:
            NoStore: it is missing (for reading), or something else is there.
            StoreError: it is locked (for writing), of another format, or damaged.
        """
        if str(location) == "memory":
            return cls.memory()
        if "://" in str(location):
            raise NoStore(f"{location} is an address, and a store is a folder (or memory); name one with --store.")
        folder = Path(location)
        with ExitStack() as resources:
            if not write:
                reader = open_reader(folder, resources)
                return cls(ox.Store() if reader is None else reader, folder, None, resources.pop_all())
            prepare(folder)
            resources.enter_context(locked(folder))
            check_whole(folder)
            try:
                engine = ox.Store(str(folder / "writer"))
            except FAILURES as error:
                raise failure(folder, error) from error
            return cls(engine, folder, _writer(engine, folder), resources.pop_all())

    @classmethod
    def memory(cls) -> Store:
        """Return a new store in memory, which holds the lexicon alone."""
        engine = ox.Store()
        return cls(engine, None, _writer(engine, None), ExitStack())

    # -- writing ------------------------------------------------------------------------------------------------
    @property
    def writable(self) -> bool:
        """Whether articles can be put into the store and removed."""
        return self._writer is not None

    def put(self, reading: Reading) -> bool:
        """Store a reading in place of what was stored of its article, in one transaction; return whether there was any.

        Raises:
            StoreError: the store is open for reading only, or the disk is full or fails; the article stays as it was.
        """
        from dragoman.graph.triples import describe

        if reading.lexicon:
            self.add_lexicon(*reading.lexicon)
        return self.put_quads(reading.article.iri, describe(reading))

    def put_quads(self, iri: str, quads: Iterable[ox.Quad]) -> bool:
        """Store the quads of one article's graph in place of those it had; return whether it had any.

        Raises:
            StoreError: the store is open for reading only, or the disk is full or fails; the article stays as it was.
        """
        return self._may_write().put(iri, quads)

    def add_lexicon(self, *paths: Path) -> tuple[str, ...]:
        """Keep lexicon files of one's own, each in a graph that bears its name; return what should be known of them.

        Readings bring the files that they were read with, so this is for those who want to hear what is returned: names
        that two entries bear, and that a file takes the place of an earlier one of its name.

        Raises:
            LexiconError: a file is malformed, or contradicts what is known, here or by another file.
            StoreError: the store is open for reading only, or the disk is full or fails.
        """
        return self._may_write().learn(paths)

    def remove(self, iri: str) -> bool:
        """Take an article out; return whether it was there.

        Raises:
            StoreError: the store is open for reading only, or the disk fails.
        """
        return self._may_write().put(iri, ())

    def publish(self) -> None:
        """Let readers see what was written.

        Raises:
            StoreError: the disk is full or fails; readers keep what they had.
        """
        if self._writer is not None:
            self._writer.publish()

    def _may_write(self) -> Writer:
        if self._writer is None:
            raise StoreError("This store was opened for reading; open it with write=True to change it.")
        return self._writer

    # -- reading ------------------------------------------------------------------------------------------------
    @property
    def engine(self) -> ox.Store:
        """The database underneath.

        Raises:
            StoreError: the store is closed.
        """
        if self._engine is None:
            raise StoreError("This store is closed; open it again.")
        return self._engine

    def query(self, text: str, bindings: Mapping[str, Any] | None = None, timeout: float | None = None) -> Any:
        """Return the answer to a SPARQL query over the union of all graphs: pyoxigraph's solutions, boolean or triples.

        Args:
            text: SPARQL; the usual prefixes are known without declaring them. Where it says FROM, it is asked of those
                graphs alone.
            bindings: terms to put in place of variables.
            timeout: seconds in which all of the answer must be there, or None for no limit.

        Raises:
            SyntaxError: the query is malformed.
            TimeLimit: it took longer than `timeout` seconds.
            StoreError: the store is closed or damaged.
        """
        return run(self.engine, text, bindings, timeout, self._failure)

    def articles(self) -> list[str]:
        """Return the IRIs of the articles that were read, sorted."""
        return articles(self.engine)

    def fingerprints(self) -> set[str]:
        """Return the fingerprints of all readings that the store holds, by which one knows what need not be read again."""
        return {row[0].value for row in self.query("SELECT ?f { GRAPH ?a { ?a dgm:fingerprint ?f } }")}

    def lexicons(self) -> list[str]:
        """Return the names of the graphs that hold what was known before reading, sorted."""
        return lexicons(self.engine)

    def holds(self, iri: str) -> bool:
        """Whether an article was read."""
        return is_article(iri) and self.engine.contains_named_graph(ox.NamedNode(iri))

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""
        return sorted({*self.articles(), *self.lexicons(), LINKS_GRAPH})

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all."""
        engine = self.engine
        try:
            yield from engine.quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None)
        except FAILURES as error:
            raise self._failure(error) from error

    def quads_about(self, subject: str, graphs: Iterable[str]) -> Iterator[ox.Quad]:
        """Yield what some graphs say of one subject."""
        for graph in graphs:
            yield from self.engine.quads_for_pattern(ox.NamedNode(subject), None, None, ox.NamedNode(graph))

    def _failure(self, error: Exception) -> StoreError:
        return failure(self.folder or Path("memory"), error)

    def __len__(self) -> int:
        """Return how many quads the store holds."""
        return len(self.engine)

    def __bool__(self) -> bool:
        """A store is there, even where it holds nothing."""
        return True

    def counts(self) -> dict[str, int]:
        """Return how much the store holds: articles, and the instances of each class that they state."""
        from dragoman.graph.records import KINDS

        found = {"Article": len(self.articles())}
        for name in sorted(kind.__name__ for kind in KINDS):
            number = sum(1 for _ in self.engine.quads_for_pattern(None, _TYPE, ox.NamedNode(DGM + name)))
            found |= {name: number} if number else {}
        return found

    def to_rdflib(self) -> rdflib.Dataset:
        """Return the whole graph as an rdflib dataset whose default graph is the union."""
        import rdflib

        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=ox.serialize(self.quads(), format=ox.RdfFormat.N_QUADS), format="nquads")
        return dataset

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return the network of entities and happenings."""
        # the one import that points up: for its user a store is a front door, and nothing of the network is needed before
        from dragoman.graph.network import build

        return build(self)

    def __repr__(self) -> str:
        where = "in memory" if self.folder is None else f"at {self.folder}"
        if self._engine is None:
            return "<Store, closed>"
        number = len(self.articles())
        return f"<Store {where}, {number} article{'s' * (number != 1)}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: where the store is, how much it holds, and its network to walk through."""
        from html import escape

        from dragoman.graph.view.frame import frame  # points up, as `to_networkx` does

        where = "in memory" if self.folder is None else str(self.folder)
        rows = "".join(f"<tr><td>{escape(name)}</td><td>{number}</td></tr>" for name, number in self.counts().items())
        table = f"<table><caption>Dragoman store, {escape(where)}</caption><tbody>{rows}</tbody></table>"
        return table + frame(self.to_networkx())

    # -- closing ------------------------------------------------------------------------------------------------
    def close(self) -> None:
        """Publish and flush what was written, and give up the lock.

        Raises:
            StoreError: the disk is full or fails; what was stored is kept, and seen when the store is next written.
        """
        try:
            if self._writer is not None and self._engine is not None:
                self._writer.close()
        finally:
            # the database gives up its own lock when nothing refers to it any more
            self._writer = self._engine = None
            self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # what went wrong first is what its user must hear of
        with suppress(StoreError) if error is not None else ExitStack():
            self.close()


def _writer(engine: ox.Store, folder: Path | None) -> Writer:
    # not imported by those who only read: it needs the lexicon
    from dragoman.graph.store.writing import Writer

    return Writer(engine, folder)
