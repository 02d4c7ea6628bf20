"""What is said beside the data: on standard error, never in the way of a pipe."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.graph.store import Store

QUIET = "dragoman.quiet"
_TOLD_EVERY = 0.1


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
def progress(words: str, total: int | None = None) -> Iterator[Callable[..., None]]:
    """Say on a terminal what goes on, how far it has come, how fast and how long yet.

    Yield what is called at each step, or after each few with their number.
    """
    context = click.get_current_context(silent=True)
    if not sys.stderr.isatty() or (context is not None and context.meta.get(QUIET)):
        yield lambda _=1: None
        return
    done, began, told = 0, time.monotonic(), 0.0

    def tell() -> None:
        nonlocal told
        told = time.monotonic()
        sys.stderr.write(f"\r\x1b[K{words}{pace(done, total, told - began)} …")
        sys.stderr.flush()

    def advance(steps: int = 1) -> None:
        nonlocal done
        done += steps
        if done == total or time.monotonic() - told >= _TOLD_EVERY:
            tell()

    tell()
    try:
        yield advance
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def pace(done: int, total: int | None, seconds: float) -> str:
    """Return how far something has come, how fast and how long the rest will take, as what follows its name.

    >>> pace(1200, 10_000, 60.0)
    ', 1,200 done, 20.0/s, 8 min left'
    >>> pace(0, 10_000, 0.1), pace(1, 1, 2.0)
    ('', '')
    """
    if not done or total == 1:
        return ""
    said = f", {done:,} done"
    if seconds < 1:
        return said
    rate = done / seconds
    said += f", {rate:,.1f}/s"
    return said if total is None else f"{said}, {_span((total - done) / rate)} left"


def _span(seconds: float) -> str:
    if seconds < 100:
        return f"{math.ceil(seconds)} s"
    minutes = math.ceil(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"


def emphasised(text: str) -> str:
    """Return `text` in bold where it goes to a terminal that may have it."""
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return f"\x1b[1m{text}\x1b[0m" if bold else text
