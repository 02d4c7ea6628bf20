"""Each of several holders of one title has an office of their own, with the singular title, their state and their field."""

from __future__ import annotations

import pytest
from graph.reading.actors import offices


def short(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(h, t, (a or "").removeprefix("ministère ") or None, c) for h, t, a, c in offices(text)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Les ministres de l'Énergie Marek Nowacki et Jonas Petrauskas se sont vus.",
            [
                ("Marek Nowacki", "ministre", "de l'Énergie", None),
                ("Jonas Petrauskas", "ministre", "de l'Énergie", None),
            ],
        ),
        (
            "Les ministres Leïla Kacem (Énergie), Tarek Mansour (Transport) et Hédi Slama (Défense) sont là.",
            [
                ("Leïla Kacem", "ministre", "de Énergie", None),
                ("Tarek Mansour", "ministre", "de Transport", None),
                ("Hédi Slama", "ministre", "de Défense", None),
            ],
        ),
        (
            "Les ministres des Finances, Zoran Petrov, et de l'Économie, Ana Kostova, sont là.",
            [("Zoran Petrov", "ministre", "des Finances", None), ("Ana Kostova", "ministre", "de l'Économie", None)],
        ),
        (
            "Les ministres algérien et tunisien de l'Intérieur, Brahim Merad et Kamel Feki, ont signé.",
            [
                ("Brahim Merad", "ministre", "de l'Intérieur", "Algérie"),
                ("Kamel Feki", "ministre", "de l'Intérieur", "Tunisie"),
            ],
        ),
        (
            "Les présidents sénégalais Abdou Ndiaye et gambien Omar Jallow ont signé.",
            [("Abdou Ndiaye", "président", None, "Sénégal"), ("Omar Jallow", "président", None, "Gambie")],
        ),
        (
            "Les présidents du Mali, Adama Koné, et du Niger, Ali Zakari, ont signé.",
            [("Adama Koné", "président", None, "Mali"), ("Ali Zakari", "président", None, "Niger")],
        ),
        (
            "MM. Adama Koné et Brahim Ould Sidi, respectivement ministre malien des Mines et ministre mauritanien de la "
            "Pêche, ont signé.",
            [
                ("Adama Koné", "ministre", "des Mines", "Mali"),
                ("Brahim Ould Sidi", "ministre", "de la Pêche", "Mauritanie"),
            ],
        ),
        (
            "Karim Benali et Omar Jallow, ministres de la Pêche, ont signé.",
            [("Karim Benali", "ministre", "de la Pêche", None), ("Omar Jallow", "ministre", "de la Pêche", None)],
        ),
        (
            "Les deux PDG, Karim Zeroual de Gazprom et Anna Lind de Rosatom, ont signé.",
            [("Karim Zeroual", "PDG", "Gazprom", "Russie"), ("Anna Lind", "PDG", "Rosatom", "Russie")],
        ),
    ],
)
def test_states_and_fields_go_to_their_own_names(
    text: str, held: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert short(text) == held


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Les anciens présidents Ali Ba et Omar Jallow sont là.", ["ancien président", "ancien président"]),
        ("Les conseillers royaux Ali Ba et Omar Jallow sont là.", ["conseiller royal", "conseiller royal"]),
        ("Les chefs d'État Ali Ba et Omar Jallow sont là.", ["chef d'État", "chef d'État"]),
        ("Les présidents Ali Ba et Mme Anna Lind sont là.", ["président", "présidente"]),
    ],
)
def test_the_title_of_one_of_several_is_a_singular(text: str, titles: list[str]) -> None:
    assert [o[1] for o in offices(text)] == titles


def test_counterparts_in_the_plural_hold_the_office_of_whom_they_meet() -> None:
    text = (
        "Le ministre ivoirien de la Défense, Kouadio N'Guessan, a reçu ses homologues malien, Adama Koné, et burkinabè, "
        "Issa Ouédraogo."
    )
    assert short(text) == [
        ("Kouadio N'Guessan", "ministre", "de la Défense", "Côte d’Ivoire"),
        ("Adama Koné", "ministre", "de la Défense", "Mali"),
        ("Issa Ouédraogo", "ministre", "de la Défense", "Burkina Faso"),
    ]
