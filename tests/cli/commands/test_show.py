"""dragoman show: what the graph holds of somebody, under any name."""

from __future__ import annotations

import json

import pytest
from fixtures.commands import Run, refused


def test_a_dossier_shows_names_offices_and_happenings_with_their_words(run: Run) -> None:
    done = run("show", "nikolai patrouchev")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "Nikolaï Patrouchev"
    for words in (
        "Николай Патрушев",
        "Fonctions",
        "secrétaire général",
        "Faits",
        "2016-04-05",
        "“Abdellatif Hammouchi a été reçu",
    ):
        assert words in " ".join(done.stdout.split())
    held = json.loads(run("show", "Nikolaï Patrouchev", "-f", "json").stdout)
    assert held["iri"] == "https://w3id.org/dragoman/id/person/nikolai-patrushev"
    assert [office["what"] for office in held["offices"]]


def test_a_dossier_speaks_french_or_english(run: Run) -> None:
    french, english = run("show", "Russie"), run("show", "Russie", "--lang", "en")
    assert {"Pays · country:russia", "Fonctions", "Faits"} <= set(french.stdout.splitlines())
    assert {"Country · country:russia", "Offices", "Happenings"} <= set(english.stdout.splitlines())
    assert "[pays]" in french.stdout
    assert "[country]" in english.stdout


def test_the_dossier_of_an_outlet_lists_what_it_published(run: Run) -> None:
    done = run("show", "labass.net")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "Maroc-Russie: la coopération sécuritaire prend du rythme" in done.stdout.partition("Articles")[2]
    assert json.loads(run("show", "labass.net", "-f", "json").stdout)["articles"][0]["address"].startswith("https://")


def test_what_a_dossier_is_headed_with_can_be_asked_for(run: Run) -> None:
    shown = run("show", "Russie").stdout.splitlines()[1].rpartition(" · ")[2]
    assert run("show", shown).stdout == run("show", "Russie").stdout
    assert run("query", f"SELECT ?p {{ {shown} ?p ?o }}").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", ""), "No name was given"),
        (("visits", "-p", "country="), "No name was given"),
        (("show", "id:person/nobody"), "has the IRI id:person/nobody"),
        (("visits", "-p", "country=country:nowhere"), "has the IRI country:nowhere"),
    ],
)
def test_what_names_nothing_is_refused_with_a_true_sentence(run: Run, arguments: tuple[str, ...], words: str) -> None:
    command = arguments if arguments[0] == "show" else ("query", *arguments)
    refused(run(*command), 2, words)


def test_an_unknown_name_gets_the_closest_three(run: Run) -> None:
    sentence = refused(run("show", "Nikolai Patruchov"), 2, "Nikolai Patruchov")
    assert sentence.rpartition("did you mean ")[2].count(",") == 2
    refused(run("path", "Maroc", "Rusie"), 2, "Russie")
    refused(run("timeline", "--entity", "Moscuo"), 2, "Moscou")
    refused(run("remove", "Maroc-Rusie"), 2, "Maroc-Russie")


def test_somebody_whom_only_the_lexicon_knows_is_status_1(run: Run) -> None:
    done = run("show", "Fidji")
    assert (done.exit_code, done.stderr) == (1, "No article says anything of it.\n")
