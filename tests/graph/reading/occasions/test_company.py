"""Companions are visitors, and whoever is in the room is a participant."""

from __future__ import annotations

import pytest
from graph.reading.happenings import meetings, visits, who

VISITOR = "Le président gabonais Paul Ondo"


@pytest.mark.parametrize(
    "text",
    [
        f"{VISITOR}, accompagné du ministre gabonais de l’Énergie, Jean Mba, s’est rendu à Oslo.",
        f"{VISITOR} s’est rendu à Oslo, accompagné de son épouse et du ministre gabonais de l’Énergie, Jean Mba.",
        f"{VISITOR} s’est rendu à Oslo avec le ministre gabonais de l’Énergie, Jean Mba.",
        f"{VISITOR} s’est rendu à Oslo à la tête d’une délégation comprenant le ministre gabonais de l’Énergie, Jean Mba.",
        f"{VISITOR} s’est rendu à Oslo. M. Ondo était accompagné du ministre gabonais de l’Énergie, Jean Mba.",
        f"{VISITOR}, que suivait le ministre gabonais de l’Énergie, Jean Mba, s’est rendu à Oslo.",
        f"{VISITOR} s’est rendu à Oslo. Le ministre gabonais de l’Énergie, Jean Mba, faisait partie de sa suite.",
    ],
)
def test_companions_travel_along(text: str) -> None:
    (visit,) = visits(text)
    assert visit.who == who("Paul Ondo", "Jean Mba")


@pytest.mark.parametrize(
    "text",
    [
        "Le roi Felipe VI a reçu le président gabonais Paul Ondo en présence du ministre gabonais de l’Énergie, Jean Mba.",
        "Le roi Felipe VI a reçu le président gabonais Paul Ondo. L’audience s’est déroulée en présence du ministre gabonais de l’Énergie, Jean Mba.",
        "Le roi Felipe VI a reçu le président gabonais Paul Ondo. Assistait à l’audience le ministre gabonais de l’Énergie, Jean Mba.",
        "Le roi Felipe VI a reçu le président gabonais Paul Ondo. Y a pris part, côté gabonais, le ministre de l’Énergie, Jean Mba.",
        "Le roi Felipe VI a reçu le président gabonais Paul Ondo, entouré du ministre gabonais de l’Énergie, Jean Mba.",
    ],
)
def test_those_in_the_room_take_part(text: str) -> None:
    (meeting,) = meetings(text)
    assert meeting.who == who("Felipe VI", "Paul Ondo", "Jean Mba")


def test_whoever_attends_something_else_does_not_take_part() -> None:
    text = "Le roi Felipe VI a reçu le président gabonais Paul Ondo. Le ministre gabonais de l’Énergie, Jean Mba, a assisté à la cérémonie de signature."
    (meeting,) = meetings(text)
    assert meeting.who == who("Felipe VI", "Paul Ondo")
