"""dragoman queries: the questions that it knows."""

from __future__ import annotations

import shutil

import click
from pyoxigraph import Literal

from dragoman.cli import answers
from dragoman.cli.asking import NAMED
from dragoman.cli.completion import question_names
from dragoman.cli.options import command, language, output
from dragoman.cli.wrapping import wrapped
from dragoman.queries.catalogue import catalogue, question
from dragoman.queries.results import Table
from dragoman.queries.values import accepted

_TAKES = dict.fromkeys(NAMED, "any of its names, or its IRI")


@command("queries", example="dragoman queries who-met-whom")
@click.argument("name", required=False, shell_complete=question_names)
@language
@click.option("--text", is_flag=True, help="Print the SPARQL of the question NAME.")
@output(*answers.FORMATS[:-1])
@click.pass_context
def queries(ctx: click.Context, name: str | None, lang: str, text: bool, format_: str | None) -> None:
    """List the questions it knows, or what the question NAME can be given."""
    words = "fr" if lang == "fr" else "en"
    if name is None and text:
        raise click.UsageError("--text prints the SPARQL of one question; name it", ctx)
    if name is None:
        rows = tuple(
            (Literal(one.name), Literal(one.title[words]), Literal(" ".join(map(_parameter, one.parameters.items()))))
            for one in catalogue().values()
        )
        answers.show(Table(("name", "question", "parameters"), rows), format_, lang=words)
        return
    one = question(name)
    width = max(shutil.get_terminal_size((100, 24)).columns, 40)
    if text:
        click.echo(one.text, nl=False)
        return
    if format_ is None:
        for line in (*wrapped(one.title[words], width), *wrapped(one.description[words], width), ""):
            click.echo(line)
    parameters = tuple(
        (
            Literal(parameter.name + (" (needed)" if parameter.required else "")),
            Literal(parameter.description[words]),
            Literal(_TAKES.get(parameter.type) or accepted(parameter.type, parameter.values)),
            Literal(parameter.default or ""),
        )
        for parameter in one.parameters.values()
    )
    answers.show(Table(("parameter", "meaning", "takes", "default"), parameters), format_)


def _parameter(item: tuple[str, object]) -> str:
    name, parameter = item
    return f"{name}!" if getattr(parameter, "required", False) else name
