"""Reads the tables from which the lexicon's Turtle files are made, and writes single terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from dragoman.graph.iris import entity_iri


def table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated table beside this file by the names of its columns; `#` begins a comment."""
    text = files("dragoman.graph.lexicon").joinpath(name).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    for cells in lines[1:]:
        yield dict(zip(lines[0], cells, strict=True))


def listed(cell: str) -> list[str]:
    """Return the values of a cell that holds several.

    >>> listed("DGSN|МВД@ru"), listed("")
    (['DGSN', 'МВД@ru'], [])
    """
    return [value for value in cell.split("|") if value]


def literal(text: str, language: str = "fr") -> str:
    r"""Return a Turtle literal; a language after an @ in `text` goes before the one given.

    >>> literal("Россия 24@ru"), literal('l"Ouest')
    ('"Россия 24"@ru', '"l\\"Ouest"@fr')
    """
    words, at, tag = text.rpartition("@")
    if at and tag.isalpha() and len(tag) == 2:
        text, language = words, tag
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"@{language}'


def literals(*texts: str) -> str:
    """Return a Turtle list of literals, each once, in the order given."""
    return ", ".join(dict.fromkeys(literal(text) for text in texts))


@lru_cache
def territories(language: str) -> dict[str, str]:
    """Return CLDR's names of territories in a language by ISO 3166 code."""
    from babel import Locale

    return dict(Locale.parse(language).territories)


def country_iri(code: str) -> str:
    """Return the IRI of the country with an ISO 3166 code."""
    return entity_iri("Country", territories("en")[code])


@lru_cache
def identifiers() -> dict[str, tuple[str, str]]:
    """Return the Wikidata identifier of each entity that has one, by IRI, with what verifies it."""
    names = {row["key"]: row["name"] for row in table("sources.tsv")}
    return {
        entity_iri(row["kind"], row["id"]): (
            row["wikidata"],
            f"{row['wikidata']}: " + "; ".join(names[key] for key in listed(row["evidence"])),
        )
        for row in table("identifiers.tsv")
    }
