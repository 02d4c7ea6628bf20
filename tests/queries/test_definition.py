"""A header is read strictly: what breaks its format is refused with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.ontology.errors import QueryError
from dragoman.queries.definition import read_question

GOOD = """\
#+ summary: Who?
#+ title:
#+   fr: Qui ?
#+   en: Who?
#+ description:
#+   fr: Des gens.
#+   en: People.
#+ tags: [people]
#+ parameters:
#+   lang:
#+     type: language
#+     default: fr
#+     fr: Langue
#+     en: Language
SELECT ?lang {}
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "who.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_header_is_read(tmp_path: Path) -> None:
    read = read_question(written(tmp_path, GOOD))
    assert (read.name, read.title["fr"], read.tags, read.parameters["lang"].default) == (
        "who",
        "Qui ?",
        ("people",),
        "fr",
    )


@pytest.mark.parametrize(
    ("good", "bad", "line", "problem"),
    [
        ("#+ summary: Who?", "#+summary: Who?", 1, "a header line reads"),
        ("#+ summary: Who?", "#+ summary: Whom?", 1, "the summary"),
        ("#+   fr: Qui ?", "#+     fr: Qui ?", 3, "indented too far"),
        ("#+   fr: Qui ?", "#+    fr: Qui ?", 3, "a header line reads"),
        ("#+   fr: Qui ?", "#+   en: Qui ?", 4, "said twice"),
        ("#+   fr: Qui ?\n", "", 2, "no “fr”"),
        ("#+ tags: [people]", "#+ tags: people", 8, "wrong kind"),
        ("#+ tags: [people]", "#+ tags: [people", 8, "a list reads"),
        ("#+ tags: [people]", "#+ tags: [people]\n#+ sponsor: me", 9, "knows no “sponsor”"),
        ("#+   fr: Des gens.", "#+   fr: Des gens: oui", 6, "holds no quoting"),
        ("#+     type: language", "#+     type: tongue", 11, "no such type as “tongue”"),
        ("#+     type: language\n", "", 10, "no “type”"),
        ("#+     default: fr", "#+     default: 12", 12, "the default does not fit"),
        ("#+     default: fr", "#+     required: yes", 12, "true or false"),
        ("#+     default: fr", "#+     required: true", 12, "shows an “example”"),
        ("#+     default: fr", "#+     colour: red", 12, "knows no “colour”"),
        ("#+     en: Language\n", "#+     en:\n", 14, "“en” has no value"),
        (GOOD, "SELECT * {}", 1, "no “title”"),
    ],
)
def test_a_malformed_header_is_refused_with_its_file_and_line(
    tmp_path: Path, good: str, bad: str, line: int, problem: str
) -> None:
    assert good in GOOD
    with pytest.raises(QueryError, match=rf"^who\.rq, line {line}: .*{problem}"):
        read_question(written(tmp_path, GOOD.replace(good, bad, 1)))
