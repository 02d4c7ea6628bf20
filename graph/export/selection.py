"""Chooses what an export holds: what the articles say, the links between them, and who of the lexicon they name."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from dragoman.ontology.namespaces import LEXICON_GRAPH, expand

_TEXT = ox.NamedNode(expand("nif:isString"))


def selected(quads: Iterable[ox.Quad], *, text: bool = True, lexicon: bool = False) -> list[ox.Quad]:
    """Return `quads` sorted, by graph and then as N-Triples sorts them.

    Args:
        quads: everything that the store holds.
        text: whether the articles' texts stay in.
        lexicon: whether the whole lexicon stays in, not only the entries that the articles' graphs name.
    """
    told: list[ox.Quad] = []
    known: list[ox.Quad] = []
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value == LEXICON_GRAPH:
            known.append(quad)
        elif text or quad.predicate != _TEXT:
            told.append(quad)
    if not lexicon:
        named = {quad.object.value for quad in told if isinstance(quad.object, ox.NamedNode)}
        known = [quad for quad in known if isinstance(quad.subject, ox.NamedNode) and quad.subject.value in named]
    return sorted((*told, *known), key=lambda quad: (str(quad.graph_name), str(quad.triple)))


def merged(quads: Iterable[ox.Quad]) -> list[ox.Triple]:
    """Return the triples of `quads` without their graphs, each once, sorted.

    Whatever is sorted by its N-Triples line has each subject's triples in one place, so a serialiser can group them.
    """
    return [triple for _, triple in sorted({str(quad.triple): quad.triple for quad in quads}.items())]
