"""A meeting is talks, an audience, a reception or a session between people who are named."""

from __future__ import annotations

import pytest
from graph.reading.happenings import meetings, who

A = "le ministre tunisien de l’Intérieur, Sami Gharbi"
B = "le ministre italien de la Défense, Marco Ferri"


@pytest.mark.parametrize(
    "text",
    [
        f"{A[0].upper()}{A[1:]}, a rencontré {B}.",
        f"{A[0].upper()}{A[1:]}, a reçu {B}.",
        f"{A[0].upper()}{A[1:]}, a été reçu par {B}.",
        f"{A[0].upper()}{A[1:]}, s’est entretenu avec {B}.",
        f"{A[0].upper()}{A[1:]}, s’est, la semaine passée, entretenu avec {B}.",
        f"{A[0].upper()}{A[1:]}, a conféré avec {B}.",
        f"{A[0].upper()}{A[1:]}, a eu un entretien avec {B}.",
        f"{A[0].upper()}{A[1:]}, a accordé une audience à M. Marco Ferri.",
        f"{A[0].upper()}{A[1:]}, s’est vu accorder une audience par {B}.",
        f"{A[0].upper()}{A[1:]}, et {B}, se sont rencontrés.",
        f"{A[0].upper()}{A[1:]}, et {B}, ont tenu une réunion.",
        f"La rencontre entre {A}, et {B}, a duré deux heures.",
        f"Des pourparlers ont eu lieu entre {A}, et {B}.",
        f"Au terme d’un entretien avec {A}, {B}, a signé un texte.",
        f"Lors de sa rencontre avec {A}, {B}, a signé un texte.",
        f"Reçu par {A}, {B}, a signé un texte.",
        f"En recevant {A}, {B}, a signé un texte.",
    ],
)
def test_a_meeting_is_read_in_any_phrasing(text: str) -> None:
    (meeting,) = meetings(text)
    assert meeting.who == who("Sami Gharbi", "Marco Ferri")


@pytest.mark.parametrize(
    "text",
    [
        f"{A[0].upper()}{A[1:]}, n’a pas rencontré {B}.",
        f"{A[0].upper()}{A[1:]}, a refusé de rencontrer {B}.",
        f"{A[0].upper()}{A[1:]}, a été accueilli à l’aéroport par {B}.",
        f"{A[0].upper()}{A[1:]}, a démenti avoir rencontré {B}.",
        f"{A[0].upper()}{A[1:]}, aurait dû rencontrer {B}.",
        f"Aucune rencontre n’est prévue entre {A}, et {B}.",
        f"{A[0].upper()}{A[1:]}, et {B}, ont signé un accord.",
        f"{A[0].upper()}{A[1:]}, a succédé à M. Marco Ferri.",
        f"{A[0].upper()}{A[1:]}, et {B}, ont formalisé ce don par un échange de notes.",
    ],
)
def test_what_is_denied_a_welcome_or_another_matter_is_no_meeting(text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "status", "certainty"),
    [
        (f"{A[0].upper()}{A[1:]}, rencontrera {B}.", "Planned", "Asserted"),
        (f"{A[0].upper()}{A[1:]}, doit rencontrer {B}.", "Planned", "Asserted"),
        (f"{A[0].upper()}{A[1:]}, aura des entretiens avec {B}.", "Planned", "Asserted"),
        (f"{A[0].upper()}{A[1:]}, aurait rencontré {B}.", None, "Conditional"),
        (f"La rencontre entre {A}, et {B}, a été reportée.", "Postponed", "Asserted"),
    ],
)
def test_the_verb_says_whether_a_meeting_is_to_come_or_hedged(text: str, status: str | None, certainty: str) -> None:
    (meeting,) = meetings(text)
    assert (meeting.status, meeting.certainty) == (status, certainty)


def test_what_follows_then_is_a_second_meeting() -> None:
    text = f"{A[0].upper()}{A[1:]}, a rencontré mardi {B}, puis le président serbe Goran Ilic."
    found = meetings(text)
    assert [m.who for m in found] == [who("Sami Gharbi", "Marco Ferri"), who("Sami Gharbi", "Goran Ilic")]
    assert [m.when for m in found] == ["2024-05-14", "2024-05-14"]


def test_the_same_meeting_told_twice_is_one() -> None:
    text = f"{A[0].upper()}{A[1:]}, a reçu mardi {B}. L’entretien entre MM. Gharbi et Ferri a duré une heure."
    assert [m.when for m in meetings(text)] == ["2024-05-14"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{A[0].upper()}{A[1:]}, a rencontré à Genève {B}.", "Genève"),
        (f"À Genève, {A}, a rencontré {B}.", "Genève"),
        (f"{A[0].upper()}{A[1:]}, a été reçu au palais de Carthage par {B}.", "palais de Carthage"),
        (f"{A[0].upper()}{A[1:]}, s’est entretenu avec {B}, de la situation à Gaza.", None),
        (f"Arrivé mardi à Genève, {A}, s’est entretenu avec {B}.", None),
        (f"{A[0].upper()}{A[1:]}, s’est rendu à Genève, où il a rencontré {B}.", "Genève"),
    ],
)
def test_the_place_is_the_meetings_own(text: str, place: str | None) -> None:
    (meeting,) = meetings(text)
    assert meeting.place == place


def test_a_session_is_of_the_two_states_where_nobody_is_named() -> None:
    (meeting,) = meetings("La commission mixte tuniso-libyenne s’est réunie mardi à Tripoli.")
    assert (meeting.who, meeting.place, meeting.when) == (who("Tunisie", "Libye"), "Tripoli", "2024-05-14")


def test_a_session_is_of_those_who_chair_it() -> None:
    text = f"{A[0].upper()}{A[1:]}, et {B}, ont coprésidé à Tunis la session de la commission mixte."
    (meeting,) = meetings(text)
    assert (meeting.who, meeting.place) == (who("Sami Gharbi", "Marco Ferri"), "Tunis")


def test_on_that_occasion_means_when_and_where_the_last_one_was() -> None:
    text = (
        f"{A[0].upper()}{A[1:]}, a rencontré mardi à Genève {B}. "
        "À cette occasion, M. Gharbi s’est également entretenu avec le président serbe Goran Ilic."
    )
    assert [(m.place, m.when) for m in meetings(text)] == [("Genève", "2024-05-14")] * 2


@pytest.mark.parametrize("status", [None, "Planned"])
def test_an_agenda_lists_the_talks_of_whom_the_sentence_before_speaks_of(status: str | None) -> None:
    coming = "est attendu mardi à Quito" if status else "a séjourné mardi à Quito"
    found = meetings(
        f"Le ministre indien Arun Mehta {coming}. "
        "Au menu, une séance de travail avec le ministre Luis Prieto et un tête-à-tête avec la présidente Ana Rojas."
    )
    assert [(m.who, m.status) for m in found] == [
        (who("Arun Mehta", "Luis Prieto"), status),
        (who("Arun Mehta", "Ana Rojas"), status),
    ]


def test_those_who_chair_works_together_meet() -> None:
    (meeting,) = meetings(
        "Le ministre togolais Kodjo Mensah présidera jeudi à Accra avec son homologue ghanéen, Kofi Boateng, les travaux du comité."
    )
    assert (meeting.who, meeting.place) == (who("Kodjo Mensah", "Kofi Boateng"), "Accra")


def test_a_relative_clause_tells_of_an_earlier_meeting_with_the_same_person() -> None:
    found = meetings(
        "Le président ghanéen Kofi Mensah a déjeuné mardi à Accra avec son homologue togolais, Yao Agbeko, "
        "qu’il avait déjà rencontré en février à New York."
    )
    assert [(m.when, m.place) for m in found] == [("2024-05-14", "Accra"), ("2024-02", "New York")]


def test_what_somebody_is_told_takes_nobody_up() -> None:
    found = meetings(
        "Amina Wanjiku a confié à Yao Agbeko, président du Togo, qu’elle avait rencontré Jan Kowal à Varsovie."
    )
    assert [m.who for m in found] == [frozenset({"Amina Wanjiku", "Jan Kowal"})]
