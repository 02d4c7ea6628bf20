"""What a store goes through and comes out of whole: kill -9, a full disk, a second writer in another process."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixtures.builtin import reading, variant

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import links
from dragoman.graph.store import Store
from dragoman.graph.triples import describe
from dragoman.ontology.errors import StoreError
from dragoman.ontology.namespaces import LINKS_GRAPH

TESTS = Path(__file__).parents[2]

WRITE = """
import sys
sys.path.insert(0, sys.argv[2])
from fixtures.builtin import variant
from dragoman.graph.store import Store
from dragoman.graph.store import writing
writing.PUBLISH_EVERY = 7
with Store.open(sys.argv[1], write=True) as store:
    print("open", flush=True)
    for number in range(int(sys.argv[3]), 10_000):
        iri = variant(f"https://example.org/{number}").article.iri
        store.put(variant(f"https://example.org/{number}"))
        if number % 5 == 4:
            store.remove(iri)
        print(number, flush=True)
"""


def writer(folder: Path, start: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITE, str(folder), str(TESTS), str(start)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def whole(store: Store) -> None:
    """Every article that is there is there whole, and what follows from them follows."""
    expected = {len(describe(reading()))}
    stated = []
    for iri in store.articles():
        quads = list(store.quads(iri))
        assert {len(quads)} == expected
        stated += quads
    assert sorted(store.quads(LINKS_GRAPH), key=str) == links(stated, load_lexicon().entries)


def test_ten_kills_at_random_moments_leave_each_article_wholly_in_or_out(tmp_path: Path) -> None:
    folder, chance, written = tmp_path / "s", random.Random(20160405), 0
    for _ in range(10):
        process = writer(folder, written)
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        # some articles, and then at any moment of the next: the machine may be slow
        seen = [process.stdout.readline() for _ in range(chance.randint(1, 9))]
        time.sleep(chance.uniform(0, 0.06))
        process.send_signal(signal.SIGKILL)
        seen += process.communicate()[0].splitlines(keepends=True)
        written = max(int(line) for line in seen if line.endswith("\n")) + 1
        with Store.open(folder) as reader:
            whole(reader)
        with Store.open(folder, write=True) as store:
            whole(store)
            kept = {variant(f"https://example.org/{n}").article.iri for n in range(written) if n % 5 != 4}
            # what was said to be stored is; the article that was being written may be
            assert kept <= set(store.articles())
            assert len(store.articles()) <= len(kept) + 1
    assert written > 10


def test_a_writer_that_is_killed_while_it_starts_leaves_a_store_that_opens(tmp_path: Path) -> None:
    began = time.monotonic()
    process = writer(tmp_path / "first", 0)
    assert process.stdout
    process.stdout.readline()
    took = time.monotonic() - began
    process.kill()
    process.communicate()
    for part in (0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0):
        shutil.rmtree(tmp_path / "s", ignore_errors=True)
        process = writer(tmp_path / "s", 0)
        time.sleep(took * part)
        process.kill()
        process.communicate()
        with Store.open(tmp_path / "s", write=True) as store:
            whole(store)


def test_another_process_that_writes_is_waited_for_and_reading_goes_on_beside_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    process = writer(tmp_path / "s", 0)
    try:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match="another process"):
            Store.open(tmp_path / "s", write=True)
        for _ in range(20):
            with Store.open(tmp_path / "s") as reader:
                whole(reader)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for little."""
    place = tmp_path / "tiny"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(place)], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.needs("root")
def test_a_full_disk_is_said_to_be_full_and_nothing_that_was_stored_is_lost(tiny: Path) -> None:
    stored: list[str] = []
    filler = tiny / "filler"

    def fill() -> None:
        with Store.open(tiny / "s", write=True) as store:
            for number in range(5):
                store.put(variant(f"https://example.org/{number}"))
                stored.append(variant(f"https://example.org/{number}").article.iri)
            store.publish()
            room = shutil.disk_usage(tiny).free
            filler.write_bytes(b"x" * max(0, room - 3_000_000))
            for number in range(5, 400):
                store.put(variant(f"https://example.org/{number}"))
                stored.append(variant(f"https://example.org/{number}").article.iri)

    with pytest.raises(StoreError, match="full"):
        fill()
    assert len(stored) > 5
    with Store.open(tiny / "s") as reader:
        assert set(stored[:5]) <= set(reader.articles())
        whole(reader)
    filler.unlink()
    with Store.open(tiny / "s", write=True) as store:
        whole(store)
        assert set(stored) <= set(store.articles())
        store.put(variant("https://example.org/after"))
    with Store.open(tiny / "s") as reader:
        assert variant("https://example.org/after").article.iri in reader.articles()


@pytest.mark.needs("root")
def test_a_disk_too_small_for_a_store_is_said_to_be_full(tmp_path: Path) -> None:
    place = tmp_path / "tiny"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], check=True, capture_output=True)
    try:
        with pytest.raises(StoreError, match="full"):
            Store.open(place / "s", write=True)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
