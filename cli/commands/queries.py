"""dragoman queries: the questions that it knows."""

from __future__ import annotations

import click
from pyoxigraph import Literal

from dragoman.cli import answers
from dragoman.cli.asking import NAMED
from dragoman.cli.completion import question_names
from dragoman.cli.options import command, language, output
from dragoman.queries.catalogue import catalogue, question
from dragoman.queries.results import Table
from dragoman.queries.values import accepted

_TAKES = dict.fromkeys(NAMED, "any of its names, or its IRI")


@command("queries", example="dragoman queries who-met-whom")
@click.argument("name", required=False, shell_complete=question_names)
@language
@click.option("--text", is_flag=True, help="Print the SPARQL of the question NAME.")
@output(*answers.FORMATS[:-1])
def queries(name: str | None, lang: str, text: bool, format_: str | None) -> None:
    """List the questions it knows, or what the question NAME can be given."""
    words = "en" if lang == "en" else "fr"
    if name is None:
        rows = tuple(
            (Literal(one.name), Literal(one.title[words]), Literal(" ".join(map(_parameter, one.parameters.items()))))
            for one in catalogue().values()
        )
        answers.show(Table(("name", "question", "parameters"), rows), format_)
        return
    one = question(name)
    if text:
        click.echo(one.text, nl=False)
        return
    if format_ is None:
        click.echo(f"{one.title[words]}\n{one.description[words]}\n")
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
