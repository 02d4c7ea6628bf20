"""dragoman queries: every question is listed and described."""

from __future__ import annotations

from fixtures.commands import Run, refused

from dragoman.queries.catalogue import names


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
