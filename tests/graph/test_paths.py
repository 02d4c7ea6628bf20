"""Two entities are connected by the shortest chain of what articles state, through people rather than through countries."""

from __future__ import annotations

from itertools import pairwise

from fixtures.builtin import entity

from dragoman.graph.paths import COLUMNS, shortest, told
from dragoman.graph.store import Store
from dragoman.ontology.namespaces import ID


def test_a_chain_leads_from_one_to_the_other_each_step_beginning_where_the_last_one_ends(builtin_store: Store) -> None:
    begin, end = entity("Mohammed VI").iri, entity("Victor Evtuhov").iri
    steps = shortest(builtin_store, begin, end)
    assert steps
    assert (steps[0].begin, steps[-1].end) == (begin, end)
    assert all(one.end == following.begin for one, following in pairwise(steps))
    back = shortest(builtin_store, end, begin)
    assert back is not None
    assert len(back) == len(steps)


def test_those_who_met_are_one_step_apart(builtin_store: Store) -> None:
    (step,) = shortest(builtin_store, entity("Abdellatif Hammouchi").iri, entity("Nikolaï Patrouchev").iri) or ()
    assert step.record.endswith("#meeting-1")


def test_nobody_is_no_step_from_himself_and_cannot_be_reached_from_nowhere(builtin_store: Store) -> None:
    here = entity("Maroc").iri
    assert shortest(builtin_store, here, here) == ()
    assert shortest(builtin_store, here, ID + "person/nobody") is None


def test_a_step_is_told_in_the_language_asked_for_with_its_sentence(builtin_store: Store) -> None:
    (step,) = shortest(builtin_store, entity("Maroc").iri, entity("Russie").iri) or ()
    for lang, names in (("fr", ("Maroc", "Russie")), ("en", ("Morocco", "Russia")), ("ru", ("Марокко", "Россия"))):
        row = dict(zip(COLUMNS, told(builtin_store, step, lang), strict=True))
        assert tuple(row[end].value for end in ("begin", "end") if row[end] is not None) == names
        assert row["record"] is not None
        assert row["record"].value == step.record
        assert row["quotation"] is not None
