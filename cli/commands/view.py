"""dragoman view: the network as one page."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.notices import counted, note_if_empty, notice
from dragoman.cli.options import command, store


@command("view", example="dragoman view -o graph.html --open")
@click.option(
    "-o",
    "--output",
    "path",
    default="graph.html",
    show_default=True,
    metavar="FILE",
    help="Where to write the page; '-' is standard output.",
)
@click.option("--title", metavar="TEXT", help="The page's heading.")
@click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="The language of the page."
)
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
@store
@click.pass_context
def view(ctx: click.Context, path: str, title: str | None, lang: str, opened: bool, location: str) -> None:
    """Draw the graph as one interactive page that needs no connection: who and what, joined by what the articles state."""
    from dragoman.graph.network import build
    from dragoman.graph.store import Store
    from dragoman.graph.view import page, write_page

    _check(ctx, path, opened)
    with Store.open(location) as graph:
        network = build(graph, lang)
        note_if_empty(graph)
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(page(network, title=title, lang=lang).encode("utf-8"))
        return
    written = write_page(network, path, title=title, lang=lang)
    notice(f"Wrote {written}: {counted(len(network), 'node')}, {counted(network.number_of_edges(), 'connection')}.")
    if opened:
        import webbrowser

        webbrowser.open(written.resolve().as_uri())


def _check(ctx: click.Context, path: str, opened: bool) -> None:
    """Refuse a place that says that something else than a page is wanted there."""
    from dragoman.graph.export.formats import FORMATS

    ending = Path(path).suffix.lower()
    asked = next((name for name, endings in FORMATS.items() if ending in endings), None)
    if asked:
        raise click.UsageError(
            f"{path} has the ending of {asked}, and view writes a page; name it .html, or use dragoman export", ctx
        )
    if path == "-" and opened:
        raise click.UsageError("--open needs a file to open; name one with -o", ctx)
