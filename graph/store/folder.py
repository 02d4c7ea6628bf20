"""A store's folder on disk: its format, its lock, and how its failures are worded.

dragoman.store/
  VERSION            the format of this folder
  lock               held by whoever writes
  unfinished         there from the first change until the writer has closed: what follows from articles is made anew
  writer/            the Oxigraph database that is written
  accounts/          what the writer looks up to tell happenings apart; follows from `writer`
  snapshots/<n>/     published copies of `writer`, which nobody writes
  current            the name of the snapshot that readers open; 0 from the store's birth until the first

What a crash at any moment may leave is known, so whatever else is missing has been lost, and the store is damaged: it is
never made anew where articles were.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from dragoman.ontology.errors import NoStore, StoreError

VERSION: Final = "1"
NOTHING: Final = "0"
"""What `current` says where nothing was published yet."""
FAILURES: Final = (OSError, RuntimeError, ValueError)
"""What Oxigraph and the disk raise where a store is locked, damaged or out of room."""
_AGAIN: Final = 0.1
"""Seconds between two looks whether another process still writes; it says nothing when it has finished."""
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EROFS, errno.EPERM})
_TOLD: Final = _FULL | _FORBIDDEN


def version(folder: Path) -> str:
    """Return the format that a store's folder says it has.

    Raises:
        NoStore: there is none, or it is something else.
        StoreError: the disk fails.
    """
    if not folder.exists():
        raise NoStore(f"There is no store at {folder}; `dragoman read --example` makes one.")
    try:
        return (folder / "VERSION").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        if _unborn(folder):
            raise NoStore(f"Nothing has been read into {folder} yet; `dragoman read --example` starts it.") from None
        raise NoStore(
            f"{folder} is no Dragoman store (it has no VERSION file); name another folder with --store."
        ) from None
    except NotADirectoryError:
        raise NoStore(f"{folder} is a file, and a store is a folder; name another with --store.") from None
    except OSError as error:
        raise failure(folder, error) from error
    except UnicodeDecodeError:
        return "?"


def prepare(folder: Path) -> None:
    """Make a new store's folder, or check the one that is there.

    Raises:
        NoStore: it cannot be made there, or the folder holds something else.
        StoreError: the disk is full.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if _unborn(folder):
            write_whole(folder / "VERSION", VERSION + "\n")
            write_whole(folder / "current", NOTHING + "\n")
    except FileExistsError:
        pass  # a file, which `version` refuses
    except OSError as error:
        if folder.exists() or error.errno in _TOLD:
            raise failure(folder, error) from error
        raise NoStore(f"No store can be made at {folder}; name another folder with --store.") from error
    version(folder)


def _unborn(folder: Path) -> bool:
    """Whether a folder is empty, but for what a start that was cut off has left."""
    return folder.is_dir() and all(
        path.name in {"VERSION", "lock"} or path.name.startswith((".VERSION.", ".current."))
        for path in folder.iterdir()
    )


def current(folder: Path) -> str | None:
    """Return the name of the snapshot that readers open, None where nothing was published yet.

    Raises:
        StoreError: the file that says so is missing or damaged.
    """
    try:
        name = (folder / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        if _unborn(folder):
            return None
        raise damaged(folder, "its file current is missing") from error
    except UnicodeDecodeError:
        name = ""
    except OSError as error:
        raise failure(folder, error) from error
    if not name.isdigit():
        raise damaged(folder, "its file current names no snapshot")
    return None if name == NOTHING else name


def check_whole(folder: Path) -> None:
    """Refuse to write a store of which a part was lost, before anything takes its place.

    Raises:
        StoreError: the database that is written, or the snapshot that readers open, is not there.
    """
    published = current(folder)
    begun = published is not None or (folder / "unfinished").exists()
    if begun and not holds_database(folder / "writer"):
        raise damaged(folder, "its folder writer holds no database")
    if published is not None and not holds_database(folder / "snapshots" / published):
        raise damaged(folder, f"its snapshot {published} is missing")


def holds_database(path: Path) -> bool:
    """Whether a folder holds a database; Oxigraph would make an empty one in any other."""
    return (path / "CURRENT").is_file()


@contextmanager
def locked(folder: Path, wait: float = 0) -> Iterator[None]:
    """Hold the writer's lock of a store.

    Raises:
        StoreError: another process holds it, and still does after `wait` seconds.
    """
    try:
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise failure(folder, error) from error
    try:
        until = monotonic() + wait
        while not _taken(handle):
            if monotonic() >= until:
                raise busy(folder)
            sleep(_AGAIN)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def write_whole(path: Path, text: str) -> None:
    """Write a small file whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(temporary, "w", encoding="utf-8") as handle:
            handle.write(text)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def busy(folder: Path) -> StoreError:
    """Return that another process writes the store."""
    return StoreError(
        f"The store {folder} is being written by another process; wait until it has finished "
        "(--wait SECONDS does), or name another with --store."
    )


def failure(folder: Path, error: Exception) -> StoreError:
    """Word a failure of the disk or database as one sentence with what to do next."""
    text = " ".join(str(error).split())
    number = getattr(error, "errno", None)
    if number in _FULL or "No space left" in text or "quota exceeded" in text:
        return StoreError(
            f"The disk of the store {folder} is full; free some room and read again, what was stored before is kept."
        )
    if number in _FORBIDDEN or "Permission denied" in text or "Read-only file" in text:
        return StoreError(
            f"You may not read or write the store {folder}; change its rights, or name another with --store."
        )
    if "/LOCK" in text:
        return busy(folder)
    return damaged(folder)


def damaged(folder: Path, how: str = "") -> StoreError:
    """Return that something of the store was lost or changed by others."""
    what = f" ({how})" if how else ""
    return StoreError(
        f"The store {folder} is damaged{what}; restore it from a copy, or read the articles into a new one."
    )
