"""Nothing takes quadratically longer as articles come in: four times as many take about four times as long."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from fixtures.asking import ask
from fixtures.builtin import entity, variant

from dragoman.cli.dossier import dossier
from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.queries import catalogue

FEW, MANY = 50, 200
LINEAR, QUADRATIC = MANY / FEW, (MANY / FEW) ** 2
FIRST = date(2016, 4, 6)
ROOM = 0.05
"""Seconds below which a time says nothing."""


def filled(number: int, each_day_anew: bool) -> Store:
    """A store of articles in which the same people meet, all on one day or each a day later."""
    store = Store.memory()
    for n in range(number):
        later = timedelta(days=n if each_day_anew else 0)
        day = (date(2016, 4, 5) + later).isoformat()
        told = variant(f"https://example.org/{n}", outlet=f"{n % 20}.ma", title=f"Article {n}", published=FIRST + later)
        moved = tuple(
            dataclasses.replace(r, date=day, earliest=day, latest=day) if r.earliest else r for r in told.records
        )
        store.put(dataclasses.replace(told, records=moved))
    return store


@pytest.fixture(scope="module", params=[True, False], ids=["many happenings", "one happening told by all"])
def stores(request: pytest.FixtureRequest) -> Iterator[tuple[Store, Store]]:
    with filled(FEW, request.param) as few, filled(MANY, request.param) as many:
        yield few, many


def in_proportion(stores: tuple[Store, Store], act: Callable[[Store], object]) -> None:
    """Let `act` take, with four times the articles, less than what lies between four times and sixteen times as long."""

    def seconds(store: Store) -> float:
        # the processor's time, and the better of two: others may use the machine too
        taken = []
        for _ in range(2):
            begun = time.process_time()
            act(store)
            taken.append(time.process_time() - begun)
        return max(min(taken), ROOM)

    few, many = map(seconds, stores)
    assert many / few < (LINEAR + QUADRATIC) / 2, f"{FEW} articles took {few:.2f} s, {MANY} took {many:.2f} s"


@pytest.mark.parametrize("name", list(catalogue()))
def test_a_question_takes_time_in_proportion_to_the_articles(stores: tuple[Store, Store], name: str) -> None:
    given = {key: p.example for key, p in catalogue()[name].parameters.items() if p.required and p.example}
    if "article" in given:
        given["article"] = "Article 3"
    in_proportion(stores, lambda store: ask(store, name, **given))


def test_so_does_the_network(stores: tuple[Store, Store]) -> None:
    in_proportion(stores, build)


def test_so_does_a_dossier(stores: tuple[Store, Store]) -> None:
    in_proportion(stores, lambda store: dossier(store, entity("morocco").iri, "fr"))
