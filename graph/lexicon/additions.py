"""Checks that an analyst's own lexicon file adds to what is known and contradicts nothing, before it is believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from dragoman.graph.chronology import after
from dragoman.graph.lexicon.entries import Lexicon
from dragoman.ontology.errors import LexiconError
from dragoman.ontology.namespaces import DGM, expand, shortened

_TYPE, _LABEL, _MEMBERSHIP = expand("rdf:type"), expand("rdfs:label"), expand("org:Membership")
_KINDS: Final = ("Country", "Person", "Agency", "Company", "Outlet", "Organization", "Place", "Title")
_NAMES: Final = frozenset({_LABEL, expand("skos:altLabel")})
_TEXTS: Final = frozenset(DGM + name for name in ("demonym", "combiningForm", "polity", "pluralForm"))
_DATA: Final = frozenset(DGM + name for name in ("scope", "epithet", "startDate", "endDate")) | {
    expand("schema:gender")
}
# each holds one value at most, and points at an entry
_LINKS: Final = frozenset(DGM + name for name in ("country", "standsFor", "capital"))
_OFFICE: Final = frozenset({expand("org:member"), expand("org:role"), expand("org:organization")})
_SCOPES: Final = frozenset({"royal", "state", "diplomacy", "agency", "counterpart"})


def check(path: Path, triples: list[ox.Triple], known: Mapping[str, Mapping[str, list[Any]]]) -> None:
    """Refuse a file of one's own that breaks the format or contradicts what is known.

    Args:
        path: the file.
        triples: what it says.
        known: what the lexicon says so far: subject, predicate, objects.

    Raises:
        LexiconError: the first fault found; the sentence names file and line.
    """
    facts: dict[str, dict[str, list[Any]]] = {}
    for triple in triples:
        for term in (triple.subject, triple.object):
            if not isinstance(term, (ox.NamedNode, ox.Literal)):
                raise _fault(path, "[", "a node has no IRI; give it one")
        if isinstance(triple.subject, ox.Triple):
            continue
        facts.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, []).append(triple.object)
    for subject, said in facts.items():
        before = known.get(subject, {})
        together = {p: [*before.get(p, ()), *said.get(p, ())] for p in {*before, *said}}
        for fault in _faults(said, before, together, known.keys() | facts.keys()):
            raise _fault(path, subject, f"{subject} {fault}")


def notices(path: Path, triples: list[ox.Triple], lexicon: Lexicon) -> Iterator[str]:
    """Yield a sentence for each name in a file that another entry of the same class bears too."""
    for triple in triples:
        if isinstance(triple.subject, ox.Triple) or isinstance(triple.object, ox.Triple):
            continue
        entry = lexicon.entries.get(triple.subject.value)
        if entry is None or triple.predicate.value not in _NAMES:
            continue
        name = triple.object.value
        others = [e.iri for e in lexicon.named(name) if e.kind == entry.kind and e.iri != entry.iri]
        if others:
            yield f"{path}: «{name}» names {entry.iri} and also {' and '.join(others)}, so it tells neither."


def _faults(
    said: Mapping[str, list[Any]],
    before: Mapping[str, list[Any]],
    together: Mapping[str, list[Any]],
    subjects: set[str],
) -> Iterator[str]:
    """Yield what is wrong with one subject, as the end of a sentence that begins with its IRI."""
    classes = {o.value for o in together.get(_TYPE, ())}
    kinds = sorted(c.removeprefix(DGM) for c in classes if c.startswith(DGM))
    for kind in kinds:
        if kind not in _KINDS:
            yield f"is a dgm:{kind}, which no entry can be; use one of {', '.join(_KINDS)}"
    if not kinds and _MEMBERSHIP not in classes:
        yield f"has no class; say what it is: one of {', '.join(_KINDS)} or an org:Membership"
    if len(kinds) > 1:
        yield f"has two classes, {' and '.join(kinds)}; keep one of them"
    for predicate, objects in said.items():
        name = shortened(predicate)
        if predicate.startswith(DGM) and predicate not in _TEXTS | _DATA | _LINKS:
            yield f"has a {name}, which the lexicon does not know"
        if predicate in _LINKS | _OFFICE:
            values = sorted({o.value for o in together[predicate]})
            if len(values) > 1:
                yield f"has two values of {name}, {' and '.join(values)}; keep one of them"
            if values[0] not in subjects:
                yield f"has the {name} {values[0]}, which no lexicon file describes"
        elif predicate in _NAMES | _TEXTS and not all(isinstance(o, ox.Literal) and o.value.strip() for o in objects):
            yield f"has a {name} that is no text"
    if kinds and not together.get(_LABEL):
        yield "has no rdfs:label; give it one"
    languages = [o.language for o in dict.fromkeys(together.get(_LABEL, ())) if isinstance(o, ox.Literal)]
    twice = next((language for language in languages if languages.count(language) > 1), None)
    if twice is not None:
        earlier = before.get(_LABEL) or said[_LABEL]
        label = next(o.value for o in earlier if o.language == twice)
        yield f"has the rdfs:label «{label}» in '{twice}' already; write further names as skos:altLabel"
    if any(o.value not in _SCOPES for o in together.get(DGM + "scope", ())):
        yield f"has an unknown dgm:scope; use one of {', '.join(sorted(_SCOPES))}"
    starts, ends = together.get(DGM + "startDate", ()), together.get(DGM + "endDate", ())
    if any(after(start.value, end.value) for start in starts for end in ends):
        yield "ends before it starts; correct its dgm:startDate or dgm:endDate"
    if _MEMBERSHIP in classes and not all(together.get(p) for p in (expand("org:member"), expand("org:role"))):
        yield "is an org:Membership without org:member or org:role; give both"


def _fault(path: Path, mark: str, what: str) -> LexiconError:
    """Return the error, with the first line of the file that holds `mark` or, for an IRI, its last segment."""
    lines = path.read_text(encoding="utf-8").splitlines()
    needles = (mark, mark.rpartition("/")[2] or mark, "_:")
    for needle in needles:
        for number, line in enumerate(lines, 1):
            if needle in line and not line.lstrip().startswith(("#", "@prefix", "PREFIX")):
                return LexiconError(f"The lexicon file {path}, line {number}: {what}.")
    return LexiconError(f"The lexicon file {path}: {what}.")
