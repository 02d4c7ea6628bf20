"""What one article states, as frozen values: one dataclass for each kind of record that the ontology knows.

Each field says once, in its metadata, which property it becomes and what its values are; `triples` reads nothing
else. A field that may hold several values is a tuple.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, TypeAlias

from dragoman.graph.article import Article

Kind: TypeAlias = Literal["entity", "record", "concept", "text", "plain", "date", "integer", "decimal", "boolean"]
"""How a field's values become terms: an entity's or concept's IRI, another record of the article (by its key), a
string in the article's language, a string in none, a date typed by its precision, a number, a truth value."""


def slot(property_: str, kind: Kind, *, many: bool = False) -> Any:
    """Declare a record field: the ontology property that it becomes and the kind of its values."""
    metadata = {"property": property_, "kind": kind}
    return field(default=() if many else None, metadata=metadata, kw_only=True)


@dataclass(frozen=True, order=True)
class Span:
    """Characters of an article's text from `begin` to `end`, end exclusive."""

    begin: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.begin <= other.begin and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the words of the span in `text`."""
        return text[self.begin : self.end]


Basis: TypeAlias = Literal["read", "known", "derived"]


@dataclass(frozen=True, order=True)
class Ground:
    """Why a record's field holds a value: the words that carry it, or what it is known or derived from.

    Attributes:
        field: the name of the record's field.
        value: the value as the field holds it, as a string.
        basis: "read" in the words at `span`; "known" beforehand (lexicon); "derived" (the country of a stated city).
        span: where those words stand; None only where `basis` is not "read".
    """

    field: str
    value: str
    basis: Basis
    span: Span | None = None


@dataclass(frozen=True)
class Entity:
    """Somebody or something that a record names.

    Attributes:
        iri: its IRI, the lexicon's or one made from its folded name and kind.
        kind: the ontology's class ("Person", "Agency", "Company", "Outlet", "Organization", "Country", "Source",
            "Place", "Product", "Topic").
        names: how the article names it, fullest first; the first is its label where the lexicon does not know it.
        known: whether it is the lexicon's.
    """

    iri: str
    kind: str
    names: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True)
class Record:
    """What one article states once: the fields that all kinds share.

    Attributes:
        key: the record's name within its article ("meeting-1").
        evidence: the sentences that state it.
        grounds: for each value of each field, the words or knowledge that it stands on.
        names: each noun phrase by which the article names the record ("accords sécuritaires entre les deux pays").
        rules: the frames or other rules that read it, in the order of the text; told to whoever asks how the record
            came about (`dragoman read --explain`), and no part of what it states.
    """

    key: str
    evidence: tuple[Span, ...]
    grounds: tuple[Ground, ...] = ()
    names: tuple[str, ...] = slot("skos:altLabel", "text", many=True)
    stated_by: tuple[str, ...] = slot("dgm:statedBy", "entity", many=True)
    certainty: str = field(default="Asserted", metadata={"property": "dgm:certainty", "kind": "concept"}, kw_only=True)
    status: str | None = slot("dgm:status", "concept")
    date: str | None = slot("dgm:date", "date")
    start_date: str | None = slot("dgm:startDate", "date")
    end_date: str | None = slot("dgm:endDate", "date")
    date_text: str | None = slot("dgm:dateText", "text")
    earliest: str | None = slot("dgm:earliest", "date")
    latest: str | None = slot("dgm:latest", "date")
    rules: tuple[str, ...] = field(default=(), kw_only=True, compare=False)

    @property
    def kind(self) -> str:
        """The ontology class of the record ("Meeting")."""
        return type(self).__name__

    def values(self, name: str) -> tuple[Any, ...]:
        """Return the values of a field as a tuple, empty where it holds none."""
        value = getattr(self, name)
        if isinstance(value, tuple):
            return value
        return () if value is None else (value,)


@dataclass(frozen=True)
class Tenure(Record):
    """Somebody's time in an office ("le ministre russe de l'Industrie, Victor Evtuhov")."""

    holder: str | None = slot("dgm:holder", "entity")
    title: str | None = slot("dgm:title", "text")
    agency: str | None = slot("dgm:agency", "entity")
    country: str | None = slot("dgm:country", "entity")
    former: bool | None = slot("dgm:former", "boolean")


@dataclass(frozen=True)
class Visit(Record):
    """Somebody travels, or is to travel, to another country on official business."""

    visitor: tuple[str, ...] = slot("dgm:visitor", "entity", many=True)
    host: tuple[str, ...] = slot("dgm:host", "entity", many=True)
    destination: tuple[str, ...] = slot("dgm:destination", "entity", many=True)
    place: tuple[str, ...] = slot("dgm:place", "entity", many=True)
    in_application_of: tuple[str, ...] = slot("dgm:inApplicationOf", "record", many=True)


@dataclass(frozen=True)
class Meeting(Record):
    """Talks, an audience, a reception, a session between named people, agencies or states."""

    participant: tuple[str, ...] = slot("dgm:participant", "entity", many=True)
    host: tuple[str, ...] = slot("dgm:host", "entity", many=True)
    guest: tuple[str, ...] = slot("dgm:guest", "entity", many=True)
    place: tuple[str, ...] = slot("dgm:place", "entity", many=True)
    topic: tuple[str, ...] = slot("dgm:topic", "entity", many=True)
    during: tuple[str, ...] = slot("dgm:during", "record", many=True)


@dataclass(frozen=True)
class Agreement(Record):
    """A concluded instrument between states or agencies."""

    party: tuple[str, ...] = slot("dgm:party", "entity", many=True)
    topic: tuple[str, ...] = slot("dgm:topic", "entity", many=True)
    concluded_during: tuple[str, ...] = slot("dgm:concludedDuring", "record", many=True)


@dataclass(frozen=True)
class Deal(Record):
    """A commercial or industrial proposition and how far it has come."""

    supplier: tuple[str, ...] = slot("dgm:supplier", "entity", many=True)
    recipient: tuple[str, ...] = slot("dgm:recipient", "entity", many=True)
    product: tuple[str, ...] = slot("dgm:product", "entity", many=True)
    quantity_min: int | None = slot("dgm:quantityMin", "integer")
    quantity_max: int | None = slot("dgm:quantityMax", "integer")
    amount: str | None = slot("dgm:amount", "decimal")
    currency: str | None = slot("dgm:currency", "plain")
    site: tuple[str, ...] = slot("dgm:site", "entity", many=True)
    target_market: tuple[str, ...] = slot("dgm:targetMarket", "entity", many=True)


@dataclass(frozen=True)
class Announcement(Record):
    """Somebody publicly states something in a named outlet or setting."""

    speaker: tuple[str, ...] = slot("dgm:speaker", "entity", many=True)
    outlet: tuple[str, ...] = slot("dgm:outlet", "entity", many=True)
    place: tuple[str, ...] = slot("dgm:place", "entity", many=True)
    announces: tuple[str, ...] = slot("dgm:announces", "record", many=True)


@dataclass(frozen=True)
class Cooperation(Record):
    """The fields in which parties cooperate, where no single agreement or deal is meant."""

    party: tuple[str, ...] = slot("dgm:party", "entity", many=True)
    topic: tuple[str, ...] = slot("dgm:topic", "entity", many=True)


KINDS: tuple[type[Record], ...] = (Tenure, Visit, Meeting, Agreement, Deal, Announcement, Cooperation)


def slots(kind: type[Record]) -> dict[str, tuple[str, Kind]]:
    """Return the fields of a record class that become properties: name -> (property, kind of value).

    >>> slots(Tenure)["holder"]
    ('dgm:holder', 'entity')
    """
    return _SLOTS[kind]


_SLOTS: dict[type[Record], dict[str, tuple[str, Kind]]] = {
    kind: {f.name: (f.metadata["property"], f.metadata["kind"]) for f in fields(kind) if "property" in f.metadata}
    for kind in KINDS
}


@dataclass(frozen=True)
class Rejection:
    """A candidate record that was not read, and why."""

    kind: str
    span: Span
    rule: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """All that was read from one article.

    Attributes:
        article: the article.
        records: what it states, in the order of the text.
        entities: everybody and everything that the records name, known or met for the first time, sorted by IRI.
        rejected: the candidates that were not taken, and why.
        lexicon: the lexicon files of one's own that it was read with.
        fingerprint: a hash of all that the reading depends on (`reading.fingerprint`), None where nobody took it.
    """

    article: Article
    records: tuple[Record, ...]
    entities: tuple[Entity, ...]
    rejected: tuple[Rejection, ...] = ()
    lexicon: tuple[Path, ...] = ()
    fingerprint: str | None = None
