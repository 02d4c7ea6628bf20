"""A SPARQL 1.1 server as the home of a store, to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox

from dragoman.graph.store.patience import within
from dragoman.graph.store.querying import Rows, chosen, run, whole
from dragoman.graph.store.server import sentences
from dragoman.graph.store.server.answers import EITHER, RESULTS, TRIPLES, answer
from dragoman.graph.store.server.asking import fits, worded
from dragoman.graph.store.server.connection import Connection, Message
from dragoman.ontology.errors import NoStore, ServerError, StoreError
from dragoman.ontology.namespaces import DGM, LEXICON_GRAPH, STORE_GRAPH

_DIGITS: Final = 18
"""Of a number of quads: more are no number that a server counts to."""
_FORM: Final = "application/x-www-form-urlencoded"
_UPDATE: Final = {"Content-Type": "application/sparql-update"}
_ARTICLES: Final = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?g a <{DGM}Article> }} }}"
_LEXICONS: Final = f"SELECT ?g {{ GRAPH <{STORE_GRAPH}> {{ <{STORE_GRAPH}> <http://purl.org/dc/terms/requires> ?g }} }}"
_ALL: Final = f"SELECT ?s ?p ?o ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{STORE_GRAPH}>) }}"
_NUMBER: Final = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{STORE_GRAPH}>) }}"


class Server:
    """A server that holds a store, as a `Home`."""

    def __init__(self, connection: Connection) -> None:
        """Take a connection with the server."""
        self._connection = connection
        self._graphs: bool | None = None

    @property
    def place(self) -> str:
        """Where it is."""
        return f"at {self.address}"

    @property
    def address(self) -> str:
        """The address that it is known by."""
        return self._connection.base

    # -- SPARQL -------------------------------------------------------------------------------------------------
    def query(self, text: str, bindings: Mapping[str, Any] | None = None, timeout: float | None = None) -> Any:
        """Return what SPARQL finds in the union of all graphs, as `Store.query` says.

        Raises:
            SyntaxError: the query is malformed.
            QueryError: it asks for what cannot be done.
            StoreError: the server does not answer as it should.
            TimeLimit: it took longer than `timeout` seconds.
        """
        graphs = chosen(text)
        if graphs is not None:
            return self._among(graphs, text, bindings, timeout)
        clock = self._connection.limits.clock
        until = None if timeout is None else clock() + timeout
        asked, form = worded(text, bindings)
        found = self._asked(asked, EITHER, until, timeout or 0)
        if not fits(found, form):
            # what the engine made in this thread may not outlive it in another, not in a traceback either
            del found
            raise sentences.malformed(self.address)
        return found if timeout is None else whole(found)

    def rows(self, text: str, *names: str) -> Iterator[tuple[Any, ...]]:
        """Yield the terms that a SELECT of our own finds for some variables, each of which must be bound.

        Raises:
            StoreError: the server does not answer as it should.
        """
        found = self._asked(text, RESULTS)
        if not isinstance(found, Rows) or not {v.value for v in found.variables}.issuperset(names):
            raise sentences.malformed(self.address)
        for row in found:
            terms = tuple(row[name] for name in names)
            # no writer of ours states anything of a statement
            if any(term is None or isinstance(term, ox.Triple) for term in terms):
                raise sentences.malformed(self.address)
            yield terms

    def yes(self, text: str) -> bool:
        """Return what an ASK of our own finds.

        Raises:
            StoreError: the server does not answer as it should.
        """
        found = self._asked(text, RESULTS)
        if not isinstance(found, ox.QueryBoolean):
            raise sentences.malformed(self.address)
        return bool(found)

    def found(self, text: str) -> Iterator[ox.Quad]:
        """Yield the quads that a SELECT of our own finds as ?s ?p ?o ?g.

        Raises:
            StoreError: the server does not answer as it should.
        """
        for s, p, o, g in self.rows(text, "s", "p", "o", "g"):
            if isinstance(s, ox.Literal) or not isinstance(p, ox.NamedNode) or not isinstance(g, ox.NamedNode):
                raise sentences.malformed(self.address)
            yield ox.Quad(s, p, o, g)

    def update(self, text: str) -> None:
        """Change what the server holds, in one request.

        Raises:
            StoreError: the server refuses, or cannot be reached; whether it has done it is then not known.
        """
        content = text.encode("utf-8")
        self._connection.send("update", Message("POST", content, _UPDATE)).close()

    def _asked(self, text: str, wanted: str, until: float | None = None, seconds: float = 0) -> Any:
        content = urlencode({"query": text}).encode("ascii")
        headers = {"Accept": wanted, "Content-Type": _FORM}
        response = self._connection.send("query", Message("POST", content, headers), until, seconds)
        return answer(self._connection, response, "query", until, seconds)

    def _among(
        self, graphs: Iterable[str], text: str, bindings: Mapping[str, Any] | None, timeout: float | None
    ) -> Any:
        """Ask a query that says FROM of the graphs that it names, brought here.

        A server whose default graph is the union may put that in the place of what a query chooses, as Oxigraph's does.
        """

        def found() -> Any:
            local = ox.Store()
            for graph in graphs:
                local.extend(list(self.quads(graph)))
            return run(local, text, bindings)

        return found() if timeout is None else within(timeout, lambda: whole(found()))

    # -- graphs -------------------------------------------------------------------------------------------------
    def articles(self) -> list[str]:
        """Return the IRIs of the articles, sorted."""
        return sorted(self._names(_ARTICLES))

    def lexicons(self) -> list[str]:
        """Return the names of the graphs of lexicon files, sorted."""
        return sorted({LEXICON_GRAPH, *self._names(_LEXICONS)})

    def holds(self, article: str) -> bool:
        """Whether it holds an article."""
        return self.yes(f"ASK {{ GRAPH {ox.NamedNode(article)} {{ ?s ?p ?o }} }}")

    def quads(self, graph: str | None) -> Iterator[ox.Quad]:
        """Yield the quads of one graph, or of all."""
        if graph is None:
            yield from self.found(_ALL)
            return
        name = ox.NamedNode(graph)
        for triple in self._triples(name):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, name)

    def quads_in(self, *graphs: str) -> Iterator[ox.Quad]:
        """Yield the quads of some graphs."""
        if len(graphs) == 1:
            yield from self.quads(graphs[0])
            return
        names = " ".join(str(ox.NamedNode(graph)) for graph in graphs)
        yield from self.found(f"SELECT ?s ?p ?o ?g {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }}")

    def quads_about(self, subjects: Iterable[str], graphs: Iterable[str]) -> Iterator[ox.Quad]:
        """Yield what some graphs say of some subjects."""
        about, among = (" ".join(str(ox.NamedNode(iri)) for iri in iris) for iris in (subjects, graphs))
        text = f"SELECT ?s ?p ?o ?g {{ VALUES ?s {{ {about} }} VALUES ?g {{ {among} }} GRAPH ?g {{ ?s ?p ?o }} }}"
        if about and among:
            yield from self.found(text)

    def __len__(self) -> int:
        """Return the number of quads."""
        numbers = [number.value for (number,) in self.rows(_NUMBER, "n")]
        if len(numbers) != 1 or not numbers[0].isdecimal() or len(numbers[0]) > _DIGITS:
            raise sentences.malformed(self.address)
        return int(numbers[0])

    def _names(self, text: str) -> Iterator[str]:
        """Yield the names of graphs that a SELECT of our own finds as ?g."""
        for (graph,) in self.rows(text, "g"):
            if not isinstance(graph, ox.NamedNode):
                raise sentences.malformed(self.address)
            yield graph.value

    def _triples(self, graph: ox.NamedNode) -> Iterator[ox.Triple]:
        """Yield the triples of one graph: by the Graph Store Protocol where the server has it, else by a query."""
        if self._graphs is None:
            self._graphs = self._has_graphs()
        response = self._graph(graph) if self._graphs else None
        if response is not None:
            yield from answer(self._connection, response, "graphs")
        else:
            yield from self._asked(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}", TRIPLES)

    def _graph(self, graph: ox.NamedNode) -> httpx.Response | None:
        """Return the answer of the Graph Store Protocol for one graph, None where it has none: a query then makes sure."""
        try:
            return self._connection.send("graphs", Message("GET", b"", {"Accept": TRIPLES}, {"graph": graph.value}))
        except NoStore:
            return None

    def _has_graphs(self) -> bool:
        """Whether whole graphs are handed out where we think; the one that every store has is asked for."""
        try:
            response = self._graph(ox.NamedNode(STORE_GRAPH))
            return response is not None and any(True for _ in answer(self._connection, response, "graphs"))
        except (NoStore, ServerError):
            return False


def refuse_strangers(server: Server) -> None:
    """Refuse a server on which something else is kept.

    Raises:
        NoStore: it holds anything.
    """
    # the default graph may be the union, in which stand the claims of those who begin a store here at the same time
    ours = f"FILTER(?g != <{STORE_GRAPH}>)"
    alone = f"FILTER NOT EXISTS {{ GRAPH <{STORE_GRAPH}> {{ ?s ?p ?o }} }}"
    if server.yes(f"ASK {{ {{ ?s ?p ?o {alone} }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} {ours} }} }}"):
        raise NoStore(
            f"The server {server.address} holds data that Dragoman did not put there; "
            "give the store a data set of its own, and name that with --store."
        )


def refuse_parts(server: Server) -> StoreError:
    """Return that a server answers of its default graph alone."""
    return StoreError(
        f"The server {server.address} answers queries from its default graph alone, and an article's graph is a named one; "
        "start it so that the default graph is the union of all (Oxigraph: --union-default-graph; "
        "Fuseki: tdb2:unionDefaultGraph true)."
    )
