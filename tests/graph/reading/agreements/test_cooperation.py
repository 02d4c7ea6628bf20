"""Fields in which two parties cooperate, one by one; what an instrument or talks are about is none of them."""

from __future__ import annotations

import pytest
from graph.reading.saying import names, reading_of

from dragoman.graph.records import Cooperation


def fields(text: str) -> list[tuple[set[str], set[str]]]:
    reading = reading_of(text)
    return [
        ({names(reading, p)[0] for p in r.party}, {names(reading, t)[0] for t in r.topic})
        for r in reading.records
        if isinstance(r, Cooperation)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le Ghana et le Togo entendent renforcer leur coopération dans les domaines de la santé et de l’eau.",
        "Le Ghana et le Togo sont convenus de développer leur partenariat en matière de santé et d’eau.",
        "La coopération entre le Ghana et le Togo couvre la santé et l’eau.",
        "Outre la santé, la coopération entre le Ghana et le Togo comprend l’eau.",
        "Le Ghana et le Togo veulent étendre leur coopération à la santé et à l’eau.",
        "Le Ghana et le Togo disent vouloir élargir leur coopération, notamment dans la santé et l’eau.",
        "Le Ghana et le Togo veulent approfondir leurs relations dans les secteurs de la santé et de l’eau.",
        "Santé, eau : tels sont les secteurs de la coopération entre le Ghana et le Togo.",
        "Il a rappelé les domaines où le Ghana et le Togo travaillent de concert : santé, eau.",
        "Il a cité la santé et l’eau parmi les domaines dans lesquels le Ghana et le Togo veulent approfondir leur coopération.",
    ],
)
def test_fields_are_read_before_and_after_what_leads_to_them(text: str) -> None:
    found = fields(text)
    assert [parties for parties, _ in found] == [{"Ghana", "Togo"}]
    assert {t.lower() for _, topics in found for t in topics} == {"santé", "eau"}


@pytest.mark.parametrize(
    "text",
    [
        "Le Ghana et le Togo ont signé un accord de coopération dans les domaines de la santé et de l’eau.",
        "Les entretiens entre les deux délégations ont porté sur la coopération dans les domaines de la santé et de l’eau. Le Ghana et le Togo.",
        "Le Ghana et le Togo veulent renforcer leur coopération.",
        "Le Ghana veut miser sur la santé et l’eau.",
    ],
)
def test_what_an_instrument_or_talks_are_about_is_no_field(text: str) -> None:
    assert fields(text) == []


def test_two_tellings_of_one_relation_are_one_record() -> None:
    found = fields(
        "Le Ghana et le Togo veulent renforcer leur coopération dans les domaines de la santé et de l’eau. "
        "La coopération entre le Ghana et le Togo couvre l’eau et les mines."
    )
    assert found == [({"Ghana", "Togo"}, {"santé", "eau", "mines"})]
