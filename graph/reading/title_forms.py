"""Finds titles of office in every form: « ministre », « Première ministre », « vice-ministres », « S.M. »."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.analysis import Analysis, TitleUse


@lru_cache(maxsize=4)
def _tree(lexicon: Lexicon) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for title in lexicon.titles:
        for plural, forms in ((False, title.singular), (True, title.plural)):
            for form in forms:
                node = tree
                for word in fold(form).split():
                    node = node.setdefault(word, {})
                node.setdefault("", (title, plural))
    return tree


def match_title(analysis: Analysis, start: int, limit: int) -> TitleUse | None:
    """Return the longest title that begins at token `start`, or None."""
    node: Any = _tree(analysis.lexicon)
    best: TitleUse | None = None
    for i in range(start, limit):
        words = analysis.folds[i].split()
        if not words:
            if i > start and analysis.doc[i].text in "-–'’.":
                continue
            return best
        for word in words:
            node = node.get(word)
            if node is None:
                return best
        if "" in node:
            title, plural = node[""]
            best = TitleUse(
                start, i + 1, analysis.text(start, i + 1), title.label, title.scope, plural, epithet=title.epithet
            )
    return best
