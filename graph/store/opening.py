"""Opens the databases of a store's folder: the one that is written, under its lock, or the copy that readers see."""

from __future__ import annotations

import fcntl
import os
from contextlib import ExitStack
from pathlib import Path

import pyoxigraph as ox

from dragoman.graph.store.folder import FAILURES, check_whole, current, failure, locked, prepare
from dragoman.graph.store.snapshots import held
from dragoman.graph.store.upgrading import outdated, upgrade
from dragoman.ontology.errors import StoreError


def open_writer(folder: Path, resources: ExitStack, wait: float = 0) -> ox.Store:
    """Open the database that is written, of a new store where there is none.

    Args:
        folder: the store's.
        resources: given the lock that keeps others from writing.
        wait: seconds to wait for another process that writes it.

    Raises:
        NoStore: it cannot be made there, or the folder holds something else.
        StoreError: it is locked, damaged, or of a format that cannot be upgraded.
    """
    prepare(folder)
    outdated(folder)  # refused before anything is touched
    resources.enter_context(locked(folder, wait))
    upgrade(folder)
    check_whole(folder)
    try:
        return ox.Store(str(folder / "writer"))
    except FAILURES as error:
        raise failure(folder, error) from error


def open_reader(folder: Path, resources: ExitStack) -> ox.Store | None:
    """Open the last published snapshot read-only; None where nothing was published yet.

    A store of an older format is upgraded first, as by whoever writes.

    Args:
        folder: the store's.
        resources: given the lock that keeps the snapshot while it is read.

    Raises:
        NoStore: there is no store, or it is something else.
        StoreError: it is damaged, or of a format that cannot be upgraded.
    """
    if outdated(folder):
        with locked(folder):
            upgrade(folder)
    for _ in range(5):
        name = current(folder)
        if name is None:
            return None
        path = folder / "snapshots" / name
        try:
            resources.callback(os.close, held(path, fcntl.LOCK_SH))
            return ox.Store.read_only(str(path))
        except FAILURES as error:
            # a newer snapshot may have taken its place since its name was read
            if current(folder) == name:
                raise failure(folder, error) from error
    raise StoreError(f"The store {folder} changes too fast to be opened; try again.")
