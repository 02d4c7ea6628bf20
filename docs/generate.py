"""Writes what docs/ can be made of: the command line, the questions and the vocabulary; and README's session anew.

python docs/generate.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.application import COMMANDS, dragoman
from dragoman.ontology.page import page as ontology_page
from dragoman.queries.catalogue import catalogue
from dragoman.queries.page import page as questions

sys.path.insert(0, str(Path(__file__).parent))
from session import readme  # it stands beside this file

FOLDER = Path(__file__).parent
STATUSES = """Every command leaves with 0 where it is done, 1 where the answer is no (no row, `ASK` false, something invalid), 2 where
what was typed or read is at fault, 3 where the machine is (lock, disk), 130 after Ctrl-C, 143 where it was asked to end. Errors are one sentence on
standard error; `--debug` shows where they arose. Tables are laid out on a terminal and tab-separated in a pipe.

Completion of commands, questions and names: `eval "$(_DRAGOMAN_COMPLETE=bash_source dragoman)"` in `~/.bashrc`
(`zsh_source`, `fish_source` for those shells).
"""


def command_line() -> str:
    """Return the page of the command line: the help of each command as it is printed."""
    parts = ["# The command line\n", "Written from the commands' own help by `make docs`.\n", STATUSES, _help(())]
    for names in COMMANDS.values():
        parts += [f"## dragoman {name}\n\n{_help((name,))}" for name in names]
    return "\n".join(parts)


def _help(names: tuple[str, ...]) -> str:
    command: click.Command = dragoman
    context = _context(dragoman, "dragoman", None)
    for name in names:
        found = dragoman.get_command(context, name)
        assert found is not None
        command, context = found, _context(found, name, context)
    return f"```\n{command.get_help(context)}\n```\n"


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=100,
        max_content_width=100,
        help_option_names=["-h", "--help"],
    )


PAGES = {
    "cli.md": command_line,
    "queries.md": lambda: questions(catalogue().values()),
    "ontology.html": ontology_page,
    "../README.md": readme,
}


def main() -> int:
    """Write the pages or, with --check, return 1 where one is out of date."""
    stale = []
    for name, make in PAGES.items():
        path, content = FOLDER / name, make()
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(content, encoding="utf-8")
    if stale:
        print(f"{'Out of date' if '--check' in sys.argv else 'Wrote'}: {', '.join(stale)}")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
