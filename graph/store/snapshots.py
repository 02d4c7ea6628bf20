"""The published copies of a store, which readers open while somebody writes.

Opening Oxigraph read-only beside a writer is undefined, so a writer publishes: it copies its database into a new folder
(hard links, in the main) and then puts that folder's name into `current` in one rename. A reader holds a shared lock on
the folder that it has open; a copy that is current no more goes when nobody holds it.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pyoxigraph as ox

from dragoman.graph.store.folder import FAILURES, current, failure, write_whole


def publish(folder: Path, engine: ox.Store) -> None:
    """Make what is written visible to readers; the writer's lock must be held.

    Raises:
        StoreError: the disk is full or fails; readers keep the snapshot before it.
    """
    import shutil

    snapshots = folder / "snapshots"
    try:
        snapshots.mkdir(exist_ok=True)
        number = 1 + max((int(p.name) for p in snapshots.iterdir() if p.name.isdigit()), default=0)
        fresh = snapshots / f"{number:06}"
        engine.flush()
        try:
            engine.backup(str(fresh))
            write_whole(folder / "current", fresh.name + "\n")
        except BaseException:
            if current(folder) != fresh.name:
                shutil.rmtree(fresh, ignore_errors=True)
            raise
        _clean(snapshots, fresh.name)
    except FAILURES as error:
        raise failure(folder, error) from error


def _clean(snapshots: Path, kept: str) -> None:
    """Delete every snapshot but one, and but those that somebody reads."""
    import shutil

    for path in snapshots.iterdir():
        if path.name == kept:
            continue
        try:
            handle = held(path, fcntl.LOCK_EX)
        except OSError:
            continue
        try:
            shutil.rmtree(path, ignore_errors=True)
        finally:
            os.close(handle)


def held(path: Path, how: int) -> int:
    """Return a handle on a folder with a lock on it, without waiting for one.

    Raises:
        OSError: there is no such folder any more, or another process holds it otherwise.
    """
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
        # the folder may have been deleted, or its name given again, between opening and locking
        if os.stat(path).st_ino != os.fstat(handle).st_ino:
            raise FileNotFoundError(path)
    except BaseException:
        os.close(handle)
        raise
    return handle
