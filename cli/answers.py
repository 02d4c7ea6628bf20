"""Prints an answer: laid out for a person at a terminal, as data in a pipe or in the format that was asked for."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence

import click

from dragoman.cli.notices import notice
from dragoman.queries.results import Answer, Graph, is_empty, lines, serialise

FORMATS = ("table", "csv", "tsv", "json", "xml", "md", "turtle")
_CITATION = ("article", "published")
WITHOUT_YEAR = re.compile(r"(?:\.\./)?--\d\d")


def show(
    answer: Answer, format_: str | None, *, lang: str | None = None, details: Iterable[str] = (), none: str = ""
) -> None:
    """Print `answer` and, where it is no, leave the command with status 1.

    Args:
        answer: what a query answered.
        format_: one of `FORMATS`; None lets the place where it is printed decide.
        lang: the language of the names, which needs no mention beside them, and of the headings; None where the question
            is somebody's own, with headings of theirs.
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
        show_rows(*lines(answer, lang or "fr", details), lang or "en")
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


def show_rows(headings: Sequence[str], rows: Sequence[Sequence[str | None]], lang: str = "en") -> None:
    """Print rows of words as a table as wide as the terminal, or as COLUMNS says; columns that say nothing go.

    Args:
        headings: the columns' names in the data.
        rows: for each its cells: None where nothing is known, "" where the one above is repeated.
        lang: the language of the headings and of what the data names in English; where it is not French, English.
    """
    import shutil

    from dragoman.cli.table import QUOTATION, render
    from dragoman.cli.words import cell, word

    kept = [i for i in range(len(headings)) if any(row[i] not in (None, "", "false") for row in rows)]
    told = [[cell(headings[i], row[i], lang) for i in kept] for row in rows]
    shown, told = _cited([headings[i] for i in kept], told)
    if any(WITHOUT_YEAR.match(words) for row in told for words in row):
        notice(
            "A date without a year (--04-05) is of an article whose day of publication is not known; say it with --published."
        )
    width = shutil.get_terminal_size((100, 24)).columns
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    names = [heading if heading == QUOTATION else word(heading, lang) for heading in shown]
    for line in render(names, told, max(width, 40), bold=bold):
        click.echo(line)


def _cited(headings: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Put each quotation into quotation marks with its article and day behind it, where they are not those before."""
    from dragoman.cli.table import QUOTATION, UNKNOWN

    if QUOTATION not in headings:
        return headings, rows
    at = headings.index(QUOTATION)
    beside = [i for i, heading in enumerate(headings) if heading in _CITATION]
    told: list[list[str]] = []
    above = ""
    for row in rows:
        source = ", ".join(row[i] for i in beside if row[i] not in ("", UNKNOWN))
        behind = f" — {source}" if source and source != above else ""
        above = source
        told.append(
            [f"“{words}”{behind}" if i == at and words else words for i, words in enumerate(row) if i not in beside]
        )
    return [heading for i, heading in enumerate(headings) if i not in beside], told
