"""All articles of a run are looked through before the first is read, with nothing but hashes in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import pytest

from dragoman.graph.article import Article
from dragoman.graph.many.survey import DUPLICATE, FOREIGN, PASSED_OVER, READ, REFUSED, Origin, Survey, survey
from dragoman.graph.reading.fingerprint import fingerprint
from dragoman.graph.sources.source import Source
from dragoman.ontology.errors import ArticleError


@pytest.fixture
def looked() -> Iterator[object]:
    """Look through articles told as name=article, or as name=sentence where they are none."""
    with ExitStack() as stack:

        def look(strict: bool = False, **told: Article | str) -> Survey:
            origins = [Origin(name, partial(_sources, name, one)) for name, one in told.items()]
            return stack.enter_context(survey(origins, ["fr"], {}, strict=strict))

        yield look


def _sources(name: str, one: Article | str) -> Iterator[Source]:
    def load(**_: object) -> Article:
        if isinstance(one, str):
            raise ArticleError(one)
        return one

    yield Source(name, load)


def at(number: int, text: str = "Le roi est à Rabat.", **known: str) -> Article:
    return Article(text, url=f"https://exemple.ma/{number}", **known)  # type: ignore[arg-type]


def test_articles_come_back_in_order_with_what_is_to_become_of_each(looked) -> None:  # type: ignore[no-untyped-def]
    found = looked(a=at(1), b="b is empty.", c=at(2))
    assert [(item.entry.source, item.verdict) for item in found.items()] == [("a", READ), ("b", REFUSED), ("c", READ)]
    assert [item.entry.article for item in found.items()] == [at(1), None, at(2)]
    assert found.problems == {1: "b is empty."}
    assert (len(found), found.count(READ, FOREIGN)) == (3, 2)


def test_two_texts_under_one_address_are_both_refused_and_a_third_like_the_first_with_them(looked) -> None:  # type: ignore[no-untyped-def]
    found = looked(a=at(1), b=at(1, "Autre chose."), c=at(2), d=at(1))
    assert list(found.verdicts) == [REFUSED, REFUSED, READ, REFUSED]
    assert set(found.problems) == {0, 1, 3}
    assert "a, b and d have one address but different texts" in found.problems[0]


def test_one_text_under_one_address_is_read_once(looked) -> None:  # type: ignore[no-untyped-def]
    found = looked(a=at(1), b=at(2), c=at(1), d=at(1))
    assert list(found.verdicts) == [READ, READ, DUPLICATE, DUPLICATE]
    assert found.notices == ["c is a again; it is read once.", "d is a again; it is read once."]


def test_a_language_without_reader_is_refused_where_it_is_said_and_kept_where_it_is_guessed(looked) -> None:  # type: ignore[no-untyped-def]
    guessed = Article("The king.", language="en", language_guessed=True)
    found = looked(a=at(1, language="en"), b=guessed)
    assert list(found.verdicts) == [REFUSED, FOREIGN]
    assert "a is in “en”, for which there is no reader" in found.problems[0]
    assert "b is written in “en”" in found.notices[0]


def test_who_is_strict_looks_no_further_than_the_first_that_is_bad(looked) -> None:  # type: ignore[no-untyped-def]
    found = looked(strict=True, a=at(1), b="b is empty.", c="c is empty.")
    assert found.problems == {1: "b is empty."}


def test_an_article_whose_reading_is_known_is_passed_over(looked) -> None:  # type: ignore[no-untyped-def]
    found = looked(a=at(1), b=at(2), c="c is empty.", d=at(1))
    found.pass_over({fingerprint(at(1)), fingerprint(at(3))})
    assert list(found.verdicts) == [PASSED_OVER, READ, REFUSED, DUPLICATE]


def test_a_list_of_hundreds_under_one_address_is_told_in_a_short_sentence(looked) -> None:  # type: ignore[no-untyped-def]
    found = looked(**{f"a{n}": at(1, f"Texte {n}") for n in range(300)})
    assert found.count(REFUSED) == 300
    assert len(found.problems[0]) < 300
    assert "290 more and a299" in found.problems[0]
