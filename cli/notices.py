"""What is said beside the data: on standard error, never in the way of a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.graph.store import Store

QUIET = "dragoman.quiet"


def notice(text: str) -> None:
    """Tell the user something on standard error, unless -q asks for silence."""
    context = click.get_current_context(silent=True)
    if context is None or not context.meta.get(QUIET):
        click.echo(text, err=True)


def note_if_empty(graph: Store) -> None:
    """Tell the user where nothing has been read yet, so that nothing is what there is."""
    if not graph.articles():
        notice("No article has been read yet; dragoman read reads some.")


def complain(sentence: str) -> None:
    """Tell the user what went wrong, in red on a terminal."""
    click.secho(sentence, err=True, fg="red", color=colour())


def colour() -> bool | None:
    """Return False where no colour is wanted (--no-color, NO_COLOR), None where the terminal decides."""
    return False if os.environ.get("NO_COLOR") else None


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "article"), counted(2000, "article")
    ('1 article', '2,000 articles')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


@contextmanager
def progress(words: str, total: int) -> Iterator[Callable[[], None]]:
    """Say on a terminal what is going on and how far it has come; yield what is to be called after each step."""
    context = click.get_current_context(silent=True)
    if not sys.stderr.isatty() or (context is not None and context.meta.get(QUIET)):
        yield lambda: None
        return
    done = 0

    def tell() -> None:
        of = f", {done:,} done" if total > 1 and done else ""
        sys.stderr.write(f"\r\x1b[K{words}{of} …")
        sys.stderr.flush()

    def advance() -> None:
        nonlocal done
        done += 1
        tell()

    tell()
    try:
        yield advance
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def emphasised(text: str) -> str:
    """Return `text` in bold where it goes to a terminal that may have it."""
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return f"\x1b[1m{text}\x1b[0m" if bold else text
