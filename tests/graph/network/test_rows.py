"""What is fetched from a store that others filled: no text of theirs becomes part of a question."""

from __future__ import annotations

import pytest
from fixtures.press import article, record

from dragoman.graph.network.rows import things
from dragoman.graph.store import Store


@pytest.mark.parametrize(
    "strange",
    ["a:> ?p ?o . } #", "https://example.org/ ?x", "urn:x:y}", 'a:"', "no address", ":a", "a:\n", "https://x\\y"],
)
def test_a_value_that_is_no_iri_is_not_asked_for(strange: str) -> None:
    with Store.memory() as store:
        store.put(article("a", record("Deal", product="tracteurs"), names=["tracteurs"]))
        assert list(things(store, [strange])) == []
