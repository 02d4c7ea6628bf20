"""What a record says that tells its happening from others: its account.

An account is a value of its own, so that a thousand articles that say the same need one comparison; it follows from
the record and its article alone. What two accounts must have in common to tell of one happening stands in
`happenings`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from dragoman.graph.iris import digest
from dragoman.graph.linking.blocks import KEYS, blocks
from dragoman.graph.linking.spans import Values, distance, end_of_month, possible_days, stated_span
from dragoman.graph.linking.wording import is_name, words
from dragoman.ontology.namespaces import DGM, ID

if TYPE_CHECKING:
    from dragoman.graph.lexicon import Entry

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "Meeting": ("participant", "host", "guest"),
    "Visit": ("visitor", "destination"),
    "Agreement": ("party", "topic"),
    "Deal": ("product", "supplier", "recipient", "site", "quantity_min", "quantity_max"),
    "Announcement": ("speaker", "outlet"),
    "Tenure": ("holder", "agency"),
}
"""The fields of a record that its account is made from."""
PEOPLE: Final = ("participant", "visitor", "speaker", "holder")
LONGEST: Final = 800
"""Days of a span beyond which it tells no happening from another."""
_BASES: Final = ("stated", "beside", "published")

Fact: TypeAlias = tuple[str, str]


@dataclass(frozen=True, order=True)
class Account:
    """What a record says that tells its happening from others.

    Attributes:
        kind: the record's class ("Meeting").
        facts: its key facts, as (name, value), sorted.
        earliest: the first day on which it may lie, as YYYY-MM-DD; "" for a deal of no known time.
        latest: the last.
        basis: where these days come from: "stated" of the record, "beside": of the visit or meeting that the record
            belongs to, or of what belongs to it, or "published": reckoned from the day on which the article came out.
    """

    kind: str
    facts: tuple[Fact, ...]
    earliest: str
    latest: str
    basis: str = "stated"

    @cached_property
    def values(self) -> Mapping[str, frozenset[str]]:
        """The values of each fact."""
        found: dict[str, set[str]] = {}
        for name, value in self.facts:
            found.setdefault(name, set()).add(value)
        return {name: frozenset(values) for name, values in found.items()}

    def of(self, name: str) -> frozenset[str]:
        """Return the values of one fact, none where it is not told."""
        return self.values.get(name, frozenset())

    @cached_property
    def days(self) -> tuple[int, int]:
        """The first and the last day, counted."""
        return date.fromisoformat(self.earliest).toordinal(), date.fromisoformat(self.latest).toordinal()

    @cached_property
    def width(self) -> int:
        """How many days the record leaves open; a deal's time tells it from no other."""
        return 0 if self.kind == "Deal" else self.days[1] - self.days[0] + 1

    @property
    def by_day(self) -> bool:
        """Whether days are told, and not a month or a year."""
        return self.width < 28

    @cached_property
    def rank(self) -> tuple[int, int, int, str]:
        """The place of the account in the order from the most exact and fullest to the least."""
        exactness = (0, 0) if self.kind == "Deal" else (_BASES.index(self.basis), self.width)
        return (*exactness, -len(self.facts), self.to_text())

    def as_exact_as(self, other: Account) -> bool:
        """Whether both leave equally open when it was."""
        return self.rank[:2] == other.rank[:2]

    @cached_property
    def blocks(self) -> frozenset[str]:
        """The keys that this account shares with each that may tell of the same."""
        return blocks(self)

    def happening(self) -> str:
        """Return the IRI of the happening that this account is the fullest of."""
        return _iri(self.kind, self.earliest, self.to_text())

    def to_text(self) -> str:
        """Return the account as one line of text, the same for the same account."""
        return json.dumps([self.kind, self.facts, self.earliest, self.latest, self.basis], ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Account:
        """Return the account that `to_text` wrote."""
        return _parsed(text)


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> Account:
    kind, facts, earliest, latest, basis = json.loads(text)
    return Account(kind, tuple((name, value) for name, value in facts), earliest, latest, basis)


def alone(record: str, kind: str) -> str:
    """Return the IRI of a happening of which one record alone tells."""
    return _iri(kind, "", record)


def _iri(kind: str, day: str, what: str) -> str:
    return f"{ID}happening/{'-'.join(filter(None, (kind.lower(), day, digest(what))))}"


# -- from a record ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Context:
    """What an article says around a record.

    Attributes:
        published: the day on which it came out, as YYYY-MM-DD.
        beside: the first and last days of the visits and meetings that the record belongs to, or of what belongs to it.
        origins: the states in whose service the article says that somebody holds an office, by person.
        names: how it writes the names of products.
        lexicon: what is known beforehand, by IRI.
    """

    published: str | None = None
    beside: Sequence[tuple[str, str]] = ()
    origins: Mapping[str, Iterable[str]] = field(default_factory=dict)
    names: Mapping[str, Iterable[str]] = field(default_factory=dict)
    lexicon: Mapping[str, Entry] = field(default_factory=dict)


def account(kind: str, values: Values, context: Context) -> Account | None:
    """Return what a record says of its happening, or None where that is too little to tell it from others.

    >>> account("Visit", {"visitor": ["a"], "earliest": ["2016-03-16"], "latest": ["2016-03-16"]}, Context()) is None
    True
    """
    if kind not in KEYS or any(len(set(values.get(name, ()))) < least for name, least in KEYS[kind]):
        return None
    if kind == "Deal":
        return _deal(values, context)
    days = possible_days(kind, values, context)
    if days is None or distance(*days[:2]) >= LONGEST:
        return None
    facts = {(name, value) for name in FIELDS[kind] for value in values.get(name, ())}
    if kind == "Agreement":
        facts = {fact for fact in facts if fact[0] != "topic"}
        facts |= {("topic", words(value.rpartition("/")[2])) for value in values.get("topic", ())}
    for name in PEOPLE:
        for person in values.get(name, ()) if name in FIELDS[kind] else ():
            # whoever the lexicon knows has no namesake
            if person not in context.lexicon:
                facts |= {("origin", f"{person} {state}") for state in context.origins.get(person, ())}
    return Account(kind, tuple(sorted(facts)), *days)


def _deal(values: Values, context: Context) -> Account | None:
    """Return the account of a deal: its sides and goods; of time only the month, since it goes on for years."""
    facts: set[Fact] = set()
    for name, side in (("supplier", "supplier"), ("recipient", "taker"), ("site", "taker")):
        for actor in values.get(name, ()):
            facts.add((side, actor))
            entry = context.lexicon.get(actor)
            if entry is not None and entry.country and entry.country != actor:
                facts.add((f"{side} of", entry.country))
    if not facts:
        return None
    for goods in values["product"]:
        facts.add(("product", words(goods.rpartition("/")[2])))
        if any(map(is_name, context.names.get(goods, ()))):
            facts.add(("named", words(goods.rpartition("/")[2])))
    if DGM + "Delivered" in values.get("status", ()):
        least, most = values.get("quantity_min", ()), values.get("quantity_max", ())
        if least or most:
            facts.add(("delivered", f"{min(least, default='')}-{max(most, default='')}"))
        else:
            facts.add(("delivered", ""))
    span = stated_span(values)
    if context.published is not None and (span is None or span[1] > context.published):
        span = context.published, context.published
    if span is None:
        return Account("Deal", tuple(sorted(facts)), "", "")
    return Account("Deal", tuple(sorted(facts)), f"{span[0][:7]}-01", end_of_month(span[1]))
