"""dragoman path: how two entities are connected."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal, NamedNode

from dragoman.cli import answers
from dragoman.cli.completion import entity_names
from dragoman.cli.notices import emphasised, notice
from dragoman.cli.options import command, language, output, store
from dragoman.cli.wrapping import wrapped
from dragoman.queries.results import Table

if TYPE_CHECKING:
    from dragoman.graph.paths import Step
    from dragoman.graph.store import Store
    from dragoman.queries.values import Term

COLUMNS = ("begin", "end", "what", "quotation", "article", "published", "record")
_RECORD = """
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
_NAME = "SELECT ?entity ?lang ?name { ?entity rdfs:label ?name } ORDER BY DESC(LANG(?name) = ?lang) LANG(?name) ?name LIMIT 1"


@command("path", example="dragoman path 'Mohammed VI' 'Nikolaï Patrouchev'")
@click.argument("one", metavar="A", shell_complete=entity_names)
@click.argument("other", metavar="B", shell_complete=entity_names)
@output(*answers.FORMATS[:-1])
@language
@store
def path(one: str, other: str, format_: str | None, lang: str, location: str) -> None:
    """Show the shortest connection between A and B: what joins each with the next, and the words that say so."""
    from dragoman.graph.paths import shortest
    from dragoman.graph.store import Store
    from dragoman.queries.names import find

    with Store.open(location) as graph:
        begin, end = find(one, graph.query), find(other, graph.query)
        steps = shortest(graph, begin, end)
        answer = Table(COLUMNS, tuple(_row(graph, step, lang) for step in steps or ()))
    if steps == ():
        notice("Both names stand for the same entity.")
    if steps and answers.chosen(answer, format_) == "table":
        for line in _drawn(answer):
            click.echo(line)
        return
    answers.show(answer, format_, lang=lang, none="Nothing in the graph connects them." if steps is None else "")


def _row(graph: Store, step: Step, lang: str) -> tuple[Term | None, ...]:
    tag = {"lang": Literal(lang)}
    ends = [next(iter(graph.query(_NAME, {"entity": NamedNode(iri)} | tag)), None) for iri in (step.begin, step.end)]
    begin, end = (
        found["name"] if found is not None else NamedNode(iri)
        for found, iri in zip(ends, (step.begin, step.end), strict=True)
    )
    record = next(iter(graph.query(_RECORD, {"record": NamedNode(step.record)} | tag)))
    return (
        begin,
        end,
        record["name"],
        record["quotation"],
        record["article"],
        record["published"],
        NamedNode(step.record),
    )


def _drawn(answer: Table) -> Iterator[str]:
    """Yield the path from top to bottom: an entity, what joins it with the next, and so on."""
    width = shutil.get_terminal_size((100, 24)).columns
    for number, row in enumerate(answer.rows):
        begin, end, what, quotation, article, published, _ = ("" if term is None else term.value for term in row)  # type: ignore[union-attr]
        if number == 0:
            yield emphasised(begin)
        source = ", ".join(filter(None, (article, published)))
        for words in (what, f"“{quotation}”" + (f" — {source}" if source else "")):
            yield from wrapped(words, max(width, 40), "  │ ")
        yield emphasised(end)
