"""Malformed lists of words for events and dates are refused with file, line and reason."""

from __future__ import annotations

import re

import pytest

from dragoman.graph.reading import occurrences
from dragoman.graph.reading.dates import date_forms
from dragoman.graph.reading.language import resource
from dragoman.ontology.errors import LexiconError


def test_the_shipped_files_are_well_formed() -> None:
    assert "visite" in occurrences.occurrences("fr").visits
    assert len(date_forms.date_forms("fr").forms) > 20


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("visits:", "journeys:"), "there is no list «journeys»"),
        (("  held:", "  happened:"), "carriers are"),
        (("having: [lieu]", "having: lieu"), "«having» is no list"),
        (("having: [lieu]\n", ""), "the list «having» is missing"),
        (("carriers:", "carriers: ["), "no valid YAML"),
    ],
)
def test_a_malformed_list_of_events_is_refused(change: tuple[str, str], reason: str) -> None:
    broken = resource("fr", "occurrences.yaml").replace(*change, 1)
    with pytest.raises(LexiconError, match=r"x\.yaml, line \d+") as caught:
        occurrences.parse(broken, "x.yaml")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("- rule: iso", "- rule: lunar"), "one of the rules"),
        (("{year} - ", "{century} - "), "is no form"),
        (("leads:", "lead:"), "has the keys"),
    ],
)
def test_a_malformed_date_form_is_refused(change: tuple[str, str], reason: str) -> None:
    broken = resource("fr", "dates.yaml").replace(*change, 1)
    with pytest.raises(LexiconError, match=re.escape("x.yaml, line ")) as caught:
        date_forms.parse(broken, "x.yaml", "fr")
    assert reason in str(caught.value)
