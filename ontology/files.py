"""The vocabulary's files, as text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

Name: TypeAlias = Literal["dragoman", "shapes", "alignments"]
"""The vocabulary itself, what an article's graph must hold, and how the terms stand to others'."""


@cache
def turtle(name: Name = "dragoman") -> str:
    """Return one of the vocabulary's files.

    >>> turtle().splitlines()[0]
    '@prefix bibo: <http://purl.org/ontology/bibo/> .'
    """
    return files("dragoman.ontology").joinpath(f"{name}.ttl").read_text(encoding="utf-8")
