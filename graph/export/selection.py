"""Chooses what an export holds: what the articles say, the links between them, and who of the lexicon they name."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from dragoman.ontology.namespaces import LEXICON_GRAPH, expand

_TEXT = ox.NamedNode(expand("nif:isString"))


def selected(
    quads: Iterable[ox.Quad], *, text: bool = True, lexicon: bool = False, apart: bool = False
) -> list[ox.Quad]:
    """Return those of `quads` that are exported, in no order.

    Args:
        quads: everything that the store holds.
        text: whether the articles' texts stay in.
        lexicon: whether the whole lexicon stays in, not only the entries that the articles' graphs name.
        apart: whether the graphs are kept apart, so that the export may come back; then lexicons of somebody's own, which
            come with nobody's Dragoman, stay in whole.
    """
    told: list[ox.Quad] = []
    known: list[ox.Quad] = []
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(LEXICON_GRAPH):
            (told if apart and quad.graph_name.value != LEXICON_GRAPH else known).append(quad)
        elif text or quad.predicate != _TEXT:
            told.append(quad)
    if not lexicon:
        named = {quad.object.value for quad in told if isinstance(quad.object, ox.NamedNode)}
        known = [quad for quad in known if isinstance(quad.subject, ox.NamedNode) and quad.subject.value in named]
    return told + known
