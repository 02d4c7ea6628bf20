"""A run stores what is read in whatever order it comes, and tells what became of each in the articles' order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from fixtures.builtin import reading
from fixtures.press import record

from dragoman.graph.article import Article
from dragoman.graph.many.jobs import Answer, Job, Reader
from dragoman.graph.many.outcomes import Outcome
from dragoman.graph.many.run import refused, run
from dragoman.graph.many.survey import Origin, survey
from dragoman.graph.reading import batches
from dragoman.graph.reading.batches import Unread
from dragoman.graph.reading.fingerprint import fingerprint
from dragoman.graph.records import Reading
from dragoman.graph.sources.source import Source
from dragoman.graph.store import Store
from dragoman.ontology.errors import ArticleError

ARTICLES = [Article(f"Le roi est parti, {n}.", url=f"https://exemple.ma/{n}") for n in range(2 * batches.BATCH + 5)]


def origins(*articles: Article | str) -> list[Origin]:
    def sources(number: int, one: Article | str) -> Iterator[Source]:
        def load(**_: object) -> Article:
            if isinstance(one, str):
                raise ArticleError(one)
            return one

        yield Source(f"{number}.txt", load)

    return [Origin(f"{n}.txt", partial(sources, n, one)) for n, one in enumerate(articles)]


def reader(backwards: bool = False) -> Reader:
    """Return one that reads a visit in each article, and fails at what says « illisible »."""

    def read(jobs: Iterator[Job]) -> Iterator[Answer]:
        for job in reversed([*jobs]) if backwards else jobs:
            yield Answer(
                job,
                tuple(
                    Unread("ValueError: x") if "illisible" in a.text else Reading(a, (record("Visit"),), ())
                    for a in job.articles
                ),
            )

    return read


def outcomes(store: Store, *articles: Article | str, by: Reader | None = None) -> list[Outcome]:
    with survey(origins(*articles), ["fr"], {}) as found:
        found.pass_over(store.fingerprints())
        return list(run(found, store, by or reader()))


def test_the_order_in_which_answers_come_changes_neither_graph_nor_outcomes() -> None:
    with Store.memory() as one, Store.memory() as other:
        told = outcomes(one, *ARTICLES)
        assert outcomes(other, *ARTICLES, by=reader(backwards=True)) == told
        assert sorted(map(str, one.quads())) == sorted(map(str, other.quads()))
        assert [outcome.source for outcome in told] == [f"{n}.txt" for n in range(len(ARTICLES))]
        assert {outcome.kind for outcome in told} == {"read"}
        assert told[0].records == {"Visit": 1}


def test_what_was_read_is_passed_over_and_what_has_changed_is_read_in_its_place() -> None:
    with Store.memory() as store:
        outcomes(store, *ARTICLES[:3])
        corrected = Article("Le roi est revenu.", url=ARTICLES[1].url)
        again = outcomes(store, ARTICLES[0], corrected, ARTICLES[2], ARTICLES[3])
        assert [outcome.kind for outcome in again] == ["passed over", "replaced", "passed over", "read"]
        assert len(store.articles()) == 4


def test_each_bad_article_is_told_and_the_others_are_read() -> None:
    bad = Article("illisible", url="https://exemple.ma/x")
    with Store.memory() as store:
        told = outcomes(store, ARTICLES[0], bad, "2.txt is empty.", ARTICLES[0], ARTICLES[1])
        assert [outcome.kind for outcome in told] == ["read", "refused", "refused", "duplicate", "read"]
        assert [outcome.article for outcome in told[1:4]] == [bad.iri, None, ARTICLES[0].iri]
        assert told[1].problem == "1.txt could not be read (ValueError: x); report it, with the article."
        assert told[2].problem == "2.txt is empty."


def test_an_article_in_a_language_without_reader_is_kept_without_a_fact() -> None:
    foreign = Article("The king.", language="en", language_guessed=True)
    with Store.memory() as store:
        (told,) = outcomes(store, foreign)
        assert (told.kind, dict(told.records)) == ("read", {})
        assert store.articles() == [foreign.iri]
        assert outcomes(store, foreign)[0].kind == "passed over"


def test_no_outcome_holds_on_to_what_was_read_unless_that_is_asked_for() -> None:
    with Store.memory() as store, survey(origins(ARTICLES[0]), ["fr"], {}) as found:
        (told,) = run(found, store, reader(), with_readings=True)
        assert told.reading is not None
        (told,) = run(found, store, reader())
        assert told.reading is None


def test_a_stored_reading_bears_the_fingerprint_that_it_is_known_by() -> None:
    with Store.memory() as store:
        outcomes(store, ARTICLES[0])
        assert store.fingerprints() == {fingerprint(ARTICLES[0])}
        store.put(reading())
        assert fingerprint(reading().article) in store.fingerprints()


def test_where_nothing_is_read_the_bad_ones_are_told_all_the_same() -> None:
    with survey(origins("0.txt is empty."), ["fr"], {}) as found:
        assert [outcome.problem for outcome in refused(found)] == ["0.txt is empty."]
