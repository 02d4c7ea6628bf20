"""dragoman read --explain: how each fact was read, and why the rest was not, for a person and as data."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import click
import pytest
from fixtures.builtin import article as builtin
from fixtures.commands import Run, Start

from dragoman.cli.explaining import COLUMNS, lines, rows
from dragoman.graph.article import Article
from dragoman.graph.records import Entity, Ground, Meeting, Reading, Rejection, Span, Tenure

TEXT = "Le roi d’Utopie, Ubu, a reçu mardi Awa Diop. Il a été question de la pêche et d’autre chose."
SENTENCE = Span(0, 44)
NEXT = Span(45, len(TEXT))
UBU, AWA = "id:person/ubu", "id:person/awa"


def at(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


MEETING = Meeting(
    "meeting-1",
    (SENTENCE, NEXT),
    (
        Ground("host", UBU, "read", at("Le roi d’Utopie, Ubu")),
        Ground("participant", UBU, "read", at("Le roi d’Utopie, Ubu")),
        Ground("guest", AWA, "read", at("Awa Diop")),
        Ground("date", "2016-04-05", "read", at("mardi")),
        Ground("date_text", "mardi", "read", at("mardi")),
        Ground("topic", "id:topic/peche", "read", at("la pêche")),
        Ground("place", "id:place/palais", "known"),
    ),
    participant=(UBU, AWA),
    host=(UBU,),
    guest=(AWA,),
    stated_by=("id:agency/presse",),
    rules=("receives", "concerns"),
    date="2016-04-05",
    status="Held",
)
OFFICE = Tenure(
    "tenure-1",
    (SENTENCE,),
    (
        Ground("title", "roi", "read", at("roi")),
        Ground("country", "id:country/utopie", "read", at("Utopie")),
        Ground("holder", UBU, "read", at("roi d’Utopie, Ubu")),
    ),
    holder=UBU,
    title="roi",
    country="id:country/utopie",
    rules=("title roi",),
)
READING = Reading(
    Article(TEXT, title="Le roi reçoit", url="https://example.org/1"),
    (MEETING, OFFICE),
    (
        Entity(UBU, "Person", ("Ubu",)),
        Entity(AWA, "Person", ("Awa Diop",)),
        Entity("id:agency/presse", "Agency", ("service de presse",)),
    ),
    (Rejection("Visit", NEXT, "goes-to", "no visitor was found"), Rejection("Deal", SENTENCE, "sells", "it is denied")),
)


def shown(reading: Reading = READING, width: int = 200, *, colour: bool = False) -> str:
    return "\n".join(lines(reading, width, colour=colour))


def test_each_word_that_fills_a_slot_is_marked_in_its_passage() -> None:
    text = shown()
    assert "“[host: Le roi d’Utopie, Ubu], a reçu [date: mardi] [guest: Awa Diop].”" in text
    assert "“Il a été question de [topic: la pêche] et d’autre chose.”" in text


def test_words_within_words_are_marked_within() -> None:
    assert "“Le [holder: [title: roi] d’[country: Utopie], Ubu], a reçu mardi" in shown()


def test_a_record_says_which_rules_read_it_who_says_so_and_how_surely() -> None:
    text = shown()
    assert "read by receives + concerns; said by service de presse; Asserted; Held" in text
    assert "read by title roi; said by the article itself; Asserted" in text


def test_a_slot_says_its_value_and_what_it_stands_on() -> None:
    text = shown()
    assert "date 2016-04-05 “mardi”" in text
    assert "place id:place/palais (known)" in text
    assert "participant" not in text, "a host is one as a matter of course"


def test_what_was_rejected_is_shown_with_its_passage_and_the_reason_in_the_order_of_the_text() -> None:
    rejected = shown().partition("Rejected")[2]
    assert (
        rejected.split()
        == (f"Deal, by sells: it is denied “{TEXT[:44]}” Visit, by goes-to: no visitor was found “{TEXT[45:]}”").split()
    )


def test_nothing_read_is_said_and_what_was_rejected_is_shown_all_the_same() -> None:
    text = shown(Reading(READING.article, (), (), READING.rejected))
    assert "nothing is stated that it reads" in text
    assert "no visitor was found" in text


def test_marks_are_coloured_where_colours_are_allowed_and_are_the_same_without() -> None:
    for width in (40, 60, 200):
        coloured = shown(width=width, colour=True)
        assert "\x1b[" in coloured
        assert click.unstyle(coloured) == shown(width=width)
        assert all(
            line.endswith("\x1b[0m") or "\x1b[" not in line.rpartition("\x1b[0m")[2] for line in coloured.split("\n")
        )


def test_no_line_is_wider_than_the_terminal() -> None:
    assert max(map(len, shown(width=50).splitlines())) <= 50


def test_spans_that_cross_and_characters_that_stand_for_marks_do_no_harm() -> None:
    grounds = (Ground("holder", UBU, "read", Span(0, 6)), Ground("title", "roi", "read", Span(3, 10)))
    odd = Article("Le roi\ue000 d’Utopie\ue001.")
    text = shown(Reading(odd, (Tenure("tenure-1", (Span(0, 18),), grounds, holder=UBU),), ()))
    assert "“[holder: Le roi]\ufffd d’Utopie\ufffd.”" in text


def test_data_says_where_the_words_of_each_slot_stand() -> None:
    table = rows(READING)
    assert table.columns == COLUMNS
    told = [dict(zip(COLUMNS, row, strict=True)) for row in table.rows]
    for row in told:
        for words, begin, end in (("words", "begin", "end"), ("passage", "passageBegin", "passageEnd")):
            if row[words] is not None:
                assert row[words].value == TEXT[int(row[begin].value) : int(row[end].value)]
    assert {row["outcome"].value for row in told} == {"read", "rejected"}
    assert [row["reason"].value for row in told if row["reason"]] == ["it is denied", "no visitor was found"]
    assert {row["rule"].value for row in told} == {"receives + concerns", "title roi", "goes-to", "sells"}


# -- a real run -------------------------------------------------------------------------------------------------------
def test_the_built_in_article_is_explained_and_kept_as_without(run: Run) -> None:
    plain = run("read", "--example", "--store", "s")
    explained = run("read", "--example", "--explain", "--store", "t", "-f", "table")
    assert plain.exit_code == explained.exit_code == 0
    assert re.search(r"read by [a-z-]+", explained.stdout)
    assert "[host: " in explained.stdout
    assert "said by Conseil de sécurité de Russie" in explained.stdout
    assert "\x1b" not in explained.stdout
    assert run("export", "-f", "nq", "--store", "s").stdout == run("export", "-f", "nq", "--store", "t").stdout


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "xml", "md"])
def test_in_a_pipe_it_is_clean_data_in_every_format(run: Run, format_: str) -> None:
    done = run("read", "--example", "--explain", "--store", "memory", "-f", format_, "-q")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "visit" in done.stdout


def test_offsets_are_those_of_the_article(run: Run) -> None:
    done = run("read", "--example", "--explain", "--store", "memory", "-f", "csv")
    text, found = builtin().text, list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(found) > 30
    for row in found:
        if row["words"]:
            assert text[int(row["begin"]) : int(row["end"])] == row["words"]
        if row["passage"]:
            assert text[int(row["passageBegin"]) : int(row["passageEnd"])] == row["passage"]
        assert row["rule"], row


def test_several_articles_come_one_after_the_other_under_one_head(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"Le ministre russe des Affaires étrangères, Sergueï Lavrov, a été reçu mardi {name} par Nasser Bourita.\n"
        )
    once = run("read", "a.txt", "b.txt", "--explain", "--store", "memory")
    assert once.stdout.count("?article\t?outcome") == 1
    assert len({line.split("\t")[0] for line in once.stdout.splitlines()[1:]}) == 2
    told = json.loads(run("read", "a.txt", "b.txt", "--explain", "--store", "memory", "-f", "json").stdout)
    assert len(told["results"]["bindings"]) == len(once.stdout.splitlines()) - 1
    both = run("read", "a.txt", "b.txt", "--explain", "--store", "memory", "-f", "table").stdout
    assert both.count("Sergueï Lavrov, ministre") == 2


def test_it_is_the_same_whatever_the_hash_seed(start: Start) -> None:
    outputs = {
        start(
            "read", "--example", "--explain", "-f", "table", store="memory", environment={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "read by" in outputs.pop()
