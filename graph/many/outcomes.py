"""What became of each article of a run, as values and as lines of JSON."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Literal, Self, TypeAlias

from dragoman.graph.article import Article
from dragoman.graph.records import Reading
from dragoman.ontology.errors import OutputError

Kind: TypeAlias = Literal["read", "replaced", "passed over", "duplicate", "refused"]
"""Read for the first time; read in place of what was there; as it is in the store; another's text and address again;
or not read, with the reason."""


@dataclass(frozen=True)
class About:
    """What is shown of an article in a list: its headline or, without one, how it begins; who published it, and when."""

    title: str
    outlet: str | None
    published: str | None
    language: str

    @classmethod
    def of(cls, article: Article) -> Self:
        """Return it without holding on to the text."""
        day = str(article.published) if article.published else None
        return cls(article.title or article.text[:60], article.outlet, day, article.language)


@dataclass(frozen=True)
class Outcome:
    """What became of one article.

    Attributes:
        source: the file that it comes from, with its line where that holds many.
        kind: what became of it.
        article: its IRI, None where it could not be loaded.
        records: how many records of each type were read from it, by the ontology's name of the type.
        problem: for a refused one the sentence that says why.
        about: what is shown of it in a list.
        reading: what was read from it, where that was asked for.
    """

    source: str
    kind: Kind
    article: str | None = None
    records: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    problem: str | None = None
    about: About | None = None
    reading: Reading | None = None

    def line(self) -> str:
        """Return the outcome as a line of JSON, the same for the same input on every machine.

        >>> Outcome("a.txt", "refused", problem="a.txt is empty.").line()
        '{"source": "a.txt", "article": null, "outcome": "refused", "records": {}, "problem": "a.txt is empty."}'
        """
        said = {
            "source": self.source,
            "article": self.article,
            "outcome": self.kind,
            "records": dict(sorted(self.records.items())),
            "problem": self.problem,
        }
        return json.dumps(said, ensure_ascii=False)


def counts(reading: Reading) -> Mapping[str, int]:
    """Return how many records of each type a reading has."""
    return MappingProxyType(Counter(record.kind for record in reading.records))


class Report:
    """A file of lines, one an article, written as they come and each whole."""

    def __init__(self, path: Path) -> None:
        """Begin the file anew.

        Raises:
            OutputError: it cannot be written there.
        """
        self._path = path
        try:
            self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o644)
        except OSError as error:
            raise self._failure(error) from error

    def add(self, outcome: Outcome) -> None:
        """Write one line, at once: who stops the run in the middle finds only whole ones.

        Raises:
            OutputError: the disk is full or fails.
        """
        data = (outcome.line() + "\n").encode("utf-8", "backslashreplace")
        try:
            while data:
                data = data[os.write(self._handle, data) :]
        except OSError as error:
            raise self._failure(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)

    def _failure(self, error: OSError) -> OutputError:
        return OutputError(f"The report {self._path} cannot be written ({error.strerror}); name another with --report.")
