"""The vocabulary's terms as values: what each is called, what it stands for, and how it stands to the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from dragoman.ontology.namespaces import DGM, shortened
from dragoman.ontology.statements import facts, names, texts

Sort: TypeAlias = Literal["class", "object property", "data property", "scheme", "concept"]

_SORTS: Mapping[str, Sort] = {
    "owl:Class": "class",
    "owl:ObjectProperty": "object property",
    "owl:DatatypeProperty": "data property",
    "skos:ConceptScheme": "scheme",
    "dgm:Status": "concept",
    "dgm:Certainty": "concept",
}
_MATCHES = ("rdfs:subClassOf", "skos:closeMatch", "skos:relatedMatch", "rdfs:seeAlso")


@dataclass(frozen=True)
class Term:
    """One class, property, concept scheme or concept.

    Attributes:
        name: its name after the namespace ("Meeting").
        sort: what it is.
        labels: what it is called, by language ("fr", "en", "ar", "ru").
        comments: what it stands for, by language ("fr", "en").
        parents: the classes or properties above it, as prefixed names.
        domain: what it is said of (any of these).
        range: what its values are.
        inverse: the property that says the same the other way round.
        schemes: for a concept, the schemes that hold it.
        matches: what other vocabularies have that is near to it, with the property that says how near.
    """

    name: str
    sort: Sort
    labels: Mapping[str, str]
    comments: Mapping[str, str]
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: str | None = None
    schemes: tuple[str, ...] = ()
    matches: tuple[tuple[str, str], ...] = ()

    @property
    def iri(self) -> str:
        """The term's IRI."""
        return DGM + self.name


@cache
def terms() -> tuple[Term, ...]:
    """Return every term of the vocabulary in the order of its file.

    >>> next(t for t in terms() if t.name == "Meeting").labels["fr"]
    'Rencontre'
    """
    found = facts("dragoman")
    inverses = {other: shortened(subject) for subject in found for other in names(found, subject, "owl:inverseOf")}
    return tuple(
        _term(iri, sort, inverses.get(shortened(iri)))
        for iri in found
        if iri.startswith(DGM) and (sort := _sort(names(found, iri, "rdf:type"))) is not None
    )


def _sort(types: tuple[str, ...]) -> Sort | None:
    return next((_SORTS[name] for name in types if name in _SORTS), None)


def _term(iri: str, sort: Sort, inverse: str | None) -> Term:
    found, near = facts("dragoman"), facts("alignments")
    return Term(
        name=iri.removeprefix(DGM),
        sort=sort,
        labels=texts(found[iri], "rdfs:label"),
        comments=texts(found[iri], "rdfs:comment"),
        parents=(*names(found, iri, "rdfs:subClassOf"), *names(found, iri, "rdfs:subPropertyOf")),
        domain=names(found, iri, "rdfs:domain"),
        range=names(found, iri, "rdfs:range"),
        inverse=next(iter(names(found, iri, "owl:inverseOf")), inverse),
        schemes=names(found, iri, "skos:inScheme"),
        matches=tuple((how, what) for how in _MATCHES for what in names(near, iri, how)),
    )
