from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pyoxigraph as ox
import pytest
from fixtures.builtin import article, reading, variant

from dragoman.graph.store import Store
from dragoman.graph.triples import describe
from dragoman.graph.validation import Finding, validate
from dragoman.ontology.namespaces import DGM, expand

NIF = expand("nif:")


def findings(change: Callable[[ox.Quad], ox.Quad | None]) -> list[Finding]:
    """What is found where each quad of the built-in article's graph was changed, or left out."""
    with Store.memory() as store:
        store.put_quads(article().iri, [new for quad in describe(reading()) if (new := change(quad)) is not None])
        return list(validate(store))


def other(quad: ox.Quad, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, value, quad.graph_name)


def number(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(expand("xsd:integer")))


def test_what_was_read_is_valid(builtin_store: Store) -> None:
    builtin_store.put(variant("https://example.org/b", outlet="Un autre journal"))
    assert list(validate(builtin_store)) == []


def test_words_that_do_not_stand_at_their_offsets_are_found() -> None:
    found = findings(lambda q: other(q, ox.Literal("autre chose")) if q.object.value == "Kremlin" else q)
    assert [f.path for f in found] == [NIF + "anchorOf"]
    assert found[0].message.startswith("Its words")
    assert found[0].french.startswith("Ses mots")
    assert "#char=" in found[0].focus


@pytest.mark.parametrize("shift", [-1, 1, 10_000])
def test_offsets_that_were_moved_are_found(shift: int) -> None:
    def moved(quad: ox.Quad) -> ox.Quad:
        return other(quad, number(int(quad.object.value) + shift)) if quad.predicate.value == NIF + "endIndex" else quad

    assert {f.path for f in findings(moved)} >= {NIF + "anchorOf"}


def test_a_mention_outside_its_passage_is_found() -> None:
    passages = sorted(
        {article().passage_iri(s.begin, s.end) for r in reading().records for s in r.evidence},
        key=lambda iri: int(iri.rpartition("=")[2].partition(",")[0]),
    )
    found = findings(lambda q: other(q, ox.NamedNode(passages[0])) if q.predicate.value == NIF + "superString" else q)
    assert any(f.path == NIF + "superString" for f in found)


@pytest.mark.parametrize("value", ["douze", "-3", "1.5", ""])
def test_offsets_that_are_no_numbers_are_found_without_a_crash(value: str) -> None:
    assert findings(lambda q: other(q, ox.Literal(value)) if q.predicate.value == NIF + "beginIndex" else q)


def test_a_record_without_evidence_is_found_by_the_shapes() -> None:
    found = findings(
        lambda q: None if q.predicate.value == DGM + "evidence" and q.subject.value.endswith("deal-2") else q
    )
    assert any(f.focus.endswith("deal-2") and "passage" in f.message and "preuve" in f.french for f in found)


def test_a_fewest_above_the_most_is_found_by_the_shapes() -> None:
    found = findings(lambda q: other(q, number(99)) if q.predicate.value == DGM + "quantityMin" else q)
    assert [f.focus.rpartition("#")[2] for f in found] == ["deal-2"]


def test_an_article_without_its_text_has_no_quotation_that_holds() -> None:
    found = findings(lambda q: None if q.predicate.value == NIF + "isString" else q)
    assert sum(f.path == NIF + "anchorOf" for f in found) > 20


def test_a_participant_that_is_no_actor_is_found_by_its_type_in_the_links() -> None:
    meeting = next(r for r in reading().records if r.kind == "Meeting")
    product = next(e for e in reading().entities if e.kind == "Product")
    wrong = dataclasses.replace(meeting, participant=(product.iri, *meeting.values("participant")))
    with Store.memory() as store:
        store.put(dataclasses.replace(reading(), records=(wrong,)))
        assert any(f.focus == product.iri for f in validate(store))


def dated(**dates: str) -> list[Finding]:
    """What is found where the only visit of an article has these dates."""
    visit = next(r for r in reading().records if r.kind == "Visit")
    bare: dict[str, str | None] = dict.fromkeys(("date", "start_date", "end_date", "date_text", "earliest", "latest"))
    told = dataclasses.replace(visit, grounds=(), **{**bare, **dates}, in_application_of=())
    with Store.memory() as store:
        store.put(dataclasses.replace(reading(), records=(told,)))
        return list(validate(store))


@pytest.mark.parametrize(
    ("dates", "right"),
    [
        ({"start_date": "2016-03-14", "end_date": "2016-03-16", "earliest": "2016-03-14", "latest": "2016-03-16"}, True),
        ({"start_date": "2016-03-16", "end_date": "2016-03-14", "earliest": "2016-03-14", "latest": "2016-03-16"}, False),
        ({"start_date": "2015", "end_date": "2015-04", "earliest": "2015-01-01", "latest": "2015-04-30"}, True),
        ({"start_date": "2016", "end_date": "2015-04", "earliest": "2015-01-01", "latest": "2016-12-31"}, False),
        ({"start_date": "--03-14", "end_date": "2015-03-16", "latest": "2015-03-16"}, True),
        ({"date": "2016-03", "earliest": "2016-03-01", "latest": "2016-03-31"}, True),
        ({"date": "2016-04", "earliest": "2016-03-01", "latest": "2016-03-31"}, False),
        ({"date": "2016-02-28", "earliest": "2016-03-01", "latest": "2016-03-31"}, False),
        ({"date": "2016-04-01", "earliest": "2016-03-01", "latest": "2016-03-31"}, False),
        ({"end_date": "2015", "earliest": "2016-03-01", "latest": "2016-03-31"}, False),
    ],
)  # fmt: skip
def test_dates_of_any_precision_are_in_order_and_lie_between_the_earliest_and_the_latest_day(
    dates: dict[str, str], right: bool
) -> None:
    assert (dated(**dates) == []) is right


def test_a_date_that_is_none_is_found_without_a_crash() -> None:
    day = ox.NamedNode(expand("xsd:date"))
    found = findings(
        lambda q: other(q, ox.Literal("2016-3-16", datatype=day)) if q.predicate.value == DGM + "earliest" else q
    )
    assert {f.path for f in found} >= {DGM + "earliest"}


def elsewhere(quad: ox.Quad) -> ox.Quad:
    """The quad with the evidence of one record in another article."""
    if quad.predicate.value == DGM + "evidence" and quad.subject.value.endswith("#deal-2"):
        return other(quad, ox.NamedNode(variant("https://example.org/b").article.passage_iri(0, 5)))
    return quad


def test_evidence_in_another_article_is_found() -> None:
    assert "deal-2" in {f.focus.rpartition("#")[2] for f in findings(elsewhere) if f.path == DGM + "evidence"}


def test_a_passage_whose_iri_says_other_offsets_or_another_article_is_found() -> None:
    kremlin = article().text.index("Kremlin")
    right = article().passage_iri(kremlin, kremlin + 7)
    for wrong in (
        article().passage_iri(kremlin, kremlin + 8),
        variant("https://example.org/b").article.passage_iri(kremlin, kremlin + 7),
    ):

        def renamed(quad: ox.Quad, wrong: str = wrong) -> ox.Quad:
            if quad.subject.value != right:
                return quad
            return ox.Quad(ox.NamedNode(wrong), quad.predicate, quad.object, quad.graph_name)

        assert [(f.focus, f.message[:7], f.french[:7]) for f in findings(renamed)] == [(wrong, "Its IRI", "Son IRI")]


def test_a_mention_of_somebody_without_a_type_is_found() -> None:
    nobody = ox.NamedNode("https://w3id.org/dragoman/id/person/nobody")
    found = findings(lambda q: other(q, nobody) if q.predicate.value == expand("itsrdf:taIdentRef") else q)
    assert {f.focus for f in found} == {nobody.value}


def test_findings_come_sorted_and_only_for_the_articles_asked_for() -> None:
    with Store.memory() as store:
        broken = [q for q in describe(reading()) if q.predicate.value != NIF + "isString"]
        store.put_quads(article().iri, broken)
        store.put(variant("https://example.org/b"))
        found = list(validate(store))
        assert found == sorted(found)
        assert list(validate(store, [variant("https://example.org/b").article.iri])) == []
