"""The gold of shared happenings names records that are there, and the rule is measured against it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
ARTICLES = BENCHMARKS / "articles"


def test_each_record_that_is_named_is_in_its_article_s_gold_once() -> None:
    named: set[tuple[str, str, str]] = set()
    for one in yaml.safe_load((ARTICLES / "happenings.yaml").read_text(encoding="utf-8"))["happenings"]:
        assert len(one["told"]) > 1, one["what"]
        for stem, words in one["told"].items():
            gold = yaml.safe_load((ARTICLES / f"{stem}.yaml").read_text(encoding="utf-8"))["records"]
            meant = [r["quote"] for r in gold if r["type"] == one["type"] and words in r["quote"]]
            assert len(meant) == 1, (one["what"], stem)
            assert (stem, one["type"], meant[0]) not in named
            named.add((stem, one["type"], meant[0]))


def test_linking_alone_joins_what_is_one_and_nothing_else() -> None:
    page = (BENCHMARKS / "HAPPENINGS.md").read_bytes()
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "happenings.py"), "--quick"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    precision, recall = (float(cell) for cell in done.stdout.splitlines()[-1].split("|")[2:4])
    assert precision == 1.0
    assert recall >= 0.95
    assert (BENCHMARKS / "HAPPENINGS.md").read_bytes() == page
