"""What a language says of instruments is data, and malformed data is refused with file, line and reason."""

from __future__ import annotations

import pytest

from dragoman.graph.reading.agreements.agreement_words import Phrases, agreement_words, parse
from dragoman.graph.reading.language import resource
from dragoman.ontology.errors import LexiconError

SHIPPED = resource("fr", "agreements.yaml")


def test_the_shipped_lists_are_well_formed_and_know_plurals() -> None:
    known = agreement_words("fr")
    assert {"accord", "accords", "memoranda"} <= known.nouns


def test_an_expression_is_found_whatever_its_preposition_is_contracted_to() -> None:
    during = Phrases.of(["lors de", "à l’occasion de"])
    assert during.at(["lors", "des", "travaux"], 0) == 2
    assert during.at(["a", "l", "occasion", "d", "une"], 0) == 4
    assert during.at(["lors"], 0) == 0


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (SHIPPED + "\ncolours: [rouge]\n", "no list is called «colours»"),
        (SHIPPED + "\nnouns: [accord]\n", "«nouns» stands twice"),
        (SHIPPED.replace("anew: [nouveau, nouvel, nouvelle]", "anew: nouveau"), "«anew» is no list of words"),
        (SHIPPED.replace("anew: [nouveau, nouvel, nouvelle]", ""), "the list «anew» is missing"),
        ("nouns: [", "no valid YAML"),
        ("- accord", "a table of lists"),
    ],
)
def test_malformed_lists_are_refused_with_file_line_and_reason(broken: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=r"x\.yaml, line \d+") as caught:
        parse(broken, "x.yaml")
    assert reason in str(caught.value)
