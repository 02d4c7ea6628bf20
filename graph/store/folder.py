"""A store's folder on disk: its format, its lock, and the snapshots that readers open.

    dragoman.store/
      VERSION            the format of this folder
      lock               held by whoever writes
      writer/            the Oxigraph database that is written
      snapshots/<n>/     published copies, which nobody writes
      current            the name of the snapshot that readers open

Opening Oxigraph read-only beside a writer is undefined, so readers open the last published snapshot: a copy made in a
new folder whose name is then put into `current` in one rename. A snapshot that is current no more goes with the next one.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from dragoman.ontology.errors import StoreError

VERSION: Final = "1"


def check(folder: Path) -> None:
    """Refuse a folder that is no store of this version.

    Raises:
        StoreError: there is none, or it has another format.
    """
    mark = folder / "VERSION"
    if not folder.exists():
        raise StoreError(f"There is no store at {folder}; `dragoman read --example` makes one.")
    try:
        version = mark.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreError(
            f"{folder} is no Dragoman store (it has no VERSION file); name another folder with --store."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"The store {folder} cannot be opened: {error}.") from error
    if version != VERSION:
        raise StoreError(
            f"The store {folder} has format {version[:20]!r}, this Dragoman writes {VERSION!r}; "
            "export it with the version that made it, or read the articles into a new store."
        )


def prepare(folder: Path) -> None:
    """Make a new store's folder, or check the one that is there.

    Raises:
        StoreError: it cannot be made, or holds something else.
    """
    try:
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            (folder / "snapshots").mkdir(parents=True, exist_ok=True)
            write_whole(folder / "VERSION", VERSION + "\n")
    except OSError as error:
        raise failure(folder, error) from error
    check(folder)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the writer's lock of a store.

    Raises:
        StoreError: another process holds it.
    """
    try:
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise failure(folder, error) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise StoreError(
            f"The store {folder} is being written by another process; wait until it has finished, or name another with --store."
        ) from None
    try:
        yield
    finally:
        os.close(handle)


def open_writer(folder: Path) -> ox.Store:
    """Open the database that is written; the lock must be held.

    Raises:
        StoreError: it is damaged or the disk fails.
    """
    try:
        return ox.Store(str(folder / "writer"))
    except (OSError, ValueError) as error:
        raise failure(folder, error) from error


def open_reader(folder: Path) -> ox.Store | None:
    """Open the last published snapshot read-only; None where nothing was published yet.

    Raises:
        StoreError: there is no store, it is damaged or of another format.
    """
    check(folder)
    for _ in range(3):
        name = current(folder)
        if name is None:
            return None
        try:
            return ox.Store.read_only(str(folder / "snapshots" / name))
        except (OSError, ValueError) as error:
            # a newer snapshot may have replaced it since its name was read
            if current(folder) == name:
                raise failure(folder, error) from error
    raise StoreError(f"The store {folder} changes too fast to be opened; try again.")


def current(folder: Path) -> str | None:
    """Return the name of the snapshot that readers open."""
    try:
        return (folder / "current").read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise failure(folder, error) from error


def publish(folder: Path, store: ox.Store) -> None:
    """Make what is written visible to readers.

    Raises:
        StoreError: the disk is full or fails; readers keep the snapshot before it.
    """
    snapshots = folder / "snapshots"
    old = current(folder)
    number = 1 + max((int(p.name) for p in snapshots.iterdir() if p.name.isdigit()), default=0)
    fresh = snapshots / f"{number:06}"
    try:
        store.flush()
        store.backup(str(fresh))
        write_whole(folder / "current", fresh.name + "\n")
    except (OSError, ValueError) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise failure(folder, error) from error
    # the one before stays for readers that have just learnt its name
    for path in snapshots.iterdir():
        if path.name not in {fresh.name, old}:
            shutil.rmtree(path, ignore_errors=True)


def write_whole(path: Path, text: str) -> None:
    """Write a small file whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with open(temporary, "w", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)


def failure(folder: Path, error: Exception) -> StoreError:
    """Word a failure of the disk or database as one sentence with what to do next."""
    text = str(error).replace("\n", " ")
    if getattr(error, "errno", None) == errno.ENOSPC or "No space left" in text:
        return StoreError(
            f"The disk of the store {folder} is full; free some room and read again, what was stored before is kept."
        )
    if getattr(error, "errno", None) in {errno.EACCES, errno.EROFS, errno.EPERM} or "Permission denied" in text:
        return StoreError(
            f"The store {folder} may not be written or read by you; change its rights, or name another with --store."
        )
    if "lock" in text.lower():
        return StoreError(f"The store {folder} is being written by another process; wait until it has finished.")
    return StoreError(
        f"The store {folder} is damaged or cannot be opened ({text[:160]}); restore it from a copy, or read the articles into a new one."
    )
