"""dragoman read: articles become records in the graph."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import answers
from dragoman.cli.failures import explain
from dragoman.cli.notices import complain, notice, progress
from dragoman.cli.options import command, output, store, wait
from dragoman.ontology.errors import ArticleError

if TYPE_CHECKING:
    from dragoman.graph.many.outcomes import Outcome


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
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Read with N processes of this machine at once.")
@click.option("--cluster", metavar="ADDRESS", help="Read with the workers of a Dask scheduler, as tcp://host:8786.")
@click.option("--again", is_flag=True, help="Read also what was read before with the same words, lexicon and reader.")
@click.option("--strict", is_flag=True, help="Stop at the first article that cannot be read, instead of skipping it.")
@click.option(
    "--report",
    metavar="FILE.jsonl",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write there what became of each article, a line each.",
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
    workers: int | None,
    cluster: str | None,
    again: bool,
    strict: bool,
    report: Path | None,
    format_: str | None,
    location: str,
    wait: float,
    **about: str | None,
) -> None:
    """Read articles into the graph and show what they state, each fact with the sentence that states it.

    ARTICLE is a text in UTF-8 (.txt, .md), a saved page (.html, .htm), a file of JSON Lines (.jsonl, .ndjson) with an
    article a line (text, title, url, published, outlet, language, rights), any of them compressed (.gz, .bz2, .xz), a
    folder of such files, or - for standard input. What is known about a text stands between two lines of --- at its
    top (title, outlet, url, language, published, rights) or, for a single article, in options. An article that was
    read before is replaced, or passed over where nothing has changed; so a run that was cut off is taken up by the
    same command. Of more than 100 articles only how much each states is printed, unless -f asks for all. With --store
    memory nothing is kept. A lexicon file is Turtle in the terms of the shipped one; it
    adds to it, and what contradicts it is refused.
    """
    from dragoman.cli.explaining import Explanation
    from dragoman.cli.reading import Way, begin_report, read_all
    from dragoman.cli.showing import show
    from dragoman.cli.sources import named
    from dragoman.graph.many.run import refused
    from dragoman.graph.many.survey import FOREIGN, READ, survey
    from dragoman.graph.reading.language import languages
    from dragoman.graph.store import Store

    if not paths and not with_example:
        raise click.UsageError("Name an article to read, a folder of them, or --example", ctx)
    if workers and cluster:
        raise click.UsageError("--workers starts workers here and --cluster joins those elsewhere; name one", ctx)
    origins = named(paths, with_example)
    said = ", ".join(f"--{name}" for name, value in about.items() if value)
    _check_single(ctx, said, len(origins))
    if said and with_example:
        raise click.UsageError(f"{said} cannot be said of --example, whose publication is known; leave it out", ctx)
    if lexicons:
        from dragoman.graph.lexicon import load_lexicon

        load_lexicon(*lexicons)  # what is wrong with them is said before anything is looked through
    problems: list[str] = []
    with ExitStack() as stack:
        try:
            lines = stack.enter_context(begin_report(report, paths))
            with progress("Looking through the articles") as advance:
                found = stack.enter_context(survey(origins, languages(), about, strict=strict, each=advance))
            _check_single(ctx, said, len(found))
        except KeyboardInterrupt:
            notice("No article was read yet.")
            raise
        tell = lines.add if lines else _say_nothing
        for sentence in found.notices:
            notice(sentence)
        if strict and found.problems:
            for outcome in refused(found):
                tell(outcome)
            raise ArticleError(next(iter(found.problems.values())))
        if found.count(READ, FOREIGN):
            with Store.open(location, write=True, wait=wait) as graph:
                for sentence in graph.add_lexicon(*lexicons) if lexicons else ():
                    notice(sentence)
                explanation = Explanation(format_) if explained else None
                way = Way(lexicons, workers, cluster, again, strict)
                tally = read_all(found, graph, location, way, tell, explanation)
                problems = tally.problems
                if explanation is None:
                    show(tally.kept, graph, format_)
                else:
                    explanation.end()
        else:
            for outcome in refused(found):
                tell(outcome)
            problems = [*found.problems.values()]
    for problem in dict.fromkeys(problems):
        complain(explain(ArticleError(problem))[0])
    if problems:
        ctx.exit(2)


def _check_single(ctx: click.Context, said: str, number: int) -> None:
    if said and number > 1:
        raise click.UsageError(f"{said} can be said of a single article, but {number} were named", ctx)


def _say_nothing(_: Outcome) -> None:
    return
