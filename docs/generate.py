"""Writes what docs/ can be made of: the vocabulary, the questions and the command line, each from its own source."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.application import COMMANDS, dragoman
from dragoman.ontology.page import page as vocabulary
from dragoman.queries.catalogue import catalogue
from dragoman.queries.page import page as questions

FOLDER = Path(__file__).parent


def command_line() -> str:
    """Return the help of every command as one Markdown page."""
    parts = ["# The command line\n\nWritten from the commands' own help by `make docs`.\n"]
    with click.Context(dragoman, info_name="dragoman") as top:
        for name in (name for section in COMMANDS.values() for name in section):
            command = dragoman.get_command(top, name)
            assert command is not None
            with click.Context(command, info_name=f"dragoman {name}", max_content_width=100, terminal_width=100) as ctx:
                parts.append(f"## dragoman {name}\n\n```\n{command.get_help(ctx)}\n```\n")
    return "\n".join(parts)


def pages() -> dict[str, str]:
    """Return every page by its file name."""
    return {"cli.md": command_line(), "ontology.html": vocabulary(), "queries.md": questions(catalogue().values())}


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
