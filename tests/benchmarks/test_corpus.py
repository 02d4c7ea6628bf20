"""The corpus of invented articles is the same for the same seed, and its gold quotes what its articles say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "corpus.py"
KINDS = {"Tenure", "Visit", "Meeting", "Agreement", "Deal", "Announcement", "Cooperation"}


def made(folder: Path, *options: str, hash_seed: str = "0") -> Path:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run([sys.executable, str(SCRIPT), *options, "-o", str(folder)], check=True, env=environment)
    return folder


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("lines"), "-n", "300", "--jsonl")


def loaded(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(lines: Path, tmp_path: Path) -> None:
    again = made(tmp_path / "again", "-n", "300", "--jsonl", hash_seed="7")
    other = made(tmp_path / "other", "-n", "300", "--jsonl", "--seed", "2")
    for name in ("articles.jsonl", "gold.jsonl"):
        assert (again / name).read_bytes() == (lines / name).read_bytes()
        assert (other / name).read_bytes() != (lines / name).read_bytes()


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(lines: Path, tmp_path: Path) -> None:
    few = made(tmp_path, "-n", "20", "--jsonl")
    assert (lines / "articles.jsonl").read_bytes().startswith((few / "articles.jsonl").read_bytes())


def test_every_quotation_stands_in_its_article_and_every_kind_of_record_is_told(lines: Path) -> None:
    texts = {article["url"]: str(article["text"]) for article in loaded(lines / "articles.jsonl")}
    kinds = set()
    for gold in loaded(lines / "gold.jsonl"):
        for record in gold["records"]:  # type: ignore[attr-defined]
            assert record["quote"] in texts[gold["url"]]
            kinds.add(record["type"])
    assert kinds == KINDS


def test_events_are_told_by_several_articles_over_years_and_some_articles_tell_of_none(lines: Path) -> None:
    tellers: dict[str, set[object]] = {}
    golds = loaded(lines / "gold.jsonl")
    for gold in golds:
        for record in gold["records"]:  # type: ignore[attr-defined]
            if "event" in record:
                tellers.setdefault(record["event"], set()).add(gold["article"])
    assert sum(len(articles) > 1 for articles in tellers.values()) > 50
    assert any(not gold["records"] for gold in golds)
    assert len({str(article["published"])[:4] for article in loaded(lines / "articles.jsonl")}) > 10


def test_files_have_front_matter_and_gold_in_the_format_of_the_other_articles(tmp_path: Path) -> None:
    made(tmp_path, "-n", "3")
    text, gold = tmp_path / "0000002.txt", tmp_path / "0000002.yaml"
    assert text.read_text(encoding="utf-8").startswith("---\ntitle: ")
    read = yaml.safe_load(gold.read_text(encoding="utf-8"))
    assert read["article"] == "0000002"
    assert read["records"][0]["quote"] in text.read_text(encoding="utf-8")
