"""Makes an article of its words and of what is said about their publication, wherever either was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from dragoman.graph.article import Article
from dragoman.graph.decoding import control_character
from dragoman.graph.detection import guess
from dragoman.ontology.errors import ArticleError

Given = Mapping[str, str | date | None]
"""What its user says of an article: title, outlet, url, language, published or rights."""

_HEADLINE: Final = re.compile(r"[ \t]*(\S[^\r\n]*?)[ \t]*(?>\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def compose(text: str, stated: Mapping[str, str], given: Given, name: str, where: str) -> Article:
    """Return the article of a text, of what stands beside it and of what its user says.

    Args:
        text: its words, checked.
        stated: what its file says of it: title, outlet, url, language, published, rights.
        given: what its user says; it prevails, but a day of publication that differs is refused, since every relative
            date hangs on it.
        name: what the article is called in the sentence of an error.
        where: where its file says when it was published.

    Raises:
        ArticleError: a value has no form of its kind, holds a control character, or contradicts another.
    """
    chosen = {key: value for key, value in given.items() if value is not None and value != ""}
    published = _published(stated.get("published"), chosen.pop("published", None), name, where)
    values = {key: value for key, value in stated.items() if key != "published"}
    values |= {key: " ".join(str(value).split()) for key, value in chosen.items()}
    for key, value in values.items():
        odd = control_character(value)
        if odd:  # in quotes, front matter may write one
            raise ArticleError(
                f"{name} has the control character U+{ord(odd[0]):04X} in its {key}; take it out and read again."
            )
    headline = _HEADLINE.match(text)
    return Article(
        text=text,
        title=values.get("title") or (headline[1] if headline else None),
        outlet=values.get("outlet"),
        url=_address(values.get("url"), name),
        language=_tag(values["language"], name) if "language" in values else guess(text),
        language_guessed="language" not in values,
        published=published,
        rights=values.get("rights"),
    )


def is_address(value: str) -> bool:
    """Whether a string is the address of a web page.

    >>> is_address("https://example.org/article"), is_address("/article")
    (True, False)
    """
    try:
        parts = urlsplit(value)
        sound = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
    return sound and not re.search(r"[\s<>\"{}|\\^`]", value)


def _published(written: str | None, given: str | date | None, name: str, where: str) -> date | None:
    stated = _day(written, f"{where}: published") if written else None
    asked = given if isinstance(given, date) else _day(given, "--published") if given else None
    if stated and asked and stated != asked:
        raise ArticleError(
            f"{name} says that it was published on {stated} but --published says {asked}; leave one out."
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
    if value is not None and not is_address(value):
        raise ArticleError(
            f"{name} has the address “{value}”, which is no web address; write it as https://example.org/article."
        )
    return value


def _tag(value: str, name: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ArticleError(f"{name} has the language “{value}”, which is no language tag; write fr for French.")
    return value.lower()
