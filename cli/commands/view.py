"""dragoman view: the network as one page."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.completion import entity_names
from dragoman.cli.notices import counted, note_if_empty, notice
from dragoman.cli.options import command, store
from dragoman.cli.part import chosen, days, focused
from dragoman.ontology.languages import LANGUAGES

if TYPE_CHECKING:
    import networkx as nx

    from dragoman.graph.store import Store

HOPS = 2


@command(
    "view",
    example="dragoman view -o graph.html --open\n"
    "dragoman view --focus 'Nikolaï Patrouchev' --hops 3 --lang en\n"
    "dragoman view --from 2016-03 --to 2016-04 --title 'Printemps 2016'",
)
@click.option(
    "-o",
    "--output",
    "path",
    default="graph.html",
    show_default=True,
    metavar="FILE",
    help="Where to write the page; '-' is standard output.",
)
@click.option("--focus", metavar="NAME", shell_complete=entity_names, help="Only what surrounds this node.")
@click.option(
    "--hops",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"How many connections away from --focus; an actor is two from whom it meets.  [default: {HOPS}]",
)
@click.option(
    "--query",
    "asked",
    metavar="FILE.rq",
    help="Only the records that a SELECT or CONSTRUCT returns; '-' is standard input.",
)
@click.option("--from", "since", metavar="DATE", help="Only what may lie on or after this date, month or year.")
@click.option("--to", "until", metavar="DATE", help="Only what may lie on or before this date, month or year.")
@click.option("--title", metavar="TEXT", help="The page's heading.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="fr", show_default=True, help="The language of the page.")
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
@store
@click.pass_context
def view(
    ctx: click.Context,
    path: str,
    focus: str | None,
    hops: int | None,
    asked: str | None,
    since: str | None,
    until: str | None,
    title: str | None,
    lang: str,
    opened: bool,
    location: str,
) -> None:
    """Draw the graph as one interactive page that needs no connection: who and what, joined by what the articles state."""
    from dragoman.graph.network import build
    from dragoman.graph.view import drawable, page, write_page

    _check(ctx, path, opened, hops is not None and focus is None)
    begin, end = days(ctx, since, until)
    with _without_collector(), _graph(ctx, location) as graph:
        network: nx.MultiDiGraph[str] = build(graph, lang, chosen(graph, asked, begin, end))
        if not network and graph.articles():
            notice(
                "The query returns no record, so there is no page; let it return what is a dgm:Meeting, a dgm:Deal and so on."
                if asked is not None and not begin and not end
                else "Nothing that was asked for lies in that time, so there is no page."
                if begin or end
                else "No article states anything, so there is no page."
            )
            ctx.exit(1)
        if focus is not None:
            network = focused(network, focus, hops or HOPS)
        note_if_empty(graph)
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(page(network, title=title, lang=lang).encode("utf-8"))
        return
    with _without_collector():
        written = write_page(network, path, title=title, lang=lang)
    shown = network.subgraph(drawable(network))
    notice(f"Wrote {written}: {counted(len(shown), 'node')}, {counted(shown.number_of_edges(), 'connection')}.")
    if opened:
        import webbrowser

        webbrowser.open(written.resolve().as_uri())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let nothing look for garbage meanwhile: a page of thousands of nodes makes none, and a fifth of the time went there."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _graph(ctx: click.Context, location: str) -> Store:
    """Return the store that is named or, where nobody named one and there is none yet, an empty one: its page says how to begin."""
    from dragoman.graph.store import Store

    unnamed = ctx.get_parameter_source("location") is click.core.ParameterSource.DEFAULT
    return Store.memory() if unnamed and not Path(location).exists() else Store.open(location)


def _check(ctx: click.Context, path: str, opened: bool, aimless: bool) -> None:
    """Refuse a place that says that something else than a page is wanted there, and options that need another."""
    from dragoman.graph.export.formats import FORMATS

    ending = Path(path).suffix.lower()
    asked = next((name for name, endings in FORMATS.items() if ending in endings), None)
    if asked:
        raise click.UsageError(
            f"{path} has the ending of {asked}, and view writes a page; name it .html, or use dragoman export", ctx
        )
    if path == "-" and opened:
        raise click.UsageError("--open needs a file to open; name one with -o", ctx)
    if aimless:
        raise click.UsageError("--hops says how far around --focus; name somebody with --focus", ctx)
