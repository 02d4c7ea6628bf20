"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path
from typing import BinaryIO

import pytest

from dragoman.graph.output import write_bytes, write_together, write_whole
from dragoman.ontology.errors import OutputError


def test_what_was_there_is_replaced_in_one_step_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    assert write_bytes(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_writer_that_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old")

    def half(file: BinaryIO) -> None:
        file.write(b"ne")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, half)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        write_bytes(tmp_path / "nowhere" / "graph.ttl", b"")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        write_bytes(tmp_path, b"")


def test_a_file_name_that_no_system_takes_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for name in ("x" * 5000, "a\0b"):
        with pytest.raises(OutputError):
            write_bytes(tmp_path / name, b"")


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    # root may write anywhere but on what is mounted read-only
    root = os.geteuid() == 0
    if root:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", str(tmp_path)], check=True)
    else:
        tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="may not be written"):
            write_bytes(tmp_path / "graph.ttl", b"")
    finally:
        if root:
            subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.needs("root")
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)], check=True)
    try:
        path = tmp_path / "graph.ttl"
        path.write_text("old")
        with pytest.raises(OutputError, match="could not be written"):
            write_bytes(path, b"x" * 1_000_000)
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_of_several_files_none_takes_its_place_before_all_are_written(tmp_path: Path) -> None:
    one, other = tmp_path / "graph.csv", tmp_path / "graph-nodes.csv"
    one.write_text("old")
    other.write_text("old")

    def full(file: BinaryIO) -> None:
        file.write(b"ne")
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="could not be written"):
        write_together({one: lambda file: file.write(b"new"), other: full})
    assert (one.read_text(), other.read_text()) == ("old", "old")
    assert sorted(tmp_path.iterdir()) == [other, one]
    write_together({path: lambda file: file.write(b"new") for path in (one, other)})
    assert (one.read_text(), other.read_text()) == ("new", "new")


def test_a_replaced_file_keeps_its_permissions_and_a_new_one_obeys_the_umask(tmp_path: Path) -> None:
    kept, new = tmp_path / "kept", tmp_path / "new"
    kept.write_text("")
    kept.chmod(0o640)
    for path in (kept, new):
        write_bytes(path, b"x")
    before = os.umask(0o022)
    os.umask(before)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~before


def test_a_link_is_followed_and_a_device_written_to(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "real").read_text() == "new"
    assert (tmp_path / "link").is_symlink()
    write_bytes("/dev/null", b"new")
    assert Path("/dev/null").is_char_device()
