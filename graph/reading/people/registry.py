"""Keeps the people of an article by the words of their names, so that who is meant is found without looking at everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.graph.iris import fold

if TYPE_CHECKING:
    from dragoman.graph.reading.analysis import Draft


class People:
    """The people of one article, in the order in which they were first named."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._drafts: dict[int, Draft] = {}
        self._order: dict[int, int] = {}
        self._words: dict[str, dict[int, Draft]] = {}

    def __iter__(self) -> Iterator[Draft]:
        """Yield everybody."""
        return iter(self._drafts.values())

    def add(self, draft: Draft, name: str) -> None:
        """Note that a person is called `name`."""
        if id(draft) not in self._drafts:
            self._order[id(draft)] = len(self._drafts)
            self._drafts[id(draft)] = draft
        words = fold(name).split()
        for key in [*words, *(_opening(word) for word in words[-1:])]:
            self._words.setdefault(key, {})[id(draft)] = draft

    def forget(self, draft: Draft) -> None:
        """Take somebody out who turned out to be another."""
        self._drafts.pop(id(draft), None)
        for name in draft.names:
            words = fold(name).split()
            for key in [*words, *(_opening(word) for word in words[-1:])]:
                self._words.get(key, {}).pop(id(draft), None)

    def candidates(self, word: str) -> list[Draft]:
        """Return those whose names hold `word`, the last of a name, or a last word that opens like it, in order."""
        found = {**self._words.get(word, {}), **self._words.get(_opening(word), {})}
        return sorted(found.values(), key=lambda d: self._order[id(d)])


def _opening(word: str) -> str:
    """Return a key that spellings of one surname share: its first two letters, marked as such."""
    return f"{word[:2]}…"
