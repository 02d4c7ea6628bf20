"""Whatever a home is, an article is in it whole, in place of what was there of it, with what follows from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, changed, entity, reading, variant
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import links
from dragoman.graph.records import Reading
from dragoman.graph.store import Store
from dragoman.ontology.errors import LexiconError, NoStore, StoreError
from dragoman.ontology.namespaces import ID, LEXICON_GRAPH, LINKS_GRAPH, PREFIXES

OTHER, THIRD = variant("https://example.org/other"), variant("https://example.org/third")
HEAD = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("dgm", "rdfs"))
MINISTER = f'<{ID}person/anton-rassendyll> a dgm:Person ; rdfs:label "Anton Rassendyll"@fr .'


def held(store: Store) -> set[ox.Quad]:
    quads = list(store.quads())
    assert len(quads) == len(set(quads)) == len(store)
    return set(quads)


def test_an_article_that_is_put_is_there_with_its_records_lexicon_and_links(store: Store, in_memory: Store) -> None:
    assert store.put(reading()) is False
    in_memory.put(reading())
    assert store.articles() == [article().iri]
    assert store.holds(article().iri)
    assert not store.holds(OTHER.article.iri)
    assert store.lexicons() == [LEXICON_GRAPH]
    assert store.graphs() == sorted([article().iri, LEXICON_GRAPH, LINKS_GRAPH])
    assert held(store) == held(in_memory)


def test_a_new_store_holds_the_lexicon_alone(store: Store) -> None:
    assert store.articles() == []
    assert {quad.graph_name.value for quad in store.quads()} == {LEXICON_GRAPH}
    assert not any(store.holds(graph) for graph in (LEXICON_GRAPH, LINKS_GRAPH, ID + "store"))


def test_an_article_that_is_read_again_is_replaced_and_not_doubled(store: Store) -> None:
    store.put(reading())
    before = held(store)
    assert store.put(reading()) is True
    assert held(store) == before


def test_a_corrected_text_replaces_the_whole_graph(store: Store, in_memory: Store) -> None:
    corrected = dataclasses.replace(reading(), records=reading().records[:1])
    for one in (store, in_memory):
        one.put(reading())
        one.put(OTHER)
        assert one.put(corrected) is True
    assert held(store) == held(in_memory)


def test_what_is_removed_leaves_nothing(store: Store) -> None:
    before = held(store)
    store.put(reading())
    assert store.remove(article().iri) is True
    assert store.remove(article().iri) is False
    assert store.articles() == []
    assert held(store) == before


def test_the_order_of_reading_changes_nothing(store: Store, in_memory: Store) -> None:
    meeting = next(record.key for record in reading().records if record.key.startswith("meeting"))
    later = changed(THIRD, **{meeting: {"earliest": "2016-04-06", "latest": "2016-04-06"}})
    for one in (reading(), OTHER, later):
        store.put(one)
    for one in (later, THIRD, reading(), later, OTHER):
        in_memory.put(one)
    assert held(store) == held(in_memory)


def test_links_are_those_of_the_whole_set_of_articles(store: Store) -> None:
    for one in (reading(), OTHER, THIRD):
        store.put(one)
    store.remove(OTHER.article.iri)
    stated = [quad for iri in store.articles() for quad in store.quads(iri)]
    assert set(store.quads(LINKS_GRAPH)) == set(links(stated, load_lexicon().entries))


def test_what_is_said_of_several_is_found_in_the_graphs_that_are_named(store: Store) -> None:
    store.put(reading())
    about = [entity("Victor Evtuhov").iri, f"{ID}country/morocco", f"{ID}country/nowhere"]
    found = set(store.quads_about(about, [LEXICON_GRAPH, LINKS_GRAPH]))
    assert {quad.subject.value for quad in found} == set(about[:2])
    assert found == {q for g in (LEXICON_GRAPH, LINKS_GRAPH) for q in store.quads(g) if q.subject.value in about}
    assert list(store.quads_about([], [LEXICON_GRAPH])) == list(store.quads_about(about, [])) == []


def test_a_graph_that_is_not_there_is_empty(store: Store) -> None:
    assert list(store.quads(OTHER.article.iri)) == []
    assert list(store.quads("http://example.org/none?a=b&graph=c#d")) == []


TRAPS = (
    '"',
    "'''",
    '"""',
    "\\",
    "\\u0022",
    "\\\\u0022",
    "\r\n",
    "\t",
    "a\x00b\x7f",
    "\u2028",
    "😀",
    "} } ; DROP ALL #",
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.sampled_from(TRAPS) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    told = Reading(dataclasses.replace(article(), text=text, title=text), (), ())
    store.put(told)
    found = [q.object.value for q in store.quads(told.article.iri) if q.predicate.value.endswith("isString")]
    assert found == [text]


def test_traps_come_back_together(store: Store) -> None:
    told = Reading(dataclasses.replace(article(), text="\n".join(TRAPS), title=TRAPS[-1]), (), ())
    store.put(told)
    values = {q.object.value for q in store.quads(told.article.iri)}
    assert {"\n".join(TRAPS), TRAPS[-1]} <= values


def test_a_lexicon_of_ones_own_is_kept_and_taken_in_place_of_the_last_one(
    store: Store, in_memory: Store, tmp_path: Path
) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(HEAD + MINISTER, encoding="utf-8")
    store.put(reading())
    in_memory.put(reading())
    assert store.add_lexicon(own) == in_memory.add_lexicon(own) == ()
    assert store.lexicons() == in_memory.lexicons() == [LEXICON_GRAPH, f"{LEXICON_GRAPH}/own"]
    assert held(store) == held(in_memory)
    own.write_text(HEAD + MINISTER.replace("Anton", "Antoine"), encoding="utf-8")
    assert store.add_lexicon(own) == in_memory.add_lexicon(own) != ()
    store.put(OTHER)
    in_memory.put(OTHER)
    assert held(store) == held(in_memory)


def test_a_lexicon_that_contradicts_is_refused_and_changes_nothing(store: Store, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(HEAD + f'<{ID}country/morocco> a dgm:Company ; rdfs:label "X"@fr .', encoding="utf-8")
    before = held(store)
    with pytest.raises(LexiconError, match=r"own\.ttl"):
        store.add_lexicon(own)
    assert held(store) == before


def test_it_is_counted_shown_and_handed_out_alike(store: Store, in_memory: Store, place: str) -> None:
    for one in (store, in_memory):
        one.put(reading())
    assert store.counts() == in_memory.counts()
    assert store.counts()["Deal"] == 4
    assert len(store) == len(in_memory) == len(list(store.to_rdflib().quads()))
    network, other = store.to_networkx(), in_memory.to_networkx()
    assert sorted(network.nodes) == sorted(other.nodes)
    assert sorted(network.edges) == sorted(other.edges)
    where = "in memory" if place == "memory" else f"at {place}"
    assert repr(store) == f"<Store {where}, 1 article>"
    assert "<td>Deal</td><td>4</td>" in store._repr_html_()


def test_whoever_reads_sees_what_was_written_and_may_not_write(
    lasting_place: str, reopened: Callable[[], Store]
) -> None:
    with pytest.raises(NoStore, match="dragoman read --example"):
        reopened()
    with Store.open(lasting_place, write=True) as store:
        store.put(reading())
        store.publish()
        wanted = held(store)
        with reopened() as reader:
            assert held(reader) == wanted
            assert not reader.writable
            for change in (lambda: reader.put(OTHER), lambda: reader.remove(article().iri)):
                with pytest.raises(StoreError, match="for reading"):
                    change()
    with reopened() as reader:
        assert held(reader) == wanted


def test_a_store_that_is_opened_again_goes_on_where_it_was_left(lasting_place: str, in_memory: Store) -> None:
    for one in (reading(), OTHER, THIRD):
        with Store.open(lasting_place, write=True) as store:
            store.put(one)
        in_memory.put(one)
    with Store.open(lasting_place, write=True) as store:
        store.remove(OTHER.article.iri)
        in_memory.remove(OTHER.article.iri)
        assert held(store) == held(in_memory)


def test_a_closed_store_says_so(place: str) -> None:
    store = Store.open(place, write=True)
    store.close()
    store.close()
    for asked in (lambda: store.query("ASK {}"), store.articles, lambda: len(store), lambda: list(store.quads())):
        with pytest.raises(StoreError, match="closed"):
            asked()
