"""The whole lexicon conforms to the shapes of the vocabulary."""

from __future__ import annotations

from importlib.resources import files

import pyoxigraph as ox
import pyshacl
import rdflib

from dragoman.graph.lexicon.sources import lexicon_triples


def test_the_whole_lexicon_conforms_to_the_shapes() -> None:
    data = ox.serialize(lexicon_triples(), format=ox.RdfFormat.N_TRIPLES)
    assert data
    shapes = files("dragoman.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")
    conforms, _, report = pyshacl.validate(
        rdflib.Graph().parse(data=data, format="nt"),
        shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"),
    )
    assert conforms, report
