"""Makes text of an article's bytes, or says where and why they are none."""

from __future__ import annotations

import re
from typing import Final

from dragoman.ontology.errors import ArticleError

LIMIT: Final = 300_000
"""Characters that one article may have; a long press article has some ten thousand, and the model takes 4 MB of memory for each thousand."""
LIMIT_BYTES: Final = 4 * LIMIT
"""Bytes that so many characters can take at most in UTF-8."""

_SIGNATURES: Final = {
    b"%PDF": "a PDF; save its text as UTF-8 (pdftotext does) and read that",
    b"PK\x03\x04": "an archive or an office document; save its text as UTF-8 and read that",
    b"\xd0\xcf\x11\xe0": "an office document; save its text as UTF-8 and read that",
    b"\x89PNG": "a picture; an article is a text file",
    b"\xff\xd8\xff": "a picture; an article is a text file",
    b"\x1f\x8b": "a compressed file; unpack it and read the text in it",
    b"{\\rtf": "a rich text document; save its text as UTF-8 and read that",
}
_WIDE: Final = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_UNTEXTUAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def decode(raw: bytes, name: str) -> str:
    r"""Return the text of an article's bytes, line ends as they are, without its byte order mark.

    Args:
        raw: UTF-8, with or without a byte order mark.
        name: what the article is called in the sentence of an error.

    Raises:
        ArticleError: too long, binary, not UTF-8, a control character in it, or nothing at all.

    >>> decode(b"\xef\xbb\xbfRabat\r\n", "a.txt")
    'Rabat\r\n'
    """
    if len(raw) > LIMIT_BYTES:
        raise too_long(name)
    for signature, advice in _SIGNATURES.items():
        if raw.startswith(signature):
            raise ArticleError(f"{name} is {advice}.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _wrongly_encoded(raw, error, name) from None
    if "\x00" in text:
        raise _binary(name, raw.index(0))
    return checked(text, name)


def checked(text: str, name: str) -> str:
    """Return a text that may be an article's, without its byte order mark.

    Raises:
        ArticleError: it is too long, has a control character in it, or holds nothing at all.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > LIMIT:
        raise too_long(name)
    odd = control_character(text)
    if odd:
        before = text[: odd.start()]
        line, column = before.count("\n") + 1, odd.start() - before.rfind("\n")
        raise ArticleError(
            f"{name} has the control character U+{ord(odd[0]):04X} at line {line}, column {column}; "
            "take it out and read again."
        )
    if not text.strip():
        raise ArticleError(f"{name} {'holds nothing but blanks' if text else 'is empty'}; there is nothing to read.")
    return text


def control_character(text: str) -> re.Match[str] | None:
    """Return the first character that no text may hold, and XML cannot."""
    return _UNTEXTUAL.search(text)


def too_long(name: str, size: int | None = None) -> ArticleError:
    """Return the error for an article beyond `LIMIT`, with its size in bytes where that is known."""
    held = f" ({size / 1_000_000:,.0f} MB)" if size else ""
    return ArticleError(
        f"{name} is too long for one article{held}: at most {LIMIT:,} characters are read; split it into its articles."
    )


def _wrongly_encoded(raw: bytes, error: UnicodeDecodeError, name: str) -> ArticleError:
    wide = _WIDE.get(raw[:2])
    if wide:
        return ArticleError(
            f"{name} is encoded in {wide}, not in UTF-8; convert it (iconv -f {wide} -t UTF-8) and read again."
        )
    if 0 in raw:
        return _binary(name, raw.index(0))
    return ArticleError(
        f"{name} is not in UTF-8: byte {error.start} is 0x{raw[error.start]:02X}; if it is a Western European file, "
        "convert it (iconv -f WINDOWS-1252 -t UTF-8) and read again."
    )


def _binary(name: str, offset: int) -> ArticleError:
    return ArticleError(f"{name} is binary (a zero at byte {offset}); an article is a text file in UTF-8.")
