"""Keeps what was loaded of a run's articles on the disk, in a file without a name, so that memory does not grow with them."""

from __future__ import annotations

import pickle
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from dragoman.graph.article import Article

_SIZE = 4


@dataclass(frozen=True)
class Entry:
    """One article of a run: what its source is called, and the article or the sentence that says why there is none."""

    source: str
    article: Article | None
    problem: str | None = None


class Ledger:
    """Entries in the order in which they came, written once and read again and again.

    Each article is loaded once: a stream can be read but once, a page takes its time, and what is read is then what was
    looked through, whatever becomes of its file meanwhile. The folder for it is TMPDIR's.
    """

    def __init__(self) -> None:
        """Open an empty one; it vanishes when it is closed or the process ends."""
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="dragoman-")  # noqa: SIM115 - closed by `close`

    def add(self, entry: Entry) -> None:
        """Write one more entry."""
        data = zlib.compress(pickle.dumps(entry, pickle.HIGHEST_PROTOCOL), 1)
        self._file.write(len(data).to_bytes(_SIZE) + data)

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries from the first to the last."""
        self._file.seek(0)
        while size := self._file.read(_SIZE):
            # by this process, into a file that no other can open
            yield pickle.loads(zlib.decompress(self._file.read(int.from_bytes(size))))  # noqa: S301

    def close(self) -> None:
        """Give the file up."""
        self._file.close()
