"""Measures how whatever looks at the whole graph grows with the articles, and writes benchmarks/GROWTH.md.

Two kinds of store: one in which every article tells of happenings of its own, and one in which all tell of the same,
where a question that compares tellings with each other would show it. Times are the processor's.

    python benchmarks/growth.py             # 100 and 400 articles
    python benchmarks/growth.py --quick     # a few articles, written nowhere
"""

from __future__ import annotations

import argparse
import math
import os
import platform
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from questions import DAYS, seconds

from dragoman.graph.article import Article
from dragoman.graph.network import build
from dragoman.graph.reading import read
from dragoman.graph.store import Store
from dragoman.ontology.namespaces import ID
from dragoman.queries import Parameter, catalogue
from dragoman.queries.asking import ask
from dragoman.queries.dossier import dossier

PAGE = Path(__file__).with_name("GROWTH.md")
FIRST = date(2016, 1, 4)
TEXT = """\
Le ministre marocain des Affaires étrangères, Nasser Bourita, a reçu {when} à {place} son homologue russe, Sergueï Lavrov.
Les deux ministres ont évoqué la coopération dans les domaines de la pêche et du tourisme.
La Russie a proposé au Maroc {number} avions Sukhoi Superjet 100, a déclaré Sergueï Lavrov.
"""
STORES = {"happenings of their own": True, "the same happenings": False}


def filled(number: int, each_its_own: bool) -> Store:
    """Return a store of so many articles, each of its own happenings or all of the same."""

    def articles() -> list[Article]:
        made = []
        for n in range(number):
            published = FIRST + timedelta(days=n if each_its_own else 0)
            text = TEXT.format(
                when=DAYS[published.weekday()], number=10 + n % 2, place="Rabat" if n % 3 else "Marrakech"
            )
            made.append(
                Article(text, f"Article {n}", f"{n % 20}.example", f"https://example.org/{n}", published=published)
            )
        return made

    store = Store.memory()
    for reading in read(articles()):
        store.put(reading)
    store.publish()
    return store


def value(one: Parameter) -> str:
    """Return something that a parameter takes, and that the articles have something to say about."""
    telling = {
        "article": "Article 3",
        "country": "Maroc",
        "date": "2016",
        "until": "2020",
        "language": "en",
        "integer": "1",
    }
    return telling.get(one.type) or (one.values or ("Sergueï Lavrov",))[0]


def acts() -> dict[str, Callable[[Store], object]]:
    """Return what is timed, by name: every question with all that it takes, the network, a dossier."""

    def asked(name: str) -> Callable[[Store], object]:
        values = {key: value(p) for key, p in catalogue()[name].parameters.items()}
        return lambda store: list(ask(store.query, catalogue()[name], values).rows)

    return {
        **{name: asked(name) for name in catalogue()},
        "the network": build,
        "a country's dossier": lambda store: dossier(store.query, f"{ID}country/morocco", "fr"),
    }


def best(act: Callable[[Store], object], store: Store) -> float:
    """Return the processor's time for one act, the better of two."""
    return min(seconds(lambda: act(store)) for _ in range(2))


def main() -> None:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few articles, to see that it runs; writes nothing")
    quick = parser.parse_args().quick
    few, many = (4, 8) if quick else (100, 400)
    lines = []
    for kind, each_its_own in STORES.items():
        with filled(few, each_its_own) as small, filled(many, each_its_own) as large:
            for name, act in acts().items():
                before, after = best(act, small), best(act, large)
                exponent = math.log(after / before) / math.log(many / few)
                lines.append(f"| {name} | {kind} | {before:.3f} | {after:.3f} | {exponent:.2f} |")
    page = f"""# How what looks at the whole graph grows

Seconds of the processor over {few} and {many} short articles, of happenings of their own or all of the same, and the exponent
between: 1 is in proportion to the articles, 2 to their square. Every question is given all that it takes.

| what | articles tell of | {few} | {many} | exponent |
|---|---|---|---|---|
{os.linesep.join(lines)}

Measured by `make bench` on {date.today()}: Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}.
"""
    print(page)
    if not quick:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
