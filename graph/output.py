"""Writes a file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Mapping
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
    return write_together({Path(path): write})[0]


def write_together(files: Mapping[Path, Callable[[BinaryIO], object]]) -> tuple[Path, ...]:
    """Fill several files as `write_whole` does: none takes its place before all are written.

    Raises:
        OutputError: one of them cannot be written; then all are as they were.
    """
    written: dict[Path, Path] = {}
    path = Path()
    try:
        for path, write in files.items():
            target = Path(os.path.realpath(path))
            if target.is_dir():
                raise OutputError(f"{path} is a folder; give the name of a file to write.")
            if target.exists() and not target.is_file():
                with target.open("wb") as device:
                    write(device)
            else:
                written[target] = _beside(target, write)
        for target, temporary in written.items():
            os.replace(temporary, target)
    except (OSError, ValueError) as error:
        raise OutputError(_why(path, error)) from error
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)
    for folder in {target.parent for target in written}:
        _settle(folder)
    return tuple(files)


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write `content` to `path` as `write_whole` does."""
    return write_whole(path, lambda file: file.write(content))


def _beside(target: Path, write: Callable[[BinaryIO], object]) -> Path:
    """Write what is to take the place of `target` into a file beside it, and bring it to the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return Path(name)


def _settle(folder: Path) -> None:
    """Bring a folder's entries to the disk too, where the file system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
