"""dragoman validate: valid is status 0, broken is status 1 with what is wrong."""

from __future__ import annotations

from pathlib import Path

from fixtures.commands import Run


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
