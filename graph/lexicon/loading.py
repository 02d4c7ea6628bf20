"""Loads the lexicon from its Turtle files, and an analyst's own files in the same format beside it."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from dragoman.graph.lexicon.entries import Entry, Lexicon, Office, Title
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import DGM, LEXICON_GRAPH, expand

ENTITY_KINDS = ("Country", "Person", "Agency", "Company", "Outlet", "Organization", "Place")
_TYPE = expand("rdf:type")
_LABEL = expand("rdfs:label")
_ALT = expand("skos:altLabel")


def lexicon_files() -> tuple[Path, ...]:
    """Return the paths of the shipped lexicon files, sorted by name."""
    with as_file(files("dragoman.graph.lexicon")) as folder:
        return tuple(sorted(folder.glob("*.ttl")))


def lexicon_triples(*extra: Path) -> list[ox.Triple]:
    """Return every triple of the lexicon and of `extra` files.

    Raises:
        LexiconError: a file is missing or no Turtle; the sentence names file and line.
    """
    triples: list[ox.Triple] = []
    for path in (*lexicon_files(), *extra):
        try:
            triples += [q.triple for q in ox.parse(path=path, format=ox.RdfFormat.TURTLE)]
        except SyntaxError as error:
            raise LexiconError(
                f"The lexicon file {path} is no valid Turtle, line {error.lineno}: {error.msg}."
            ) from error
        except OSError as error:
            raise LexiconError(f"The lexicon file {path} cannot be read: {error.strerror or error}.") from error
    return triples


def lexicon_quads(*extra: Path) -> list[ox.Quad]:
    """Return the lexicon as quads of its named graph."""
    graph = ox.NamedNode(LEXICON_GRAPH)
    return [ox.Quad(t.subject, t.predicate, t.object, graph) for t in lexicon_triples(*extra)]


@lru_cache(maxsize=4)
def load_lexicon(*extra: Path) -> Lexicon:
    """Return the shipped lexicon together with `extra` files, which add and never override.

    Raises:
        LexiconError: a file is malformed, or contradicts what is known (another kind or country for the same IRI).
    """
    by_subject: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for triple in lexicon_triples(*extra):
        if isinstance(triple.subject, ox.NamedNode):
            by_subject[triple.subject.value][triple.predicate.value].append(triple.object)
    entries: dict[str, Entry] = {}
    titles: list[Title] = []
    offices: list[Office] = []
    for iri in sorted(by_subject):
        facts = by_subject[iri]
        kinds = sorted({o.value.removeprefix(DGM) for o in facts[_TYPE] if o.value.startswith(DGM)})
        named = [k for k in kinds if k in ENTITY_KINDS]
        if len(named) > 1 and set(named) != {"Country", "Place"}:
            raise LexiconError(f"The lexicon gives {iri} two kinds, {' and '.join(named)}; keep one of them.")
        if named:
            entries[iri] = _entry(iri, named[0], facts)
        elif "Title" in kinds:
            titles.append(_title(iri, facts))
        elif any(o.value == expand("org:Membership") for o in facts[_TYPE]):
            offices.append(_office(facts))
    return Lexicon(entries, tuple(titles), tuple(offices), tuple(_ambiguous(entries)))


def _entry(iri: str, kind: str, facts: dict[str, list[Any]]) -> Entry:
    countries = _iris(facts, "dgm:country")
    if len(countries) > 1:
        raise LexiconError(f"The lexicon gives {iri} two countries, {' and '.join(countries)}; keep one of them.")
    labels = {o.language or "": o.value for o in facts[_LABEL]}
    label = labels.get("fr") or labels.get("en") or min(labels.values(), default=iri.rpartition("/")[2])
    names = {o.value for o in (*facts[_LABEL], *facts[_ALT])}
    return Entry(
        iri,
        kind,
        label,
        tuple(sorted(names)),
        next(iter(countries), None),
        next(iter(_iris(facts, "dgm:standsFor")), None),
        _texts(facts, "dgm:demonym"),
        _texts(facts, "dgm:combiningForm"),
        _texts(facts, "dgm:polity"),
    )


def _title(iri: str, facts: dict[str, list[Any]]) -> Title:
    label = next((o.value for o in facts[_LABEL] if o.language == "fr"), "")
    return Title(
        iri,
        label,
        tuple(sorted({label, *_texts(facts, "skos:altLabel", "fr")})),
        _texts(facts, "dgm:pluralForm"),
        next(iter(_texts(facts, "dgm:scope")), "agency"),
        "true" in _texts(facts, "dgm:epithet"),
    )


def _office(facts: dict[str, list[Any]]) -> Office:
    def first(values: tuple[str, ...]) -> str | None:
        return next(iter(values), None)

    return Office(
        first(_iris(facts, "org:member")) or "",
        first(_iris(facts, "org:role")) or "",
        first(_iris(facts, "dgm:country")),
        first(_iris(facts, "org:organization")),
        first(_texts(facts, "dgm:startDate")),
        first(_texts(facts, "dgm:endDate")),
    )


def _iris(facts: dict[str, list[Any]], name: str) -> tuple[str, ...]:
    return tuple(sorted({o.value for o in facts[expand(name)] if isinstance(o, ox.NamedNode)}))


def _texts(facts: dict[str, list[Any]], name: str, language: str | None = None) -> tuple[str, ...]:
    found = (o for o in facts[expand(name)] if isinstance(o, ox.Literal))
    return tuple(sorted({o.value for o in found if language is None or o.language == language}))


def _ambiguous(entries: dict[str, Entry]) -> list[str]:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries.values():
        for name in entry.names:
            bearers[entry.kind, name.casefold()].add(entry.iri)
    return [
        f"«{name}» names {len(iris)} entries of kind {kind}: {', '.join(sorted(iris))}"
        for (kind, name), iris in sorted(bearers.items())
        if len(iris) > 1
    ]
