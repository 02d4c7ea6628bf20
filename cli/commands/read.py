"""dragoman read: articles become records in the graph."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import answers
from dragoman.cli.failures import explain
from dragoman.cli.notices import complain, counted, notice, progress
from dragoman.cli.options import command, output, store, wait
from dragoman.ontology.errors import ArticleError, DragomanError

if TYPE_CHECKING:
    from dragoman.cli.explaining import Explanation
    from dragoman.cli.sources import Gathered
    from dragoman.graph.article import Article
    from dragoman.graph.store import Store

IN_FULL = 3
"""Articles up to which a terminal shows all that was found in them."""


@command(
    "read",
    example="dragoman read --example\n"
    "dragoman read press/ --store press.store\n"
    "dragoman read press/ --lexicon own.ttl\n"
    "dragoman read visite.txt --published 2016-04-06 --outlet labass.net",
)
@click.argument("paths", nargs=-1, metavar="ARTICLE...", type=click.Path(readable=False, allow_dash=True))
@click.option("--example", "with_example", is_flag=True, help="Read the article that comes with Dragoman.")
@click.option("--published", metavar="DATE", help="The day of publication, from which “mardi” is counted.")
@click.option("--url", metavar="ADDRESS", help="Its address, by which it is known.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--title", metavar="TEXT", help="Its headline.")
@click.option("--language", metavar="TAG", help="The language that it is written in.")
@click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    metavar="FILE.ttl",
    type=click.Path(path_type=Path),
    help="What is known beside the lexicon that comes with Dragoman; may be repeated.",
)
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Show instead how each fact was read: its words marked by slot, the rule, who says so; and what was rejected.",
)
@output(*answers.FORMATS[:-1])
@store
@wait
@click.pass_context
def read(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    with_example: bool,
    lexicons: tuple[Path, ...],
    explained: bool,
    format_: str | None,
    location: str,
    wait: float,
    **about: str | None,
) -> None:
    """Read articles into the graph and show what they state, each fact with the sentence that states it.

    ARTICLE is a text file in UTF-8, a folder of them (.txt, .md), or - for standard input. What is known about an
    article stands between two lines of --- at its top (title, outlet, url, language, published, rights) or, for a
    single one, in options. An article that was read before is replaced. With --store memory nothing is kept. A lexicon
    file is Turtle in the terms of the shipped one; it adds to it, and what contradicts it is refused.
    """
    from dragoman.cli.explaining import Explanation
    from dragoman.cli.sources import gather, named
    from dragoman.graph.reading.language import languages
    from dragoman.graph.store import Store

    if not paths and not with_example:
        raise click.UsageError("Name an article to read, a folder of them, or --example", ctx)
    unfound: list[ArticleError] = []
    sources = named(paths, with_example, unfound)
    said = ", ".join(f"--{name}" for name, value in about.items() if value)
    if said and len(sources) > 1:
        raise click.UsageError(f"{said} can be said of a single article, but {len(sources)} were named", ctx)
    if said and with_example:
        raise click.UsageError(f"{said} cannot be said of --example, whose publication is known; leave it out", ctx)
    try:
        gathered = gather(sources, languages(), about)
    except KeyboardInterrupt:
        notice("No article was read yet.")
        raise
    for sentence in gathered.notices:
        notice(sentence)
    if len(gathered):
        with Store.open(location, write=True, wait=wait) as graph:
            for sentence in graph.add_lexicon(*lexicons) if lexicons else ():
                notice(sentence)
            explanation = Explanation(format_) if explained else None
            read_articles = _store_all(gathered, graph, location, lexicons, explanation)
            if explanation is None:
                _show(read_articles, graph, format_)
            else:
                explanation.end()
    problems = [*unfound, *gathered.problems]
    for problem in problems:
        complain(explain(problem)[0])
    if problems:
        ctx.exit(2)


def _store_all(
    gathered: Gathered, graph: Store, location: str, lexicons: tuple[Path, ...], explanation: Explanation | None
) -> dict[Article, int]:
    """Read and store the articles one by one; whatever interrupts, those that are done are kept and seen."""
    from dragoman.graph.reading import read

    found: dict[Article, int] = {}
    replaced = 0
    total = len(gathered)
    try:
        with _progress(total, explanation) as advance:
            for reading in chain(read(gathered.articles(), lexicon=lexicons), gathered.unread()):
                replaced += graph.put(reading)
                found[reading.article] = len(reading.records)
                advance()
                if explanation is not None:
                    explanation.add(reading)
        graph.publish()
    except BaseException as error:
        with suppress(DragomanError):
            graph.publish()
        if total > 1:
            notice(f"{len(found)} of {total} articles were read and are kept in {location}.")
        elif isinstance(error, KeyboardInterrupt):
            notice(f"The article was read and is kept in {location}." if found else f"{location} is as it was.")
        raise
    facts = counted(sum(found.values()), "fact")
    before = "" if not replaced else " again" if total == 1 else f", {replaced:,} of them again"
    notice(f"Read {counted(len(found), 'article')}{before}: {facts}, in {location}.")
    if replaced:
        notice("What was read again replaces what it stated before.")
    return found


def _progress(total: int, explanation: Explanation | None) -> AbstractContextManager[Callable[[], None]]:
    """Return what says how far the reading has come; an explanation on the screen shows that by itself."""
    if explanation is not None and explanation.shown:
        return nullcontext(lambda: None)
    return progress(f"Reading {counted(total, 'article')}", total)


def _show(found: dict[Article, int], graph: Store, format_: str | None) -> None:
    """Print what was found: every fact with its evidence or, for a terminal and many articles, how much in each."""
    from dragoman.queries.asking import table
    from dragoman.queries.catalogue import question
    from dragoman.queries.results import Table, is_empty, lines, serialise

    form = format_ or ("table" if sys.stdout.isatty() else "tsv")
    if form == "table" and len(found) > IN_FULL:
        rows = [
            (str(a.published) if a.published else None, a.outlet, a.title or a.text[:60], str(n))
            for a, n in found.items()
        ]
        answers.show_rows(("published", "by", "title", "facts"), rows)
        return
    tables = [table(graph.query, "contribution", article=article.iri) for article in found]
    if form != "table":
        everything = Table(tables[0].columns, tuple(row for one in tables for row in one.rows)) if tables else None
        if everything is not None:
            sys.stdout.buffer.write(serialise(everything, form))
        return
    details = {*question("contribution").details, "title", "saidBy"}
    for article, one in zip(found, tables, strict=True):
        click.echo()
        click.echo(", ".join(filter(None, (article.title, article.outlet, str(article.published or "")))))
        if is_empty(one):
            click.echo(
                "    nothing that it reads: no visit, meeting, agreement, deal, announcement, cooperation or office"
            )
        else:
            answers.show_rows(*lines(one, article.language, details), article.language)
