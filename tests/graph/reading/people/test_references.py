"""Descriptions and pronouns stand for whom they mean, or for nobody: never for a wrong person."""

from __future__ import annotations

import pytest
from graph.reading.actors import meant, offices

TALKS = (
    "Le ministre letton de l'Économie, Juris Ozols, a reçu la ministre ouzbèke du Commerce, Nigora Karimova, à Riga. "
)


@pytest.mark.parametrize(
    ("sentence", "phrase", "people"),
    [
        ("Le ministre letton a signé.", "Le ministre letton", ["Juris Ozols"]),
        ("La ministre ouzbèke a signé.", "La ministre ouzbèke", ["Nigora Karimova"]),
        ("La responsable ouzbèke a signé.", "La responsable ouzbèke", ["Nigora Karimova"]),
        ("Le ministre de l'Économie a signé.", "Le ministre de l'Économie", ["Juris Ozols"]),
        ("Les deux ministres ont signé.", "Les deux ministres", ["Juris Ozols", "Nigora Karimova"]),
        ("Les deux responsables ont signé.", "Les deux responsables", ["Juris Ozols", "Nigora Karimova"]),
        ("Ils ont signé.", "Ils", ["Juris Ozols", "Nigora Karimova"]),
        ("Il a signé.", "Il", ["Juris Ozols"]),
        ("Elle a signé.", "Elle", ["Nigora Karimova"]),
        ("Cette dernière a signé.", "Cette dernière", ["Nigora Karimova"]),
        ("Celle-ci a signé.", "Celle-ci", ["Nigora Karimova"]),
        ("M. Ozols a remercié son hôte.", "son hôte", ["Nigora Karimova"]),
        ("L'ambassadeur a signé.", "L'ambassadeur", []),
        ("Le ministre estonien a signé.", "Le ministre estonien", []),
        ("L'émissaire européen a signé.", "L'émissaire européen", []),
    ],
)
def test_who_is_meant_after_two_were_named(sentence: str, phrase: str, people: list[str]) -> None:
    assert meant(TALKS + sentence, phrase) == people


@pytest.mark.parametrize(
    ("text", "phrase", "people"),
    [
        ("La visite de Juris Ozols, ministre, est finie. Elle a duré deux jours.", "Elle", []),
        ("Le contrat a été annulé par le ministre Juris Ozols. Il portait sur des pompes.", "Il", []),
        ("Il a plu à Riga. Il a été reçu.", "Il", []),
        (
            "Le président zambien Ken Banda, le président malawite Lazarus Phiri et le président kényan Will Otieno sont là. "
            "Les deux hommes ont parlé.",
            "Les deux hommes",
            [],
        ),
        ("Le ministre Ali Ba a reçu le ministre libyen.", "le ministre libyen", []),
        (
            "Le roi Harald a reçu l'émir du Koweït, cheikh Mechaal Al Sabri. L'émir a remercié le roi.",
            "L'émir",
            ["Mechaal Al Sabri"],
        ),
        (
            "Reçue par le Premier ministre bulgare, Boyko Stefanov, la ministre albanaise, Belinda Hoxha, lui a écrit.",
            "lui",
            ["Boyko Stefanov"],
        ),
        (
            "L'ambassadeur espagnol Iker Zabala est à Nouakchott. L'hôte de la Mauritanie repart jeudi. La Mauritanie y tient.",
            "L'hôte de la Mauritanie",
            ["Iker Zabala"],
        ),
    ],
)
def test_what_is_not_certain_stands_for_nobody(text: str, phrase: str, people: list[str]) -> None:
    assert meant(text, phrase) == people


def test_a_description_may_come_before_the_name_that_opens_the_next_sentence() -> None:
    text = (
        "La visite à Riga du directeur de l'agence norvégienne de l'eau a commencé. Nils Berg a été reçu par le maire."
    )
    assert offices(text) == [("Nils Berg", "directeur", "Agence norvégienne de l'eau", "Norvège")]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Le ministre gabonais des Mines, Vincent Mba, a reçu son homologue péruvienne, Lucía Vega.",
            ("Lucía Vega", "ministre", "ministère des Mines", "Pérou"),
        ),
        (
            "Le président ougandais Joseph Kato a reçu son homologue tanzanienne, Amina Mushi.",
            ("Amina Mushi", "présidente", None, "Tanzanie"),
        ),
        (
            "Otávio Falcão, ministre brésilien des Transports, et sa collègue de l'Agriculture, Lúcia Prates, sont à Accra.",
            ("Lúcia Prates", "ministre", "ministère de l'Agriculture", "Brésil"),
        ),
        (
            "Vincent Mba, ministre gabonais des Mines, est à Accra. Avec son homologue ghanéen, Kwame Boateng, M. Mba a signé.",
            ("Kwame Boateng", "ministre", "ministère des Mines", "Ghana"),
        ),
        (
            "Le président turc, Ali Demir, est à Dakar avec son ministre de la Défense, Cem Kaya.",
            ("Cem Kaya", "ministre", "ministère de la Défense", "Turquie"),
        ),
    ],
)
def test_an_office_said_by_reference_to_somebody_elses(
    text: str, office: tuple[str, str, str | None, str | None]
) -> None:
    assert office in offices(text)


def test_one_office_is_one_tenure_however_often_and_differently_named() -> None:
    text = (
        "Le ministre malien des Affaires étrangères, Adama Koné, est à Alger. Le chef de la diplomatie malienne a été reçu. "
        "Le ministre repart mardi. M. Koné reviendra."
    )
    assert offices(text) == [("Adama Koné", "ministre", "ministère des Affaires étrangères", "Mali")]


def test_a_possessive_tells_whose_it_is_where_that_is_certain() -> None:
    from graph.reading.actors import analysed

    analysis = analysed("Le ministre letton Juris Ozols est à Riga. Sa visite durera deux jours.")
    assert [[d.names[0] for d in owners] for owners in analysis.possessors.values()] == [["Juris Ozols"]]
