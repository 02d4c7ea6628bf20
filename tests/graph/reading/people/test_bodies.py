"""The institution of an office is what stands after « de »: a known one, a new name, or one named before."""

from __future__ import annotations

import pytest
from graph.reading.actors import offices


@pytest.mark.parametrize(
    ("text", "agency", "country"),
    [
        ("Le directeur de la police turque, Mehmet Aksoy, a signé.", "Police turque", "Turquie"),
        ("Le PDG de Sonagaz, Karim Zeroual, a signé.", "Sonagaz", None),
        ("Le PDG de la société pétrolière Agrivex, Paulo Teixeira, a signé.", "Agrivex", None),
        (
            "Le directeur général de l'équipementier letton Volta Wire, Juris Ozols, a signé.",
            "Volta Wire",
            "Lettonie",
        ),
        ("La patronne de l'OMC, Ngozi Adeyemi, a signé.", "Organisation mondiale du commerce", None),
        (
            "Le secrétaire général du Parti communiste du Vietnam Tran Dinh Lam a signé.",
            "Parti communiste du Vietnam",
            "Viêt Nam",
        ),
        ("Le président du groupe d'amitié, Driss Amrani, a signé.", "Groupe d'amitié", None),
        ("Le porte-parole du Kremlin, Igor Roudenko, a signé.", "Kremlin", "Russie"),
        ("Le secrétaire général de la présidence, Moctar Sy, a signé.", "Présidence", None),
        ("Le président de la Chambre des députés, Luis Quiroga, a signé.", "Chambre des députés", None),
        (
            "Le conseiller spécial de l'ANE (Agence nigérienne de l'eau), le Dr Ali Zakari, a signé.",
            "ANE",
            "Niger",
        ),
        ("La directrice générale du Port autonome de Lomé, Awa Sarr, a signé.", "Port autonome de Lomé", "Togo"),
    ],
)
def test_what_stands_after_the_title(text: str, agency: str, country: str | None) -> None:
    assert [(a, c) for _, _, a, c in offices(text)] == [(agency, country)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "L'Office des grains (OG) a signé avec Volta. Le directeur de l'Office, Hamid Alaoui, est satisfait.",
            "Office des grains",
        ),
        (
            "La commission a siégé à l'Agence nationale de l'eau (ANE) avec la présidente de cette dernière, Ana Kostova.",
            "Agence nationale de l'eau",
        ),
        (
            "Le groupe chinois Haito a gagné. Le patron du groupe, Liu Wenbin, est satisfait.",
            "Haito",
        ),
        (
            "Le Conseil du cacao livrera dix mille tonnes, a fait savoir son directeur général, Tano Firmin.",
            "Conseil du cacao",
        ),
        (
            "Aux termes d'un contrat signé par son PDG, Kiran Vaidya, le groupe indien Surya livrera des pompes.",
            "Surya",
        ),
    ],
)
def test_an_institution_named_elsewhere(text: str, agency: str) -> None:
    assert agency in [a for _, _, a, _ in offices(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur de campagne, Karim Zeroual, a signé.",
        "Le maire de Sfax, Anis Ben Salem, a signé.",
        "Le directeur des affaires politiques, Karim Zeroual, a signé.",
    ],
)
def test_a_plain_noun_or_a_town_is_no_institution(text: str) -> None:
    assert [a for _, _, a, _ in offices(text)] == [None]
