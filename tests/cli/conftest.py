"""A command line to try: in this process where that is enough, and in one of its own where it is not."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fixtures.builtin import reading
from fixtures.commands import DRAGOMAN, Run, Start


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk that holds the built-in article; it is only read."""
    from dragoman.graph.store import Store

    folder = tmp_path_factory.mktemp("graph") / "store"
    with Store.open(folder, write=True) as store:
        store.put(reading())
        store.publish()
    return folder


@pytest.fixture
def run(graph_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder over the built-in article's graph."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, typed: str | bytes | None = None, store: str | Path = graph_folder) -> Result:
        from dragoman.cli.application import dragoman

        return CliRunner(env={"DRAGOMAN_STORE": str(store), "COLUMNS": "100"}).invoke(dragoman, arguments, input=typed)

    return run


@pytest.fixture
def start(graph_folder: Path, tmp_path: Path) -> Start:
    """Run the installed `dragoman` as a process of its own, in an empty folder."""

    def start(
        *arguments: str, store: str | Path = graph_folder, environment: dict[str, str] | None = None, typed: str = ""
    ) -> subprocess.CompletedProcess[str]:
        told = {**os.environ, "DRAGOMAN_STORE": str(store), "COLUMNS": "100", **(environment or {})}
        return subprocess.run(
            [str(DRAGOMAN), *arguments],
            cwd=tmp_path,
            env=told,
            input=typed,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return start
