"""A ministry is called by all the fields that its minister's title lists, and by nothing after them."""

from __future__ import annotations

import pytest
from graph.reading.actors import offices


@pytest.mark.parametrize(
    ("title", "ministry", "country"),
    [
        ("Le ministre de l'Énergie et des Mines", "ministère de l'Énergie et des Mines", None),
        (
            "Le ministre des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger",
            "ministère des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger",
            "Maroc",
        ),
        (
            "Le ministre de l'agriculture, de l'élevage et de la pêche",
            "ministère de l'agriculture, de l'élevage et de la pêche",
            None,
        ),
        (
            "La ministre de l'Europe et des Affaires étrangères",
            "ministère de l'Europe et des Affaires étrangères",
            None,
        ),
        ("Le ministre des Affaires Étrangères du Rwanda", "ministère des Affaires Étrangères", "Rwanda"),
        (
            "Le ministre de la Justice et Garde des Sceaux de la République islamique de Mauritanie",
            "ministère de la Justice",
            "Mauritanie",
        ),
        ("Le ministre délégué au Commerce extérieur", "ministère du Commerce extérieur", None),
        ("La ministre déléguée chargée de l'Environnement", "ministère de l'Environnement", None),
        ("Le ministre en charge du Numérique", "ministère du Numérique", None),
        ("Le ministre de la Défense, chargé des Relations avec le Parlement", "ministère de la Défense", None),
        (
            "Le ministre délégué auprès du ministre de l'Économie, chargé du Budget",
            "ministère du Budget",
            None,
        ),
        ("Le secrétaire d'État aux Migrations", "Migrations", None),
        (
            "Le ministre de l'Aménagement du territoire national",
            "ministère de l'Aménagement du territoire national",
            None,
        ),
    ],
)
def test_a_ministers_fields_name_the_ministry(title: str, ministry: str, country: str | None) -> None:
    held = offices(f"{title}, M. Habib Salou, est à Séoul.")
    assert [(h, a, c) for h, _, a, c in held if a][:1] == [("Habib Salou", ministry, country)]


def test_fields_end_before_a_name_without_a_comma() -> None:
    text = (
        "Le ministre polonais de l'Agriculture Jan Wrona et le ministre libyen du Commerce Mohamed Al Hwej ont signé."
    )
    assert [(h, a) for h, _, a, _ in offices(text)] == [
        ("Jan Wrona", "ministère de l'Agriculture"),
        ("Mohamed Al Hwej", "ministère du Commerce"),
    ]
