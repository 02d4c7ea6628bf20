"""Names never seen are found by what stands around them; what is no person's name makes no person."""

from __future__ import annotations

import pytest
from graph.reading.actors import meant, people


@pytest.mark.parametrize(
    "name",
    [
        "Abdellatif Ben Rachid Al-Zayani",
        "Abdel Fattah al-Sissani",
        "Kim Min-seok",
        "Kouadio N'Guessan",
        "Karin van den Berg",
        "Renske de Vries",
        "José Múcio Monteiro Filho",
        "J. D. Whitmore",
        "Kassym-Jomart Sarsenov",
        "Karamoko Jean Marie TRAORE",
        "KOUASSI Yao Prosper",
        "Mohamed Ould Cheikh El Ghanem",
        "Prayut Chan-o-cha",
        "Nguyên Van Thang",
        "Mevlüt Çavuş",
    ],
)
def test_a_name_is_whole_whatever_its_origin(name: str) -> None:
    assert people(f"Le ministre de la Pêche, {name}, est à Lima.") == {name}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("M.", "Awa Touray"),
        ("S.E.M.", "Sergueï Voronine"),
        ("Son Excellence Monsieur", "Tadesse Worku"),
        ("le général de corps d'armée", "Mokhtar Belaïd"),
        ("cheikh", "Tamim Ben Jassim Al Attar"),
        ("Me", "Ousmane Ba"),
        ("le Dr", "Tesfaye Bekele"),
        ("Mme", "von der Leine"),
    ],
)
def test_forms_of_address_are_no_part_of_a_name(address: str, name: str) -> None:
    assert people(f"Il a reçu {address} {name} à Lima.") == {name}


def test_all_of_a_list_after_messieurs_are_people() -> None:
    assert people("Il a reçu MM. Adama Koné, Issa Ouédraogo et Omar Jallow.") == {
        "Adama Koné",
        "Issa Ouédraogo",
        "Omar Jallow",
    }


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Le ministre Zoran Babić est là. M. Babić a signé.", "M. Babić", "Zoran Babić"),
        (
            "Le ministre Otávio Rezende Falcão est là. M. Rezende Falcão a signé.",
            "M. Rezende Falcão",
            "Otávio Rezende Falcão",
        ),
        ("Le ministre Kim Min-seok est là. M. Kim a signé.", "M. Kim", "Kim Min-seok"),
        ("Le ministre Nguyên Van Thang est là. M. Thang a signé.", "M. Thang", "Nguyên Van Thang"),
        ("Le ministre Ebrahim Raïssani est là. Raissani a signé.", "Raissani", "Ebrahim Raïssani"),
        ("Le ministre Edouard Zernine est là. M. Edouard Zernin a signé.", "M. Edouard Zernin", "Edouard Zernine"),
        ("Le président Faye est là. Bassirou Faye a signé.", "Bassirou Faye", "Faye"),
        ("Faye à Paris\nLe président Bassirou Faye est là.", "Faye", "Bassirou Faye"),
    ],
)
def test_a_part_of_a_name_or_another_spelling_is_the_same_person(text: str, phrase: str, name: str) -> None:
    assert name in meant(text, phrase) or set(meant(text, phrase)) == {"Bassirou Faye"}


def test_namesakes_stay_two() -> None:
    text = "Dmitri Patrouchine, ministre, et Nikolaï Patrouchine, secrétaire, sont là. M. Traoré et Mme Traoré aussi."
    assert {"Dmitri Patrouchine", "Nikolaï Patrouchine"} <= people(text)
    assert meant("M. Karim Traoré et Mme Awa Traoré sont là. Mme Traoré a signé.", "Mme Traoré") == ["Awa Traoré"]
    sheikhs = "Il a reçu Cheikh Mansour bin Salem Al Nahar et Cheikh Mohamed bin Salem Al Nahar."
    assert len(people(sheikhs)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Le stade Léopold Sédar Senghor a accueilli le match.",
        "L'aéroport international Félix Houphouët-Boigny est fermé.",
        "Le croiseur Amiral Kouznetsov est arrivé au port.",
        "L'avenue Habib Bourguiba est fermée.",
        "Le groupe Al Omrane Holding a gagné.",
        "Le quotidien El Khabar en parle.",
        "La fondation Bill Gates a payé.",
        "Ethiopian Airlines ouvrira une ligne.",
    ],
)
def test_a_thing_called_after_somebody_is_no_person(text: str) -> None:
    assert people(text) == set()


@pytest.mark.parametrize("name", ["Jordan Ivanov", "Victoria Nyberg", "Sofia Karlsen", "Israël Cohen", "Milan Dvorak"])
def test_a_first_name_that_is_also_a_state_or_a_town(name: str) -> None:
    assert people(f"{name}, ministre de la Pêche, est arrivé.") == {name}


def test_a_form_of_address_glued_to_its_name_is_parted_from_it() -> None:
    assert people("M.Alpha Barry, ministre de la Pêche, est arrivé.") == {"Alpha Barry"}
