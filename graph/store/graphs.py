"""Tells a store's named graphs apart: articles, what was known before reading them, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, OWN_LEXICONS, STORE_GRAPH


def articles(engine: ox.Store) -> list[str]:
    """Return the IRIs of the articles that a database holds, sorted."""
    return sorted(iri for iri in _names(engine) if is_article(iri))


def lexicons(engine: ox.Store) -> list[str]:
    """Return the names of the graphs of lexicon files, the shipped one and those of somebody's own, sorted."""
    return sorted({LEXICON_GRAPH, *(iri for iri in _names(engine) if iri.startswith(OWN_LEXICONS))})


def is_article(iri: str) -> bool:
    """Whether a graph of this name holds an article."""
    return iri not in {LEXICON_GRAPH, LINKS_GRAPH, STORE_GRAPH} and not iri.startswith(OWN_LEXICONS)


def quads_of(engine: ox.Store, graph: str) -> Iterator[ox.Quad]:
    """Yield the quads of one graph."""
    yield from engine.quads_for_pattern(None, None, None, ox.NamedNode(graph))


def _names(engine: ox.Store) -> Iterator[str]:
    return (graph.value for graph in engine.named_graphs() if isinstance(graph, ox.NamedNode))
