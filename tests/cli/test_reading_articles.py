"""dragoman read: what is named is read, shown with its evidence, kept; what is bad is refused and the rest done first."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
from fixtures.commands import DRAGOMAN, Run, Start, refused

MEETING = "Le ministre russe des Affaires étrangères, Sergueï Lavrov, a été reçu mardi à Rabat par Nasser Bourita.\n"


def written(path: Path, text: str | bytes = MEETING, **front: str) -> Path:
    head = "".join(f"{key}: {value}\n" for key, value in front.items())
    body = text.encode() if isinstance(text, str) else text
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((f"---\n{head}---\n".encode() if head else b"") + body)
    return path


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


def test_a_folder_is_read_whole_and_bad_articles_are_skipped_with_the_rest_done_first(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "press/a.txt", published="2019-01-29")
    written(tmp_path / "press/b.txt", b"Le roi est \xe0 Moscou")
    written(tmp_path / "press/sub/c.md", MEETING + "Il est reparti mercredi.\n", published="2019-01-30")
    done = run("read", "press", "nowhere.txt", "--store", "s")
    assert done.exit_code == 2
    assert "Read 2 articles" in done.stderr
    assert [line.split()[0] for line in done.stderr.splitlines() if line.startswith("Error")] == ["Error:", "Error:"]
    assert "byte 11" in done.stderr
    assert "There is no file nowhere.txt" in done.stderr
    assert len(run("articles", "--store", "s").stdout.splitlines()) == 3


def test_one_named_file_that_cannot_be_opened_stops_no_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "a.txt")
    done = run("read", "x" * 5000, "a.txt", "--store", "s")
    assert done.exit_code == 2
    assert "Read 1 article" in done.stderr
    assert "cannot be opened (File name too long)" in done.stderr
    monkeypatch.setattr(os, "access", lambda *_, **__: False)  # who asks first and opens later asks in vain
    assert run("read", "a.txt", "--store", "s").exit_code == 0


def test_an_address_is_no_file_and_the_sentence_says_how_to_read_it(run: Run) -> None:
    address = "https://example.org/a.html"
    refused(run("read", address, "--store", "s"), 2, f"{address} is an address", f"--url {address}")


def test_two_texts_under_one_address_are_both_refused_and_the_rest_is_done_first(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", url="https://a.example/1")
    written(tmp_path / "b.txt", "Le roi est à Moscou.\n", url="http://www.a.example/1/")
    written(tmp_path / "c.txt", MEETING, url="https://a.example/2")
    done = run("read", "a.txt", "b.txt", "c.txt", "--store", "s")
    assert done.exit_code == 2
    assert "a.txt and b.txt have one address but different texts" in done.stderr
    assert len(run("articles", "--store", "s").stdout.splitlines()) == 2


def test_an_article_that_is_named_twice_is_read_once(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt", url="https://a.example/1")
    written(tmp_path / "b.txt", url="https://a.example/1")
    done = run("read", "a.txt", "a.txt", "b.txt", "--store", "s")
    assert done.exit_code == 0
    assert "b.txt is a.txt again" in done.stderr
    assert "Read 1 article" in done.stderr


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "binary": (b"\x00\x01\x02", "binary"),
    "wrongly encoded": ("Le roi est à Moscou".encode("latin-1"), "iconv"),
    "control character": (b"Le roi\x07", "U+0007"),
    "control character in front matter": (b'---\ntitle: "a\\e[31m"\n---\nx', "U+001B in its title"),
    "broken front matter": (b"---\ntitle: a: b\n---\nx", "line 2"),
    "no calendar date": (b"---\npublished: 2016-02-31\n---\nx", "no day of the calendar"),
    "another language": (b"---\nlanguage: en\n---\nThe king is in Moscow.", "no reader"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_is_refused_in_one_sentence_and_no_store_is_made(run: Run, tmp_path: Path, name: str) -> None:
    content, words = BAD[name]
    (tmp_path / "a.txt").write_bytes(content)
    refused(run("read", "a.txt", "--store", "s"), 2, "a.txt", words)
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("option", ["--title", "--outlet"])
def test_a_control_character_in_an_option_is_refused(run: Run, tmp_path: Path, option: str) -> None:
    written(tmp_path / "a.txt")
    refused(run("read", "a.txt", option, "a\x1b[31m", "--store", "s"), 2, "U+001B", f"its {option[2:]}")


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


def test_a_file_of_100_megabytes_is_refused(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(100_000_000)
    refused(run("read", "a.txt", "--store", "s"), 2, "too long", "100 MB")


def test_a_folder_without_articles_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    refused(run("read", "press", "--store", "s"), 2, "press", "no article")


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


def test_a_store_that_another_process_writes_is_refused_with_status_3(run: Run, tmp_path: Path) -> None:
    from dragoman.graph.store import Store

    written(tmp_path / "a.txt")
    with Store.open(tmp_path / "s", write=True):
        refused(run("read", "a.txt", "--store", "s"), 3, "another process")


def test_a_place_without_a_store_is_refused_with_status_2(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    refused(run("stats", store=tmp_path / "nowhere"), 2, "no store")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file").write_text("mine")
    refused(run("read", "a.txt", "--store", "other"), 2, "no Dragoman store")
    refused(run("read", "a.txt", "--store", "ftp://example.org/s"), 2, "is an address", "a store is a folder")
    assert not (tmp_path / "ftp:").exists()


@pytest.mark.parametrize("command", [("articles",), ("export",), ("validate",), ("read", "a.txt"), ("remove", "a.txt")])
def test_a_store_whose_last_snapshot_nobody_can_name_is_damaged_to_every_command(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    written(tmp_path / "a.txt")
    run("read", "a.txt", "--store", "s")
    (tmp_path / "s/current").unlink()
    refused(run(*command, "--store", "s"), 3, "The store s is damaged")


def test_a_store_of_another_version_or_damaged_is_refused_with_status_3(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    run("read", "a.txt", "--store", "s")
    (tmp_path / "s/VERSION").write_text("999\n")
    refused(run("articles", "--store", "s"), 3, "999")
    (tmp_path / "s/VERSION").write_text("1\n")
    for path in (tmp_path / "s/snapshots").rglob("MANIFEST-*"):
        path.write_bytes(b"damaged")
    refused(run("articles", "--store", "s"), 3, "damaged")


def test_quiet_says_nothing_but_the_answer(run: Run, tmp_path: Path) -> None:
    written(tmp_path / "a.txt")
    assert run("read", "a.txt", "-q", "--store", "s").stderr == ""
    again = run("read", "a.txt", "-q", "--store", "s")
    assert again.stderr == ""


def test_ctrl_c_while_reading_keeps_what_was_read_and_leaves_with_130(tmp_path: Path) -> None:
    for number in range(400):
        written(tmp_path / f"press/{number:03}.txt", MEETING * 5 + f"Numéro {number}.\n", published="2019-01-29")
    process = subprocess.Popen(
        [str(DRAGOMAN), "read", "press", "--store", "s"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline and not _articles_begun(tmp_path / "s"):
        time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=120)[1]
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert "Stopped." in errors
    listed = subprocess.run(
        [str(DRAGOMAN), "articles", "--store", "s"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert listed.returncode in (0, 1), listed.stderr
    kept = len(listed.stdout.splitlines()) - 1
    said = int(errors.split(" of 400 articles were read and are kept")[0])
    assert said in (kept, kept - 1)  # the last one may have been stored, but not yet counted
    assert kept < 400
    again = subprocess.run(
        [str(DRAGOMAN), "read", "press/000.txt", "--store", "s"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 0, again.stderr


def fill(path: Path) -> None:
    """Write until the disk has no room left."""
    with path.open("wb") as file, suppress(OSError):
        while True:
            os.write(file.fileno(), b"x" * 4096)


def _articles_begun(store: Path) -> bool:
    return any(path.stat().st_size > 200_000 for path in store.glob("writer/*.log")) if store.exists() else False


@pytest.mark.needs("root")
def test_a_full_disk_is_one_sentence_with_status_3_and_what_was_stored_is_kept(start: Start, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no tmpfs can be mounted here: {mounted.stderr.strip()}")
    try:
        first = start("read", "--example", store=disk / "s")
        assert first.returncode == 0, first.stderr
        kept = start("articles", store=disk / "s")
        filler = disk / "filler"
        fill(filler)
        written(tmp_path / "a.txt", MEETING * 40)
        full = start("read", "a.txt", store=disk / "s")
        assert full.returncode == 3, full.stderr
        assert "Traceback" not in full.stderr
        assert "full" in full.stderr
        out = start("export", "-o", str(disk / "graph.ttl"), store=disk / "s")
        assert out.returncode == 3
        assert "nothing was changed" in out.stderr
        assert start("articles", store=disk / "s").stdout == kept.stdout
        filler.unlink()
        assert start("articles", store=disk / "s").stdout == kept.stdout
        assert start("read", "a.txt", store=disk / "s").returncode == 0
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
