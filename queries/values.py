"""What a parameter's value may be, and the RDF term that it becomes: a term, never a piece of query text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from dragoman.ontology.errors import QueryError
from dragoman.ontology.languages import LANGUAGES
from dragoman.ontology.namespaces import DGM, PREFIXES

Term: TypeAlias = NamedNode | Literal
XSD: Final = PREFIXES["xsd"]
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]+")


def _iri(value: str) -> Term:
    prefix, _, local = value.partition(":")
    if prefix in PREFIXES and not local.startswith("//"):
        value = PREFIXES[prefix] + local
    if not _IRI.fullmatch(value):
        raise ValueError
    try:
        return NamedNode(value)
    except ValueError:
        raise ValueError from None


def _concept(value: str) -> Term:
    name = value.removeprefix(DGM).removeprefix("dgm:").strip()
    if not re.fullmatch(r"[A-Za-z]+", name):
        raise ValueError
    return NamedNode(DGM + name[0].upper() + name[1:])


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(value: str, *, last: bool) -> Term:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value.strip())
    if match is None:
        raise ValueError
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    month = month or (12 if last else 1)
    days = (day,) if day is not None else (31, 30, 29, 28) if last else (1,)
    whole = next((found for each in days if (found := _calendar(year, month, each))), None)
    if whole is None:
        raise ValueError
    return Literal(whole.isoformat(), datatype=NamedNode(XSD + "date"))


def _integer(value: str) -> Term:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", value.strip()):
        raise ValueError
    return Literal(int(value))


def _string(value: str) -> Term:
    return Literal(value)


def _language(value: str) -> Term:
    if value.strip().lower() not in LANGUAGES:
        raise ValueError
    return Literal(value.strip().lower())


_READERS: Final[Mapping[str, tuple[Callable[[str], Term], str]]] = MappingProxyType(
    {
        "entity": (_iri, "the IRI of an entity (person:mohammed-vi); the command line takes any of its names"),
        "country": (_iri, "the IRI of a country (country:morocco); the command line takes any of its names"),
        "article": (_iri, "the IRI of an article, as dragoman articles shows it"),
        "kind": (_concept, "a class of the ontology (Meeting)"),
        "status": (_concept, "a status of the ontology (Negotiation)"),
        "date": (lambda value: _day(value, last=False), "a date (2016-04-05), a month (2016-04) or a year (2016)"),
        "until": (lambda value: _day(value, last=True), "a date (2016-04-05), a month (2016-04) or a year (2016)"),
        "integer": (_integer, "a whole number (2)"),
        "string": (_string, "any words"),
        "language": (_language, ", ".join(LANGUAGES)),
    }
)
TYPES: Final = tuple(_READERS)
"""The types of parameters: `date` is a period's first day and `until` its last, so that 2016 to 2016 is a year."""


def accepted(kind: str, values: Iterable[str] = ()) -> str:
    """Return in words what a parameter takes.

    >>> accepted("status", ["Proposed", "Signed"])
    'Proposed, Signed'
    """
    return ", ".join(values) or _READERS[kind][1]


def to_term(kind: str, value: str, values: tuple[str, ...] = ()) -> Term:
    """Return the term that `value` is for a parameter of type `kind`, one of `TYPES`.

    Args:
        kind: the parameter's type.
        value: as written by whoever asks; upper and lower case are the same for kinds and statuses.
        values: the only ones accepted, where they are few.

    Raises:
        QueryError: it is not of that type; the sentence says what is accepted.

    >>> to_term("until", "2016-02").value
    '2016-02-29'
    """
    chosen = {known.casefold(): known for known in values}
    written = value
    if values:
        name = value.removeprefix(DGM).removeprefix("dgm:").strip()
        written = chosen.get(name.casefold(), "")
    try:
        if values and not written:
            raise ValueError
        return _READERS[kind][0](written)
    except ValueError:
        raise QueryError(f"“{value}” is not accepted; give {accepted(kind, values)}") from None
