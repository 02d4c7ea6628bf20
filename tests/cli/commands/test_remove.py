"""dragoman remove: an article is taken out again."""

from __future__ import annotations

import shutil
from pathlib import Path

from fixtures.commands import Run, refused


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
