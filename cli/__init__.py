"""How the graph is asked: the `dragoman` command. Each command is a module of its own, loaded when it is used."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit status (0 done, 1 no, 2 bad usage or input, 3 failure, 130 Ctrl-C)."""
    status = 130
    try:
        from dragoman.cli.application import dragoman

        speak_utf_8()
        status = dragoman.main(standalone_mode=False)
    except KeyboardInterrupt:  # even while the first modules load
        pass
    leave(status)


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
