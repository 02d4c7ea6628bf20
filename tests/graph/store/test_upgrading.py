"""A store of an older format becomes one of this, whole and in one step, whatever breaks in; another is refused.

There is no older format yet, so the tests invent two: 0, which had no accounts, and before it "a", whose database had
another name.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import reading, variant

from dragoman.graph.store import Store, upgrading
from dragoman.graph.store.folder import VERSION, locked
from dragoman.graph.store.upgrading import Upgrade
from dragoman.ontology.errors import StoreError


def anew(folder: Path) -> None:
    """From 0: the accounts, and the links with them, are made anew by whoever writes first."""
    (folder / "unfinished").touch()


def renamed(folder: Path) -> None:
    """From a: the database moves; the old one stays where it was until the new one is whole."""
    shutil.rmtree(folder / "writer", ignore_errors=True)
    shutil.copytree(folder / "database", folder / "arriving", dirs_exist_ok=True)
    (folder / "arriving").rename(folder / "writer")


@pytest.fixture(autouse=True)
def steps(monkeypatch: pytest.MonkeyPatch) -> dict[str, Upgrade]:
    known = {"0": Upgrade(VERSION, anew), "a": Upgrade("0", renamed, ("database",))}
    monkeypatch.setattr(upgrading, "UPGRADES", known)
    return known


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store of format "a" that holds an article."""
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    shutil.rmtree(tmp_path / "s" / "accounts")
    (tmp_path / "s" / "writer").rename(tmp_path / "s" / "database")
    (tmp_path / "s" / "VERSION").write_text("a\n")
    return tmp_path / "s"


@pytest.fixture(scope="module")
def wanted() -> set[ox.Quad]:
    with Store.memory() as store:
        store.put(reading())
        return set(store.quads())


@pytest.mark.parametrize("write", [True, False])
def test_whoever_opens_it_has_it_upgraded_through_every_format_between(
    old: Path, wanted: set[ox.Quad], write: bool
) -> None:
    with Store.open(old, write=write) as store:
        assert set(store.quads()) == wanted
    assert (old / "VERSION").read_text() == f"{VERSION}\n"
    assert not (old / "database").exists()
    with Store.open(old, write=True) as store:
        store.put(variant("https://example.org/b"))
        store.remove(variant("https://example.org/b").article.iri)
        assert set(store.quads()) == wanted


BREAKS = ("while it is built", "when it is built", "when the format is said", "while the old goes")


@pytest.mark.parametrize("when", BREAKS)
def test_broken_off_at_any_point_the_old_is_there_until_the_new_is_whole(
    old: Path, wanted: set[ox.Quad], steps: dict[str, Upgrade], monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    def half(folder: Path) -> None:
        (folder / "arriving").mkdir()
        shutil.copy(folder / "database" / "CURRENT", folder / "arriving")
        raise KeyboardInterrupt

    def built(folder: Path) -> None:
        renamed(folder)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if when == BREAKS[0]:
            patch.setitem(steps, "a", Upgrade("0", half, ("database",)))
        elif when == BREAKS[1]:
            patch.setitem(steps, "a", Upgrade("0", built, ("database",)))
        elif when == BREAKS[2]:
            patch.setitem(steps, "0", Upgrade(VERSION, broken))
        else:
            patch.setattr(upgrading, "_remove", broken)
        with pytest.raises(KeyboardInterrupt):
            Store.open(old, write=True)
    assert (old / "database").is_dir()
    with Store.open(old, write=True) as store:
        assert set(store.quads()) == wanted
    assert not (old / "database").exists()


def test_one_that_is_written_is_not_upgraded_meanwhile(old: Path) -> None:
    with locked(old):
        for write in (True, False):
            with pytest.raises(StoreError, match="being written by another process"):
                Store.open(old, write=write)
    assert (old / "VERSION").read_text() == "a\n"


def test_a_disk_that_fails_is_said_to_and_the_old_stays(old: Path, steps: dict[str, Upgrade]) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    steps["a"] = Upgrade("0", full)
    with pytest.raises(StoreError, match="is full"):
        Store.open(old, write=True)
    assert (old / "VERSION").read_text() == "a\n"


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(("version", "do"), [("7", "use the newer Dragoman"), ("ß", "export it with the version")])
def test_another_format_is_refused_with_what_to_do_and_left_alone(
    old: Path, write: bool, version: str, do: str
) -> None:
    (old / "VERSION").write_text(version)
    before = {path: path.stat().st_mtime_ns for path in old.rglob("*")}
    with pytest.raises(StoreError, match=rf"has format '{version}', and this Dragoman writes '1'.*{do}"):
        Store.open(old, write=write)
    assert before == {path: path.stat().st_mtime_ns for path in old.rglob("*")}
