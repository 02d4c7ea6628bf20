"""States are meant by their full names, by « le royaume », « les deux pays », « son pays », « le pays maghrébin »."""

from __future__ import annotations

import pytest
from graph.reading.actors import analysed, meant


@pytest.mark.parametrize(
    ("text", "phrase", "states"),
    [
        ("Rabat et Lisbonne ont signé. Le royaume livrera.", "royaume", ["Maroc"]),
        ("Les Comores et la France ont signé. L'archipel livrera.", "archipel", ["Comores"]),
        ("La Tunisie et la Pologne ont signé. Le pays maghrébin livrera.", "pays maghrébin", ["Tunisie"]),
        ("Rabat et Lisbonne ont signé. Les deux pays livreront.", "deux pays", ["Maroc", "Portugal"]),
        (
            "La Chine et le Pérou négocient. À Tunis, la Tunisie et l'Italie ont signé, et les deux pays livreront.",
            "deux pays",
            ["Tunisie", "Italie"],
        ),
        (
            "La Chine et le Pérou négocient.\n\nLe Gabon a reçu un ministre ghanéen. Les deux pays ont signé.",
            "deux pays",
            ["Gabon", "Ghana"],
        ),
        ("Le président tchadien, Ali Saleh, a vanté son pays.", "son pays", ["Tchad"]),
        ("La Jordanie et la Norvège ont signé. Le royaume livrera.", "Jordanie", ["Jordanie"]),
        ("Il est venu de la République islamique de Mauritanie.", "République islamique de Mauritanie", ["Mauritanie"]),
        ("Il représente la République gabonaise.", "République gabonaise", ["Gabon"]),
    ],
)
def test_which_state_is_meant(text: str, phrase: str, states: list[str]) -> None:
    assert meant(text, phrase) == states


def test_of_two_kingdoms_neither_is_the_kingdom() -> None:
    analysis = analysed("La Jordanie et la Norvège ont signé. Le royaume livrera.")
    assert not [m for m in analysis.mentions if analysis.text(m.start, m.end) == "royaume"]


@pytest.mark.parametrize("text", ["dans le golfe de Guinée", "sur l'océan Indien", "le long du fleuve Sénégal"])
def test_a_water_is_no_state(text: str) -> None:
    assert not [m for m in analysed(f"Le navire est {text}.").mentions if m.kind in {"Country", "Adjective"}]


@pytest.mark.parametrize(
    ("place", "state"),
    [("Kinshasa", "Congo-Kinshasa"), ("Brazzaville", "Congo-Brazzaville"), ("Séoul", "Corée du Sud")],
)
def test_an_adjective_of_two_states_is_of_the_one_that_the_article_names(place: str, state: str) -> None:
    adjective = "coréen" if place == "Séoul" else "congolais"
    analysis = analysed(f"À {place}, le ministre {adjective} a signé.")
    countries = {m.country for m in analysis.mentions if m.kind == "Description"}
    assert {analysis.lexicon.entries[c].label for c in countries if c} == {state}
