"""What is said again of a visit or a meeting: its new date, its last day, « alors »."""

from __future__ import annotations

import pytest
from graph.reading.happenings import meetings, visits


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre cubain Luis Prieto, qui devait se rendre au Kenya le 25 mai, a reporté sa visite à novembre.",
        "Le ministre cubain Luis Prieto a repoussé à novembre son déplacement au Kenya, prévu le 25 mai.",
        "Le ministre cubain Luis Prieto, attendu mardi au Kenya, n’est pas venu. Sa visite est remise à novembre.",
    ],
)
def test_a_visit_put_off_has_its_new_date(text: str) -> None:
    (visit,) = visits(text)
    assert (visit.when, visit.status) == ("2024-11", "Postponed")


def test_the_day_of_leaving_is_the_last_of_the_visit() -> None:
    visit, _ = visits("Le ministre cubain Luis Prieto, arrivé mardi à Quito, quittera vendredi l’Équateur pour Lima.")
    assert (visit.when, visit.status) == ("2024-05-14/2024-05-17", None)


def test_the_day_of_leaving_another_country_is_not() -> None:
    first, _ = visits("Le ministre cubain Luis Prieto, arrivé mardi à Quito, quittera vendredi le Chili pour Lima.")
    assert first.when == "2024-05-14"


def test_then_is_when_the_visit_told_before_was() -> None:
    text = "Le roi du Bhoutan Dorji Wang s’était rendu à Oslo en mars 2022. Il avait alors été reçu par le ministre norvégien Per Lie."
    (meeting,) = meetings(text)
    assert meeting.when == "2022-03"
