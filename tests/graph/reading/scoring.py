"""Scores readings with the project's own scorer, as `benchmarks/score.py` does from the command line."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import yaml

from dragoman.graph.records import Reading
from dragoman.graph.store import Store

ROOT = Path(__file__).resolve().parents[3]


def scorer() -> Any:
    """Return the scorer as a module."""
    if "dragoman_score" not in sys.modules:
        spec = importlib.util.spec_from_file_location("dragoman_score", ROOT / "benchmarks" / "score.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["dragoman_score"] = module
        spec.loader.exec_module(module)
    return sys.modules["dragoman_score"]


def figures(gold: dict[str, Any] | Path, reading: Reading, folder: Path) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the slot fills of one reading against its gold."""
    if isinstance(gold, Path):
        gold_path = gold
    else:
        gold_path = folder / "gold.yaml"
        gold_path.write_text(yaml.safe_dump(gold, allow_unicode=True), encoding="utf-8")
    graph_path = folder / "graph.trig"
    with Store.memory() as store:
        store.put(reading)
        store.publish()
        ox.serialize(store.quads(), graph_path, format=ox.RdfFormat.TRIG)
    score = scorer()
    wanted, read = score.gold_records(gold_path), score.read_records(graph_path)
    score.over_merged(wanted, read)
    pairs = score.pair(wanted, read)
    partner = {id(r): g for g, r in pairs}
    hit = sum(score.matched(g, r) for g, r in pairs)
    result: tuple[float, float, float] = score.rate(
        hit, sum(r.fills(partner.get(id(r))) for r in read), sum(g.fills() for g in wanted)
    )
    return result
