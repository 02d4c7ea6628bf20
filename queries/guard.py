"""Refuses, before it runs, a query that would write or reach out of the store.

Oxigraph's parser knows no word boundaries (`trueSERVICE<...>` and `SERVICEex:a{...}` do call out) and takes `<` for
an operator where the grammar sees an IRI, so every reading of the text is searched, and a keyword counts wherever
its letters stand in a bare word: no bare word of SPARQL but the keywords themselves contains them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Final

from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.tokens import Token, position, readings, unescaped

_UPDATES: Final = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_BASE: Final = "<base>"


def check(text: str, allow_remote: bool = False, known_graphs: Container[str] = ()) -> None:
    """Let a query pass that only reads, and only what the store holds.

    Args:
        text: the query as its user wrote it.
        allow_remote: whether SERVICE, and FROM of any graph, may pass; updates never do.
        known_graphs: the IRIs of the store's named graphs; asked only where the query says FROM.

    Raises:
        QueryError: the query is an update, says SERVICE, or says FROM of a graph that the store does not hold.

    >>> check("SELECT ?s { ?s ex:service 'SERVICE <http://example.org/>' }  # LOAD")
    >>> check("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    dragoman.ontology.errors.QueryError: line 1, column 12: SERVICE would ask another server; ...
    """
    for version in dict.fromkeys((text, unescaped(text))):
        for reading in readings(version):
            for token, problem in _problems(reading, allow_remote, known_graphs):
                line, column = position(version, token.begin)
                raise QueryError(f"line {line}, column {column}: {problem}")


def dataset(text: str) -> frozenset[str]:
    """Return the graphs that a query says FROM of, and so is asked of; none where it says FROM of none.

    >>> dataset("ASK FROM <http://example.org/g> {}"), dataset("ASK { ?s ?p 'FROM <a>' }")
    (frozenset({'http://example.org/g'}), frozenset())
    """
    reading = readings(unescaped(text))[0]
    named = _datasets(reading, dict(PREFIXES) | _declared(reading))
    return frozenset(graph for _, graph in named if graph is not None)


def _problems(reading: list[Token], allow_remote: bool, known_graphs: Container[str]) -> Iterator[tuple[Token, str]]:
    declared = dict(PREFIXES) | _declared(reading)
    form = _form(reading)
    if form is not None and form.text.upper().startswith(_UPDATES):
        yield form, f"{form.text.upper()} would change the graph; a query only reads it, see dragoman read and remove"
    if allow_remote:
        return
    for index, token in enumerate(reading):
        before = reading[index - 1] if index else None
        after = reading[index + 1] if index + 1 < len(reading) else None
        if _calls(token, before, after):
            yield token, "SERVICE would ask another server; leave it out, or allow it with --allow-remote"
        if token.kind == "word" and "LOAD" in token.text.upper():
            yield token, "LOAD would fetch a file; read articles with dragoman read"
    for token, graph in _datasets(reading, declared):
        if graph is not None and graph not in known_graphs:
            yield token, f"FROM <{graph}> names a graph that the store does not hold; see dragoman articles"


def _datasets(reading: list[Token], declared: Mapping[str, str]) -> Iterator[tuple[Token, str | None]]:
    """Yield each token with the IRI of the graph that a FROM clause beginning there names, if one does."""
    form, depth = _form(reading), 0
    for index, token in enumerate(reading):
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        yield token, _dataset(token, reading[index + 1 : index + 3], declared, depth, form)


def _calls(token: Token, before: Token | None, after: Token | None) -> bool:
    if token.kind == "word":
        return "SERVICE" in token.text.upper()
    prefixed = token.kind == "name" and "SERVICE" in token.text.partition(":")[0].upper()
    opens = after is not None and after.text == "{"
    return prefixed and opens and not (before is not None and before.text.upper().endswith("GRAPH"))


def _dataset(
    token: Token, following: list[Token], declared: Mapping[str, str], depth: int, form: Token | None
) -> str | None:
    """Return the IRI of the graph that a FROM clause beginning at `token` names, if one does."""
    if token.kind == "word" and "FROM" in token.text.upper():
        named = [t for t in following if t.text.upper() != "NAMED"]
        return _iri(named[0], declared) if named else None
    clause = re.match(r"FROM(?:NAMED)?(.*)", token.text, re.IGNORECASE | re.DOTALL)
    if token.kind != "name" or clause is None or depth or form is None or token.begin < form.begin:
        return None
    if form.text.upper().startswith("DESCRIBE") and token.text.partition(":")[0] in declared:
        return None  # a resource described, whose prefix happens to begin so
    return _iri(token._replace(text=clause[1]), declared)


def _iri(token: Token, declared: Mapping[str, str]) -> str:
    if token.text.startswith("<"):
        name = unescaped(token.text[1:-1])
        if _BASE in declared and ":" not in name.partition("/")[0]:
            from urllib.parse import urljoin

            return urljoin(declared[_BASE], name)
        return name
    prefix, _, local = token.text.partition(":")
    return declared.get(prefix, prefix + ":") + re.sub(r"\\(.)", r"\1", local)


def _declared(reading: list[Token]) -> dict[str, str]:
    """Return the prefixes that a query declares, and its base under a key that no prefix can be."""
    found = {}
    for index, token in enumerate(reading[:-1]):
        word, after = token.text.upper(), reading[index + 1]
        if word == "PREFIX" and index + 2 < len(reading):
            found[after.text.rstrip(":")] = reading[index + 2].text.strip("<>")
        elif word == "BASE":
            found[_BASE] = after.text.strip("<>")
    return found


def _form(reading: list[Token]) -> Token | None:
    """Return the first word after the prologue: SELECT, ASK, INSERT, ..."""
    skip = 0
    for token in reading:
        if skip:
            skip -= 1
        elif token.text.upper() in ("PREFIX", "BASE"):
            skip = 2 if token.text.upper() == "PREFIX" else 1
        else:
            return token
    return None
