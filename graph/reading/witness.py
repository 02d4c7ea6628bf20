"""What the words of one article bear: asked again, apart from the rule that read a record, whether they carry what it claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.deals.quantities import number
from dragoman.graph.records import Span

_SCALES = (1, 1_000, 1_000_000, 1_000_000_000)
_SCALED = re.compile(r"\b(?:[kMG]|M[de]s?)\b|[kM][€$£]|mill|milli", re.IGNORECASE)


@dataclass(frozen=True)
class Witness:
    """What the words of an article bear.

    Attributes:
        text: the article's text.
        names: the folded names of each entity by its IRI.
        mentions: which entities the words at a span stand for.
        days: which dates the words at a span were read as.
        figures: which numbers stand in the words at a span.
        pronouns: where a pronoun stands, whose sense another rule than the one for people may have found.
    """

    text: str
    names: Mapping[str, frozenset[str]]
    mentions: Mapping[Span, frozenset[str]]
    days: Mapping[Span, frozenset[str]]
    figures: Mapping[Span, frozenset[float]]
    pronouns: frozenset[Span] = frozenset()

    def names_entity(self, iri: str, span: Span) -> bool:
        """Whether the words at a span stand for an entity: as a mention of it, as words of one of its names or with them, as a pronoun."""
        if iri in self.mentions.get(span, frozenset()) or span in self.pronouns:
            return True
        words = _stems(fold(span.of(self.text)))
        names = [_stems(name) for name in self.names.get(iri, ())]
        return bool(words) and any(words <= name or name <= words for name in names if name)

    def states_number(self, value: float, span: Span) -> bool:
        """Whether a number stands in the words at a span, in words or figures, thousands and millions counted."""
        scales = _SCALES if _SCALED.search(span.of(self.text)) else (1,)
        inside = [f for at, found in self.figures.items() if at.begin < span.end and span.begin < at.end for f in found]
        return any(abs(value - f * scale) < 1 for f in inside for scale in scales)

    def states_day(self, value: str, span: Span) -> bool:
        """Whether the words at a span were read as a date, or name the year, month or day of it."""
        if any(value in found for at, found in self.days.items() if at.begin < span.end and span.begin < at.end):
            return True
        stated = {part.lstrip("0") for part in value.strip("-").split("-")}
        return bool(stated & set(re.findall(r"\d+", span.of(self.text))))


def _stems(folded: str) -> set[str]:
    """The words of a folded name, a plural's « s » aside: « les marchés européen et africain » names the European market."""
    return {word.removesuffix("s") for word in folded.split()}


def witness(analysis: Analysis, dates: Dates, drafts: Mapping[str, Draft]) -> Witness:
    """Return what the words of an analysed article bear."""
    mentions: dict[Span, set[str]] = defaultdict(set)
    for mention in analysis.mentions:
        keys = {d.key for d in mention.drafts}
        if mention.draft and mention.draft.stands_for:
            keys.add(mention.draft.stands_for)
        if mention.country:
            keys.add(mention.country)
        for start, end in {(mention.start, mention.end), mention.core}:
            mentions[analysis.span(start, end)] |= keys
    days: dict[Span, set[str]] = defaultdict(set)
    for when in dates.found:
        days[analysis.span(when.start, when.end)] |= {v for v in (when.value, when.until) if v}
    figures: dict[Span, set[float]] = {}
    for first, last in analysis.sentences:
        for i in range(first, last):
            if analysis.folds[i].isalpha() and analysis.folds[i] not in analysis.words.numbers:
                continue  # nearly every word
            found = number(analysis, i, last)
            if found is not None:
                figures[analysis.span(i, found[1])] = {found[0]}
    return Witness(
        analysis.source_text,
        {iri: frozenset(map(fold, (*draft.names, *_lexical(analysis, iri)))) for iri, draft in drafts.items()},
        {at: frozenset(found) for at, found in mentions.items()},
        {at: frozenset(found) for at, found in days.items()},
        {at: frozenset(found) for at, found in figures.items()},
        frozenset(analysis.span(t.i, t.i + 1) for t in analysis.doc if t.pos_ == "PRON"),
    )


def _lexical(analysis: Analysis, iri: str) -> tuple[str, ...]:
    """The lexicon's names of an entity, a state's adjectives and seats among them (« russe », « le Kremlin »)."""
    entry = analysis.lexicon.entries.get(iri)
    seats = _seats(analysis.lexicon).get(iri, ())
    return (*entry.names, *entry.demonyms, *entry.combining, *seats) if entry else ()


@lru_cache(maxsize=4)
def _seats(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The names of the places that stand for each state (« le Kremlin »)."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in lexicon.entries.values():
        if entry.stands_for:
            found[entry.stands_for] = (*found.get(entry.stands_for, ()), *entry.names)
    return found
