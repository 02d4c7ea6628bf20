"""A form of date is only looked for in a sentence that holds what it cannot do without."""

from __future__ import annotations

import pytest

from dragoman.graph.reading.dates.date_forms import date_forms
from dragoman.graph.reading.dates.date_needs import needs


@pytest.mark.parametrize(
    ("form", "pieces", "words"),
    [
        ("{from}?(?:le )?{day} {month}", {"digit", "month"}, set()),
        ("(?:{w} )?{day}", {"digit"}, set()),
        ("(?P<minus1>la veille)", set(), {"la veille"}),
        ("(?P<minus1>hier)|demain", set(), set()),
        ("voici {number} mois?", set(), {"voici ", "moi"}),
        ("le week ?-? ?end", set(), {"le week", "end"}),
    ],
)
def test_what_is_optional_or_an_alternative_is_not_needed(form: str, pieces: set[str], words: set[str]) -> None:
    assert needs(form) == (pieces, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "le 12 mars 2023 , a la veille de noel",
        "il y a deux mois , jeudi dernier",
        "en fin de semaine , ce week - end",
        "mi mai",
    ],
)
def test_a_form_that_is_left_out_would_have_matched_nothing(sentence: str) -> None:
    known = date_forms("fr")
    looked_for = {rank for rank, _ in known.forms_for(sentence)}
    assert all(rank in looked_for for rank, form in enumerate(known.forms) if form.pattern.search(sentence))
