"""Readers see what was last published, whatever is written meanwhile."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, reading, variant

from dragoman.graph.store import Store


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


def test_what_was_written_bit_by_bit_is_brought_together_before_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.graph.store.writing.COMPACT_FROM", 3)

    def written(folder: Path, number: int) -> int:
        with Store.open(folder, write=True) as store:
            for n in range(number):
                name = ox.NamedNode(f"https://example.org/{n}")
                store.put_quads(name.value, [ox.Quad(name, ox.NamedNode("urn:p"), ox.Literal(str(n)), name)])
                store.engine.flush()
        with Store.open(folder) as store:
            assert len(store.articles()) == number
        (snapshot,) = (folder / "snapshots").iterdir()
        return len(list(snapshot.glob("*.sst")))

    assert written(tmp_path / "many", 3) <= written(tmp_path / "few", 2)
