"""Reads a server's answers while they arrive: solutions, a boolean or triples; untrusted, so none without end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any, Final, TypeVar, cast

import httpx
import pyoxigraph as ox

from dragoman.graph.store.patience import too_long
from dragoman.graph.store.querying import Rows
from dragoman.graph.store.server import sentences
from dragoman.graph.store.server.connection import Connection

T = TypeVar("T")
RESULTS: Final = "application/sparql-results+json, text/tab-separated-values;q=0.5"
TRIPLES: Final = "application/n-triples, text/turtle;q=0.8"
EITHER: Final = f"{RESULTS}, {TRIPLES.replace('triples,', 'triples;q=0.9,')}"
_TABLES: Final = frozenset({ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.TSV, ox.QueryResultsFormat.XML})
_GRAPHS: Final = frozenset({ox.RdfFormat.N_TRIPLES, ox.RdfFormat.TURTLE, ox.RdfFormat.N_QUADS})
_REST: Final = 65_536
"""Bytes that may follow the end of an answer: white space, which is read so that the connection can be kept."""


class Body:
    """The bytes of an answer as a file, which fails where it breaks off, goes on too long or takes too long."""

    def __init__(self, connection: Connection, response: httpx.Response, until: float | None, seconds: float) -> None:
        """Take an answer of which nothing was read."""
        self._connection, self._response = connection, response
        self._until, self._seconds = until, seconds
        self._chunks = response.iter_bytes()
        self._chunk, self._at, self._size = b"", 0, 0
        self.failure: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, none at the end.

        Raises:
            ServerError: the answer broke off, or is too large.
            TimeLimit: it took too long.
        """
        try:
            while self._at >= len(self._chunk):
                self._chunk, self._at = next(self._chunks), 0
                self._watch(len(self._chunk))
        except StopIteration:
            return b""
        except Exception as error:
            # the parser would hide it
            self.failure = self._worded(error)
            raise self.failure from None
        found = self._chunk[self._at : self._at + size] if size >= 0 else self._chunk[self._at :]
        self._at += len(found)
        return found

    def finish(self) -> None:
        """Read what follows the end, and close: the connection is kept where that is all."""
        with suppress(Exception):
            left = _REST
            while left > 0 and self.failure is None:
                read = len(self.read(left))
                if not read:
                    break
                left -= read
        self.close()

    def close(self) -> None:
        """Read no further."""
        with suppress(Exception):
            self._response.close()

    def _watch(self, number: int) -> None:
        limits = self._connection.limits
        self._size += number
        if self._size > limits.size:
            raise sentences.too_large(self._connection.base, limits.size)
        if self._until is not None and limits.clock() > self._until:
            raise too_long(self._seconds)

    def _worded(self, error: Exception) -> Exception:
        if not isinstance(error, httpx.HTTPError):
            return error
        late = self._until is not None and self._connection.limits.clock() >= self._until
        return too_long(self._seconds) if late else sentences.broken(self._connection.base)


def answer(
    connection: Connection, response: httpx.Response, service: str, until: float | None = None, seconds: float = 0
) -> Any:
    """Return what an answer holds: a boolean, the solutions (`Rows`) or an iterator of triples, read as they are asked for.

    Raises:
        NoStore: it holds no results.
        ServerError: they cannot be read, broke off or are too large.
        TimeLimit: they took too long.
    """
    type_ = response.headers.get("content-type", "")
    # what is merely text may be anything, an error's too
    known = not type_.lower().startswith("text/plain")
    table = ox.QueryResultsFormat.from_media_type(type_) if known else None
    graph = ox.RdfFormat.from_media_type(type_) if known else None
    body = Body(connection, response, until, seconds)
    file = cast("IO[bytes]", body)
    if graph in _GRAPHS:
        return _read(connection, body, (q.triple for q in ox.parse(file, format=graph)))
    if table not in _TABLES:
        body.close()
        raise sentences.wrong_type(connection.base, service, type_)
    failed: Exception | None = None
    try:
        results = ox.parse_query_results(file, format=table)
    except Exception as error:
        failed = _why(connection, body, error)
    if failed is not None:
        body.close()
        raise failed
    if isinstance(results, ox.QuerySolutions):
        return Rows(results.variables, _read(connection, body, results))
    body.finish()
    return results


def _read(connection: Connection, body: Body, results: Iterator[T]) -> Iterator[T]:
    failed: Exception | None = None
    try:
        yield from results
        body.finish()
    except Exception as error:
        failed = _why(connection, body, error)
    finally:
        # what the engine made in this thread may not outlive it in another, not in a traceback either
        del results
        body.close()
    if failed is not None:
        raise failed


def _why(connection: Connection, body: Body, error: Exception) -> Exception:
    """Return what went wrong: what the body failed with, or else that it is not what it says."""
    return body.failure or (
        sentences.malformed(connection.base) if isinstance(error, SyntaxError | ValueError | OSError) else error
    )
