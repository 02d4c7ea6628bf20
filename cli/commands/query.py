"""dragoman query: one of its questions, or any SPARQL."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from dragoman.cli import answers
from dragoman.cli.options import command, later, output, store
from dragoman.ontology.errors import QueryError
from dragoman.ontology.languages import LANGUAGES
from dragoman.queries.asking import ask
from dragoman.queries.catalogue import names, question

PATIENCE = 60.0
_SPARQL = re.compile(
    r"\s*(?:PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE|INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)(?:\s+\S|\s*[<*])",
    re.IGNORECASE,
)
"""How SPARQL begins where no brace gives it away, and neither a question's name nor a file's is likely to."""


@command(
    "query",
    example="dragoman query who-met-whom\n"
    "dragoman query visits -p country=Maroc -p other=Russie -f csv\n"
    "dragoman query 'SELECT ?deal ?status { ?deal a dgm:Deal ; dgm:status ?status }'",
)
@click.argument("asked", metavar="NAME|FILE|-", shell_complete=later("completion", "question_names"))
@click.option(
    "-p",
    "--param",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=later("parameters", "parameter_values"),
    help="Give the question a value; may be repeated.",
)
@output(*answers.FORMATS)
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="The language in which things are named, for questions that take one."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=PATIENCE,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for the answer.",
)
@click.option("--allow-remote", is_flag=True, help="Let the query ask other servers (SERVICE) and other graphs (FROM).")
@store
def query(
    asked: str,
    given: tuple[str, ...],
    format_: str | None,
    lang: str | None,
    timeout: float,
    allow_remote: bool,
    location: str,
) -> None:
    """Ask the question NAME (dragoman queries lists them), or the SPARQL in FILE, from standard input (-) or as it stands.

    The prefixes dgm:, id:, org:, nif:, skos: and the other usual ones need no declaration.
    """
    from dragoman.graph.store import Store
    from dragoman.graph.store.patience import within

    values = _values(given)
    if asked not in names():
        from dragoman.cli.sparql import answered

        text = _sparql(asked)
        with Store.open(location) as graph:
            answers.show(
                within(timeout, lambda: answered(graph, text, values, allow_remote=allow_remote)),
                format_,
                none="Nothing found.",
            )
        return
    one = question(asked)
    if "lang" in one.parameters and lang:
        values.setdefault("lang", lang)
    with Store.open(location) as graph:
        answer = within(timeout, lambda: ask(graph.query, one, values))
    words = values.get("lang", "fr")
    if answers.chosen(answer, format_) == "table":
        click.echo(one.title["fr" if words == "fr" else "en"])
    answers.show(answer, format_, lang=words, details=one.details, none="Nothing found.")


def _values(given: Iterable[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in map(_pair, given):
        if name in values:
            raise QueryError(f"-p {name}=... is given twice; give it once")
        values[name] = value
    return values


def _pair(written: str) -> tuple[str, str]:
    name, sign, value = written.partition("=")
    if not sign or not name.strip():
        raise QueryError(f"-p takes name=value, not “{written}”")
    return name.strip().removeprefix("?"), value


def _sparql(asked: str) -> str:
    """Return the SPARQL that is meant: from standard input, in a file, or the argument itself."""
    from dragoman.cli.sparql import decoded, from_file

    if asked == "-":
        return decoded(sys.stdin.buffer.read(), "standard input")
    if any(c in asked for c in "{\n") or _SPARQL.match(asked):
        return asked
    if Path(asked).is_file() or asked.endswith((".rq", ".sparql")) or "/" in asked:
        return from_file(asked)
    return question(asked).text  # which says that there is no such question, and which come closest
