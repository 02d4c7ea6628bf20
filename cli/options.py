"""What the commands share: options declared once, and the command that ends its help with an example."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from dragoman.cli.notices import QUIET
from dragoman.graph import DEFAULT_STORE
from dragoman.ontology.languages import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])


class Command(click.Command):
    """A command whose help ends with a real example."""

    def __init__(self, *arguments: Any, example: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.example = example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the example as it is typed."""
        with formatter.section("Example"):
            for line in self.example.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def command(name: str, *, example: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command with the options that every command has."""

    def make(function: Callable[..., Any]) -> Command:
        for add in (debug, _no_color, _quiet):
            function = add(function)
        return click.command(name, cls=Command, example=example)(function)

    return make


def _keep_quiet(ctx: click.Context, _: click.Parameter, on: bool) -> None:
    if on:
        ctx.meta[QUIET] = True


def _drop_colour(_: click.Context, __: click.Parameter, on: bool) -> None:
    if on:
        os.environ["NO_COLOR"] = "1"


def _show_tracebacks(ctx: click.Context, _: click.Parameter, on: bool) -> None:
    if on:
        ctx.find_root().command.debug = True  # type: ignore[attr-defined]


_quiet = click.option(
    "-q", "--quiet", is_flag=True, expose_value=False, callback=_keep_quiet, help="Say nothing but the answer."
)
_no_color = click.option(
    "--no-color",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_drop_colour,
    help="No colour (also NO_COLOR).",
)
debug = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_tracebacks,
    help="Show where an error arose.",
)
store = click.option(
    "--store",
    "location",
    envvar="DRAGOMAN_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    metavar="PLACE",
    help="Where the graph is kept: a folder, a SPARQL server (http://...), or memory for this run alone (also DRAGOMAN_STORE).",
)
wait = click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=0,
    metavar="SECONDS",
    help="How long to wait where another process writes the store; not at all by default.",
)
language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="fr",
    show_default=True,
    help="The language in which things are named.",
)


def later(module: str, name: str) -> Callable[[click.Context, click.Parameter, str], list[Any]]:
    """Return what completes a word, imported from a module of `dragoman.cli` when Tab is pressed and not before."""

    def complete(ctx: click.Context, option: click.Parameter, incomplete: str) -> list[Any]:
        from importlib import import_module

        offered: list[Any] = getattr(import_module(f"dragoman.cli.{module}"), name)(ctx, option, incomplete)
        return offered

    return complete


def output(*formats: str) -> Callable[[F], F]:
    """Return the option -f for a command that writes these formats."""
    return click.option(
        "-f",
        "--format",
        "format_",
        type=click.Choice(formats, case_sensitive=False),
        help="How the answer is written; by default a table on a terminal and tsv in a pipe.",
    )
