"""Gathers what the graph holds of one entity: its names, its offices, what it took part in, and what it stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.queries.asking import table
from dragoman.queries.names import Ask
from dragoman.queries.results import Table, text


@dataclass
class Fact:
    """One record, with the sentences that state it.

    Attributes:
        kind: its class ("Meeting").
        what: its label.
        roles: what the entity is in it ("guest").
        when: its date, empty where none is stated.
        status: its status, empty where none is stated.
        certainty: empty where it is asserted.
        said_by: who says so.
        quotations: each sentence with its article and that one's day.
    """

    kind: str
    what: str
    when: str = ""
    status: str = ""
    certainty: str = ""
    said_by: str = ""
    roles: list[str] = field(default_factory=list)
    quotations: list[dict[str, str]] = field(default_factory=list)


@dataclass
class Dossier:
    """What the graph holds of one entity; `names` by language, the main one first."""

    iri: str
    kind: str
    names: dict[str, list[str]]
    offices: list[Fact]
    happenings: list[Fact]
    statements: list[Fact]


def dossier(run: Ask, iri: str, lang: str) -> Dossier:
    """Return the dossier of an entity.

    Args:
        run: a store's `query`.
        iri: the entity's.
        lang: the language in which things are named where they can be.
    """
    names: dict[str, list[str]] = {}
    kind = ""
    for row in _rows(table(run, "names", entity=iri)):
        names.setdefault(row["language"], [])
        if row["name"] not in names[row["language"]]:
            names[row["language"]].append(row["name"])
        kind = kind or row["kind"]
    facts = _facts(table(run, "evidence", entity=iri, lang=lang))
    offices = [fact for fact in facts.values() if fact.kind == "Tenure"]
    stated = _facts(table(run, "statements", speaker=iri, lang=lang))
    spoken = {"speaker", "statedBy"}
    happenings = [
        fact
        for record, fact in facts.items()
        if fact.kind != "Tenure" and not (record in stated and spoken.issuperset(fact.roles))
    ]
    return Dossier(iri, kind, names, offices, sorted(happenings, key=_order), sorted(stated.values(), key=_order))


def _facts(answer: Table) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for row in _rows(answer):
        fact = facts.setdefault(
            row["record"],
            Fact(_kind(row), row["what"], row["when"], row["status"], row["certainty"], row["saidBy"]),
        )
        if row.get("role") and row["role"] not in fact.roles:
            fact.roles.append(row["role"])
        quotation = {"words": row["quotation"], "article": row["article"], "published": row["published"]}
        if quotation not in fact.quotations:
            fact.quotations.append(quotation)
    return facts


def _kind(row: Mapping[str, str]) -> str:
    """Return the class of a row's record, which its IRI ends with ("...#meeting-1") where no column says it."""
    return row.get("kind") or row["record"].rpartition("#")[2].rpartition("-")[0].capitalize()


def _order(fact: Fact) -> tuple[bool, str, str]:
    return (not fact.when, fact.when, fact.what)


def _rows(answer: Table) -> Iterator[dict[str, str]]:
    for row in answer.rows:
        yield {column: text(term) for column, term in zip(answer.columns, row, strict=True)}
