"""A dossier holds each fact once, with every sentence that states it."""

from __future__ import annotations

import pytest
from fixtures.builtin import HAMMOUCHI, PATROUCHEV, entity, variant

from dragoman.graph.store import Store
from dragoman.ontology.errors import UnknownName
from dragoman.ontology.namespaces import ID
from dragoman.queries.dossier import dossier


def test_names_come_by_language_and_offices_apart_from_happenings(builtin_store: Store) -> None:
    found = dossier(builtin_store.query, entity(PATROUCHEV).iri, "fr")
    assert (found.kind, found.names["fr"][0]) == ("Person", PATROUCHEV)
    assert {fact.kind for fact in found.offices} == {"Tenure"}
    (meeting,) = found.happenings
    assert (meeting.kind, meeting.when) == ("Meeting", "2016-04-05")
    assert len({quotation["words"] for quotation in meeting.quotations}) == len(meeting.quotations) > 1
    assert found.statements == []


def test_who_speaks_has_what_he_stated_and_not_once_more_among_what_happened(builtin_store: Store) -> None:
    found = dossier(builtin_store.query, entity("Victor Evtuhov").iri, "fr")
    assert [fact.kind for fact in found.statements].count("Deal") == 4
    assert not [fact for fact in found.happenings if fact.kind == "Deal"]


def test_two_articles_give_two_facts(builtin_store: Store) -> None:
    builtin_store.put(variant("https://example.org/b"))
    found = dossier(builtin_store.query, entity(HAMMOUCHI).iri, "fr")
    assert [fact.kind for fact in found.happenings].count("Meeting") == 2


def test_whom_the_graph_does_not_have_is_refused(builtin_store: Store) -> None:
    with pytest.raises(UnknownName, match="person/nobody"):
        dossier(builtin_store.query, ID + "person/nobody", "fr")
