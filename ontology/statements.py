"""The statements of one of the vocabulary's files, by subject and in the order of the file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from dragoman.ontology.files import Name, turtle
from dragoman.ontology.namespaces import expand, shortened

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Triple

Node: TypeAlias = "NamedNode | Literal | str"
"""A value; a blank node is a string that begins with `_:`."""

Said: TypeAlias = dict[str, list[Node]]
"""What is stated of one subject: the values of each predicate."""

Facts: TypeAlias = dict[str, Said]
"""What a file states, by subject."""


@cache
def facts(name: Name) -> Facts:
    """Return what a file states; subjects, predicates and values stand in its order."""
    from pyoxigraph import RdfFormat, parse

    found: Facts = {}
    for quad in parse(turtle(name), format=RdfFormat.TURTLE):
        subject, predicate, value = _parts(quad.triple)
        found.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return found


def _parts(triple: Triple) -> tuple[str, str, Node]:
    from pyoxigraph import BlankNode, Literal, NamedNode

    value = triple.object
    node = value if isinstance(value, Literal | NamedNode) else str(value)
    subject = triple.subject
    key = str(subject) if isinstance(subject, BlankNode) else getattr(subject, "value", str(subject))
    return key, triple.predicate.value, node


def texts(said: Said, name: str) -> dict[str, str]:
    """Return the values of a property by language, the first of each; one in no language under the empty string."""
    from pyoxigraph import Literal

    found: dict[str, str] = {}
    for value in said.get(expand(name), []):
        if isinstance(value, Literal):
            found.setdefault(value.language or "", value.value)
    return found


def names(found: Facts, subject: str, name: str) -> tuple[str, ...]:
    """Return the values of a property as prefixed names; a class that is a union gives those of its members."""
    named: list[str] = []
    for value in found.get(subject, {}).get(expand(name), []):
        if not isinstance(value, str):
            named.append(shortened(value.value))
            continue
        for head in found[value].get(expand("owl:unionOf"), []):
            named += [shortened(member.value) for member in members(found, head) if not isinstance(member, str)]
    return tuple(named)


def members(found: Facts, head: Node) -> list[Node]:
    """Return the members of an RDF list."""
    listed: list[Node] = []
    while isinstance(head, str):
        listed += found[head][expand("rdf:first")]
        head = found[head][expand("rdf:rest")][0]
    return listed
