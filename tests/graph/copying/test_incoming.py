"""A file that Dragoman did not export is refused as a whole, in a sentence, and leaves nothing behind."""

from __future__ import annotations

import gzip
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, reading

from dragoman.graph.copying import copy
from dragoman.graph.copying.wholeness import fault
from dragoman.graph.triples import describe
from dragoman.ontology.errors import NoStore, StoreError
from dragoman.ontology.namespaces import DGM, ID, expand

GRAPH = article().iri
OTHER = f"{ID}article/another-0123456789"


def quads() -> list[ox.Quad]:
    return describe(reading())


def without(predicate: str) -> list[ox.Quad]:
    return [quad for quad in quads() if quad.predicate.value != expand(predicate)]


def said(subject: str, predicate: str, value: str) -> list[ox.Quad]:
    return [
        *quads(),
        ox.Quad(ox.NamedNode(subject), ox.NamedNode(expand(predicate)), ox.Literal(value), ox.NamedNode(GRAPH)),
    ]


def in_graph(name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> list[ox.Quad]:
    return [*quads(), *(ox.Quad(q.subject, q.predicate, q.object, name) for q in quads()[:3])]


FAULTS: dict[str, tuple[Callable[[], list[ox.Quad]], str]] = {
    "a graph that is no article's": (lambda: in_graph(ox.NamedNode("https://example.org/g")), "name is no article's"),
    "the default graph": (lambda: in_graph(ox.DefaultGraph()), "belong to no article's graph"),
    "a graph without a name": (lambda: in_graph(ox.BlankNode()), "belong to no article's graph"),
    "a blank node": (
        lambda: [*quads(), ox.Quad(ox.BlankNode(), ox.NamedNode(DGM + "x"), ox.Literal("x"), ox.NamedNode(GRAPH))],
        "a node without an IRI",
    ),
    "an article without its text": (lambda: without("nif:isString"), "--without-text"),
    "a record without evidence": (lambda: without("dgm:evidence"), "the evidence of .* is missing"),
    "evidence without words": (lambda: without("nif:anchorOf"), "the evidence of .* is missing"),
    "words at another place": (lambda: without("nif:beginIndex"), "its words do not stand at its offsets"),
    "no article": (lambda: [q for q in quads() if q.object.value != DGM + "Article"], "of no article"),
    "what it says of a country": (lambda: said(f"{ID}country/morocco", "rdfs:label", "X"), "not this article's to say"),
    "what it says of another article": (lambda: said(f"{OTHER}#deal-1", "skos:altLabel", "X"), "not this article's"),
    "what it says of anything else": (lambda: said("https://example.org/a", "skos:altLabel", "X"), "not this article"),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("ending", ["nq", "trig"])
def test_what_no_export_holds_is_refused_before_anything_is_copied(tmp_path: Path, name: str, ending: str) -> None:
    made, words = FAULTS[name]
    file, syntax = tmp_path / f"graph.{ending}", {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}[ending]
    ox.serialize(made(), str(file), syntax)
    with pytest.raises(NoStore, match=f"was not exported by Dragoman, or was changed since: .*{words}") as refused:
        copy(file, tmp_path / "t")
    assert refused.value.status == 2
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_an_article_as_it_is_read_is_whole() -> None:
    assert fault(GRAPH, quads()) is None


def test_a_file_that_cannot_be_parsed_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(ox.serialize(quads(), format=ox.RdfFormat.N_QUADS) + b"<a> oops\n")  # type: ignore[operator]
    with pytest.raises(NoStore, match=rf"graph\.nq, line {len(quads()) + 1}, is no valid N-Quads: .*; export it again"):
        copy(tmp_path / "graph.nq", tmp_path / "t")
    (tmp_path / "graph.trig").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NoStore, match="is no valid TriG"):
        copy(tmp_path / "graph.trig", tmp_path / "t")


def test_a_file_that_is_cut_off_or_not_compressed_is_refused(tmp_path: Path) -> None:
    packed = gzip.compress(ox.serialize(quads(), format=ox.RdfFormat.N_QUADS) or b"")
    for number, content in enumerate((packed[:-9], packed[: len(packed) // 2], b"<a> <b> <c> <d> .\n")):
        file = tmp_path / f"{number}.nq.gz"
        file.write_bytes(content)
        with pytest.raises(NoStore, match="cut off or was never compressed"):
            copy(file, tmp_path / "t")


def test_a_file_that_is_missing_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match=r"There is no file .*none\.nq; name one"):
        copy(tmp_path / "none.nq", tmp_path / "t")


@pytest.mark.needs("root")
def test_a_full_temporary_folder_is_said_to_be_with_how_to_name_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ox.serialize(quads(), str(tmp_path / "graph.nq"), ox.RdfFormat.N_QUADS)
    (tmp_path / "tiny").mkdir()
    tmpfs = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path / "tiny")]
    subprocess.run(tmpfs, check=True, capture_output=True)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tiny"))
    try:
        with pytest.raises(StoreError, match=r"could not be kept in .*tiny.*TMPDIR"):
            copy(tmp_path / "graph.nq", tmp_path / "t")
    finally:
        subprocess.run(["umount", "-l", str(tmp_path / "tiny")], check=True)
    assert not (tmp_path / "t").exists()
