"""Says which states are meant by « le royaume », « les deux pays », « son pays », and which two the article is about."""

from __future__ import annotations

from collections import Counter

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention

_PLURAL_STATES = frozenset(
    {"pays", "parties", "etats", "gouvernements", "capitales", "nations", "royaumes", "voisins", "partenaires"}
)


def main_pair(analysis: Analysis) -> list[Draft]:
    """Return the two states that the article is about: the most often named, by name, adjective or capital."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for mention in analysis.mentions:
        drafts = [d.iri for d in mention.members] if mention.kind == "Pair" else []
        country = mention.draft.stands_for if mention.kind == "Place" and mention.draft else mention.country
        for iri in [*drafts, country]:
            if iri:
                counts[iri] += 1
                first.setdefault(iri, mention.start)
    ranked = sorted(counts, key=lambda iri: (-counts[iri], first[iri]))
    return [analysis.known(iri) for iri in ranked[:2]]


def find_states(analysis: Analysis) -> None:
    """« le royaume », « les deux pays », « son pays »."""
    folds = analysis.folds
    named = {m.country for m in analysis.mentions if m.country} | {d.iri for m in analysis.mentions for d in m.members}
    for i, word in enumerate(folds):
        if analysis.at(i) is not None:
            continue
        before = folds[i - 1] if i else ""
        if word in analysis.words.polities and before in {"le", "la", "du", "au", "l", "ce"}:
            bearers = sorted(iri for iri in named if iri and word in map(fold, analysis.lexicon.entries[iri].polities))
            main = [d.iri for d in analysis.pair if d.iri in bearers]
            if len(main) == 1 or len(bearers) == 1:
                draft = analysis.known(str((main or bearers)[0]))
                analysis.mentions.append(Mention(i, i + 1, (i, i + 1), "Country", draft, draft.iri, via="description"))
        elif word in _PLURAL_STATES and before == "deux" and len(analysis.pair) == 2:
            analysis.mentions.append(
                Mention(
                    i - 1, i + 1, (i - 1, i + 1), "Pair", members=list(analysis.pair), plural=True, via="description"
                )
            )
        elif word == "pays" and before in {"son", "leur"}:
            owner = _subject_before(analysis, i)
            if owner and owner.country:
                draft = analysis.known(owner.country)
                analysis.mentions.append(
                    Mention(i - 1, i + 1, (i - 1, i + 1), "Country", draft, draft.iri, via="description")
                )
    analysis.sort()


def _subject_before(analysis: Analysis, i: int) -> Draft | None:
    first = analysis.sentence_of(i)[0]
    people = [m for m in analysis.mentions if m.kind == "Person" and first <= m.start < i and m.draft]
    bare = [m for m in people if m.start == first or analysis.doc[m.start - 1].pos_ != "ADP"]
    found = (bare or people)[:1]
    return found[0].draft if found else None
