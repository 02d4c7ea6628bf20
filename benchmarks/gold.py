"""The articles that have gold, in the sets in which figures are given, and the scorer that compares readings with it."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import score
import yaml

from dragoman.graph.article import Article
from dragoman.graph.loading import example
from dragoman.graph.records import Reading
from dragoman.graph.store import Store

ARTICLES = Path(__file__).parent / "articles"
BUILT_IN = "labass-2016-security"
KEPT = ("algerie-russie-2023-tebboune", "peche-2024-prorogation")
"""Development articles that nobody looked at while the reader was made for the others."""


@dataclass(frozen=True)
class Figures:
    """Precision, recall and F1 of slot fills, evidence and attribution over some articles.

    Attributes:
        precision, recall, f1: micro averages over slot fills.
        fills: how many fills the gold has.
        evidence: the share of paired records whose passages cover the gold's quotation.
        attribution: F1 of who states it.
        table: the scorer's own table.
    """

    precision: float
    recall: float
    f1: float
    fills: int
    evidence: float
    attribution: float
    table: str


def sets() -> dict[str, dict[str, Article]]:
    """Return the sets of articles by name: what was worked with, what was kept unseen, and the built-in one."""
    development = _folder(ARTICLES)
    return {
        "built-in": {BUILT_IN: example()},
        "development": development,
        "development, worked with": {n: a for n, a in development.items() if n not in KEPT},
        "development, kept unseen": {n: a for n, a in development.items() if n in KEPT},
        "further, worked with": _folder(ARTICLES / "further"),
        "further, kept unseen": _folder(ARTICLES / "unseen"),
    }


def gold_of(name: str) -> Path:
    """Return the gold file of an article."""
    return next(
        p for folder in (ARTICLES, ARTICLES / "further", ARTICLES / "unseen") if (p := folder / f"{name}.yaml").exists()
    )


def _folder(folder: Path) -> dict[str, Article]:
    found = {}
    for path in sorted(folder.glob("*.txt")):
        gold = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
        with path.open(encoding="utf-8", newline="") as handle:
            found[path.stem] = Article(handle.read(), title=path.stem, published=gold["published"])
    return found


def write(readings: Mapping[str, Reading], folder: Path) -> None:
    """Write each reading's graph as NAME.trig, alone with the labels of what it names."""
    for name, reading in readings.items():
        with Store.memory() as store:
            store.put(reading)
            store.publish()
            ox.serialize(store.quads(), folder / f"{name}.trig", format=ox.RdfFormat.TRIG)


def figures(names: Iterable[str], folder: Path) -> Figures:
    """Score the graphs that `write` left in a folder, together."""
    pairs = [str(p) for n in names for p in (gold_of(n), folder / f"{n}.trig")]
    printed, before = io.StringIO(), sys.argv
    sys.argv = ["score.py", *pairs]
    try:
        with contextlib.redirect_stdout(printed):
            score.main()
    finally:
        sys.argv = before
    table = printed.getvalue().rstrip()
    p, r, f, n = re.search(r"^all +([\d.]+) +([\d.]+) +([\d.]+) +(\d+)", table, re.MULTILINE).groups()  # type: ignore[union-attr]
    hit, of = map(int, re.search(r"in (\d+) of (\d+) paired", table).groups())  # type: ignore[union-attr]
    said = float(re.search(r"statedBy.*F1 ([\d.]+)", table).group(1))  # type: ignore[union-attr]
    return Figures(float(p), float(r), float(f), int(n), hit / of if of else 1.0, said, table)
