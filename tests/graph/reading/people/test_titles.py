"""A title of office is read with its complement and given to whoever stands beside it."""

from __future__ import annotations

import pytest
from graph.reading.actors import offices

FOREIGN = "ministère des Affaires étrangères"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Le ministre sénégalais des Affaires étrangères, Ousmane Diatta, est à Banjul.",
            ("Ousmane Diatta", "ministre", FOREIGN, "Sénégal"),
        ),
        (
            "Tomás Echeverría, vice-ministre chilien des Mines, est à Lima.",
            ("Tomás Echeverría", "vice-ministre", "ministère des Mines", "Chili"),
        ),
        (
            "Nils Berg, le secrétaire général du conseil de défense norvégien, est arrivé.",
            ("Nils Berg", "secrétaire général", "Conseil de défense norvégien", "Norvège"),
        ),
        ("Le Premier ministre Andrej Hribar est arrivé.", ("Andrej Hribar", "Premier ministre", None, None)),
        ("Le président Kouassi a signé.", ("Kouassi", "président", None, None)),
        ("Luis Quiroga, alors président du Pérou, a signé.", ("Luis Quiroga", "président", None, "Pérou")),
        ("Karim Benali (ministre du Travail) a signé.", ("Karim Benali", "ministre", "ministère du Travail", None)),
        (
            "Li Fen, la Première ministre, ira à Minsk.",
            ("Li Fen", "Première ministre", None, None),
        ),
        (
            "Ministre de l'Agriculture depuis 2021, Hamza Bouazizi a défendu l'accord.",
            ("Hamza Bouazizi", "Ministre", "ministère de l'Agriculture", None),
        ),
        (
            "Le ministre estonien de la Défense, le général de division Jaan Kask, est à Oslo.",
            ("Jaan Kask", "ministre", "ministère de la Défense", "Estonie"),
        ),
        (
            "Le chef d'état-major ougandais, le général d'armée, Moses Kato, a été reçu.",
            ("Moses Kato", "chef d'état-major", None, "Ouganda"),
        ),
        (
            "Le roi Harald de Norvège a reçu les ambassadeurs.",
            ("Harald", "roi", None, "Norvège"),
        ),
        (
            "L'ambassadeur d'Espagne au Mali, Iker Zabala, a signé.",
            ("Iker Zabala", "ambassadeur", None, "Espagne"),
        ),
        (
            "L'envoyé spécial du président chinois pour l'Afrique, Liu Wenbin, est à Dakar.",
            ("Liu Wenbin", "envoyé spécial", None, "Chine"),
        ),
        (
            "La représentante de la Banque mondiale au Tchad, Mariam Diop, a signé.",
            ("Mariam Diop", "représentante", "Banque mondiale", None),
        ),
        (
            "Le Premier ministre (PM) letton, Juris Ozols, a signé.",
            ("Juris Ozols", "Premier ministre", None, "Lettonie"),
        ),
        (
            "Le ministre malgache de la Pêche par intérim, Hery Rakoto, a signé.",
            ("Hery Rakoto", "ministre", "ministère de la Pêche", "Madagascar"),
        ),
        (
            "Le chef du Kremlin, Igor Roudenko, a signé.",
            ("Igor Roudenko", "chef", None, "Russie"),
        ),
    ],
)
def test_one_title_beside_one_name(text: str, office: tuple[str, str, str | None, str | None]) -> None:
    assert offices(text) == [office]


@pytest.mark.parametrize(
    ("title", "former"), [("L'ancien ministre", "ancien ministre"), ("L'ex-ministre", "ex-ministre")]
)
def test_a_former_office_keeps_the_word_that_says_so(title: str, former: str) -> None:
    assert offices(f"{title} français de l'Économie, Étienne Vauclair, préside la délégation.") == [
        ("Étienne Vauclair", former, "ministère de l'Économie", "France")
    ]


def test_the_head_of_a_countrys_diplomacy_heads_its_foreign_ministry() -> None:
    assert offices("Le chef de la diplomatie turque, Hakan Demir, est à Rome.") == [
        ("Hakan Demir", "chef de la diplomatie", FOREIGN, "Turquie")
    ]


def test_two_titles_of_one_person() -> None:
    text = "Idriss Saleh, ministre tchadien de l'Eau et porte-parole du gouvernement, a signé."
    assert [(o[0], o[1]) for o in offices(text)] == [
        ("Idriss Saleh", "ministre"),
        ("Idriss Saleh", "porte-parole"),
    ]
    text = "Le Président du Faso, Chef de l'Etat, le Capitaine Ibrahima Sawadogo, a signé."
    assert {o[0] for o in offices(text)} == {"Ibrahima Sawadogo"}


def test_in_a_list_each_title_goes_to_its_own_name() -> None:
    text = (
        "Étaient là le ministre de l'Intérieur, Abdou Diallo, le ministre de la Justice, Me Ousmane Ba, et Mariem Ely, "
        "gouverneure de la Banque centrale."
    )
    assert [(o[0], o[1]) for o in offices(text)] == [
        ("Abdou Diallo", "ministre"),
        ("Ousmane Ba", "ministre"),
        ("Mariem Ely", "gouverneure"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Reçu par le ministre turc de l'Énergie, Karim Zeroual a signé.",
        "Selon Karim Zeroual, le ministre français de l'Énergie a signé.",
        "Karim Zeroual a reçu un ministre.",
        "Le diplomate Karim Zeroual a parlé.",
        "Karim Zeroual voudrait rencontrer les responsables de l'usine.",
        "L'hôte de la présidente du Sénat, Karim Zeroual, a signé.",
    ],
)
def test_a_name_beside_somebody_elses_title_holds_none(text: str) -> None:
    assert offices(text) == []


def test_the_title_of_whom_one_works_for_is_not_ones_own() -> None:
    text = "Le conseiller du président Otar Kipiani, Levan Beridze, est à Bakou."
    assert [(o[0], o[1]) for o in offices(text)] == [("Levan Beridze", "conseiller"), ("Otar Kipiani", "président")]


def test_a_regional_council_has_a_president_who_heads_no_government() -> None:
    assert offices("Lahcen Amrani, président du conseil régional, a signé.")[0][1] == "président"
    assert offices("Le président du Conseil italien, Paolo Rinaldi, a signé.")[0][1] == "président du Conseil"


def test_a_sentence_in_capitals_names_nobody_by_its_capitals() -> None:
    text = "LE PRÉSIDENT SÉNÉGALAIS REÇOIT L'AMBASSADEUR DE CHINE\nLe président sénégalais Bassirou Ndiaye l'a reçu."
    assert [o[0] for o in offices(text)] == ["Bassirou Ndiaye"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "L'Union des exportateurs, que préside Edouard Zerinov, a signé.",
            ("Edouard Zerinov", "président", "Union des exportateurs", None),
        ),
        (
            "La Fédération des minotiers, dont le président est Omar Yacoubi, a signé.",
            ("Omar Yacoubi", "président", "Fédération des minotiers", None),
        ),
        (
            "Ana Kostova, qui préside la Chambre de commerce portugaise, a signé.",
            ("Ana Kostova", "président", "Chambre de commerce portugaise", "Portugal"),
        ),
        (
            "Le roi a nommé Wanjiru Kamau ministre de la Santé.",
            ("Wanjiru Kamau", "ministre", "ministère de la Santé", None),
        ),
        (
            "Moses Kato a été nommé ambassadeur de l'Ouganda à Nairobi.",
            ("Moses Kato", "ambassadeur", None, "Ouganda"),
        ),
    ],
)
def test_an_office_told_by_a_verb(text: str, office: tuple[str, str, str | None, str | None]) -> None:
    assert offices(text) == [office]


@pytest.mark.parametrize(
    "text",
    [
        "La commission mixte, présidée par Omar Jallow, s'est réunie.",
        "La délégation était présidée par Omar Jallow.",
        "L'hôte du Kremlin, Igor Roudenko, a signé.",
    ],
)
def test_who_presides_for_a_day_or_bears_a_by_name_holds_no_office(text: str) -> None:
    assert offices(text) == []
