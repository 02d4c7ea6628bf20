"""Fetches from a store, by SPARQL, all that the network is made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from dragoman.graph.network.labelling import labels
from dragoman.graph.network.statements import Quotation, Source, Statement
from dragoman.ontology.namespaces import DGM, LINKS_GRAPH, expand

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
AT_ONCE = 500  # entities asked for in one query: servers refuse very long ones


class Queryable(Protocol):
    """Anything that answers SPARQL over the union of its graphs with pyoxigraph's terms."""

    def query(self, text: str) -> Any:
        """Return the solutions of a SELECT query."""


@dataclass(frozen=True)
class Thing:
    """Somebody or something that a statement names.

    Attributes:
        iri: its IRI.
        kind: the ontology's class.
        labels: its label in each language that has one.
        names: every label and spelling, sorted.
        same: the IRIs that other data give it (Wikidata).
        country: the IRI of its country, empty where unknown.
    """

    iri: str
    kind: str
    labels: dict[str, str]
    names: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    country: str = ""


@cache
def question(name: str) -> str:
    """Return the text of one of this folder's queries."""
    prefixes = ("dcterms", "dgm", "itsrdf", "nif", "rdf", "rdfs", "schema", "skos")
    head = "".join(f"PREFIX {prefix}: <{expand(prefix + ':')}>\n" for prefix in prefixes)
    return head + files(__package__).joinpath(f"{name}.rq").read_text(encoding="utf-8")


def statements(store: Queryable) -> list[Statement]:
    """Return every record of the store, in the order of publication and of the text."""
    values: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article, record, property_, value in store.query(question("records")):
        if article.value != LINKS_GRAPH:
            values[article.value, record.value][property_.value].add(value.value)
    happenings = {r["record"].value: r["happening"].value for r in store.query(question("happenings"))}
    words = quotations(store)
    sources = articles(store)
    found = []
    for (article, record), facts in values.items():
        kind = min((v.removeprefix(DGM) for v in facts[expand("rdf:type")] if v.startswith(DGM)), default="Record")
        slots = {_local(p): tuple(sorted(v)) for p, v in sorted(facts.items())}
        slots = {name: tuple(v.removeprefix(DGM) for v in held) for name, held in slots.items()}
        quoted = tuple(sorted(words[p] for p in facts[expand("dgm:evidence")] if p in words))
        happening = "" if kind == "Tenure" else happenings.get(record, record)
        found.append(Statement(record, kind, happening, slots, quoted, sources.get(article, Source(article))))
    return sorted(found, key=lambda statement: statement.order)


def quotations(store: Queryable) -> dict[str, Quotation]:
    """Return the sentences on which records stand, by their IRIs, with the mentions in them."""
    marks: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for row in store.query(question("mentions")):
        marks[row["passage"].value].add((int(row["begin"].value), int(row["end"].value), row["entity"].value))
    found = {}
    for row in store.query(question("passages")):
        passage, begin = row["passage"].value, int(row["begin"].value)
        inside = tuple(sorted((b - begin, e - begin, entity) for b, e, entity in marks[passage]))
        found[passage] = Quotation(begin, row["words"].value, inside)
    return found


def articles(store: Queryable) -> dict[str, Source]:
    """Return what is known of each article's publication, by its IRI."""
    rows = sorted(
        (tuple(_value(row[name]) for name in ("article", "title", "url", "published", "publisher", "language")))
        for row in store.query(question("articles"))
    )
    outlets = {thing.iri: next(iter(thing.labels.values()), "") for thing in things(store, {row[4] for row in rows})}
    return {
        iri: Source(iri, title, outlets.get(outlet, outlet), url, published, language)
        for iri, title, url, published, outlet, language in reversed(rows)
    }


def things(store: Queryable, iris: Iterable[str]) -> Iterator[Thing]:
    """Yield what the store knows of each of `iris`, in their order."""
    wanted = sorted(iri for iri in iris if _IRI.fullmatch(iri))  # a literal of another's graph is no name
    for begin in range(0, len(wanted), AT_ONCE):
        part = wanted[begin : begin + AT_ONCE]
        facts: dict[str, dict[str, set[Any]]] = {iri: defaultdict(set) for iri in part}
        text = question("entities").replace("ENTITIES", " ".join(f"<{iri}>" for iri in part))
        for row in store.query(text):
            facts[row["entity"].value][row["property"].value].add(row["value"])
        yield from (_thing(iri, facts[iri]) for iri in part)


def _thing(iri: str, facts: dict[str, set[Any]]) -> Thing:
    kinds = sorted(t.value.removeprefix(DGM) for t in facts[expand("rdf:type")] if t.value.startswith(DGM))
    kind = "Country" if "Country" in kinds else next((k for k in kinds if k not in ("Actor", "Place")), "")
    written = sorted((t.language or "", t.value) for t in facts[expand("rdfs:label")])
    others = sorted((t.language or "", t.value) for t in facts[expand("skos:altLabel")])
    return Thing(
        iri,
        kind or next(iter(kinds), "") or "Thing",
        labels(written, others, iri.rpartition("/")[2]),
        tuple(sorted({text for _, text in written + others})),
        tuple(sorted(t.value for t in facts[expand("skos:exactMatch")])),
        min((t.value for t in facts[expand("dgm:country")]), default=""),
    )


def _value(term: Any) -> str:
    return "" if term is None else str(term.value)


def _local(iri: str) -> str:
    return iri.removeprefix(DGM) if iri.startswith(DGM) else iri.rpartition("#")[2].rpartition("/")[2]
