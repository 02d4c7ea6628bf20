"""A malformed file of words is refused with its file, line and reason."""

from __future__ import annotations

import pytest

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.language import resource
from dragoman.graph.reading.people.actor_words import actor_words, parse
from dragoman.ontology.errors import LexiconError

GOOD = resource("fr", "actors.yaml")


def test_the_shipped_file_is_well_formed() -> None:
    assert parse(GOOD, "x.yaml").former == actor_words("fr").former


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (GOOD + "\ncolours: [red]\n", "no list is called «colours»"),
        (GOOD.replace("\nformer: [", "\nformers: ["), "no list is called «formers»"),
        (GOOD.replace("\nsides: [côté, partie, délégation]", ""), "the list «sides» is missing"),
        (GOOD.replace("\nsides: [côté, partie, délégation]", "\nsides: côté"), "it is no list of words"),
        (GOOD.replace("\nsides: [côté, partie, délégation]", "\nsides: [12]"), "«12» is no word"),
        ("a: [", "no valid YAML"),
        ("- a", "a table of word lists"),
    ],
)
def test_a_malformed_file_is_refused_with_line_and_reason(broken: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=r"x\.yaml, line \d+") as error:
        parse(broken, "x.yaml")
    assert reason in str(error.value)


def test_titles_are_meant_by_the_labels_of_the_lexicon() -> None:
    words = actor_words("fr")
    labels = {fold(t.label) for t in load_lexicon().titles}
    for named in (words.ministerial, words.posted, words.territorial, words.business, words.vague, words.officeless):
        assert named <= labels, sorted(named - labels)
    for family in words.families:
        assert family <= labels, sorted(family - labels)


def test_regions_hold_states_of_the_lexicon() -> None:
    labels = {fold(e.label) for e in load_lexicon().entries.values() if e.kind == "Country"}
    for region, states in actor_words("fr").regions.items():
        assert states <= labels, (region, sorted(states - labels))
