"""dragoman copy: a whole graph moves to another home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli import answers
from dragoman.cli.notices import complain, counted, notice, progress
from dragoman.cli.options import command, output, wait

if TYPE_CHECKING:
    from dragoman.graph.copying import Copied

COLUMNS = ("home", "articles", "triples", "lexicons", "links")


@command(
    "copy",
    example="dragoman copy dragoman.store graph.trig.gz\n"
    "dragoman copy graph.trig.gz other.store\n"
    "dragoman copy dragoman.store http://localhost:7878",
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@output(*answers.FORMATS[:-1])
@wait
@click.pass_context
def copy(ctx: click.Context, source: str, target: str, format_: str | None, wait: float) -> None:
    """Copy a whole graph FROM one home TO another, and count it at both ends.

    A home is a store's folder, a server's address, or a file: TriG (.trig) or N-Quads (.nq), either compressed too
    (.gz). Articles that are the same there already are passed over, so a copy that was broken off goes on with the same
    command; those that are only there stay. A file is written whole or not at all, and none is replaced; one that
    dragoman export did not write is refused. Leaves with status 1 where the two ends do not agree.
    """
    from dragoman.graph.copying import copy as copy_

    try:
        done = copy_(source, target, lambda words, total: progress(words, total or None), wait=wait)
    except KeyboardInterrupt:
        notice(f"What was copied to {target} is kept whole; the same command goes on from there.")
        raise
    for sentence in done.notices:
        notice(sentence)
    _show(source, target, done, format_)
    notice(_told(target, done))
    if done.differing:
        complain(
            f"{counted(len(done.differing), 'graph')} of {source} {'is' if len(done.differing) == 1 else 'are'} not the "
            f"same at {target}, {done.differing[0]} among them; something else writes there: copy again when it is done."
        )
        ctx.exit(1)


def _show(source: str, target: str, done: Copied, format_: str | None) -> None:
    """Print how much there is at each end of what was copied."""
    from pyoxigraph import Literal

    from dragoman.queries.results import Table

    rows = tuple(
        (Literal(home), *(Literal(number) for number in (count.articles, count.triples, count.lexicons, count.links)))
        for home, count in ((source, done.source), (target, done.target))
    )
    answers.show(Table(COLUMNS, rows), format_)


def _told(target: str, done: Copied) -> str:
    """Return in a sentence what became of the articles."""
    moved = done.moved
    again = f", {moved.replaced:,} of them in place of what was there" if moved.replaced else ""
    same = f"; {moved.passed_over:,} were there already and were passed over" if moved.passed_over else ""
    others = f"; {counted(moved.others, 'other article')} there {_stay(moved.others)}" if moved.others else ""
    return f"Copied {counted(moved.new + moved.replaced, 'article')} to {target}{again}{same}{others}."


def _stay(number: int) -> str:
    return "stays" if number == 1 else "stay"
