"""What there is to choose from is listed, each once, in order."""

from __future__ import annotations

from fixtures.builtin import article, reading, variant

from dragoman.graph.store import Store
from dragoman.queries.listings import addresses, article_titles, contents, entity_names
from dragoman.queries.results import text


def test_entities_are_listed_by_every_name_and_records_by_none(builtin_store: Store) -> None:
    names = entity_names(builtin_store.query)
    assert names == sorted(set(names))
    assert {"Maroc", "Morocco", "Россия", "Abdellatif Hammouchi"} <= set(names)
    assert not [name for name in names if name.startswith(("Rencontre: ", "Meeting: "))]


def test_articles_are_listed_by_title_and_by_address(builtin_store: Store) -> None:
    builtin_store.put(variant("https://example.org/b", title=None))
    assert article_titles(builtin_store.query) == [article().title]
    assert addresses(builtin_store.query) == {
        iri: one.iri for one in (article(), variant("https://example.org/b").article) if (iri := one.url)
    }


def test_the_contents_count_articles_records_and_entities_each_once(builtin_store: Store) -> None:
    builtin_store.put(variant("https://example.org/b"))
    found = contents(builtin_store.query)
    counted = {text(what): int(text(number)) for what, number in found.rows}
    assert counted["articles"] == 2
    assert counted["records"] == 2 * len(reading().records)
    assert counted["happenings"] < counted["records"]
    assert counted["records: Deal"] == 8
    assert counted["named: Person"] == sum(entity.kind == "Person" for entity in reading().entities)
