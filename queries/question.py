"""A question that the graph can be asked: its words, its parameters and its SPARQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Parameter:
    """Something that a question lets its asker choose.

    Attributes:
        name: its name, which is also its variable's in the query.
        type: one of `values.TYPES`.
        description: what it means, by language (fr, en).
        required: whether the question makes no sense without it.
        default: the value it takes where none is given.
        values: the only values that it takes, where they are few.
        example: a value that the built-in article has something to say about.
    """

    name: str
    type: str
    description: Mapping[str, str]
    required: bool = False
    default: str | None = None
    values: tuple[str, ...] = ()
    example: str | None = None


@dataclass(frozen=True)
class Question:
    """One `.rq` file.

    Attributes:
        name: its file's stem.
        title: the question in a few words, by language (fr, en).
        description: what is counted, shown and left out, by language (fr, en).
        tags: what it is about.
        parameters: by name, in the order of the header.
        details: the columns for whoever works with the data, which a table for reading leaves out.
        text: the whole file, header too: SPARQL that runs as it is, since the header is comments.
    """

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    tags: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    details: tuple[str, ...]
    text: str
