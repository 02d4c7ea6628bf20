"""What a record says that tells its happening from others: its account.

An account is a value of its own, so that a thousand articles that say the same need one comparison; it follows from
the record and its article alone. What two accounts must have in common to tell of one happening stands in
`happenings`; the keys under which they are looked up (`blocks`) are such that two that may do so share one of them, as
in the blocking of record linkage (Christen 2012, "Data Matching", chapter 4).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import combinations, product
from typing import TYPE_CHECKING, Final, TypeAlias

from dragoman.graph.iris import digest
from dragoman.ontology.folding import fold
from dragoman.ontology.namespaces import DGM, ID

if TYPE_CHECKING:
    from dragoman.graph.lexicon import Entry

KEYS: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "Meeting": (("participant", 2),),
    "Visit": (("visitor", 1), ("destination", 1)),
    "Agreement": (("party", 2),),
    "Deal": (("product", 1),),
    "Announcement": (("speaker", 1), ("outlet", 1)),
    "Tenure": (("holder", 1), ("agency", 1)),
}
"""The facts that an account needs, and of how many values each. A Cooperation happens at no time."""
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
NEAR: Final = 3
"""Days by which articles may differ about one visit or agreement."""
RECENT: Final = 7
"""Days before its publication in which an article's event lies that it gives no day."""
AHEAD: Final = 30
"""Days after its publication in which an article's planned event lies that it gives no day."""
MONTH: Final = 31
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
        keys = _deal_keys(self) if self.kind == "Deal" else product(_combined(self), _months(self))
        return frozenset(digest(json.dumps([self.kind, *key], ensure_ascii=False)) for key in keys)

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


Values: TypeAlias = Mapping[str, Sequence[str]]
"""A record's values by the names of its fields, "earliest", "latest" and "status" among them."""


def account(kind: str, values: Values, context: Context) -> Account | None:
    """Return what a record says of its happening, or None where that is too little to tell it from others.

    >>> account("Visit", {"visitor": ["a"], "earliest": ["2016-03-16"], "latest": ["2016-03-16"]}, Context()) is None
    True
    """
    if kind not in KEYS or any(len(set(values.get(name, ()))) < least for name, least in KEYS[kind]):
        return None
    if kind == "Deal":
        return _deal(values, context)
    days = _days(kind, values, context)
    if days is None or _distance(*days[:2]) >= LONGEST:
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


def words(name: str) -> str:
    """Return the words of a name as they are compared: folded, without function words, singular, cut to five letters.

    >>> words("protection de la pêche maritime"), words("12 avions Sukhoi Superjet 100")
    ('prote peche marit', '12 avion sukho super 100')
    """
    found = [_cut(word) for word in fold(name).split() if word not in _function_words()]
    return " ".join(found) or fold(name)


def _cut(word: str) -> str:
    return (word[:-1] if len(word) > 3 and word[-1] in "sx" else word)[:5] if word.isalpha() else word


@cache
def _function_words() -> frozenset[str]:
    import yaml

    text = files("dragoman.graph").joinpath("function-words.yaml").read_text(encoding="utf-8")
    return frozenset(word for listed in yaml.safe_load(text).values() for word in map(str, listed))


def _days(kind: str, values: Values, context: Context) -> tuple[str, str, str] | None:
    """Return the first and the last day on which a record's event may lie, and where they come from."""
    stated = _span(values)
    if stated:
        return *stated, "stated"
    if context.beside:
        first, last = min(span[0] for span in context.beside), max(span[1] for span in context.beside)
        slack = NEAR if _distance(first, last) < MONTH - 3 else 0
        return _later(first, -slack), _later(last, slack), "beside"
    status = {value.removeprefix(DGM) for value in values.get("status", ())}
    if context.published is None or kind in {"Announcement", "Tenure"} or status & {"Postponed", "Cancelled"}:
        return None
    if "Planned" in status:
        return context.published, _later(context.published, AHEAD), "published"
    return _later(context.published, -RECENT), context.published, "published"


def _span(values: Values) -> tuple[str, str] | None:
    """Return the days that a record states, None where it states none of the calendar."""
    try:
        first = min(date.fromisoformat(day) for day in values.get("earliest", ()))
        last = max(date.fromisoformat(day) for day in values.get("latest", ()))
    except ValueError:
        return None
    return (first.isoformat(), last.isoformat()) if first <= last else None


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
        if any(map(_is_name, context.names.get(goods, ()))):
            facts.add(("named", words(goods.rpartition("/")[2])))
    if DGM + "Delivered" in values.get("status", ()):
        least, most = values.get("quantity_min", ()), values.get("quantity_max", ())
        if least or most:
            facts.add(("delivered", f"{min(least, default='')}-{max(most, default='')}"))
        else:
            facts.add(("delivered", ""))
    span = _span(values)
    if context.published is not None and (span is None or span[1] > context.published):
        span = context.published, context.published
    if span is None:
        return Account("Deal", tuple(sorted(facts)), "", "")
    return Account("Deal", tuple(sorted(facts)), f"{span[0][:7]}-01", _end_of_month(span[1]))


def _is_name(words_: str) -> bool:
    """Whether the words for a product are, or hold, a name of its own.

    >>> _is_name("Sukhoi Superjet 100"), _is_name("camions Kamaz"), _is_name("GNL"), _is_name("Blé russe")
    (True, True, False, False)
    """
    tokens = words_.split()
    capital = any(token[0].isupper() and not token.isupper() for token in tokens[1:])
    return (
        capital
        or any(any(c.isdigit() for c in token) and not token.isdigit() for token in tokens)
        or (len(tokens) > 1 and tokens[-1].isdigit())
    )


def _later(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return day


def _distance(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _end_of_month(day: str) -> str:
    return _later(_later(f"{day[:7]}-01", MONTH)[:7] + "-01", -1)


# -- blocks -----------------------------------------------------------------------------------------------------------
def _combined(told: Account) -> list[tuple[str, ...]]:
    """Return the facts that two accounts must share, combined: each visitor with each destination, each pair of people."""
    found: list[tuple[str, ...]] = [()]
    for name, least in KEYS[told.kind]:
        found = [(*before, *some) for before in found for some in combinations(sorted(told.of(name)), least)]
    return found


def _months(told: Account) -> list[str]:
    """Return the months in which the event may lie."""
    slack = NEAR if told.kind in {"Visit", "Agreement"} else 0
    first = date.fromordinal(max(told.days[0] - slack, 1))
    last = date.fromordinal(min(told.days[1] + slack, date.max.toordinal()))
    return [
        f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]


def _deal_keys(told: Account) -> Iterator[tuple[str, ...]]:
    """Yield goods with both sides and, where goods or a side bear a name of their own, with that side alone."""
    named = bool(told.of("named"))
    sides = {side: told.of(side) | told.of(f"{side} of") for side in ("supplier", "taker")}
    for goods in sorted({key for words_ in told.of("product") for key in goods_keys(words_)}):
        for pair in product(sorted(sides["supplier"]), sorted(sides["taker"])):
            yield (goods, *pair)
        for side, actors in sides.items():
            for actor in sorted(actors):
                if named or not is_state(actor):
                    yield goods, side, actor


def goods_keys(words_: str) -> set[str]:
    """Return keys of which two words for one product share one: head, last word, numbers, initials.

    >>> sorted(goods_keys("gaz natur liqui")), sorted(goods_keys("gnl"))
    (['gaz', 'gnl', 'liqui'], ['gnl'])
    """
    tokens = words_.split()
    found = {tokens[0], tokens[-1], *(t for t in tokens if any(c.isdigit() for c in t))}
    return found | ({initials(tokens)} if len(tokens) > 2 else set())


def initials(tokens: Sequence[str]) -> str:
    """Return the first letters of words, as an acronym has them."""
    return "".join(token[0] for token in tokens)


def is_state(iri: str) -> bool:
    """Whether an actor is a state."""
    return iri.startswith(f"{ID}country/")
