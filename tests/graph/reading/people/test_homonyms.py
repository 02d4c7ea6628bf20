"""An institution of the lexicon is the article's only where the article does not give its name to another state's."""

from __future__ import annotations

from datetime import date

import pytest
from graph.reading.actors import analysed, reading_of

MOROCCAN = "general-directorate-for-national-security-morocco"


def agencies(text: str, published: date | None = date(2024, 5, 15)) -> dict[str, bool]:
    """The last segment of each agency's IRI, and whether the lexicon knows it."""
    found = (e for e in reading_of(text, published).entities if e.kind == "Agency")
    return {e.iri.rpartition("/")[2]: e.known for e in found}


@pytest.mark.parametrize(
    ("text", "agency", "known"),
    [
        ("Le directeur de la DGSN algérienne, Farid Bendjaber, est à Rome.", "dgsn-algeria", False),
        ("Le directeur de la DGSN, Farid Bendjaber, est à Alger.", "dgsn", False),
        ("Le directeur de la DGSN, Farid Bendjaber, est à Rabat.", MOROCCAN, True),
        (
            "Le président de la Chambre des représentants de Jordanie, Ahmad Safadi, est à Rome.",
            "chambre-des-representants-jordan",
            False,
        ),
    ],
)
def test_a_name_that_several_states_institutions_bear(text: str, agency: str, known: bool) -> None:
    assert agencies(text) == {agency: known}


def test_of_two_institutions_of_one_name_each_has_its_state() -> None:
    text = (
        "Le président de la Chambre des représentants de Jordanie, Ahmad Safadi, est au Maroc. Le président de la Chambre "
        "des représentants, Driss Amrani, l'a reçu."
    )
    assert agencies(text) == {"chambre-des-representants-jordan": False, "house-of-representatives-morocco": True}


def test_a_ministry_of_the_lexicon_is_known_however_it_is_met() -> None:
    text = "Le chef de la diplomatie marocaine, Karim Alaoui, est à Rome."
    assert agencies(text) == {"ministere-des-affaires-etrangeres-morocco": True}


def test_an_unnamed_minister_is_the_known_one_of_the_day_and_said_to_be_known() -> None:
    text = "Le ministre russe des Affaires étrangères a reçu mardi à Moscou Luis Quiroga, président du Pérou."
    held = [m for m in analysed(text, date(2019, 5, 15)).mentions if m.via == "known"]
    assert [d.names[0] for m in held for d in m.drafts] == ["Sergueï Lavrov"]
    meeting = next(r for r in reading_of(text, date(2019, 5, 15)).records if r.kind == "Meeting")
    assert {g.basis for g in meeting.grounds if g.field == "host"} == {"known"}
    # beyond the sources of the lexicon, or without a day, nobody can be sure
    assert not [m for m in analysed(text, date(2024, 5, 15)).mentions if m.via == "known"]
    assert not [m for m in analysed(text, None).mentions if m.via == "known"]
