"""Shows what was read: every fact with its evidence or, for a person and many articles, how much in each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import click

from dragoman.cli import answers

if TYPE_CHECKING:
    from dragoman.graph.many.outcomes import Outcome
    from dragoman.graph.store import Store

IN_FULL: Final = 3
"""Articles up to which a person is shown all that was found in them."""
MANY: Final = 100
"""Articles up to which data holds all that was found, unless a format is asked for: asking takes longer the more there is."""
COLUMNS: Final = ("article", "published", "by", "title", "facts")
_STREAMED: Final = ("csv", "tsv")


def show(kept: Sequence[Outcome], graph: Store, format_: str | None) -> None:
    """Print what articles state; rows go out article by article where the format allows, so that none is held.

    Args:
        kept: the articles that are in the graph.
        graph: the store that has them.
        format_: the format that was asked for; None lets the place where it is printed decide.
    """
    form = format_ or ("table" if sys.stdout.isatty() else "tsv")
    if form == "table":
        _for_a_person(kept, graph)
    elif len(kept) > MANY and format_ is None:
        _list(kept, form)
    elif kept:
        _as_data(kept, graph, form)


def _as_data(kept: Sequence[Outcome], graph: Store, form: str) -> None:
    from dragoman.queries.asking import table
    from dragoman.queries.results import Table, serialise

    tables = (table(graph.query, "contribution", article=one.article) for one in kept)
    sys.stdout.flush()
    if form in _STREAMED:
        for number, one in enumerate(tables):
            data = serialise(one, form)
            sys.stdout.buffer.write(data.split(b"\n", 1)[1] if number else data)
        return
    whole = list(tables)
    sys.stdout.buffer.write(serialise(Table(whole[0].columns, tuple(row for one in whole for row in one.rows)), form))


def _list(kept: Sequence[Outcome], form: str) -> None:
    """Write a row for each article that was read: how much it states."""
    from pyoxigraph import Literal, NamedNode

    from dragoman.graph.triples import integer
    from dragoman.queries.results import Table, serialise

    rows = [
        (
            NamedNode(one.article),
            Literal(one.about.published) if one.about.published else None,
            Literal(one.about.outlet) if one.about.outlet else None,
            Literal(one.about.title),
            integer(sum(one.records.values())),
        )
        for one in kept
        if one.kind != "passed over" and one.about and one.article
    ]
    sys.stdout.flush()
    sys.stdout.buffer.write(serialise(Table(COLUMNS, tuple(rows)), form))


def _for_a_person(kept: Sequence[Outcome], graph: Store) -> None:
    from dragoman.queries.asking import table
    from dragoman.queries.catalogue import question
    from dragoman.queries.results import is_empty, lines

    if len(kept) > IN_FULL:
        fresh = [(one.about, sum(one.records.values())) for one in kept if one.kind != "passed over" and one.about]
        rows = [(about.published, about.outlet, about.title, str(number)) for about, number in fresh]
        if rows:
            answers.show_rows(("published", "by", "title", "facts"), rows)
        return
    details = {*question("contribution").details, "title", "saidBy"}
    for one in kept:
        assert one.about is not None
        found = table(graph.query, "contribution", article=one.article)
        click.echo()
        click.echo(", ".join(filter(None, (one.about.title, one.about.outlet, one.about.published))))
        if is_empty(found):
            click.echo(
                "    nothing that it reads: no visit, meeting, agreement, deal, announcement, cooperation or office"
            )
        else:
            answers.show_rows(*lines(found, one.about.language, details), one.about.language)
