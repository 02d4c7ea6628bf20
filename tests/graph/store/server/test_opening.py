"""A server is a store's home where it is empty or holds one, and answers from the union of all graphs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fixtures.builtin import reading
from fixtures.servers import oxigraph, update

from dragoman.graph.store import Store
from dragoman.ontology.errors import NoStore, StoreError
from dragoman.ontology.namespaces import STORE_GRAPH

MARK = "http://purl.org/dc/terms/identifier"


@pytest.fixture(scope="module")
def in_parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose default graph is not the union."""
    with oxigraph(tmp_path_factory.mktemp("parts")) as address:
        yield address


def dump(address: str) -> str:
    return httpx.get(f"{address}/store", headers={"Accept": "application/n-quads"}).text


def marked(address: str, *marks: str) -> None:
    said = " ".join(f'<{STORE_GRAPH}> <{MARK}> "{mark}" .' for mark in marks)
    update(address, f"DROP ALL ; INSERT DATA {{ GRAPH <{STORE_GRAPH}> {{ {said} }} }}")


def test_a_server_that_does_not_answer_from_the_union_is_refused_with_its_switch_and_left_as_it_was(
    in_parts: str,
) -> None:
    with pytest.raises(StoreError, match=r"--union-default-graph.*tdb2:unionDefaultGraph"):
        Store.open(in_parts, write=True)
    assert dump(in_parts) == ""
    marked(in_parts, "1 4 abc")
    for write in (True, False):
        with pytest.raises(StoreError, match="--union-default-graph"):
            Store.open(in_parts, write=write)
    assert "1 4 abc" in dump(in_parts)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("graph", ["", "GRAPH <http://example.org/theirs>"])
def test_what_somebody_else_keeps_is_left_alone(server: str, write: bool, graph: str) -> None:
    update(
        server,
        f"INSERT DATA {{ {graph} {{ <http://a> <http://b> 'c' }} }}" if graph else "INSERT DATA { <a:a> <a:b> 1 }",
    )
    before = dump(server) if "127.0.0.1" in server else None
    with pytest.raises(NoStore, match="data that Dragoman did not put there"):
        Store.open(server, write=write)
    assert before is None or dump(server) == before


def test_an_empty_server_is_a_store_to_be_for_a_writer_alone(server: str) -> None:
    with pytest.raises(NoStore, match=f"dragoman read --example --store {server}"):
        Store.open(server)
    with Store.open(server, write=True) as store:
        assert store.articles() == []
    with Store.open(server) as store:
        assert store.articles() == []


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        (["2 0 new"], "format '2', and this Dragoman writes '1'"),
        (["1 many new"], "is damaged"),
        (["1 3"], "is damaged"),
    ],
)
def test_a_store_of_another_format_or_a_damaged_one_is_refused(
    server: str, write: bool, marks: list[str], reason: str
) -> None:
    marked(server, *marks)
    with pytest.raises(StoreError, match=reason):
        Store.open(server, write=write)


def test_a_lexicon_of_another_version_makes_room_for_this_one(server: str) -> None:
    with Store.open(server, write=True) as store:
        store.put(reading())
        wanted = set(store.quads())
    lexicon = "https://w3id.org/dragoman/id/lexicon"
    graph = f"GRAPH <{lexicon}>"
    update(server, f"DELETE WHERE {{ {graph} {{ ?s <{MARK}> ?o }} }}")
    update(server, f"INSERT DATA {{ {graph} {{ <{lexicon}> <{MARK}> 'old' . <a:a> <a:b> 1 }} }}")
    with Store.open(server, write=True) as store:
        assert set(store.quads()) == wanted


def test_nothing_that_speaks_http_is_imported_for_a_folder(tmp_path: Path) -> None:
    code = (
        "import sys; from dragoman.graph.store import Store; Store.open(sys.argv[1], write=True).close(); "
        "Store.open(sys.argv[1]).articles(); "
        "print([m for m in ('httpx', 'ssl', 'dragoman.graph.store.server') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "s")], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
