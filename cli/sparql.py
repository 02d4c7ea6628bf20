"""SPARQL that somebody wrote: read from where it stands, and asked of a store within what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ontology.errors import QueryError

if TYPE_CHECKING:
    from dragoman.graph.store import Store
    from dragoman.queries.results import Answer


def from_file(path: str) -> str:
    """Return the query in a file.

    Raises:
        QueryError: it cannot be read.
    """
    try:
        return decoded(Path(path).read_bytes(), path)
    except OSError as error:
        raise QueryError(
            f"the query file {path} cannot be read ({error.strerror}); check its name and folder"
        ) from error


def decoded(raw: bytes, name: str) -> str:
    """Return a query's bytes as text; `name` is where it comes from.

    Raises:
        QueryError: it is not in UTF-8.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{name} is not in UTF-8 (byte {error.start}); save the query as UTF-8") from None


def answered(graph: Store, text: str, values: Mapping[str, str], *, allow_remote: bool) -> Answer:
    """Return the answer to a query with values in the place of variables.

    Raises:
        QueryError: the query is malformed, or asks for what is not allowed.
    """
    from dragoman.queries.adhoc import value, with_values
    from dragoman.queries.guard import check
    from dragoman.queries.results import collect
    from dragoman.queries.syntax import explain

    try:
        check(text, allow_remote, _Graphs(graph))
        asked, added = with_values(text, dict(values))
        return collect(graph.query(asked, {name: value(written) for name, written in values.items()}), added)
    except (SyntaxError, ValueError) as error:
        raise explain(error, text) from None


class _Graphs:
    """The names of a store's graphs, asked for only where a query says FROM."""

    def __init__(self, graph: Store) -> None:
        self.graph = graph

    def __contains__(self, iri: object) -> bool:
        return iri in self.graph.graphs()
