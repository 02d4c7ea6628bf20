"""Each test of this folder runs in every home: a folder, memory, and a SPARQL server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.graph.store import Store

HOMES = ("folder", "memory", "server")
LASTING = ("folder", "server")
"""Those that can be opened again."""


@pytest.fixture(params=HOMES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store is, as `--store` names it."""
    return _place(request, tmp_path)


@pytest.fixture(params=LASTING)
def lasting_place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store is that can be opened again."""
    return _place(request, tmp_path)


def _place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "server":
        return str(request.getfixturevalue("server"))
    return "memory" if request.param == "memory" else str(tmp_path / "store")


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """A new store, to be written."""
    with Store.open(place, write=True) as opened:
        yield opened


@pytest.fixture
def in_memory() -> Iterator[Store]:
    """A new store in memory, which every home is held against."""
    with Store.memory() as opened:
        yield opened


@pytest.fixture
def reopened(lasting_place: str) -> Callable[[], Store]:
    """Opens a store again, to be read."""
    return lambda: Store.open(lasting_place)
