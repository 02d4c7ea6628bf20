"""Looks through all articles of a run before the first is read, for what can only be known of all of them.

Two different texts under one address contradict each other, so neither is read: which one is right, only their owner
knows. One that comes twice is read once. What is kept in memory are hashes; the texts wait on the disk.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from dragoman.graph.composing import Given
from dragoman.graph.many.ledger import Entry, Ledger
from dragoman.graph.reading.fingerprint import fingerprint
from dragoman.graph.sources.source import Source
from dragoman.ontology.errors import ArticleError

READ, FOREIGN, PASSED_OVER, DUPLICATE, REFUSED = range(5)
"""What is to become of an article: to be read; to be kept without a fact, since there is no reader for its language;
as the store has it; the same as one before it; not read."""


@dataclass(frozen=True)
class Origin:
    """A file, a stream or the built-in article: what yields the sources in it, when they are asked for.

    Attributes:
        name: what it is called.
        sources: yields what it holds, or raises an ArticleError where that cannot be told.
    """

    name: str
    sources: Callable[[], Iterable[Source]]


@dataclass(frozen=True)
class Item:
    """One article of a run and what is to become of it."""

    number: int
    entry: Entry
    verdict: int


class Survey:
    """What there is to read.

    Attributes:
        verdicts: what is to become of each article, by its number.
        problems: the sentences of those that are not read, by number.
        notices: what is to be said of those that come twice or are in a language without reader.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Take the ledger that the articles are kept in; `survey` makes one of these."""
        self.ledger = ledger
        self.verdicts = bytearray()
        self.problems: dict[int, str] = {}
        self.notices: list[str] = []

    def __len__(self) -> int:
        """Return how many articles there are, the bad ones too."""
        return len(self.verdicts)

    def count(self, *verdicts: int) -> int:
        """Return of how many articles this is to become."""
        return sum(self.verdicts.count(verdict) for verdict in verdicts)

    def items(self) -> Iterator[Item]:
        """Yield the articles in order."""
        for number, entry in enumerate(self.ledger):
            yield Item(number, entry, self.verdicts[number])

    def pass_over(self, known: Container[str], lexicon: tuple[Path, ...] = ()) -> None:
        """Have those articles passed over whose reading would be one that is known.

        Args:
            known: fingerprints of readings.
            lexicon: the lexicon files of one's own that would be read with.
        """
        for item in self.items():
            article = item.entry.article
            if item.verdict in (READ, FOREIGN) and article and fingerprint(article, lexicon) in known:
                self.verdicts[item.number] = PASSED_OVER


@contextmanager
def survey(
    origins: Iterable[Origin],
    readable: Iterable[str],
    given: Given,
    *,
    strict: bool = False,
    each: Callable[[], None] = lambda: None,
) -> Iterator[Survey]:
    """Load every article once and say what is to become of it.

    Args:
        origins: where they come from.
        readable: the languages that can be read.
        given: what their user says of a single article.
        strict: look no further than the first that cannot be read.
        each: called after each article.
    """
    with closing(Ledger()) as ledger:
        found = Survey(ledger)
        _Look(found, frozenset(readable), strict).through(origins, given, each)
        yield found


class _Look:
    """One look through: where each address was met first, with which text."""

    def __init__(self, found: Survey, readable: frozenset[str], strict: bool) -> None:
        self.found, self.readable, self.strict = found, readable, strict
        self.first: dict[bytes, int] = {}
        self.again: dict[int, array[int]] = {}
        self.texts = bytearray()

    def through(self, origins: Iterable[Origin], given: Given, each: Callable[[], None]) -> None:
        for origin in origins:
            try:
                for source in origin.sources():
                    self._one(source, given)
                    each()
                    if self.strict and self.found.problems:
                        return
            except ArticleError as error:
                self._refused(origin.name, error)
            if self.strict and self.found.problems:
                return
        if self.again:
            self._compare()

    def _one(self, source: Source, given: Given) -> None:
        try:
            article = source.load(**given)
            foreign = article.language.partition("-")[0] not in self.readable
            if foreign and not article.language_guessed:
                raise ArticleError(
                    f"{source.name} is in “{article.language}”, for which there is no reader; "
                    f"articles can be read in {', '.join(sorted(self.readable))}."
                )
        except ArticleError as error:
            self._refused(source.name, error)
            return
        number = len(self.found)
        first = self.first.setdefault(_hash(article.iri), number)
        self.found.ledger.add(Entry(source.name, article))
        self.found.verdicts.append(FOREIGN if foreign else READ)
        self.texts += _hash(article.text)
        if first != number:
            self.again.setdefault(first, array("q")).append(number)
        elif foreign:
            self.found.notices.append(
                f"{source.name} is written in “{article.language}”, for which there is no reader: it is kept, but no "
                f"fact is read from it. If it is in {' or '.join(sorted(self.readable))}, say so with --language."
            )

    def _refused(self, name: str, error: ArticleError) -> None:
        self.found.problems[len(self.found)] = str(error)
        self.found.ledger.add(Entry(name, None, str(error)))
        self.found.verdicts.append(REFUSED)
        self.texts += bytes(_SIZE)

    def _compare(self) -> None:
        """Refuse those that have one address and different texts, and read the others once."""
        wanted = {*self.again, *chain.from_iterable(self.again.values())}
        names = {n: entry.source for n, entry in enumerate(self.found.ledger) if n in wanted}
        for first, others in sorted(self.again.items()):
            same = [first, *others]
            if len({self._text(number) for number in same}) > 1:
                error = _contradiction([names[number] for number in same])
                for number in same:
                    self.found.verdicts[number] = REFUSED
                    self.found.problems[number] = str(error)
                continue
            for number in others:
                self.found.verdicts[number] = DUPLICATE
                self.found.notices.append(f"{names[number]} is {names[first]} again; it is read once.")

    def _text(self, number: int) -> bytes:
        return bytes(self.texts[number * _SIZE : (number + 1) * _SIZE])


_SIZE: Final = 16
_NAMED: Final = 9
"""How many articles a sentence names."""


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_SIZE]


def _contradiction(names: list[str]) -> ArticleError:
    shown = names[:_NAMED] if len(names) > _NAMED + 2 else names[:-1]
    more = f", {len(names) - len(shown) - 1} more" if len(shown) < len(names) - 1 else ""
    return ArticleError(
        f"{', '.join(shown)}{more} and {names[-1]} have one address but different texts, so none of them was read; "
        "correct an address, or read them one after the other."
    )
