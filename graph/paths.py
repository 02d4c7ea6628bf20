"""Finds how two entities are connected: the shortest chain of happenings and offices that lead from one to the other."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from pyoxigraph import Literal, NamedNode

from dragoman.ontology.namespaces import DGM

_NEIGHBOURS: Final = """
SELECT DISTINCT ?entity ?other ?type ?record {
  ?record ?role ?entity ; dgm:evidence ?passage ; ?otherRole ?other .
  FILTER(?other != ?entity && ?role != dgm:statedBy && ?otherRole != dgm:statedBy)
  ?other a ?type .
  FILTER(?type IN (dgm:Person, dgm:Country, dgm:Agency, dgm:Company, dgm:Organization, dgm:Outlet, dgm:Place, dgm:Product,
    dgm:Topic))
}
"""
_NAME: Final = "SELECT ?entity ?lang ?name { ?entity rdfs:label ?name } ORDER BY DESC(LANG(?name) = ?lang) LANG(?name) ?name LIMIT 1"
_RECORD: Final = """
SELECT ?record ?lang ?name ?quotation ?article ?published {
  ?record dgm:evidence ?passage .
  ?passage nif:anchorOf ?quotation ; nif:beginIndex ?begin ; nif:referenceContext ?text .
  OPTIONAL { ?record rdfs:label ?name }
  OPTIONAL { ?text dcterms:title ?article }
  OPTIONAL { ?text dcterms:issued ?published }
}
ORDER BY DESC(LANG(?name) = ?lang) ?name ?begin
LIMIT 1
"""
COLUMNS: Final = ("begin", "end", "what", "quotation", "article", "published", "record")
"""What `told` tells of a step, in this order."""
_ACTORS: Final = frozenset(DGM + kind for kind in ("Person", "Agency", "Company", "Organization"))
STEP, DETOUR = 1, 3
"""What a step costs, and one through a country, a place, a product or a topic, which join almost everything."""


class Asked(Protocol):
    """What a path needs of a store."""

    def query(self, text: str, bindings: Any = ..., /) -> Any:
        """Return the solutions of a SELECT query."""


@dataclass(frozen=True, order=True)
class Step:
    """One step of a path: the record that has both entities in it."""

    begin: str
    end: str
    record: str


def shortest(store: Asked, begin: str, end: str) -> tuple[Step, ...] | None:
    """Return the steps from one entity to another, None where nothing connects them.

    People and organisations are gone through rather than countries and places, even if that takes a step more. Of
    several paths that are equally short, the same one is returned every time.

    Args:
        store: what is asked.
        begin: the IRI of an entity.
        end: the IRI of another.
    """
    queue: list[tuple[int, str, tuple[Step, ...]]] = [(0, begin, ())]
    done: set[str] = set()
    while queue:
        cost, here, steps = heapq.heappop(queue)
        if here == end:
            return steps
        if here in done:
            continue
        done.add(here)
        for other, costs, record in _neighbours(store, here, end):
            if other not in done:
                heapq.heappush(queue, (cost + costs, other, (*steps, Step(here, other, record))))
    return None


def told(store: Asked, step: Step, lang: str) -> tuple[NamedNode | Literal | None, ...]:
    """Return a step in words: the names of both ends, what joins them, the sentence that says so and its article.

    Args:
        store: what is asked.
        step: one of the steps of a path.
        lang: the language in which things are named where they can be.
    """
    tag = {"lang": Literal(lang)}

    def named(iri: str) -> NamedNode | Literal:
        found = next(iter(store.query(_NAME, {"entity": NamedNode(iri)} | tag)), None)
        name: NamedNode | Literal = NamedNode(iri) if found is None else found["name"]
        return name

    record = next(iter(store.query(_RECORD, {"record": NamedNode(step.record)} | tag)))
    words = (record[column] for column in ("name", "quotation", "article", "published"))
    return (named(step.begin), named(step.end), *words, NamedNode(step.record))


def _neighbours(store: Asked, entity: str, end: str) -> Iterator[tuple[str, int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for row in store.query(_NEIGHBOURS, {"entity": NamedNode(entity)}):
        other, record = row["other"].value, row["record"].value
        costs = STEP if other == end or row["type"].value in _ACTORS else DETOUR
        found[other] = min(found.get(other, (costs, record)), (costs, record))
    for other, (costs, record) in sorted(found.items()):
        yield other, costs, record
