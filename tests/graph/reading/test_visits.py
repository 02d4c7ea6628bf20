"""A visit is somebody's travelling to another country, in whatever words it is told."""

from __future__ import annotations

import pytest
from graph.reading.happenings import reading_of, visits, who

PRESIDENT = "Le président sénégalais Ousmane Diallo"
MINISTER = "Le ministre grec de la Défense, Nikos Pavlou,"


@pytest.mark.parametrize(
    "text",
    [
        f"{MINISTER} s’est rendu à Amman.",
        f"{MINISTER} a effectué une visite de travail à Amman.",
        f"{MINISTER} a fait escale à Amman.",
        f"{MINISTER} est arrivé à Amman.",
        f"{MINISTER} s’est envolé pour Amman.",
        f"{MINISTER} a quitté Athènes pour Amman.",
        f"{MINISTER} a gagné Amman.",
        f"{MINISTER} est en visite à Amman.",
        f"{MINISTER} en déplacement à Amman, a signé un accord.",
        f"{MINISTER} a pris la direction d’Amman.",
        "En visite officielle à Amman, le ministre grec de la Défense, Nikos Pavlou, a signé un accord.",
        "De retour d’Amman, le ministre grec de la Défense, Nikos Pavlou, a signé un accord.",
        "Arrivé à Amman, le ministre grec de la Défense, Nikos Pavlou, a signé un accord.",
        "Lors de sa visite à Amman, le ministre grec de la Défense, Nikos Pavlou, a signé un accord.",
        "Au terme d’un séjour à Amman, le ministre grec de la Défense, Nikos Pavlou, a signé un accord.",
        "La visite à Amman du ministre grec de la Défense, Nikos Pavlou, a duré une semaine.",
        "Le déplacement du ministre grec de la Défense, Nikos Pavlou, à Amman a duré une semaine.",
        "Une délégation conduite par le ministre grec de la Défense, Nikos Pavlou, s’est rendue à Amman.",
    ],
)
def test_a_visit_is_read_in_any_phrasing(text: str) -> None:
    (visit,) = visits(text)
    assert (visit.who, visit.to, visit.place) == (who("Nikos Pavlou"), who("Jordanie"), "Amman")


@pytest.mark.parametrize(
    "text",
    [
        f"{PRESIDENT} n’effectuera pas de visite au Mali.",
        f"{PRESIDENT} a invité le président malien Moussa Traoré à se rendre au Sénégal.",
        f"{PRESIDENT} a renoncé à se rendre au Mali.",
        f"{PRESIDENT} souhaite se rendre au Mali.",
        f"{PRESIDENT} a démenti toute visite au Mali.",
        f"{PRESIDENT} participe à une conférence à Bamako.",
        f"{PRESIDENT} est arrivé à Dakar.",
        "Aucune visite du président sénégalais Ousmane Diallo au Mali n’est prévue.",
    ],
)
def test_what_is_denied_wished_for_or_no_travelling_abroad_is_no_visit(text: str) -> None:
    assert visits(text) == []


def test_whoever_is_at_home_there_is_no_visitor_and_the_reason_is_told() -> None:
    rejected = reading_of(f"{PRESIDENT} est arrivé à Dakar.").rejected
    assert any(r.kind == "Visit" and "at home" in r.reason for r in rejected)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"{PRESIDENT} est arrivé mardi à Bamako.", "2024-05-14"),
        (f"{PRESIDENT} est arrivé mardi à Bamako pour une visite de trois jours.", "2024-05-14/2024-05-16"),
        (f"{PRESIDENT} achève ce jeudi une visite de deux jours au Mali.", "2024-05-15/2024-05-16"),
        (f"{PRESIDENT} effectuera une visite de trois jours à compter de lundi au Mali.", "2024-05-20/2024-05-22"),
        (f"{PRESIDENT} effectuera les 4 et 5 juin une visite au Mali.", "2024-06-04/2024-06-05"),
        ("La visite du président sénégalais Ousmane Diallo au Mali aura lieu le 3 juin.", "2024-06-03"),
        (f"{PRESIDENT} est arrivé lundi à Bamako. M. Diallo est reparti mercredi.", "2024-05-13/2024-05-15"),
    ],
)
def test_the_days_of_a_visit_come_from_its_first_or_last_day_and_its_length(text: str, when: str) -> None:
    (visit,) = visits(text)
    assert visit.when == when


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        (f"{PRESIDENT} se rendra au Mali en juin.", "Planned", "2024-06"),
        (f"{PRESIDENT} est attendu samedi à Bamako.", "Planned", "2024-05-18"),
        (f"{PRESIDENT} a reporté sa visite au Mali.", "Postponed", None),
        (f"{PRESIDENT} a annulé son déplacement à Bamako prévu en juin.", "Cancelled", "2024-06"),
        (
            "La visite au Mali du président sénégalais Ousmane Diallo, prévue en juin, a été annulée.",
            "Cancelled",
            "2024-06",
        ),
        (
            "Le déplacement à Bamako du président sénégalais Ousmane Diallo, initialement prévu le 10 mai, se tiendra le 24 mai.",
            "Planned",
            "2024-05-24",
        ),
        (
            "Le président sénégalais Ousmane Diallo s’est rendu à Bamako mardi. Cette visite avait été reportée en mars.",
            None,
            "2024-05-14",
        ),
    ],
)
def test_a_visit_stands_as_the_last_word_has_it(text: str, status: str | None, when: str | None) -> None:
    (visit,) = visits(text)
    assert (visit.status, visit.when) == (status, when)


def test_a_tour_is_one_visit_with_several_destinations() -> None:
    text = (
        "Le Premier ministre grec Nikos Pavlou a entamé mercredi une tournée qui le mènera à Amman, à Bagdad et à Doha."
    )
    (visit,) = visits(text)
    assert visit.to == who("Jordanie", "Irak", "Qatar")
    assert visit.when == "2024-05-15"


def test_a_stop_on_the_way_is_a_visit_of_its_own() -> None:
    found = visits(f"{PRESIDENT} fera escale à Doha vendredi avant de gagner Oslo.")
    assert [(v.place, v.when) for v in found] == [("Doha", "2024-05-17"), ("Oslo", None)]


def test_the_same_visit_told_twice_is_one() -> None:
    text = f"{PRESIDENT} est arrivé mardi à Bamako. La visite de M. Diallo au Mali est la première depuis 2018."
    (visit,) = visits(text)
    assert visit.when == "2024-05-14"


def test_visits_on_different_days_stay_apart() -> None:
    text = f"{PRESIDENT} s’est rendu à Bamako le 3 mars. {PRESIDENT} se rendra à Bamako le 4 juin."
    assert [v.when for v in visits(text)] == ["2024-03-03", "2024-06-04"]


def test_an_earlier_visit_of_the_same_kind_is_another_record() -> None:
    text = "La visite du président sénégalais Ousmane Diallo à Bamako, en mai 2022, la deuxième après celle de février 2019, a porté ses fruits."
    assert sorted(str(v.when) for v in visits(text)) == ["2019-02", "2022-05"]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre kényan Peter Oloo a reçu mardi à Nairobi le ministre tchèque Jan Novák, venu pour quarante-huit heures.",
        "Le ministre kényan Peter Oloo a reçu mercredi à Nairobi le ministre tchèque Jan Novák. "
        "Arrivé mardi pour une visite de deux jours, M. Novák a signé un accord.",
    ],
)
def test_a_visitor_has_come_to_the_town_told_before(text: str) -> None:
    (visit,) = visits(text)
    assert (visit.who, visit.place, visit.when) == (who("Jan Novák"), "Nairobi", "2024-05-14/2024-05-15")


def test_the_day_of_arrival_has_passed_whatever_is_still_to_come() -> None:
    first, second = visits("M. Oumar Ba, arrivé mardi à Lomé, doit gagner vendredi Accra.")
    assert [(v.when, v.status) for v in (first, second)] == [("2024-05-14", None), ("2024-05-17", "Planned")]
