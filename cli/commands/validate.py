"""dragoman validate: shapes and evidence."""

from __future__ import annotations

import sys

import click

from dragoman.cli.notices import notice
from dragoman.cli.options import command, store


@command("validate", example="dragoman validate && dragoman export -o graph.ttl")
@store
@click.pass_context
def validate(ctx: click.Context, location: str) -> None:
    """Check every article's graph against the shapes, and every quotation against the words of its article.

    Leaves with status 1 where something is wrong, and names it: article, node and what is wrong with it.
    """
    from dragoman.graph.store import Store
    from dragoman.graph.validation import validate as findings

    found = 0
    with Store.open(location) as graph:
        read = len(list(graph.articles()))
        for finding in findings(graph):
            found += 1
            if sys.stdout.isatty():
                click.echo(f"{finding.focus}\n    {finding.message}")
            else:
                click.echo("\t".join((finding.article, finding.focus, " ".join(finding.message.split()))))
    articles = f"{read} article{'s' * (read != 1)}"
    if found:
        notice(f"{found} finding{'s' * (found != 1)} in {articles}.")
        ctx.exit(1)
    notice(f"Valid: {articles}, every record as its shape asks, every quotation where it says.")
