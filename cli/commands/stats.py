"""dragoman stats: what the graph holds."""

from __future__ import annotations

import click

from dragoman.cli import answers
from dragoman.cli.asking import table
from dragoman.cli.notices import notice
from dragoman.cli.options import command, output, store
from dragoman.queries.results import Table, collect

_COUNTS = """
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


@command("stats", example="dragoman stats -f json\ndragoman stats --unknown -f csv")
@click.option(
    "--unknown", is_flag=True, help="List instead whom and what the articles name and the lexicon does not know."
)
@output(*answers.FORMATS[:-1])
@store
def stats(unknown: bool, format_: str | None, location: str) -> None:
    """Count what the graph holds: articles, what they state by kind, and whom and what they name."""
    from dragoman.graph.store import Store

    with Store.open(location) as graph:
        answer = table(graph, "unknown") if unknown else collect(graph.query(_COUNTS))
        empty = not graph.articles()
    answers.show(answer, format_)
    if empty and isinstance(answer, Table):
        notice("No article has been read yet; dragoman read reads some.")
