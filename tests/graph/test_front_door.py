from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.builtin import reading

import dragoman.graph
from dragoman.graph.store import Store

HEAVY = (
    "spacy",
    "rdflib",
    "networkx",
    "pyvis",
    "pyshacl",
    "numpy",
    "rich",
    "yaml",
    "dragoman.graph.lexicon",
    "dragoman.graph.records",
)


def test_every_name_of_the_front_door_opens() -> None:
    for name in dragoman.graph.__all__:
        assert callable(getattr(dragoman.graph, name))
    assert dragoman.graph.Store is Store


def test_another_name_is_refused_as_any_module_refuses_it() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Stor'"):
        dragoman.graph.Stor  # noqa: B018


def test_a_cold_query_imports_pyoxigraph_and_nothing_heavy(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(reading())
    script = (
        "import sys; from dragoman.graph.store import Store\n"
        f"with Store.open({str(tmp_path / 's')!r}) as store: print(len(list(store.query('SELECT * {{ ?x a dgm:Deal }}'))))\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "4\n[]\n"
