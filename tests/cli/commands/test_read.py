"""dragoman read: what is named is read, shown with its evidence and kept."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest
from fixtures.commands import DRAGOMAN, MEETING, Run, Start, refused, written

from dragoman.graph.store import Store


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
    again = run("read", "a.txt", "--again", "--store", "s")
    assert again.exit_code == 0
    assert "replaces" in again.stderr
    assert run("export", "-f", "nq", "--store", "s").stdout == before
    written(path, "Le roi est à Moscou.\n", url="https://a.example/1", title="Corrigé")
    assert "replaces" in run("read", "a.txt", "--store", "s").stderr
    articles = run("articles", "--store", "s", "-f", "csv").stdout.splitlines()
    assert len(articles) == 2
    assert "Corrigé" in articles[1]


def test_what_was_read_is_passed_over_with_a_notice_and_shown_all_the_same(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", published="2019-01-29")
    first = run("read", "a.txt", "--store", "s")
    again = run("read", "a.txt", "--store", "s")
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert again.stderr == (
        "1 article was passed over: read before with the same words, lexicon and reader; --again reads them anyhow.\n"
    )
    written(tmp_path / "a.txt", published="2019-01-30")
    assert "Read 1 article" in run("read", "a.txt", "--store", "s").stderr


def test_an_explanation_is_of_what_is_read_and_so_reads_it_again(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    first = run("read", "a.txt", "--explain", "--store", "s")
    assert run("read", "a.txt", "--explain", "--store", "s").stdout == first.stdout != ""


def test_a_report_has_a_line_for_each_article_in_their_order(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "press/a.txt")
    written(tmp_path / "press/b.txt", b"Le roi est \xe0 Moscou")
    written(tmp_path / "press/c.jsonl", json.dumps({"text": MEETING}) + "\n{}\n")
    done = run("read", "press", "--report", "report.jsonl", "--store", "s")
    assert done.exit_code == 2
    told = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    assert [(one["source"], one["outcome"]) for one in told] == [
        ("press/a.txt", "read"),
        ("press/b.txt", "refused"),
        ("press/c.jsonl:1", "duplicate"),
        ("press/c.jsonl:2", "refused"),
    ]
    assert told[0]["records"]["Meeting"] == 1
    assert told[0]["article"] == told[2]["article"]
    assert "byte 11" in told[1]["problem"]
    assert "press/c.jsonl:2 has no text" in done.stderr


def test_a_report_takes_no_articles_place_and_is_not_read_as_articles_the_next_time(run: Run, tmp_path: Path) -> None:
    line = json.dumps({"text": MEETING}) + "\n"
    written(tmp_path / "press/a.jsonl", line)
    for report in ("press/a.jsonl", "press/../press/a.jsonl", "press/report.jsonl", "press/sub/report.jsonl"):
        refused(run("read", "press", "--report", report, "--store", "s"), 3, "is among the articles", "--report")
    refused(run("read", "press/a.jsonl", "--report", "press/a.jsonl", "--store", "s"), 3, "is among the articles")
    assert (tmp_path / "press/a.jsonl").read_text().endswith(line)
    assert not (tmp_path / "press/report.jsonl").exists()
    assert run("read", "press/a.jsonl", "--report", "press/report.jsonl", "--store", "s").exit_code == 0


def test_who_is_strict_stops_at_the_first_bad_article_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", b"")
    written(tmp_path / "b.txt")
    refused(
        run("read", "b.txt", "a.txt", "nowhere.txt", "--strict", "--report", "r", "--store", "s"), 2, "a.txt is empty"
    )
    assert not (tmp_path / "s").exists()
    assert [json.loads(line)["source"] for line in (tmp_path / "r").read_text().splitlines()] == ["a.txt"]


def test_workers_give_the_same_bytes_as_one_process(run: Run, start: Start, tmp_path: Path) -> None:
    for n in range(70):
        written(
            tmp_path / f"press/{n}.txt",
            MEETING.replace("mardi", f"le {n % 28 + 1} mars 2019"),
            url=f"https://a.example/{n}",
        )
    alone = run("read", "press", "--store", "alone", "--report", "alone.jsonl")
    many = start("read", "press", "--store", "many", "--workers", "2", "--report", "many.jsonl")
    assert (alone.exit_code, many.returncode) == (0, 0), many.stderr
    assert many.stdout == alone.stdout
    assert many.stderr == alone.stderr.replace("alone", "many")
    assert (tmp_path / "many.jsonl").read_bytes() == (tmp_path / "alone.jsonl").read_bytes()
    exports = [run("export", "-f", "nq", "--store", store).stdout for store in ("alone", "many")]
    assert exports[0] == exports[1] != ""


def test_workers_here_and_elsewhere_exclude_each_other_and_a_cluster_must_answer(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    refused(run("read", "a.txt", "--workers", "2", "--cluster", "tcp://127.0.0.1:9"), 2, "name one")
    refused(run("read", "a.txt", "--cluster", "nonsense://x", "--store", "s"), 3, "nonsense://x", "dask scheduler")


def test_without_workers_dask_is_not_even_imported(start: Start, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    told = start("read", "a.txt", "--store", "s", environment={"PYTHONPROFILEIMPORTTIME": "1"}).stderr
    assert "spacy" in told
    assert "distributed" not in told
    assert "trafilatura" not in told


def test_who_is_asked_to_end_keeps_what_was_read(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{MEETING} {n}.", "url": f"https://a.example/{n}"}) for n in range(2000)]
    written(tmp_path / "a.jsonl", "\n".join(lines))
    command = [str(DRAGOMAN), "read", "a.jsonl", "--store", "s", "--report", "r"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    while process.poll() is None and not ((tmp_path / "r").exists() and (tmp_path / "r").stat().st_size):
        time.sleep(0.02)
    process.terminate()
    _, said = process.communicate(timeout=120)
    assert process.returncode == 143
    number = int(said.split()[0])
    assert said == f"{number} of 2000 articles were read and are kept in s.\n"
    with Store.open(tmp_path / "s") as store:
        assert len(store.articles()) >= number > 0


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
