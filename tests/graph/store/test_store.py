"""A store holds each article whole, in place of what it held of it, and hands it out as whatever it is asked for."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, reading, variant
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.graph.linking.links import links
from dragoman.graph.records import Reading
from dragoman.graph.store import Store
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import LEXICON_GRAPH, LINKS_GRAPH

RECORDS = "SELECT ?record { ?record dgm:evidence ?passage ; a dgm:Deal } GROUP BY ?record"


def held(store: Store) -> set[ox.Quad]:
    return set(store.quads())


def test_an_article_that_is_put_is_there_with_its_records_lexicon_and_links(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        assert store.put(reading()) is False
        assert store.articles() == [article().iri]
        assert store.holds(article().iri)
        assert len(list(store.query(RECORDS))) == 4
        assert list(store.quads(LEXICON_GRAPH))
        assert list(store.quads(LINKS_GRAPH))


def test_an_article_that_is_read_again_is_replaced_and_not_doubled(builtin_store: Store) -> None:
    before = held(builtin_store)
    assert builtin_store.put(reading()) is True
    assert held(builtin_store) == before


def test_a_corrected_text_under_a_known_address_replaces_the_whole_graph(builtin_store: Store) -> None:
    import dataclasses

    corrected = dataclasses.replace(
        reading(), records=reading().records[:1], article=variant(str(article().url)).article
    )
    assert builtin_store.put(corrected) is True
    assert builtin_store.articles() == [article().iri]
    assert not list(builtin_store.query(RECORDS))


def test_removing_the_only_article_leaves_the_lexicon_alone(builtin_store: Store) -> None:
    assert builtin_store.remove(article().iri) is True
    assert builtin_store.remove(article().iri) is False
    assert builtin_store.articles() == []
    assert {q.graph_name.value for q in builtin_store.quads()} == {LEXICON_GRAPH}


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    with Store.open(tmp_path / "s") as reader, pytest.raises(StoreError, match="for reading"):
        reader.put(reading())


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "s", write=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("ASK {}")


def test_rdflib_and_a_notebook_are_handed_the_same_graph(builtin_store: Store) -> None:
    dataset = builtin_store.to_rdflib()
    assert len(list(dataset.quads())) == len(builtin_store)
    assert builtin_store.counts()["Deal"] == 4
    assert "<td>Deal</td><td>4</td>" in builtin_store._repr_html_()
    assert repr(builtin_store) == "<Store in memory, 1 article>"


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_comes_back_from_the_store_as_it_went_in(text: str) -> None:
    import dataclasses

    given_ = Reading(dataclasses.replace(article(), text=text, title=text), (), ())
    with Store.memory() as store:
        store.put(given_)
        found = [q.object.value for q in store.quads(given_.article.iri) if q.predicate.value.endswith("isString")]
    assert found == [text]


@pytest.mark.parametrize("kind", ["memory", "folder"])
def test_links_are_those_of_the_whole_set_of_articles(tmp_path: Path, kind: str) -> None:
    with Store.open("memory" if kind == "memory" else tmp_path / "s", write=True) as store:
        store.put(reading())
        store.put(variant("https://example.org/other"))
        from dragoman.graph.lexicon import load_lexicon

        stated = [q for iri in store.articles() for q in store.quads(iri)]
        assert set(store.quads(LINKS_GRAPH)) == set(links(stated, load_lexicon().entries))
