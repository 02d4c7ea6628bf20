"""Says in plain words where and why a query cannot be read."""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import Store

from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.tokens import Token, position, tokens

_MESSAGE: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_KEYWORD: Final = re.compile(r"[A-Z_]{2,}")
# as long as the longest keyword, so that the parser can look for each of them even at the end of the text
_ROOM: Final = "\n" + " " * 20


def explain(error: Exception, text: str) -> QueryError:
    """Return what is wrong with the query `text`, which the engine refused with `error`, in one sentence.

    Line and column are the user's own: prefixes are given to the engine beside the text, never put before it. The
    engine reports the farthest character that it looked at, which lies beyond a word by the length of whatever
    keyword it was hoping for there; that is taken off again.

    >>> print(explain(SyntaxError("error at 1:10: expected CONSTRUCT"), "SELEC ?x {}"))
    line 1, column 1: the query cannot be read from “SELEC” on
    """
    if not isinstance(error, SyntaxError):
        return QueryError(f"the query cannot be run: {' '.join(str(error).split())}")
    try:
        Store().query(text + _ROOM, prefixes=dict(PREFIXES))
    except SyntaxError as refined:
        error = refined
    match = _MESSAGE.match(str(error))
    if match is None:
        return QueryError(f"the query cannot be read: {' '.join(str(error).split())}")
    if not text.strip():
        return QueryError("line 1, column 1: the query is empty; begin it with SELECT, ASK, CONSTRUCT or DESCRIBE")
    found = list(tokens(text))
    undeclared = _undeclared(found) if "Prefix not found" in match[3] else None
    if undeclared is not None:
        line, column = position(text, undeclared.begin)
        prefix = undeclared.text.partition(":")[0]
        return QueryError(
            f"line {line}, column {column}: the prefix “{prefix}:” is not declared; add PREFIX {prefix}: <...>"
        )
    offset = _offset(text, int(match[1]), int(match[2]), match[3])
    reason = next((part for part in _sentences(match[3])), None)
    at = next((token for token in found if token.begin + len(token.text) > offset), None)
    line, column = position(text, at.begin if at else len(text.rstrip()))
    if at is None:
        return QueryError(
            f"line {line}, column {column}: the query ends too early" + (f" ({reason})" if reason else "")
        )
    near = at.text if len(at.text) <= 40 else at.text[:39] + "…"
    return QueryError(
        f"line {line}, column {column}: the query cannot be read from “{near}” on" + (f" ({reason})" if reason else "")
    )


def _offset(text: str, line: int, column: int, expected: str) -> int:
    """Return the offset at which the engine found nothing that it hoped for."""
    lines = (text + _ROOM).split("\n")
    reported = sum(len(before) + 1 for before in lines[: line - 1]) + column - 1
    hopes = [hope.strip() for hope in expected.split(",")]
    keywords = [len(hope) for hope in hopes if _KEYWORD.fullmatch(hope)]
    others = [hope for hope in hopes if hope != "[_]" and not _KEYWORD.fullmatch(hope)]
    return reported - max(keywords) if keywords and not others else reported


def _sentences(expected: str) -> list[str]:
    """Return those of the engine's hopes that are reasons in words ("IRI parsing failed")."""
    hopes = (hope.strip() for hope in expected.split(","))
    return [hope for hope in hopes if re.fullmatch(r"[A-Z]\w+ [\w ]{4,}", hope) and hope != "Prefix not found"]


def _undeclared(found: list[Token]) -> Token | None:
    declared = set(PREFIXES)
    previous = ""
    for token in found:
        if token.kind == "name" and not token.text.startswith("_:"):
            prefix = token.text.partition(":")[0]
            if previous == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                return token
        previous = token.text.upper()
    return None
