"""Takes in a TriG or N-Quads file: checked as a whole before anything is done with it, in whatever order it is.

Its quads go into a database in a temporary folder (TMPDIR says where), so that a file whose graphs are scattered needs
no more memory than one that has them one after the other.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import IO, cast

import pyoxigraph as ox

from dragoman.graph.copying.places import SYNTAXES, compressed
from dragoman.graph.copying.wholeness import fault
from dragoman.graph.store.filling import BATCH
from dragoman.graph.store.folder import FAILURES
from dragoman.graph.store.graphs import articles, lexicons, quads_of
from dragoman.ontology.errors import NoStore, StoreError


class Incoming:
    """The graphs of a file."""

    def __init__(self, engine: ox.Store) -> None:
        """Take the database that they were put into."""
        self._engine = engine

    def articles(self) -> list[str]:
        """Return the names of the articles' graphs, sorted."""
        return articles(self._engine)

    def lexicons(self) -> list[str]:
        """Return the names of the graphs that hold what was known before reading, sorted."""
        return lexicons(self._engine)

    def quads(self, graph: str) -> Iterator[ox.Quad]:
        """Yield the quads of one graph."""
        return quads_of(self._engine, graph)


def take_in(path: Path, syntax: str, resources: ExitStack, advance: Callable[[int], None]) -> Incoming:
    """Return the graphs of a file of which each is checked to be what Dragoman writes.

    Args:
        path: the file.
        syntax: one of `SYNTAXES`.
        resources: given the temporary folder, which goes with them.
        advance: is told, after each step, how many quads were read in it.

    Raises:
        NoStore: it is missing, no such file, or nothing that Dragoman has exported; the sentence says why.
        StoreError: the temporary folder's disk is full or fails.
    """
    folder = resources.enter_context(TemporaryDirectory(prefix="dragoman-copy-"))
    with _kept(path):
        engine = ox.Store(folder)
    quads = quads_in(path, syntax)
    while batch := list(islice(quads, BATCH)):
        if any(not isinstance(quad.graph_name, ox.NamedNode) for quad in batch):
            raise _foreign(path, "it has statements that belong to no article's graph")
        with _kept(path):
            engine.bulk_extend(batch)
        advance(len(batch))
    found = Incoming(engine)
    for iri in found.articles():
        wrong = fault(iri, found.quads(iri))
        if wrong is not None:
            raise _foreign(path, f"of its graph {iri}, {wrong}")
    return found


def quads_in(path: Path, syntax: str) -> Iterator[ox.Quad]:
    """Yield the quads of a file as they stand in it.

    Raises:
        NoStore: it is missing or may not be read, is cut off, or is not in the format that its name says.
    """
    try:
        with _opened(path) as file:
            yield from ox.parse(file, format=SYNTAXES[syntax])
    except SyntaxError as error:
        line = f", line {error.lineno}," if error.lineno else ""
        reason = " ".join(re.sub(r"^Parser error at line \d+ [^:]*: *", "", error.msg).split()).rstrip(".")
        raise NoStore(f"{path}{line} is no valid {_NAMES[syntax]}: {reason}; export it again.") from error
    except FileNotFoundError as error:
        raise NoStore(f"There is no file {path}; name one that is there.") from error
    except PermissionError as error:
        raise NoStore(f"{path} may not be read; change its permissions.") from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise NoStore(f"{path} is cut off or was never compressed with gzip; export it again.") from error


_NAMES = {"trig": "TriG", "nq": "N-Quads"}


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if compressed(path) else path.open("rb")


@contextmanager
def _kept(path: Path) -> Iterator[None]:
    try:
        yield
    except FAILURES as error:
        raise StoreError(
            f"What {path} holds could not be kept in {gettempdir()} while it is checked; free some room there, "
            "or name another folder with TMPDIR."
        ) from error


def _foreign(path: Path, why: str) -> NoStore:
    return NoStore(
        f"{path} was not exported by Dragoman, or was changed since: {why}; copy an export in TriG or N-Quads."
    )
