"""A graph is copied whole between homes, what is there already is passed over, and both ends are counted."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, reading, variant

from dragoman.graph.copying import Count, copy
from dragoman.graph.export import export
from dragoman.graph.store import Store
from dragoman.graph.triples import describe
from dragoman.ontology.errors import LexiconError, NoStore, OutputError, StoreError
from dragoman.ontology.namespaces import ID, LEXICON_GRAPH, LINKS_GRAPH, PREFIXES

TESTS = Path(__file__).parents[2]
FILES = ("graph.nq", "graph.trig", "graph.nq.gz", "graph.trig.gz")
MINISTER = ID + "person/anton-rassendyll"
OWN = (
    "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("dgm", "rdfs"))
    + f'<{MINISTER}> a dgm:Person ; rdfs:label "Anton Rassendyll"@fr .\n'
)


def other(number: int) -> str:
    return f"https://example.org/{number}"


def held(place: Path) -> set[ox.Quad]:
    with Store.open(place) as store:
        return set(store.quads())


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with five articles and a lexicon of somebody's own; it is only read."""
    folder = tmp_path_factory.mktemp("press")
    (folder / "own.ttl").write_text(OWN, encoding="utf-8")
    with Store.open(folder / "s", write=True) as store:
        store.add_lexicon(folder / "own.ttl")
        store.put(reading())
        for number in range(4):
            store.put(variant(other(number)))
    return folder / "s"


def test_a_store_is_the_same_in_another_folder(press: Path, tmp_path: Path) -> None:
    done = copy(press, tmp_path / "t")
    assert held(tmp_path / "t") == held(press)
    triples = 5 * len(describe(reading()))
    assert (done.moved.new, done.moved.passed_over, done.differing) == (5, 0, ())
    assert done.source == done.target == Count(5, triples, 2, done.source.links)
    assert done.source.links > 0


@pytest.mark.parametrize("name", FILES)
def test_a_file_brings_back_the_same_graph(press: Path, tmp_path: Path, name: str) -> None:
    out = copy(press, tmp_path / name)
    back = copy(tmp_path / name, tmp_path / "t")
    assert held(tmp_path / "t") == held(press)
    assert out.source == out.target == back.source == back.target
    assert out.differing == back.differing == ()


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("format_", ["trig", "nq"])
def test_an_export_comes_back_with_or_without_the_whole_lexicon(
    press: Path, tmp_path: Path, format_: str, whole: bool
) -> None:
    with Store.open(press) as store:
        export(store, tmp_path / f"g.{format_}", lexicon=whole)
    assert copy(tmp_path / f"g.{format_}", tmp_path / "t").differing == ()
    assert held(tmp_path / "t") == held(press)


@pytest.mark.parametrize("name", ["graph.nq", "graph.trig"])
def test_a_file_has_the_bytes_of_an_export_with_the_whole_lexicon(press: Path, tmp_path: Path, name: str) -> None:
    copy(press, tmp_path / name)
    with Store.open(press) as store:
        (exported,) = export(store, tmp_path / f"exported-{name}", lexicon=True)
    assert (tmp_path / name).read_bytes() == exported.read_bytes()


def test_a_compressed_file_is_the_same_bytes_whenever_it_is_written(press: Path, tmp_path: Path) -> None:
    copy(press, tmp_path / "a.nq.gz")
    time.sleep(1.1)  # gzip would write the second
    copy(press, tmp_path / "b.nq.gz")
    assert (tmp_path / "a.nq.gz").read_bytes() == (tmp_path / "b.nq.gz").read_bytes()


def test_the_order_of_a_file_does_not_matter(press: Path, tmp_path: Path) -> None:
    copy(press, tmp_path / "graph.nq")
    lines = (tmp_path / "graph.nq").read_bytes().splitlines(keepends=True)
    random.Random(7).shuffle(lines)
    (tmp_path / "scattered.nq").write_bytes(b"".join(lines))
    copy(tmp_path / "scattered.nq", tmp_path / "t")
    assert held(tmp_path / "t") == held(press)


def test_what_is_there_the_same_is_passed_over_what_differs_is_replaced_and_what_is_only_there_stays(
    press: Path, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "t", write=True) as store:
        store.put(reading())
        store.put(variant(other(0), title="Un autre titre"))
        for number in range(7, 12):
            store.put(variant(other(number)))
    moved = copy(press, tmp_path / "t").moved
    assert (moved.new, moved.replaced, moved.passed_over, moved.others) == (3, 1, 1, 5)
    with Store.open(tmp_path / "one-by-one", write=True) as store:
        store.add_lexicon(press.parent / "own.ttl")
        for number in (*range(7, 12), *range(4)):
            store.put(variant(other(number)))
        store.put(reading())
    assert held(tmp_path / "t") == held(tmp_path / "one-by-one")
    again = copy(press, tmp_path / "t").moved
    assert (again.new, again.replaced, again.passed_over) == (0, 0, 5)


def test_nothing_is_a_graph_too(tmp_path: Path) -> None:
    Store.open(tmp_path / "s", write=True).close()
    assert copy(tmp_path / "s", tmp_path / "g.trig").target == Count()
    assert copy(tmp_path / "g.trig", tmp_path / "t").target == Count()
    assert held(tmp_path / "t") == held(tmp_path / "s")


def test_a_difference_at_the_end_is_found(press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "put_new", lambda self, graphs: [self.put_quads(*each) for each in list(graphs)[:-1]])
    done = copy(press, tmp_path / "t")
    assert len(done.differing) == 2
    assert done.differing[-1] == LINKS_GRAPH
    assert (done.source.articles, done.target.articles) == (5, 4)
    assert done.source.triples > done.target.triples


def test_a_lexicon_that_contradicts_the_target_is_refused_and_no_article_copied(press: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.ttl"
    theirs.write_text(OWN.replace("dgm:Person", "dgm:Company"), encoding="utf-8")
    with Store.open(tmp_path / "t", write=True) as store:
        store.add_lexicon(theirs)
    with pytest.raises(LexiconError, match=r"lexicon file own\.ttl, line .* two classes"):
        copy(press, tmp_path / "t")
    with Store.open(tmp_path / "t") as store:
        assert store.articles() == []


def test_lexicons_that_build_on_each_other_come_in_any_order(tmp_path: Path) -> None:
    first, second = tmp_path / "z-first.ttl", tmp_path / "a-second.ttl"
    first.write_text(OWN.replace("dgm:Person", "dgm:Country"), encoding="utf-8")
    second.write_text(
        OWN.replace("rassendyll>", "ruritain>").replace(" ;", f" ; dgm:country <{MINISTER}> ;"), encoding="utf-8"
    )
    with Store.open(tmp_path / "s", write=True) as store:
        store.add_lexicon(first, second)
    copy(tmp_path / "s", tmp_path / "t")
    assert held(tmp_path / "t") == held(tmp_path / "s")


def test_links_in_a_file_are_never_taken_for_true(press: Path, tmp_path: Path) -> None:
    copy(press, tmp_path / "graph.nq")
    forged = f'<{ID}country/morocco> <{PREFIXES["rdfs"]}label> "Rien" <{LINKS_GRAPH}> .\n'
    forged += f'<{ID}country/morocco> <{PREFIXES["rdfs"]}label> "Rien" <{LEXICON_GRAPH}> .\n'
    with (tmp_path / "graph.nq").open("a") as file:
        file.write(forged)
    copy(tmp_path / "graph.nq", tmp_path / "t")
    assert held(tmp_path / "t") == held(press)


def test_two_names_of_one_place_memory_and_a_file_that_is_there_are_refused(press: Path, tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="one place"):
        copy(press, press.parent / "." / "s")
    for address in ("http://user:sesame@127.0.0.1:9", "http://user:sesame@127.0.0.1:9/"):
        with pytest.raises(NoStore, match="DRAGOMAN_PASSWORD") as said:
            copy("http://user:sesame@127.0.0.1:9", address)
        assert "sesame" not in str(said.value)
    for pair in (("memory", tmp_path / "t"), (press, "memory")):
        with pytest.raises(NoStore, match="memory"):
            copy(*pair)
    (tmp_path / "kept.nq").write_text("")
    with pytest.raises(OutputError, match=r"kept\.nq is there already"):
        copy(press, tmp_path / "kept.nq")
    with pytest.raises(NoStore, match="There is no store at"):
        copy(tmp_path / "nowhere", tmp_path / "t")
    assert [path.name for path in tmp_path.iterdir()] == ["kept.nq"]


@pytest.mark.parametrize("name", ["graph.ttl", "graph.csv", "graph.jsonld.gz"])
def test_a_format_that_does_not_keep_articles_apart_or_is_not_read_back_is_refused(
    press: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(NoStore, match=r"\.trig or \.nq"):
        copy(press, tmp_path / name)
    (tmp_path / name).write_text("")
    with pytest.raises(NoStore, match=r"\.trig or \.nq"):
        copy(tmp_path / name, tmp_path / "t")


COPY = """
import sys
from dragoman.graph.copying import copy, moving
from dragoman.graph.store import filling
filling.BATCH = 300
checked = moving._whole
def told(iri, quads):
    print(iri, flush=True)
    sys.stdin.readline()  # goes on when it is told to, so that a quick machine never ends before it is killed
    return checked(iri, quads)
moving._whole = told
copy(sys.argv[1], sys.argv[2])
"""


def test_eight_kills_at_random_moments_leave_articles_whole_and_the_ninth_copy_ends_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put_new((variant(other(n)).article.iri, describe(variant(other(n)))) for n in range(40))
    wanted, chance = held(tmp_path / "s"), random.Random(20160406)
    whole, stored = len(describe(reading())), 0
    for _ in range(8):
        command = [sys.executable, "-c", COPY, str(tmp_path / "s"), str(tmp_path / "t")]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        assert process.stdin
        for _ in range(chance.randint(1, 4)):
            process.stdout.readline()
            process.stdin.write("\n")
            process.stdin.flush()
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with Store.open(tmp_path / "t") as reader:
            assert reader.articles() == []  # nobody meets what is half copied
        shutil.copytree(tmp_path / "t", tmp_path / "opened")
        with Store.open(tmp_path / "opened", write=True) as store:
            assert {len(list(store.quads(iri))) for iri in store.articles()} <= {whole}
            assert stored <= len(store.articles())
            stored = len(store.articles())
        shutil.rmtree(tmp_path / "opened")
    assert stored > 0
    assert copy(tmp_path / "s", tmp_path / "t").moved.passed_over == stored
    assert held(tmp_path / "t") == wanted


def test_an_article_that_is_not_whole_is_not_copied(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
        store.put_quads(article().iri, describe(reading())[:5])
    with pytest.raises(StoreError, match=r"is not whole: .*; read it again"):
        copy(tmp_path / "s", tmp_path / "t")


def test_many_new_articles_are_never_put_over_others(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
        before = set(store.quads())
        with pytest.raises(StoreError, match="in the store already"):
            store.put_new([(article().iri, describe(reading())[:5])])
        store.put(variant(other(1)))
        store.remove(variant(other(1)).article.iri)
        assert set(store.quads()) == before
