"""Takes the article out of a saved web page: its words, and what the page says of its publication.

The words are those that trafilatura finds; they are what is stored, and offsets count in them. Nothing is fetched, and
no clock is asked, so that a page gives the same article on every day.
"""

from __future__ import annotations

import codecs
import logging
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from dragoman.graph.article import Article
from dragoman.graph.composing import compose, is_address
from dragoman.graph.decoding import LIMIT_BYTES, checked, control_character
from dragoman.graph.detection import guess
from dragoman.ontology.errors import ArticleError

if TYPE_CHECKING:
    from types import ModuleType

LIMIT_PAGE: Final = 10 * LIMIT_BYTES
"""Bytes that a saved page may have: what surrounds an article is a few times its size, and what is more is no article."""
_CHARSET: Final = re.compile(rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4096
_SINGLE_BYTE: Final = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What browsers take these for: pages that declare them use the quotation marks of the other."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DATES: Final = {
    "original_date": True,  # of publication, not of the last change
    "extensive_search": False,  # only where the page declares a date: any other may be anybody's
    "max_date": "9999-12-31",  # else it is today, and one page would give different articles on different days
}


def load_page(raw: bytes, name: str, **given: str | date | None) -> Article:
    """Return the article of a saved page; `given` as for `load`, and it prevails over what the page says.

    A page says in which language it is by its template, which may be another than that of its words; so it is believed
    only where they agree.

    Args:
        raw: the page, as it was saved.
        name: what it is called in the sentence of an error.
        given: title, outlet, url, language, published or rights.

    Raises:
        ArticleError: it is not encoded as it says, or no article is found in it.
    """
    text = _decoded(raw, name)
    found = _extracted(text)
    if found is None or not (found.text or "").strip():
        raise ArticleError(f"{name} is a page in which no article is found; save its text in a file and read that.")
    body = checked(found.text, name)
    stated = {"title": found.title, "outlet": found.sitename, "url": found.url, "published": found.date}
    kept = {key: " ".join(value.split()) for key, value in stated.items() if value and not control_character(value)}
    if not is_address(kept.get("url", "")):
        kept.pop("url", None)
    if given.get("published") or not _DAY.fullmatch(kept.get("published", "")):
        kept.pop("published", None)
    return compose(body, kept, {**given, "language": given.get("language") or _language(text, body)}, name, name)


def _extracted(page: str) -> Any:
    library = _trafilatura()
    tree = library.load_html(page)
    if tree is None:
        return None
    return library.bare_extraction(
        tree, with_metadata=True, include_comments=False, deduplicate=False, date_extraction_params=dict(_DATES)
    )


@cache
def _trafilatura() -> ModuleType:
    import trafilatura

    for noisy in ("trafilatura", "htmldate", "courlan"):
        # they tell of pages without an article, which our own sentence does
        logging.getLogger(noisy).setLevel(logging.CRITICAL + 1)
    return trafilatura


def _language(page: str, body: str) -> str | None:
    declared = re.search(
        r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,20})", page[:_DECLARED_WITHIN], re.IGNORECASE
    )
    said = declared[1].partition("-")[0].lower() if declared else None
    return said if said == guess(body) else None


def _decoded(raw: bytes, name: str) -> str:
    """Return a page's text by its byte order mark, by what it declares or, where it declares nothing, as UTF-8."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        declared = _CHARSET.search(raw[:_DECLARED_WITHIN])
        encoding = declared[1].decode("ascii") if declared and not raw.startswith(codecs.BOM_UTF8) else "utf-8"
    try:
        encoding = codecs.lookup(encoding).name
        text = raw.decode(_SINGLE_BYTE.get(encoding, encoding))
    except LookupError:
        raise ArticleError(
            f"{name} declares the encoding “{encoding}”, which is none; save it again as UTF-8."
        ) from None
    except (UnicodeError, ValueError):
        raise ArticleError(f"{name} is not in {encoding.upper()}, as it should be; save it again as UTF-8.") from None
    return text.removeprefix("\ufeff")
