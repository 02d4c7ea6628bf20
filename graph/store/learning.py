"""Takes lexicon files of somebody's own into a store: each checked against all that is known, in a graph of its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from dragoman.graph.lexicon import Entry
from dragoman.graph.lexicon.loading import additions, lexicon_with
from dragoman.graph.lexicon.sources import in_graph, own_graph, triples_of
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import OWN_LEXICONS


class Lexicons(Protocol):
    """What keeps lexicons in graphs, as every `Home` does."""

    def lexicons(self) -> list[str]:
        """Return the names of the graphs of lexicon files, sorted."""

    def quads(self, graph: str | None) -> Iterable[ox.Quad]:
        """Return the quads of one graph."""


@dataclass(frozen=True)
class Learnt:
    """What becomes of a store's own lexicons.

    Attributes:
        graphs: the quads of each graph that changes.
        notices: what their user should know: names that two entries bear, files that take another's place.
    """

    graphs: Mapping[str, tuple[ox.Quad, ...]]
    notices: tuple[str, ...]


def learnt(home: Lexicons, paths: tuple[Path, ...]) -> Learnt:
    """Return what changes in a store where lexicon files are added to it.

    Raises:
        LexiconError: a file is malformed, contradicts what is known, or is called as another one.
    """
    names = {path: own_graph(path) for path in paths}
    for path, graph in names.items():
        namesake = next((p for p, g in names.items() if g == graph and p != path), None)
        if namesake is not None:
            raise LexiconError(
                f"The lexicon files {path} and {namesake} would be one graph, {graph}; rename one of them."
            )
    others = _own(home, without=set(names.values()))
    changed: dict[str, tuple[ox.Quad, ...]] = {}
    said: list[str] = []
    for path, graph in names.items():
        told = additions(path, others)
        triples = triples_of(path)
        others += triples
        before, after = set(home.quads(graph)), set(in_graph(triples, graph))
        if before == after:
            continue
        said += told
        if before:
            said.append(f"{path} replaces what was known by a file of its name.")
        changed[graph] = tuple(sorted(after, key=str))
    return Learnt(changed, tuple(said))


def known_entities(home: Lexicons) -> Mapping[str, Entry]:
    """Return the entries of all lexicons by IRI: of the shipped one and of those that a store keeps."""
    return lexicon_with(_own(home)).entries


def _own(home: Lexicons, without: Container[str] = ()) -> list[ox.Triple]:
    """Return what the lexicon graphs of a store say, but for the shipped one and some others."""
    graphs = (g for g in home.lexicons() if g.startswith(OWN_LEXICONS) and g not in without)
    return [quad.triple for graph in graphs for quad in home.quads(graph)]
