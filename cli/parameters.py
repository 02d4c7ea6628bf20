"""What the shell offers behind -p: the parameters of the question, and the values that one of them may take."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from dragoman.cli.completion import article_titles, entity_names
from dragoman.ontology.languages import LANGUAGES


def parameter_values(ctx: click.Context, option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the parameters whose names begin with what is typed or, behind the equals sign, the values of that one."""
    from dragoman.queries.catalogue import names, question

    # behind an option that still lacks its value, click leaves the argument unread
    asked = ctx.params.get("asked") or next(iter(ctx.args), None)
    if asked not in names():
        return []
    known = question(asked).parameters
    name, equals, begun = incomplete.partition("=")
    if not equals:
        return [CompletionItem(f"{n}=", help=p.description["en"]) for n, p in known.items() if n.startswith(name)]
    if name not in known:
        return []
    kind = known[name].type
    if kind in ("entity", "country"):
        offered = [item.value for item in entity_names(ctx, option, begun)]
    elif kind == "article":
        offered = [item.value for item in article_titles(ctx, option, begun)]
    else:
        values = known[name].values or (LANGUAGES if kind == "language" else ())
        offered = [value for value in values if value.lower().startswith(begun.lower())]
    return [CompletionItem(f"{name}={value}") for value in offered]


def export_formats(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the formats of `export` whose names begin with what is typed."""
    from dragoman.graph.export.formats import FORMATS

    return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete.lower())]
