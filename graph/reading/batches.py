"""Parts articles into batches that the model takes at once, and reads a batch so that one bad article spoils no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from dragoman.graph.article import Article
from dragoman.graph.decoding import LIMIT
from dragoman.graph.records import Reading
from dragoman.ontology.errors import ArticleError, DragomanError

if TYPE_CHECKING:
    from spacy.tokens import Doc

T = TypeVar("T")

BATCH: Final = 32
"""Articles that the model takes at once; 16 to 64 is fastest on a CPU, more is slower."""


@dataclass(frozen=True)
class Unread:
    """An article at which the reader failed.

    Attributes:
        reason: what went wrong, as a part of a sentence.
    """

    reason: str


def in_batches(items: Iterable[T], article: Callable[[T], Article]) -> Iterator[list[T]]:
    """Yield items in batches: of one language, and no more characters than one article may have, since memory grows with them.

    Args:
        items: whatever is to be read, in order.
        article: the article of each.
    """
    batch: list[T] = []
    held = 0
    for item in items:
        one = article(item)
        size = len(one.text)
        if batch and (len(batch) >= BATCH or held + size > LIMIT or tongue(one) != tongue(article(batch[0]))):
            yield batch
            batch, held = [], 0
        batch.append(item)
        held += size
    if batch:
        yield batch


def read_batch(articles: Sequence[Article], lexicon: tuple[Path, ...] = ()) -> Iterator[Reading]:
    """Yield the readings of a batch, in order.

    Raises:
        ArticleError: there is no reader for its language.
        LexiconError: a lexicon or frame file is malformed.
    """
    from dragoman.graph.reading.pipeline import pipeline
    from dragoman.graph.reading.text.composing import as_given, composed

    plains = [composed(article.text) for article in articles]
    nlp = pipeline(tongue(articles[0]), lexicon)

    def documents() -> Iterator[Doc]:
        for article, plain in zip(articles, plains, strict=True):
            doc = nlp.make_doc(plain.text if plain else article.text)
            doc._.dragoman_article = article
            yield doc

    for doc, plain in zip(nlp.pipe(documents(), batch_size=BATCH), plains, strict=True):
        reading: Reading = doc._.dragoman
        yield as_given(reading, plain) if plain else reading


def read_each(articles: Sequence[Article], lexicon: tuple[Path, ...] = ()) -> list[Reading | Unread]:
    """Return the reading of each article of a batch; where the reader fails at one, that it did, and the others' all the same.

    Raises:
        LexiconError: a lexicon or frame file is malformed.
    """
    try:
        return list(read_batch(articles, lexicon))
    except ArticleError as error:
        failure = str(error)
    except DragomanError:
        raise
    except Exception as error:  # whatever it is, it is one article's
        failure = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
    if len(articles) == 1:
        return [Unread(failure)]
    return [found for article in articles for found in read_each([article], lexicon)]


def tongue(article: Article) -> str:
    """Return the language of an article without its region or script."""
    return article.language.partition("-")[0]
