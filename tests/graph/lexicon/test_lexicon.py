"""The shipped lexicon is whole, unambiguous where it matters, and says nothing that is not checked."""

from __future__ import annotations

from collections import Counter, defaultdict

import pyoxigraph as ox
import pytest

from dragoman.graph.iris import entity_iri, fold
from dragoman.graph.lexicon import lexicon_files, load_lexicon
from dragoman.graph.lexicon.additions import check
from dragoman.graph.lexicon.generate import FILES, LANGUAGES, OBSERVERS, content
from dragoman.graph.lexicon.sources import lexicon_quads, lexicon_triples, triples_of
from dragoman.graph.lexicon.tables import country_iri, table
from dragoman.ontology.namespaces import ID, LEXICON_GRAPH, expand

LEXICON = load_lexicon()
TRIPLES = lexicon_triples()
ENTRIES = LEXICON.entries
COUNTRIES = {iri: e for iri, e in ENTRIES.items() if e.kind == "Country"}
# states called after their capital: both bear the name, and only the text tells which is meant
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


FACTS: dict[tuple[str, str], list[ox.NamedNode | ox.Literal]] = defaultdict(list)
for _triple in TRIPLES:
    FACTS[_triple.subject.value, _triple.predicate.value].append(_triple.object)


def objects(subject: str, predicate: str) -> list[str]:
    return [o.value for o in FACTS.get((subject, expand(predicate)), [])]


def labels_in(subject: str, language: str) -> list[str]:
    return [o.value for o in FACTS[subject, expand("rdfs:label")] if getattr(o, "language", None) == language]


def names_by(*parts: str) -> dict[tuple[str, ...], set[str]]:
    """Folded name, with the parts of the entry that are asked for -> IRIs of the entries that bear it."""
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in ENTRIES.values():
        for name in entry.names:
            bearers[(fold(name), *(getattr(entry, part) for part in parts))].add(entry.iri)
    return bearers


# states


def test_all_193_members_of_the_united_nations_and_the_two_observers_are_there() -> None:
    members = {t.subject.value for t in TRIPLES if t.predicate.value == expand("org:memberOf")}
    assert len(members) == 193
    assert len(COUNTRIES) == 193 + len(OBSERVERS)
    assert {objects(iri, "dcterms:identifier")[0] for iri in set(COUNTRIES) - members} == OBSERVERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_one_name_in_each_language_and_it_is_cldrs(language: str) -> None:
    from babel import Locale

    names = Locale.parse(language).territories
    for iri in COUNTRIES:
        assert labels_in(iri, language) == [names[objects(iri, "dcterms:identifier")[0]]]


def test_every_country_has_its_demonyms_in_both_genders_and_numbers() -> None:
    for row in table("countries.tsv"):
        country = COUNTRIES[country_iri(row["code"])]
        first = row["demonyms"].split("|")[0]
        masculine, _, feminine = first.partition("/")
        same_gender = masculine.endswith("e") or feminine == masculine
        same_number = masculine.endswith(("s", "x"))
        assert len(country.demonyms) >= {0: 4, 1: 3 if same_number else 2, 2: 1}[same_gender + same_number], country
        assert masculine in country.demonyms


@pytest.mark.parametrize(
    ("country", "forms"),
    [
        ("Maroc", {"marocain", "marocaine", "marocains", "marocaines"}),
        ("Russie", {"russe", "russes"}),
        ("Grèce", {"grec", "grecque", "grecs", "grecques"}),
        ("Turquie", {"turc", "turque", "turcs", "turques"}),
        ("France", {"français", "française", "françaises"}),
        ("Algérie", {"algérien", "algérienne", "algériens", "algériennes"}),
        ("Espagne", {"espagnol", "espagnole", "espagnols", "espagnoles"}),
        ("Bahreïn", {"bahreïni", "bahreïnie", "bahreïnis", "bahreïnies"}),
    ],
)
def test_demonyms_take_the_feminine_and_the_plural_that_french_gives_them(country: str, forms: set[str]) -> None:
    (entry,) = (e for e in COUNTRIES.values() if e.label == country)
    assert forms <= set(entry.demonyms)


def test_only_the_congos_and_the_koreas_share_a_demonym_and_no_states_share_a_form_before_a_hyphen() -> None:
    demonyms = Counter(form for e in COUNTRIES.values() for form in {fold(d) for d in e.demonyms})
    koreas = {"coreen", "coreenne", "coreens", "coreennes"}
    assert {form for form, n in demonyms.items() if n > 1} == {"congolais", "congolaise", "congolaises"} | koreas
    combining = Counter(fold(form) for e in COUNTRIES.values() for form in e.combining)
    assert max(combining.values()) == 1
    assert len(combining) > 130


def test_every_country_but_two_has_a_capital_that_lies_in_it_and_stands_for_it() -> None:
    without = sorted(e.label for e in COUNTRIES.values() if e.capital is None)
    assert without == ["Israël", "Territoires palestiniens"]
    for country in COUNTRIES.values():
        if country.capital:
            capital = ENTRIES[country.capital]
            assert (capital.kind, capital.country, capital.stands_for) == ("Place", country.iri, country.iri)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Rabat", "Maroc"), ("Moscou", "Russie"), ("Kremlin", "Russie"), ("Élysée", "France"), ("Ankara", "Turquie")],
)
def test_a_capital_or_seat_of_government_stands_for_its_country(name: str, country: str) -> None:
    (place,) = LEXICON.named(name)
    assert place.stands_for is not None
    assert ENTRIES[place.stands_for].label == country


@pytest.mark.parametrize("name", ["Sahara occidental", "Jérusalem", "Crimée", "Taïwan", "Kosovo", "Dakhla"])
def test_where_sovereignty_is_disputed_no_country_is_asserted(name: str) -> None:
    (place,) = LEXICON.named(name)
    assert (place.kind, place.country, place.stands_for) == ("Place", None, None)


def test_the_common_noun_for_a_state_is_that_of_its_official_name() -> None:
    polities = {e.label: e.polities for e in COUNTRIES.values()}
    assert polities["Maroc"] == ("royaume",)
    assert polities["Russie"] == ("fédération",)
    assert polities["Oman"] == ("sultanat",)
    assert sum(map(bool, polities.values())) > 120


# names


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Fédération de Russie", "Russie"),
        ("Российская Федерация", "Russie"),
        ("المملكة المغربية", "Maroc"),
        ("royaume chérifien", "Maroc"),
        ("dgsn", "Direction générale de la sûreté nationale"),
        ("Conseil de sécurité de la fédération de Russie", "Conseil de sécurité de Russie"),
        ("NIKOLAI  PATRUSHEV", "Nikolaï Patrouchev"),
        ("Nikolaï Patruchev", "Nikolaï Patrouchev"),
        ("Виктор Евтухов", "Victor Evtuhov"),
        ("Россия 24", "Russia-24"),
        ("ministère des Affaires étrangères de la Fédération de Russie", "Ministère russe des Affaires étrangères"),
    ],
)
def test_an_entry_is_found_by_each_of_its_names_case_and_accents_aside(name: str, label: str) -> None:
    assert [entry.label for entry in LEXICON.named(name)] == [label]


def test_father_and_son_are_two() -> None:
    (father,), (son,) = LEXICON.named("Nikolaï Patrouchev"), LEXICON.named("Dmitri Patrouchev")
    assert father.iri != son.iri
    assert LEXICON.named("Patrouchev") == ()


def test_no_name_is_borne_by_two_entries_of_one_kind() -> None:
    assert {name for name, iris in names_by("kind").items() if len(iris) > 1} == set()
    assert LEXICON.notices == ()


def test_only_states_and_their_capitals_share_a_name() -> None:
    shared = {name[0]: iris for name, iris in names_by().items() if len(iris) > 1}
    assert set(shared) == NAMESAKES
    for iris in shared.values():
        country, place = sorted((ENTRIES[iri] for iri in iris), key=lambda e: e.kind)
        assert country.capital == place.iri


def test_no_persons_name_is_a_single_word() -> None:
    for entry in ENTRIES.values():
        if entry.kind == "Person":
            assert all(" " in name.strip() for name in entry.names), entry.names


def test_names_say_their_languages_so_that_a_reader_can_leave_out_foreign_ones() -> None:
    jordan = ENTRIES[entity_iri("Country", "Jordan")]
    assert "Jordan" in jordan.names
    assert "Jordan" not in jordan.names_in("fr")
    assert "Jordanie" in jordan.names_in("fr")


@pytest.mark.parametrize("kind", ["Agency", "Organization"])
def test_every_institution_has_a_label_in_four_languages(kind: str) -> None:
    for entry in ENTRIES.values():
        if entry.kind == kind:
            assert all(len(labels_in(entry.iri, language)) == 1 for language in LANGUAGES), entry.label


# what points at what, and where it comes from


def test_no_identifier_is_given_to_two_entries_and_each_says_what_verifies_it() -> None:
    matches = [(t.subject.value, t.object.value) for t in TRIPLES if t.predicate.value == expand("skos:exactMatch")]
    assert len(matches) == sum(1 for _ in table("identifiers.tsv")) > 15
    assert len({qid for _, qid in matches}) == len({iri for iri, _ in matches}) == len(matches)
    for iri, qid in matches:
        number = qid.rpartition("/")[2]
        assert any(source.startswith(f"{number}: ") for source in objects(iri, "dcterms:source")), iri


def test_every_entry_names_what_it_rests_on_and_a_country_what_its_names_its_membership_and_its_capital_do() -> None:
    said = {row["key"]: row["name"] for row in table("sources.tsv")}
    for entry in ENTRIES.values():
        assert objects(entry.iri, "dcterms:source"), entry.iri
        if entry.kind == "Country":
            wanted = {said[key] for key in ("CLDR", "UN", "usage", "mledoze")}
            assert wanted <= set(objects(entry.iri, "dcterms:source")), entry.iri
            if entry.capital:
                assert {said["usage"], said["mledoze"]} <= set(objects(entry.capital, "dcterms:source")), entry.capital


def test_no_iri_is_described_twice() -> None:
    kinds = Counter(t.subject.value for t in TRIPLES if t.predicate.value == expand("rdf:type"))
    assert [iri for iri, n in kinds.items() if n > 1] == []


def test_nothing_points_at_an_entry_that_is_not_there() -> None:
    subjects = {t.subject.value for t in TRIPLES}
    objects_ = {t.object.value for t in TRIPLES if isinstance(t.object, ox.NamedNode)}
    assert {iri for iri in objects_ if iri.startswith(ID)} - subjects == set()


def test_no_node_is_blank_and_every_quad_is_in_the_lexicons_graph() -> None:
    assert {type(term) for t in TRIPLES for term in (t.subject, t.object)} == {ox.NamedNode, ox.Literal}
    assert {q.graph_name.value for q in lexicon_quads()} == {LEXICON_GRAPH}
    assert len(lexicon_quads()) == len(TRIPLES)


@pytest.mark.parametrize("path", lexicon_files(), ids=lambda p: p.name)
def test_a_shipped_file_keeps_the_rules_for_a_file_of_ones_own(path: object) -> None:
    others: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for other in lexicon_files():
        if other != path:
            for triple in triples_of(other):
                others[triple.subject.value][triple.predicate.value].append(triple.object)
    mine = [t for t in triples_of(path) if t.predicate.value != expand("org:memberOf")]  # type: ignore[arg-type]
    check(path, mine, others)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_shipped_files_are_what_the_tables_give(name: str) -> None:
    path = next(p for p in lexicon_files() if p.name == name)
    assert path.read_text(encoding="utf-8") == content(name)


def test_every_shipped_file_is_generated() -> None:
    assert {path.name for path in lexicon_files()} == set(FILES)
