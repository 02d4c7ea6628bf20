"""Reads the header of a query file: comments that begin with `#+`, as grlc has them, in a strict part of YAML.

What a header may hold: `key: value`, `key: [a, b]`, and `key:` with an indented block of the same below it. Nothing
else passes, so a slip of the pen is found where it stands and not where it bites. No YAML library is needed, which
would cost a cold query more than reading the file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, TypeAlias

from dragoman.ontology.errors import QueryError

Value: TypeAlias = "str | tuple[str, ...] | Block"
Block: TypeAlias = dict[str, Value]

_LINE: Final = re.compile(r"#\+ (?P<indent>(?: {2})*)(?P<key>[a-z][a-z-]*):(?: (?P<value>\S.*))?")


class HeaderError(QueryError):
    """A header that breaks its own format; the sentence names file and line."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path.name}, line {line}: {problem}")


def read_header(path: Path, text: str) -> Block:
    r"""Return what the header of the query in `text` says; `path` is for the messages.

    >>> read_header(Path("who.rq"), "#+ title:\n#+   fr: Qui\n#+   en: Who\n#+ tags: [people]\nASK {}")
    {'title': {'fr': 'Qui', 'en': 'Who'}, 'tags': ('people',)}

    Raises:
        HeaderError: a line is not of the format, is indented too far, or says a key twice.
    """
    top: Block = {}
    blocks = [top]
    opened: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#+"):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            raise HeaderError(path, number, f"a header line reads “#+ key: value”, not “{line.strip()}”")
        depth = len(match["indent"]) // 2
        if depth >= len(blocks) + (opened is not None):
            raise HeaderError(path, number, f"“{match['key']}” is indented too far")
        if opened is not None and depth == len(blocks):
            inner: Block = {}
            blocks[-1][opened] = inner
            blocks.append(inner)
        elif opened is not None:
            raise HeaderError(path, number - 1, f"“{opened}” has no value")
        del blocks[depth + 1 :]
        if match["key"] in blocks[-1]:
            raise HeaderError(path, number, f"“{match['key']}” is said twice")
        opened = match["key"] if match["value"] is None else None
        blocks[-1][match["key"]] = _value(path, number, match["value"]) if match["value"] is not None else {}
    if opened is not None:
        raise HeaderError(path, _line_of(text, opened), f"“{opened}” has no value")
    return top


def _value(path: Path, number: int, text: str) -> Value:
    if text.startswith("["):
        if not re.fullmatch(r"\[[\w-]+(?:, [\w-]+)*\]", text):
            raise HeaderError(path, number, f"a list reads “[a, b]”, not “{text}”")
        return tuple(text[1:-1].split(", "))
    if re.search(r"^[\"'{}&*!|>%@`#?-]|: | #|:$", text):
        raise HeaderError(path, number, f"a value holds no quoting, “: ” or “ #”: “{text}”")
    return text


def _line_of(text: str, key: str) -> int:
    lines = enumerate(text.splitlines(), 1)
    return max(number for number, line in lines if re.match(rf"#\+ *{key}:", line))
