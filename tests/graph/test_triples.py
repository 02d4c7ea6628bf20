from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, entity, reading, variant
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.records import KINDS, Deal, Ground, Reading, Span, Tenure, Visit, slots
from dragoman.graph.triples import date_literal, decimal, describe, outlet_iri
from dragoman.ontology.namespaces import DGM, expand

TESTS = Path(__file__).parents[1]


@lru_cache
def graph() -> list[ox.Quad]:
    return describe(reading())


def values(subject: str, predicate: str) -> list[str]:
    return [q.object.value for q in graph() if q.subject.value == subject and q.predicate.value == expand(predicate)]


def record(key: str) -> str:
    return f"{article().iri}#{key}"


def test_all_of_an_articles_triples_stand_in_its_graph_without_a_blank_node_sorted_and_once() -> None:
    assert {q.graph_name.value for q in graph()} == {article().iri}
    assert not [q for q in graph() if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
    assert [str(q.triple) for q in graph()] == sorted({str(q.triple) for q in graph()})


def test_every_value_of_every_field_becomes_its_declared_property() -> None:
    for one in reading().records:
        for name, (predicate, kind) in slots(type(one)).items():
            found = set(values(record(one.key), predicate))
            for value in one.values(name):
                wanted = {"record": record(str(value)), "concept": DGM + str(value)}.get(kind, str(value))
                assert wanted in found, (one.key, name)


def test_each_record_has_its_class_its_labels_and_its_evidence() -> None:
    for one in reading().records:
        assert values(record(one.key), "rdf:type") == [DGM + one.kind]
        assert len(values(record(one.key), "rdfs:label")) == 2
        assert set(values(record(one.key), "dgm:evidence")) == {
            article().passage_iri(s.begin, s.end) for s in one.evidence
        }


def test_a_record_s_label_names_everybody_in_its_own_language_where_the_lexicon_can() -> None:
    labels = {
        q.object.language: q.object.value
        for q in graph()
        if q.subject.value == record("visit-1") and q.predicate.value == expand("rdfs:label")
    }
    assert labels == {
        "fr": "Visite: Mohammed VI → Russie, 2016-03-16",
        "en": "Visit: Mohammed VI → Russia, 2016-03-16",
    }
    deals = {q.object.value for q in graph() if q.object.value.startswith("Deal: ")}
    assert deals
    assert all(deal.startswith("Deal: Russia – Morocco (") for deal in deals)


def test_passages_and_mentions_carry_their_words_offsets_and_context() -> None:
    nodes = [q.subject.value for q in graph() if q.object.value in {DGM + "Passage", DGM + "Mention"}]
    assert nodes
    for node in nodes:
        (begin,), (end,) = values(node, "nif:beginIndex"), values(node, "nif:endIndex")
        assert node == article().passage_iri(int(begin), int(end))
        assert values(node, "nif:anchorOf") == [article().text[int(begin) : int(end)]]
        assert values(node, "nif:referenceContext") == [article().iri]


def test_a_mention_names_its_entity_and_lies_in_its_passage_and_only_entities_have_mentions() -> None:
    passages = {q.subject.value for q in graph() if q.object.value == DGM + "Passage"}
    mentions = {q.subject.value for q in graph() if q.object.value == DGM + "Mention"}
    kremlin = article().text.index("Kremlin")
    assert values(article().passage_iri(kremlin, kremlin + 7), "itsrdf:taIdentRef") == [entity("Kremlin").iri]
    grounds = [
        g for r in reading().records for g in r.grounds if slots(type(r))[g.field][1] == "entity" and g.basis == "read"
    ]
    assert mentions == {article().passage_iri(g.span.begin, g.span.end) for g in grounds if g.span}
    for mention in mentions:
        assert set(values(mention, "nif:superString")) <= passages
        assert values(mention, "nif:superString") or mention in passages


def test_words_that_a_value_follows_from_are_no_mention_of_it() -> None:
    begin = article().text.index("Moscou")
    moscow = Span(begin, begin + len("Moscou"))
    grounds = (
        Ground("place", entity("Moscou").iri, "read", moscow),
        Ground("destination", entity("Russie").iri, "derived", moscow),
    )
    visit = Visit(
        "visit-1",
        (Span(0, len(article().text)),),
        grounds,
        destination=(entity("Russie").iri,),
        place=(entity("Moscou").iri,),
    )
    graph = describe(Reading(article(), (visit,), ()))
    assert [q.object.value for q in graph if q.predicate.value == expand("itsrdf:taIdentRef")] == [entity("Moscou").iri]


def test_a_query_without_reasoning_finds_hosts_and_guests_among_participants_and_all_of_them_as_involved() -> None:
    meeting = next(r for r in reading().records if r.kind == "Meeting")
    bare = dataclasses.replace(meeting, participant=())
    graph = describe(dataclasses.replace(reading(), records=(bare,)))
    people = {entity("Abdellatif Hammouchi").iri, entity("Nikolaï Patrouchev").iri}
    for name in ("participant", "involves"):
        assert {q.object.value for q in graph if q.predicate.value == DGM + name} == people
    assert values(record("visit-1"), "dgm:involves") == [entity("Mohammed VI").iri]
    assert values(record("announcement-1"), "dgm:involves") == [entity("Victor Evtuhov").iri]


def test_an_entity_of_the_lexicon_gets_no_name_in_an_article_and_a_new_one_gets_them_all() -> None:
    for one in reading().entities:
        assert set(values(one.iri, "skos:altLabel")) == (set() if one.known else set(one.names))


def test_the_article_tells_its_publication() -> None:
    iri = article().iri
    assert values(iri, "nif:isString") == [article().text]
    assert values(iri, "dcterms:issued") == ["2016-04-06"]
    assert values(iri, "dcterms:publisher") == [outlet_iri("labass.net", load_lexicon())]
    assert values(iri, "schema:url") == [article().url]


@pytest.mark.parametrize(
    ("value", "datatype"),
    [("2016-04-05", "date"), ("2016-04", "gYearMonth"), ("2016", "gYear"), ("--03-16", "gMonthDay")],
)
def test_a_date_is_typed_by_its_precision(value: str, datatype: str) -> None:
    literal = date_literal(value)
    assert (literal.value, literal.datatype.value) == (value, expand(f"xsd:{datatype}"))


@pytest.mark.parametrize("value", ["mardi", "16-03-2016", "2016-3", "", "2016-04-05T10:00"])
def test_what_has_no_form_of_a_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        date_literal(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_decimal_keeps_its_value_and_has_one_form(value: object) -> None:
    from decimal import Decimal

    found = decimal(str(value)).value
    assert Decimal(found) == Decimal(str(value))
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", found)
    assert decimal(found).value == found


def test_a_decimal_survives_the_store_as_it_was_written() -> None:
    deal = Deal("deal-1", (Span(0, 5),), amount="1200.50", currency="MAD")
    graph = describe(Reading(article(), (deal,), ()))
    amount = next(q for q in graph if q.predicate.value == DGM + "amount")
    store = ox.Store()
    store.extend(graph)
    assert amount in store
    assert amount in list(store)


def test_a_tenure_that_is_over_says_so_with_a_boolean() -> None:
    graph = describe(Reading(article(), (Tenure("t", (Span(0, 5),), former=True),), ()))
    (former,) = [q.object for q in graph if q.predicate.value == DGM + "former"]
    assert former == ox.Literal("true", datatype=ox.NamedNode(expand("xsd:boolean")))


def test_two_articles_share_no_node_but_entities_and_terms() -> None:
    subjects: dict[str, set[str]] = defaultdict(set)
    for name, told in (("a", reading()), ("b", variant("https://example.org/b"))):
        subjects[name] = {q.subject.value for q in describe(told)}
    assert not [s for s in subjects["a"] & subjects["b"] if "#" in s or "/article/" in s]


def test_every_kind_of_record_is_in_the_fixture_so_that_nothing_above_is_vacuous() -> None:
    assert {type(r) for r in reading().records} == set(KINDS)


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from fixtures.builtin import reading, variant
from dragoman.graph.store import Store
with Store.memory() as store:
    for one in ([reading(), variant("https://example.org/b")] if len(sys.argv) < 3 else [variant("https://example.org/b"), reading()]):
        store.put(one)
    print("\\n".join(sorted(map(str, store.quads()))))
"""


def test_hash_seeds_and_the_order_of_reading_change_not_a_byte() -> None:
    outputs = set()
    for seed, order in (("0", []), ("1", ["backwards"]), ("4242", [])):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(TESTS), *order],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) > 1000
