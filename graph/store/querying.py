"""Runs a SPARQL query over the union of all graphs, or those that it names, within a time limit where one is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

import pyoxigraph as ox

from dragoman.graph.store.patience import within
from dragoman.ontology.errors import QueryError, ServerError
from dragoman.ontology.namespaces import PREFIXES

T = TypeVar("T")
_MAY_CHOOSE: Final = re.compile(r"\\|\bfrom\s*(?:named\s*)?(?:[<#]|[^\s:]*:)", re.IGNORECASE)
"""FROM and what may be a graph's name behind it, or an escape, which may be anything; not « from » in a comment."""
_UNASKABLE: Final = re.compile(r"custom function|URL scheme|port \d+ is not allowed")
"""In what the engine says of a query that no server could answer."""


def run(
    engine: ox.Store,
    text: str,
    bindings: Mapping[str, Any] | None = None,
    timeout: float | None = None,
    failure: Callable[[Exception], Exception] = lambda error: error,
) -> Any:
    """Return a boolean, the solutions (`Rows`) or an iterator of triples.

    Args:
        engine: the database.
        text: SPARQL; the usual prefixes are known without declaring them. Where it says FROM, it is asked of those
            graphs alone.
        bindings: terms to put in place of variables.
        timeout: seconds in which all of the answer must be there, or None for no limit.
        failure: words what goes wrong with the database itself.

    Raises:
        SyntaxError: the query is malformed.
        QueryError: it asks for what cannot be done: an unknown function, a binding of a variable that it does not return.
        ServerError: a server that it asks does not answer.
        TimeLimit: it took longer than `timeout`.
    """
    # the engine would put the union in the place of what the query chooses
    union = chosen(text) is None
    substitutions = {ox.Variable(name): term for name, term in bindings.items()} if bindings else None

    def guarded(results: Iterable[T]) -> Iterator[T]:
        try:
            yield from results
        except (OSError, RuntimeError) as error:
            raise _worded(error, text, failure) from error

    def answer() -> Any:
        try:
            results = engine.query(
                text, prefixes=dict(PREFIXES), use_default_graph_as_union=union, substitutions=substitutions
            )
        except (OSError, RuntimeError) as error:
            raise _worded(error, text, failure) from error
        if isinstance(results, ox.QuerySolutions):
            return Rows(results.variables, guarded(results))
        return guarded(results) if isinstance(results, ox.QueryTriples) else results

    # solutions are computed while they are read: with a limit, they are all read within it
    return answer() if timeout is None else within(timeout, lambda: whole(answer()))


def chosen(text: str) -> frozenset[str] | None:
    """Return the graphs that a query chooses, None where it chooses none and so asks the union.

    It is looked at closely only where it may, since most queries do not.
    """
    if not _MAY_CHOOSE.search(text):
        return None
    from dragoman.queries.guard import dataset

    return dataset(text) or None


class Rows(Generic[T]):
    """The solutions of a SELECT, once: pyoxigraph's own, which fail with a sentence where the store is damaged."""

    def __init__(self, variables: list[ox.Variable], rows: Iterable[T]) -> None:
        """Take the variables, in order, and the solutions."""
        self.variables = variables
        self._rows = iter(rows)

    def __iter__(self) -> Iterator[T]:
        return self._rows

    def __next__(self) -> T:
        return next(self._rows)


def _worded(error: Exception, query: str, failure: Callable[[Exception], Exception]) -> Exception:
    """Tell the database's failures, which RocksDB words so, from other servers' and from those of what a query asks for."""
    text = str(error).partition(" with payload")[0].rstrip(" .")
    if (isinstance(error, OSError) and error.errno is not None) or text.startswith(
        ("Corruption", "IO error", "Io error")
    ):
        return failure(error)
    if "SERVICE" in query.upper() and not _UNASKABLE.search(text):
        return ServerError(
            f"The server that the query asks did not answer ({text}); "
            "see that its address is right and that it runs, or write SERVICE SILENT to do without it."
        )
    return QueryError(f"The query cannot be answered: {text}.")


def whole(answer: Any) -> Any:
    """Return an answer of which all is there."""
    if isinstance(answer, Rows):
        return Rows(answer.variables, list(answer))
    return iter(list(answer)) if isinstance(answer, Iterator) else answer
