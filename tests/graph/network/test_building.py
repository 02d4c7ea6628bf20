"""What the network of a store holds: nodes, edges, and the words behind each."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fixtures.builtin import reading, variant

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.ontology.languages import LANGUAGES


def node(network: Any, label: str, kind: str | None = None) -> str:
    """Return the only node of a label or, where none has it, the only one whose label has it in it."""
    labels = {n: d["label"] for n, d in network.nodes(data=True) if kind in (None, d["kind"])}
    found = [n for n, held in labels.items() if held == label] or [n for n, held in labels.items() if label in held]
    assert len(found) == 1, (label, found)
    return found[0]


def roles(network: Any, begin: str, end: str) -> dict[str, str]:
    held = network.get_edge_data(node(network, begin), node(network, end)) or {}
    return {edge["role"]: edge["label"] for edge in held.values()}


def test_every_kind_of_actor_and_happening_in_the_article_is_a_node(builtin_store: Store) -> None:
    network = build(builtin_store)
    kinds = {d["kind"] for _, d in network.nodes(data=True)}
    assert {"Country", "Official", "Agency", "Outlet", "Visit", "Meeting", "Agreement", "Deal", "Announcement"} <= kinds
    assert {"Cooperation", "Place", "Topic", "Product"} <= kinds
    assert not kinds & {"Happening", "Passage", "Mention", "Tenure", "Article"}


def test_edges_say_in_plain_words_what_joins_their_ends(builtin_store: Store) -> None:
    network = build(builtin_store)
    assert roles(network, "Russie", "Sukhoi Superjet 100 (12 à 20)") == {"supplier": "propose"}
    assert roles(network, "Sukhoi Superjet 100 (12 à 20)", "Maroc") == {"recipient": "proposé à"}
    assert roles(network, "Nikolaï Patrouchev", "Rencontre\u00a0: Kremlin") == {"host": "reçoit"}
    assert roles(network, "Abdellatif Hammouchi", "Rencontre\u00a0: Kremlin") == {"guest": "est reçu"}
    assert roles(network, "Mohammed VI", "Maroc") == {"tenure": "roi"}
    assert roles(network, "Nikolaï Patrouchev", "Conseil de sécurité de Russie") == {"tenure": "secrétaire général"}


def test_an_edge_speaks_the_language_asked_for_and_carries_the_others(builtin_store: Store) -> None:
    network = build(builtin_store, lang="en")
    assert roles(network, "Russia", "Sukhoi Superjet 100 (12 à 20)") == {"supplier": "proposes"}
    edge = network.get_edge_data(node(network, "Russia"), node(network, "Sukhoi Superjet 100 (12 à 20)"))["supplier"]
    assert edge["labels"] == {"fr": "propose", "en": "proposes", "ar": "عرض", "ru": "предлагает"}
    assert network.nodes[node(network, "Russia")]["labels"]["ru"] == "Россия"


def test_no_node_and_no_edge_stands_without_a_quotation_found_in_its_article(builtin_store: Store) -> None:
    network = build(builtin_store)
    text = reading().article.text
    held = [d["statements"] for _, d in network.nodes(data=True)] + [
        d["statements"] for *_, d in network.edges(data=True)
    ]
    assert held
    for statements in held:
        assert statements
        for one in statements:
            assert one.quotations
            for quote in one.quotations:
                assert text[quote.begin : quote.begin + len(quote.words)] == quote.words


def test_marks_in_a_quotation_are_the_words_that_stand_for_somebody(builtin_store: Store) -> None:
    network = build(builtin_store)
    marked = {
        (quote.words[begin:end], network.nodes[iri]["label"])
        for _, d in network.nodes(data=True)
        for one in d["statements"]
        for quote in one.quotations
        for begin, end, iri in quote.marks
        if iri in network
    }
    assert ("Nikolaï Patrouchev", "Nikolaï Patrouchev") in marked
    assert ("Россия 24", "Russia-24") in marked


def test_a_statement_knows_who_said_it_where_and_when_it_was_published(builtin_store: Store) -> None:
    network = build(builtin_store)
    (deal,) = network.nodes[node(network, "Sukhoi Superjet 100 (12 à 20)")]["statements"]
    assert deal.speakers == (node(network, "Victor Evtuhov"),)
    assert (deal.status, deal.certainty) == ("Proposed", "Asserted")
    assert (deal.source.published, deal.source.url) == ("2016-04-06", reading().article.url)
    assert deal.source.outlet == "labass.net"
    (reign, *_) = [s for s in network.nodes[node(network, "Mohammed VI")]["statements"] if s.kind == "Tenure"]
    assert reign.speakers == ()


def test_every_statement_is_said_as_a_sentence(builtin_store: Store) -> None:
    said = {s["fr"] for s in build(builtin_store).graph["sentences"].values()}
    assert "Nikolaï Patrouchev reçoit Abdellatif Hammouchi (Kremlin, 5 avril 2016)" in said
    assert [
        s for s in said if s.startswith("La Russie propose au Maroc\u00a0: ") and s.endswith("Superjet 100 (12 à 20)")
    ]
    assert "Mohammed VI se rend en Russie (Moscou, 16 mars 2016)" in said
    every = [s for each in build(builtin_store).graph["sentences"].values() for s in each.values()]
    assert not [s for s in every if "{" in s or "[" in s or "|" in s]


def test_sentences_are_said_in_arabic_and_russian_with_the_names_that_are_known_there(builtin_store: Store) -> None:
    every = build(builtin_store).graph["sentences"].values()
    assert [s["ru"] for s in every if s["ru"].startswith("Предложение (Россия – Марокко): ")]
    assert [s["ar"] for s in every if s["ar"].startswith("عرض روسيا على المغرب: ")]
    assert [s["ar"] for s in every if s["ar"].startswith("زيارة محمد السادس إلى روسيا (موسكو، 16 مارس 2016")]
    assert {frozenset(s) for s in every} == {frozenset(LANGUAGES)}


def test_what_two_articles_tell_of_one_happening_is_one_node_with_both_statements() -> None:
    with Store.memory() as store:
        store.put(reading())
        store.put(variant("https://example.org/again"))
        both = build(store)
    label = "Rencontre\u00a0: Kremlin"
    statements = both.nodes[node(both, label)]["statements"]
    assert len({s.source.iri for s in statements}) == len(statements) == 2
    edge = both.get_edge_data(node(both, "Nikolaï Patrouchev"), node(both, label))["host"]
    assert len(edge["statements"]) == 2


def test_the_order_in_which_articles_were_read_changes_nothing() -> None:
    one, other = reading(), variant("https://example.org/again")
    networks = []
    for readings in ((one, other), (other, one)):
        with Store.memory() as store:
            for each in readings:
                store.put(each)
            networks.append(build(store))
    first, second = networks
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))


@pytest.mark.parametrize("seed", ["0", "1", "12345"])
def test_nodes_and_edges_stand_in_the_order_of_their_iris_whatever_the_hash_seed(seed: str) -> None:
    program = (
        "from fixtures.builtin import reading\nfrom dragoman.graph.store import Store\n"
        "from dragoman.graph.network import build\ns = Store.memory(); s.put(reading()); g = build(s)\n"
        "assert list(g) == sorted(g)\nprint(repr(list(g.edges(keys=True, data=True))))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": each},
        ).stdout
        for each in ("77", seed)
    }  # fmt: skip
    assert len(runs) == 1


def test_a_store_without_articles_gives_an_empty_network() -> None:
    with Store.memory() as store:
        assert len(build(store)) == 0


def test_a_name_that_means_harm_is_a_name_like_any_other(hostile_store: Store) -> None:
    labels = {d["label"] for _, d in build(hostile_store).nodes(data=True)}
    assert "</script><script>window.harmed=1</script>" in labels
