"""A lexicon of one's own adds to what is known; what it may not say is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.graph.lexicon import load_lexicon
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import PREFIXES

HEAD = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("dgm", "id", "org", "rdfs", "schema", "skos", "xsd"))
FIRST = HEAD.count("\n") + 1
EXAMPLE = "<https://w3id.org/dragoman/id/agency/example>"
MOROCCO = "<https://w3id.org/dragoman/id/country/morocco>"
RUSSIA = "<https://w3id.org/dragoman/id/country/russia>"


def written(folder: Path, turtle: str, name: str = "own.ttl") -> Path:
    path = folder / name
    path.write_text(HEAD + turtle, encoding="utf-8")
    return path


def test_a_file_of_ones_own_adds_an_entry(tmp_path: Path) -> None:
    turtle = (
        f'{EXAMPLE} a dgm:Agency ; rdfs:label "Agence d’exemple"@fr ; skos:altLabel "AEX"@fr ; dgm:country {MOROCCO} .'
    )
    own = written(tmp_path, turtle)
    (entry,) = load_lexicon(own).named("aex")
    assert (entry.kind, entry.label, entry.country) == ("Agency", "Agence d’exemple", MOROCCO.strip("<>"))
    assert load_lexicon().named("aex") == ()


def test_a_file_of_ones_own_adds_names_to_a_known_entry_without_taking_any_away(tmp_path: Path) -> None:
    own = written(tmp_path, f'{MOROCCO} skos:altLabel "Empire chérifien"@fr .')
    (entry,) = load_lexicon(own).named("empire chérifien")
    assert entry.label == "Maroc"
    assert set(load_lexicon().named("Maroc")[0].names) < set(entry.names)
    assert load_lexicon(own).notices == ()


def test_a_file_of_ones_own_adds_titles_and_offices(tmp_path: Path) -> None:
    turtle = (
        '<https://a.example/t> a dgm:Title ; rdfs:label "bourgmestre"@fr ; dgm:pluralForm "bourgmestres"@fr ; dgm:scope "agency" .\n'
        '<https://a.example/p> a dgm:Person ; rdfs:label "Jean Exemple"@fr ; schema:gender "male" .\n'
        "<https://a.example/o> a org:Membership ; org:member <https://a.example/p> ; org:role <https://a.example/t> ;\n"
        '    dgm:startDate "2020-01-01"^^xsd:date .'
    )
    lexicon = load_lexicon(written(tmp_path, turtle))
    assert "bourgmestre" in {t.label for t in lexicon.titles}
    assert any(o.holder == "https://a.example/p" and o.held_on("2021-05-05") for o in lexicon.offices)
    assert lexicon.named("jean exemple")[0].gender == "m"


def test_a_name_that_another_entry_of_its_class_bears_is_reported(tmp_path: Path) -> None:
    own = written(tmp_path, f'{EXAMPLE} a dgm:Agency ; rdfs:label "Agence d’exemple"@fr ; skos:altLabel "dgsn"@fr .')
    lexicon = load_lexicon(own)
    (notice,) = lexicon.notices
    assert "«dgsn»" in notice
    assert "agency/example" in notice
    assert "general-directorate-for-national-security-morocco" in notice
    assert len(lexicon.named("DGSN")) == 2


def test_a_name_that_an_entry_of_another_class_bears_is_nobodys_business(tmp_path: Path) -> None:
    own = written(tmp_path, '<https://a.example/c> a dgm:Company ; rdfs:label "DGSN"@fr .')
    assert load_lexicon(own).notices == ()


def test_two_files_of_ones_own_may_speak_of_one_another_in_order(tmp_path: Path) -> None:
    first = written(tmp_path, '<https://a.example/c> a dgm:Country ; rdfs:label "Syldavie"@fr .', "1.ttl")
    second = written(
        tmp_path,
        '<https://a.example/k> a dgm:Place ; rdfs:label "Klow"@fr ; dgm:country <https://a.example/c> ; dgm:standsFor <https://a.example/c> .',
        "2.ttl",
    )
    assert load_lexicon(first, second).named("klow")[0].stands_for == "https://a.example/c"
    with pytest.raises(LexiconError, match=r"2\.ttl, line .* no lexicon file describes"):
        load_lexicon(second, first)


def test_a_file_is_read_again_once_it_has_changed(tmp_path: Path) -> None:
    own = written(tmp_path, f'{EXAMPLE} a dgm:Agency ; rdfs:label "Agence première"@fr .')
    assert load_lexicon(own) is load_lexicon(own)
    written(tmp_path, f'{EXAMPLE} a dgm:Agency ; rdfs:label "Agence deuxième du nom"@fr .')
    assert load_lexicon(own).named("Agence deuxième du nom")


@pytest.mark.parametrize(
    ("turtle", "line", "why"),
    [
        (f"{MOROCCO} a dgm:Person .", 0, "two classes, Country and Person"),
        (f'\n{MOROCCO} rdfs:label "Le Maroc"@fr .', 1, "«Maroc» in 'fr' already"),
        (f"\n\n<https://w3id.org/dragoman/id/place/rabat> dgm:country {RUSSIA} .", 2, "two values of dgm:country"),
        (f"<https://w3id.org/dragoman/id/place/rabat> dgm:standsFor {RUSSIA} .", 0, "two values of dgm:standsFor"),
        (f"{EXAMPLE} a dgm:Agency .", 0, "no rdfs:label"),
        (f'{EXAMPLE} rdfs:label "Agence"@fr .', 0, "no class"),
        (f'{EXAMPLE} a dgm:Agencie ; rdfs:label "Agence"@fr .', 0, "dgm:Agencie, which no entry can be"),
        (f'{EXAMPLE} a dgm:Visit ; rdfs:label "Visite"@fr .', 0, "dgm:Visit, which no entry can be"),
        (f'{EXAMPLE} a dgm:Agency, dgm:Company ; rdfs:label "Agence"@fr .', 0, "two classes, Agency and Company"),
        (
            f'{EXAMPLE} a dgm:Agency ; rdfs:label "A"@fr ; dgm:land {MOROCCO} .',
            0,
            "dgm:land, which the lexicon does not know",
        ),
        (f'{EXAMPLE} a dgm:Agency ; rdfs:label "A"@fr ; dgm:country id:moroco .', 0, "no lexicon file describes"),
        (f'{EXAMPLE} a dgm:Agency ; rdfs:label "A"@fr ; skos:altLabel {MOROCCO} .', 0, "skos:altLabel that is no text"),
        (f'{EXAMPLE} a dgm:Title ; rdfs:label "A"@fr ; dgm:scope "world" .', 0, "unknown dgm:scope"),
        ("<https://a.example/o> a org:Membership .", 0, "without org:member or org:role"),
        (f'{EXAMPLE} a dgm:Agency ; rdfs:label "A"@fr .\n[] a dgm:Agency ; rdfs:label "B"@fr .', 1, "has no IRI"),
        (f'{EXAMPLE} a dgm:Agency ; rdfs:label "A"@fr .\n_:b a dgm:Agency ; rdfs:label "B"@fr .', 1, "has no IRI"),
        (f'{EXAMPLE} a dgm:Agency ;\n    rdfs:label "A@fr .', 1, "no valid Turtle"),
        (f'{EXAMPLE} a dgm:Agency ;\n\n    oops "A"@fr .', 2, "no valid Turtle"),
    ],
)
def test_what_breaks_the_format_or_contradicts_the_lexicon_is_refused_with_its_line(
    tmp_path: Path, turtle: str, line: int, why: str
) -> None:
    own = written(tmp_path, turtle)
    with pytest.raises(LexiconError) as refusal:
        load_lexicon(own)
    assert f"{own}" in str(refusal.value)
    assert why in str(refusal.value)
    assert f", line {FIRST + line}:" in str(refusal.value) or "no valid Turtle, line" in str(refusal.value)


def test_a_refused_file_leaves_the_shipped_lexicon_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(LexiconError):
        load_lexicon(written(tmp_path, f"{MOROCCO} a dgm:Person ."))
    assert load_lexicon().named("Maroc")[0].kind == "Country"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x89PNG\r\n", "<é>".encode("latin-1")])
def test_a_file_that_is_no_text_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    own = tmp_path / "own.ttl"
    own.write_bytes(content)
    with pytest.raises(LexiconError, match=r"own\.ttl"):
        load_lexicon(own)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nothere\.ttl cannot be read: No such file or directory\."):
        load_lexicon(tmp_path / "nothere.ttl")
    with pytest.raises(LexiconError, match=r"cannot be read: Is a directory\."):
        load_lexicon(tmp_path)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_either_a_lexicon_or_refused(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(text, encoding="utf-8", newline="")
    refused = ""
    try:
        load_lexicon(own)
    except LexiconError as refusal:
        refused = str(refusal)
    assert not refused or (refused.startswith(f"The lexicon file {own}") and "\n" not in refused)
