"""dragoman ontology: the vocabulary itself."""

from __future__ import annotations

from importlib.resources import files

import click

from dragoman.cli.options import command


@command("ontology", example="dragoman ontology --shapes > shapes.ttl")
@click.option("--shapes", "part", flag_value="shapes", help="Print the SHACL shapes that every graph must pass.")
@click.option("--alignments", "part", flag_value="alignments", help="Print how its terms stand to other vocabularies.")
def ontology(part: str | None) -> None:
    """Print the vocabulary itself, in Turtle."""
    resource = files("dragoman.ontology").joinpath(f"{part or 'dragoman'}.ttl")
    click.echo(resource.read_text(encoding="utf-8"), nl=False)
