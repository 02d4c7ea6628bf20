"""Roles of prepositions: what the table may say, and how a malformed entry is refused."""

from __future__ import annotations

import pytest
import yaml

from dragoman.graph.reading.deals.roles import Roles, parse_roles
from dragoman.ontology.errors import LexiconError


def roles(text: str) -> Roles:
    return parse_roles(yaml.safe_load(text), yaml.compose(text), "xx/deals.yaml")


def test_one_word_and_several_are_told_apart() -> None:
    made = roles("a: [à, vers]\naupres: [auprès de]")
    assert made.simple == {"a": "a", "vers": "a"}
    assert made.complex == {("aupres", "de"): "aupres"}
    assert made.openings == {"aupres"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [à]\ntowards: [vers]", "line 2: this entry is malformed: no role is called «towards»"),
        ("a: vers", "line 1: this entry is malformed: «a» needs a list"),
        ("a: [3]", "line 1: this entry is malformed: «a» needs a list"),
        ("a: [vers]\npour: [vers]", "line 2: this entry is malformed: «vers» has a role already"),
        ("[à, vers]", "line 1: «prepositions» is a table"),
    ],
)
def test_a_malformed_entry_is_refused_with_its_line(text: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=reason):
        roles(text)
