"""What was read is shown in full or, where it is much, as a list of articles."""

from __future__ import annotations

import pytest
from fixtures.builtin import reading, variant

from dragoman.cli.showing import MANY, show
from dragoman.graph.many.outcomes import About, Outcome, counts
from dragoman.graph.store import Store


def outcomes(number: int, kind: str = "read") -> list[Outcome]:
    told = []
    for n in range(number):
        one = variant(f"https://example.org/{n}")
        told.append(Outcome(f"{n}.txt", kind, one.article.iri, counts(one), about=About.of(one.article)))  # type: ignore[arg-type]
    return told


def test_rows_go_out_article_by_article_under_one_heading(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with Store.memory() as store:
        for n in range(2):
            store.put(variant(f"https://example.org/{n}"))
        show(outcomes(1), store, "csv")
        one = capfdbinary.readouterr().out.splitlines()
        show(outcomes(2), store, "csv")
        two = capfdbinary.readouterr().out.splitlines()
    assert len(one) > len(reading().records)
    assert two[: len(one)] == one
    assert len(two) == 2 * len(one) - 1


def test_of_very_many_articles_a_list_goes_into_a_pipe(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with Store.memory() as store:
        show([*outcomes(MANY), *outcomes(1, "passed over")], store, None)
    head, first, *rest = capfdbinary.readouterr().out.decode().splitlines()
    assert head.split("\t") == ["?article", "?published", "?by", "?title", "?facts"]
    assert first.split("\t")[1:3] == ['"2016-04-06"', '"labass.net"']
    assert int(first.split("\t")[4]) == len(reading().records)
    assert len(rest) == MANY - 1
