"""Cuts SPARQL into tokens, as far as it takes to know a keyword from a name, a string, an IRI or a comment.

It never parses: Oxigraph does that. It never fails either: what it does not know is a token of one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias, cast

Kind: TypeAlias = Literal["skip", "iri", "string", "name", "variable", "language", "number", "word", "mark"]

_LOCAL: Final = r"(?:[\w:·\u0300-\u036f‿⁀-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])"
_TOKEN: Final = re.compile(
    rf"""
    (?P<skip>[\x20\t\r\n]+|\#[^\r\n]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''|\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*\"\"\"
      |'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")
  | (?P<name>_:[\w.·-]*|(?:[^\W\d_](?:[\w.·-]*[\w·-])?)?:(?:{_LOCAL}(?:\.*{_LOCAL})*)?)
  | (?P<variable>[?$][\w·\u0300-\u036f‿⁀]+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[A-Za-z]+)?)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ABSOLUTE: Final = re.compile(r"<[A-Za-z][\w+.-]*://")
_OPERANDS: Final = frozenset({"iri", "string", "name", "variable", "language", "number", "word"})


class Token(NamedTuple):
    """Some characters of a query: what they are, how they read, and where they begin."""

    kind: Kind
    text: str
    begin: int


def tokens(text: str, begin: int = 0) -> Iterator[Token]:
    """Yield the tokens of `text` from the offset `begin` on, without white space and comments.

    >>> [(t.kind, t.text) for t in tokens("ASK { ?s ex:service 'SERVICE' } # LOAD")]
    [('word', 'ASK'), ('mark', '{'), ('variable', '?s'), ('name', 'ex:service'), ('string', "'SERVICE'"), ('mark', '}')]
    """
    for match in _TOKEN.finditer(text, begin):
        if match.lastgroup != "skip":
            yield Token(cast(Kind, match.lastgroup), match.group(), match.start())


def readings(text: str) -> list[list[Token]]:
    """Return every way in which an engine may cut `text` into tokens, the usual one first.

    In `?a<b>?c` SPARQL's grammar sees an IRI and Oxigraph, where only an operator can stand, two comparisons. What
    follows may then be a string to one and bare words to the other, so whoever looks for a word looks at both.
    Readings that meet again at one offset go on as one, so the work is linear in the text.
    """
    found: list[list[Token]] = []
    seen: set[int] = set()
    starts = [0]
    while starts:
        reading: list[Token] = []
        for token in tokens(text, starts.pop()):
            doubtful = token.kind == "iri" and (not reading or _operand(reading[-1]))
            # no expression reads x < http:// , so such an IRI is one to everybody
            if doubtful and not _ABSOLUTE.match(token.text) and token.begin + 1 not in seen:
                starts.append(token.begin + 1)
            reading.append(token)
            if token.begin in seen:
                break
            seen.add(token.begin)
        found.append(reading)
    return found


def _operand(token: Token) -> bool:
    return token.kind in _OPERANDS or token.text in (")", "]", "}")


_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def unescaped(text: str) -> str:
    r"""Return `text` with its code point escapes replaced, as SPARQL 1.1 (19.2) has it done before parsing.

    >>> unescaped(r"\u0053ERVICE")
    'SERVICE'
    """

    def character(match: re.Match[str]) -> str:
        point = int(match[1] or match[2], 16)
        return chr(point) if point <= 0x10FFFF else match[0]

    return _ESCAPE.sub(character, text)


def position(text: str, offset: int) -> tuple[int, int]:
    r"""Return the line and the column, both from 1, of the character at `offset`.

    >>> position("a\nbc", 3)
    (2, 2)
    """
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
