"""Opens files that may be compressed: what is in them is read as it comes, never all at once."""

from __future__ import annotations

import lzma
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

from dragoman.graph.decoding import too_long
from dragoman.ontology.errors import ArticleError

PACKED: Final = (".gz", ".bz2", ".xz")
"""The endings of compressed files, which follow the ending of what is in them."""


def unpacked_name(path: Path) -> Path:
    """Return what a file is called once it is unpacked.

    >>> unpacked_name(Path("press/a.html.gz")).name, unpacked_name(Path("a.txt")).name
    ('a.html', 'a.txt')
    """
    return path.with_suffix("") if path.suffix.lower() in PACKED else path


@contextmanager
def opened(path: Path, limit: int | None = None) -> Iterator[IO[bytes]]:
    """Open a file for reading, unpacked where its name says that it is compressed.

    Whoever reads says how much, so that a small file that unpacks to a large one fills no memory.

    Args:
        path: the file.
        limit: bytes that it may have where it is not compressed; more is refused before anything is read.

    Raises:
        ArticleError: it is missing, a folder, too long, or cannot be opened or unpacked.
    """
    name = str(path)
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise ArticleError(
                f"{name} is a folder; name the articles in it, or let dragoman read take the whole folder."
            )
        if limit and stat.S_ISREG(status.st_mode) and status.st_size > limit:
            raise too_long(name, status.st_size)
        with _opener(path) as stream:
            yield stream
    except FileNotFoundError:
        raise ArticleError(f"There is no file {name}; check its name and folder.") from None
    except (lzma.LZMAError, zlib.error, EOFError) as error:
        raise _broken(name) from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is None:  # what gzip and bz2 raise of what is not theirs
            raise _broken(name) from error
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ArticleError(f"{name} cannot be opened ({reason}); check its name and permissions.") from error


def _opener(path: Path) -> IO[bytes]:
    match path.suffix.lower():
        case ".gz":
            import gzip

            return cast("IO[bytes]", gzip.open(path, "rb"))
        case ".bz2":
            import bz2

            return bz2.open(path, "rb")
        case ".xz":
            return lzma.open(path, "rb")
    return open(path, "rb")


def _broken(name: str) -> ArticleError:
    return ArticleError(f"{name} cannot be unpacked: it is cut off, damaged or not compressed; copy it anew.")
