"""What a file holds is told by its name."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from dragoman.graph.sources.files import file_sources, holds_articles

LINE = json.dumps({"text": "Le roi est à Rabat."}).encode()
PAGE = (
    b"<html><body><article><p>"
    + b"Le roi est parti mardi de Rabat pour Moscou avec son ministre. " * 4
    + b"</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("name", "content", "begins"),
    [
        ("a.txt", b"Rabat", "Rabat"),
        ("a.md", b"---\ntitle: x\n---\nRabat", "Rabat"),
        ("a", b"Rabat", "Rabat"),
        ("a.jsonl", LINE, "Le roi"),
        ("a.NDJSON", LINE, "Le roi"),
        ("a.html", PAGE, "Le roi est parti"),
        ("a.HTM", PAGE, "Le roi est parti"),
        ("a.html.gz", gzip.compress(PAGE, mtime=0), "Le roi est parti"),
        ("a.jsonl.gz", gzip.compress(LINE, mtime=0), "Le roi"),
    ],
)
def test_a_file_is_taken_for_what_its_name_says(tmp_path: Path, name: str, content: bytes, begins: str) -> None:
    (tmp_path / name).write_bytes(content)
    (source,) = file_sources(tmp_path / name)
    assert source.name.startswith(str(tmp_path / name))
    assert source.load(title=None).text.startswith(begins)


def test_in_a_folder_only_what_is_called_like_articles_is_taken_for_them() -> None:
    names = ["a.txt", "b.md.xz", "c.html", "d.pdf", "e.gz", "f.json", "g.jsonl.bz2", "h.html.zip"]
    assert [name for name in names if holds_articles(Path(name))] == ["a.txt", "b.md.xz", "c.html", "g.jsonl.bz2"]
