"""Finds the article that somebody names by its title, its address, its IRI or its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ontology.errors import UnknownName
from dragoman.queries.listings import addresses
from dragoman.queries.names import find

if TYPE_CHECKING:
    from dragoman.graph.store import Store


def article_iri(store: Store, named: str) -> str:
    """Return the IRI of an article that the store holds.

    Raises:
        UnknownName: it holds no such article; the sentence offers the closest ones.
    """
    from dragoman.graph.iris import normalised_address

    if Path(named).is_file():
        from dragoman.graph.loading import load

        iri = load(named).iri
    elif "://" in named and not store.holds(named):
        wanted = normalised_address(named)
        iri = next((i for a, i in addresses(store.query).items() if normalised_address(a) == wanted), named)
    else:
        iri = find(named, store.query, "article")
    if not store.holds(iri):
        raise UnknownName(f"the graph holds no article {named}; dragoman articles lists those that it holds")
    return iri
