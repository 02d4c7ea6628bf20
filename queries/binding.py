"""Gives a question's parameters their values, as terms.

The engine puts the terms in place of variables (`substitutions` of pyoxigraph's `Store.query`, SPARQL dev SEP-0007),
so no value can ever be read as SPARQL. What that asks of a query was found by trying, and a test holds each file to it:

- the parameter stands in the outermost SELECT clause (`results` leaves its column out again);
- it is used there or in patterns, FILTER, EXISTS, MINUS and OPTIONAL below it, but in a sub-SELECT only where that
  one projects it too, and in an aggregate query it stands in GROUP BY;
- it is never copied with BIND(?parameter AS ?other), which stays unbound;
- one that is not given is unbound, but BOUND() is decided before the terms are put in and never sees them, so it is
  FILTER(COALESCE(STR(?parameter), "any") = "any" || ...).
"""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from dragoman.ontology.errors import QueryError
from dragoman.queries.question import Question
from dragoman.queries.values import Term, accepted, to_term


def bind(question: Question, values: Mapping[str, str | Term]) -> tuple[str, dict[str, Term]]:
    """Return the text of a question and the terms for its variables.

    Args:
        question: one of the catalogue.
        values: by parameter; a string is read as the parameter's type, a term is taken as it is.

    Raises:
        QueryError: a parameter is unknown, missing or of another type; the sentence says what is accepted.
    """
    for name in values:
        if name not in question.parameters:
            known = ", ".join(question.parameters) or "none"
            raise QueryError(f"“{question.name}” has no parameter “{name}”; it has {known}")
    terms: dict[str, Term] = {}
    for name, parameter in question.parameters.items():
        value = values.get(name, parameter.default)
        if value is None:
            if parameter.required:
                takes = accepted(parameter.type, parameter.values)
                raise QueryError(f"“{question.name}” needs the parameter “{name}”: {takes} (-p {name}=...)")
        elif isinstance(value, (NamedNode, Literal)):
            terms[name] = value
        else:
            try:
                terms[name] = to_term(parameter.type, value, parameter.values)
            except QueryError as error:
                raise QueryError(f"parameter “{name}” of “{question.name}”: {error}") from None
    return question.text, terms


def inline(text: str, bindings: Mapping[str, Term]) -> str:
    """Return a query with terms in place of variables, for a server that takes nothing but the text of a query.

    Tokens are replaced, not characters, and a term is written as N-Triples write it, so no quote in it is its end.
    The outermost SELECT clause keeps the variable as `(term AS ?variable)`; those of sub-SELECTs, where it would then be
    bound twice, lose it. A VALUES block keeps the variable, and is joined with the term.

    >>> inline("SELECT ?l ?s { ?s ?p ?o FILTER(LANG(?o) = ?l) }", {"l": Literal("fr")})
    'SELECT ("fr" AS ?l) ?s { ?s ?p ?o FILTER(LANG(?o) = "fr") }'

    Raises:
        QueryError: a variable stands in the VALUES at the query's end, which its value cannot be joined with.
    """
    from dragoman.queries.tokens import tokens

    pieces: list[str] = []
    end = braces = parentheses = 0
    clause = ""
    joined: list[str] = []
    for token in tokens(text):
        if token.kind == "mark":
            braces += {"{": 1, "}": -1}.get(token.text, 0)
            parentheses += {"(": 1, ")": -1}.get(token.text, 0)
            clause = "" if token.text in "{}" else clause
            if token.text == "}" and joined:
                pieces += (text[end : token.begin + 1], *joined)
                end, joined = token.begin + 1, []
        elif token.kind == "word" and token.text.upper() in ("SELECT", "BY", "WHERE", "HAVING", "VALUES", "LIMIT"):
            clause = token.text.upper()
        if token.kind != "variable" or token.text[1:] not in bindings:
            continue
        term = str(bindings[token.text[1:]])
        if clause == "VALUES":
            if not braces:
                name = token.text[1:]
                raise QueryError(
                    f"-p {name}=... does not reach VALUES at the end of the query; put it inside the braces"
                )
            joined.append(f" VALUES {token.text} {{ {term} }}")
            continue
        if clause in ("SELECT", "BY") and not parentheses:
            inner = clause == "SELECT" and braces
            term = "" if inner else f"({term} AS {token.text})" if clause == "SELECT" else f"({term})"
        pieces += (text[end : token.begin], term)
        end = token.begin + len(token.text)
    return "".join((*pieces, text[end:]))
