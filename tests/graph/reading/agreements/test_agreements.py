"""Agreements: what was concluded, between whom, about what, when and during which visit; and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from graph.reading.saying import names, reading_of

from dragoman.graph.records import Agreement, Reading

PUBLISHED = date(2024, 5, 10)
Told = tuple[set[str], set[str], str | None]


def agreements(text: str) -> list[Told]:
    """Return the agreements of a text: parties, topics and date."""
    reading = reading_of(text, PUBLISHED)
    return [_told(reading, r) for r in reading.records if isinstance(r, Agreement)]


def _told(reading: Reading, record: Agreement) -> Told:
    parties = {names(reading, p)[0] for p in record.party}
    return parties, {names(reading, t)[0] for t in record.topic}, record.date


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya et l’Inde ont signé un accord de pêche.",
        "Un accord de pêche a été signé par le Kenya et l’Inde.",
        "Un accord de pêche a été conclu entre le Kenya et l’Inde.",
        "Le Kenya a paraphé avec l’Inde un accord de pêche.",
        "La visite s’est soldée par la signature d’un accord de pêche entre le Kenya et l’Inde.",
        "La rencontre a donné lieu à la signature, à Nairobi, d’un accord de pêche entre le Kenya et l’Inde.",
        "Ont été signés au terme des travaux entre le Kenya et l’Inde : un accord de pêche.",
        "C’est entre le Kenya et l’Inde qu’a été conclu un accord de pêche.",
        "L’accord de pêche liant le Kenya à l’Inde profite aux deux.",
        "Le Kenya et l’Inde viennent de conclure un accord de pêche.",
        "Le Kenya et l’Inde sont liés par un accord de pêche.",
        "L’accord de pêche entre le Kenya et l’Inde est entré en vigueur.",
        "Le Kenya et l’Inde ont prorogé leur accord de pêche.",
        "Signature d’un accord de pêche entre le Kenya et l’Inde",
    ],
)
def test_an_instrument_is_read_in_every_construction_that_concludes_it(text: str) -> None:
    assert [(parties, topics) for parties, topics, _ in agreements(text)] == [({"Kenya", "Inde"}, {"pêche"})]


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya et l’Inde n’ont signé aucun accord de pêche.",
        "Le Kenya et l’Inde n’ont pas signé l’accord de pêche.",
        "Le Kenya et l’Inde devraient signer un accord de pêche.",
        "Le Kenya et l’Inde signeront un accord de pêche.",
        "Le Kenya et l’Inde espèrent conclure un accord de pêche.",
        "Le Kenya et l’Inde négocient un accord de pêche.",
        "Le Kenya a approuvé un projet d’accord de pêche avec l’Inde.",
        "La signature de l’accord de pêche entre le Kenya et l’Inde est prévue en juin.",
        "Une fois signé, l’accord de pêche entre le Kenya et l’Inde profitera aux deux.",
        "Si l’accord de pêche entre le Kenya et l’Inde est signé, les prix baisseront.",
        "L’accord de pêche entre le Kenya et l’Inde est prêt à être signé.",
        "Le Kenya et l’Inde peinent à conclure un accord de pêche.",
        "Au menu des discussions entre le Kenya et l’Inde figure un accord de pêche.",
        "Nairobi dément avoir signé un accord de pêche avec l’Inde.",
        "Plus de cinquante accords ont été signés entre le Kenya et l’Inde depuis 1990.",
        "La société kényane Pwani et le groupe indien Matsya ont signé un protocole d’accord.",
        "Le Kenya et l’Inde sont d’accord sur la pêche.",
    ],
)
def test_what_is_denied_hoped_for_counted_since_ever_or_a_deal_is_no_agreement(text: str) -> None:
    assert agreements(text) == []


def test_whatever_is_dropped_says_why() -> None:
    reading = reading_of("Le Kenya et l’Inde devraient signer un accord de pêche.")
    assert [r.reason for r in reading.rejected if r.kind == "Agreement"] == ["it is hoped for, planned or put off"]


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("un accord sur la santé, l’eau et le tourisme", {"santé", "eau", "tourisme"}),
        ("des accords dans les domaines de la santé et de l’eau", {"santé", "eau"}),
        ("des accords dans plusieurs secteurs, dont la santé, l’eau et l’hydraulique", {"santé", "eau", "hydraulique"}),
        ("une convention d’extradition", {"extradition"}),
        ("une déclaration de partenariat stratégique renforcé", {"partenariat stratégique renforcé"}),
        ("un traité d’amitié et de bon voisinage", {"amitié et de bon voisinage"}),
        ("un mémorandum d’entente agricole", {"agricole"}),
        (
            "un accord sur la promotion et la protection des investissements",
            {"promotion et la protection des investissements"},
        ),
        ("un accord délimitant leurs zones économiques", {"zones économiques"}),
        ("un accord de prêt destiné à l’extension du port de Lamu", {"extension du port de Lamu"}),
        ("un avenant à l’accord de pêche", {"pêche"}),
        ("un protocole par lequel ils s’engagent sur la certification électronique", {"certification électronique"}),
        ("un accord visant à renforcer la coopération", set()),
        ("un accord de coopération dans divers domaines", set()),
    ],
)
def test_topics_are_the_short_phrases_that_say_what_it_is_about(words: str, topics: set[str]) -> None:
    assert [t for _, t, _ in agreements(f"Le Kenya et l’Inde ont signé {words}.")] == [topics]


def test_a_batch_is_one_record_and_each_instrument_named_by_its_subject_another() -> None:
    told = agreements(
        "Au total, sept accords ont été signés mardi entre la Tunisie et la Hongrie, dont un sur l’emploi des jeunes. "
        "Un mémorandum sur l’eau porte la signature des ministres."
    )
    assert [(topics, day) for _, topics, day in told] == [
        (set(), "2024-05-07"),
        ({"emploi des jeunes"}, "2024-05-07"),
        ({"eau"}, "2024-05-07"),
    ]


def test_a_batch_that_is_told_one_by_one_is_only_its_instruments() -> None:
    told = agreements(
        "La Jordanie et l’Irak ont conclu deux accords : le premier porte sur le transport, le second sur l’eau."
    )
    assert [topics for _, topics, _ in told] == [{"transport"}, {"eau"}]


def test_a_gapped_verb_and_items_on_lines_of_their_own_take_the_act_of_what_leads_them() -> None:
    gapped = "Le Chili et le Pérou avancent : le ministre chilien Luis Rojas a signé un accord sur l’eau ; Ana Vega, un accord sur les mines."
    assert [topics for _, topics, _ in agreements(gapped)] == [{"eau"}, {"mines"}]
    lines = "Le Chili et le Pérou ont signé mardi :\n– un accord sur l’eau ;\n– une convention d’extradition."
    assert [(t, day) for _, t, day in agreements(lines)] == [({"eau"}, "2024-05-07"), ({"extradition"}, "2024-05-07")]


def test_an_instrument_told_in_headline_and_body_is_one() -> None:
    told = agreements(
        "Oslo-Nairobi : onze accords signés\n\nOnze accords sur la santé ont été conclus mardi entre la Norvège et le Kenya."
    )
    assert told == [({"Norvège", "Kenya"}, {"santé"}, "2024-05-07")]


def test_what_is_told_of_an_instrument_further_on_is_added_to_it() -> None:
    told = agreements("Londres et Kigali dévoilent un traité sur l’asile. Il a été signé mardi par les deux ministres.")
    assert [(topics, day) for _, topics, day in told] == [({"asile"}, "2024-05-07")]
    told = agreements("Le Ghana et le Togo ont signé deux accords. Ces accords portent sur la santé et l’eau.")
    assert [topics for _, topics, _ in told] == [{"santé", "eau"}]


def test_a_pronoun_may_be_of_another_instrument_about_the_same_subject() -> None:
    told = agreements(
        "L’accord de pêche de 2007 entre la Guinée-Bissau et l’Union européenne a expiré. "
        "Un nouveau protocole a été signé en 2014, puis prorogé en 2017 par échange de lettres."
    )
    assert [(topics, day) for _, topics, day in told] == [({"pêche"}, "2007"), ({"pêche"}, "2014"), ({"pêche"}, "2017")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le Kenya et l’Inde ont signé mardi un accord de pêche.", "2024-05-07"),
        ("L’accord de pêche, signé le 3 mars entre le Kenya et l’Inde, profite aux deux.", "2024-03-03"),
        ("Arrivé lundi, le ministre indien Ravi Rao a signé mardi avec le Kenya un accord de pêche.", "2024-05-07"),
        ("Le Kenya et l’Inde sont liés depuis juin 2022 par un accord de pêche.", "2022-06"),
        ("Le traité de pêche de 2003 entre le Kenya et l’Inde tient toujours.", "2003"),
        ("Le Kenya et l’Inde ont signé un accord de pêche valable jusqu’au 31 décembre 2030.", None),
        ("Le Kenya et l’Inde ont conclu en 2021 un accord de pêche, ratifié l’an dernier par le parlement.", "2021"),
    ],
)
def test_the_date_is_that_of_the_verbs_own_clause(text: str, day: str | None) -> None:
    assert [d for _, _, d in agreements(text)] == [day]


def test_an_instrument_was_concluded_during_a_visit_only_where_the_text_says_so() -> None:
    visit = "de la visite du président kényan John Mwangi en Inde"
    reading = reading_of(f"Un accord de pêche a été signé lors {visit}.", PUBLISHED)
    assert [bool(r.concluded_during) for r in reading.records if isinstance(r, Agreement)] == [True]
    reading = reading_of(f"Un accord de pêche a été signé en marge {visit}.", PUBLISHED)
    assert [bool(r.concluded_during) for r in reading.records if isinstance(r, Agreement)] == [False]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Le Kenya et l’Inde ont signé un accord de pêche.", "Signed"),
        ("Le Kenya et l’Inde ont paraphé un accord de pêche.", "Initialled"),
        ("Le Kenya et l’Inde ont reconduit leur accord de pêche.", "Renewed"),
        ("L’accord de pêche entre le Kenya et l’Inde a expiré en 2018.", "Expired"),
        ("Le Kenya a dénoncé l’accord de pêche conclu en 2015 avec l’Inde.", "Annulled"),
    ],
)
def test_the_status_is_the_acts(text: str, status: str) -> None:
    assert [r.status for r in reading_of(text, PUBLISHED).records if isinstance(r, Agreement)] == [status]


def test_what_is_still_under_examination_is_none_of_the_batch_before_it() -> None:
    told = agreements(
        "Le Kenya et l’Inde ont signé six documents. Un accord sur la pêche est encore en cours d’examen."
    )
    assert len(told) == 1
