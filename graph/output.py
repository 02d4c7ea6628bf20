"""Writes a file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from dragoman.ontology.errors import OutputError


def write_whole(path: str | Path, write: Callable[[BinaryIO], object]) -> Path:
    """Let `write` fill the file at `path`: it is there whole afterwards, or what was there before still is.

    A new file is written beside it, brought to the disk and put in its place in one step. A link is followed; a device
    or a named pipe is written to as it is. A file that is replaced keeps its permissions.

    Args:
        path: where to write.
        write: is given the open file, in binary.

    Returns:
        `path`.

    Raises:
        OutputError: the file cannot be written: no such folder, no permission, no room.
    """
    path = Path(path)
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise OutputError(f"{path} is a folder; give the name of a file to write.")
        if target.exists() and not target.is_file():
            with target.open("wb") as device:
                write(device)
            return path
        _replace(target, write)
    except (OSError, ValueError) as error:
        raise OutputError(_why(path, error)) from error
    return path


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write `content` to `path` as `write_whole` does."""
    return write_whole(path, lambda file: file.write(content))


def _replace(target: Path, write: Callable[[BinaryIO], object]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    with suppress(OSError):  # the folder's entry too, where the file system can
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _why(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not path.parent.is_dir():
        return f"The folder {path.parent} does not exist; make it first, or write {path.name} elsewhere."
    if isinstance(error, PermissionError) or getattr(error, "errno", None) == errno.EROFS:
        return f"{path} may not be written; choose another place with -o, or change its permissions."
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (
        f"{path} could not be written ({reason or error}); nothing was changed: free some room or choose another place."
    )
