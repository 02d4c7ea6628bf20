"""Says on a terminal how far long work has come, and how fast it goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

import click

from dragoman.cli.notices import QUIET

EVERY: Final = 0.2
"""Seconds between two words about one piece of work, which saying them must not slow down."""


@contextmanager
def pace(words: str, total: int = 0) -> Iterator[Callable[[int], None]]:
    """Say on a terminal what is going on; yield what is told of the steps that were done.

    Args:
        words: what is going on.
        total: how many steps there are, 0 where nobody knows.
    """
    context = click.get_current_context(silent=True)
    if not sys.stderr.isatty() or (context is not None and context.meta.get(QUIET)):
        yield lambda _: None
        return
    began, said, done = monotonic(), 0.0, 0

    def advance(steps: int) -> None:
        nonlocal said, done
        done += steps
        now = monotonic()
        if now - said >= EVERY:
            said = now
            _tell(f"{words}, {told(done, total, now - began)} …")

    _tell(f"{words} …")
    try:
        yield advance
    finally:
        _tell("")


def told(done: int, total: int, seconds: float) -> str:
    """Return how far work has come.

    >>> told(300, 1200, 2.0), told(300, 0, 2.0)
    ('300 of 1,200, 150 a second', '300, 150 a second')
    """
    of = f" of {total:,}" if total else ""
    return f"{done:,}{of}, {done / max(seconds, 0.001):,.0f} a second"


def _tell(text: str) -> None:
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()
