"""Measures how long linking takes, over invented articles that tell of the same events."""

from __future__ import annotations

import datetime
import random
import time
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from dragoman.graph.article import Article
from dragoman.graph.iris import article_iri, entity_iri
from dragoman.graph.linking.links import HAPPENING, links
from dragoman.graph.records import KINDS, Reading, Record, Span
from dragoman.graph.store import Store
from dragoman.graph.triples import describe


def invented(number: int) -> Iterator[list[ox.Quad]]:
    """Yield the graphs of invented articles, each of which tells of four events of its last days."""
    chance = random.Random(7)  # the same every time
    people = [entity_iri("Person", f"personne {n}") for n in range(300)]
    states = [entity_iri("Country", f"état {n}") for n in range(40)]
    kinds: dict[str, Any] = {kind.__name__: kind for kind in KINDS}
    start = datetime.date(2000, 1, 1)
    events = [
        (start + datetime.timedelta(n), chance.sample(people, 3), chance.choice(states), n % 2) for n in range(number)
    ]
    for n in range(number):
        records: list[Record] = []
        told = sorted(chance.sample(events[max(0, n - 9) : n + 1], min(4, n + 1)))
        for key, (day, who, where, kind) in enumerate(told):
            exact, dates = chance.random(), {}
            if exact < 0.9:
                span = (day, day) if exact < 0.7 else (day.replace(day=1), day.replace(day=28))
                dates = {"earliest": min(*span, day).isoformat(), "latest": max(*span, day).isoformat()}
            if kind:
                meeting = kinds["Meeting"](
                    f"r-{key}", (Span(0, 1),), participant=tuple(who[: 2 + (exact < 0.4)]), **dates
                )
                records.append(meeting)
            else:
                records.append(
                    kinds["Visit"](f"r-{key}", (Span(0, 1),), visitor=(who[0],), destination=(where,), **dates)
                )
        published = events[n][0] + datetime.timedelta(1)
        yield describe(Reading(Article("x", url=f"https://example.org/{n}", published=published), tuple(records), ()))


def durations() -> Iterator[str]:
    """Yield rows: articles, time to link all at once, time to put one more into a store that holds them."""
    for number in (1_000, 2_000, 4_000, 8_000):
        graphs = list(invented(number))
        begin = time.perf_counter()
        found = links((q for quads in graphs for q in quads), {})
        whole = time.perf_counter() - begin
        happenings = len({q.object for q in found if q.predicate == HAPPENING})
        with Store.memory() as store:
            for n, quads in enumerate(graphs):
                if n == number - 100:
                    begin = time.perf_counter()
                store.put_quads(article_iri("x", f"https://example.org/{n}"), quads)
            last = (time.perf_counter() - begin) / 100
        yield f"| {number:,} | {4 * number:,} | {happenings:,} | {whole:.2f} s | {1e6 * whole / number:.0f} µs | {1000 * last:.1f} ms |"
