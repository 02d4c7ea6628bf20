"""Takes the articles out of JSON Lines: each line an object with the text of one, and what is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any, Final

from dragoman.graph.article import Article
from dragoman.graph.composing import compose
from dragoman.graph.decoding import LIMIT, checked, too_long
from dragoman.graph.front_matter import KEYS
from dragoman.graph.sources.compressed import opened
from dragoman.graph.sources.source import Source
from dragoman.ontology.errors import ArticleError

LIMIT_LINE: Final = 12 * LIMIT + 65_536
"""Bytes of one line: JSON may write a character in twelve, and there are other keys than the text."""
_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*")


def line_sources(path: Path) -> Iterator[Source]:
    """Yield the articles of a file of lines, a line at a time; blank lines are none.

    What becomes of a file that breaks off, or cannot be unpacked any further, is a source that says so, so that the
    lines before it are read.

    Raises:
        ArticleError: the file cannot be opened.
    """
    number = 0
    try:
        with opened(path) as stream:
            for number, line in enumerate(_lines(stream), 1):
                name = f"{path}:{number}"
                if line is None:
                    yield Source(name, partial(_refuse, str(too_long(name))))
                elif line.strip():
                    yield Source(name, partial(load_line, line, name))
    except ArticleError as error:
        if not number:
            raise
        yield Source(f"{path}:{number + 1}", partial(_refuse, str(error)))


def load_line(line: bytes, name: str, **given: str | None) -> Article:
    """Return the article of a line; `given` as for `load`.

    Keys that are not ours pass unread, since other tools write them too; `published` may be a moment, of which the day
    counts.

    Raises:
        ArticleError: the line is no JSON object, has no text, or a value that is none.
    """
    try:
        said = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ArticleError(f"{name} is not in UTF-8; JSON Lines are; convert the file and read again.") from None
    except (ValueError, RecursionError) as error:
        reason = f" ({error.msg} at character {error.pos + 1})" if isinstance(error, json.JSONDecodeError) else ""
        raise ArticleError(
            f"{name} is no JSON{reason}; each line holds one object with the text of an article."
        ) from None
    if not isinstance(said, dict) or not isinstance(said.get("text"), str):
        raise ArticleError(f"{name} has no text; each line holds an object like {{“text”: …, “url”: …}}.")
    stated = {key: _value(said[key], key, name) for key in KEYS if said.get(key) not in (None, "")}
    moment = _MOMENT.fullmatch(stated.get("published", ""))
    if moment:
        stated["published"] = moment[1]
    return compose(checked(said["text"], name), stated, given, name, name)


def _value(value: Any, key: str, name: str) -> str:
    if not isinstance(value, str):
        raise ArticleError(f"{name} has a {key} that is no text; write it in quotes.")
    return " ".join(value.split())


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield each line, None for one that is too long; what is left of that passes by unkept."""
    while line := stream.readline(LIMIT_LINE + 1):
        if len(line) <= LIMIT_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LIMIT_LINE)
        yield None


def _refuse(sentence: str, **_: object) -> Article:
    raise ArticleError(sentence)
