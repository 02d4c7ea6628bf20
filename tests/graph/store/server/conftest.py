"""Connections with servers that are the tests' own: patient without waiting."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from dragoman.graph.store.server.addresses import addresses
from dragoman.graph.store.server.connection import Connection
from dragoman.graph.store.server.home import Server
from dragoman.graph.store.server.limits import Limits

Connect = Callable[..., Server]


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing of what whoever runs the tests has told others."""
    for name in ("TOKEN", "USER", "PASSWORD", "QUERY", "UPDATE", "GRAPHS"):
        monkeypatch.delenv(f"DRAGOMAN_{name}", raising=False)
    monkeypatch.delenv("NETRC", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def waited() -> list[float]:
    """The seconds that were waited for between tries."""
    return []


@pytest.fixture
def connect(waited: list[float]) -> Connect:
    """Make a server's home of an address, with limits that differ from the usual ones."""

    def connect(address: str, auth: httpx.Auth | None = None, **limits: object) -> Server:
        usual: dict[str, object] = {"sleep": waited.append, "chance": lambda: 1.0}
        return Server(Connection(addresses(address), Limits(**{**usual, **limits}), auth))  # type: ignore[arg-type]

    return connect
