"""Makes of a query with values for its variables the text that any SPARQL 1.1 server answers alike.

It is read here first, by the same engine as a folder's queries, so that what is wrong with it is said in the same words
and nothing but a query is ever sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import pyoxigraph as ox

from dragoman.graph.store.querying import Rows, run
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.binding import inline
from dragoman.queries.tokens import unescaped

Form: TypeAlias = frozenset[str] | str | None
"""What a query answers with: solutions for these variables, a boolean, or triples."""


def worded(text: str, bindings: Mapping[str, Any] | None) -> tuple[str, Form]:
    """Return a query with its values written as terms in the place of variables, and with its prefixes declared.

    Beside it stands what an empty store answers: the form that the answer must have, None where that is not known.

    Raises:
        SyntaxError: the query is malformed.
        QueryError: it asks for what cannot be done (see `queries.binding.inline`, too).
    """
    # one that asks another server would do so here; it is the store's server that does, and says what is wrong with it
    elsewhere = "SERVICE" in unescaped(text).upper()
    form = None if elsewhere else _form(run(ox.Store(), text, bindings))
    written = inline(text, bindings) if bindings else text
    # on one line, so that a line keeps its number
    declared = "".join(f"PREFIX {name}: <{base}> " for name, base in PREFIXES.items() if f"{name}:" in written)
    return declared + written, form


def fits(found: Any, form: Form) -> bool:
    """Whether an answer is one to what was asked."""
    got = _form(found)
    if isinstance(form, frozenset) and isinstance(got, frozenset):
        return form <= got
    return form is None or form == got


def _form(found: Any) -> Form:
    if isinstance(found, Rows):
        return frozenset(variable.value for variable in found.variables)
    return "boolean" if isinstance(found, ox.QueryBoolean) else "triples"
