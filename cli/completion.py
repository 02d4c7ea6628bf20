"""What the shell offers when Tab is pressed: the names of questions and of entities."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from dragoman.ontology.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.queries.names import Ask


def question_names(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the questions whose names begin with what is typed, each with its title."""
    from dragoman.queries.catalogue import catalogue

    return [CompletionItem(n, help=q.title["en"]) for n, q in catalogue().items() if n.startswith(incomplete)]


def entity_names(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names in the graph that begin with what is typed, case and accents aside; none where none can be read."""
    from dragoman.queries.listings import entity_names as listed

    return _offered(ctx, incomplete, listed)


def article_titles(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the titles of the articles in the graph that begin with what is typed."""
    from dragoman.queries.listings import article_titles as listed

    return _offered(ctx, incomplete, listed)


def _offered(ctx: click.Context, incomplete: str, listed: Callable[[Ask], list[str]]) -> list[CompletionItem]:
    from dragoman.graph import DEFAULT_STORE
    from dragoman.graph.store import Store
    from dragoman.ontology.folding import fold

    wanted = fold(incomplete)
    try:
        with Store.open(ctx.params.get("location") or DEFAULT_STORE) as store:
            found = listed(store.query)
    except DragomanError:
        return []
    return [CompletionItem(name) for name in found if fold(name).startswith(wanted)]
