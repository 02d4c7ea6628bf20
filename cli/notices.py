"""What is said beside the data: on standard error, never in the way of a pipe."""

from __future__ import annotations

import os

import click

QUIET = "dragoman.quiet"


def notice(text: str) -> None:
    """Tell the user something on standard error, unless -q asks for silence."""
    context = click.get_current_context(silent=True)
    if context is None or not context.meta.get(QUIET):
        click.echo(text, err=True)


def complain(sentence: str) -> None:
    """Tell the user what went wrong, in red on a terminal."""
    click.secho(sentence, err=True, fg="red", color=colour())


def colour() -> bool | None:
    """Return False where no colour is wanted (--no-color, NO_COLOR), None where the terminal decides."""
    return False if os.environ.get("NO_COLOR") else None
