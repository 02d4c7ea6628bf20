"""What all exports have in common: formats by name or ending, the same bytes every time, whole or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.builtin import variant

from dragoman.graph.export import FORMATS, export, format_of
from dragoman.graph.store import Store
from dragoman.ontology.errors import OutputError, UnknownName

PROGRAM = """
import sys
from fixtures import builtin, hostile
from fixtures.builtin import variant

from dragoman.graph.export import FORMATS, export
from dragoman.graph.store import Store
with Store.memory() as store:
    for reading in sorted((builtin.reading(), hostile.reading()), key=lambda r: r.article.iri, reverse=bool(int(sys.argv[2]))):
        store.put(reading)
    for name, endings in FORMATS.items():
        export(store, f"{sys.argv[1]}/graph{endings[0]}")
"""


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_every_format_has_the_same_bytes_under_any_hash_seed_and_order_of_reading(tmp_path: Path) -> None:
    found = []
    for seed, turned in (("0", "0"), ("1", "1"), ("4242", "0")):
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(folder), turned], check=True, cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        )  # fmt: skip
        found.append(digests(folder))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == len(FORMATS) + 1


@pytest.mark.parametrize(("name", "endings"), FORMATS.items())
def test_a_format_is_known_by_its_name_and_by_each_of_its_endings(name: str, endings: tuple[str, ...]) -> None:
    assert format_of(None, name) == format_of("out.txt", name.upper()) == name
    for ending in endings:
        assert format_of(f"graph{ending}") == format_of(f"GRAPH{ending.upper()}") == name
        assert format_of(None, ending.lstrip(".")) == name


def test_an_unknown_format_or_ending_is_refused_with_the_ones_there_are() -> None:
    for name, asked in ((None, "word"), ("graph.docx", None), ("graph", None)):
        with pytest.raises(UnknownName, match="turtle, trig, nt"):
            format_of(name, asked)


def test_an_open_file_gets_the_same_bytes_as_a_named_one(builtin_store: Store, tmp_path: Path) -> None:
    for name in FORMATS:
        file = io.BytesIO()
        assert export(builtin_store, file, name) == ()
        (path, *_) = export(builtin_store, tmp_path / "graph", name)
        assert file.getvalue() == path.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_a_place_that_cannot_be_written_is_said_in_a_sentence(name: str, builtin_store: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        export(builtin_store, tmp_path / "nowhere" / "graph", name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_store_without_articles_is_exported_too(name: str, tmp_path: Path) -> None:
    with Store.memory() as store:
        (path, *_) = export(store, tmp_path / "graph", name)
    assert path.exists()


@pytest.mark.needs("root")
def test_two_tables_are_both_written_or_neither_where_the_disk_is_full(tmp_path: Path, builtin_store: Store) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)], check=True)
    try:
        export(builtin_store, tmp_path / "graph.csv")
        before = digests(tmp_path)
        (tmp_path / "filler").write_bytes(b"x" * (shutil.disk_usage(tmp_path).free - 40_000))
        builtin_store.put(variant("https://example.org/other"))
        with pytest.raises(OutputError, match="could not be written"):
            export(builtin_store, tmp_path / "graph.csv")
        (tmp_path / "filler").unlink()
        assert digests(tmp_path) == before
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)


def test_beside_a_device_stands_no_table_of_nodes(builtin_store: Store) -> None:
    export(builtin_store, "/dev/null", "csv")
    assert not Path("/dev/null-nodes").exists()
