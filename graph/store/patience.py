"""Waits for work that cannot be interrupted, and goes without it when time is up or Ctrl-C is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dragoman.ontology.errors import TimeLimit

T = TypeVar("T")


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """Return what `work` returns, or stop waiting for it.

    A query that the engine runs hears nothing until it is done, so it runs in a thread that does not keep the process
    alive (the command line leaves it behind).

    Raises:
        TimeLimit: it is not done after so many seconds.
    """
    from threading import Thread

    done: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:
            from traceback import clear_frames

            # what the engine made in this thread may not outlive it in another
            for one in (error, error.__cause__):
                clear_frames(one.__traceback__ if one is not None else None)
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise too_long(seconds)
    return done[0]


def too_long(seconds: float | None) -> TimeLimit:
    """Return that a query took longer than it was given."""
    return TimeLimit(
        f"The query took longer than {seconds:g} seconds; make it narrower, or give it more with --timeout."
    )
