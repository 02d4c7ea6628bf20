"""Words every failure as one sentence with its exit status."""

from __future__ import annotations

import errno

import click

from dragoman.ontology.errors import DragomanError, QueryError, UnknownName

STOPPED = 130


def explain(error: BaseException) -> tuple[str, int]:
    """Return the sentence that the user of the command line reads, and the exit status.

    >>> explain(KeyError("x"))
    ("Error: Something unexpected went wrong (KeyError: 'x'); add --debug to see where, and report it.", 3)
    """
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return "Stopped.", STOPPED
    if isinstance(error, DragomanError):
        text = str(error)
        if isinstance(error, QueryError | UnknownName) and text.partition(" ")[0].rstrip(",").isalpha():
            text = text[:1].upper() + text[1:]  # others may begin with the name of a file, and that is as it is
        return sentence(text), error.status
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "dragoman"
        said = error.format_message().rstrip(".")
        return sentence(
            f"{said} See {command} -h" if said.endswith("?") else f"{said}; see {command} -h"
        ), error.exit_code
    if isinstance(error, click.ClickException):
        return sentence(error.format_message()), 2
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return sentence("The output could not be written, for there is no room left; free some and run it again"), 3
    if isinstance(error, OSError) and error.errno == errno.EBADF:
        return sentence("Standard output is closed, so nothing could be written there; leave it open, or use -o"), 3
    if isinstance(error, UnicodeEncodeError):
        return sentence(
            "What was typed holds bytes that are no UTF-8; type it again, in a terminal that writes UTF-8"
        ), 2
    if isinstance(error, MemoryError):
        return sentence("There is not enough memory for this; give it less at once"), 3
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return sentence(f"{where}{error.strerror}; add --debug to see where it happened"), 3
    reason = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
    return sentence(f"Something unexpected went wrong ({reason}); add --debug to see where, and report it"), 3


def sentence(text: str) -> str:
    """Return `text` as an error's sentence: on one line, with a stop at its end.

    >>> sentence("press holds no article")
    'Error: press holds no article.'
    """
    plain = " ".join(text.split())
    return f"Error: {plain}" + ("" if plain.endswith((".", "?", "!")) else ".")
