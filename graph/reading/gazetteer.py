"""Finds what the lexicon knows, longest name first, before any statistics has its say.

Names are compared folded and word by word, so that « Nikolaï PATROUCHEV », « l’Agence France-Presse » and « MS-21 » are
found however they are written; what is found here is final: the model's entities may add to it and never override it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.analysis import Analysis, Mention

_END = ""


@dataclass(frozen=True)
class Hit:
    """A lexicon match: what it stands for and which tokens it covers."""

    kind: str
    iri: str
    start: int
    end: int


@lru_cache(maxsize=4)
def _tree(lexicon: Lexicon) -> dict[str, Any]:
    """Return a tree of words whose leaves are (kind, IRI) pairs."""
    tree: dict[str, Any] = {}

    def add(name: str, kind: str, iri: str) -> None:
        node = tree
        for word in fold(name).split():
            node = node.setdefault(word, {})
        node.setdefault(_END, []).append((kind, iri))

    for entry in lexicon.entries.values():
        for name in entry.names:
            add(name, entry.kind, entry.iri)
        for form in entry.demonyms:
            add(form, "Adjective", entry.iri)
    return tree


def hits(analysis: Analysis) -> list[Hit]:
    """Return the longest lexicon matches from left to right, never overlapping."""
    tree = _tree(analysis.lexicon)
    found: list[Hit] = []
    i = 0
    while i < len(analysis.folds):
        hit = _longest(analysis, tree, i)
        if hit:
            found.append(hit)
        i = hit.end if hit else i + 1
    return found


def _longest(analysis: Analysis, tree: dict[str, Any], start: int) -> Hit | None:
    node: Any = tree
    best: Hit | None = None
    limit = analysis.sentence_of(start)[1]
    for i in range(start, limit):
        words = analysis.folds[i].split()
        if not words:
            if i > start and analysis.doc[i].text in "-–'’.":
                continue
            break
        for word in words:
            node = node.get(word)
            if node is None:
                return best
        for kind, iri in sorted(node.get(_END, ())):
            written = kind == "Adjective" or _written(analysis, iri, start, i + 1)
            if written and (best is None or best.end <= i or _rank(kind) < _rank(best.kind)):
                best = Hit(kind, iri, start, i + 1)
    return best


def _rank(kind: str) -> int:
    return ("Country", "Person", "Agency", "Outlet", "Company", "Organization", "Place", "Adjective").index(kind)


def _written(analysis: Analysis, iri: str, start: int, end: int) -> bool:
    """Whether the words are written as a name: one word with a capital, an acronym in capitals (« Un » is not the UN).

    Names of several words need no capital: the press writes « conseil de sécurité russe ».
    """
    words = [t.text for t in analysis.doc[start:end] if any(c.isalpha() for c in t.text)]
    if len(words) != 1:
        return True
    folded = fold(words[0])
    names = [n for n in analysis.lexicon.entries[iri].names if fold(n) == folded]
    if names and all(n.isupper() and len(n) <= 5 for n in names):
        return words[0].isupper()
    return not words[0][0].islower()


def component(analysis: Analysis) -> None:
    """Add a mention for every lexicon match, and for pairs of states such as « maroco-russe »."""
    combining = {fold(form): e.iri for e in analysis.lexicon.entries.values() for form in e.combining}
    ambiguous = Counter(f for e in analysis.lexicon.entries.values() for f in {fold(d) for d in e.demonyms})
    for hit in hits(analysis):
        entry = analysis.lexicon.entries[hit.iri]
        if hit.kind == "Adjective":
            pair = _pair(analysis, hit, combining)
            if pair:
                analysis.mentions.append(pair)
                continue
            # « congolais » is of two countries: it tells neither
            country = entry.iri if ambiguous[fold(analysis.text(hit.start, hit.end))] == 1 else None
            analysis.mentions.append(Mention(hit.start, hit.end, (hit.start, hit.end), "Adjective", country=country))
            continue
        draft = analysis.known(hit.iri)
        words = analysis.text(hit.start, hit.end)
        if words not in draft.names:
            draft.names.append(words)
        analysis.mentions.append(Mention(hit.start, hit.end, (hit.start, hit.end), entry.kind, draft, draft.country))


def _pair(analysis: Analysis, hit: Hit, combining: dict[str, str]) -> Mention | None:
    """« maroco-russe »: one token or three, a form before the hyphen and an adjective after it."""
    i = hit.start
    before = i - 2 if i >= 2 and analysis.doc[i - 1].text in "-–" else None
    if before is None or analysis.folds[before] not in combining:
        return None
    first, second = analysis.known(combining[analysis.folds[before]]), analysis.known(hit.iri)
    return Mention(before, hit.end, (before, hit.end), "Pair", members=[first, second], plural=True)
