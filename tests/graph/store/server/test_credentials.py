"""Who asks is told by the environment or a netrc file, to the server that it is meant for, and is never seen."""

from __future__ import annotations

import base64
import logging
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from fixtures.misbehaving import JSON, Misbehaving, Told, basic, bearer, digest

from dragoman.graph.store import Store
from dragoman.graph.store.server.home import Server
from dragoman.ontology.errors import DragomanError, ServerError, StoreError

Connect = Callable[..., Server]
USER, PASSWORD, SECRET = "amina", "Xq7:sésame €", "t0ken-Xq7-sesame"
ASK = "ASK { ?s ?p ?o }"


def told(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"DRAGOMAN_{name}", value)


def authorisations(server: Misbehaving) -> list[str]:
    return [one.headers.get("authorization", "").partition(" ")[0] for one in server.asked]


@pytest.mark.parametrize("ask", [basic, digest])
def test_user_and_password_go_as_the_server_asks_for_them_once_it_has(
    misbehaving: Misbehaving, connect: Connect, monkeypatch: pytest.MonkeyPatch, ask: Callable[..., object]
) -> None:
    told(monkeypatch, USER=USER, PASSWORD=PASSWORD)
    misbehaving.answers = [ask(USER, PASSWORD, Told())]  # type: ignore[list-item]
    server = connect(misbehaving.address)
    assert bool(server.query(ASK))
    assert bool(server.query(ASK))
    names = authorisations(misbehaving)
    assert names[0] == ""
    assert set(names[-2:]) == {ask.__name__.capitalize()}
    # by Digest it is never sent, whatever its form
    if ask is digest:
        assert not any(_bears(one.headers) for one in misbehaving.asked)


def _bears(headers: dict[str, str]) -> bool:
    plain = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    return any(plain in value or PASSWORD in value for value in headers.values())


def test_a_token_goes_with_every_request(
    misbehaving: Misbehaving, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(monkeypatch, TOKEN=SECRET, USER=USER, PASSWORD=PASSWORD)
    misbehaving.answers = [bearer(SECRET, Told())]
    assert bool(connect(misbehaving.address).query(ASK))
    assert authorisations(misbehaving) == ["Bearer"]


@pytest.mark.parametrize("ask", [basic, digest, bearer])
def test_a_wrong_one_is_refused_without_asking_for_ever(
    misbehaving: Misbehaving, connect: Connect, monkeypatch: pytest.MonkeyPatch, ask: Callable[..., object]
) -> None:
    told(monkeypatch, USER=USER, PASSWORD="wrong")
    right = (SECRET,) if ask is bearer else (USER, PASSWORD)
    misbehaving.answers = [ask(*right, Told())]  # type: ignore[list-item]
    with pytest.raises(ServerError, match="DRAGOMAN_PASSWORD"):
        connect(misbehaving.address).query(ASK)
    assert len(misbehaving.asked) <= 3


def test_nothing_is_told_where_nothing_is_known(misbehaving: Misbehaving, connect: Connect) -> None:
    misbehaving.answers = [basic(USER, PASSWORD, Told())]
    with pytest.raises(ServerError, match="asks who is there"):
        connect(misbehaving.address).query(ASK)
    assert authorisations(misbehaving) == [""]


def test_a_challenge_that_makes_no_sense_is_a_refusal(
    misbehaving: Misbehaving, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(monkeypatch, USER=USER, PASSWORD=PASSWORD)
    for challenge in ("Digest", "Digest nonsense", 'Digest realm="a", nonce="b", algorithm=ROT13', "Negotiate", ""):
        misbehaving.answers = [Told(401, b"", "", {"WWW-Authenticate": challenge})]
        with pytest.raises(ServerError, match="asks who is there"):
            connect(misbehaving.address).query(ASK)


# -- netrc ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("usual", [True, False])
def test_a_netrc_file_tells_who_asks_a_host(
    misbehaving: Misbehaving, connect: Connect, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, usual: bool
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / (".netrc" if usual else "netrc")
    path.write_text(f"machine 127.0.0.1 login {USER} password sesame\n")
    path.chmod(0o600)
    if not usual:
        monkeypatch.setenv("NETRC", str(path))
    misbehaving.answers = [basic(USER, "sesame", Told())]
    assert bool(connect(misbehaving.address).query(ASK))


def test_an_entry_for_others_tells_nothing(
    misbehaving: Misbehaving, connect: Connect, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "netrc"
    path.write_text(f"machine example.org login {USER} password sesame\ndefault login {USER} password sesame\n")
    path.chmod(0o600)
    monkeypatch.setenv("NETRC", str(path))
    misbehaving.answers = [basic(USER, "sesame", Told())]
    with pytest.raises(ServerError, match="asks who is there"):
        connect(misbehaving.address).query(ASK)


@pytest.mark.parametrize(
    ("text", "words"),
    [(f"machine 127.0.0.1 pasword {SECRET}\n", "malformed"), (None, "no such file"), ("\xff", "netrc file")],
)
def test_a_netrc_file_that_cannot_be_read_is_named_and_not_repeated(
    misbehaving: Misbehaving,
    connect: Connect,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    text: str | None,
    words: str,
) -> None:
    path = tmp_path / "netrc"
    if text is not None:
        path.write_text(text, encoding="latin-1")
        path.chmod(0o600)
    monkeypatch.setenv("NETRC", str(path))
    with pytest.raises(StoreError, match=words) as refused:
        connect(misbehaving.address)
    assert str(path) in str(refused.value)
    assert SECRET not in seen(refused.value)


def test_a_user_without_password_is_refused(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, USER=USER)
    with pytest.raises(StoreError, match="set both, or neither"):
        connect("http://127.0.0.1:1")


def test_a_token_that_no_header_takes_is_not_repeated(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, TOKEN=f"{SECRET}\r\nX: y")
    with pytest.raises(StoreError, match="DRAGOMAN_TOKEN holds") as refused:
        connect("http://127.0.0.1:1")
    assert SECRET not in seen(refused.value)


# -- what others see --------------------------------------------------------------------------------------------------
def seen(error: BaseException) -> str:
    """Return all that a traceback shows, of causes and contexts too."""
    return "".join(traceback.format_exception(error)) + repr(error)


def failures(stranger: str) -> Iterator[Told]:
    yield from (Told(status, SECRET.encode(), "text/html") for status in (400, 401, 403, 404, 413, 429, 500, 503))
    yield from (Told(200, b"{", JSON), Told(200, b"", "text/html"), Told(200, [b'{"head"'], cut=True))
    yield from (Told(307, b"", "", {"Location": f"{stranger}/query"}), Told(302, b"", "", {"Location": "/query"}))
    yield Told(401, b"", "", {"WWW-Authenticate": 'Digest realm="a", nonce="b", algorithm=ROT13'})
    yield Told(401, b"", "", {"WWW-Authenticate": "Basic"})


@pytest.mark.parametrize("way", ["token", "password"])
def test_no_failure_shows_a_secret_and_no_other_server_gets_it(
    misbehaving: Misbehaving,
    stranger: Misbehaving,
    connect: Connect,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    way: str,
) -> None:
    told(monkeypatch, **({"TOKEN": SECRET} if way == "token" else {"USER": USER, "PASSWORD": SECRET}))
    caplog.set_level(logging.DEBUG)
    encoded = base64.b64encode(f"{USER}:{SECRET}".encode()).decode()
    for failure in failures(stranger.address):
        # asked for before it fails, so that a password is at hand
        misbehaving.answers = [Told(401, b"", "", {"WWW-Authenticate": "Basic"}), failure]
        with pytest.raises(DragomanError) as refused:
            list(connect(misbehaving.address).query("SELECT ?a { ?a ?b ?c }"))
        assert SECRET not in seen(refused.value)
        assert encoded not in seen(refused.value)
    assert stranger.asked == []
    assert any("Authorization" in str(one) or "authorization" in one.headers for one in misbehaving.asked)
    assert SECRET not in caplog.text
    assert encoded not in caplog.text


def test_the_command_line_shows_no_secret_even_where_it_shows_all(
    misbehaving: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.cli.application import dragoman

    told(monkeypatch, TOKEN=SECRET)
    misbehaving.answers = [Told(500, SECRET.encode(), "text/html")]
    for address in (misbehaving.address, f"http://user:{SECRET}@127.0.0.1:1"):
        for command in (["articles"], ["read", "--example"], ["query", "ASK {}"]):
            result = CliRunner().invoke(dragoman, [*command, "--store", address, "--debug"])
            assert result.exit_code in (2, 3)
            assert SECRET not in result.output
            assert "Error: " in result.stderr or "Traceback" in result.stderr


def test_no_secret_is_kept_in_the_store(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, TOKEN=SECRET)
    with Store.open(server, write=True) as store:
        found = store.query(f'SELECT ?o {{ ?s ?p ?o FILTER(CONTAINS(STR(?o), "{SECRET}")) }}')
        assert list(found) == []
        assert SECRET not in repr(store)
        assert SECRET not in repr(vars(store.home))
