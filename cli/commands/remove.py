"""dragoman remove: takes an article out again."""

from __future__ import annotations

import click

from dragoman.cli.completion import article_titles
from dragoman.cli.notices import notice
from dragoman.cli.options import command, store, wait


@command(
    "remove",
    example="dragoman remove https://labass.net/9909-maroc-russie-la-cooperation-securitaire-prend-du-rythme.html",
)
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...", shell_complete=article_titles)
@store
@wait
def remove(articles: tuple[str, ...], location: str, wait: float) -> None:
    """Take ARTICLE out of the graph with all that it alone states; name it by its title, its address or its IRI."""
    from dragoman.cli.known_articles import article_iri
    from dragoman.graph.store import Store

    with Store.open(location, write=True, wait=wait) as graph:
        named = dict.fromkeys(article_iri(graph, article) for article in articles)
        for iri in named:
            graph.remove(iri)
            notice(f"Removed {iri}")
        graph.publish()
