"""Reads lists of topics.

« la situation sécuritaire en Afrique du Nord et au Moyen-Orient » is two; « la paix et la stabilité en Méditerranée » is one.
"""

from __future__ import annotations

import itertools

from dragoman.graph.reading.analysis import Analysis

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset(
    [
        "le",
        "la",
        "l",
        "les",
        "un",
        "une",
        "des",
        "ce",
        "cette",
        "ces",
        "cet",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "d'autres",
        "quelque",
        "quelques",
    ]
)


def topics(analysis: Analysis, i: int, limit: int) -> list[tuple[int, int, str]]:
    """Return the topics listed between two tokens as (start, end, words).

    A quoted topic that states an aim (« … afin de lutter contre le terrorisme ») is named by its aim.
    """
    found: list[tuple[int, int, str]] = []
    for start, end in _items(analysis, i, limit):
        start, end = _trim(analysis, start, end)
        if end <= start:
            continue
        aim = next(
            (
                k
                for k in range(start, end - 2)
                if analysis.folds[k] in {"afin"} and analysis.folds[k + 1] in {"de", "d"}
            ),
            None,
        )
        if aim is not None:
            start = aim + 2
        shared = _shared_head(analysis, start, end)
        if shared:
            found += shared
        else:
            found.append((start, end, analysis.text(start, end)))
    return found


def _trim(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    doc, folds = analysis.doc, analysis.folds
    while start < end and (
        doc[start].is_punct
        or doc[start].is_space
        or folds[start] in _ARTICLES | _DE | {"sur", "a", "au", "en", "et", "matiere", "dans", "notamment"}
    ):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def _items(analysis: Analysis, i: int, limit: int) -> list[tuple[int, int]]:
    """Cut a list at its commas, and at its « et » where the list has commas or both sides are of one shape."""
    doc, folds = analysis.doc, analysis.folds
    quoted = _quoted(analysis, i, limit)
    commas = [k for k in range(i, limit) if doc[k].text in {",", ";"} and k not in quoted]
    ands = [k for k in range(i, limit) if folds[k] == "et" and k not in quoted and analysis.at(k) is None]
    cuts = set(commas)
    for k in ands:
        after = folds[k + 1] if k + 1 < limit else ""
        leads = folds[i - 1] if i else ""
        repeated = (
            after == "sur"
            or folds[k + 1 : k + 3] == ["en", "matiere"]
            or (after in _DE | {"en"} and leads in _DE | {"en", "matiere"})
        )
        plain = _plain(analysis, k + 1, limit)
        head = doc[k + 1].pos_ in {"ADP"} and after in {"a", "au", "aux", "en"}
        if repeated or (
            not head and ((commas and (k - 1 in commas or plain or k > max(commas))) or (plain and not commas))
        ):
            cuts.add(k)
    bounds = [i - 1, *sorted(cuts), limit]
    return [(a + 1, b) for a, b in itertools.pairwise(bounds) if b > a + 1]


def _quoted(analysis: Analysis, i: int, limit: int) -> set[int]:
    inside, depth = set(), 0
    for k in range(i, limit):
        text = analysis.doc[k].text
        depth += text in "«“" and text != ""
        if depth > 0:
            inside.add(k)
        depth -= text in "»”" and text != "" and depth > 0
    return inside


def _plain(analysis: Analysis, i: int, limit: int) -> bool:
    """Whether nothing but a noun with adjectives stands from token `i` to the list's end."""
    nouns = 0
    for k in range(i, limit):
        token = analysis.doc[k]
        if analysis.folds[k] in _ARTICLES or token.pos_ in {"ADJ", "PUNCT", "SPACE"} or token.is_punct:
            continue
        if token.pos_ in {"NOUN", "PROPN"} or analysis.at(k):
            nouns += 1
            if nouns > 1 and not (analysis.at(k) and analysis.at(k) is analysis.at(k - 1)):
                return False
            continue
        return False
    return True


def _shared_head(analysis: Analysis, start: int, end: int) -> list[tuple[int, int, str]]:
    """« la situation sécuritaire en Afrique du Nord et au Moyen-Orient »: one head, two complements."""
    folds = analysis.folds
    for k in range(start + 1, end - 1):
        if folds[k] == "et" and folds[k + 1] in {"a", "au", "aux", "en"}:
            first = next((j for j in range(k - 1, start, -1) if folds[j] in {"a", "au", "aux", "en", "dans"}), None)
            if first is None or first <= start:
                return []
            head = analysis.text(start, first)
            return [(start, k, analysis.text(start, k)), (k + 1, end, f"{head} {analysis.text(k + 1, end)}")]
    return []
