"""A lexicon of one's own is kept with what was read by it: in graphs of its own, named, checked and exported like the shipped one."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from dragoman.graph import Article, read
from dragoman.graph.export import export
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import links
from dragoman.graph.records import Entity, Ground, Reading, Span, Visit
from dragoman.graph.store import Store
from dragoman.graph.validation import validate
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import ID, LEXICON_GRAPH, LINKS_GRAPH, PREFIXES, expand

HEAD = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("dgm", "org", "rdfs", "skos", "xsd"))
MINISTER, GAZETTE = ID + "person/anton-rassendyll", ID + "outlet/gazette-of-klow"
OWN = f"""
<{MINISTER}> a dgm:Person ; rdfs:label "Anton Rassendyll"@fr, "Anton Rassendyll of Zenda"@en ; dgm:country <{ID}country/france> .
<{GAZETTE}> a dgm:Outlet ; rdfs:label "La Gazette"@fr ; skos:altLabel "gazette-de-klow.example"@fr .
"""
TEXT = "Anton Rassendyll a été reçu mardi à Moscou par Nikolaï Patrouchev."


def written(folder: Path, turtle: str = OWN, name: str = "own.ttl") -> Path:
    path = folder / name
    path.write_text(HEAD + turtle, encoding="utf-8")
    return path


def article(**about: str) -> Article:
    return Article(TEXT, **about)


def told(*lexicon: Path, **about: str) -> Reading:
    (found,) = read([article(**about)], lexicon=lexicon)
    return found


def labels(store: Store, entity: str) -> set[str]:
    return {row["label"].value for row in store.query(f"SELECT DISTINCT ?label {{ <{entity}> rdfs:label ?label }}")}


def test_what_was_read_with_it_stands_on_it_in_a_graph_of_its_own(tmp_path: Path) -> None:
    with Store.memory() as store:
        store.put(told(written(tmp_path)))
        assert store.lexicons() == [LEXICON_GRAPH, f"{LEXICON_GRAPH}/own"]
        assert labels(store, MINISTER) == {"Anton Rassendyll", "Anton Rassendyll of Zenda"}
        assert {q.object.value for q in store.quads() if q.predicate.value == expand("dgm:guest")} == {MINISTER}
        assert list(validate(store)) == []
        assert store.articles() == [article().iri]
        assert not store.holds(f"{LEXICON_GRAPH}/own")


def test_an_outlet_that_only_it_knows_is_the_publisher(tmp_path: Path) -> None:
    with Store.memory() as store:
        store.put(told(written(tmp_path), outlet="Gazette-de-Klow.example"))
        assert {q.object.value for q in store.quads() if q.predicate.value == expand("dcterms:publisher")} == {GAZETTE}
        assert list(validate(store)) == []


def test_it_is_there_when_the_store_is_opened_again_and_goes_on_naming_its_entries(tmp_path: Path) -> None:
    own = written(tmp_path)
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(told(own))
    own.unlink()
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(Reading(article(url="https://example.org/b"), (), ()))
        stated = [q for iri in store.articles() for q in store.quads(iri)]
        known = {*load_lexicon().entries, MINISTER, GAZETTE}
        assert sorted(store.quads(LINKS_GRAPH), key=str) == links(stated, known)
    with Store.open(tmp_path / "s") as reader:
        assert labels(reader, MINISTER) == {"Anton Rassendyll", "Anton Rassendyll of Zenda"}
        assert list(validate(reader)) == []


def test_an_export_has_the_labels_of_those_whom_the_articles_name_and_all_of_it_where_asked(tmp_path: Path) -> None:
    with Store.memory() as store:
        store.put(told(written(tmp_path)))
        (named,) = export(store, tmp_path / "named.nt")
        (whole,) = export(store, tmp_path / "whole.nt", lexicon=True)
    assert "Anton Rassendyll of Zenda" in named.read_text()
    assert GAZETTE not in named.read_text()
    assert GAZETTE in whole.read_text()


@pytest.mark.parametrize("format_", ["trig", "nq"])
def test_an_export_that_may_come_back_has_it_whole(tmp_path: Path, format_: str) -> None:
    with Store.memory() as store:
        store.put(told(written(tmp_path)))
        (named,) = export(store, tmp_path / f"named.{format_}")
    assert "La Gazette" in named.read_text()
    assert "Albanie" not in named.read_text()


def test_a_corrected_file_takes_the_place_of_the_one_before_and_the_same_one_changes_nothing(tmp_path: Path) -> None:
    with Store.memory() as store:
        own = written(tmp_path)
        assert store.add_lexicon(own) == ()
        before = set(store.quads())
        assert store.add_lexicon(own) == ()
        assert set(store.quads()) == before
        (sentence,) = store.add_lexicon(written(tmp_path, OWN.replace("of Zenda", "of Strelsau")))
        assert "own.ttl" in sentence
        assert "replaces" in sentence
        assert labels(store, MINISTER) == {"Anton Rassendyll", "Anton Rassendyll of Strelsau"}


def test_whoever_was_met_before_and_is_known_now_is_named_by_the_lexicon_alone(tmp_path: Path) -> None:
    with Store.memory() as store:
        ground = Ground("visitor", MINISTER, "read", Span(0, len("Anton Rassendyll")))
        visit = Visit(
            "visit-1", (Span(0, len(TEXT)),), (ground,), visitor=(MINISTER,), destination=(ID + "country/russia",)
        )
        store.put(Reading(article(), (visit,), (Entity(MINISTER, "Person", ("Anton Rassendyll",)),)))
        assert ox.NamedNode(MINISTER) in {q.subject for q in store.quads(LINKS_GRAPH)}
        store.add_lexicon(written(tmp_path))
        named = {q.predicate.value for q in store.quads(LINKS_GRAPH) if q.subject.value == MINISTER}
        assert expand("rdfs:label") not in named
        assert list(validate(store)) == []


def test_a_name_that_another_file_gives_already_is_reported(tmp_path: Path) -> None:
    other = f'<{ID}person/another> a dgm:Person ; rdfs:label "Anton Rassendyll"@fr .'
    with Store.memory() as store:
        store.add_lexicon(written(tmp_path))
        (sentence,) = store.add_lexicon(written(tmp_path, other, "other.ttl"))
        assert "«Anton Rassendyll»" in sentence
        assert MINISTER in sentence


def test_what_contradicts_a_file_that_was_read_with_before_is_refused_with_its_line(tmp_path: Path) -> None:
    with Store.memory() as store:
        store.add_lexicon(written(tmp_path))
        before = set(store.quads())
        with pytest.raises(LexiconError, match=r"other\.ttl, line \d+: .* two classes"):
            store.add_lexicon(written(tmp_path, f"<{MINISTER}> a dgm:Company .", "other.ttl"))
        assert set(store.quads()) == before


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    other = f'<{ID}person/another> a dgm:Person ; rdfs:label "Autre"@fr .'
    with Store.memory() as store, pytest.raises(LexiconError, match=r"own\.ttl .* rename one"):
        store.add_lexicon(written(tmp_path / "a"), written(tmp_path / "b", other))


def test_an_office_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    office = f"""<{ID}office/one> a org:Membership ; org:member <{MINISTER}> ; org:role <{ID}title/ministre> ;
        dgm:startDate "2020-05"^^xsd:gYearMonth ; dgm:endDate "2020-04-30"^^xsd:date ."""
    with pytest.raises(LexiconError, match="ends before it starts"):
        load_lexicon(written(tmp_path, OWN + office))
