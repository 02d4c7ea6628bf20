"""Says what a sentence must hold for a form of date to stand in it, so that most forms need not be looked for in most sentences."""

from __future__ import annotations

import re

_GROUP = re.compile(r"\((\?:|\?P<\w+>|\?<?[=!])?([^()]*)\)([?*])?")
_LOOSE = re.compile(r"(?:\[[^\]]*\]|\\.|\.)[?*+]?")
_PART = re.compile(r"\{([a-z]+?)2?\}(\?)?|([a-z0-9][a-z0-9 ]*)([?*])?")
DIGIT = "digit"
_PIECES = {"month": "month", "weekday": "weekday", "w": "weekday", "day": DIGIT, "year": DIGIT}


def needs(form: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pieces (month, weekday, digit) and the words without which a form matches nothing.

    What stands in an alternative or is optional is not needed; a form that is too intricate needs nothing, and is always looked for.

    >>> sorted(needs("dans (?:environ )?{number} mois?")[1])
    ['dans ', 'moi']
    >>> needs("(?:le )?(?:{w} )?{day} {month}")[0] == {"digit", "month"}
    True
    """
    if "\\(" in form or "\\)" in form or "\\|" in form:
        return frozenset(), frozenset()
    plain = _LOOSE.sub("\0", form)
    while (group := _GROUP.search(plain)) is not None:
        lead, body, optional = group.groups()
        kept = not optional and "|" not in body and lead is not None and (lead == "?:" or lead.startswith("?P"))
        plain = plain[: group.start()] + ("\0" + body + "\0" if kept else "\0") + plain[group.end() :]
    if "|" in plain or "(" in plain or ")" in plain:
        return frozenset(), frozenset()
    pieces: set[str] = set()
    words: set[str] = set()
    for name, loose, word, cut in _PART.findall(plain):
        if name and not loose and name in _PIECES:
            pieces.add(_PIECES[name])
        elif word:
            words.add(word[:-1] if cut else word)
    return frozenset(pieces), frozenset(w for w in words if len(w.strip()) > 1)
