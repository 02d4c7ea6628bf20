"""Makes of a query with values for its variables the text that any SPARQL 1.1 server answers alike.

It is read here first, by the same engine as a folder's queries, so that what is wrong with it is said in the same words
and nothing but a query is ever sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from dragoman.graph.store.querying import run
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.binding import inline
from dragoman.queries.tokens import unescaped


def worded(text: str, bindings: Mapping[str, Any] | None) -> str:
    """Return a query with its values written as terms in the place of variables, and with its prefixes declared.

    Raises:
        SyntaxError: the query is malformed.
        QueryError: it asks for what cannot be done (see `queries.binding.inline`, too).
    """
    # one that asks another server would do so here; it is the store's server that does, and says what is wrong with it
    if "SERVICE" not in unescaped(text).upper():
        run(ox.Store(), text, bindings)
    written = inline(text, bindings) if bindings else text
    # on one line, so that a line keeps its number
    declared = "".join(f"PREFIX {name}: <{base}> " for name, base in PREFIXES.items() if f"{name}:" in written)
    return declared + written
