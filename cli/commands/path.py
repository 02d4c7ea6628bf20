"""dragoman path: how two entities are connected."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import click

from dragoman.cli import answers
from dragoman.cli.completion import entity_names
from dragoman.cli.notices import emphasised, notice
from dragoman.cli.options import command, language, output, store
from dragoman.cli.wrapping import wrapped
from dragoman.queries.results import Table, text


@command("path", example="dragoman path 'Mohammed VI' 'Nikolaï Patrouchev'")
@click.argument("one", metavar="A", shell_complete=entity_names)
@click.argument("other", metavar="B", shell_complete=entity_names)
@output(*answers.FORMATS[:-1])
@language
@store
def path(one: str, other: str, format_: str | None, lang: str, location: str) -> None:
    """Show the shortest connection between A and B: what joins each with the next, and the words that say so."""
    from dragoman.graph.paths import COLUMNS, shortest, told
    from dragoman.graph.store import Store
    from dragoman.queries.names import find

    with Store.open(location) as graph:
        begin, end = find(one, graph.query), find(other, graph.query)
        steps = shortest(graph, begin, end)
        answer = Table(COLUMNS, tuple(told(graph, step, lang) for step in steps or ()))
    if steps == ():
        notice("Both names stand for the same entity.")
    if steps and answers.chosen(answer, format_) == "table":
        for line in _drawn(answer):
            click.echo(line)
        return
    answers.show(answer, format_, lang=lang, none="Nothing in the graph connects them." if steps is None else "")


def _drawn(answer: Table) -> Iterator[str]:
    """Yield the path from top to bottom: an entity, what joins it with the next, and so on."""
    width = shutil.get_terminal_size((100, 24)).columns
    for number, row in enumerate(answer.rows):
        begin, end, what, quotation, article, published, _ = map(text, row)
        if number == 0:
            yield emphasised(begin)
        source = ", ".join(filter(None, (article, published)))
        for words in (what, f"“{quotation}”" + (f" — {source}" if source else "")):
            yield from wrapped(words, max(width, 40), "  │ ")
        yield emphasised(end)
