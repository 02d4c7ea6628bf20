"""A folder is a store, or it is said what it is instead and what to do."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from threading import Timer

import pytest
from fixtures.builtin import article, reading, variant

from dragoman.graph.store import Store
from dragoman.ontology.errors import NoStore, StoreError


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True), pytest.raises(StoreError, match="another process"):
        Store.open(tmp_path / "s", write=True)
    with Store.open(tmp_path / "s", write=True) as store:
        assert store.writable


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


@pytest.mark.parametrize("write", [True, False])
def test_an_address_makes_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: bool) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoStore, match="begins with ftp://"):
        Store.open("ftp://example.org/s", write=write)
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


def test_a_second_writer_may_wait_for_the_first_but_not_for_ever(tmp_path: Path) -> None:
    first = Store.open(tmp_path / "s", write=True)
    with pytest.raises(StoreError, match=r"another process.*--wait SECONDS"):
        Store.open(tmp_path / "s", write=True, wait=0.2)
    leaving = Timer(0.3, first.close)
    leaving.start()
    with Store.open(tmp_path / "s", write=True, wait=60) as second:
        assert second.writable
    leaving.join()
