"""IRIs are shown as they may be typed: what is shortened can be pasted into a query."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from dragoman.ontology.namespaces import DGM, ID, PREFIXES, shortened


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        (ID + "person/nikolai-patrushev", "person:nikolai-patrushev"),
        (ID + "country/morocco", "country:morocco"),
        (ID + "article/maroc-russie-1b2c", "article:maroc-russie-1b2c"),
        (ID + "lexicon", "id:lexicon"),
        (DGM + "Meeting", "dgm:Meeting"),
        (ID + "article/x#deal-1", ID + "article/x#deal-1"),
        (ID + "article/x#char=1,2", ID + "article/x#char=1,2"),
        (ID + "person/", ID + "person/"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_an_iri_is_shortened_where_sparql_can_read_it_so(iri: str, shown: str) -> None:
    assert shortened(iri) == shown
    written = shown if shown != iri else f"<{iri}>"
    (row,) = Store().query(f"SELECT ({written} AS ?it) {{}}", prefixes=dict(PREFIXES))
    assert row["it"].value == iri
