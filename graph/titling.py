"""A short label for every record, made by template from its own fields and the vocabulary's name of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from dragoman.graph.records import Record
from dragoman.ontology.terms import terms

_ACTORS = {
    "Visit": ("visitor",),
    "Meeting": ("participant", "guest", "host"),
    "Agreement": ("party",),
    "Deal": ("supplier", "recipient"),
    "Announcement": ("speaker",),
    "Cooperation": ("party",),
    "Tenure": ("holder",),
}
_OBJECTS = {
    "Visit": ("destination",),
    "Meeting": (),
    "Agreement": ("topic",),
    "Deal": ("product",),
    "Announcement": ("outlet", "place"),
    "Cooperation": ("topic",),
    "Tenure": (),
}
_MANY = 4


def title(record: Record, language: str, name: Callable[[str], str]) -> str:
    """Return a record's label in French or English.

    Args:
        record: the record.
        language: "fr" or "en".
        name: gives the name of an entity in that language by its IRI.
    """
    actors = _listed(record, _ACTORS[record.kind], name, " – ")
    objects = _listed(record, _OBJECTS[record.kind], name, ", ")
    if record.kind == "Tenure":
        office = " ".join(str(v) for v in record.values("title")) or _kind(record, language)
        agency = _listed(record, ("agency",), name, ", ")
        return ", ".join(filter(None, (actors, office, agency)))
    day = record.date or "/".join(filter(None, (record.start_date, record.end_date)))
    head = _kind(record, language)
    text = f"{head}: {actors}" if actors else head
    if objects:
        text += f" → {objects}" if record.kind == "Visit" else f": {objects}" if not actors else f" ({objects})"
    return f"{text}, {day}" if day else text


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    return {term.name: term.labels for term in terms() if term.sort == "class"}


def _kind(record: Record, language: str) -> str:
    return _labels()[record.kind][language]


def _listed(record: Record, fields: tuple[str, ...], name: Callable[[str], str], joint: str) -> str:
    values = list(dict.fromkeys(name(str(v)) for f in fields for v in record.values(f)))
    shown = joint.join(values[:_MANY])
    return f"{shown} …" if len(values) > _MANY else shown
