"""Where people met: the town of their own clause, or the one that « y » goes back to."""

from __future__ import annotations

from graph.reading.happenings import meetings


def test_there_was_is_no_pronoun_where_a_participle_follows() -> None:
    text = "Le ministre serbe Marko Ilić s’est rendu à Lisbonne. Il y avait rencontré en mars le président Rui Falcão."
    (meeting,) = meetings(text)
    assert (meeting.place, meeting.when) == ("Lisbonne", "2024-03")


def test_there_goes_back_past_a_sentence_without_a_place() -> None:
    text = (
        "Le ministre omanais Saïd Nasser devait s’envoler vendredi pour Hanoï. Le voyage a été annulé. "
        "Il y avait rencontré en février le président Tran Minh."
    )
    (meeting,) = meetings(text)
    assert meeting.place == "Hanoï"


def test_the_town_of_what_comes_after_the_talks_is_not_theirs() -> None:
    (meeting,) = meetings(
        "La ministre cubaine Ana Rojas doit être reçue vendredi par le président Jan Novák, avant de se rendre à Berne."
    )
    assert meeting.place is None


def test_a_state_that_is_a_town_is_a_place_to_meet() -> None:
    (meeting,) = meetings(
        "Le ministre kényan Peter Oloo a rencontré vendredi à Singapour le ministre tchèque Jan Novák."
    )
    assert meeting.place == "Singapour"


def test_people_meet_where_the_visit_is_during_which_they_meet() -> None:
    (meeting,) = meetings("Le ministre kényan Peter Oloo a rencontré en 2019 le roi Jan Lie, lors d’une visite à Oslo.")
    assert meeting.place == "Oslo"
