"""What is packed comes out of `graph.js` as it went in."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from fixtures.builtin import reading, variant
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view.data import data
from dragoman.graph.view.packing import TABLES, packed

SCRIPT = Path(__file__).parents[3] / "graph" / "view" / "graph.js"
UNPACK = """
require(process.argv[1]);
const text = require("node:fs").readFileSync(0, "utf8");
process.stdout.write(JSON.stringify(JSON.parse(text).map((one) => globalThis.dragoman.unpack(JSON.stringify(one))).map((graph) => {
  graph.statements.forEach((one, place) => { one.values = graph.valuesOf(place); });
  return graph;
})));
"""
NOTHING: dict[str, Any] = {name: [] for name in TABLES}


def unpacked(*those: dict[str, Any]) -> list[dict[str, Any]]:
    done = subprocess.run(
        ["node", "-e", UNPACK, str(SCRIPT)], input=json.dumps(those), capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.needs("node")
def test_a_graph_comes_out_as_it_went_in(builtin_store: Store, hostile_store: Store) -> None:
    with Store.memory() as both:
        both.put(reading())
        both.put(variant("https://example.org/again"))
        held = [json.loads(json.dumps(data(build(store)))) for store in (builtin_store, hostile_store, both)]
    assert unpacked(*map(packed, held)) == held


@pytest.mark.needs("node")
@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(
            st.fixed_dictionaries(
                {
                    "a": st.one_of(
                        st.text(max_size=4), st.integers(-9, 9), st.booleans(), st.just([]), st.just({"fr": "x"})
                    )
                }
            ),
            max_size=6,
        ),
        min_size=10,
        max_size=10,
    )
)
def test_any_rows_come_out_as_they_went_in(tables: list[list[dict[str, Any]]]) -> None:
    held = [{**NOTHING, "articles": rows} for rows in tables]
    assert unpacked(*map(packed, held)) == held


def test_what_repeats_is_written_once(builtin_store: Store) -> None:
    held = data(build(builtin_store))
    assert len(json.dumps(packed(held))) < 0.65 * len(json.dumps(held))
