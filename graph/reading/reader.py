"""Reads articles: the pipeline's tags and names, then our components, then records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.graph.article import Article
from dragoman.graph.lexicon import Lexicon, load_lexicon
from dragoman.graph.reading import gazetteer, institutions, names, places, references, titles
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.assembly import assemble
from dragoman.graph.reading.cooperation import read_cooperation
from dragoman.graph.reading.coreference import merge
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.elaboration import markets, one_product_each, suppliers, talk_topics
from dragoman.graph.reading.events import read_events
from dragoman.graph.reading.instruments import applied, read_agreements
from dragoman.graph.reading.language import words
from dragoman.graph.reading.pipeline import pipeline
from dragoman.graph.reading.speech import announcements, attribute, attributions
from dragoman.graph.records import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH = 32
"""Articles that the model takes at once; 16 to 64 is fastest on a CPU, more is slower."""


def read(articles: Iterable[Article], lexicon: Iterable[Path] = ()) -> Iterator[Reading]:
    """Yield a reading for each article, in order.

    Args:
        articles: what to read; taken a batch at a time, so that memory does not grow with their number.
        lexicon: further lexicon files, beside the one that is shipped.

    Raises:
        ArticleError: an article's language has no reader.
        LexiconError: a lexicon or frame file is malformed.
    """
    known = load_lexicon(*lexicon)
    batch: list[Article] = []
    for article in articles:
        if batch and (len(batch) >= BATCH or article.language != batch[0].language):
            yield from _batch(batch, known)
            batch = []
        batch.append(article)
    if batch:
        yield from _batch(batch, known)


def _batch(articles: list[Article], lexicon: Lexicon) -> Iterator[Reading]:
    language = articles[0].language.partition("-")[0]
    nlp = pipeline(language)
    for article, doc in zip(articles, nlp.pipe((a.text for a in articles), batch_size=BATCH), strict=True):
        yield understand(article, doc, lexicon, language)


def understand(article: Article, doc: Doc, lexicon: Lexicon, language: str = "fr") -> Reading:
    """Return what a tagged document states."""
    analysis = Analysis(doc, words(language), lexicon, article.published)
    analysis.prepare()
    for component in (gazetteer, names, institutions, places, titles, references):
        component.component(analysis)
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
    attribute(events, attributions(analysis))
    events += announcements(analysis, dates)
    return assemble(article, analysis, merge(events))
