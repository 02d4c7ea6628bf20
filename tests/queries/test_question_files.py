"""The `.rq` files: what each says of itself, and what its text keeps to so that its parameters can be bound as terms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pyoxigraph import RdfFormat, Store, parse

from dragoman.ontology.errors import QueryError
from dragoman.ontology.namespaces import DGM, PREFIXES
from dragoman.queries import Question, bind, catalogue, question
from dragoman.queries.catalogue import FOLDER
from dragoman.queries.definition import read_question
from dragoman.queries.page import page
from dragoman.queries.tokens import tokens

QUESTIONS = catalogue()
every_question = pytest.mark.parametrize("asked", QUESTIONS.values(), ids=list(QUESTIONS))

ASKED_FOR = {
    "who-met-whom", "offices", "visits", "deals", "statements", "evidence", "topics", "implements", "timeline",
    "cooperation", "single-source", "undated", "contribution", "actors", "agreements", "disagreements", "sources",
    "deal-history", "articles", "spellings", "names", "officeholders", "uncertain", "planned", "between", "unknown",
}  # fmt: skip
COUNTS = {"actors", "articles", "names", "sources", "spellings", "unknown"}
"""Those that count or list and state no fact."""
VALUES = {
    "entity": "id:person/nobody", "country": "id:country/nowhere", "article": "id:article/none", "kind": "Meeting",
    "status": "Signed", "date": "2016", "until": "2016", "integer": "1", "string": "words", "language": "en",
}  # fmt: skip


def filled(asked: Question) -> dict[str, str]:
    return {name: p.values[0] if p.values else VALUES[p.type] for name, p in asked.parameters.items()}


def test_the_catalogue_holds_every_question_that_was_asked_for_in_alphabetical_order() -> None:
    assert list(QUESTIONS) == sorted(QUESTIONS)
    assert set(QUESTIONS) >= ASKED_FOR


@every_question
def test_a_question_has_a_title_and_a_description_in_french_and_in_english(asked: Question) -> None:
    for words in (asked.title, asked.description, *(p.description for p in asked.parameters.values())):
        assert set(words) == {"fr", "en"}
        assert words["fr"] != words["en"]
        assert all(len(text) > 3 for text in words.values())
    assert asked.tags


@every_question
def test_a_header_is_yaml_to_every_other_tool_too(asked: Question) -> None:
    header = "\n".join(line[3:] for line in asked.text.splitlines() if line.startswith("#+"))
    said = yaml.safe_load(header)
    assert said["title"] == dict(asked.title)
    assert said["summary"] == asked.title["en"]
    assert list(said["parameters"]) == list(asked.parameters)
    assert {n: p.get("default") for n, p in said["parameters"].items()} == {
        n: int(p.default) if p.type == "integer" and p.default else p.default for n, p in asked.parameters.items()
    }


@every_question
def test_a_question_takes_all_of_its_parameters_as_terms_at_once(asked: Question) -> None:
    text, terms = bind(asked, filled(asked))
    from pyoxigraph import Variable

    bound = {Variable(name): term for name, term in terms.items()}
    assert list(Store().query(text, prefixes=dict(PREFIXES), substitutions=bound)) == []


@every_question
def test_a_parameter_is_never_asked_for_with_bound_nor_copied_with_bind(asked: Question) -> None:
    for name in asked.parameters:
        assert not re.search(rf"BOUND\s*\(\s*\?{name}\s*\)|BIND\s*\(\s*\?{name}\s+AS", asked.text)


@every_question
def test_an_answer_that_states_a_fact_carries_the_words_the_article_and_who_said_so(asked: Question) -> None:
    columns = {variable.value for variable in Store().query(asked.text, prefixes=dict(PREFIXES)).variables}
    assert set(asked.details) <= columns
    if asked.name not in COUNTS:
        assert {"quotation", "saidBy", "record", "passage"} <= columns
        assert columns & {"article", "title"}


@every_question
def test_aggregates_count_each_thing_once_and_every_answer_has_an_order(asked: Question) -> None:
    words = [token.text.upper() for token in tokens(asked.text)]
    assert "ORDER" in words
    for index, word in enumerate(words):
        assert word not in {"SUM", "AVG", "SAMPLE", "GROUP_CONCAT"}
        if word == "COUNT":
            assert words[index + 2] == "DISTINCT"


@every_question
def test_a_question_uses_no_term_that_the_ontology_lacks(asked: Question) -> None:
    ontology = {
        q.subject.value for q in parse(path=FOLDER.parent / "ontology" / "dragoman.ttl", format=RdfFormat.TURTLE)
    }
    used = {DGM + token.text[4:] for token in tokens(asked.text) if token.text.startswith("dgm:")}
    assert used <= ontology
    allowed = {DGM + v for p in asked.parameters.values() if p.type in ("kind", "status") for v in p.values}
    assert allowed <= ontology


@every_question
def test_a_required_parameter_shows_an_example(asked: Question) -> None:
    assert all(p.example for p in asked.parameters.values() if p.required)


def test_the_page_of_the_questions_is_what_the_headers_say() -> None:
    written = (Path(__file__).parents[2] / "docs" / "queries.md").read_text(encoding="utf-8")
    assert written == page(QUESTIONS.values()), "run: python -m dragoman.queries.page > docs/queries.md"


def test_an_unknown_question_is_answered_with_the_closest_ones() -> None:
    with pytest.raises(QueryError, match="no question “who-met”; did you mean who-met-whom"):
        question("who-met")
    with pytest.raises(QueryError, match="dragoman queries lists them"):
        question("zzzzzzzzz")
    with pytest.raises(QueryError):
        question("../queries/deals")


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
