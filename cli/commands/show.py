"""dragoman show: one entity's dossier."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.cli.completion import entity_names
from dragoman.cli.notices import emphasised, notice
from dragoman.cli.options import command, language, store
from dragoman.cli.words import word
from dragoman.cli.wrapping import wrapped

if TYPE_CHECKING:
    from dragoman.cli.dossier import Dossier, Fact
    from dragoman.graph.store import Store


@command("show", example="dragoman show 'Nikolaï Patrouchev'\ndragoman show Russia --lang en")
@click.argument("name", shell_complete=entity_names)
@click.option(
    "-f", "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is written."
)
@language
@store
@click.pass_context
def show(ctx: click.Context, name: str, format_: str, lang: str, location: str) -> None:
    """Show what the graph holds of NAME: its names, offices and happenings, and what it stated, with the words for each.

    NAME is any name of it in any language, accents and case aside, or its IRI.
    """
    from dragoman.cli.dossier import dossier
    from dragoman.graph.store import Store
    from dragoman.queries.names import find

    with Store.open(location) as graph:
        found = dossier(graph, find(name, graph.query), lang)
        articles = _published(graph, found.iri) if found.kind == "Outlet" else []
    if format_ == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(found) | {"articles": articles}, ensure_ascii=False, indent=2))
    else:
        for line in _text(found, lang, articles):
            click.echo(line)
    if not (found.offices or found.happenings or found.statements or articles):
        notice("No article says anything of it.")
        ctx.exit(1)


def _published(graph: Store, iri: str) -> list[dict[str, str]]:
    """Return what an outlet published, of what was read: each article's day, title and address."""
    from dragoman.cli.asking import table

    answer = table(graph, "articles", outlet=iri)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return [
        {name: getattr(row[name], "value", "") for name in ("published", "title", "address", "text")} for row in rows
    ]


def _text(found: Dossier, lang: str, articles: list[dict[str, str]]) -> Iterator[str]:
    from dragoman.ontology.namespaces import shortened

    first = next((found.names[tag] for tag in (lang, "en", "fr") if tag in found.names), [found.iri])[0]
    yield emphasised(first)
    yield " · ".join(filter(None, (word(found.kind, lang), shortened(found.iri))))
    others = [
        f"{name} ({tag})" if tag != lang else name
        for tag, names in found.names.items()
        for name in names
        if name != first
    ]
    if others:
        also = f"{word('Also', lang)}: "
        yield from wrapped(", ".join(others), _width(), also, " " * len(also))
    for heading, facts in (("Offices", found.offices), ("Happenings", found.happenings), ("Stated", found.statements)):
        if facts:
            yield ""
            yield emphasised(word(heading, lang))
        for fact in facts:
            yield from _fact(fact, lang, with_speaker=heading != "Stated")
    if articles:
        yield ""
        yield emphasised(word("Articles", lang))
    for article in articles:
        yield from wrapped("  ".join(filter(None, (article["published"], article["title"]))), _width(), "  ", "    ")


def _fact(fact: Fact, lang: str, *, with_speaker: bool) -> Iterator[str]:
    roles = [role for role in fact.roles if role not in ("participant", "holder", "statedBy") or len(fact.roles) == 1]
    named = [*(role for role in roles if role not in ("holder", "statedBy")), fact.status, fact.certainty]
    marks = ", ".join(word(name, lang) for name in named if name)
    when = f"{fact.when}  " if fact.when and fact.when not in fact.what else ""
    yield from wrapped(f"{when}{fact.what}" + (f" [{marks}]" if marks else ""), _width(), "  ", "    ")
    for number, quotation in enumerate(fact.quotations):
        source = ", ".join(
            filter(None, (fact.said_by if with_speaker else "", quotation["article"], quotation["published"]))
        )
        words = f"“{quotation['words']}”" + (f" — {source}" if number == 0 else "")
        yield from wrapped(words, _width(), "      ")


def _width() -> int:
    return max(shutil.get_terminal_size((100, 24)).columns, 40)
