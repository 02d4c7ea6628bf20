"""Counts what was copied at both ends, graph by graph, and finds where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from dragoman.graph.copying.incoming import quads_in
from dragoman.graph.copying.lexicons import own_lexicons
from dragoman.graph.copying.places import Graphs
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, expand

_MARK: Final = (ox.NamedNode(LEXICON_GRAPH), ox.NamedNode(expand("dcterms:identifier")))


@dataclass(frozen=True)
class Count:
    """How much of what is copied one home holds.

    Attributes:
        articles: the articles.
        triples: their triples.
        lexicons: the triples of lexicons of somebody's own.
        links: the triples of what follows from the articles.
    """

    articles: int = 0
    triples: int = 0
    lexicons: int = 0
    links: int = 0


@dataclass(frozen=True)
class Comparison:
    """What both homes hold of what is copied, and the names of the graphs that differ."""

    source: Count
    target: Count
    differing: tuple[str, ...]


def in_store(source: Graphs, target: Graphs) -> Iterator[tuple[str, Iterator[ox.Quad]]]:
    """Yield what a store holds of a source's graphs, each with its name."""
    for name in (*source.articles(), *own_lexicons(source), LINKS_GRAPH):
        yield name, target.quads(name)


def in_file(path: Path, syntax: str) -> Iterator[tuple[str, Iterator[ox.Quad]]]:
    """Yield the graphs of a file that has them one after the other, each with its name."""
    yield from groupby(quads_in(path, syntax), key=lambda quad: getattr(quad.graph_name, "value", ""))


def compare(
    source: Graphs, held: Iterable[tuple[str, Iterator[ox.Quad]]], *, links: bool, advance: Callable[[], None]
) -> Comparison:
    """Compare what a source has with what a target holds of it.

    Args:
        source: what was copied.
        held: what the target holds: the graphs, each with its name.
        links: whether the links must agree, as they do where both ends hold the same articles.
        advance: called after each article.
    """
    articles, lexicons = set(source.articles()), set(own_lexicons(source))
    missing = articles | lexicons
    here, there = _Tally(), _Tally()
    differing = []
    for name, quads in held:
        if name in articles or name in lexicons:
            wanted, found = set(source.quads(name)), set(quads)
            missing.discard(name)
            for tally, these in ((here, wanted), (there, found)):
                tally.add(name in articles, len(these))
            if wanted != found:
                differing.append(name)
            if name in articles:
                advance()
        elif name == LINKS_GRAPH:
            there.links = sum(1 for _ in quads)
    for name in missing:
        here.add(name in articles, sum(1 for _ in source.quads(name)))
    here.links = sum(1 for _ in source.quads(LINKS_GRAPH))
    if links and here.links != there.links:
        differing.append(LINKS_GRAPH)
    return Comparison(here.count(), there.count(), (*sorted(missing), *differing))


def made_alike(source: Graphs, target: Graphs) -> bool:
    """Whether both have the links that one version of Dragoman and its lexicon make of articles."""
    marks = [{q for q in home.quads(LEXICON_GRAPH) if (q.subject, q.predicate) == _MARK} for home in (source, target)]
    return bool(marks[0]) and marks[0] == marks[1]


@dataclass
class _Tally:
    articles: int = 0
    triples: int = 0
    lexicons: int = 0
    links: int = 0

    def add(self, article: bool, triples: int) -> None:
        if not article:
            self.lexicons += triples
        elif triples:
            self.articles += 1
            self.triples += triples

    def count(self) -> Count:
        return Count(self.articles, self.triples, self.lexicons, self.links)
