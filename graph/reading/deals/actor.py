"""One actor of a deal, with the words that name it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.analysis import Draft


@dataclass(frozen=True, eq=False)
class Actor:
    """An actor with the tokens that name it, and whether it was read there or derived."""

    draft: Draft
    start: int
    end: int
    basis: str = "read"
