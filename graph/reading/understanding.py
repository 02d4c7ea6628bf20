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
    ministries,
    names,
    places,
    presidencies,
    references,
    sides,
    titles,
)
from dragoman.graph.reading.actor_words import actor_words
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.announcements import announcements
from dragoman.graph.reading.assembly import assemble
from dragoman.graph.reading.attribution import attribute, attributions
from dragoman.graph.reading.certainty import hedge
from dragoman.graph.reading.cooperation import read_cooperation
from dragoman.graph.reading.coreference import merge
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.elaboration import markets, one_product_each, suppliers, talk_topics
from dragoman.graph.reading.events import read_events
from dragoman.graph.reading.instruments import applied, read_agreements
from dragoman.graph.reading.language import words
from dragoman.graph.reading.speech_words import speech_words
from dragoman.graph.records import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc


def understand(article: Article, doc: Doc, lexicon: Lexicon, language: str = "fr") -> Reading:
    """Return what a tagged document states."""
    analysis = Analysis(
        doc, words(language), lexicon, article.published, article.iri.rpartition("-")[2], terms=actor_words(language)
    )
    analysis.prepare()
    recognise(analysis)
    dates = Dates(analysis)
    events = read_events(analysis, dates, language)
    talk_topics(analysis, events)
    suppliers(analysis, events)
    events = one_product_each(events)
    markets(analysis, events)
    agreements = read_agreements(analysis, dates, events)
    applied(analysis, events, agreements)
    events += agreements
    events += read_cooperation(analysis)
    speech = speech_words(language)
    said = attributions(analysis, speech)
    attribute(events, said, analysis)
    hedge(events, analysis, speech)
    events += announcements(analysis, dates, speech, events, said)
    return assemble(article, analysis, merge(events))


def recognise(analysis: Analysis) -> None:
    """Find who and what a prepared article names, and whom its descriptions and pronouns stand for."""
    for component in (gazetteer, names, homonyms, ministries, institutions, introductions, places):
        component.component(analysis)
    institutions.reuse(analysis)
    titles.component(analysis)
    presidencies.component(analysis)
    names.called(analysis)
    sides.component(analysis)
    references.component(analysis)
