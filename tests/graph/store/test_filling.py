"""Many new articles go in together: in batches of whole articles, and nobody is shown them before all is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import reading, variant

from dragoman.graph.store import Store, filling
from dragoman.graph.triples import describe

ARTICLES = [variant(f"https://example.org/{number}") for number in range(6)]


def one_by_one() -> set[ox.Quad]:
    with Store.memory() as store:
        for told in ARTICLES:
            store.put(told)
        return set(store.quads())


def graphs(break_after: int = len(ARTICLES)) -> Iterator[tuple[str, list[ox.Quad]]]:
    for told in ARTICLES[:break_after]:
        yield told.article.iri, describe(told)
    if break_after < len(ARTICLES):
        raise KeyboardInterrupt


@pytest.mark.parametrize("place", ["memory", "folder"])
def test_they_make_the_graph_that_they_make_one_by_one(tmp_path: Path, place: str) -> None:
    with Store.open("memory" if place == "memory" else tmp_path / "s", write=True) as store:
        store.put_new(graphs())
        assert set(store.quads()) == one_by_one()


def test_no_batch_ends_inside_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(describe(reading()))
    monkeypatch.setattr(filling, "BATCH", size + 1)
    assert [len(batch) for batch in filling.batches(graphs())] == [2 * size] * 3
    assert list(filling.batches(())) == []


def test_what_was_broken_off_is_shown_to_nobody_until_the_next_writer_has_made_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "BATCH", 1)
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(ARTICLES[0])
    store = Store.open(tmp_path / "s", write=True)
    store.remove(ARTICLES[0].article.iri)
    with pytest.raises(KeyboardInterrupt):
        store.put_new(graphs(break_after=3))
    store.close()
    with Store.open(tmp_path / "s") as reader:
        assert reader.articles() == [ARTICLES[0].article.iri]
    with Store.open(tmp_path / "s", write=True) as store:
        assert len(store.articles()) == 3
        for told in ARTICLES[3:]:
            store.put(told)
    with Store.open(tmp_path / "s") as reader:
        assert set(reader.quads()) == one_by_one()


def test_what_was_broken_off_is_made_whole_by_the_same_writer_when_it_goes_on(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        with pytest.raises(KeyboardInterrupt):
            store.put_new(graphs(break_after=1))
        for told in ARTICLES:
            store.put(told)
    with Store.open(tmp_path / "s") as reader:
        assert set(reader.quads()) == one_by_one()
