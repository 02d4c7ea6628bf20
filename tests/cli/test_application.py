"""The command as a whole: quick, quiet where it should be, and never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fixtures.commands import DRAGOMAN, Run, Start, refused

from dragoman.cli.application import COMMANDS

NAMES = [name for section in COMMANDS.values() for name in section]
HEAVY = ("spacy", "rdflib", "pyvis", "networkx", "pyshacl", "rich", "yaml", "numpy", "jinja2")


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_each_command_ends_with_a_real_example(run: Run, name: str) -> None:
    done = run(name, "-h")
    assert done.exit_code == 0
    body, _, example = done.stdout.partition("\nExample:\n")
    assert body.startswith(f"Usage: dragoman {name}")
    assert all(line.startswith("  dragoman ") for line in example.strip("\n").splitlines())
    assert f"dragoman {name}" in example
    assert done.stdout == run(name, "--help").stdout


def test_the_overview_names_every_command_with_the_first_line_of_its_help(run: Run) -> None:
    from importlib import import_module

    overview = run("-h").stdout
    assert run().stdout == overview
    for name in NAMES:
        assert f"  {name}" in overview
        assert import_module(f"dragoman.cli.commands.{name}")
    assert run("--version").stdout.startswith("dragoman ")


def test_a_question_from_cold_imports_nothing_heavy() -> None:
    check = f"import sys, dragoman.cli.commands.query, dragoman.graph.store, dragoman.queries.guard; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("raed",), ("raed", "did you mean read? See dragoman -h.")),
        (("queries", "--store", "s"), ("--text", "? See dragoman queries -h.")),
        (("query",), ("NAME|FILE|-", "dragoman query -h")),
        (("query", "deals", "--formt", "csv"), ("--formt", "--format")),
        (("path", "A"), ("B",)),
        (("remove",), ("ARTICLE",)),
    ],
)
def test_a_slip_on_the_command_line_is_one_sentence(
    run: Run, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    refused(run(*arguments), 2, *words)


def test_what_nobody_foresaw_is_one_sentence_too_and_debug_shows_where(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dragoman.cli.commands.stats as stats

    monkeypatch.setattr(stats, "contents", None)
    refused(run("stats"), 3, "--debug")
    assert "Traceback" in run("stats", "--debug").stderr


def test_ctrl_c_during_a_query_leaves_at_once_with_130(graph_folder: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) < STR(?g)) }"
    process = subprocess.Popen(
        [str(DRAGOMAN), "query", text, "--store", str(graph_folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(3)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, errors = process.communicate(timeout=20)
    assert (process.returncode, out, errors.strip()) == (130, "", "Stopped.")


INTERRUPTED = """
import signal, sys
from dragoman.cli import main
sys.argv = ["dragoman", "read", "--example", "--store", "s"]
signal.signal(signal.SIGALRM, signal.default_int_handler)  # what Ctrl-C does, so long after this line
signal.setitimer(signal.ITIMER_REAL, {delay})
main()
"""


@pytest.mark.parametrize("delay", [0.01, 0.03, 0.1, 0.3, 0.6, 1.2])
def test_ctrl_c_while_modules_load_leaves_with_130_and_no_traceback(tmp_path: Path, delay: float) -> None:
    command = [sys.executable, "-c", INTERRUPTED.format(delay=delay)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr


def test_no_colour_is_written_where_none_is_wanted(graph_folder: Path) -> None:
    def shown(*options: str, **environment: str) -> str:
        told = {**os.environ, "DRAGOMAN_STORE": str(graph_folder), "TERM": "xterm", **environment}
        told.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
        command = " ".join([f"'{DRAGOMAN}'", "query", "deals", *options])
        return subprocess.run(
            ["script", "-qec", command, "/dev/null"], env=told, capture_output=True, text=True, check=True
        ).stdout

    assert "\x1b[1m" in shown()
    assert "\x1b" not in shown("--no-color")
    assert "\x1b" not in shown(NO_COLOR="1")


def test_output_is_utf_8_in_a_pipe_whatever_the_locale_says(start: Start) -> None:
    done = start("show", "Nikolaï Patrouchev", environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert "Николай Патрушев" in " ".join(done.stdout.split())


def test_bytes_that_are_no_utf_8_on_the_command_line_are_refused(start: Start) -> None:
    done = start("show", "\udcff")
    assert done.returncode == 2
    assert "UTF-8" in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("dragoman qu", "query"),
        ("dragoman query who", "who-met-whom"),
        ("dragoman show nikolai", "Nikolaï\\ Patrouchev"),
        ("dragoman show Abdellatif\\ H", "Abdellatif\\ Hammouchi"),
        ('dragoman show "Abdellatif H', "Abdellatif Hammouchi"),
        ("dragoman path Maroc abdellatif", "Abdellatif\\ Hammouchi"),
        ("dragoman remove maroc", "Maroc-Russie:\\ la\\ coopération\\ sécuritaire\\ prend\\ du\\ rythme"),
        ("dragoman query who-met-whom -p pe", "person="),
        ("dragoman query who-met-whom -p person=abdellatif\\ h", "Abdellatif\\ Hammouchi"),
        ("dragoman query deals -p status=sig", "Signed"),
        ("dragoman query deals -p lang=", "ru"),
        ("dragoman query deals --lang e", "en"),
        ("dragoman export -f tr", "trig"),
    ],
)
def test_bash_completes_commands_questions_names_and_values_as_words_that_it_reads_as_one(
    start: Start, typed: str, offered: str
) -> None:
    done = start(environment={"_DRAGOMAN_COMPLETE": "bash_complete", "COMP_LINE": typed})
    assert f"plain,{offered}" in done.stdout.splitlines()


def test_bash_puts_a_name_of_two_words_on_the_line_as_one(graph_folder: Path) -> None:
    script = f"""
    PATH='{DRAGOMAN.parent}':$PATH
    eval "$(_DRAGOMAN_COMPLETE=bash_source dragoman)"
    compopt() {{ :; }}
    COMP_LINE='dragoman show abdellatif\\ h'
    COMP_POINT=${{#COMP_LINE}}
    _dragoman_completion dragoman
    printf '%s\n' "${{COMPREPLY[@]}}"
    """
    told = {**os.environ, "DRAGOMAN_STORE": str(graph_folder)}
    done = subprocess.run(["bash", "-c", script], env=told, capture_output=True, text=True, check=True)
    assert done.stdout == "Abdellatif\\ Hammouchi\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_completion_script_for_each_shell(start: Start, shell: str) -> None:
    assert "_DRAGOMAN_COMPLETE" in start(environment={"_DRAGOMAN_COMPLETE": f"{shell}_source"}).stdout
