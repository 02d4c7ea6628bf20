"""Reads articles: the pipeline's tags and names, then our components, then records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.graph.article import Article
from dragoman.graph.decoding import LIMIT, too_long
from dragoman.graph.reading.batches import in_batches, read_batch
from dragoman.graph.reading.fingerprint import fingerprint
from dragoman.graph.records import Reading


def read(articles: Iterable[Article], lexicon: Iterable[Path] = ()) -> Iterator[Reading]:
    """Yield a reading for each article, in order.

    Args:
        articles: what to read; taken a batch at a time, so that memory does not grow with their number.
        lexicon: further lexicon files, beside the one that is shipped.

    Raises:
        ArticleError: an article has more characters than are read at once, or its language has no reader.
        LexiconError: a lexicon or frame file is malformed.
    """
    files = tuple(lexicon)
    for batch in in_batches(map(_checked, articles), lambda article: article):
        for reading in read_batch(batch, files):
            yield replace(reading, fingerprint=fingerprint(reading.article, files))


def _checked(article: Article) -> Article:
    if len(article.text) > LIMIT:
        raise too_long(article.url or article.title or "An article")
    return article
