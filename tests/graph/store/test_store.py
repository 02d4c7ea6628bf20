from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, reading, variant
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.graph.links import links
from dragoman.graph.records import Reading
from dragoman.graph.store import Store
from dragoman.ontology.errors import NoStore, QueryError, StoreError, TimeLimit
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


def test_readers_see_what_was_last_published_until_the_next_time(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
        store.publish()
        store.put(variant("https://example.org/other"))
        with Store.open(tmp_path / "s") as reader:
            assert len(reader.articles()) == 1
            assert not reader.writable
            store.publish()
            assert len(reader.articles()) == 1
        with Store.open(tmp_path / "s") as reader:
            assert len(reader.articles()) == 2


def test_leaving_the_store_publishes_even_when_ctrl_c_ends_the_reading(tmp_path: Path) -> None:
    def cut_off() -> None:
        with Store.open(tmp_path / "s", write=True) as store:
            store.put(reading())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut_off()
    with Store.open(tmp_path / "s") as reader:
        assert reader.articles() == [article().iri]
    assert not (tmp_path / "s" / "unfinished").exists()


def test_old_snapshots_go_but_not_while_somebody_reads_them(tmp_path: Path) -> None:
    snapshots = tmp_path / "s" / "snapshots"
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
        store.publish()
        reader = Store.open(tmp_path / "s")
        for number in range(3):
            store.put(variant(f"https://example.org/{number}"))
            store.publish()
        assert len(list(snapshots.iterdir())) == 2
        assert len(list(reader.query("SELECT * { ?s ?p ?o }"))) == len(reader)
        reader.close()
        store.put(variant("https://example.org/last"))
        store.publish()
        assert len(list(snapshots.iterdir())) == 1


def test_publishing_without_a_change_makes_no_new_snapshot(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
        store.publish()
        name = (tmp_path / "s" / "current").read_text()
        store.put(reading())
        store.publish()
    assert (tmp_path / "s" / "current").read_text() == name


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True), pytest.raises(StoreError, match="another process"):
        Store.open(tmp_path / "s", write=True)
    with Store.open(tmp_path / "s", write=True) as store:
        assert store.writable


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    with Store.open(tmp_path / "s") as reader, pytest.raises(StoreError, match="for reading"):
        reader.put(reading())


def test_a_store_that_is_missing_is_said_to_be_with_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="dragoman read --example"):
        Store.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_an_empty_folder_is_a_store_to_be_for_a_writer_alone(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="dragoman read --example"):
        Store.open(tmp_path)
    with Store.open(tmp_path, write=True) as store:
        assert store.articles() == []


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, write: bool) -> None:
    (tmp_path / "letter.txt").write_text("…")
    with pytest.raises(StoreError, match="no Dragoman store"):
        Store.open(tmp_path, write=write)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("write", [True, False])
def test_a_file_is_no_store(tmp_path: Path, write: bool) -> None:
    (tmp_path / "letter.txt").write_text("…")
    with pytest.raises(StoreError, match="is a file"):
        Store.open(tmp_path / "letter.txt", write=write)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("version", [b"999\n", b"", b"\xff\xfe"])
def test_a_store_of_another_version_is_refused_with_what_to_do(tmp_path: Path, write: bool, version: bytes) -> None:
    Store.open(tmp_path / "s", write=True).close()
    (tmp_path / "s" / "VERSION").write_bytes(version)
    with pytest.raises(StoreError, match=r"format .* export it|format .* new store"):
        Store.open(tmp_path / "s", write=write)


def damaged(path: Path, how: str) -> None:
    for file in sorted(path.rglob("*")):
        if file.name.startswith(("CURRENT", "MANIFEST")) or file.suffix == ".sst":
            if how == "emptied":
                file.write_bytes(b"")
            elif how == "overwritten":
                file.write_bytes(os.urandom(file.stat().st_size))
            elif how == "deleted":
                file.unlink()


@pytest.mark.parametrize("how", ["emptied", "overwritten", "deleted"])
def test_a_damaged_store_is_said_to_be_damaged(tmp_path: Path, how: str) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    shutil.copytree(tmp_path / "s", tmp_path / "copy")
    damaged(tmp_path / "copy" / "snapshots", how)
    with pytest.raises(StoreError, match="damaged"), Store.open(tmp_path / "copy") as reader:
        list(reader.query("SELECT * { ?s ?p ?o }"))


LOST = {
    "the database that is written": lambda s: shutil.rmtree(s / "writer"),
    "all that is in it": lambda s: [path.unlink() for path in (s / "writer").iterdir()],
    "the name of the snapshot": lambda s: (s / "current").unlink(),
    "what is in that file": lambda s: (s / "current").write_bytes(b"\xff\n"),
    "the snapshot that it names": lambda s: (s / "current").write_text("000099\n"),
    "every snapshot": lambda s: shutil.rmtree(s / "snapshots"),
}


@pytest.mark.parametrize("lost", LOST)
def test_a_store_that_lost_a_part_is_damaged_and_what_is_left_of_it_is_left(tmp_path: Path, lost: str) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    LOST[lost](tmp_path / "s")
    left = {path: path.read_bytes() for path in sorted((tmp_path / "s").rglob("*")) if path.is_file()}
    with pytest.raises(StoreError, match=r"is damaged.*restore it from a copy") as refused:
        Store.open(tmp_path / "s", write=True)
    assert refused.value.status == 3
    if "database" not in lost and "in it" not in lost:  # readers never look at the one that is written
        with pytest.raises(StoreError, match=r"is damaged \(?|is damaged;"):
            Store.open(tmp_path / "s")
    else:
        with Store.open(tmp_path / "s") as reader:
            assert reader.articles() == [article().iri]
    assert left == {path: path.read_bytes() for path in sorted((tmp_path / "s").rglob("*")) if path.is_file()}


def test_no_damage_is_told_in_the_words_of_the_system_or_the_database(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    damaged(tmp_path / "s" / "snapshots", "emptied")
    with pytest.raises(StoreError, match="damaged") as refused:
        Store.open(tmp_path / "s")
    assert not re.search(r"Errno|codec|Corruption|IO error|\.sst|MANIFEST", str(refused.value))


@pytest.mark.parametrize("name", ["ftp://example.org/s", "http://example.org/sparql", "https://example.org/sparql"])
def test_an_address_is_no_store_yet_and_makes_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for write in (True, False):
        with pytest.raises(NoStore, match=f"{name} is an address, and a store is a folder"):
            Store.open(name, write=write)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_takes_no_folder_is_not_called_damaged() -> None:
    with pytest.raises(NoStore, match="No store can be made at /proc/zz; name another"):
        Store.open("/proc/zz", write=True)


@pytest.mark.parametrize("gone", [True, False])
def test_damage_of_the_accounts_alone_mends_itself(tmp_path: Path, gone: bool) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
        wanted = set(store.quads())
    for file in (tmp_path / "s" / "accounts").iterdir():
        file.unlink()
    if gone:
        (tmp_path / "s" / "accounts").rmdir()
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(variant("https://example.org/other"))
        store.remove(variant("https://example.org/other").article.iri)
        assert set(store.quads()) == wanted


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "s", write=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.query("ASK {}")


def test_the_usual_prefixes_are_known_and_may_be_declared_otherwise(builtin_store: Store) -> None:
    assert (
        bool(builtin_store.query("ASK { ?x a dgm:Meeting ; rdfs:label ?y . ?z nif:anchorOf ?w ; a schema:None }"))
        is False
    )
    assert bool(builtin_store.query("PREFIX dgm: <https://schema.org/> ASK { ?x dgm:url ?y }"))


def test_a_query_that_says_from_is_asked_of_those_graphs_alone(builtin_store: Store) -> None:
    def count(clause: str, pattern: str = "?s ?p ?o") -> int:
        (row,) = builtin_store.query(f"SELECT (COUNT(*) AS ?n) {clause} {{ {pattern} }}")
        return int(row["n"].value)

    builtin_store.put(variant("https://example.org/other"))
    own, lexicon = len(list(builtin_store.quads(article().iri))), len(list(builtin_store.quads(LEXICON_GRAPH)))
    assert count(f"FROM <{article().iri}>") == own
    assert count(f"FROM <{article().iri}> FROM id:lexicon") == own + lexicon
    assert count("FROM <http://example.org/none>") == 0
    assert count(f"FROM NAMED <{article().iri}>", "GRAPH ?g { ?s ?p ?o }") == own
    assert count(f"FROM NAMED <{article().iri}>") == 0
    assert count("", "?s ?p ?o FILTER('FROM <http://example.org/none>' != '')") > own + lexicon


def test_a_syntax_error_tells_the_line_that_its_author_wrote(builtin_store: Store) -> None:
    with pytest.raises(SyntaxError, match="3:"):
        builtin_store.query("SELECT *\n{\n  ?s ?p }")


def test_bindings_are_terms_and_never_text(builtin_store: Store) -> None:
    hostile = ox.Literal('" } DROP ALL { "')
    assert not list(builtin_store.query("SELECT * { ?s dcterms:title ?title }", {"title": hostile}))
    title = ox.Literal(str(article().title), language="fr")
    with pytest.raises(QueryError, match=r"\?title"):
        builtin_store.query("SELECT ?s { ?s dcterms:title ?title }", {"title": title})
    assert [
        r["s"].value for r in builtin_store.query("SELECT ?s ?title { ?s dcterms:title ?title }", {"title": title})
    ] == [article().iri]


def test_a_query_that_takes_too_long_is_given_up(builtin_store: Store) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
    with pytest.raises(TimeLimit, match=r"longer than 0\.2 seconds"):
        builtin_store.query(endless, timeout=0.2)
    assert bool(builtin_store.query("ASK {}", timeout=60)) is True


def test_an_answer_within_its_time_is_the_same_as_one_without_limit(builtin_store: Store) -> None:
    query = "SELECT ?s ?o { ?s dgm:supplier ?o } ORDER BY ?s"
    free, timed = builtin_store.query(query), builtin_store.query(query, timeout=60)
    assert [v.value for v in timed.variables] == [v.value for v in free.variables]
    assert [(r["s"], r[1]) for r in timed] == [(r["s"], r[1]) for r in free]
    triples = "CONSTRUCT WHERE { ?s dgm:supplier ?o }"
    assert set(builtin_store.query(triples, timeout=60)) == set(builtin_store.query(triples))


@pytest.mark.parametrize(
    "query", ["SELECT * { BIND(<http://example.org/f>(1) AS ?x) }", "ASK { SERVICE <ftp://x> {} }"]
)
def test_what_a_query_asks_in_vain_is_its_own_fault_and_not_the_stores(builtin_store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="cannot be answered"):
        bool(builtin_store.query(query)) and list(builtin_store.query(query))


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
