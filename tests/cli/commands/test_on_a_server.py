"""Every command does over a server what it does in a folder, and words what a server does to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures.builtin import reading
from fixtures.commands import Run, refused, written
from fixtures.misbehaving import Misbehaving, Told
from fixtures.servers import free_port

from dragoman.graph.store import Store

COMMANDS = (
    ("articles",),
    ("stats",),
    ("timeline",),
    ("show", "Victor Evtuhov"),
    ("path", "Maroc", "Victor Evtuhov"),
    ("query", "who-met-whom"),
    ("query", "visits", "-p", "country=Maroc", "-p", "other=Russie", "-f", "csv"),
    ("query", "SELECT ?d { ?d a dgm:Deal ; dgm:status ?s } ORDER BY ?d", "-p", "s=dgm:Proposed"),
    ("query", "CONSTRUCT { ?d a dgm:Deal } WHERE { ?d a dgm:Deal }"),
    ("query", "SELECT (COUNT(*) AS ?n) FROM id:links { ?s ?p ?o }"),
    ("validate",),
    *(("export", "-f", form) for form in ("turtle", "trig", "nq", "jsonld", "graphml", "csv")),
    # what is refused is refused in the same words
    ("query", "SELECT * { ?s ?p"),
    ("query", "DROP ALL"),
    ("query", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
    ("query", "SELECT * FROM <http://example.org/none> { ?s ?p ?o }"),
    ("show", "Nobody Known"),
)


@pytest.fixture
def press(server: str) -> str:
    """The address of a server that holds the built-in article."""
    with Store.open(server, write=True) as store:
        store.put(reading())
    return server


def test_every_command_answers_as_over_a_folder(run: Run, press: str) -> None:
    for command in COMMANDS:
        over, beside = run(*command, store=press), run(*command)
        assert (over.exit_code, over.stdout, over.stderr) == (beside.exit_code, beside.stdout, beside.stderr), command


def test_the_page_is_the_same(run: Run, press: str, tmp_path: Path) -> None:
    for name, where in (("one.html", {"store": press}), ("other.html", {})):
        assert run("view", "-o", name, **where).exit_code == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()


def test_articles_are_read_into_a_server_and_removed(run: Run, server: str, tmp_path: Path) -> None:
    path = written(tmp_path / "one.txt", url="https://example.org/one", published="2016-04-06")
    assert run("read", str(path), store=server).exit_code == 0
    assert "https://example.org/one" in run("articles", store=server).stdout
    assert run("remove", "https://example.org/one", store=server).exit_code == 0
    assert run("articles", store=server).exit_code == 1


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        (Told(401, b"", ""), 3, "DRAGOMAN_TOKEN"),
        (Told(403, b"", ""), 3, "does not let you"),
        (Told(404, b"", ""), 2, "DRAGOMAN_QUERY"),
        (Told(500, b"", ""), 3, "see its log"),
        (Told(200, b"<h1>Hello</h1>", "text/html"), 2, "a web page"),
        (Told(200, b"{"), 3, "cannot be read"),
    ],
)
@pytest.mark.parametrize("command", [("articles",), ("read", "--example")])
def test_what_a_server_does_is_one_sentence(
    run: Run, misbehaving: Misbehaving, command: tuple[str, ...], told: Told, status: int, words: str
) -> None:
    misbehaving.answers = [told]
    refused(run(*command, store=misbehaving.address), status, words, misbehaving.address)


def test_where_no_store_is_the_user_hears_what_to_do(run: Run, server: str) -> None:
    refused(run("articles", store=server), 2, f"dragoman read --example --store {server}")
    refused(run("articles", store="http://user:sesame@127.0.0.1:1"), 2, "DRAGOMAN_PASSWORD")
    refused(run("articles", store=f"http://127.0.0.1:{free_port()}"), 3, "No server answers")
