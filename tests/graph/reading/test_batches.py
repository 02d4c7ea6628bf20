"""Articles are read a batch at a time, of bounded size, and one at which the reader fails spoils no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dragoman.graph.article import Article
from dragoman.graph.decoding import LIMIT
from dragoman.graph.reading import batches, read
from dragoman.graph.reading.batches import BATCH, Unread, in_batches, read_each
from dragoman.graph.records import Reading
from dragoman.ontology.errors import ArticleError, LexiconError


def sizes(*articles: Article) -> list[int]:
    return [len(batch) for batch in in_batches(articles, lambda article: article)]


def test_a_batch_has_so_many_articles_and_no_more_characters_than_one_may_have() -> None:
    assert sizes(*[Article(f"{n}") for n in range(2 * BATCH + 1)]) == [BATCH, BATCH, 1]
    assert sizes(*[Article("a" * (LIMIT // 2))] * 3) == [2, 1]
    assert sizes(Article("a" * LIMIT), Article("b")) == [1, 1]
    assert sizes() == []


def test_a_batch_is_of_one_language_whatever_its_region() -> None:
    assert sizes(Article("a"), Article("b", language="fr-ma"), Article("c", language="ar")) == [2, 1]


def test_one_article_at_which_the_reader_fails_spoils_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(articles: Sequence[Article], _: tuple[Path, ...]) -> Iterator[Reading]:
        for article in articles:
            if article.text == "bad":
                raise RecursionError("too deep")
            yield Reading(article, (), ())

    monkeypatch.setattr(batches, "read_batch", failing)
    found = read_each([Article("a"), Article("bad"), Article("c")])
    assert found[1] == Unread("RecursionError: too deep")
    assert [one.article.text for one in found if isinstance(one, Reading)] == ["a", "c"]


def test_a_lexicon_that_is_wrong_is_no_article_s_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> Iterator[Reading]:
        raise LexiconError("own.ttl is broken")

    monkeypatch.setattr(batches, "read_batch", failing)
    with pytest.raises(LexiconError):
        read_each([Article("a")])


def test_an_article_that_is_too_long_is_refused_from_python_too() -> None:
    with pytest.raises(ArticleError, match=r"https://exemple\.ma/1 is too long for one article"):
        list(read([Article("a" * (LIMIT + 1), url="https://exemple.ma/1")]))
