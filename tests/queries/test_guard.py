"""A query from outside only reads, and only what the store holds, unless its user allows more."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import LEXICON_GRAPH, PREFIXES
from dragoman.queries import catalogue, check

AWAY = "<http://127.0.0.1:{port}/>"
CALLS = [
    "SELECT * { SERVICE AWAY { ?s ?p ?o } }",
    "SELECT * { service silent AWAY { ?s ?p ?o } }",
    "SELECT * { SeRvIcE AWAY { ?s ?p ?o } }",
    "SELECT * {SERVICEAWAY{?s ?p ?o}}",
    "SELECT * {SERVICESILENTAWAY{?s ?p ?o}}",
    "SELECT * { ?s ?p true SERVICE AWAY { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE AWAY { ?s ?p ?o } }",
    "SELECT * { OPTIONAL{} . SERVICE # here\n AWAY { ?s ?p ?o } }",
    "PREFIX away: AWAY SELECT * { SERVICE away: { ?s ?p ?o } }",
    "PREFIX away: AWAY SELECT * { {} SERVICEaway:{ ?s ?p ?o } }",
    "PREFIX away: AWAY SELECT * { {} SERVICESILENTaway:{ ?s ?p ?o } }",
    "PREFIX away: AWAY PREFIX SERVICEaway: <http://example.org/> SELECT * { {} SERVICEaway:{ ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE AWAY { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE AWAY { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE AWAY { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE AWAY { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p \"\"\"a \" b\"\"\" SERVICE AWAY { ?s ?p ?o } }",
    "SELECT * { {} MINUS { SERVICE SILENT AWAY { ?s ?p ?o } } }",
    # what looks like an IRI is a comparison here, and what looks like a string or hides in one is code
    "SELECT * { FILTER(1<'>'||1=1) SERVICE SILENT AWAY { ?s ?p ?o } #'\n}",
    "SELECT * { FILTER(1<#x>'''\n2) SERVICE AWAY { ?s ?p ?o } #'''\n}",
    "PREFIX b: <http://b/> SELECT * { FILTER(1<b:x&&'>'!='a') SERVICE AWAY { ?s ?p ?o } #'\n}",
]  # fmt: skip
OTHERS = [
    "SELECT * { BIND(<http://example.org/> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "CONSTRUCT WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }",
    r"SELECT * { \u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
    r"SELECT * { \U00000053ERV\u0049CE <http://example.org/> { ?s ?p ?o } }",
    r"SELECT * { ?s ?p 'a\u0027 SERVICE <http://example.org/> { } #' }",
    "SELECT * FROM <http://example.org/> { ?s ?p ?o }",
    "SELECT * from named <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT*FROM<http://example.org/>{?s ?p ?o}",
    "SELECT*FROMNAMED<http://example.org/>{?s ?p ?o}",
    "PREFIX ex: <http://example.org/> SELECT * FROM ex:g { ?s ?p ?o }",
    "PREFIX ex: <http://example.org/> SELECT * FROMex:g { ?s ?p ?o }",
    "PREFIX ex: <http://example.org/> DESCRIBE ex:a FROM NAMED ex:g { ?s ?p ?o }",
    "BASE <http://example.org/> ASK FROM <g> { ?s ?p ?o }",
    "ASK FROM id:lexicon FROM id:elsewhere { ?s ?p ?o }",
    "LOAD <http://example.org/>",
    "PREFIX a: <http://a/> LOAD SILENT <http://example.org/> INTO GRAPH a:b",
    "BASE <http://a/> load <http://example.org/>",
]
UPDATES = [
    "INSERT DATA { <a:a> <a:a> <a:a> }", "DELETE WHERE { ?s ?p ?o }", "drop all", "CLEAR DEFAULT", "CREATE GRAPH <a:a>",
    "ADD <a:a> TO <b:b>", "MOVE <a:a> TO <b:b>", "COPY <a:a> TO <b:b>", "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "# SELECT\nPREFIX dgm: <x:> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
]  # fmt: skip
INNOCENT = [
    "SELECT ?service ?from ?load { ?service ?from ?load }",
    "SELECT $SERVICE { $SERVICE a dgm:Meeting }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:service ?o ; ex:SERVICE ex:LOAD ; ex:from ex:FROM }",
    "PREFIX service: <http://example.org/> SELECT * { service:a service:from service:load . GRAPH service:g { ?s ?p ?o } }",
    "PREFIX fromage: <http://example.org/> SELECT * { ?s fromage:a fromage:b }",
    "PREFIX fromage: <http://example.org/> DESCRIBE fromage:a fromage:b",
    "SELECT * { ?s ?p 'SERVICE <http://example.org/> { }', \"FROM <http://example.org/>\", '''LOAD\n'SERVICE''' }",
    'SELECT * { ?s ?p """say "SERVICE" and \\""" LOAD""" }',
    "SELECT * { ?s ?p ?o } # SERVICE <http://example.org/> { } LOAD",
    "# FROM <http://example.org/>\nSELECT * { ?s <http://example.org/SERVICE/from/load#LOAD> ?o }",
    "SELECT * { ?s ?p 'service'@fr, 'a'^^<http://example.org/SERVICE> . _:service ?p _:load }",
    "SELECT * { ?s ?p ?o FILTER(?o<?p&&?p>?s) FILTER(?s < 'SERVICE' || 'LOAD' > ?p) }",
    "SELECT * { ?s ?p <http://example.org/l'un> . ?s ?p 'd’après SERVICE' }",
    r"SELECT * { ?s ?p 'caf\u00E9 \\ \' SERVICE' }",
    "SELECT * FROM <https://w3id.org/dragoman/id/lexicon> { ?s ?p ?o }",
    "SELECT * FROM NAMED id:lexicon { GRAPH ?g { ?s ?p ?o } }",
    "BASE <https://w3id.org/dragoman/id/article/> SELECT * FROM <../lexicon> { ?s ?p ?o }",
    "SELECT * { ?s dgm:inApplicationOf/dgm:concludedDuring ?o }",
]


@pytest.fixture
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A server on this machine that keeps what it is sent, and answers nothing."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        done = threading.Event()

        def listen() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(0.5)
                    heard.append(connection.recv(4096))

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], heard
        done.set()
        thread.join()


def run(text: str) -> None:
    subject = NamedNode("http://example.org/s")
    store = Store()
    store.extend(Quad(subject, subject, Literal(value)) for value in (True, 'a " b'))
    answer = store.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if not isinstance(answer, bool) and hasattr(answer, "__iter__"):
        list(answer)


@pytest.mark.parametrize("query", CALLS)
def test_a_query_that_would_call_another_server_is_refused_and_nothing_goes_out(
    listener: tuple[int, list[bytes]], query: str
) -> None:
    port, heard = listener
    text = query.replace("AWAY", AWAY.format(port=port))
    with pytest.raises(QueryError, match=r"^line \d+, column \d+: SERVICE would ask another server"):
        check(text)
    assert heard == []
    check(text, allow_remote=True)
    # each of them does call out where nobody stops it: none is refused for nothing
    try:
        run(text)
    except (OSError, RuntimeError):
        pass
    except SyntaxError:
        pytest.fail("this query is no SPARQL to the engine, so it shows nothing")
    assert heard


@pytest.mark.parametrize("query", OTHERS)
def test_every_other_way_out_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"^line 1, column \d+: "):
        check(query, known_graphs=[LEXICON_GRAPH])


@pytest.mark.parametrize("query", UPDATES)
@pytest.mark.parametrize("allow_remote", [False, True])
def test_an_update_is_refused_whatever_is_allowed(query: str, allow_remote: bool) -> None:
    with pytest.raises(QueryError, match="would change the graph"):
        check(query, allow_remote=allow_remote)


@pytest.mark.parametrize("query", INNOCENT)
def test_a_query_that_only_looks_like_it_passes_and_runs_without_a_word_to_anybody(
    monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    check(query, known_graphs={LEXICON_GRAPH})
    for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(proxy, "http://127.0.0.1:9")
    run(query)


@pytest.mark.parametrize("name", list(catalogue()))
def test_the_questions_of_the_catalogue_pass(name: str) -> None:
    check(catalogue()[name].text)


def test_a_graph_is_looked_for_only_where_a_query_names_one() -> None:
    class Graphs:
        asked = 0

        def __contains__(self, iri: object) -> bool:
            self.asked += 1
            return iri == "http://example.org/g"

    graphs = Graphs()
    check("SELECT * { ?s ?p ?o }", known_graphs=graphs)
    assert graphs.asked == 0
    check("SELECT * FROM <http://example.org/g> { ?s ?p ?o }", known_graphs=graphs)
    assert graphs.asked == 1
    check("SELECT * FROM <http://example.org/other> { ?s ?p ?o }", allow_remote=True)


def test_the_line_and_the_column_are_those_of_the_word() -> None:
    with pytest.raises(QueryError, match=r"^line 3, column 5: SERVICE"):
        check("SELECT *\nWHERE {\n    SERVICE <http://example.org/> { ?s ?p ?o } }")


PIECES = [
    "SELECT * {",
    "?s ?p ?o",
    "'",
    '"',
    "'''",
    '"""',
    "\\",
    "<",
    ">",
    "<a>",
    "<?b#>",
    "#",
    "\n",
    "{",
    "}",
    "ex:a",
    "1",
    "&&",
]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_let_pass_or_refused(text: str) -> None:
    refusal = None
    try:
        check(text)
    except QueryError as error:
        refusal = str(error)
    assert refusal is None or refusal.startswith("line ")


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=4).map("".join),
)
def test_whatever_stands_around_a_call_that_the_engine_would_make_it_is_seen(before: str, after: str) -> None:
    text = f"SELECT * {{ {before} SERVICE SILENT <http://127.0.0.1:9/> {{ ?s ?p ?o }} {after} }}"
    try:
        Store().query(text, prefixes={"ex": "http://example.org/"})
    except (SyntaxError, OSError, RuntimeError) as error:
        if isinstance(error, SyntaxError):
            return
    silent = text.replace("SERVICE SILENT <http://127.0.0.1:9/>", "GRAPH <http://127.0.0.1:9/>")
    if "GRAPH" not in {t.text for t in _seen(silent)}:
        return  # in a string or a comment to every reader
    with pytest.raises(QueryError, match="SERVICE"):
        check(text)


def _seen(text: str) -> list:  # type: ignore[type-arg]
    from dragoman.queries.tokens import readings

    return [token for reading in readings(text) for token in reading if token.kind == "word"]
