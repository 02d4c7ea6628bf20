"""Copies the lexicons of somebody's own that a graph was read with, as the files that they were."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from dragoman.graph.copying.places import Graphs
from dragoman.graph.lexicon.sources import own_graph
from dragoman.graph.store import Store
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import LEXICON_GRAPH, OWN_LEXICONS


def own_lexicons(source: Graphs) -> list[str]:
    """Return the names of the graphs of lexicons of somebody's own, sorted."""
    return [name for name in source.lexicons() if name != LEXICON_GRAPH]


def learn(source: Graphs, target: Store) -> tuple[str, ...]:
    """Keep in a store what own lexicons of a source it does not have, or has otherwise; return what should be known.

    They are checked as any lexicon file is. One may build on another, so they are taken in whatever order works.

    Raises:
        LexiconError: one is malformed, or contradicts what is known at the target.
        StoreError: the disk of the target is full or fails.
    """
    said: list[str] = []
    held = set(target.lexicons())
    waiting = [
        name for name in own_lexicons(source) if name not in held or set(source.quads(name)) != set(target.quads(name))
    ]
    while waiting:
        refused: dict[str, LexiconError] = {}
        for name in waiting:
            try:
                said += _learn(source, target, name)
            except LexiconError as error:
                refused[name] = error
        if len(refused) == len(waiting):
            raise refused[waiting[0]]
        waiting = list(refused)
    return tuple(said)


def _learn(source: Graphs, target: Store, graph: str) -> list[str]:
    file = f"{graph.removeprefix(OWN_LEXICONS)}.ttl"
    if own_graph(Path(file)) != graph:
        raise LexiconError(f"No lexicon file can be the graph {graph}; remove that graph, and copy again.")
    triples = sorted((quad.triple for quad in source.quads(graph)), key=str)
    with TemporaryDirectory(prefix="dragoman-copy-") as folder:
        path = Path(folder) / file
        ox.serialize(triples, str(path), ox.RdfFormat.TURTLE)
        try:
            return [sentence.replace(str(path), file) for sentence in target.add_lexicon(path)]
        except LexiconError as error:
            raise LexiconError(str(error).replace(str(path), file)) from error
