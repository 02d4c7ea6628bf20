"""The lexicon is whole, unambiguous where it matters, and says nothing that is not checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import lexicon_files, load_lexicon
from dragoman.graph.lexicon.generate import FILES, LANGUAGES, OBSERVERS, prefixes, table
from dragoman.graph.lexicon.loading import lexicon_triples
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import DGM, ID, expand

LEXICON = load_lexicon()
TRIPLES = lexicon_triples()
COUNTRIES = {e.iri: e for e in LEXICON.entries.values() if e.kind == "Country"}
# city states and states called after their capital: both bear the name, and context tells which is meant
NAMESAKES = {
    "djibouti",
    "guatemala",
    "koweit",
    "luxembourg",
    "mexico",
    "monaco",
    "panama",
    "saint marin",
    "san marino",
    "singapore",
    "singapour",
    "vatican city",
}


def objects(subject: str, predicate: str) -> list[str]:
    return [t.object.value for t in TRIPLES if t.subject.value == subject and t.predicate.value == expand(predicate)]


def test_all_193_members_of_the_united_nations_and_the_two_observers_are_there() -> None:
    members = {t.subject.value for t in TRIPLES if t.predicate.value == expand("org:memberOf")}
    assert len(members) == 193
    assert len(COUNTRIES) == 193 + len(OBSERVERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_one_name_in_each_language_and_it_is_cldrs(language: str) -> None:
    babel = pytest.importorskip("babel")
    names = babel.Locale.parse(language).territories
    codes = {iri: objects(iri, "dcterms:identifier")[0] for iri in COUNTRIES}
    labels: dict[str, list[str]] = defaultdict(list)
    for triple in TRIPLES:
        if (
            triple.predicate.value == expand("rdfs:label")
            and triple.object.language == language
            and triple.subject.value in COUNTRIES
        ):
            labels[triple.subject.value].append(triple.object.value)
    assert {iri: [names[code]] for iri, code in codes.items()} == dict(labels)


def test_every_country_has_demonyms_in_both_genders_and_numbers() -> None:
    for country in COUNTRIES.values():
        assert 1 <= len(country.demonyms) <= 16, country.label
        assert any(d.endswith(("s", "x")) for d in country.demonyms), country.label


def test_every_country_but_two_has_a_capital_that_stands_for_it() -> None:
    without = [iri for iri in COUNTRIES if not objects(iri, "dgm:capital")]
    assert sorted(COUNTRIES[iri].label for iri in without) == ["Israël", "Territoires palestiniens"]
    for iri in set(COUNTRIES) - set(without):
        capital = LEXICON.entries[objects(iri, "dgm:capital")[0]]
        assert capital.stands_for == iri
        assert capital.country == iri


@pytest.mark.parametrize(
    ("name", "country"), [("Rabat", "Maroc"), ("Moscou", "Russie"), ("le Kremlin", "Russie"), ("Ankara", "Turquie")]
)
def test_a_capital_or_seat_of_government_stands_for_its_country(name: str, country: str) -> None:
    entry = LEXICON.named(name.removeprefix("le "))[0]
    assert entry.stands_for is not None
    assert LEXICON.entries[entry.stands_for].label == country


@pytest.mark.parametrize(
    "name",
    [
        "Fédération de Russie",
        "Российская Федерация",
        "المملكة المغربية",
        "dgsn",
        "Nikolai Patrushev",
        "Россия 24",
        "PATROUCHEV Nikolaï"[11:] + " Patrouchev",
    ],
)
def test_names_are_found_in_any_language_case_and_accents_aside(name: str) -> None:
    assert LEXICON.named(name)


def test_no_name_is_borne_by_two_entries_of_one_kind() -> None:
    assert LEXICON.notices == ()


def test_names_shared_across_kinds_are_known_and_few() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for entry in LEXICON.entries.values():
        for name in entry.names:
            bearers[fold(name)].add(entry.iri)
    assert {name for name, iris in bearers.items() if len(iris) > 1} == NAMESAKES


def test_no_identifier_is_given_to_two_entries() -> None:
    counts = Counter(t.object.value for t in TRIPLES if t.predicate.value == expand("skos:exactMatch"))
    assert [qid for qid, n in counts.items() if n > 1] == []


def test_nothing_points_at_an_entry_that_is_not_there() -> None:
    subjects = {t.subject.value for t in TRIPLES}
    dangling = {
        t.object.value for t in TRIPLES if not hasattr(t.object, "language") and t.object.value.startswith(ID)
    } - subjects
    assert dangling == set()


def test_offices_that_changed_hands_do_not_overlap() -> None:
    assert LEXICON.offices
    for one in LEXICON.offices:
        assert one.start
        for other in LEXICON.offices:
            if one is not other and (one.title, one.country, one.agency) == (other.title, other.country, other.agency):
                # a source may give only the month of a change
                assert (one.end and other.start and one.end[:7] <= other.start[:7]) or (
                    other.end and one.start and other.end[:7] <= one.start[:7]
                )


def test_titles_have_plural_and_feminine_forms() -> None:
    minister = next(t for t in LEXICON.titles if t.label == "Premier ministre")
    assert "Première ministre" in minister.singular
    assert "Premiers ministres" in minister.plural


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_shipped_files_are_what_the_tables_give(name: str) -> None:
    pytest.importorskip("babel")
    path = next(p for p in lexicon_files() if p.name == name)
    assert path.read_text(encoding="utf-8") == "\n".join([*prefixes(), *FILES[name]()]) + "\n"


def test_every_table_row_is_read() -> None:
    assert sum(1 for _ in table("countries.tsv")) == len(COUNTRIES)


def test_a_file_of_ones_own_adds_to_what_is_known(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(f'<{ID}agency/x> a <{DGM}Agency> ; <{expand("rdfs:label")}> "Agence X"@fr .', encoding="utf-8")
    assert load_lexicon(own).named("agence x")[0].kind == "Agency"


def test_a_malformed_file_is_refused_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text("<http://a.example/a> <http://a.example/b> 1 .\n<http://a.example/a> oops\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.ttl.*line 2"):
        load_lexicon(own)


def test_a_file_that_contradicts_what_is_known_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(f"<{ID}country/morocco> a <{DGM}Person> .", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"two (kinds|classes)"):
        load_lexicon(own)
