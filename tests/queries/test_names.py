"""A name is found by any label in any language; where it is not, or not only once, the sentence helps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.store import Store
from dragoman.ontology.errors import UnknownName
from dragoman.ontology.namespaces import ID
from dragoman.queries.names import Label, find, resolve

MOROCCO, RUSSIA, MOSCOW = ID + "country/morocco", ID + "country/russia", ID + "place/moscow"
LABELS = [
    Label(MOROCCO, "Maroc", kind="Country"),
    Label(MOROCCO, "Марокко", kind="Country"),
    Label(RUSSIA, "Russie", kind="Country"),
    Label(RUSSIA, "Moscou", main=False, kind="Country"),
    Label(MOSCOW, "Moscou", kind="Place"),
    Label(ID + "person/nikolai-patrushev", "Nikolaï Patrouchev", kind="Person"),
    Label(ID + "person/ivan-smirnov", "Smirnov", main=False, kind="Person"),
    Label(ID + "person/oleg-smirnov", "Smirnov", main=False, kind="Person"),
]


@pytest.mark.parametrize("name", ["Maroc", "maroc", "  MAROC ", "Марокко", "марокко"])
def test_any_label_names_its_entity_accents_and_case_aside(name: str) -> None:
    assert resolve(name, LABELS) == MOROCCO
    assert resolve("nikolai patrouchev", LABELS) == ID + "person/nikolai-patrushev"


def test_a_main_name_comes_before_another_spelling_of_something_better_known() -> None:
    assert resolve("Moscou", LABELS, {RUSSIA: 100, MOSCOW: 1}.__getitem__) == MOSCOW


def test_of_two_that_bear_a_name_the_one_that_joins_most_happenings_is_meant() -> None:
    weights = {ID + "person/ivan-smirnov": 2, ID + "person/oleg-smirnov": 3}
    assert resolve("smirnov", LABELS, weights.__getitem__) == ID + "person/oleg-smirnov"


@pytest.mark.parametrize("weigh", [None, lambda _: 1])
def test_where_nothing_decides_the_sentence_names_them_all(weigh: object) -> None:
    with pytest.raises(UnknownName, match=r"“Smirnov” names 2 things; .*ivan-smirnov.*oleg-smirnov"):
        resolve("Smirnov", LABELS, weigh)  # type: ignore[arg-type]


def test_an_unknown_name_gets_the_three_closest_of_different_entities() -> None:
    three = [
        Label(f"{ID}person/{n}", name) for n, name in enumerate(("Ivan Smirnoff", "Oleg Smirnof", "Smirnow", "Smith"))
    ]
    with pytest.raises(UnknownName, match=r"did you mean Smirnow, Oleg Smirnof, Ivan Smirnoff\?$"):
        resolve("Smirnov", three)
    with pytest.raises(UnknownName, match=r"called “Patrouchef”; did you mean Nikolaï Patrouchev, [^,]+, [^,]+\?$"):
        resolve("Patrouchef", LABELS)
    with pytest.raises(UnknownName, match="called “xyzzy”; dragoman query names lists"):
        resolve("xyzzy", LABELS)
    with pytest.raises(UnknownName, match="holds no names yet; read an article first"):
        resolve("Maroc", [])


@given(st.text())
def test_any_text_names_something_or_is_refused_in_one_sentence(name: str) -> None:
    try:
        said = resolve(name, LABELS, lambda _: 0)
    except UnknownName as error:
        said = str(error)
    assert said in {label.iri for label in LABELS} or f"“{name}”" in said


@pytest.mark.parametrize(
    ("name", "kind", "iri"),
    [
        ("Maroc", "country", MOROCCO),
        ("russia", "country", RUSSIA),
        ("Россия", "entity", RUSSIA),
        ("المغرب", "entity", MOROCCO),
        ("moscou", "entity", MOSCOW),
        ("ABDELLATIF HAMMOUCHI", "entity", ID + "person/abdellatif-hammouchi"),
        ("id:person/mohammed-vi", "entity", ID + "person/mohammed-vi"),
        ("person:mohammed-vi", "entity", ID + "person/mohammed-vi"),
        (ID + "person/mohammed-vi", "entity", ID + "person/mohammed-vi"),
    ],
)
def test_a_name_is_found_in_a_store(builtin_store: Store, name: str, kind: str, iri: str) -> None:
    assert find(name, builtin_store.query, kind) == iri


@pytest.mark.parametrize("name", ["id:person/nobody", "person:nobody", "https://example.org/a", "http://a b"])
def test_an_iri_of_which_nothing_is_said_is_unknown(builtin_store: Store, name: str) -> None:
    with pytest.raises(UnknownName, match=f"nothing in the graph has the IRI {name}"):
        find(name, builtin_store.query)


@pytest.mark.parametrize("name", ["", "  "])
def test_no_name_names_nothing(builtin_store: Store, name: str) -> None:
    with pytest.raises(UnknownName, match="no name was given"):
        find(name, builtin_store.query)


def test_one_word_spelt_right_outweighs_several_alike(builtin_store: Store) -> None:
    with pytest.raises(UnknownName, match="did you mean Nasser Bourita"):
        find("ministre Bourita", builtin_store.query)


def test_an_article_is_found_by_its_title(builtin_store: Store) -> None:
    assert (
        find("maroc russie : la coopération sécuritaire prend du rythme", builtin_store.query, "article")
        == (builtin_store.articles()[0])
    )


def test_a_country_is_looked_for_among_countries_alone(builtin_store: Store) -> None:
    with pytest.raises(UnknownName, match="called “Kremlin”; did you mean"):
        find("Kremlin", builtin_store.query, "country")


def test_a_misspelt_name_gets_what_was_meant_among_the_closest(builtin_store: Store) -> None:
    with pytest.raises(UnknownName, match="Hammouchi"):
        find("Hamouchi", builtin_store.query)
