"""dragoman read: what is named is read, shown with its evidence and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures.commands import MEETING, Run, refused, written


def test_the_built_in_article_is_read_and_every_fact_is_shown_with_the_sentence_that_states_it(run: Run) -> None:
    done = run("read", "--example", "--store", "s", "-f", "table")
    assert done.exit_code == 0
    assert "Read 1 article: " in done.stderr
    assert "Maroc-Russie: la coopération sécuritaire prend du rythme, labass.net, 2016-04-06" in done.stdout
    assert "“Abdellatif Hammouchi a été reçu mardi au Kremlin" in done.stdout
    assert run("query", "who-met-whom", "--store", "s").exit_code == 0


def test_reading_again_replaces_with_a_notice_and_doubles_nothing(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", url="https://a.example/1", published="2019-01-29")
    run("read", "a.txt", "--store", "s")
    before = run("export", "-f", "nq", "--store", "s").stdout
    again = run("read", "a.txt", "--store", "s")
    assert again.exit_code == 0
    assert "replaces" in again.stderr
    assert run("export", "-f", "nq", "--store", "s").stdout == before
    written(path, "Le roi est à Moscou.\n", url="https://a.example/1", title="Corrigé")
    assert "replaces" in run("read", "a.txt", "--store", "s").stderr
    articles = run("articles", "--store", "s", "-f", "csv").stdout.splitlines()
    assert len(articles) == 2
    assert "Corrigé" in articles[1]


def test_a_lexicon_of_ones_own_is_read_with_kept_and_exported_and_its_clashes_are_told(
    run: Run, tmp_path: Path
) -> None:
    written(tmp_path / "a.txt", "Jean Exemple a été reçu mardi à Rabat par Nasser Bourita.\n", outlet="exemple.ma")
    head = (
        "@prefix dgm: <https://w3id.org/dragoman/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    own = '<https://a.example/jean> a dgm:Person ; rdfs:label "Jean Exemple"@fr, "Jean of Example"@en .\n'
    paper = '<https://a.example/paper> a dgm:Outlet ; rdfs:label "exemple.ma"@fr .\n'
    namesake = '<https://a.example/nasser> a dgm:Person ; rdfs:label "Nasser Bourita"@fr .\n'
    written(tmp_path / "own.ttl", head + own)
    written(tmp_path / "more.ttl", head + paper + namesake)
    done = run("read", "a.txt", "--lexicon", "own.ttl", "--lexicon", "more.ttl", "--store", "s")
    assert done.exit_code == 0
    assert "«Nasser Bourita» names https://a.example/nasser and also " in done.stderr
    assert run("validate", "--store", "s").exit_code == 0
    assert '"Jean of Example"@en' in run("export", "--store", "s").stdout
    unknown = run("stats", "--unknown", "--store", "s", "-f", "csv").stdout
    assert "Jean Exemple" not in unknown
    assert "exemple.ma" not in unknown


def test_a_lexicon_that_contradicts_what_is_known_is_refused_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    written(
        tmp_path / "own.ttl",
        "@prefix dgm: <https://w3id.org/dragoman/ontology#> .\n<https://w3id.org/dragoman/id/country/morocco> a dgm:Person .\n",
    )
    refused(run("read", "a.txt", "--lexicon", "own.ttl", "--store", "s"), 2, "own.ttl, line 2", "two classes")
    refused(run("read", "a.txt", "--lexicon", "nowhere.ttl", "--store", "s"), 2, "nowhere.ttl")


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "table"])
def test_whom_the_lexicon_does_not_know_is_listed_in_every_form(run: Run, form: str) -> None:
    listed = run("stats", "--unknown", "-f", form)
    assert listed.exit_code == 0
    assert "Kamaz" in listed.stdout
    assert "Abdellatif Hammouchi" not in listed.stdout
    assert run("stats", "--unknown", "-f", form).stdout == listed.stdout


def test_an_article_comes_from_standard_input_with_what_the_options_say_of_it(run: Run) -> None:
    done = run(
        "read",
        "-",
        "--published",
        "2019-01-29",
        "--outlet",
        "AFP",
        "--url",
        "https://afp.example/x",
        "--store",
        "s",
        typed=MEETING,
    )
    assert done.exit_code == 0, done.stderr
    listed = run("articles", "--store", "s", "-f", "csv").stdout
    assert "2019-01-29" in listed
    assert "https://afp.example/x" in listed


ENGLISH = (
    "The Russian minister of foreign affairs, Sergey Lavrov, was received on Tuesday in Rabat by Nasser Bourita. "
    "They have discussed the fisheries, and which of the two agreements is to be signed.\n"
)


def test_an_article_that_is_plainly_in_another_language_is_kept_but_not_misread(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", ENGLISH)
    written(tmp_path / "b.txt")
    done = run("read", "a.txt", "b.txt", "--store", "s", "-f", "csv")
    assert done.exit_code == 0
    assert "a.txt is written in “en”, for which there is no reader: it is kept, but no fact is read" in done.stderr
    assert "Read 2 articles" in done.stderr
    text = "SELECT ?language (COUNT(DISTINCT ?record) AS ?n) { ?a a dgm:Article ; dcterms:language ?language OPTIONAL { ?p nif:referenceContext ?a . ?record dgm:evidence ?p } } GROUP BY ?language"
    told = dict(line.split(",") for line in run("query", text, "--store", "s", "-f", "csv").stdout.split()[1:])
    assert told["en"] == "0"
    assert int(told["fr"]) > 0


def test_whoever_says_the_language_is_believed(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", ENGLISH)
    refused(run("read", "a.txt", "--language", "en", "--store", "s"), 2, "a.txt is in “en”", "no reader")
    done = run("read", "a.txt", "--language", "fr", "--store", "s")
    assert (done.exit_code, "no reader" in done.stderr) == (0, False)


def test_a_day_that_contradicts_the_front_matter_is_refused(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", published="2016-04-06")
    refused(run("read", "a.txt", "--published", "2016-04-07", "--store", "s"), 2, "2016-04-06", "2016-04-07")


def test_options_about_one_article_are_refused_for_several(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    refused(run("read", "a.txt", "--example", "--outlet", "AFP", "--store", "s"), 2, "--outlet", "single article")
    refused(run("read", "--store", "s"), 2, "--example")


@pytest.mark.parametrize(
    "option", ["--published=2016-04-06", "--title=x", "--outlet=x", "--url=https://x.org/", "--language=fr"]
)
def test_nothing_can_be_said_of_the_built_in_article(run: Run, option: str) -> None:
    refused(run("read", "--example", option, "--store", "s"), 2, option.partition("=")[0], "--example", "leave it out")


def test_quiet_says_nothing_but_the_answer(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    assert run("read", "a.txt", "-q", "--store", "s").stderr == ""
    again = run("read", "a.txt", "-q", "--store", "s")
    assert again.stderr == ""
