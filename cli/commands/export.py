"""dragoman export: the graph in a file."""

from __future__ import annotations

import sys

import click

from dragoman.cli.notices import note_if_empty, notice
from dragoman.cli.options import command, store
from dragoman.cli.parameters import export_formats
from dragoman.ontology.languages import LANGUAGES


@command("export", example="dragoman export -o graph.ttl\ndragoman export -f jsonld | head")
@click.option(
    "-o", "--output", "path", metavar="FILE", help="Where to write; standard output where it is left out or '-'."
)
@click.option(
    "-f",
    "--format",
    "format_",
    metavar="FORMAT",
    shell_complete=export_formats,
    help="turtle (the default), trig, nt, nq, jsonld, rdfxml, graphml, gexf or csv; else the ending of FILE tells.",
)
@click.option("--without-text", is_flag=True, help="Leave out the articles' texts.")
@click.option(
    "--with-lexicon", is_flag=True, help="Write the whole lexicon too, not only the entries that the articles name."
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="fr",
    show_default=True,
    help="The language of the labels in graphml, gexf and csv.",
)
@store
def export(
    path: str | None, format_: str | None, without_text: bool, with_lexicon: bool, lang: str, location: str
) -> None:
    """Write the graph: the same articles give the same bytes, on every run and every machine.

    CSV is a table of the connections; beside a named file graph.csv, graph-nodes.csv holds the nodes. TriG and N-Quads
    keep the articles apart and can come back, with dragoman copy.
    """
    from dragoman.graph.export import export as write
    from dragoman.graph.export import format_of
    from dragoman.graph.store import Store

    target = None if path == "-" else path
    format_of(target, format_)
    with Store.open(location) as graph:
        written = write(
            graph,
            target or sys.stdout.buffer,
            format_,
            text=not without_text,
            lexicon=with_lexicon,
            lang=lang,
        )
        note_if_empty(graph)
    for one in written:
        notice(f"Wrote {one}")
