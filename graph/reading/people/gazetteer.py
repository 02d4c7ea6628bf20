"""Finds what the lexicon knows, longest name first, before any statistics has its say.

Names are compared folded and word by word, so that « Nikolaï PATROUCHEV », « l’Agence France-Presse » and « MS-21 » are
found however they are written; what is found here is final: the model's entities may add to it and never override it, save where
a capital or a state is somebody's name (`names`). States and places are sought by the names that they bear in French and in other
scripts only: English « Jordan » is a first name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Entry, Lexicon
from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.people.people import register

_END = ""
_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "le", "l", "les"})
_LANGUAGES = ("fr", "ar", "ru", "")


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
        for name in _names(entry):
            add(name, entry.kind, entry.iri)
        for form in entry.demonyms:
            add(form, "Adjective", entry.iri)
    return tree


def _names(entry: Entry) -> tuple[str, ...]:
    return entry.names_in(*_LANGUAGES) if entry.kind in {"Country", "Place"} else entry.names


def hits(analysis: Analysis) -> list[Hit]:
    """Return the longest lexicon matches from left to right, never overlapping."""
    tree = _tree(analysis.lexicon)
    found: list[Hit] = []
    i = 0
    while i < len(analysis.folds):
        opens = analysis.openings[i] in tree
        hit = _longest(analysis, tree, i) if opens else None
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

    An institution's or a state's name of several words needs no capital: the press writes « conseil de sécurité russe ». A paper's or
    a person's does: « le matin » is no « Matin ».
    """
    words = [t.text for t in analysis.doc[start:end] if any(c.isalpha() for c in t.text)]
    if len(words) != 1:
        if analysis.lexicon.entries[iri].kind not in {"Outlet", "Company", "Person"}:
            return True
        return any(w[:1].isupper() for w in words if fold(w) not in analysis.terms.determiners)
    folded = fold(words[0])
    names = [n for n in analysis.lexicon.entries[iri].names if fold(n) == folded]
    if names and all(n.isupper() and len(n) <= 5 for n in names):
        return words[0].isupper()
    return not words[0][0].islower()


@lru_cache(maxsize=4)
def _combining(lexicon: Lexicon) -> dict[str, str]:
    return {fold(form): e.iri for e in lexicon.entries.values() for form in e.combining}


@lru_cache(maxsize=4)
def _ambiguous(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return the demonyms of two countries with both: « congolais » alone tells neither."""
    bearers: dict[str, set[str]] = {}
    for entry in lexicon.entries.values():
        for form in entry.demonyms:
            bearers.setdefault(fold(form), set()).add(entry.iri)
    return {form: frozenset(iris) for form, iris in bearers.items() if len(iris) > 1}


def component(analysis: Analysis) -> None:
    """Add a mention for every lexicon match, and for pairs of states such as « maroco-russe »."""
    combining, ambiguous = _combining(analysis.lexicon), _ambiguous(analysis.lexicon)
    found = hits(analysis)
    # « congolais » is of the Congo that the article names, by its own name, its capital or a place
    named = {analysis.lexicon.entries[h.iri].country or h.iri for h in found if h.kind != "Adjective"}
    for hit in found:
        entry = analysis.lexicon.entries[hit.iri]
        if hit.kind == "Adjective":
            pair = _pair(analysis, hit, combining)
            if pair:
                analysis.add(pair)
                continue
            both = ambiguous.get(fold(analysis.text(hit.start, hit.end)), frozenset({entry.iri}))
            meant = both & named if len(both) > 1 else both
            country = next(iter(meant)) if len(meant) == 1 else None
            if not _water(analysis, hit.start):
                start, kind = _official(analysis, hit.start, adjective=True), "Adjective"
                if start < hit.start and country:
                    draft, kind = analysis.known(country), "Country"
                    analysis.add(Mention(start, hit.end, (start, hit.end), kind, draft, draft.iri))
                else:
                    analysis.add(Mention(hit.start, hit.end, (hit.start, hit.end), kind, country=country))
            continue
        if entry.kind == "Country" and _water(analysis, hit.start):
            continue
        if entry.kind == "Country" and _union(analysis, hit):
            last = hit.end - 1
            analysis.add(Mention(last, hit.end, (last, hit.end), "Adjective", country=entry.iri))
            continue
        draft = analysis.known(hit.iri)
        words = analysis.text(hit.start, hit.end)
        if entry.kind == "Person":
            register(analysis, draft, words, hit.start)
        elif words not in draft.names:
            draft.names.append(words)
        start = _official(analysis, hit.start) if entry.kind == "Country" else hit.start
        analysis.add(Mention(start, hit.end, (start, hit.end), entry.kind, draft, draft.country))


def _union(analysis: Analysis, hit: Hit) -> bool:
    """« la Fédération russe des voyagistes »: a trade's federation, not the state."""
    i = hit.end
    if analysis.folds[hit.start] not in analysis.words.polities or i + 1 >= len(analysis.folds):
        return False
    entry = analysis.lexicon.entries[hit.iri]
    adjective = analysis.folds[i - 1] in {fold(d) for d in entry.demonyms}
    return adjective and analysis.folds[i] in {"des", "de", "du", "d"} and analysis.doc[i + 1].text[:1].islower()


def _official(analysis: Analysis, start: int, *, adjective: bool = False) -> int:
    """Return where a state's full name begins: « la République islamique de Mauritanie », « la République gabonaise »."""
    first = analysis.sentence_of(start)[0]
    i = start - 1
    if not adjective:
        while i > first and analysis.folds[i] in _ARTICLES:
            i -= 1
        if i <= first or analysis.folds[i] not in _DE:
            return start
        i -= 1
    for j in range(i, max(first - 1, i - 4), -1):
        if analysis.folds[j] in (analysis.terms.adjectival_polities if adjective else analysis.words.polities):
            capital = analysis.doc[j].text[:1].isupper()
            return j if capital or (not adjective and j == i and analysis.folds[j] != "etat") else start
        if analysis.doc[j].pos_ not in ({"ADJ"} if adjective else {"ADJ", "PROPN", "NOUN"}):
            return start
    return start


def _water(analysis: Analysis, start: int) -> bool:
    """Whether the name is part of a water's or a region's: « le golfe de Guinée », « l’océan Indien », « le fleuve Sénégal »."""
    i = start - 1
    while i > 0 and analysis.folds[i] in _DE | _ARTICLES:
        i -= 1
    return i >= 0 and analysis.folds[i] in analysis.terms.waters


def _pair(analysis: Analysis, hit: Hit, combining: dict[str, str]) -> Mention | None:
    """« maroco-russe »: one token or three, a form before the hyphen and an adjective after it."""
    i = hit.start
    before = i - 2 if i >= 2 and analysis.doc[i - 1].text in "-–" else None
    if before is None or analysis.folds[before] not in combining:
        return None
    first, second = analysis.known(combining[analysis.folds[before]]), analysis.known(hit.iri)
    return Mention(before, hit.end, (before, hit.end), "Pair", members=[first, second], plural=True)
