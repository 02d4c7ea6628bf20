"""Which records of different articles tell of one happening: a rule that looks at them alone, in whatever order.

Each dated record is an account: of one kind, told by some key facts (who met, who went where, who sells what to whom)
and by the days between which it lies. After the blocking and strict matching of cross-document event coreference (Lee
et al. 2012, "Joint entity and event coreference resolution across documents"), and careful rather than complete:

- Accounts with the same facts and days tell of one happening.
- An account that says less, with fewer key facts or a wider span of days, joins the fullest account that it agrees
  with, if there is exactly one such; where several would do, it stays alone.
- Two records of one article are never one happening: whoever read it has told them apart.
- What has no day in a known year, is denied, or lacks a key fact that its kind needs, stays alone.

Place, number, status and words play no part, since it is there that articles disagree about one thing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dragoman.graph.iris import digest
from dragoman.ontology.namespaces import ID

KEYS: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "Meeting": (("participant", 2),),
    "Visit": (("visitor", 1), ("destination", 1)),
    "Agreement": (("party", 2), ("topic", 1)),
    "Deal": (("product", 1), ("supplier", 1), ("recipient", 1)),
    "Announcement": (("speaker", 1), ("outlet", 1)),
    "Tenure": (("holder", 1), ("agency", 1)),
}
"""Key facts of a kind, and of how many values each at least two accounts must agree to be compared. A Cooperation
happens at no time."""

Fact = tuple[str, str]


@dataclass(frozen=True, order=True)
class Account:
    """What a record says that tells its happening from others.

    Attributes:
        kind: the record's class ("Meeting").
        facts: its key facts, as (property, value), sorted.
        earliest: the first day on which it may lie, as YYYY-MM-DD.
        latest: the last.
    """

    kind: str
    facts: tuple[Fact, ...]
    earliest: str
    latest: str

    def fits(self, fuller: Account) -> bool:
        """Whether everything that this account says holds of a `fuller` (or the same) one."""
        within = self.earliest <= fuller.earliest and fuller.latest <= self.latest
        return within and self.kind == fuller.kind and set(self.facts) <= set(fuller.facts)

    def blocks(self) -> Iterator[str]:
        """Yield the keys that this account shares with each that may tell of the same: a year and the facts needed."""
        # the facts of one field are combined with those of the next: each visitor with each destination
        combined: list[tuple[Fact, ...]] = [()]
        for name, least in KEYS[self.kind]:
            values = [fact for fact in self.facts if fact[0] == name]
            combined = [(*before, *some) for before in combined for some in combinations(values, least)]
        for facts in combined:
            yield digest(json.dumps([self.kind, self.earliest[:4], facts], ensure_ascii=False))

    def happening(self) -> str:
        """Return the IRI of the happening that this account is the fullest of."""
        return _iri(self.kind, self.earliest, self.to_text())

    def to_text(self) -> str:
        """Return the account as one line of text, the same for the same account."""
        return json.dumps([self.kind, self.facts, self.earliest, self.latest], ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Account:
        """Return the account that `to_text` wrote."""
        kind, facts, earliest, latest = json.loads(text)
        return cls(kind, tuple((name, value) for name, value in facts), earliest, latest)


def account(kind: str, facts: Iterable[Fact], earliest: str | None, latest: str | None, denied: bool) -> Account | None:
    """Return what a record says of its happening, or None where that is too little to tell it from others.

    >>> account("Visit", [("visitor", "a")], "2016-03-16", "2016-03-16", False) is None
    True
    """
    if kind not in KEYS or denied or not earliest or not latest:
        return None
    keys = dict(KEYS[kind])
    kept = tuple(sorted({fact for fact in facts if fact[0] in keys}))
    if any(sum(name == field for name, _ in kept) < least for field, least in KEYS[kind]):
        return None
    return Account(kind, kept, earliest, latest)


def happening(record: str, own: Account, block: Iterable[Account], siblings: Iterable[Account]) -> str:
    """Return the IRI of the happening that a record tells of.

    Args:
        record: the record's IRI.
        own: its account.
        block: every account of any article that shares one of its blocks (any one: a fuller account shares them all).
        siblings: the accounts of the other records of its article.
    """
    fuller = {other for other in block if own.fits(other)} | {own}
    fullest = [one for one in fuller if not any(one != other and one.fits(other) for other in fuller)]
    if len(fullest) > 1:
        return alone(record, own.kind)
    told = fullest[0]
    rivals = (sibling == own if told == own else sibling.fits(told) for sibling in siblings)
    return alone(record, own.kind) if any(rivals) else told.happening()


def alone(record: str, kind: str) -> str:
    """Return the IRI of a happening of which one record alone tells."""
    return _iri(kind, "", record)


def _iri(kind: str, day: str, what: str) -> str:
    return f"{ID}happening/{'-'.join(filter(None, (kind.lower(), day, digest(what))))}"
