"""dragoman stats: what the graph holds."""

from __future__ import annotations

import click

from dragoman.cli import answers
from dragoman.cli.notices import notice
from dragoman.cli.options import command, output, store
from dragoman.queries.asking import table
from dragoman.queries.listings import contents


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
        answer = table(graph.query, "unknown") if unknown else contents(graph.query)
        empty = not graph.articles()
    answers.show(answer, format_)
    if empty:
        notice("No article has been read yet; dragoman read reads some.")
