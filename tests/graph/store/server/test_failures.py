"""Whatever a server does, its asker hears one sentence that says what to do; what may be asked again is, a few times."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Callable
from itertools import repeat
from pathlib import Path

import pytest
from fixtures.misbehaving import EMPTY, JSON, NO, YES, Misbehaving, Told
from fixtures.servers import free_port

from dragoman.graph.store import Store
from dragoman.graph.store.server.home import Server
from dragoman.graph.store.server.states import state
from dragoman.ontology.errors import DragomanError, NoStore, QueryError, ServerError, StoreError, TimeLimit

Connect = Callable[..., Server]
ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?a { ?a ?b ?c }"
ROW = b'{"a":{"type":"literal","value":"1"}}'
HEAD = b'{"head":{"vars":["a"]},"results":{"bindings":['


def sentence(refused: pytest.ExceptionInfo[DragomanError]) -> str:
    text = str(refused.value)
    assert text.endswith(".")
    assert "\n" not in text
    assert not any(word in text for word in ("Errno", "httpx", "Traceback", "Exception", "h11"))
    return text


@pytest.mark.parametrize(
    ("status", "error", "words", "tries"),
    [
        (400, QueryError, "calls it wrong", 1),
        (401, ServerError, "DRAGOMAN_USER", 1),
        (403, ServerError, "does not let you read", 1),
        (404, NoStore, "DRAGOMAN_QUERY", 3),
        (405, NoStore, "DRAGOMAN_QUERY", 3),
        (410, ServerError, "410", 1),
        (413, ServerError, "raise its limit", 1),
        (429, ServerError, "asked too much", 5),
        (500, ServerError, "see its log", 1),
        (502, ServerError, "502", 5),
        (503, ServerError, "not ready or is overloaded", 5),
        (504, ServerError, "504", 5),
    ],
)
def test_each_status_has_its_sentence_and_its_number_of_tries(
    misbehaving: Misbehaving, connect: Connect, status: int, error: type[DragomanError], words: str, tries: int
) -> None:
    misbehaving.answers = [Told(status, b"<h1>secret details</h1>", "text/html")]
    with pytest.raises(error, match=words) as refused:
        connect(misbehaving.address).query(ASK)
    assert type(refused.value) is error
    assert "secret details" not in sentence(refused)
    assert len(misbehaving.asked) == tries


def test_an_update_that_is_refused_says_what_it_was(misbehaving: Misbehaving, connect: Connect) -> None:
    for status, words in ((403, "write there"), (413, r"a request of 4,000 bytes"), (404, "DRAGOMAN_UPDATE")):
        misbehaving.answers = [Told(status, b"", "text/plain")]
        with pytest.raises(StoreError, match=words):
            connect(misbehaving.address).update("#" * 4000)


def test_what_is_overloaded_is_asked_again_after_ever_longer_waits(
    misbehaving: Misbehaving, connect: Connect, waited: list[float]
) -> None:
    misbehaving.answers = [*repeat(Told(503, b"", ""), 3), Told()]
    assert bool(connect(misbehaving.address).query(ASK)) is True
    assert waited == [0.2, 0.4, 0.8]
    assert len(misbehaving.asked) == 4


@pytest.mark.parametrize(
    ("said", "wait"), [("7", 7.0), ("0", 0.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", 0.2), ("-5", 0.2)]
)
def test_a_server_is_left_alone_as_long_as_it_asks(
    misbehaving: Misbehaving, connect: Connect, waited: list[float], said: str, wait: float
) -> None:
    misbehaving.answers = [Told(429, b"", "", {"Retry-After": said}), Told()]
    assert bool(connect(misbehaving.address).query(ASK)) is True
    assert waited == [wait]


def test_a_server_that_asks_for_an_hour_is_not_asked_again(
    misbehaving: Misbehaving, connect: Connect, waited: list[float]
) -> None:
    misbehaving.answers = [Told(503, b"", "", {"Retry-After": "3600"})]
    with pytest.raises(ServerError, match="try again later"):
        connect(misbehaving.address).query(ASK)
    assert (waited, len(misbehaving.asked)) == ([], 1)


def test_where_nobody_listens_is_told_and_was_tried(connect: Connect, waited: list[float]) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(ServerError, match=f"No server answers at {address}") as refused:
        connect(address).query(ASK)
    sentence(refused)
    assert len(waited) == 4


def test_a_name_that_nobody_knows_is_not_tried_again(
    connect: Connect, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NoStore, match=r"No machine is known by the name in http://nowhere\.example") as refused:
        connect("http://nowhere.example").query(ASK)
    sentence(refused)
    assert waited == []


def test_a_connection_that_is_dropped_is_made_anew(misbehaving: Misbehaving, connect: Connect) -> None:
    dropped = Told(200, b"", JSON, {"Content-Length": "100"}, cut=True)
    misbehaving.answers = [Told(), Told()]
    server = connect(misbehaving.address)
    assert bool(server.query(ASK))
    misbehaving.answers = [dropped]
    with pytest.raises(ServerError, match="broke off"):
        server.query(ASK)
    misbehaving.answers = [Told(200, YES)]
    assert bool(server.query(ASK))


# -- what is no result ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("type_", "body", "words"),
    [
        ("text/html; charset=utf-8", b"<h1>Welcome</h1>", "a web page and not with results"),
        ("text/plain", b"hello", "text/plain and not"),
        ("application/pdf", b"%PDF", "application/pdf and not"),
        ("text/csv", b"a\n1\n", "text/csv and not"),
        ("x" * 500 + "\x1b[31m", b"", "x{60} and not"),
        ("", b"", "something that has no type"),
    ],
)
def test_what_is_no_result_is_said_to_be_none(
    misbehaving: Misbehaving, connect: Connect, type_: str, body: bytes, words: str
) -> None:
    misbehaving.answers = [Told(200, body, type_.replace("\x1b", ""))]
    with pytest.raises(NoStore, match=words) as refused:
        connect(misbehaving.address).query(ASK)
    assert "DRAGOMAN_QUERY" in sentence(refused)


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        (JSON, b""),
        (JSON, b"{"),
        (JSON, b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"nonsense"}}]}}'),
        (JSON, HEAD + ROW),
        (JSON, b"\xff\xfe"),
        ("application/n-triples", b"<http://a> <http://b>"),
        ("text/turtle", b"<a> <b> <c> ."),
        ("text/tab-separated-values", b"?a\tb\n\xff"),
    ],
)
def test_results_that_cannot_be_read_are_said_to_be_so(
    misbehaving: Misbehaving, connect: Connect, type_: str, body: bytes
) -> None:
    misbehaving.answers = [Told(200, body, type_)]
    with pytest.raises(ServerError, match="cannot be read") as refused:
        list(connect(misbehaving.address).query(SELECT))
    sentence(refused)


def test_an_answer_that_breaks_off_is_said_to_and_what_came_is_not_taken_for_all(
    misbehaving: Misbehaving, connect: Connect
) -> None:
    misbehaving.answers = [Told(200, [HEAD, ROW, b"," + ROW], cut=True)]
    found = []
    with pytest.raises(ServerError, match="broke off") as refused:
        found += connect(misbehaving.address).query(SELECT)
    sentence(refused)


def test_rows_are_read_while_they_arrive(misbehaving: Misbehaving, connect: Connect) -> None:
    more = threading.Event()
    pieces = [HEAD, *repeat(ROW + b",", 200), ROW, b"]}}"]
    misbehaving.answers = [Told(200, pieces, wait=None), Told()]
    assert len(list(connect(misbehaving.address).query(SELECT))) == 201
    misbehaving.answers = [Told(200, [HEAD + (ROW + b",") * 5000, ROW, b"]}}"], wait=more)]
    rows = iter(connect(misbehaving.address).query(SELECT))
    assert next(rows)["a"].value == "1"
    more.set()
    assert len(list(rows)) == 5000


def test_an_answer_without_end_is_cut_short(misbehaving: Misbehaving, connect: Connect) -> None:
    misbehaving.answers = [Told(200, [HEAD, *repeat(ROW + b",", 5000)])]
    with pytest.raises(ServerError, match="more than 20,000 bytes") as refused:
        list(connect(misbehaving.address, size=20_000).query(SELECT))
    sentence(refused)


def test_what_unpacks_to_too_much_is_cut_short(misbehaving: Misbehaving, connect: Connect) -> None:
    import gzip

    bomb = gzip.compress(HEAD + (ROW + b",") * 200_000)
    assert len(bomb) < 100_000
    misbehaving.answers = [Told(200, bomb, JSON, {"Content-Encoding": "gzip"})]
    with pytest.raises(ServerError, match="more than 1,000,000 bytes"):
        list(connect(misbehaving.address, size=1_000_000).query(SELECT))


# -- time -------------------------------------------------------------------------------------------------------------
def test_a_server_that_says_nothing_is_given_up(misbehaving: Misbehaving, connect: Connect) -> None:
    never = threading.Event()
    misbehaving.answers = [Told(200, [HEAD, b"]}}"], wait=never)]
    with pytest.raises((ServerError, TimeLimit)) as refused:
        list(connect(misbehaving.address, silence=0.2).query(SELECT))
    sentence(refused)
    with pytest.raises(TimeLimit, match=r"longer than 0\.3 seconds"):
        connect(misbehaving.address).query(SELECT, timeout=0.3)
    never.set()


def test_a_server_that_drips_is_given_up_when_the_time_is_over(misbehaving: Misbehaving, connect: Connect) -> None:
    clock = iter(range(1000))
    misbehaving.answers = [Told(200, [HEAD, *repeat(ROW + b",", 500), ROW, b"]}}"])]
    with pytest.raises(TimeLimit, match="longer than 3 seconds"):
        connect(misbehaving.address, clock=lambda: next(clock)).query(SELECT, timeout=3)


def test_tries_end_with_the_time(misbehaving: Misbehaving, connect: Connect) -> None:
    misbehaving.answers = [Told(503, b"", "", {"Retry-After": "20"})]
    with pytest.raises(TimeLimit, match="longer than 5 seconds"):
        connect(misbehaving.address).query(ASK, timeout=5)


NUMBER = b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"%s"}}]}}'
GRAPHS = b'{"head":{"vars":["g"]},"results":{"bindings":[{"g":%s}]}}'
IRI = b'{"type":"uri","value":"urn:a"}'


@pytest.mark.parametrize(
    "named",
    [
        b'{"type":"literal","value":"> } no graph"}',
        b'{"type":"bnode","value":"a"}',
        b'{"type":"triple","value":{"subject":%s,"predicate":%s,"object":%s}}' % (IRI, IRI, IRI),
    ],
)
def test_what_is_no_name_of_a_graph_is_not_taken_for_one(
    misbehaving: Misbehaving, connect: Connect, named: bytes
) -> None:
    misbehaving.answers = [Told(200, GRAPHS % named, JSON)]
    for asked in (Server.articles, Server.lexicons):
        with pytest.raises(ServerError, match="cannot be read"):
            asked(connect(misbehaving.address))


@pytest.mark.parametrize("number", [b"9" * 5000, b"-1", b"many"])
def test_what_counts_nothing_is_no_number(misbehaving: Misbehaving, connect: Connect, number: bytes) -> None:
    misbehaving.answers = [Told(200, NUMBER % number, JSON)]
    with pytest.raises(ServerError, match="cannot be read"):
        len(connect(misbehaving.address))


@pytest.mark.parametrize("what", ["urn:dragoman:change:" + "9" * 5000 + ":a", "urn:dragoman:change:1:a b", "> } ;"])
def test_a_state_that_no_writer_left_is_no_state(misbehaving: Misbehaving, connect: Connect, what: str) -> None:
    row = b'{"what":{"type":"literal","value":"%s"},"text":{"type":"literal","value":"1 1 a"}}' % what.encode()
    misbehaving.answers = [Told(200, b'{"head":{"vars":["what","text"]},"results":{"bindings":[%s]}}' % row, JSON)]
    with pytest.raises(StoreError, match="cannot be read"):
        state(connect(misbehaving.address))


# -- redirects --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_one_is_sent_on_within_a_server_and_asks_the_same_there(
    misbehaving: Misbehaving, connect: Connect, status: int
) -> None:
    misbehaving.answers = [Told(status, b"", "", {"Location": "/new/query"}), Told()]
    assert bool(connect(misbehaving.address).query(ASK)) is True
    assert [one.path for one in misbehaving.asked] == ["/query", "/new/query"]
    assert misbehaving.asked[0].query == misbehaving.asked[1].query == ASK


def test_one_is_not_sent_about_without_end(misbehaving: Misbehaving, connect: Connect) -> None:
    misbehaving.answers = [Told(302, b"", "", {"Location": "/query"})]
    with pytest.raises(ServerError, match="without end") as refused:
        connect(misbehaving.address).query(ASK)
    sentence(refused)
    assert len(misbehaving.asked) == 4


def test_one_is_never_sent_to_another_server(misbehaving: Misbehaving, stranger: Misbehaving, connect: Connect) -> None:
    port = misbehaving.address.rpartition(":")[2]
    for target in (f"{stranger.address}/query", f"//localhost:{port}/query", f"https://127.0.0.1:{port}/", "ftp://a/"):
        misbehaving.answers = [Told(307, b"", "", {"Location": target})]
        with pytest.raises(ServerError, match="which is not followed") as refused:
            connect(misbehaving.address).query(ASK)
        sentence(refused)
    assert stranger.asked == []
    misbehaving.answers = [Told(307, b"", "")]
    with pytest.raises(ServerError):
        connect(misbehaving.address).query(ASK)


@pytest.mark.parametrize("target", ["http://[nowhere", "http://127.0.0.1:99999/"])
def test_one_is_not_sent_to_what_is_no_address(misbehaving: Misbehaving, connect: Connect, target: str) -> None:
    misbehaving.answers = [Told(307, b"", "", {"Location": target})]
    with pytest.raises(ServerError) as refused:
        connect(misbehaving.address).query(ASK)
    sentence(refused)
    assert len(misbehaving.asked) == 1


# -- TLS --------------------------------------------------------------------------------------------------------------
@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody has signed but itself, with its key."""
    path = tmp_path / "own.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(tmp_path / "key"), "-out", str(path)]
    subprocess.run([*command, *names], check=True, capture_output=True)
    path.write_text(path.read_text() + (tmp_path / "key").read_text())
    return path


@pytest.mark.needs("openssl")
def test_a_server_must_prove_that_it_is_itself(
    certificate: Path, connect: Connect, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    server = Misbehaving(certificate)
    try:
        with pytest.raises(ServerError, match=r"cannot prove .* SSL_CERT_FILE") as refused:
            connect(server.address).query(ASK)
        sentence(refused)
        assert (server.asked, waited) == ([], [])
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert bool(connect(server.address).query(ASK)) is True
    finally:
        server.close()


def test_what_speaks_no_tls_is_said_to(misbehaving: Misbehaving, connect: Connect) -> None:
    with pytest.raises(ServerError, match="No secure connection") as refused:
        connect(misbehaving.address.replace("http:", "https:")).query(ASK)
    sentence(refused)


# -- what a store makes of it -----------------------------------------------------------------------------------------
def test_a_service_is_looked_for_at_the_usual_places_and_then_known(misbehaving: Misbehaving, connect: Connect) -> None:
    nothing = Told(404, b"", "text/plain")
    misbehaving.answers = [nothing, nothing, Told()]
    server = connect(f"{misbehaving.address}/press")
    assert bool(server.query(ASK))
    assert bool(server.query(ASK))
    assert [one.path for one in misbehaving.asked] == ["/press/query", "/press/sparql", "/press", "/press"]


def test_a_graph_of_which_nothing_is_known_is_asked_for_twice(misbehaving: Misbehaving, connect: Connect) -> None:
    """404 may mean that there is no such graph or no such service: what is not certain is never taken for empty."""
    misbehaving.answers = [Told(404, b"", ""), Told(404, b"", ""), Told(404, b"", "")]
    misbehaving.answers += [Told(200, b'<http://s> <http://p> "o" .\n', "application/n-triples")]
    (quad,) = connect(misbehaving.address).quads("http://example.org/g")
    assert quad.object.value == "o"
    assert "CONSTRUCT" in misbehaving.asked[-1].query


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("body", [YES, NO, EMPTY, HEAD + b"{}]}}", HEAD + ROW + b"]}}"])
def test_a_server_that_answers_what_was_not_asked_is_no_store(
    misbehaving: Misbehaving, body: bytes, write: bool
) -> None:
    misbehaving.answers = [Told(200, body)]
    with pytest.raises(ServerError, match="cannot be read"):
        Store.open(misbehaving.address, write=write)


@pytest.mark.parametrize(
    ("asked", "body"),
    [(SELECT, YES), (ASK, EMPTY), (SELECT, b'{"head":{"vars":["b"]},"results":{"bindings":[]}}')],
)
def test_an_answer_to_another_question_is_none(
    misbehaving: Misbehaving, connect: Connect, asked: str, body: bytes
) -> None:
    misbehaving.answers = [Told(200, body)]
    for timeout in (None, 60):
        with pytest.raises(ServerError, match="cannot be read"):
            connect(misbehaving.address).query(asked, timeout=timeout)


def test_what_can_be_no_quad_is_none(misbehaving: Misbehaving, connect: Connect) -> None:
    literal = b",".join(b'"%s":{"type":"literal","value":"x"}' % name for name in (b"s", b"p", b"o", b"g"))
    misbehaving.answers = [Told(200, b'{"head":{"vars":["s","p","o","g"]},"results":{"bindings":[{%s}]}}' % literal)]
    with pytest.raises(ServerError, match="cannot be read"):
        list(connect(misbehaving.address).quads(None))


def test_only_a_query_is_ever_sent_to_be_queried(misbehaving: Misbehaving, connect: Connect) -> None:
    for text in ("DROP ALL", "INSERT DATA { <a:a> <a:b> <a:c> }", "SELECT"):
        with pytest.raises(SyntaxError):
            connect(misbehaving.address).query(text)
    assert misbehaving.asked == []
