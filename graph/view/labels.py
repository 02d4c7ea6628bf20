"""Breaks a label into the few short lines in which the picture writes it; `text.js` breaks by the same rule."""

from __future__ import annotations

from typing import Final

WIDTH: Final = 22
MOST: Final = 3


def lines(label: str, width: int = WIDTH, most: int = MOST) -> list[str]:
    """Return `label` in at most `most` lines of at most `width` characters, cut with an ellipsis where it is longer.

    >>> lines("Direction générale de la sûreté nationale")
    ['Direction générale de', 'la sûreté nationale']
    >>> lines("x" * 50)
    ['xxxxxxxxxxxxxxxxxxxxxx', 'xxxxxxxxxxxxxxxxxxxxxx', 'xxxxxx']
    """
    broken: list[str] = []
    for word in label[: 4 * width * most].split():
        rest = word
        if broken and len(broken[-1]) + 1 + len(rest) <= width:
            broken[-1] += " " + rest
            continue
        while rest:
            broken.append(rest[:width])
            rest = rest[width:]
    if len(broken) > most:
        broken = [*broken[: most - 1], broken[most - 1][: width - 1].rstrip() + "…"]
    return broken
