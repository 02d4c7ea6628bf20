"""What a writer knows of a server's store: as much of every article as links follow from, the links, and the accounts.

So what follows from a change is found here, without asking the server for it once for each name and each happening.
It is as large as what articles say in common: their records' parties and dates and the names of whom they name, without
their texts and quotations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from dragoman.graph.linking.links import BASIS, RECORDS, TYPE, bears, derived, stated
from dragoman.graph.store.graphs import articles, is_article, quads_of
from dragoman.graph.store.relinking import Change, change
from dragoman.graph.store.server.home import Server
from dragoman.graph.store.settling import indexed
from dragoman.ontology.namespaces import LINKS_GRAPH

if TYPE_CHECKING:
    from dragoman.graph.lexicon import Entry

_SAID: Final = "SELECT ?s ?p ?o ?g {{ {{ VALUES ?p {{ {} }} GRAPH ?g {{ ?s ?p ?o }} }} UNION {} }}".format(
    " ".join(f"<{name}>" for name in sorted(BASIS)),
    "{{ VALUES ?o {{ {} }} GRAPH ?g {{ ?s {} ?o }} BIND({} AS ?p) }}".format(
        " ".join(f"<{name}>" for name in sorted(RECORDS)), TYPE, TYPE
    ),
)


class Mirror:
    """What links follow from, as it stands on the server in one state."""

    def __init__(self, server: Server, known: Mapping[str, Entry]) -> None:
        """Fetch what every article says; the links and the accounts are then made from it.

        Raises:
            StoreError: the server does not answer as it should.
        """
        self.known = known
        self._held, self._index = ox.Store(), ox.Store()
        self._held.bulk_extend(quad for quad in server.found(_SAID) if is_article(_graph(quad)))
        self.settle()

    def settle(self) -> None:
        """Make the links and the accounts anew from what the articles say."""
        said = stated((q for iri in articles(self._held) for q in quads_of(self._held, iri)), self.known)
        self._held.clear_graph(ox.NamedNode(LINKS_GRAPH))
        self._held.bulk_extend(derived(said, self.known))
        self._index.clear()
        self._index.bulk_extend(indexed(said.accounts))

    def links(self) -> set[ox.Quad]:
        """Return the links."""
        return set(quads_of(self._held, LINKS_GRAPH))

    def change(self, iri: str, quads: Iterable[ox.Quad]) -> Change:
        """Return what changes where an article's graph becomes `quads`."""
        old, new = stated(quads_of(self._held, iri), self.known), stated(quads, self.known)
        return change(self._held, self._index, iri, old, new, self.known)

    def take(self, iri: str, quads: Iterable[ox.Quad], changed: Change) -> None:
        """Let an article's graph be `quads`, and what follows from it be as `change` said."""
        self._held.remove_graph(ox.NamedNode(iri))
        self._held.extend([*filter(bears, quads), *changed.new])
        for engine, quads_gone in ((self._held, changed.gone), (self._index, changed.accounts_gone)):
            for quad in quads_gone:
                engine.remove(quad)
        self._index.extend(changed.accounts_new)


def _graph(quad: ox.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else LINKS_GRAPH
