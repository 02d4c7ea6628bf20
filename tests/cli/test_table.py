"""A table fits the terminal, loses no word, and keeps a quotation below the row that it stands for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.table import QUOTATION, render
from dragoman.cli.wrapping import columns

WORDS = st.text(st.characters(categories=("L", "N", "P"), max_codepoint=0x2FFFF), max_size=30)
CELLS = st.lists(WORDS, max_size=8).map(" ".join)


def table(headings: list[str], rows: list[list[str]], width: int = 60) -> list[str]:
    return list(render(headings, rows, width))


def test_short_columns_stand_side_by_side_and_a_quotation_below_its_row() -> None:
    shown = table(
        ["who", QUOTATION, "when"], [["Patrouchev", "“Il a été reçu.”", "2016"], ["Lavrov", "“Il est parti.”", "2019"]]
    )
    assert shown == [
        "who         when",
        "──────────  ────",
        "Patrouchev  2016",
        "    “Il a été reçu.”",
        "Lavrov      2019",
        "    “Il est parti.”",
    ]


def test_what_does_not_fit_is_folded_and_then_put_below_with_its_heading() -> None:
    long = " ".join(["mot"] * 40)
    shown = table(["a", "b", "c"], [["x" * 20, "y" * 20, long]], width=45)
    assert shown[0].split() == ["a", "b"]
    assert shown[3].startswith("    c: mot mot")
    assert " ".join(line.strip() for line in shown[3:]) == f"c: {long}"


def test_a_second_sentence_for_the_same_fact_repeats_nothing_but_itself() -> None:
    shown = table(["who", "said by", QUOTATION], [["A", "z" * 70, "“1”"], ["", "z" * 70, "“2”"]], width=40)
    assert sum("said by" in line for line in shown) == 1
    assert [line for line in shown if "“" in line] == ["    “1”", "    “2”"]


def test_wide_and_combining_characters_are_counted_as_they_are_shown() -> None:
    shown = table(["city", "n"], [["北京", "1"], ["e\u0301tat", "2"], ["العربية", "3"]])
    assert {columns(line[: line.rindex(digit)]) for line, digit in zip(shown[2:], "123", strict=True)} == {9}


def test_a_long_address_breaks_behind_a_mark() -> None:
    shown = table(["a", "b"], [["x", "https://labass.net/9909-maroc-russie-la-cooperation-securitaire.html"]], width=40)
    assert [line[3:].strip() for line in shown[2:]] == [
        "https://labass.net/9909-maroc-russie-",
        "la-cooperation-securitaire.html",
    ]


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5), st.integers(40, 120))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(rows: list[tuple[str, str, str]], width: int) -> None:
    shown = table(["one", "two", QUOTATION], [list(row) for row in rows], width)
    assert all(columns(line) <= width for line in shown)
    letters = sorted("".join(shown[2:]).replace(" ", ""))
    for row in rows:
        for cell in row:
            for letter in cell.replace(" ", ""):
                assert letter in letters
