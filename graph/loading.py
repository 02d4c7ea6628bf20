"""Makes articles of files, streams and strings: their text as given, and what is said about their publication."""

from __future__ import annotations

import os
import re
import stat
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import urlsplit

from dragoman.graph.article import Article
from dragoman.graph.decoding import LIMIT_BYTES, control_character, decode, too_long
from dragoman.graph.detection import guess
from dragoman.graph.front_matter import Values, split
from dragoman.ontology.errors import ArticleError

STANDARD_INPUT: Final = "standard input"
_HEADLINE: Final = re.compile(r"[ \t]*(\S[^\r\n]*?)[ \t]*(?>\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def load(path: str | Path, **given: str | date | None) -> Article:
    """Return the article in a file.

    Args:
        path: a text file in UTF-8, with or without front matter.
        given: title, outlet, url, language, published or rights; they prevail over front matter, but a day of
            publication that differs from it is refused, since every relative date hangs on it.

    Raises:
        ArticleError: the file is missing, cannot be opened, or holds no article; the sentence says what to do.
    """
    name = str(path)
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise ArticleError(
                f"{name} is a folder; name the articles in it, or let dragoman read take the whole folder."
            )
        if stat.S_ISREG(status.st_mode) and status.st_size > LIMIT_BYTES:
            raise too_long(name, status.st_size)
        with open(path, "rb") as file:
            return load_stream(file, name, **given)
    except FileNotFoundError:
        raise ArticleError(f"There is no file {name}; check its name and folder.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ArticleError(f"{name} cannot be opened ({reason}); check its name and permissions.") from error


def load_stream(stream: BinaryIO, name: str = STANDARD_INPUT, **given: str | date | None) -> Article:
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
    said, body = split(decode(text.removeprefix("\ufeff").encode("utf-8", "surrogatepass"), name), name)
    if not body.strip():
        raise ArticleError(f"{name} holds front matter alone; there is nothing to read.")
    chosen = {key: value for key, value in given.items() if value is not None and value != ""}
    published = _published(said, chosen.pop("published", None), name)
    values = {key: value for key, (value, _) in said.items() if key != "published"}
    values |= {key: " ".join(str(value).split()) for key, value in chosen.items()}
    for key, value in values.items():
        odd = control_character(value)
        if odd:  # in quotes, front matter may write one
            raise ArticleError(
                f"{name} has the control character U+{ord(odd[0]):04X} in its {key}; take it out and read again."
            )
    headline = _HEADLINE.match(body)
    return Article(
        text=body,
        title=values.get("title") or (headline[1] if headline else None),
        outlet=values.get("outlet"),
        url=_address(values.get("url"), name),
        language=_tag(values["language"], name) if "language" in values else guess(body),
        language_guessed="language" not in values,
        published=published,
        rights=values.get("rights"),
    )


def example() -> Article:
    """Return the article that comes with Dragoman.

    >>> example().outlet
    'labass.net'
    """
    resource = files("dragoman.graph.articles").joinpath("labass-2016-security.txt")
    return load_text(decode(resource.read_bytes(), resource.name), resource.name)


def _published(said: Values, given: str | date | None, name: str) -> date | None:
    written, line = said.get("published", (None, 0))
    stated = _day(written, f"{name}, line {line}: published") if written else None
    asked = given if isinstance(given, date) else _day(given, "--published") if given else None
    if stated and asked and stated != asked:
        raise ArticleError(
            f"{name} was published on {stated} in its front matter but {asked} in --published; leave one out."
        )
    return stated or asked


def _day(value: str, where: str) -> date:
    try:
        if not _DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ArticleError(f"{where} is “{value}”, which is no day of the calendar; write it as 2016-04-06.") from None


def _address(value: str | None, name: str) -> str | None:
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        sound = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s<>\"{}|\\^`]", value):
        raise ArticleError(
            f"{name} has the address “{value}”, which is no web address; write it as https://example.org/article."
        )
    return value


def _tag(value: str, name: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ArticleError(f"{name} has the language “{value}”, which is no language tag; write fr for French.")
    return value.lower()
