"""Where the graph is kept: in a folder, in memory or on a SPARQL server, one named graph an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from dragoman.graph import DEFAULT_STORE
from dragoman.graph.store.embedded import Embedded
from dragoman.graph.store.graphs import is_article
from dragoman.graph.store.opening import open_reader, open_writer
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import LINKS_GRAPH

if TYPE_CHECKING:
    import networkx
    import rdflib

    from dragoman.graph.records import Reading
    from dragoman.graph.store.home import Home, Writing
    from dragoman.graph.store.writing import Writer

_COUNTS = "SELECT ?class (COUNT(?one) AS ?number) {{ VALUES ?class {{ {} }} ?one a ?class }} GROUP BY ?class"


class Store:
    """A graph in a folder, in memory or on a server, queried as the union of its articles' graphs, the lexicon and the links.

    >>> with Store.memory() as store:
    ...     store.articles()
    []
    """

    def __init__(self, home: Home, writer: Writing | None, resources: ExitStack) -> None:
        """Take an open home; `Store.open` and `Store.memory` make one."""
        self.place = home.place
        self._home: Home | None = home
        self._writer = writer
        self._resources = resources

    @classmethod
    def open(cls, location: str | Path = DEFAULT_STORE, *, write: bool = False, wait: float = 0) -> Store:
        """Open the store in a folder, at a server's address, or a new one in memory where `location` is "memory".

        Who reads sees what was last published, whatever is written meanwhile.

        Args:
            location: the place.
            write: whether it is to be changed; a folder is made where there is none, and only one may write it at a time.
            wait: seconds to wait for another process that writes it; to a server, several may write at once.

        Raises:
            NoStore: it is missing (for reading), or something else is there.
            StoreError: it is locked (for writing), of a format that cannot be upgraded, or damaged, or its server fails.
        """
        if str(location) == "memory":
            return cls.memory()
        if "://" in str(location):
            # not imported for the others: it speaks HTTP
            from dragoman.graph.store.server import open_server

            with ExitStack() as resources:
                home, writer = open_server(str(location), resources, write=write)
                return cls(home, writer, resources.pop_all())
        folder = Path(location)
        with ExitStack() as resources:
            if not write:
                reader = open_reader(folder, resources)
                return cls(Embedded(ox.Store() if reader is None else reader, folder), None, resources.pop_all())
            engine = open_writer(folder, resources, wait)
            return cls(Embedded(engine, folder), _writer(engine, folder), resources.pop_all())

    @classmethod
    def memory(cls) -> Store:
        """Return a new store in memory, which holds the lexicon alone."""
        engine = ox.Store()
        return cls(Embedded(engine), _writer(engine, None), ExitStack())

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

    def put_new(self, graphs: Iterable[tuple[str, Iterable[ox.Quad]]]) -> None:
        """Store the graphs of many articles that are not there yet: much faster than one by one, links made once.

        Readers see them all together, when all are stored. Where it is broken off, those stored so far are there whole
        when the store is next written.

        Args:
            graphs: for each article its IRI and the quads of its graph.

        Raises:
            StoreError: one of them is there already, the store is open for reading only, or the disk is full or fails.
        """
        self._may_write().fill(graphs)

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

    def _may_write(self) -> Writing:
        if self._writer is None:
            raise StoreError("This store was opened for reading; open it with write=True to change it.")
        return self._writer

    # -- reading ------------------------------------------------------------------------------------------------
    @property
    def home(self) -> Home:
        """The place where the quads are kept.

        Raises:
            StoreError: the store is closed.
        """
        if self._home is None:
            raise StoreError("This store is closed; open it again.")
        return self._home

    @property
    def engine(self) -> ox.Store:
        """The database underneath, for whoever measures against it.

        Raises:
            StoreError: the store is closed, or on a server.
        """
        if not isinstance(self.home, Embedded):
            raise StoreError(f"The store {self.place} is no database of this process; ask it with query().")
        return self.home.engine

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
        return self.home.query(text, bindings, timeout)

    def articles(self) -> list[str]:
        """Return the IRIs of the articles that were read, sorted."""
        return self.home.articles()

    def fingerprints(self) -> set[str]:
        """Return the fingerprints of all readings that the store holds, by which one knows what need not be read again."""
        return {row[0].value for row in self.query("SELECT ?f { GRAPH ?a { ?a dgm:fingerprint ?f } }")}

    def lexicons(self) -> list[str]:
        """Return the names of the graphs that hold what was known before reading, sorted."""
        return self.home.lexicons()

    def holds(self, iri: str) -> bool:
        """Whether an article was read."""
        return is_article(iri) and self.home.holds(iri)

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""
        return sorted({*self.articles(), *self.lexicons(), LINKS_GRAPH})

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all."""
        return self.home.quads(graph)

    def quads_about(self, subjects: Iterable[str], graphs: Iterable[str]) -> Iterator[ox.Quad]:
        """Yield what some graphs say of some subjects."""
        return self.home.quads_about(subjects, graphs)

    def __len__(self) -> int:
        """Return how many quads the store holds."""
        return len(self.home)

    def __bool__(self) -> bool:
        """A store is there, even where it holds nothing."""
        return True

    def counts(self) -> dict[str, int]:
        """Return how much the store holds: articles, and the instances of each class that they state."""
        from dragoman.graph.records import KINDS

        kinds = sorted(kind.__name__ for kind in KINDS)
        rows = self.query(_COUNTS.format(" ".join(f"dgm:{name}" for name in kinds)))
        numbers = {row["class"].value.rpartition("#")[2]: int(row["number"].value) for row in rows}
        return {"Article": len(self.articles())} | {name: numbers[name] for name in kinds if numbers.get(name)}

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
        if self._home is None:
            return "<Store, closed>"
        number = len(self.articles())
        return f"<Store {self.place}, {number} article{'s' * (number != 1)}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: where the store is, how much it holds, and its network to walk through."""
        from html import escape

        from dragoman.graph.view.frame import frame  # points up, as `to_networkx` does

        rows = "".join(f"<tr><td>{escape(name)}</td><td>{number}</td></tr>" for name, number in self.counts().items())
        table = f"<table><caption>Dragoman store {escape(self.place)}</caption><tbody>{rows}</tbody></table>"
        return table + frame(self.to_networkx())

    # -- closing ------------------------------------------------------------------------------------------------
    def close(self) -> None:
        """Publish and flush what was written, and give up the lock.

        Raises:
            StoreError: the disk is full or fails; what was stored is kept, and seen when the store is next written.
        """
        try:
            if self._writer is not None and self._home is not None:
                self._writer.close()
        finally:
            # the database gives up its own lock when nothing refers to it any more
            self._writer = self._home = None
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
