"""An export holds what articles say, what follows from it, and whom of the lexicons they name."""

from __future__ import annotations

from fixtures.builtin import entity

from dragoman.graph.export.selection import selected
from dragoman.graph.store import Store
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH, expand


def test_of_the_lexicon_only_those_stay_whom_the_articles_name_unless_all_of_it_is_asked_for(
    builtin_store: Store,
) -> None:
    def known(*, lexicon: bool) -> set[str]:
        chosen = selected(builtin_store.quads(), lexicon=lexicon)
        return {str(q.subject) for q in chosen if str(q.graph_name) == f"<{LEXICON_GRAPH}>"}

    named, everybody = known(lexicon=False), known(lexicon=True)
    assert f"<{entity('Maroc').iri}>" in named
    assert len(named) < 40 < len(everybody)
    assert named < everybody


def test_without_text_nothing_else_is_missing(builtin_store: Store) -> None:
    whole, without = set(selected(builtin_store.quads())), set(selected(builtin_store.quads(), text=False))
    assert {q.predicate.value for q in whole - without} == {expand("nif:isString")}
    assert {str(q.graph_name) for q in without} >= {f"<{LINKS_GRAPH}>"}
