"""A folder stands for every text in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.graph.sources.folders import find
from dragoman.ontology.errors import ArticleError


def test_a_folder_stands_for_every_text_in_it_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/.hidden.txt", ".git/d.txt", "e.pdf", "sub/deep/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    names = [str(path.relative_to(tmp_path)) for path in find(tmp_path)]
    assert names == ["a.md", "b.txt", "sub/c.TXT", "sub/deep/f.txt"]


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(ArticleError, match=r"holds no article; .*\.txt, \.md"):
        find(tmp_path)
