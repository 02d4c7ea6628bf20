"""dragoman view: the network as one page."""

from __future__ import annotations

import click

from dragoman.cli.notices import notice
from dragoman.cli.options import command, store


@command("view", example="dragoman view -o graph.html --open")
@click.option(
    "-o", "--output", "path", default="graph.html", show_default=True, metavar="FILE", help="Where to write the page."
)
@click.option("--title", metavar="TEXT", help="The page's heading.")
@click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="The language of the page."
)
@click.option("--open", "opened", is_flag=True, help="Open it in the browser.")
@store
def view(path: str, title: str | None, lang: str, opened: bool, location: str) -> None:
    """Draw the graph as one interactive page that needs no connection: who and what, joined by what the articles state."""
    from dragoman.graph.network import build
    from dragoman.graph.store import Store
    from dragoman.graph.view import write_page

    with Store.open(location) as graph:
        network = build(graph, lang)
    written = write_page(network, path, title=title, lang=lang)
    notice(f"Wrote {written}: {len(network)} nodes, {network.number_of_edges()} connections.")
    if opened:
        import webbrowser

        webbrowser.open(written.resolve().as_uri())
