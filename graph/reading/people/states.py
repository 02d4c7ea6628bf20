"""Says which states are meant by « le royaume », « les deux pays », « son pays », « le pays maghrébin », and which two the article is about.

« les deux pays » are the two that the sentence, or else its paragraph, has named so far, where there are just two, else those of the article; a common noun
for a form of state or for a region stands for the one state of the article that has it, the article's two before others.
"""

from __future__ import annotations

from collections import Counter

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention

_DEFINITE = frozenset({"le", "la", "du", "au", "l", "ce", "cette", "cet"})
_POSSESSIVE = frozenset({"son", "leur"})
_LEADING = _DEFINITE | _POSSESSIVE | {"deux"}


def main_pair(analysis: Analysis) -> list[Draft]:
    """Return the two states that the article is about: the most often named, by name, adjective or capital."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for mention in analysis.mentions:
        for iri in _states(mention):
            counts[iri] += 1
            first.setdefault(iri, mention.start)
    ranked = sorted(counts, key=lambda iri: (-counts[iri], first[iri]))
    return [analysis.known(iri) for iri in ranked[:2]]


def _states(mention: Mention) -> list[str]:
    """Return the states that a mention tells, as IRIs."""
    if mention.kind == "Pair":
        return [d.iri for d in mention.members if d.iri]
    stands = mention.draft.stands_for if mention.kind == "Place" and mention.draft else None
    country = stands or mention.country
    return [country] if country else []


def find_states(analysis: Analysis) -> None:
    """Add a mention for every description of a state, or of two, that can be resolved."""
    folds, terms = analysis.folds, analysis.terms
    named = sorted({iri for m in analysis.mentions for iri in _states(m)})
    for first, last in analysis.sentences:
        for i in range(max(first, 1), last):
            word, before = folds[i], folds[i - 1]
            if before not in _LEADING or analysis.at(i) is not None:
                continue
            if word in terms.two_states and before == "deux":
                _two(analysis, i, first)
            elif word == "pays" and before in _POSSESSIVE:
                _own(analysis, i)
            elif before in _DEFINITE:
                end, bearers = _described(analysis, i, last, named)
                main = [d.iri for d in analysis.pair if d.iri in bearers]
                if len(main) == 1 or len(bearers) == 1:
                    draft = analysis.known(str((main or bearers)[0]))
                    analysis.add(Mention(i, end, (i, end), "Country", draft, draft.iri, via="description"))
    analysis.sort()


def _described(analysis: Analysis, i: int, last: int, named: list[str]) -> tuple[int, list[str]]:
    """Return the states of the article that a noun may stand for, and where the noun with its region ends."""
    word, terms = analysis.folds[i], analysis.terms
    if i + 1 < last and word in terms.some_state:
        region = next((r for r in terms.regions if _inflected(analysis.folds[i + 1], r)), None)
        if region is not None:
            labels = terms.regions[region]
            return i + 2, [iri for iri in named if fold(analysis.lexicon.entries[iri].label) in labels]
    if word not in analysis.words.polities:
        return i + 1, []
    return i + 1, [iri for iri in named if word in map(fold, analysis.lexicon.entries[iri].polities)]


def _inflected(word: str, adjective: str) -> bool:
    """Whether a word is a form of an adjective: « maghrébine » of « maghrébin »."""
    return word.startswith(adjective) and word[len(adjective) :] in {"", "e", "s", "es", "ne", "nes"}


def _two(analysis: Analysis, i: int, first: int) -> None:
    """« les deux pays »: the two states that the sentence names before, else its paragraph, else the two of the article."""
    near = (_named(analysis, begin, i) for begin in (first, _paragraph(analysis, first)))
    here = next((states for states in near if len(states) == 2), None)
    members = [analysis.known(iri) for iri in here] if here else list(analysis.pair)
    if len(members) == 2:
        analysis.add(Mention(i - 1, i + 1, (i - 1, i + 1), "Pair", members=members, plural=True, via="description"))


def _named(analysis: Analysis, begin: int, end: int) -> list[str]:
    """Return the states that are named between two tokens, as IRIs, in their order."""
    return list(dict.fromkeys(iri for mention in analysis.between(begin, end) for iri in _states(mention)))


def _paragraph(analysis: Analysis, first: int) -> int:
    """Return the token with which the paragraph of a sentence begins."""
    breaks = (
        i for i in range(first, 0, -1) if "\n" in analysis.source_text[analysis.doc[i - 1].idx : analysis.doc[i].idx]
    )
    return next(breaks, 0)


def _own(analysis: Analysis, i: int) -> None:
    """« son pays »: the state of the person whose the possessive is, else of the first whom the sentence names before."""
    owners = analysis.possessors.get(i - 1, [])
    countries = {d.country for d in owners if d.country}
    country = countries.pop() if len(countries) == 1 else None
    if country is None and not owners:
        owner = _subject_before(analysis, i)
        country = owner.country if owner else None
    if country:
        draft = analysis.known(country)
        analysis.add(Mention(i - 1, i + 1, (i - 1, i + 1), "Country", draft, draft.iri, via="description"))


def _subject_before(analysis: Analysis, i: int) -> Draft | None:
    first = analysis.sentence_of(i)[0]
    people = [m for m in analysis.between(first, i) if m.kind == "Person" and m.draft]
    bare = [m for m in people if m.start == first or analysis.doc[m.start - 1].pos_ != "ADP"]
    found = (bare or people)[:1]
    return found[0].draft if found else None
