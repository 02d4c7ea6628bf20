"""Who states what: cue, source and scope, in every order in which newswire puts them."""

from __future__ import annotations

import pytest
from graph.reading.saying import reading_of, stated

MET = "Amina Wanjiku a rencontré Salem Al Harthy lundi à Mascate"
PEOPLE = "Mme Amina Wanjiku, ministre kényane du Commerce, et M. Salem Al Harthy, ministre omanais de l’Énergie, se connaissent."


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (f"Le chef du gouvernement polonais, Jan Kowal, a annoncé que {MET}.", "Jan Kowal"),
        (f"{MET}, a indiqué Jan Kowal.", "Jan Kowal"),
        (f"{MET}, a pour sa part indiqué M. Jan Kowal.", "Jan Kowal"),
        (f"Selon Jan Kowal, {MET}.", "Jan Kowal"),
        (f"{MET}, selon une source diplomatique.", "source diplomatique"),
        (f"D’après des sources concordantes, {MET}.", "sources concordantes"),
        (f"{MET}, lit-on dans un communiqué de la présidence.", "présidence"),
        (f"{MET}, indique un communiqué du ministère.", "communiqué du ministère"),
        (f"{MET}, croit savoir une source diplomatique.", "source diplomatique"),
        (f"{MET}, a annoncé l’ambassade du Kenya.", "ambassade du Kenya"),
        (f"Jan Kowal a fait savoir que {MET}.", "Jan Kowal"),
        (f"L’agence Belga rapporte que, selon Jan Kowal, {MET}.", "Jan Kowal"),
        (f"{MET}.", None),
    ],
)
def test_a_meeting_is_stated_by_whoever_is_cited_for_it(sentence: str, source: str | None) -> None:
    assert stated(f"{PEOPLE}\n{sentence}", "Meeting") == [(source, "Asserted")]


def test_the_same_source_is_the_one_before() -> None:
    text = f"{PEOPLE}\nLa visite est finie, a annoncé Jan Kowal.\nSelon la même source, {MET}."
    assert stated(text, "Meeting") == [("Jan Kowal", "Asserted")]


def test_a_quotation_of_several_sentences_is_all_its_speaker_s() -> None:
    text = f"{PEOPLE}\n« {MET}. La réunion a été longue », a déclaré Jan Kowal."
    assert stated(text, "Meeting") == [("Jan Kowal", "Asserted")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jan Kowal a démenti que Amina Wanjiku ait rencontré Salem Al Harthy.",
        "Jan Kowal a nié que Amina Wanjiku a rencontré Salem Al Harthy.",
    ],
)
def test_what_is_denied_is_never_asserted(sentence: str) -> None:
    assert all(certainty == "Denied" for _, certainty in stated(f"{PEOPLE}\n{sentence}", "Meeting"))


def test_what_is_granted_stays_the_article_s_own() -> None:
    text = (
        "Un communiqué du ministère indique qu’un accord entre le Kenya et Oman a été conclu "
        "lors de la visite d’Amina Wanjiku à Mascate en mars 2022."
    )
    assert stated(text, "Agreement") == [("ministère", "Asserted")]
    assert stated(text, "Visit") == [(None, "Asserted")]


def test_a_source_that_nobody_names_is_one_of_its_article_alone() -> None:
    one = reading_of(f"{PEOPLE}\nSelon une source diplomatique, {MET}.")
    other = reading_of(f"{PEOPLE}\nSelon une source diplomatique, {MET} au palais.")
    iris = [{e.iri for e in r.entities if e.kind == "Source"} for r in (one, other)]
    assert all(len(found) == 1 for found in iris)
    assert iris[0] != iris[1]


@pytest.mark.parametrize("sentence", ["Selon le calendrier arrêté, {0}.", "Selon les termes de l’invitation, {0}."])
def test_what_is_no_source_is_not_taken_for_one(sentence: str) -> None:
    assert stated(f"{PEOPLE}\n{sentence.format(MET)}", "Meeting") == [(None, "Asserted")]


def test_selon_lui_is_whoever_spoke_before() -> None:
    text = f"{PEOPLE}\n« La route est ouverte », a déclaré Jan Kowal.\nSelon lui, {MET}."
    assert stated(text, "Meeting") == [("Jan Kowal", "Asserted")]


def test_a_joint_communique_is_a_source_of_its_own() -> None:
    assert stated(f"{PEOPLE}\n{MET}, souligne le communiqué conjoint.", "Meeting") == [
        ("communiqué conjoint", "Asserted")
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Le constructeur turc Altay Motor a livré quarante camions à l’armée tchadienne, a-t-il indiqué.",
            "Altay Motor",
        ),
        (
            "La firme danoise Nordhav a renoncé à vendre six ferries à l’Albanie, regrette un responsable local.",
            "responsable local",
        ),
        (
            "L’entreprise danoise Nordhav se dit prête à livrer six ferries à l’Albanie, a confié à l’AFP sa présidente, Karen Holm.",
            "Karen Holm",
        ),
    ],
)
def test_who_a_deal_is_told_by(text: str, source: str) -> None:
    assert [who for who, _ in stated(text, "Deal")] == [source]


def test_the_same_source_is_the_paper_before_and_not_whoever_it_quotes() -> None:
    text = (
        f"{PEOPLE}\nLes échanges ont triplé, indique un communiqué du ministère de l’Industrie. M. Kowal a fait savoir que "
        f"les routes étaient ouvertes.\nSelon la même source, {MET}."
    )
    assert [who for who, _ in stated(text, "Meeting")] != [("Jan Kowal")]


def test_who_says_what_became_of_a_visit_states_it() -> None:
    text = (
        "Le ministre kényan du Commerce, Amos Wanjala, devait se rendre lundi à Mascate. "
        "Cette visite a été reportée, a fait savoir l’ambassade du Kenya."
    )
    assert stated(text, "Visit") == [("ambassade du Kenya", "Asserted")]


def test_whom_an_agency_cites_states_what_it_relays() -> None:
    text = f"{PEOPLE}\n{MET}, rapporte l’agence Belga, citant une source diplomatique."
    assert stated(text, "Meeting") == [("source diplomatique", "Asserted")]


def test_what_is_only_said_of_the_speaker_is_the_article_s_own() -> None:
    text = "Le commerce progresse, a affirmé le ministre kényan Amos Wanjala, qui a rencontré lundi à Mascate le ministre Salem Al Harthy."
    assert stated(text, "Meeting") == [(None, "Asserted")]
