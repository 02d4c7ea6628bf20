"""Gathers the articles of one run: each once, the bad ones set aside with their sentences, so that the rest is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from dragoman.graph.article import Article
from dragoman.graph.iris import digest
from dragoman.graph.loading import STANDARD_INPUT, example, load, load_stream
from dragoman.graph.records import Reading
from dragoman.graph.sources.folders import find
from dragoman.ontology.errors import ArticleError


@dataclass(frozen=True)
class Source:
    """Where one article comes from, loaded when it is its turn, so that a corpus need not fit into memory."""

    name: str
    load: Callable[[], Article]


@dataclass
class Gathered:
    """What a run has to read and what it cannot.

    Attributes:
        sources: the articles to read, in the order in which they were named.
        problems: for each that cannot be read, the sentence that says why.
        foreign: the articles whose words are plainly another language's, for which there is no reader.
        notices: what is to be said of those that were named twice, and of the foreign ones.
    """

    sources: list[Source] = field(default_factory=list)
    problems: list[ArticleError] = field(default_factory=list)
    foreign: list[Source] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def articles(self) -> Iterator[Article]:
        """Yield the articles to read; one that can no longer be read becomes a problem."""
        yield from self._loaded(self.sources)

    def unread(self) -> Iterator[Reading]:
        """Yield the foreign articles as they are kept: without a record, so that nothing is misread."""
        for article in self._loaded(self.foreign):
            yield Reading(article, (), ())

    def __len__(self) -> int:
        """Return how many articles are kept."""
        return len(self.sources) + len(self.foreign)

    def _loaded(self, sources: Iterable[Source]) -> Iterator[Article]:
        for source in sources:
            try:
                yield source.load()
            except ArticleError as error:
                self.problems.append(error)


def named(paths: Iterable[str], with_example: bool, problems: list[ArticleError]) -> list[Source]:
    """Return the sources that paths stand for: files, folders and '-' for standard input."""
    sources = [Source("the built-in article", example)] if with_example else []
    for path in paths:
        if path == "-":
            sources.append(Source(STANDARD_INPUT, partial(load_stream, sys.stdin.buffer)))
            continue
        if "://" in path and not Path(path).exists():
            problems.append(
                ArticleError(
                    f"{path} is an address, and articles are text files; save its text in one, "
                    f"and read that with --url {path}."
                )
            )
            continue
        try:
            sources += [Source(str(found), partial(load, found)) for found in find(path)]
        except ArticleError as error:
            problems.append(error)
    return list({source.name: source for source in sources}.values())


def gather(sources: Iterable[Source], languages: Iterable[str], given: Mapping[str, str | date | None]) -> Gathered:
    """Load each article once and set aside what cannot be read.

    Two different texts under one address contradict each other, so neither is read: which one is right, only their
    owner knows.

    Args:
        sources: where the articles come from.
        languages: those that can be read.
        given: what the options say about a single article.
    """
    readable = set(languages)
    gathered = Gathered()
    texts: dict[str, list[tuple[Source, str]]] = {}
    foreign: dict[str, str] = {}
    for source in sources:
        load_it = partial(source.load, **given) if any(given.values()) else source.load
        try:
            article = load_it()
            unknown = article.language.partition("-")[0] not in readable
            if unknown and not article.language_guessed:
                raise ArticleError(
                    f"{source.name} is in “{article.language}”, for which there is no reader; "
                    f"articles can be read in {', '.join(sorted(readable))}."
                )
        except ArticleError as error:
            gathered.problems.append(error)
            continue
        if source.name == STANDARD_INPUT:
            load_it = partial(_itself, article)
        if unknown:
            foreign[source.name] = article.language
        texts.setdefault(article.iri, []).append((Source(source.name, load_it), digest(article.text)))
    for same in texts.values():
        names = [source.name for source, _ in same]
        if len({text for _, text in same}) > 1:
            gathered.problems.append(_contradiction(names))
            continue
        (gathered.foreign if names[0] in foreign else gathered.sources).append(same[0][0])
        gathered.notices += [f"{name} is {names[0]} again; it is read once." for name in names[1:]]
        if names[0] in foreign:
            gathered.notices.append(
                f"{names[0]} is written in “{foreign[names[0]]}”, for which there is no reader: it is kept, but no fact is "
                f"read from it. If it is in {' or '.join(sorted(readable))}, say so with --language."
            )
    return gathered


def _itself(article: Article) -> Article:
    return article


def _contradiction(names: list[str]) -> ArticleError:
    return ArticleError(
        f"{', '.join(names[:-1])} and {names[-1]} have one address but different texts, so none of them was read; "
        "correct an address, or read them one after the other."
    )
