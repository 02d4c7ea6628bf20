"""Gives somebody's own SPARQL its values, as terms.

The engine puts terms in place of variables (`binding` says how, and what that asks of a query). Those that come with
Dragoman are written for it; of anybody's this makes one: the variable, never its value, is added where it must stand.
What cannot be made so is refused, since the engine would answer it as if no value had been given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode

from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.tokens import Token, tokens
from dragoman.queries.values import Term

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_AGGREGATES: Final = ("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT")


def value(written: str) -> Term:
    """Return what a value stands for: an IRI where it is written as one, else words.

    >>> value("dgm:Signed"), value("Moscou")  # doctest: +ELLIPSIS
    (<NamedNode value=https://...#Signed>, <Literal value=Moscou ...>)
    """
    if re.fullmatch(r"<?https?://[^\s<>\"{}|\\^`]+>?", written):
        return NamedNode(written.strip("<>"))
    prefix, _, local = written.partition(":")
    return NamedNode(PREFIXES[prefix] + local) if prefix in PREFIXES and local else Literal(written)


def with_values(text: str, names: Iterable[str]) -> tuple[str, frozenset[str]]:
    """Return a query in which the variables called `names` can be given values, and the columns that this adds.

    >>> with_values("SELECT ?s { ?s ?p ?v }", ["v"])
    ('SELECT ?v ?s { ?s ?p ?v }', frozenset({'v'}))

    Raises:
        QueryError: a variable is not in the query, or used where a value would not reach it.
    """
    wanted = tuple(names)
    found = list(tokens(text))
    for name in wanted:
        _reached(found, name)
    head = next((n for n, token in enumerate(found) if _word(token) in _FORMS), None)
    if head is None or not wanted:
        return text, frozenset()
    if _word(found[head]) == "DESCRIBE" and _pattern(found, head) is not None:
        raise QueryError(f"-p {wanted[0]}=... does not reach DESCRIBE with a pattern; ask with CONSTRUCT")
    insertions = dict[int, str]()
    missing = frozenset[str]()
    pattern = _pattern(found, head)
    clause = found[head + 1 : pattern]
    if _word(found[head]) != "SELECT" or any(token.text == "*" for token in clause[:2]):
        # so that the variable has its value in the pattern, wherever it is used there
        if pattern is not None:
            insertions[found[pattern].begin + 1] = " VALUES ({}) {{ ({}) }}".format(
                " ".join(f"?{name}" for name in wanted), " ".join("UNDEF" for _ in wanted)
            )
    else:
        missing = frozenset(wanted) - {token.text[1:] for token in _outermost(clause) if token.kind == "variable"}
        behind = found[head + 1] if _word(found[head + 1]) in ("DISTINCT", "REDUCED") else found[head]
        insertions[behind.begin + len(behind.text)] = "".join(f" ?{name}" for name in wanted if name in missing)
        grouping = _grouping(found, head)
        if grouping is not None:
            insertions[grouping.begin + len(grouping.text)] = "".join(f" ?{name}" for name in wanted)
        elif any(_word(token) in _AGGREGATES for token in clause):
            raise QueryError(
                f"-p {wanted[0]}=... needs groups where a query counts or adds up; write GROUP BY ?{wanted[0]} at its end"
            )
    for offset in sorted(insertions, reverse=True):
        text = text[:offset] + insertions[offset] + text[offset:]
    return text, missing


def _reached(found: Sequence[Token], name: str) -> None:
    """Refuse a query in which a value given to a variable would not reach one of its uses.

    Raises:
        QueryError: the sentence says which.
    """
    uses = [n for n, token in enumerate(found) if token.kind == "variable" and token.text[1:] == name]
    if not uses:
        raise QueryError(f"the query has no variable ?{name} that -p {name}=... could give a value")
    for n in uses:
        before, after = found[max(n - 2, 0) : n], found[n + 1 : n + 2]
        if [t.text for t in before[-1:]] == ["("] and [_word(t) for t in after] == ["AS"]:
            raise QueryError(f"-p {name}=... does not reach (?{name} AS ...); use ?{name} itself")
        if [_word(t) for t in before[:1]] == ["BOUND"] and before[-1].text == "(":
            raise QueryError(f"-p {name}=... does not reach BOUND(?{name}); leave the test out")
    for clause, body in _inner(found):
        held = {token.text[1:] for token in clause if token.kind == "variable"}
        if name not in held and any(token.kind == "variable" and token.text[1:] == name for token in body):
            raise QueryError(
                f"-p {name}=... does not reach the inner SELECT, which does not return ?{name}; add it there"
            )


def _inner(found: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Yield the clause and the rest of each SELECT within braces."""
    for n, token in enumerate(found):
        if _word(token) == "SELECT" and n and found[n - 1].text == "{":
            end = _closing(found, n - 1)
            pattern = _pattern(found, n) or end
            yield found[n + 1 : pattern], found[pattern:end]


def _closing(found: Sequence[Token], opening: int) -> int:
    """Return the index of the brace that closes another, or the end of the query."""
    depth = 0
    for n in range(opening, len(found)):
        depth += {"{": 1, "}": -1}.get(found[n].text, 0)
        if not depth:
            return n
    return len(found)


def _pattern(found: Sequence[Token], head: int) -> int | None:
    """Return the index of the brace that opens the pattern of the query that begins at `head`."""
    start = head
    if _word(found[head]) == "CONSTRUCT":
        if found[head + 1].text != "{":
            return None  # CONSTRUCT WHERE { ... } takes nothing but triples, in which a value arrives
        start = _closing(found, head + 1)
    return next((n for n in range(start, len(found)) if found[n].text == "{"), None)


def _outermost(clause: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens of a clause that stand in no parentheses."""
    depth = 0
    for token in clause:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if not depth:
            yield token


def _grouping(found: Sequence[Token], head: int) -> Token | None:
    """Return the BY of the GROUP BY that belongs to the query that begins at `head`, if it has one."""
    depth = 0
    for before, token in zip(found[head:], found[head + 1 :], strict=False):
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if not depth and _word(token) == "BY" and _word(before) == "GROUP":
            return token
    return None


def _word(token: Token) -> str:
    return token.text.upper() if token.kind == "word" else ""
