"""A graph is copied between any two homes that last, and is the same in each."""

from __future__ import annotations

from pathlib import Path

from fixtures.builtin import reading, variant

from dragoman.graph.copying import copy
from dragoman.graph.store import Store


def filled(place: str, *numbers: int) -> None:
    with Store.open(place, write=True) as store:
        for number in numbers:
            store.put(variant(f"https://example.org/{number}"))


def exported(place: str, file: Path) -> bytes:
    copy(place, file)
    return file.read_bytes()


def test_from_a_folder_or_a_file_and_back_it_is_the_same(lasting_place: str, tmp_path: Path) -> None:
    first = str(tmp_path / "first")
    filled(first, 1, 2)
    with Store.open(first, write=True) as store:
        store.put(reading())
    wanted = exported(first, tmp_path / "first.nq")
    there = copy(first, lasting_place)
    assert (there.moved.new, there.differing) == (3, ())
    assert there.source == there.target
    assert exported(lasting_place, tmp_path / "there.nq") == wanted
    back = copy(lasting_place, tmp_path / "back")
    assert back.differing == ()
    assert exported(str(tmp_path / "back"), tmp_path / "back.nq") == wanted
    again = copy(tmp_path / "there.nq", lasting_place)
    assert (again.moved.new, again.moved.passed_over, again.differing) == (0, 3, ())


def test_what_is_only_there_stays_and_links_are_those_of_all(lasting_place: str, tmp_path: Path) -> None:
    filled(lasting_place, 1, 2, 3)
    filled(str(tmp_path / "more"), 3, 4)
    moved = copy(tmp_path / "more", lasting_place).moved
    assert (moved.new, moved.passed_over, moved.others) == (1, 1, 2)
    filled(str(tmp_path / "all"), 4, 3, 2, 1)
    assert exported(lasting_place, tmp_path / "there.nq") == exported(str(tmp_path / "all"), tmp_path / "all.nq")
