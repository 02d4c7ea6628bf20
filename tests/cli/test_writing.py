"""dragoman export, view, validate, remove, ontology: what they write is whole, and where they cannot, nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import rdflib
from fixtures.commands import DRAGOMAN, Run, refused

from dragoman.graph.export import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_to_a_file_and_to_standard_output_alike(run: Run, tmp_path: Path, name: str) -> None:
    to_file = run("export", "-o", f"graph.{name}", "-f", name)
    assert to_file.exit_code == 0
    assert (tmp_path / f"graph.{name}").read_bytes() == run("export", "-f", name).stdout_bytes
    assert run("export", "-o", "-", "-f", name).stdout_bytes == run("export", "-f", name).stdout_bytes


def test_the_ending_says_the_format_and_turtle_is_the_default(run: Run, tmp_path: Path) -> None:
    run("export", "-o", "graph.nt")
    assert len(rdflib.Graph().parse(tmp_path / "graph.nt", format="nt")) > 100
    assert run("export").stdout.startswith("@prefix")


def test_an_unknown_format_or_ending_is_refused_with_those_there_are(run: Run) -> None:
    refused(run("export", "-f", "docx"), 2, "docx", "turtle")
    refused(run("export", "-o", "graph.docx"), 2, "The ending of graph.docx says no format", "turtle")
    refused(run("export", "-o", "g"), 2, "No ending of g says the format", "turtle")


@pytest.mark.parametrize(("command", "name"), [("export", "graph.ttl"), ("view", "graph.html")])
def test_a_place_that_cannot_be_written_is_refused_with_status_3(
    run: Run, tmp_path: Path, command: str, name: str
) -> None:
    refused(run(command, "-o", f"nowhere/{name}"), 3, "nowhere")
    (tmp_path / name).mkdir()
    refused(run(command, "-o", name), 3, "folder")


def test_a_full_disk_behind_standard_output_is_one_sentence_with_status_3(graph_folder: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [str(DRAGOMAN), "export", "--store", str(graph_folder)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith("Error: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["export", "articles", "query deals -f csv", "stats"])
def test_an_answer_that_no_closed_output_takes_is_a_failure(graph_folder: Path, command: str) -> None:
    told = {**os.environ, "DRAGOMAN_STORE": str(graph_folder)}
    script = f"'{DRAGOMAN}' {command} >&-"
    done = subprocess.run(["bash", "-c", script], env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == (
        "Error: Standard output is closed, so nothing could be written there; leave it open, or use -o.\n"
    )


def test_with_standard_error_or_input_closed_an_answer_is_an_answer(graph_folder: Path) -> None:
    told = {**os.environ, "DRAGOMAN_STORE": str(graph_folder)}
    script = f"'{DRAGOMAN}' articles 2>&- <&-"
    done = subprocess.run(["bash", "-c", script], env=told, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)


def test_a_reader_who_has_had_enough_is_no_failure(graph_folder: Path) -> None:
    command = f"set -o pipefail; '{DRAGOMAN}' export -f nt --store '{graph_folder}' | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


def test_the_page_is_one_file_with_the_graph_in_it(run: Run, tmp_path: Path) -> None:
    done = run("view", "-o", "graph.html", "--title", "Maroc & Russie", "--lang", "en")
    assert done.exit_code == 0
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert "<title>Maroc &amp; Russie" in page
    assert "Patrouchev" in page
    assert sorted(os.listdir(tmp_path)) == ["graph.html"]


def test_the_page_goes_to_standard_output_too(run: Run, tmp_path: Path) -> None:
    run("view", "-o", "graph.html")
    done = run("view", "-o", "-")
    assert done.stdout_bytes == (tmp_path / "graph.html").read_bytes()
    assert sorted(os.listdir(tmp_path)) == ["graph.html"]
    refused(run("view", "-o", "-", "--open"), 2, "--open")


@pytest.mark.parametrize(("name", "format_"), [("v.ttl", "turtle"), ("v.csv", "csv"), ("V.JSON", "jsonld")])
def test_no_page_is_written_under_the_ending_of_something_else(
    run: Run, tmp_path: Path, name: str, format_: str
) -> None:
    refused(run("view", "-o", name), 2, f"the ending of {format_}", ".html", "dragoman export")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("command", [("export",), ("view", "-o", "graph.html")])
def test_nothing_written_of_nothing_read_says_so(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, store="memory")
    assert done.exit_code == 0
    assert "No article has been read yet" in done.stderr


def test_a_valid_graph_is_status_0_and_a_broken_one_status_1_with_what_is_wrong(run: Run, tmp_path: Path) -> None:
    import pyoxigraph as ox

    from dragoman.graph.store import Store
    from dragoman.ontology.namespaces import expand

    assert run("validate").exit_code == 0
    with Store.open(tmp_path / "s", write=True) as store:
        article = ox.NamedNode("https://w3id.org/dragoman/id/article/x")
        store.put_quads(
            article.value,
            [
                ox.Quad(
                    ox.NamedNode(article.value + "#deal-1"),
                    ox.NamedNode(expand("rdf:type")),
                    ox.NamedNode(expand("dgm:Deal")),
                    article,
                )
            ],
        )
        store.publish()
    done = run("validate", "--store", "s")
    assert done.exit_code == 1
    assert "#deal-1" in done.stdout


def test_an_article_is_removed_by_its_title_its_address_or_its_iri(
    run: Run, graph_folder: Path, tmp_path: Path
) -> None:
    from dragoman.graph.loading import example

    article = example()
    assert article.title is not None
    assert article.url is not None
    for number, name in enumerate((article.title.upper(), article.url.replace("https://", "http://www."), article.iri)):
        store = tmp_path / f"s{number}"
        shutil.copytree(graph_folder, store)
        done = run("remove", name, "--store", store.name)
        assert done.exit_code == 0, done.output
        assert run("articles", "--store", store.name).exit_code == 1
        assert run("query", "deals", "--store", store.name).exit_code == 1
        refused(run("remove", article.iri, "--store", store.name), 2, "no article")


@pytest.mark.parametrize("options", [(), ("--shapes",), ("--alignments",)])
def test_the_vocabulary_is_printed_in_turtle(run: Run, options: tuple[str, ...]) -> None:
    assert len(rdflib.Graph().parse(data=run("ontology", *options).stdout, format="turtle")) > 10
