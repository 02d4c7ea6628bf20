"""Makes the model's pattern of hyphenated words quick to compile, and no different in what it matches.

French's `TOKEN_MATCH` is one expression of some 400 alternatives, most of which end in the same classes of several thousand
letters; compiling each of them anew takes longer than everything else that the reader does at its start. Alternatives
with a common end are written once: « ^abat[-][a-z]+$|^aéro[-][a-z]+$ » is « ^(?:abat|aéro)[-][a-z]+$ ».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LONG = 100_000
"""Characters from which a pattern is regrouped; no other pattern of spaCy's is a tenth as long."""
_COSTLY = 1_000
"""Characters from which a common end is worth writing once: those with a class of letters."""
_PIECE = re.compile(r"\\.|\[[^\]\\]*(?:\\.[^\]\\]*)*\]|[()]", re.DOTALL)
_OPENING, _BETWEEN = "(?iu)(?:", ")|(?:"


def regrouped(pattern: str) -> str:
    """Return an equivalent of a pattern of anchored alternatives in which each common end stands once.

    Returned unchanged where it is not of the form « (?iu)(?:^…$)|(?:^…$) ».

    >>> letters = "[" + "a" * 1000 + "]+$"
    >>> regrouped(f"(?iu)(?:^abat-{letters})|(?:^alma-{letters})") == f"(?iu)(?:^(?:abat-|alma-){letters})"
    True
    """
    if not (pattern.startswith(_OPENING) and pattern.endswith("$)")):
        return pattern
    alternatives = pattern[len(_OPENING) : -1].split(_BETWEEN)
    if not all(a.startswith("^") and a.endswith("$") for a in alternatives):
        return pattern
    ends = [_ends(a) for a in alternatives]
    shared = Counter(end for listed in ends for end in listed)
    groups: dict[str, list[str]] = {}
    for alternative, listed in zip(alternatives, ends, strict=True):
        end = next((e for e in listed if shared[e] > 1), "$")
        groups.setdefault(end, []).append(alternative[1 : len(alternative) - len(end)])
    return "(?iu)" + "|".join(f"(?:^{_either(heads)}{end})" for end, heads in groups.items())


def _either(heads: list[str]) -> str:
    return heads[0] if len(heads) == 1 else f"(?:{'|'.join(heads)})"


def _ends(alternative: str) -> list[str]:
    """The costly ends of an alternative that begin with a class of characters outside any bracket, longest first."""
    found, depth = [], 0
    for piece in _PIECE.finditer(alternative):
        if piece.group() in {"(", ")"}:
            depth += 1 if piece.group() == "(" else -1
        elif depth == 0 and piece.group().startswith("["):
            found.append(alternative[piece.start() :])
    return [end for end in found if len(end) >= _COSTLY]


@contextmanager
def quick_patterns() -> Iterator[None]:
    """Regroup every long pattern that is compiled meanwhile; shorter ones are compiled as ever."""
    compile_ = re.compile

    def quick(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        if isinstance(pattern, str) and len(pattern) > LONG:
            pattern = regrouped(pattern)
        return compile_(pattern, flags)

    re.compile = quick
    try:
        yield
    finally:
        re.compile = compile_
