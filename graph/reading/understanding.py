"""Puts the reader's components in their order: from a tagged document to what it states.

Each has a name, by which it can be left out (`without`, also in the configuration of the spaCy component), so that
benchmarks show what it is worth and somebody else's pipeline can do without it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dragoman.graph.article import Article
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading import places
from dragoman.graph.reading.agreements.agreements import read_agreements
from dragoman.graph.reading.agreements.applications import applied
from dragoman.graph.reading.agreements.cooperation import read_cooperation
from dragoman.graph.reading.agreements.indexed_scenes import Index
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.assembly import assemble
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.coreference import merge
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.deals import companies
from dragoman.graph.reading.deals.deals import read_deals
from dragoman.graph.reading.deals.markets import markets
from dragoman.graph.reading.deals.trade import trade
from dragoman.graph.reading.language import words
from dragoman.graph.reading.occasions.anaphora import take_up
from dragoman.graph.reading.occasions.company import company
from dragoman.graph.reading.occasions.events import read_events
from dragoman.graph.reading.occasions.sessions import read_sessions
from dragoman.graph.reading.occasions.talks import talk_topics
from dragoman.graph.reading.occurrences import occurrences
from dragoman.graph.reading.people import (
    gazetteer,
    homonyms,
    institutions,
    introductions,
    media,
    ministries,
    name_runs,
    names,
    presidencies,
    references,
    sides,
    title_forms,
    titles,
)
from dragoman.graph.reading.people.actor_words import actor_words
from dragoman.graph.reading.speech.announcements import announcements
from dragoman.graph.reading.speech.attribution import attribute, attributions
from dragoman.graph.reading.speech.certainty import hedge
from dragoman.graph.reading.speech.cited import Attribution
from dragoman.graph.reading.speech.speech_words import speech_words
from dragoman.graph.records import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(eq=False)
class Understanding:
    """What is understood of one article so far: who and what it names, its days, its events and who is cited for what."""

    analysis: Analysis
    language: str
    dates: Dates
    events: list[Event] = field(default_factory=list)
    said: list[Attribution] = field(default_factory=list)


Component = Callable[[Understanding], None]


def _names(component: Callable[[Analysis], None]) -> Component:
    return lambda known: component(known.analysis)


def _dates(known: Understanding) -> None:
    known.dates.find()


def _events(known: Understanding) -> None:
    known.events += read_events(known.analysis, known.dates, known.language)


def _sessions(known: Understanding) -> None:
    known.events += read_sessions(known.analysis, known.dates, known.events)


def _deals(known: Understanding) -> None:
    known.events += read_deals(known.analysis, known.dates, known.language)


def _agreements(known: Understanding) -> None:
    index = Index(known.analysis, known.dates)
    found = read_agreements(known.analysis, index, known.events, known.language)
    applied(known.analysis, known.events, found)
    known.events += found


def _cooperation(known: Understanding) -> None:
    known.events += read_cooperation(known.analysis, Index(known.analysis, known.dates))


def _attribution(known: Understanding) -> None:
    known.said = attributions(known.analysis, speech_words(known.language))
    attribute(known.events, known.said, known.analysis)


def _announcements(known: Understanding) -> None:
    words_ = speech_words(known.language)
    known.events += announcements(known.analysis, known.dates, words_, known.events, known.said)


def _coreference(known: Understanding) -> None:
    known.events = merge(known.events)


COMPONENTS: Final[dict[str, Component]] = {
    "gazetteer": _names(gazetteer.component),
    "media": _names(media.component),
    "titles": _names(title_forms.component),
    "introductions": _names(introductions.component),
    "names": _names(names.component),
    "homonyms": _names(homonyms.component),
    "ministries": _names(ministries.component),
    "institutions": _names(institutions.component),
    "companies": _names(companies.component),
    "places": _names(places.component),
    "acronyms": _names(institutions.reuse),
    "offices": _names(titles.component),
    "presidencies": _names(presidencies.component),
    "surnames": _names(names.called),
    "sides": _names(sides.component),
    "references": _names(references.component),
    "dates": _dates,
    "events": _events,
    "sessions": _sessions,
    "anaphora": lambda known: take_up(known.analysis, known.dates, known.events, occurrences(known.language)),
    "company": lambda known: company(known.analysis, known.events, occurrences(known.language)),
    "talks": lambda known: talk_topics(known.analysis, known.events, occurrences(known.language)),
    "deals": _deals,
    "markets": lambda known: markets(
        known.analysis, trade(known.language), [e for e in known.events if e.kind == "Deal"]
    ),
    "agreements": _agreements,
    "cooperation": _cooperation,
    "attribution": _attribution,
    "certainty": lambda known: hedge(known.events, known.analysis, speech_words(known.language)),
    "announcements": _announcements,
    "coreference": _coreference,
}
"""The reader's components after the model's, by name, in the order in which they run."""


_NAMING: Final = tuple(COMPONENTS)[: tuple(COMPONENTS).index("references") + 1]


def recognise(analysis: Analysis, without: Collection[str] = ()) -> Understanding:
    """Find who and what a prepared article names, and whom its descriptions and pronouns stand for."""
    name_runs.find_shouted(analysis)
    known = Understanding(analysis, analysis.language, Dates(analysis, analysis.language))
    for name in [n for n in _NAMING if n not in without]:
        COMPONENTS[name](known)
    return known


def understand(
    article: Article, doc: Doc, lexicon: Lexicon, language: str = "fr", *, without: Collection[str] = ()
) -> Reading:
    """Return what a tagged document states.

    Args:
        article: the article whose text the document is.
        doc: the document, tagged, parsed and with sentence boundaries.
        lexicon: what is known beforehand.
        language: whose data files are used.
        without: names of components that are left out; "sentences" leaves the boundaries to whoever set them.
    """
    analysis = Analysis(
        doc,
        words(language),
        lexicon,
        article.published,
        article.iri.rpartition("-")[2],
        language=language,
        terms=actor_words(language),
    )
    analysis.prepare(own_sentences="sentences" not in without)
    known = recognise(analysis, without)
    for name in [n for n in COMPONENTS if n not in _NAMING and n not in without]:
        COMPONENTS[name](known)
    return assemble(article, analysis, known.dates, known.events)
