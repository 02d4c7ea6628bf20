"""Links are a function of the set of articles: whatever was put, replaced and removed before, in whatever order."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pyoxigraph as ox
import pytest
from fixtures.builtin import reading, variant
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.accounts import Account
from dragoman.graph.linking.happenings import agree
from dragoman.graph.linking.links import links, stated
from dragoman.graph.records import Agreement, Deal, Entity, Meeting, Reading, Record, Span, Tenure, Visit
from dragoman.graph.store import Store
from dragoman.graph.triples import describe
from dragoman.ontology.namespaces import DGM, LINKS_GRAPH, expand

PEOPLE = ("Anna", "Boris", "Chloé")
SPELLINGS = {"Anna": ("Anna", "ANNA", "anna"), "Boris": ("Boris", "boris"), "Chloé": ("Chloé", "Chloe", "CHLOE")}
DAYS = (
    ("2016-04-05", "2016-04-05"),
    ("2016-04-06", "2016-04-06"),
    ("2016-04-01", "2016-04-30"),
    ("2016-01-01", "2016-12-31"),
    (None, None),
)
PUBLISHED = (None, date(2016, 4, 7), date(2016, 4, 9), date(2017, 1, 2))
TOPICS = tuple(entity_iri("Topic", name) for name in ("pêche", "pêche maritime", "tourisme"))
GOODS = tuple(entity_iri("Product", name) for name in ("blé", "avions Superjet 100", "Superjet 100"))
LAND, OTHER = entity_iri("Country", "Utopie"), entity_iri("Country", "Cocagne")
ALL = Span(0, 10)


def person(name: str) -> str:
    return entity_iri("Person", name)


@st.composite
def records(draw: st.DrawFn, key: str) -> Record:
    earliest, latest = draw(st.sampled_from(DAYS))
    dates = {"earliest": earliest, "latest": latest}
    who = tuple(map(person, draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))))
    kind = draw(st.sampled_from(("Meeting", "Visit", "Tenure", "Agreement", "Deal")))
    certainty = draw(st.sampled_from(("Asserted", "Asserted", "Denied")))
    if kind == "Meeting":
        return Meeting(key, (ALL,), participant=who, certainty=certainty, **dates)
    if kind == "Visit":
        return Visit(key, (ALL,), visitor=who, destination=(LAND,), certainty=certainty, **dates)
    if kind == "Agreement":
        topics = tuple(draw(st.lists(st.sampled_from(TOPICS), max_size=2, unique=True)))
        return Agreement(key, (ALL,), party=(LAND, OTHER), topic=topics, **dates)
    if kind == "Deal":
        status = draw(st.sampled_from(("Proposed", "Signed", "Delivered")))
        number = draw(st.sampled_from((None, 5, 12)))
        sides = {"supplier": (LAND,), "recipient": (OTHER,) if draw(st.booleans()) else ()}
        goods = (draw(st.sampled_from(GOODS)),)
        return Deal(
            key, (ALL,), product=goods, status=status, quantity_min=number, quantity_max=number, **sides, **dates
        )
    return Tenure(key, (ALL,), holder=who[0], title="roi", country=draw(st.sampled_from((LAND, OTHER))), **dates)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    url = f"https://example.org/{draw(st.integers(0, 3))}"
    stated = tuple(draw(records(f"r-{n}")) for n in range(draw(st.integers(0, 3))))
    named = {v for r in stated for f in ("participant", "visitor", "holder") if hasattr(r, f) for v in r.values(f)}
    entities = [
        Entity(person(name), "Person", tuple(draw(st.lists(st.sampled_from(SPELLINGS[name]), min_size=1, max_size=2))))
        for name in PEOPLE
        if person(name) in named
    ]
    published = draw(st.sampled_from(PUBLISHED))
    return Reading(Article("0123456789", url=url, published=published), stated, tuple(entities))


steps = st.lists(st.one_of(readings(), st.integers(0, 3).map(lambda n: f"https://example.org/{n}")), max_size=12)


def whole(store: Store) -> list[ox.Quad]:
    return links([q for iri in store.articles() for q in store.quads(iri)], load_lexicon().entries)


@settings(max_examples=150, deadline=None)
@given(steps=steps)
def test_after_any_puts_and_removals_links_are_those_of_the_articles_that_are_left(steps: list[Reading | str]) -> None:
    with Store.memory() as store:
        for step in steps:
            if isinstance(step, str):
                store.remove(Article("", url=step).iri)
            else:
                store.put(step)
            assert sorted(store.quads(LINKS_GRAPH), key=str) == whole(store)


@settings(max_examples=60, deadline=None)
@given(told=st.lists(readings(), max_size=4, unique_by=lambda r: r.article.iri), data=st.data())
def test_the_order_of_reading_changes_nothing(told: list[Reading], data: st.DataObject) -> None:
    with Store.memory() as first, Store.memory() as second:
        for one in told:
            first.put(one)
        for one in data.draw(st.permutations(told)):
            second.put(one)
        assert set(first.quads()) == set(second.quads())


@settings(max_examples=100, deadline=None)
@given(told=st.lists(readings(), max_size=4, unique_by=lambda r: r.article.iri))
def test_each_record_has_one_happening_and_no_article_tells_of_one_twice(told: list[Reading]) -> None:
    found = links([q for one in told for q in describe(one)], {})
    happenings: dict[str, list[str]] = defaultdict(list)
    for quad in found:
        if quad.predicate.value == DGM + "happening":
            happenings[quad.object.value].append(quad.subject.value)
    records_told = [r for told_of in happenings.values() for r in told_of]
    assert sorted(records_told) == sorted(f"{one.article.iri}#{r.key}" for one in told for r in one.records)
    for told_of in happenings.values():
        assert len({r.partition("#")[0] for r in told_of}) == len(told_of)
    typed = {q.subject.value for q in found if q.object.value == DGM + "Happening"}
    assert typed == set(happenings)


@settings(max_examples=100, deadline=None)
@given(told=st.lists(readings(), max_size=4, unique_by=lambda r: r.article.iri))
def test_accounts_that_agree_do_so_either_way_and_share_a_block(told: list[Reading]) -> None:
    accounts = set(stated([q for one in told for q in describe(one)], {}).accounts.values())
    for one in accounts:
        assert Account.from_text(one.to_text()) == one
        for other in accounts:
            assert agree(one, other) == agree(other, one)
            assert not agree(one, other) or one.blocks & other.blocks


def test_what_two_outlets_tell_alike_is_one_happening_though_deals_have_no_day() -> None:
    found = links(
        [*describe(reading()), *describe(variant("https://example.org/b", outlet="Autre"))], load_lexicon().entries
    )
    tellers: dict[str, int] = defaultdict(int)
    for quad in found:
        if quad.predicate.value == DGM + "happening":
            tellers[quad.object.value.rpartition("/")[2].partition("-")[0] + " " + quad.object.value] += 1
    by_kind = {
        kind: sorted(n for k, n in tellers.items() if k.startswith(kind)) for kind in ("meeting", "visit", "deal")
    }
    assert by_kind == {"meeting": [2], "visit": [2, 2], "deal": [2] * 4}


def test_an_entity_that_the_lexicon_knows_is_neither_named_nor_typed_again() -> None:
    known = load_lexicon().entries
    found = links(describe(reading()), known)
    assert not [q for q in found if q.subject.value in known and q.object.value != DGM + "Official"]


def test_an_entity_has_one_label_whatever_its_names() -> None:
    labels = [q.subject for q in links(describe(reading()), {}) if q.predicate.value == expand("rdfs:label")]
    assert len(labels) == len(set(labels)) > 0


def test_who_holds_an_office_is_an_official() -> None:
    officials = {q.subject.value for q in links(describe(reading()), {}) if q.object.value == DGM + "Official"}
    holders = {value for r in reading().records if isinstance(r, Tenure) for value in r.values("holder")}
    assert officials == holders


@pytest.mark.parametrize("number", [1, 3])
def test_a_store_whose_links_were_lost_is_mended_when_it_is_next_written(tmp_path: object, number: int) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "s"
    with Store.open(folder, write=True) as store:
        for n in range(number):
            store.put(variant(f"https://example.org/{n}"))
        wanted = set(store.quads())
        store.engine.clear_graph(ox.NamedNode(LINKS_GRAPH))
    (folder / "unfinished").touch()
    with Store.open(folder, write=True) as store:
        assert set(store.quads()) == wanted
