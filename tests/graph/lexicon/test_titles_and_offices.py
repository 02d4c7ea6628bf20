"""Titles have every form in which French writes them; offices have the dates of their sources."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from dragoman.graph.iris import entity_iri, fold
from dragoman.graph.lexicon import Office, Title, load_lexicon
from dragoman.graph.lexicon.sources import lexicon_triples
from dragoman.ontology.namespaces import expand

LEXICON = load_lexicon()
TITLES = {title.label: title for title in LEXICON.titles}


def held(title: str, country: str, day: str, agency: str | None = None) -> list[str]:
    """Who held an office on a day."""
    return [
        LEXICON.entries[o.holder].label
        for o in LEXICON.offices
        if o.title == entity_iri("Title", title)
        and o.country == entity_iri("Country", country)
        and (agency is None or o.agency == entity_iri("Agency", agency))
        and o.held_on(day)
    ]


@pytest.mark.parametrize(
    ("label", "singular", "plural"),
    [
        ("ministre délégué", "ministre déléguée", "ministres délégués"),
        ("Premier ministre", "Première ministre", "Premiers ministres"),
        ("directeur général", "directrice générale", "directrices générales"),
        ("roi", "Souverain", "rois"),
        ("président-directeur général", "PDG", "présidents-directeurs généraux"),
        ("vice-ministre", "vice ministre", "vice-ministres"),
        ("porte-parole", "porte-parole", "porte-parole"),
        ("secrétaire général", "secrétaire générale", "secrétaires généraux"),
        ("chef de la diplomatie", "patronne de la diplomatie", "chefs de la diplomatie"),
    ],
)
def test_a_title_has_its_feminine_its_plural_and_its_variants(label: str, singular: str, plural: str) -> None:
    assert fold(singular) in {fold(form) for form in TITLES[label].singular}
    assert fold(plural) in {fold(form) for form in TITLES[label].plural}


@pytest.mark.parametrize(
    ("label", "scope"),
    [
        ("roi", "royal"),
        ("président", "state"),
        ("chef du gouvernement", "state"),
        ("chef de la diplomatie", "diplomacy"),
        ("ministre", "agency"),
        ("directeur général", "agency"),
        ("homologue", "counterpart"),
    ],
)
def test_a_title_says_on_whose_behalf_it_is_held(label: str, scope: str) -> None:
    assert TITLES[label].scope == scope


def test_forms_of_address_tell_of_no_office() -> None:
    assert {t.label for t in TITLES.values() if t.epithet} == {
        "Commandeur des croyants",
        "Sa Majesté",
        "Son Altesse royale",
    }


def test_no_form_belongs_to_two_titles() -> None:
    forms = Counter(form for t in TITLES.values() for form in {fold(f) for f in (*t.singular, *t.plural)})
    assert [form for form, n in forms.items() if n > 1] == []


@pytest.mark.parametrize("title", [t for t in TITLES.values() if not t.epithet], ids=lambda t: t.label)
def test_every_title_has_a_plural_for_each_gender_that_it_has(title: Title) -> None:
    assert title.plural
    feminine = [f for f in title.singular if re.match(r"\w*(trice|euse|eure|ère|ée|ale)\b", f)]
    if feminine:
        assert any(re.match(r"\w*(trices|euses|eures|ères|ées|ales)\b", f) for f in title.plural), title.label


@pytest.mark.parametrize(
    ("day", "minister"),
    [("2013-10-09", "Saâd-Eddine El Othmani"), ("2016-03-15", "Salaheddine Mezouar"), ("2019-01-25", "Nasser Bourita")],
)
def test_moroccos_foreign_minister_is_the_one_of_the_day(day: str, minister: str) -> None:
    assert held("ministre", "Morocco", day, "ministère des Affaires étrangères Morocco") == [minister]


@pytest.mark.parametrize(
    ("title", "country", "day", "holder"),
    [
        ("roi", "Morocco", "2016-03-16", "Mohammed VI"),
        ("chef du gouvernement", "Morocco", "2016-03-16", "Abdelilah Benkirane"),
        ("président", "Russia", "2010-01-01", "Dmitri Medvedev"),
        ("président", "Russia", "2016-03-16", "Vladimir Poutine"),
        ("Premier ministre", "Russia", "2017-10-11", "Dmitri Medvedev"),
    ],
)
def test_heads_of_state_and_government_are_known_by_day(title: str, country: str, day: str, holder: str) -> None:
    state = [o for o in LEXICON.offices if o.agency is None]
    assert holder in held(title, country, day)
    assert len([o for o in state if o.title == entity_iri("Title", title) and o.held_on(day)]) >= 1


def test_no_office_was_held_before_it_began_or_by_nobody() -> None:
    for office in LEXICON.offices:
        assert LEXICON.entries[office.holder].kind == "Person"
        assert office.start
        assert office.end is None or office.start < office.end
        assert not office.held_on("1900-01-01")


@pytest.mark.parametrize(
    ("start", "end", "day", "answer"),
    [
        ("2008-05", None, "2008-05-01", True),
        ("2008-05", None, "2008-04-30", False),
        ("2008-05-12", "2012-05-07", "2012-05-08", False),
        ("2008-05-12", "2012-05", "2012-05-31", True),
        (None, "2012", "2013-01-01", False),
    ],
)
def test_whether_an_office_was_held_on_a_day(start: str | None, end: str | None, day: str, answer: bool) -> None:
    assert Office("holder", "title", None, None, start, end).held_on(day) is answer


def test_an_office_that_one_holds_alone_changes_hands_without_overlap() -> None:
    several = entity_iri("Title", "vice-Premier ministre")
    terms: dict[tuple[str | None, ...], list[Office]] = defaultdict(list)
    for office in LEXICON.offices:
        if office.title != several:
            terms[office.title, office.country, office.agency].append(office)
    assert max(map(len, terms.values())) > 3
    for held_in_turn in terms.values():
        ordered = sorted(held_in_turn, key=lambda office: office.start or "")
        for earlier, later in pairwise(ordered):
            # a source may know the day for one and only the month for the other
            assert earlier.end
            assert later.start
            assert earlier.end[: len(later.start)] <= later.start


def test_every_office_names_its_source() -> None:
    triples = lexicon_triples()
    offices = {t.subject.value for t in triples if t.object.value == expand("org:Membership")}
    assert len(offices) == len(LEXICON.offices) > 40
    assert offices <= {t.subject.value for t in triples if t.predicate.value == expand("dcterms:source")}


def test_gender_is_told_of_people_alone() -> None:
    genders = {e.label: e.gender for e in LEXICON.entries.values() if e.gender}
    assert genders["Maria Zakharova"] == "f"
    assert genders["Nasser Bourita"] == "m"
    assert {e.kind for e in LEXICON.entries.values() if e.gender} == {"Person"}
