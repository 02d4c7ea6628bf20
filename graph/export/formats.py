"""Which formats there are, and which one a file's name asks for."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Final

from dragoman.ontology.errors import UnknownName

FORMATS: Final = MappingProxyType(
    {
        "turtle": (".ttl", ".turtle"),
        "trig": (".trig",),
        "nt": (".nt", ".ntriples"),
        "nq": (".nq", ".nquads"),
        "jsonld": (".jsonld", ".json-ld", ".json"),
        "rdfxml": (".rdf", ".rdfxml", ".owl", ".xml"),
        "graphml": (".graphml",),
        "gexf": (".gexf",),
        "csv": (".csv",),
    }
)
"""Each format's name, and the endings of file names that ask for it."""


def format_of(name: str | Path | None, asked: str | None = None) -> str:
    """Return the format in which to write to `name`: the one `asked` for, else by the name's ending, else Turtle.

    >>> format_of("graph.nq"), format_of("graph.txt", "gexf"), format_of(None)
    ('nq', 'gexf', 'turtle')

    Raises:
        UnknownName: there is no such format, or the name's ending says none and none was asked for.
    """
    if asked is not None:
        wanted = asked.lower().lstrip(".")
        found = [name for name, endings in FORMATS.items() if wanted == name or f".{wanted}" in endings]
        if not found:
            raise UnknownName(f"There is no format {asked!r}; choose one of {', '.join(FORMATS)}.")
        return found[0]
    if name is None:
        return "turtle"
    ending = Path(name).suffix.lower()
    for known, endings in FORMATS.items():
        if ending in endings:
            return known
    reason = f"The ending of {name} says no format" if ending else f"No ending of {name} says the format"
    raise UnknownName(f"{reason}; name one with -f: {', '.join(FORMATS)}.")
