"""Makes articles of files, streams and strings: their text as given, and what is said about their publication."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import IO, Final

from dragoman.graph.article import Article
from dragoman.graph.composing import compose
from dragoman.graph.decoding import LIMIT_BYTES, checked, decode
from dragoman.graph.front_matter import split
from dragoman.graph.sources.compressed import opened
from dragoman.ontology.errors import ArticleError

STANDARD_INPUT: Final = "standard input"


def load(path: str | Path, **given: str | date | None) -> Article:
    """Return the article in a file.

    Args:
        path: a text file in UTF-8, with or without front matter; compressed, if its name ends in .gz, .bz2 or .xz.
        given: title, outlet, url, language, published or rights; they prevail over front matter, but a day of
            publication that differs from it is refused, since every relative date hangs on it.

    Raises:
        ArticleError: the file is missing, cannot be opened, or holds no article; the sentence says what to do.
    """
    with opened(Path(path), LIMIT_BYTES) as stream:
        return load_stream(stream, str(path), **given)


def load_stream(stream: IO[bytes], name: str = STANDARD_INPUT, **given: str | date | None) -> Article:
    """Return the article that a binary stream holds; `given` as for `load`.

    Raises:
        ArticleError: it holds no article.
    """
    return load_text(decode(stream.read(LIMIT_BYTES + 1), name), name, **given)


def load_text(text: str, name: str = "the text", **given: str | date | None) -> Article:
    r"""Return the article that a string holds, front matter and all; `given` as for `load`.

    Where nobody says in which language it is, it is French, unless its words are plainly another language's.

    >>> load_text("---\npublished: 2016-04-06\n---\nUne visite\n\nLe roi est à Moscou.").title
    'Une visite'

    Raises:
        ArticleError: the front matter is broken, contradicts what is given, or nothing follows it.
    """
    said, body = split(checked(text, name), name)
    if not body.strip():
        raise ArticleError(f"{name} holds front matter alone; there is nothing to read.")
    line = said["published"][1] if "published" in said else 0
    return compose(body, {key: value for key, (value, _) in said.items()}, given, name, f"{name}, line {line}")


def example() -> Article:
    """Return the article that comes with Dragoman.

    >>> example().outlet
    'labass.net'
    """
    resource = files("dragoman.graph.articles").joinpath("labass-2016-security.txt")
    return load_text(decode(resource.read_bytes(), resource.name), resource.name)
