"""What is known of an article stands at its top, is taken as written, and is refused where it is broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from fixtures.files import FRONT, written

from dragoman.graph.loading import load, load_text
from dragoman.ontology.errors import ArticleError


def test_front_matter_says_everything_about_the_publication_and_is_no_part_of_the_text(tmp_path: Path) -> None:
    article = load(written(tmp_path, FRONT + "Le roi est à Moscou.\n"))
    assert article.text == "Le roi est à Moscou.\n"
    assert (article.title, article.outlet, article.url) == ("Une visite", "labass.net", "https://labass.net/a.html")
    assert (article.language, article.published, article.rights) == ("fr", date(2016, 4, 6), "© labass.net")


def test_values_are_taken_as_written_so_that_no_title_is_a_number_and_no_language_a_truth_value() -> None:
    article = load_text("---\ntitle: 2016\nlanguage: no\noutlet: ~\n---\nx")
    assert (article.title, article.language, article.outlet) == ("2016", "no", None)


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("---\ntitle: x\n", "line 1", "ends it"),
        ("---\ntitle: a: b\n---\n", "line 2", "in quotes"),
        ("---\ntitle: x\noutlet: [a\n---\n", "line 4", "expected"),
        ("---\ntitle: x\n- a\n---\n", "line 3", "expected"),
        ("---\n- a\n---\n", "line 2", "outlet: labass.net"),
        ("---\njust words\n---\n", "line 2", "outlet: labass.net"),
        ("---\ntitle: x\ntitle: y\n---\n", "line 3", "given twice"),
        ("---\ntitle: x\npublishd: 2016-04-06\n---\n", "line 3", "“published”"),
        ("---\ntitle: [a, b]\n---\n", "line 2", "one value"),
        ("---\ntitle: x\npublished: 2016-02-31\n---\n", "line 3", "no day of the calendar"),
        ("---\npublished: mardi\n---\n", "line 2", "no day of the calendar"),
        ("---\npublished: 2016-W14-2\n---\n", "line 2", "no day of the calendar"),
        ("---\ntitle: " + "[" * 50_000 + "\n---\n", "line 1", "cannot be read as YAML"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(front: str, line: str, words: str) -> None:
    with pytest.raises(ArticleError) as refusal:
        load_text(front + "Le roi est à Moscou.", "a.txt")
    for part in ("a.txt", line, words):
        assert part in str(refusal.value)


def test_keys_of_other_tools_pass_unread() -> None:
    assert load_text("---\nauthor: Anne\ntags: [a, b]\ntitle: T\n---\nx").title == "T"
