"""Says which lexicon a store holds, so that another version of Dragoman knows to put its own in its place."""

from __future__ import annotations

import pyoxigraph as ox

from dragoman.graph.iris import digest
from dragoman.graph.lexicon.loading import lexicon_files
from dragoman.graph.linking.links import RULE
from dragoman.ontology.namespaces import LEXICON_GRAPH, expand


def lexicon_mark() -> ox.Quad:
    """Return what the lexicon's graph says of itself: a digest of the shipped files and of the rule that links follow."""
    stamp = digest(RULE + "".join(path.read_text(encoding="utf-8") for path in lexicon_files()))
    graph = ox.NamedNode(LEXICON_GRAPH)
    return ox.Quad(graph, ox.NamedNode(expand("dcterms:identifier")), ox.Literal(stamp), graph)
