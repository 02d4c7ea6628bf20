"""Finds whom or what a name means: by any label in any language, accents and case aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple, Protocol

from pyoxigraph import Literal, NamedNode

from dragoman.ontology.errors import UnknownName
from dragoman.ontology.folding import fold
from dragoman.ontology.languages import LANGUAGES
from dragoman.ontology.namespaces import PREFIXES
from dragoman.queries.values import Term

_CLASSES: Final = {"country": "Country"}
_EXACT: Final = """
SELECT DISTINCT ?name (?bearer AS ?iri) ?main ?kind WHERE {
  { ?bearer rdfs:label ?name BIND(true AS ?main) } UNION { ?bearer skos:altLabel ?name BIND(false AS ?main) }
  FILTER NOT EXISTS { ?bearer dgm:evidence ?passage }
  OPTIONAL { ?bearer a ?class FILTER(?class != dgm:Official) }
  BIND(STRAFTER(STR(?class), "#") AS ?kind)
}
"""
_ALL: Final = """
SELECT ?name (?bearer AS ?iri) ?main ?kind WHERE {
  VALUES ?class {
    dgm:Person dgm:Country dgm:Agency dgm:Company dgm:Organization dgm:Outlet dgm:Source dgm:Place dgm:Product dgm:Topic
  }
  ?bearer a ?class .
  { ?bearer rdfs:label ?name BIND(true AS ?main) } UNION { ?bearer skos:altLabel ?name BIND(false AS ?main) }
  BIND(STRAFTER(STR(?class), "#") AS ?kind)
}
"""
_TITLES: Final = """
SELECT ?name (?article AS ?iri) (true AS ?main) ("Article" AS ?kind) WHERE {
  ?article a dgm:Article ; dcterms:title ?name .
}
"""
_SAID: Final = "SELECT ?iri { { ?iri ?says ?what } UNION { ?what ?says ?iri } } LIMIT 1"
_HARDLY: Final = 0.1
_WEIGHT: Final = """
SELECT ?entity (COUNT(DISTINCT ?happening) AS ?happenings) WHERE {
  ?record ?property ?entity ; dgm:happening ?happening .
}
GROUP BY ?entity
"""


class Label(NamedTuple):
    """One name of one entity.

    Attributes:
        iri: the entity.
        name: the name.
        main: whether it is the entity's name rather than another spelling of it.
        kind: the entity's class, as a word ("Country").
    """

    iri: str
    name: str
    main: bool = True
    kind: str = ""


class Ask(Protocol):
    """Runs a SELECT query with terms for its variables, as a store's `query` does."""

    def __call__(self, text: str, bindings: Mapping[str, Term] = ..., /) -> Any:
        """Return the solutions."""


def find(name: str, ask: Ask, kind: str = "entity") -> str:
    """Return the IRI of what is called `name` in the store behind `ask`.

    An exact spelling is looked up first, which costs next to nothing; only then are all names compared.

    Args:
        name: a name, an IRI, or an IRI with one of the known prefixes.
        ask: a store's `query`.
        kind: a parameter's type: "entity", "country" or "article".

    Raises:
        UnknownName: nothing bears the name, or several things do with equal right.
    """
    name = name.strip()
    if not name:
        raise UnknownName("no name was given; give one, or leave it out where it may be")
    prefix, _, local = name.partition(":")
    iri = PREFIXES[prefix] + local if prefix in PREFIXES and re.fullmatch(r"\S+", local) else name
    if "://" in iri:
        return _known(name, iri, ask)
    if kind == "article":
        return resolve(name, _labels(ask(_TITLES)))
    wanted = _CLASSES.get(kind)
    for language in LANGUAGES:
        spelled = _of(wanted, _labels(ask(_EXACT, {"name": Literal(name, language=language)})))
        if spelled:
            return resolve(name, spelled, _weigh(ask))
    return resolve(name, _of(wanted, _labels(ask(_ALL))), _weigh(ask))


def resolve(
    name: str,
    labels: Iterable[Label],
    weigh: Callable[[str], int] | None = None,
    called: Mapping[str, str] | None = None,
) -> str:
    """Return the IRI of the entity that bears `name` among `labels`.

    Of several that do, one whose main name it is comes before one that is merely also called so; then whichever
    joins most happenings, if one does.

    Args:
        name: as written, in any language.
        labels: the names there are.
        weigh: tells how many happenings an entity joins; asked only where several bear the name.
        called: what entities are called where they are offered; each by its likest name where it is not given.

    Raises:
        UnknownName: nothing bears it (the sentence offers the closest three), or several do with equal right.

    >>> resolve("MAROC", [Label("id:ma", "Maroc"), Label("id:ma", "Morocco"), Label("id:ru", "Russie")])
    'id:ma'
    """
    labels = list(labels)
    wanted = fold(name)
    same = [label for label in labels if wanted and fold(label.name) == wanted]
    chosen = {label.iri: label for label in sorted(same, key=lambda label: (not label.main, label), reverse=True)}
    main = {iri: label for iri, label in chosen.items() if label.main}
    candidates = main or chosen
    if len(candidates) > 1 and weigh is not None:
        weights = {iri: weigh(iri) for iri in candidates}
        most = max(weights.values())
        candidates = {iri: label for iri, label in candidates.items() if weights[iri] == most}
    if len(candidates) == 1:
        return next(iter(candidates))
    if candidates:
        several = ", ".join(f"{iri} ({label.kind or label.name})" for iri, label in sorted(candidates.items()))
        raise UnknownName(f"“{name}” names {len(candidates)} things; give the IRI of the one you mean: {several}")
    closest = _closest(wanted, labels, called or {})
    advice = f"did you mean {', '.join(closest)}?" if closest else "dragoman query names lists what it names"
    if not labels:
        advice = "the graph holds no names yet; read an article first"
    raise UnknownName(f"nothing in the graph is called “{name}”; {advice}")


def _known(name: str, iri: str, ask: Ask) -> str:
    """Return an IRI of which something is said.

    Raises:
        UnknownName: nothing is.
    """
    try:
        if next(iter(ask(_SAID, {"iri": NamedNode(iri)})), None) is not None:
            return iri
    except ValueError:
        pass  # no IRI at all
    raise UnknownName(f"nothing in the graph has the IRI {name}; dragoman query names lists those that it names")


def _closest(wanted: str, labels: list[Label], called: Mapping[str, str]) -> list[str]:
    """Return names of the three entities with the likest words, none where not even the first is like.

    Each word asked is set against the likest of a name; squared, so that one word spelt right outweighs several alike.
    """
    asked = [_pairs(word) for word in wanted.split()]
    scores: dict[str, tuple[float, bool, str]] = {}
    for label in labels:
        words = [_pairs(word) for word in fold(label.name).split()]
        if not words or not asked:
            continue
        likeness = sum(max(_likeness(one, other) for other in words) ** 2 for one in asked) / len(asked)
        # of two names with equally like words, the one with fewer others
        score = likeness - abs(len(words) - len(asked)) / 100
        # what an entity is called comes before how it is also spelt
        scores[label.iri] = min(scores.get(label.iri, (1, True, "")), (-score, not label.main, label.name))
    ranked = sorted((*score, iri) for iri, score in scores.items())
    if not ranked or -ranked[0][0] < _HARDLY:
        return []
    return list(dict.fromkeys(called.get(iri, name) for _, _, name, iri in ranked))[:3]


def _pairs(word: str) -> frozenset[str]:
    """Return the pairs of neighbouring letters in a word, its two ends too."""
    padded = f" {word} "
    return frozenset(padded[i : i + 2] for i in range(len(padded) - 1))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _of(kind: str | None, labels: list[Label]) -> list[Label]:
    return [label for label in labels if kind is None or label.kind == kind]


def _labels(solutions: Any) -> list[Label]:
    return [
        Label(
            row["iri"].value, row["name"].value, row["main"].value == "true", row["kind"].value if row["kind"] else ""
        )
        for row in solutions
    ]


def _weigh(ask: Ask) -> Callable[[str], int]:
    def happenings(iri: str) -> int:
        return next((int(row["happenings"].value) for row in ask(_WEIGHT, {"entity": NamedNode(iri)})), 0)

    return happenings
