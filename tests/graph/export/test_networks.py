"""GraphML, GEXF and CSV, read again by networkx and the standard library."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx
import pytest

from dragoman.graph.export import export
from dragoman.graph.network import build
from dragoman.graph.store import Store

READ = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.mark.parametrize("format_", READ)
@pytest.mark.parametrize("fixture", ["builtin_store", "hostile_store"])
def test_networkx_reads_the_same_nodes_edges_and_words(
    format_: str, fixture: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    store: Store = request.getfixturevalue(fixture)
    wanted = build(store)
    (path,) = export(store, tmp_path / "graph", format_)
    read = READ[format_](path)
    assert set(read) == set(wanted)
    assert sorted(read.edges()) == sorted(wanted.edges())
    assert {n: d["kind"] for n, d in read.nodes(data=True)} == {n: d["kind"] for n, d in wanted.nodes(data=True)}
    quoted = {quote.words for *_, d in wanted.edges(data=True) for s in d["statements"] for quote in s.quotations}
    found = " ".join(d["quotation"] for *_, d in read.edges(data=True))
    for words in quoted:
        assert " ".join(words.split()) in " ".join(found.split())


@pytest.mark.parametrize("format_", READ)
def test_labels_are_what_programs_show(format_: str, builtin_store: Store, tmp_path: Path) -> None:
    (path,) = export(builtin_store, tmp_path / "graph", format_)
    read = READ[format_](path)
    labels = {d["label"] for _, d in read.nodes(data=True)}
    assert {"Maroc", "Russie", "Victor Evtuhov"} <= labels
    assert [label for label in labels if label.endswith("Sukhoi Superjet 100 (12 à 20)")]


def test_a_gexf_file_bears_no_date_of_its_making(builtin_store: Store, tmp_path: Path) -> None:
    (path,) = export(builtin_store, tmp_path / "graph.gexf")
    assert "lastmodified" not in path.read_text(encoding="utf-8").lower()


def test_csv_is_a_table_of_edges_with_their_words_and_beside_it_one_of_nodes(
    builtin_store: Store, tmp_path: Path
) -> None:
    network = build(builtin_store)
    edges_path, nodes_path = export(builtin_store, tmp_path / "graph.csv")
    assert (edges_path.name, nodes_path.name) == ("graph.csv", "graph-nodes.csv")
    with edges_path.open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    with nodes_path.open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    assert [row["id"] for row in nodes] == list(network)
    assert len(edges) == sum(len(d["statements"]) for *_, d in network.edges(data=True))
    assert {row["source"] for row in edges} | {row["target"] for row in edges} <= set(network)
    (proposed,) = [row for row in edges if row["label"] == "propose"]
    assert (proposed["source_label"], proposed["status"], proposed["stated_by"]) == (
        "Russie",
        "Proposed",
        "Victor Evtuhov",
    )
    assert "avait proposé au Maroc la vente d’une flotte de 12 à 20 avions" in proposed["quotation"]


def test_no_cell_of_a_hostile_table_is_a_formula(hostile_store: Store, tmp_path: Path) -> None:
    for path in export(hostile_store, tmp_path / "graph.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert any("HYPERLINK" in cell for cell in cells)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
