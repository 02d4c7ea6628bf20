"""Reads articles: the pipeline's tags and names, then our components, then records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.graph.article import Article
from dragoman.graph.reading.pipeline import pipeline
from dragoman.graph.reading.text.composing import as_given, composed
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
    files = tuple(lexicon)
    batch: list[Article] = []
    for article in articles:
        if batch and (len(batch) >= BATCH or article.language != batch[0].language):
            yield from _batch(batch, files)
            batch = []
        batch.append(article)
    if batch:
        yield from _batch(batch, files)


def _batch(articles: list[Article], lexicon: tuple[Path, ...]) -> Iterator[Reading]:
    plains = [composed(article.text) for article in articles]
    nlp = pipeline(articles[0].language.partition("-")[0], lexicon)

    def documents() -> Iterator[Doc]:
        for article, plain in zip(articles, plains, strict=True):
            doc = nlp.make_doc(plain.text if plain else article.text)
            doc._.dragoman_article = article
            yield doc

    for doc, plain in zip(nlp.pipe(documents(), batch_size=BATCH), plains, strict=True):
        reading: Reading = doc._.dragoman
        yield as_given(reading, plain) if plain else reading
