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
    shared = Counter(end for a in alternatives for end in _ends(a))
    groups: dict[str, list[str]] = {}
    for alternative in alternatives:
        end = next((e for e in _ends(alternative) if shared[e] > 1), "$")
        groups.setdefault(end, []).append(alternative[1 : len(alternative) - len(end)])
    return "(?iu)" + "|".join(f"(?:^{_either(heads)}{end})" for end, heads in groups.items())


def _either(heads: list[str]) -> str:
    return heads[0] if len(heads) == 1 else f"(?:{'|'.join(heads)})"


def _ends(alternative: str) -> list[str]:
    """The costly ends of an alternative that begin with a class of characters outside any bracket, longest first."""
    found, depth, inside = [], 0, False
    for i, char in enumerate(alternative):
        if inside:
            inside = char != "]" or alternative[i - 1] == "\\"
        elif char == "[":
            inside = True
            if depth == 0:
                found.append(alternative[i:])
        elif char in "()":
            depth += 1 if char == "(" else -1
    return [end for end in found if len(end) >= _COSTLY]


@contextmanager
def quick_patterns() -> Iterator[None]:
    """Regroup every long pattern that is compiled meanwhile; shorter ones are compiled as ever."""
    compile_ = re.compile

    def quick(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        if isinstance(pattern, str) and len(pattern) > LONG:
            pattern = regrouped(pattern)
        return compile_(pattern, flags)

    re.compile = quick  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile_
