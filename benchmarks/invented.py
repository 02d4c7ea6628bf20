"""Invented articles, as many as make a network of a wanted size: always the same ones.

Each article tells of a meeting, of an office of everybody who meets, and now and then of a deal or an agreement. Few
people, agencies and topics are met often and most hardly ever, as in the press.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import links
from dragoman.graph.records import Agreement, Deal, Entity, Ground, Meeting, Reading, Record, Span, Tenure
from dragoman.graph.store import Store
from dragoman.graph.triples import describe

SYLLABLES = ("ba", "dor", "el", "fa", "gri", "lu", "mon", "na", "ri", "sa", "ter", "vi")
OFFICES = ("ministre", "directeur", "ambassadeur", "secrétaire général", "conseiller")
STATUSES = ("Interest", "Proposed", "Negotiation", "Agreed", "Signed", "Delivered", "Cancelled")
FIRST = date(2010, 1, 4)
NODES = 3.3
"""About how many nodes an article brings that are drawn; products are not."""


def readings(nodes: int) -> Iterator[Reading]:
    """Yield what is read in so many articles that of their network a little more than `nodes` nodes are drawn."""
    chance = random.Random(20160405)
    number = max(1, round(nodes / NODES))
    people = [_name(chance, 2) for _ in range(max(4, round(nodes * 0.3)))]
    agencies = [f"Agence {_name(chance, 1)} {n}" for n in range(max(2, round(nodes * 0.12)))]
    topics = [f"sujet {_name(chance, 1).lower()}" for _ in range(max(2, round(nodes * 0.02)))]
    for n in range(number):
        yield _article(n, chance, people, agencies, topics)


def filled(nodes: int) -> Store:
    """Return a store in memory of which a little more than that many nodes are drawn."""
    quads = [quad for one in readings(nodes) for quad in describe(one)]
    store = Store.memory()
    store.engine.bulk_extend(quads + list(links(quads, load_lexicon().entries)))
    return store


def _name(chance: random.Random, words: int) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).title() for _ in range(words))


def _often(chance: random.Random, names: list[str]) -> str:
    return names[int(chance.random() ** 2.2 * len(names))]


def _article(n: int, chance: random.Random, people: list[str], agencies: list[str], topics: list[str]) -> Reading:
    countries = [e.iri for e in load_lexicon().entries.values() if e.kind == "Country"]
    chief = [next(e.iri for e in load_lexicon().named(name) if e.kind == "Country") for name in ("Maroc", "Russie")]
    day = (FIRST + timedelta(days=n)).isoformat()
    host, guest = people[n % len(people)], _often(chance, people)
    agency, topic = _often(chance, agencies), _often(chance, topics)
    text = f"{host}, {OFFICES[n % 5]} de {agency}, a reçu {guest} pour parler de {topic}."
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in (host, guest, agency, topic)}
    kinds = {host: "Person", guest: "Person", agency: "Agency", topic: "Topic"}
    iris = {name: entity_iri(kind, name) for name, kind in kinds.items()}
    whole = (Span(0, len(text)),)

    def grounds(**told: str) -> tuple[Ground, ...]:
        return tuple(Ground(slot, iris[name], "read", spans[name]) for slot, name in told.items())

    country = chief[n % 2] if n % 5 else countries[n % len(countries)]
    dated: dict[str, Any] = {"date": day, "earliest": day, "latest": day} if n % 9 else {}
    records: list[Record] = [
        Tenure("tenure-1", whole, grounds(holder=host, agency=agency), holder=iris[host], title=OFFICES[n % 5],
               agency=iris[agency], country=country),
        Meeting("meeting-1", whole, grounds(host=host, guest=guest, topic=topic), host=(iris[host],),
                guest=(iris[guest],), participant=(iris[host], iris[guest]), topic=(iris[topic],), status="Held",
                stated_by=(iris[host],) if n % 3 else (), **dated),
    ]  # fmt: skip
    entities = [Entity(iris[name], kind, (name,)) for name, kind in kinds.items()]
    if n % 2 == 0:
        product = Entity(entity_iri("Product", f"produit {n}"), "Product", (f"produit {n}",))
        company = Entity(entity_iri("Company", f"Société {n // 4}"), "Company", (f"Société {n // 4}",))
        entities += [product, company]
        records.append(
            Deal("deal-1", whole, supplier=(company.iri,), recipient=(chief[n % 2],), product=(product.iri,),
                 status=STATUSES[n // 2 % 7], certainty="Asserted" if n % 8 else "Conditional")
        )  # fmt: skip
    if n % 6 == 1:
        records.append(Agreement("agreement-1", whole, party=tuple(chief), topic=(iris[topic],), status="Signed"))
    article = Article(text, f"Article {n}", f"media{n % 20}.example", f"https://example.org/{n}",
                      published=FIRST + timedelta(days=n + 1))  # fmt: skip
    unique = {entity.iri: entity for entity in entities}
    return Reading(article, tuple(records), tuple(unique[iri] for iri in sorted(unique)))
