"""The `dragoman` command itself: it knows its commands by name and loads the one that is used."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import click

from dragoman.cli.options import debug

COMMANDS: Final = {
    "Articles": {
        "read": "Read articles into the graph.",
        "articles": "List what has been read.",
        "remove": "Take an article out again.",
    },
    "Questions": {
        "queries": "List the questions it knows.",
        "query": "Ask a question, or any SPARQL.",
        "show": "Show one entity's dossier.",
        "path": "Show how two entities are connected.",
        "timeline": "List the events in order.",
        "stats": "Count what the graph holds.",
    },
    "The graph": {
        "view": "Draw it as one interactive page.",
        "export": "Write it as Turtle and other formats.",
        "copy": "Copy it to another home, and back.",
        "validate": "Check it against its shapes and its articles.",
        "ontology": "Print the vocabulary itself.",
    },
}
"""The commands by section, each with the first line of its help, so that the overview loads none of them."""


class Application(click.Group):
    """A group of commands that loads a command's module when it is used and words every failure as one sentence."""

    debug = False

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands' names, in the order in which one needs them."""
        return [name for section in COMMANDS.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load and return one command, None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        from importlib import import_module

        command = getattr(import_module(f"dragoman.cli.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name, or say which one may be meant."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            from difflib import get_close_matches

            likely = get_close_matches(args[0], known, 1)
            ctx.fail(
                f"There is no command {args[0]}; "
                + (f"did you mean {likely[0]}?" if likely else "it has read, query and others")
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the overview by section without loading a command."""
        for section, commands in COMMANDS.items():
            with formatter.section(section):
                formatter.write_dl([(name.ljust(10), summary) for name, summary in commands.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whoever reads its output and stops early has had enough, which is no failure."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()
            result = None
        return result

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line; return its exit status or, where `standalone_mode` is on, leave with it."""
        self.debug = False
        if "_DRAGOMAN_COMPLETE" in os.environ:
            import dragoman.cli.bash  # noqa: F401 - registers itself
        try:
            result = super().main(args, prog_name or "dragoman", complete_var, standalone_mode=False, **extra)
            status = result if isinstance(result, int) else 0
        except SystemExit as exit_:
            status = exit_.code if isinstance(exit_.code, int) else 1
        except (Exception, KeyboardInterrupt) as error:
            status = self._fail(error)
        if standalone_mode:
            sys.exit(status)
        return status

    def _fail(self, error: BaseException) -> int:
        # imported where something failed, so that nothing that works waits for it
        from dragoman.cli.failures import explain
        from dragoman.cli.notices import complain

        if self.debug:
            import traceback

            traceback.print_exception(error)
        sentence, status = explain(error)
        with suppress(OSError):
            complain(sentence)
        return status


def _discard_output() -> None:
    """Send what is still buffered nowhere, so that nothing complains about the closed pipe at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(ctx: click.Context, _: click.Parameter, on: bool) -> None:
    if on and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"dragoman {version('dragoman')}")
        ctx.exit()


@click.group(
    cls=Application,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: dragoman read --example; then dragoman query who-met-whom",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@debug
@click.pass_context
def dragoman(ctx: click.Context) -> None:
    """Read what the press writes about cooperation between two states; ask who met whom, who said so, in which words."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
