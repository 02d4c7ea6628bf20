"""A compressed file is read as it comes, within the limits, and a broken one refused in a sentence."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.graph.decoding import LIMIT_BYTES
from dragoman.graph.loading import load
from dragoman.graph.sources.compressed import opened
from dragoman.ontology.errors import ArticleError

PACK: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("ending", PACK)
def test_a_compressed_text_is_the_text_that_was_compressed(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.txt{ending}"
    path.write_bytes(PACK[ending]("---\noutlet: exemple.ma\n---\nLe roi est à Rabat.".encode()))
    article = load(path)
    assert (article.text, article.outlet) == ("Le roi est à Rabat.", "exemple.ma")


@pytest.mark.parametrize("ending", PACK)
def test_a_small_file_that_unpacks_to_a_large_one_is_refused_before_it_is_unpacked_whole(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"a.txt{ending}"
    path.write_bytes(PACK[ending](b"a" * (20 * LIMIT_BYTES)))
    assert path.stat().st_size < LIMIT_BYTES
    with opened(path, LIMIT_BYTES) as stream:
        stream.read(LIMIT_BYTES + 1)
        assert stream.tell() <= LIMIT_BYTES + 1
    with pytest.raises(ArticleError, match=r"a\.txt\..* is too long"):
        load(path)


@pytest.mark.parametrize("ending", PACK)
@pytest.mark.parametrize("harm", ["cut off", "no such format"])
def test_a_file_that_cannot_be_unpacked_is_refused(tmp_path: Path, ending: str, harm: str) -> None:
    whole = PACK[ending](b"Le roi est parti. " * 1000)
    path = tmp_path / f"a.txt{ending}"
    path.write_bytes(whole[: len(whole) // 2] if harm == "cut off" else b"Le roi est parti.")
    with pytest.raises(ArticleError, match="cannot be unpacked"):
        load(path)


def test_what_is_missing_a_folder_or_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no file"):
        load(tmp_path / "nowhere.txt.gz")
    with pytest.raises(ArticleError, match="is a folder"):
        load(tmp_path)
