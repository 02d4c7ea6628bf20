"""Puts the reader's steps in their order: from a tagged document to what it states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.graph.article import Article
from dragoman.graph.lexicon import Lexicon
from dragoman.graph.reading import (
    gazetteer,
    homonyms,
    institutions,
    introductions,
    media,
    ministries,
    name_runs,
    names,
    places,
    presidencies,
    references,
    sides,
    title_forms,
    titles,
)
from dragoman.graph.reading.actor_words import actor_words
from dragoman.graph.reading.agreements.agreements import read_agreements
from dragoman.graph.reading.agreements.applications import applied
from dragoman.graph.reading.agreements.cooperation import read_cooperation
from dragoman.graph.reading.agreements.indexed_scenes import Index
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.anaphora import take_up
from dragoman.graph.reading.announcements import announcements
from dragoman.graph.reading.assembly import assemble
from dragoman.graph.reading.attribution import attribute, attributions
from dragoman.graph.reading.certainty import hedge
from dragoman.graph.reading.company import company
from dragoman.graph.reading.coreference import merge
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.deals import companies
from dragoman.graph.reading.deals.deals import read_deals
from dragoman.graph.reading.deals.markets import markets
from dragoman.graph.reading.deals.trade import trade
from dragoman.graph.reading.events import read_events
from dragoman.graph.reading.language import words
from dragoman.graph.reading.occurrences import occurrences
from dragoman.graph.reading.sessions import read_sessions
from dragoman.graph.reading.speech_words import speech_words
from dragoman.graph.reading.talks import talk_topics
from dragoman.graph.records import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc


def understand(article: Article, doc: Doc, lexicon: Lexicon, language: str = "fr") -> Reading:
    """Return what a tagged document states."""
    analysis = Analysis(
        doc,
        words(language),
        lexicon,
        article.published,
        article.iri.rpartition("-")[2],
        language=language,
        terms=actor_words(language),
    )
    analysis.prepare()
    recognise(analysis)
    dates = Dates(analysis, language)
    events = read_events(analysis, dates, language)
    words_of_events = occurrences(language)
    events += read_sessions(analysis, dates, events)
    take_up(analysis, dates, events, words_of_events)
    company(analysis, events, words_of_events)
    talk_topics(analysis, events, words_of_events)
    deals = read_deals(analysis, dates, language)
    markets(analysis, trade(language), deals)
    events += deals
    index = Index(analysis, dates)
    agreements = read_agreements(analysis, index, events, language)
    applied(analysis, events, agreements)
    events += agreements
    events += read_cooperation(analysis, index)
    speech = speech_words(language)
    said = attributions(analysis, speech)
    attribute(events, said, analysis)
    hedge(events, analysis, speech)
    events += announcements(analysis, dates, speech, events, said)
    return assemble(article, analysis, merge(events))


def recognise(analysis: Analysis) -> None:
    """Find who and what a prepared article names, and whom its descriptions and pronouns stand for."""
    name_runs.find_shouted(analysis)
    for found in (
        gazetteer,
        media,
        title_forms,
        introductions,
        names,
        homonyms,
        ministries,
        institutions,
        companies,
        places,
    ):
        found.component(analysis)
    institutions.reuse(analysis)
    titles.component(analysis)
    presidencies.component(analysis)
    names.called(analysis)
    sides.component(analysis)
    references.component(analysis)
