"""A store, a disk or a key that stops a reading: a sentence, a status, and what was stored is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
from fixtures.commands import DRAGOMAN, MEETING, Run, Start, refused, written


def test_a_store_that_another_process_writes_is_refused_with_status_3(run: Run, tmp_path: Path) -> None:
    from dragoman.graph.store import Store

    written(tmp_path / "a.txt")
    with Store.open(tmp_path / "s", write=True):
        refused(run("read", "a.txt", "--store", "s"), 3, "another process")


def test_a_place_without_a_store_is_refused_with_status_2(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    refused(run("stats", store=tmp_path / "nowhere"), 2, "no store")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file").write_text("mine")
    refused(run("read", "a.txt", "--store", "other"), 2, "no Dragoman store")
    refused(run("read", "a.txt", "--store", "ftp://example.org/s"), 2, "begins with ftp://", "http:// or https://")
    assert not (tmp_path / "ftp:").exists()


@pytest.mark.parametrize("command", [("articles",), ("export",), ("validate",), ("read", "a.txt"), ("remove", "a.txt")])
def test_a_store_whose_last_snapshot_nobody_can_name_is_damaged_to_every_command(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    written(tmp_path / "a.txt")
    run("read", "a.txt", "--store", "s")
    (tmp_path / "s/current").unlink()
    refused(run(*command, "--store", "s"), 3, "The store s is damaged")


def test_a_store_of_another_version_or_damaged_is_refused_with_status_3(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    run("read", "a.txt", "--store", "s")
    (tmp_path / "s/VERSION").write_text("999\n")
    refused(run("articles", "--store", "s"), 3, "999")
    (tmp_path / "s/VERSION").write_text("1\n")
    for path in (tmp_path / "s/snapshots").rglob("MANIFEST-*"):
        path.write_bytes(b"damaged")
    refused(run("articles", "--store", "s"), 3, "damaged")


def test_ctrl_c_while_reading_keeps_what_was_read_and_leaves_with_130(tmp_path: Path) -> None:
    for number in range(400):
        written(tmp_path / f"press/{number:03}.txt", MEETING * 5 + f"Numéro {number}.\n", published="2019-01-29")
    process = subprocess.Popen(
        [str(DRAGOMAN), "read", "press", "--store", "s"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline and not _articles_begun(tmp_path / "s"):
        time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=120)[1]
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert "Stopped." in errors
    listed = subprocess.run(
        [str(DRAGOMAN), "articles", "--store", "s"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert listed.returncode in (0, 1), listed.stderr
    kept = len(listed.stdout.splitlines()) - 1
    said = int(errors.split(" of 400 articles were read and are kept")[0])
    assert said in (kept, kept - 1)  # the last one may have been stored, but not yet counted
    assert kept < 400
    again = subprocess.run(
        [str(DRAGOMAN), "read", "press/000.txt", "--store", "s"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 0, again.stderr


def fill(path: Path) -> None:
    """Write until the disk has no room left."""
    with path.open("wb") as file, suppress(OSError):
        while True:
            os.write(file.fileno(), b"x" * 4096)


def _articles_begun(store: Path) -> bool:
    return any(path.stat().st_size > 200_000 for path in store.glob("writer/*.log")) if store.exists() else False


@pytest.mark.needs("root")
def test_a_full_disk_is_one_sentence_with_status_3_and_what_was_stored_is_kept(start: Start, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no tmpfs can be mounted here: {mounted.stderr.strip()}")
    try:
        first = start("read", "--example", store=disk / "s")
        assert first.returncode == 0, first.stderr
        kept = start("articles", store=disk / "s")
        filler = disk / "filler"
        fill(filler)
        written(tmp_path / "a.txt", MEETING * 40)
        full = start("read", "a.txt", store=disk / "s")
        assert full.returncode == 3, full.stderr
        assert "Traceback" not in full.stderr
        assert "full" in full.stderr
        out = start("export", "-o", str(disk / "graph.ttl"), store=disk / "s")
        assert out.returncode == 3
        assert "nothing was changed" in out.stderr
        assert start("articles", store=disk / "s").stdout == kept.stdout
        filler.unlink()
        assert start("articles", store=disk / "s").stdout == kept.stdout
        assert start("read", "a.txt", store=disk / "s").returncode == 0
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
