"""Who speaks where: a named person in a named outlet or setting, with its day and what is announced."""

from __future__ import annotations

import pytest
from graph.reading.saying import names, reading_of

from dragoman.graph.records import Announcement


def announced(text: str) -> list[tuple[str, str, str | None]]:
    reading = reading_of(text)
    return [
        (names(reading, r.speaker[0])[0], names(reading, (*r.outlet, *r.place)[0])[0], r.date)
        for r in reading.records
        if isinstance(r, Announcement)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Interrogé lundi par la chaîne Al Jazeera, le ministre omanais Salem Al Harthy a affirmé que la route était ouverte.",
            ("Salem Al Harthy", "Al Jazeera", "2024-05-13"),
        ),
        (
            "La route est longue, confiait en décembre au quotidien Il Sole le ministre italien de l’Énergie, Paolo Gherardi.",
            ("Paolo Gherardi", "Il Sole", "2023-12"),
        ),
        (
            "Mardi, lors d’un point de presse, M. Salem Al Harthy a évoqué une route.",
            ("Salem Al Harthy", "point de presse", "2024-05-14"),
        ),
        (
            "M. Rustam Aliev a plaidé, à l’ouverture du Forum économique de Tachkent, pour une route.",
            ("Rustam Aliev", "Forum économique de Tachkent", None),
        ),
    ],
)
def test_somebody_speaks_in_a_named_outlet_or_setting(sentence: str, expected: tuple[str, str, str | None]) -> None:
    assert announced(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Salem Al Harthy a déclaré à la presse que la route était ouverte.",
        "M. Salem Al Harthy, cité par l’agence Anadolu, a indiqué que la route était ouverte.",
        "Le ministère omanais a indiqué dans un communiqué que la route était ouverte.",
        "M. Salem Al Harthy n’a rien déclaré à la chaîne Al Jazeera.",
    ],
)
def test_other_words_are_no_announcement(sentence: str) -> None:
    assert announced(sentence) == []


def test_a_day_that_is_spoken_of_is_not_the_day_of_speaking() -> None:
    text = "Lors d’un point de presse, M. Salem Al Harthy a rappelé que la route était fermée depuis le 3 mars 2021."
    assert announced(text) == [("Salem Al Harthy", "point de presse", None)]


def test_it_announces_what_its_speaker_states() -> None:
    text = (
        "Interrogé par la chaîne Al Jazeera, le ministre omanais Salem Al Harthy a affirmé que le Kenya avait proposé à Oman "
        "la vente de douze avions."
    )
    reading = reading_of(text)
    (found,) = [r for r in reading.records if isinstance(r, Announcement)]
    assert found.announces == tuple(r.key for r in reading.records if r.kind == "Deal")


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        (
            "Invité du journal télévisé de la RTNC, le ministre congolais Jean Mbala a révélé que la route était ouverte.",
            "RTNC",
        ),
        ("La route est ouverte, a tempéré sur les ondes de la RFM le ministre sénégalais Moussa Gaye.", "RFM"),
        ("Lundi, au micro de Canal Sept, M. Moussa Gaye a dit espérer une route.", "Canal Sept"),
        (
            "« La route est ouverte », a déclaré M. Moussa Gaye dans une interview parue samedi dans L’Écho de Dakar.",
            "L’Écho de Dakar",
        ),
    ],
)
def test_a_medium_need_not_be_known(sentence: str, outlet: str) -> None:
    assert [found[1] for found in announced(sentence)] == [outlet]
