"""dragoman timeline: the events in order."""

from __future__ import annotations

import click

from dragoman.cli import answers
from dragoman.cli.completion import entity_names
from dragoman.cli.options import command, language, output, store
from dragoman.queries.asking import table
from dragoman.queries.catalogue import question


@command("timeline", example="dragoman timeline --since 2016-03 --entity Moscou")
@click.option("--entity", metavar="NAME", shell_complete=entity_names, help="Only what involves this entity.")
@click.option(
    "--kind",
    type=click.Choice(question("timeline").parameters["kind"].values, case_sensitive=False),
    help="Only this kind.",
)
@click.option("--since", metavar="DATE", help="Not before this date, month or year.")
@click.option("--until", metavar="DATE", help="Not after this date, month or year.")
@output(*answers.FORMATS[:-1])
@language
@store
def timeline(
    entity: str | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    format_: str | None,
    lang: str,
    location: str,
) -> None:
    """List visits, meetings, agreements, deals and announcements in the order of their dates, each with its words."""
    from dragoman.graph.store import Store

    with Store.open(location) as graph:
        answer = table(graph.query, "timeline", entity=entity, kind=kind, since=since, until=until, lang=lang)
    answers.show(answer, format_, lang=lang, details=question("timeline").details, none="Nothing happened then.")
