"""Runs a SPARQL query over the union of all graphs, within a time limit where one is given."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from dragoman.ontology.errors import TimeLimit
from dragoman.ontology.namespaces import PREFIXES


def run(store: ox.Store, text: str, bindings: Mapping[str, Any] | None = None, timeout: float | None = None) -> Any:
    """Return pyoxigraph's solutions, boolean or triples.

    Args:
        store: the database.
        text: SPARQL; the usual prefixes are known without declaring them.
        bindings: terms to put in place of variables.
        timeout: seconds, or None for no limit.

    Raises:
        SyntaxError: the query is malformed.
        TimeLimit: it took longer than `timeout`.
    """
    substitutions = {ox.Variable(name): term for name, term in (bindings or {}).items()}

    def answer() -> Any:
        return store.query(
            text, prefixes=dict(PREFIXES), use_default_graph_as_union=True, substitutions=substitutions or None
        )

    if timeout is None:
        return answer()
    return _within(timeout, answer)


def _within(seconds: float, answer: Any) -> Any:
    """Run a query that cannot be interrupted in a thread that is left behind when its time is over."""
    outcome: list[Any] = []
    failure: list[BaseException] = []

    def work() -> None:
        try:
            result = answer()
            # solutions are computed while they are read: read them here, within the limit
            outcome.append(
                _Solutions(result)
                if isinstance(result, ox.QuerySolutions)
                else list(result)
                if isinstance(result, ox.QueryTriples)
                else result
            )
        except BaseException as error:  # handed to the caller
            failure.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeLimit(
            f"The query took longer than {seconds:g} seconds; make it narrower, or give it more with --timeout."
        )
    if failure:
        raise failure[0]
    return outcome[0]


class _Solutions:
    """Solutions that were read whole."""

    def __init__(self, solutions: ox.QuerySolutions) -> None:
        self.variables = solutions.variables
        self._rows = list(solutions)

    def __iter__(self) -> Any:
        return iter(self._rows)

    def __next__(self) -> Any:
        if not self._rows:
            raise StopIteration
        return self._rows.pop(0)
