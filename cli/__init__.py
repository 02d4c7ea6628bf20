"""How the graph is asked: the `dragoman` command. Each command is a module of its own, loaded when it is used."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit status (0 done, 1 no, 2 bad usage or input, 3 failure, 130 Ctrl-C)."""
    status = 130
    open_closed_streams()
    try:
        from dragoman.cli.application import dragoman

        speak_utf_8()
        status = dragoman.main(standalone_mode=False)
    except KeyboardInterrupt:  # even while the first modules load
        pass
    leave(status)


def open_closed_streams() -> None:
    """Put something where a standard stream is closed, lest the next file that is opened take its place.

    A database would get what is meant for the screen. What is said on a closed standard error is lost, as whoever
    closed it wants; an answer for which there is no output is not, since it fails to be written.
    """
    import os
    import sys

    for number, name, mode in ((0, "stdin", os.O_RDONLY), (1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.dup2(os.open(os.devnull, mode), number)
            # numbers are given from the lowest: what was opened is the stream itself
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115


def speak_utf_8() -> None:
    """Write UTF-8 into pipes and files whatever the locale says, and escape what a terminal cannot show."""
    import sys
    from io import TextIOWrapper

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def leave(status: int) -> NoReturn:
    """End the process at once: a query that runs in a thread of its own cannot be interrupted, only left behind."""
    import os
    import sys
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)
