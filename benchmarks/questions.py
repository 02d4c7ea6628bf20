"""Measures how each question grows with the articles, and what Dragoman adds to the engine's own time.

Short articles, one a day, tell of the same two ministers: that they met, what they spoke of, what was signed and what
is on offer. Each question is asked of stores of them: by the engine alone, which writes its answer as TSV, and by
Dragoman, which finds names, binds them, and writes the same. Both by turns, in one process.

    python benchmarks/questions.py [--articles 300 1000]
    python benchmarks/questions.py --quick      # a few articles, written nowhere
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox

from dragoman.cli.asking import NAMED, ask
from dragoman.graph.article import Article
from dragoman.graph.reading import read
from dragoman.graph.store import Store
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.binding import bind
from dragoman.queries.catalogue import catalogue
from dragoman.queries.names import find
from dragoman.queries.question import Question
from dragoman.queries.results import serialise

PAGE = Path(__file__).with_name("QUESTIONS.md")
TURNS = 3
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
OUTLETS = ("labass.net", "exemple.ma", "nouvelles.example", "depeche.example")
TEXT = """\
Le ministre marocain des Affaires étrangères, Nasser Bourita, a reçu {when} à Rabat son homologue russe, Sergueï Lavrov.
Les deux ministres ont évoqué la coopération dans les domaines de la pêche et du tourisme.
Le Maroc et la Russie ont signé {when} à Rabat un accord sur la pêche.
La Russie a proposé au Maroc {number} avions Sukhoi Superjet 100, a déclaré Sergueï Lavrov.
"""


def articles(number: int) -> Iterator[Article]:
    """Yield so many articles, each of its own day."""
    for n in range(number):
        day = date(2016, 1, 4) + timedelta(days=n)
        text = TEXT.format(when=DAYS[day.weekday()], number=10 + n % 20)
        yield Article(text, f"Article {n}", OUTLETS[n % len(OUTLETS)], f"https://example.org/{n}", published=day)


def filled(number: int, folder: Path) -> Store:
    """Return a store on disk into which so many articles were read, open for reading."""
    with Store.open(folder, write=True) as store:
        for reading in read(articles(number)):
            store.put(reading)
    return Store.open(folder)


def engine(store: Store, one: Question, terms: dict[str, Any]) -> bytes:
    """Return the answer as the engine writes it."""
    solutions: Any = store.engine.query(
        one.text,
        prefixes=dict(PREFIXES),
        use_default_graph_as_union=True,
        substitutions={ox.Variable(name): term for name, term in terms.items()},
    )
    return solutions.serialize(format=ox.QueryResultsFormat.TSV) or b""


def asked(store: Store, one: Question) -> tuple[dict[str, str], dict[str, Any]]:
    """Return what a question is given that it cannot do without: in words, and as terms."""
    telling = {"article": "Article 3", "country": "Maroc", "entity": "Sergueï Lavrov"}
    words = {name: telling[p.type] for name, p in one.parameters.items() if p.required}
    known = {name: find(value, store.query, one.parameters[name].type) for name, value in words.items()}
    assert all(one.parameters[name].type in NAMED for name in words)
    return words, bind(one, known)[1]


def seconds(act: Callable[[], object]) -> float:
    """Return how long something keeps the processor busy; what else the machine does is not counted."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def measure(store: Store, one: Question) -> tuple[int, float, float]:
    """Return how many rows a question has, and the best times of the engine alone and of Dragoman."""
    words, terms = asked(store, one)
    rows = engine(store, one, terms).count(b"\n") - 1
    turns = [
        (seconds(lambda: engine(store, one, terms)), seconds(lambda: serialise(ask(store, one, words), "tsv")))
        for _ in range(TURNS)
    ]
    return rows, min(alone for alone, _ in turns), min(ours for _, ours in turns)


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs=2, default=(300, 1000), metavar="NUMBER")
    parser.add_argument("--quick", action="store_true", help="a few articles, to see that it runs; writes nothing")
    given = parser.parse_args()
    few, many = (4, 8) if given.quick else given.articles
    lines = []
    with (
        TemporaryDirectory() as folder,
        filled(few, Path(folder) / "few") as small,
        filled(many, Path(folder) / "many") as large,
    ):
        for name, one in catalogue().items():
            _, before, _ = measure(small, one)
            rows, alone, ours = measure(large, one)
            times = f"{before:.3f} | {alone:.3f} | {alone / before:.1f} | {ours:.3f} | {ours / alone:.2f}"
            lines.append(f"| {name} | {rows:,} | {times} |")
        triples = len(small), len(large)
    page = f"""# How the questions grow

Each question over {few:,} and {many:,} articles ({triples[0]:,} and {triples[1]:,} triples, the lexicon with them), in seconds of
the processor: the engine alone with the same SPARQL, and Dragoman, from words to TSV. The best of {TURNS} turns, in one process.
There are {many / few:.1f} times as many articles: a question that takes about that much longer is linear.

| question | rows | engine, {few:,} | engine, {many:,} | times | dragoman, {many:,} | over the engine |
|---|---|---|---|---|---|---|
{os.linesep.join(lines)}

Measured by `make bench` on {date.today()}: Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}.
"""
    print(page)
    if not given.quick:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
