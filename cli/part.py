"""Which part of the graph somebody asks for: by days, by a query, or by a name and what surrounds it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from dragoman.cli.notices import counted, notice
from dragoman.ontology.errors import QueryError

if TYPE_CHECKING:
    import networkx as nx

    from dragoman.graph.network.statements import Statement
    from dragoman.graph.store import Store


def days(ctx: click.Context, since: str | None, until: str | None) -> tuple[str, str]:
    """Return the first and the last day that are asked for, empty where there is no limit."""
    from dragoman.queries.values import to_term

    limits = []
    for option, kind, written in (("--from", "date", since), ("--to", "until", until)):
        try:
            limits.append("" if written is None else str(to_term(kind, written).value))
        except QueryError as error:
            raise click.UsageError(f"{option}: {error}", ctx) from None
    begin, end = limits
    if begin and end and begin > end:
        raise click.UsageError(f"--from {since} lies after --to {until}; turn them round", ctx)
    return begin, end


def chosen(
    graph: Store, asked: str | None, begin: str, end: str
) -> Callable[[Sequence[Statement]], list[Statement]] | None:
    """Return what chooses the statements that are drawn, None where all are."""
    from dragoman.graph.network.selection import naming, within

    if asked is None and not (begin or end):
        return None
    iris = None if asked is None else _iris(graph, asked)

    def choose(stated: Sequence[Statement]) -> list[Statement]:
        named = list(stated) if iris is None else naming(stated, iris)
        if not (begin or end):
            return named
        undated = {one.happening for one in named} - {one.happening for one in named if one.first("earliest")} - {""}
        if undated:
            notice(f"{counted(len(undated), 'happening')} without a date left out.")
        return within(named, begin, end)

    return choose


def _iris(graph: Store, asked: str) -> frozenset[str]:
    """Return every IRI in the answer to the query in a file."""
    from pyoxigraph import NamedNode

    from dragoman.cli.sparql import answered, decoded, from_file
    from dragoman.queries.results import Table

    text = decoded(sys.stdin.buffer.read(), "standard input") if asked == "-" else from_file(asked)
    answer = answered(graph, text, {}, allow_remote=False)
    if isinstance(answer, bool):
        raise QueryError(
            f"{asked} asks whether something is so; view needs a SELECT or a CONSTRUCT that returns records"
        )
    terms = (
        (term for row in answer.rows for term in row)
        if isinstance(answer, Table)
        else (term for triple in answer.triples for term in (triple.subject, triple.object))
    )
    return frozenset(term.value for term in terms if isinstance(term, NamedNode))


def focused(network: nx.MultiDiGraph[str], name: str, hops: int) -> nx.MultiDiGraph[str]:
    """Return what surrounds the node of a name."""
    from dragoman.graph.network.selection import around

    return around(network, _named(network, name), hops)


def _named(network: nx.MultiDiGraph[str], name: str) -> str:
    """Return the node that bears a name in full or, where none does, the only actor, place or topic with its words.

    What happened is found by its whole name alone, and is not offered: a visit bears its visitor's name too.
    """
    from dragoman.graph.network.sentences import named
    from dragoman.ontology.folding import fold
    from dragoman.ontology.namespaces import PREFIXES
    from dragoman.queries.names import Label, resolve

    prefix, _, local = name.strip().partition(":")
    iri = PREFIXES[prefix] + local if prefix in PREFIXES else name.strip()
    if iri in network:
        return iri
    labels = [
        Label(node, spelled, main=spelled in known["labels"].values(), kind=known["kind"])
        for node, known in network.nodes(data=True)
        for spelled in dict.fromkeys((*known["labels"].values(), *known["names"]))
    ]
    wanted = fold(name)
    if wanted and all(fold(label.name) != wanted for label in labels):
        happened = {node for node, known in network.nodes(data=True) if "status" in known}
        labels = [label for label in labels if label.iri not in happened]
        words = set(wanted.split())
        bearers = {label.iri for label in labels if words <= set(fold(label.name).split())}
        if len(bearers) == 1:
            return bearers.pop()
    lang = network.graph["lang"]
    called = {node: named(known["labels"], lang) for node, known in network.nodes(data=True)}
    return resolve(name, labels, network.degree, called)
