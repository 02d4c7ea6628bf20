"""Lists what there is: how much of each kind, the names of entities, the titles and addresses of articles."""

from __future__ import annotations

from typing import Final

from dragoman.queries.names import Ask
from dragoman.queries.results import Table, collect

_NAMES: Final = "SELECT DISTINCT ?name { ?entity rdfs:label ?name FILTER NOT EXISTS { ?entity dgm:evidence ?passage } }"
_TITLES: Final = "SELECT DISTINCT ?name { ?article a dgm:Article ; dcterms:title ?name }"
_ADDRESSES: Final = "SELECT ?article ?address { ?article a dgm:Article ; schema:url ?address }"

_CONTENTS: Final = """
SELECT ?what ?number {
  {
    SELECT (COUNT(DISTINCT ?article) AS ?number) (1 AS ?order) ("articles" AS ?what) { ?article a dgm:Article }
  } UNION {
    SELECT (COUNT(DISTINCT ?happening) AS ?number) (2 AS ?order) ("happenings" AS ?what) { ?record dgm:happening ?happening }
  } UNION {
    SELECT (COUNT(DISTINCT ?record) AS ?number) (3 AS ?order) ("records" AS ?what) { ?record dgm:evidence ?passage }
  } UNION {
    SELECT (COUNT(DISTINCT ?record) AS ?number) (4 AS ?order) (CONCAT("records: ", STRAFTER(STR(?class), "#")) AS ?what) {
      ?record dgm:evidence ?passage ; a ?class
    } GROUP BY ?class
  } UNION {
    SELECT (COUNT(DISTINCT ?passage) AS ?number) (5 AS ?order) ("passages quoted" AS ?what) { ?record dgm:evidence ?passage }
  } UNION {
    SELECT (COUNT(DISTINCT ?entity) AS ?number) (6 AS ?order) (CONCAT("named: ", STRAFTER(STR(?class), "#")) AS ?what) {
      ?record dgm:evidence ?passage ; ?property ?entity .
      ?entity a ?class .
      FILTER(?class IN (dgm:Person, dgm:Country, dgm:Agency, dgm:Company, dgm:Organization, dgm:Outlet, dgm:Source, dgm:Place,
        dgm:Product, dgm:Topic))
    } GROUP BY ?class
  }
}
ORDER BY ?order DESC(?number) ?what
"""


def contents(ask: Ask) -> Table:
    """Return how much there is: articles, happenings, records of each kind, passages, and whom and what they name."""
    found = collect(ask(_CONTENTS))
    assert isinstance(found, Table)
    return found


def entity_names(ask: Ask) -> list[str]:
    """Return the names of all entities, each once, sorted."""
    return sorted({row["name"].value for row in ask(_NAMES)})


def article_titles(ask: Ask) -> list[str]:
    """Return the titles of all articles, each once, sorted."""
    return sorted({row["name"].value for row in ask(_TITLES)})


def addresses(ask: Ask) -> dict[str, str]:
    """Return the IRI of each article that has an address, by that address."""
    return {row["address"].value: row["article"].value for row in ask(_ADDRESSES)}
