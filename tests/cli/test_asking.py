"""dragoman query and its kin: a question gets its answer, in the format asked for; a slip gets a sentence."""

from __future__ import annotations

import csv
import io
import json
import threading
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fixtures.commands import Run, Start, refused

from dragoman.queries.catalogue import names


def test_a_question_is_answered_as_a_table_for_reading(run: Run) -> None:
    done = run("query", "who-met-whom", "-f", "table", "--lang", "en")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "Who met whom?"
    for words in ("Hammouchi", "Patr", "2016-04-05", "“Abdellatif Hammouchi a été reçu mardi au Kremlin"):
        assert words in done.stdout


def test_in_a_pipe_the_answer_is_data(run: Run) -> None:
    assert run("query", "deals").stdout == run("query", "deals", "-f", "tsv").stdout
    assert run("query", "deals").stdout.startswith("?")
    assert "\x1b" not in run("query", "deals", "-f", "table").stdout


def test_each_format_holds_the_same_rows(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("query", "deals", "-f", "csv").stdout)))
    found = json.loads(run("query", "deals", "-f", "json").stdout)["results"]["bindings"]
    assert [row["what"] for row in rows] == [row["what"]["value"] for row in found]
    document = ET.fromstring(run("query", "deals", "-f", "xml").stdout)
    assert len(document.findall(".//{*}result")) == len(rows)
    assert len(run("query", "deals", "-f", "md").stdout.splitlines()) == len(rows) + 2
    for form in ("csv", "tsv", "json", "xml", "md"):
        assert run("query", "deals", "-f", form).stdout.endswith("\n")


def test_a_parameter_takes_any_name_in_any_language_accents_and_case_aside(run: Run) -> None:
    wanted = run("query", "offices", "-p", "name=Nikolaï Patrouchev", "-f", "csv")
    assert wanted.exit_code == 0
    for name in ("NIKOLAI PATROUCHEV", "id:person/nikolai-patrushev", "Николай Патрушев"):
        found = run("query", "offices", "-p", f"name={name}", "-f", "csv")
        assert found.stdout == wanted.stdout, name


def test_sparql_is_taken_from_the_argument_a_file_and_standard_input(run: Run, tmp_path: Path) -> None:
    text = "SELECT ?deal { ?deal a dgm:Deal } ORDER BY ?deal"
    (tmp_path / "deals.rq").write_text(text)
    answer = run("query", text).stdout
    assert answer.count("#deal-") == 4
    assert run("query", "deals.rq").stdout == answer
    assert run("query", "-", typed=text).stdout == answer


def test_a_variable_of_ones_own_sparql_takes_a_value_that_is_never_read_as_sparql(run: Run) -> None:
    text = "SELECT ?deal { ?deal a dgm:Deal ; dgm:status ?status }"
    assert run("query", text, "-p", "status=dgm:Interest").stdout.count("#deal-") == 2
    assert run("query", text, "-p", "status=x> } ; DROP ALL #").exit_code == 1
    refused(run("query", text, "-p", "stat=dgm:Interest"), 2, "?stat")
    counted = "SELECT ?status (COUNT(?deal) AS ?n) { ?deal a dgm:Deal ; dgm:status ?status } GROUP BY ?status"
    assert run("query", counted, "-p", "status=dgm:Interest", "-f", "csv").stdout.endswith("#Interest,2\n")
    refused(run("query", "SELECT (COUNT(?s) AS ?n) { ?s a ?kind }", "-p", "kind=dgm:Deal"), 2, "GROUP BY ?kind")


@pytest.mark.parametrize(
    ("text", "status", "printed"), [("ASK { ?x a dgm:Deal }", 0, "true"), ("ASK { ?x a dgm:Nothing }", 1, "false")]
)
def test_ask_answers_in_its_status_too(run: Run, text: str, status: int, printed: str) -> None:
    done = run("query", text)
    assert (done.exit_code, done.stdout.strip()) == (status, printed)


def test_no_row_is_status_1(run: Run) -> None:
    done = run("query", "SELECT ?x { ?x a dgm:Nothing }")
    assert (done.exit_code, done.stderr) == (1, "Nothing found.\n")


def test_sparql_needs_no_brace(run: Run) -> None:
    assert "dgm:Person" in run("query", "DESCRIBE <https://w3id.org/dragoman/id/person/nikolai-patrushev>").stdout


def test_construct_answers_in_turtle(run: Run) -> None:
    done = run("query", "CONSTRUCT { ?d a dgm:Deal } { ?d a dgm:Deal }")
    assert done.exit_code == 0
    assert done.stdout.count(" a dgm:Deal") == 4
    refused(run("query", "CONSTRUCT { ?d a dgm:Deal } { ?d a dgm:Deal }", "-f", "csv"), 2, "turtle")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("who-met-who",), ("who-met-whom",)),
        (("deals", "-p", "statuss=Signed"), ("statuss", "status")),
        (("deals", "-p", "status=Sold"), ("Sold", "Signed")),
        (("deals", "-p", "status"), ("name=value",)),
        (("offices",), ("-p name=",)),
        (("offices", "-p", "name=Nikolai Patruchov"), ("Nikolai Patruchov", "Nikolaï")),
        (("deals", "-f", "excel"), ("excel", "csv")),
        (("nowhere.rq",), ("nowhere.rq",)),
        (("SELECT ?x { ?x a }",), ("line 1, column",)),
        (("SELECT ?x\n{ ?x foo:bar ?y }",), ("line 2, column 6", "foo:")),
        (("{",), ("line 1, column 1",)),
        (("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",), ("SERVICE", "--allow-remote")),
        (("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",), ("file:///etc/passwd",)),
        (("LOAD <http://127.0.0.1:9/> #{",), ("LOAD",)),
        (("LOAD <http://127.0.0.1:9/>",), ("LOAD",)),
        (("drop all",), ("DROP would change the graph",)),
        (("deals", "-p", "status=Signed", "-p", "status=Proposed"), ("-p status=", "given twice")),
        (("DELETE WHERE { ?s ?p ?o }",), ("DELETE",)),
        (("deals", "--timeout", "0"), ("--timeout",)),
    ],
)
def test_a_slip_in_a_question_is_refused_with_what_would_do(
    run: Run, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    sentence = refused(run("query", *arguments), 2)
    for word in words:
        assert word.lower() in sentence.lower()


def test_a_graph_that_the_store_holds_may_be_named_in_from(run: Run) -> None:
    text = "SELECT * FROM <https://w3id.org/dragoman/id/lexicon> { ?s ?p ?o } LIMIT 1"
    assert run("query", text).exit_code == 0


def test_from_an_unknown_graph_is_nothing_even_where_it_is_allowed(run: Run) -> None:
    done = run("query", "SELECT * FROM <http://example.org/none> { ?s ?p ?o } LIMIT 1", "--allow-remote")
    assert (done.exit_code, done.stderr) == (1, "Nothing found.\n")


@pytest.mark.parametrize("answer", ["refused", "501"])
def test_another_server_that_does_not_answer_is_status_3_with_what_to_do(run: Run, answer: str) -> None:
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Silent(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Silent) as server:
        if answer == "501":
            threading.Thread(target=server.handle_request, daemon=True).start()
        else:
            server.server_close()
        text = f"SELECT * {{ SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?o }} }}"
        sentence = refused(run("query", text, "--allow-remote"), 3, "did not answer", "its address", "SERVICE SILENT")
        assert answer in sentence
        assert "html" not in sentence.lower()


def test_a_query_that_takes_too_long_is_given_up_with_status_3(start: Start) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) < STR(?g)) }"
    done = start("query", text, "--timeout", "0.5")
    assert done.returncode == 3
    assert "0.5 seconds" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_every_question_is_listed_and_described(run: Run) -> None:
    listed = run("queries", "-f", "csv").stdout
    for name in names():
        assert f"{name}," in listed
        assert run("queries", name).exit_code == 0
    assert run("queries", "deals", "--text").stdout.startswith("#+ summary")
    refused(run("queries", "nope"), 2, "nope")
    refused(run("queries", "--text"), 2, "--text", "name it")


def test_a_question_is_described_in_lines_no_wider_than_the_screen(run: Run) -> None:
    assert all(
        len(line) <= 100
        for line in run("queries", "visits", "--lang", "en").stdout.partition("?parameter")[0].splitlines()
    )


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


def test_in_a_language_in_which_no_fact_is_told_all_are_told_in_english(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("query", "timeline", "--lang", "ar", "-f", "csv").stdout)))
    assert {row["what"].partition(":")[0] for row in rows} == {"Agreement", "Visit", "Meeting", "Statement", "Deal"}


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


def test_a_path_leads_from_one_to_the_other_and_quotes_each_step(run: Run) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("path", "Abdellatif Hammouchi", "Nikolaï Patrouchev", "-f", "csv").stdout))
    )
    assert [(row["begin"], row["end"]) for row in rows] == [("Abdellatif Hammouchi", "Nikolaï Patrouchev")]
    assert rows[0]["quotation"].startswith("Abdellatif Hammouchi a été reçu")
    drawn = run("path", "Mohammed VI", "Victor Evtuhov", "-f", "table").stdout.splitlines()
    assert (drawn[0], drawn[-1]) == ("Mohammed VI", "Victor Evtuhov")
    assert run("path", "Maroc", "Fidji").exit_code == 1


def test_the_timeline_is_in_the_order_of_dates_and_keeps_to_its_period(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("timeline", "-f", "csv").stdout)))
    dated = [row["when"] for row in rows if row["when"]]
    assert dated == sorted(dated)
    april = list(
        csv.DictReader(io.StringIO(run("timeline", "--since", "2016-04", "--until", "2016-04", "-f", "csv").stdout))
    )
    assert april
    assert all(row["when"].startswith("2016-04") for row in april)
    refused(run("timeline", "--since", "avril"), 2, "avril", "2016-04")


def test_stats_counts_what_is_there(run: Run) -> None:
    counted = dict(csv.reader(io.StringIO(run("stats", "-f", "csv").stdout)))
    assert counted["articles"] == "1"
    assert counted["records: Deal"] == "4"
