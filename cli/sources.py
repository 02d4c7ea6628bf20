"""Turns what was named on the command line into where articles come from."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from dragoman.graph.article import Article
from dragoman.graph.loading import STANDARD_INPUT, example, load_stream
from dragoman.graph.many.survey import Origin
from dragoman.graph.sources.files import file_sources
from dragoman.graph.sources.folders import find
from dragoman.graph.sources.source import Source
from dragoman.ontology.errors import ArticleError


def named(paths: Iterable[str], with_example: bool) -> list[Origin]:
    """Return the origins that paths stand for: files, folders and '-' for standard input, each once.

    One that cannot be looked into says so when its turn comes, so that the others are read.
    """
    found = [_one(Source("the built-in article", _example))] if with_example else []
    for path in paths:
        if path == "-":
            found.append(_one(Source(STANDARD_INPUT, partial(load_stream, sys.stdin.buffer))))
        elif "://" in path and not Path(path).exists():
            found.append(Origin(path, partial(_address, path)))
        else:
            try:
                found += [Origin(str(file), partial(file_sources, file)) for file in find(path)]
            except ArticleError as error:
                found.append(Origin(path, partial(_refuse, error)))
    return list({origin.name: origin for origin in found}.values())


def _one(source: Source) -> Origin:
    return Origin(source.name, lambda: (source,))


def _example(**_: object) -> Article:
    return example()


def _refuse(error: ArticleError) -> Iterator[Source]:
    raise error


def _address(path: str) -> Iterator[Source]:
    raise ArticleError(
        f"{path} is an address, and articles are files; save the page or its text in one, "
        f"and read that with --url {path}."
    )
