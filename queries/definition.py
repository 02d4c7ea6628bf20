"""Makes a question of a `.rq` file, or says in which line the file is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from dragoman.ontology.errors import QueryError
from dragoman.ontology.languages import OWN
from dragoman.queries.header import Block, HeaderError, Value, read_header
from dragoman.queries.question import Parameter, Question
from dragoman.queries.values import TYPES, to_term


def read_question(path: Path) -> Question:
    """Return the question that a `.rq` file holds.

    Raises:
        HeaderError: its header breaks the format; the sentence names file and line.
    """
    text = path.read_text(encoding="utf-8")
    header = _Reader(path, text, read_header(path, text))
    title = header.words("title")
    if header.plain("summary") != title["en"]:
        raise header.error("summary", "the summary, which other tools show, is the English title")
    parameters = {name: _parameter(header.inner("parameters", name), name) for name in header.keys("parameters")}
    question = Question(
        name=path.stem,
        title=title,
        description=header.words("description"),
        tags=header.many("tags"),
        parameters=MappingProxyType(parameters),
        details=header.many("details"),
        text=text,
    )
    header.finish()
    return question


def _parameter(header: _Reader, name: str) -> Parameter:
    described = MappingProxyType({language: header.plain(language) for language in OWN})
    required = header.plain("required", "false")
    if required not in ("true", "false"):
        raise header.error("required", "“required” is true or false")
    parameter = Parameter(
        name=name,
        type=header.plain("type"),
        description=described,
        required=required == "true",
        default=header.plain("default", "") or None,
        values=header.many("values"),
        example=header.plain("example", "") or None,
    )
    if parameter.type not in TYPES:
        raise header.error("type", f"no such type as “{parameter.type}”; there are {', '.join(TYPES)}")
    if parameter.required and parameter.example is None:
        raise header.error("required", "what is required shows an “example”")
    if parameter.default is not None:
        try:
            to_term(parameter.type, parameter.default, parameter.values)
        except QueryError as error:
            raise header.error("default", f"the default does not fit, {error}") from None
    header.finish()
    return parameter


class _Reader:
    """Takes keys out of a header block and knows what was not taken and where each one stands."""

    def __init__(self, path: Path, text: str, block: Block, within: tuple[str, ...] = ()) -> None:
        self.path, self.text, self.block, self.within = path, text, dict(block), within

    def error(self, key: str, problem: str) -> HeaderError:
        """Return the error with the line of `key` or, where it is missing, of the block that lacks it."""
        wanted = [*self.within, key]
        found, depth = 1, 0
        for number, line in enumerate(self.text.splitlines(), 1):
            if not line.startswith("#+") or not wanted:
                continue
            indent = (len(line) - len(line[2:].lstrip()) - 3) // 2
            if indent < depth:
                break
            if indent == depth and line[2:].strip().startswith(wanted[0] + ":"):
                wanted.pop(0)
                found, depth = number, depth + 1
        return HeaderError(self.path, found, problem)

    def take(self, key: str, kind: type[Value], default: Value | None) -> Value:
        if key not in self.block:
            if default is None:
                raise self.error(key, f"the header of {'.'.join(self.within) or 'a question'} says no “{key}”")
            return default
        value = self.block.pop(key)
        if not isinstance(value, kind):
            raise self.error(key, f"“{key}” is of the wrong kind")
        return value

    def plain(self, key: str, default: str | None = None) -> str:
        value = self.take(key, str, default)
        assert isinstance(value, str)
        return value

    def many(self, key: str) -> tuple[str, ...]:
        value = self.take(key, tuple, ())
        assert isinstance(value, tuple)
        return value

    def keys(self, key: str) -> tuple[str, ...]:
        value = self.take(key, dict, {})
        assert isinstance(value, dict)
        self.block[key] = value
        return tuple(value)

    def inner(self, key: str, name: str) -> _Reader:
        value = self.block[key]
        assert isinstance(value, dict)
        block = value.pop(name)
        if not isinstance(block, dict):
            raise self.error(name, f"“{name}” is of the wrong kind")
        return _Reader(self.path, self.text, block, (*self.within, key, name))

    def words(self, key: str) -> Mapping[str, str]:
        block = self.take(key, dict, None)
        assert isinstance(block, dict)
        inner = _Reader(self.path, self.text, block, (*self.within, key))
        found = {language: inner.plain(language) for language in OWN}
        inner.finish()
        return MappingProxyType(found)

    def finish(self) -> None:
        for key, value in self.block.items():
            if value != {}:
                raise self.error(key, f"the header knows no “{key}”")
