"""Graphs made of the corpus's gold: the same bytes every time, and what several articles tell is linked as one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
DIGEST = """
import hashlib, json
import graphs
text = "".join(str(quad) for quads in graphs.graphs(3000) for quad in quads)
print(json.dumps(hashlib.sha256(text.encode()).hexdigest()))
"""
LINKED = """
import json
from corpus_telling import articles
from gold_readings import as_stated
from happenings import pairs, together
from dragoman.graph.article import Article
from dragoman.graph.triples import describe
events, quads = {}, []
for told in articles(1, 120):
    article = Article(told.text, told.title, told.outlet, told.url, published=told.published)
    quads += describe(as_stated(told.records, article)[0])
    for number, record in enumerate(told.records):
        if record["type"] in {"Visit", "Meeting", "Agreement", "Deal"}:
            events[f"{article.iri}#record-{number}"] = record["event"]
wanted = pairs(events)
said = pairs({record: one for record, one in together(quads).items() if record in events})
print(json.dumps({"wanted": len(wanted), "said": len(said), "both": len(wanted & said)}))
"""
GROWN = """
import json
from scale import Growing
one = Growing(1000, 2.0, 1.5)
print(json.dumps([round(one.at(4000), 6), round(one.reaches(16.0), 6)]))
"""


def answer(code: str, hash_seed: str = "0") -> Any:
    """Return what Python prints as JSON beside the benchmarks."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=BENCHMARKS, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_graph_of_a_size_is_always_the_same() -> None:
    assert answer(DIGEST) == answer(DIGEST, hash_seed="7")


def test_what_several_articles_tell_of_one_event_is_linked_and_hardly_anything_else() -> None:
    found = answer(LINKED)
    assert found["wanted"] > 100
    assert found["both"] >= 0.95 * found["wanted"]
    assert found["both"] >= 0.95 * found["said"]


def test_what_grows_by_a_power_is_reckoned_at_another_size_and_backwards() -> None:
    assert answer(GROWN) == [16.0, 4000.0]
