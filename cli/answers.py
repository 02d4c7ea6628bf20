"""Prints an answer: laid out for a person at a terminal, as data in a pipe or in the format that was asked for."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Sequence

import click

from dragoman.cli.notices import notice
from dragoman.cli.table import QUOTATION, render
from dragoman.queries.results import Answer, Graph, is_empty, lines, serialise

FORMATS = ("table", "csv", "tsv", "json", "xml", "md", "turtle")
_CITATION = ("article", "published")
_SPOKEN = {"true": "yes", "false": ""}


def show(answer: Answer, format_: str | None, *, lang: str = "fr", details: Iterable[str] = (), none: str = "") -> None:
    """Print `answer` and, where it is no, leave the command with status 1.

    Args:
        answer: what a query answered.
        format_: one of `FORMATS`; None lets the place where it is printed decide.
        lang: the language of the names, which needs no mention beside them.
        details: the columns that a table for reading leaves out.
        none: what is said, beside the data, where there is no row.
    """
    written = chosen(answer, format_)
    if written != "table":
        sys.stdout.flush()
        sys.stdout.buffer.write(serialise(answer, written))
    elif isinstance(answer, bool):
        click.echo("yes" if answer else "no")
    elif not is_empty(answer):
        show_rows(*lines(answer, lang, details))
    if is_empty(answer):
        if none and not isinstance(answer, bool):
            notice(none)
        click.get_current_context().exit(1)


def chosen(answer: Answer, format_: str | None) -> str:
    """Return the format that is asked for or, where none is, a table on a terminal and data in a pipe."""
    if format_:
        return format_.lower()
    if isinstance(answer, Graph):
        return "turtle"
    return "table" if sys.stdout.isatty() else "tsv"


def show_rows(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows of words as a table as wide as the terminal, or as COLUMNS says."""
    headings, rows = _cited(headings, rows)
    spoken = [[_SPOKEN.get(cell, cell) for cell in row] for row in rows]
    kept = [i for i in range(len(headings)) if any(row[i] for row in spoken)]
    words = [re.sub(r"(?<=[a-z])([A-Z])", lambda capital: " " + capital[1].lower(), headings[i]) for i in kept]
    width = shutil.get_terminal_size((100, 24)).columns
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for line in render(words, [[row[i] for i in kept] for row in spoken], max(width, 40), bold=bold):
        click.echo(line)


def _cited(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Put each quotation into quotation marks with its article and day behind it, where they are not those before."""
    if QUOTATION not in headings:
        return headings, rows
    at = headings.index(QUOTATION)
    beside = [i for i, heading in enumerate(headings) if heading in _CITATION]
    told: list[list[str]] = []
    above = ""
    for row in rows:
        source = ", ".join(row[i] for i in beside if row[i])
        behind = f" — {source}" if source and source != above else ""
        above = source
        told.append(
            [f"“{cell}”{behind}" if i == at and cell else cell for i, cell in enumerate(row) if i not in beside]
        )
    return [heading for i, heading in enumerate(headings) if i not in beside], told
