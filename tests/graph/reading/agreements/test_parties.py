"""Who concludes an instrument: states, the states of ministers, bodies, unions by their seats."""

from __future__ import annotations

import pytest
from graph.reading.saying import names, reading_of

from dragoman.graph.records import Agreement


def parties(text: str) -> list[set[str]]:
    reading = reading_of(text)
    return [{names(reading, p)[0] for p in r.party} for r in reading.records if isinstance(r, Agreement)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministre kényan du Commerce, Peter Otieno, et son homologue rwandais, Jean Habimana, ont signé un accord de pêche.",
            {"Kenya", "Rwanda"},
        ),
        ("L’accord algéro-italien sur l’hydrogène a été signé.", {"Algérie", "Italie"}),
        ("Nairobi et Kigali ont paraphé un accord de pêche.", {"Kenya", "Rwanda"}),
        ("La partie vietnamienne et la partie cubaine ont signé un accord de pêche.", {"Viêt Nam", "Cuba"}),
        (
            "L’Agence spatiale italienne et l’Agence spatiale algérienne ont signé un accord.",
            {"Agence spatiale italienne", "Agence spatiale algérienne"},
        ),
        (
            "Un accord sur l’eau que l’Union européenne a négocié a été signé par Rabat et Bruxelles.",
            {"Maroc", "Union européenne"},
        ),
        (
            "La Bulgarie, la Grèce et la Roumanie ont signé un mémorandum sur un corridor.",
            {"Bulgarie", "Grèce", "Roumanie"},
        ),
        (
            "Le Kenya a établi des relations avec l’Inde en 1990 et signé un accord de pêche en 1995.",
            {"Kenya", "Inde"},
        ),
    ],
)
def test_parties_are_states_or_the_bodies_that_sign_for_themselves(text: str, expected: set[str]) -> None:
    assert parties(text) == [expected]


def test_who_signs_for_a_body_and_who_for_his_state_are_told_apart() -> None:
    found = parties(
        "Le vice-président de l’Agence japonaise de coopération internationale (JICA), Shimokawa Tetsuo, et le ministre malgache "
        "des Finances, Tahiana Ramanantsoa, ont signé un accord de prêt destiné à l’extension du port de Toamasina."
    )
    assert found == [{"Agence japonaise de coopération internationale", "Madagascar"}]


def test_a_treaty_called_after_a_place_is_nobodys_in_particular() -> None:
    assert (
        parties(
            "Le Vietnam et la France ont noué des relations après la signature de l’Accord de Paris sur la fin de la guerre."
        )
        == []
    )
