"""Which records of different articles tell of one happening: a rule that looks at them alone, in whatever order.

Event coreference across documents as Lee et al. (2012, "Joint entity and event coreference resolution across
documents") and their predecessors in record linkage have it (Fellegi & Sunter 1969, "A theory for record linkage";
Christen 2012, "Data Matching"), made deterministic and careful rather than complete: block, compare, and gather what
agrees around the most exact account (a leader, as in Hartigan 1975, "Clustering Algorithms", chapter 3).

- Accounts (`accounts`) are taken from the most exact and fullest to the least. Each joins the happening whose first
  account it agrees with (`agree`); with none, it begins one; with several of which none is nearer, it stays alone.
- What one article tells apart with equal exactness is never one happening, nor are two records of one article.
- Place, number, amount and status play no part, since it is there that articles disagree about one thing.

`docs/happenings.md` states the rule for those who read answers; `benchmarks/HAPPENINGS.md` measures it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from dragoman.graph.linking.accounts import Account
from dragoman.graph.linking.blocks import is_state
from dragoman.graph.linking.spans import MONTH, NEAR, RECENT
from dragoman.graph.linking.wording import initials

TOPICS: Final = 0.5
"""Two agreements are one where more than this share of the topics of the one that has more is the other's too."""
WORDS: Final = 0.75
"""Two topics are one where at least this share of the words of the shorter are the other's too."""
YEARS: Final = 5 * 366
"""Days after which two states' deal in goods without a name of their own is another."""


def agree(one: Account, other: Account) -> bool:
    """Whether two accounts may tell of one happening; the same whichever comes first."""
    return one.kind == other.kind and _AGREE[one.kind](one, other)


# -- when -------------------------------------------------------------------------------------------------------------
def _apart(one: Account, other: Account) -> int:
    """Return how many days lie between two accounts' times, 0 where they overlap."""
    return max(other.days[0] - one.days[1], one.days[0] - other.days[1], 0)


def _meet(one: Account, other: Account) -> bool:
    """Whether the times overlap; where one follows from the publication alone, with days or most of another such week."""
    common = min(one.days[1], other.days[1]) - max(one.days[0], other.days[0]) + 1
    match [a for a in (one, other) if a.basis != "published"]:
        case []:
            return common > RECENT / 2
        case [dated]:
            return common > 0 and dated.by_day
        case _:
            return common > 0


def _near(one: Account, other: Account) -> bool:
    """Whether the times overlap or are days that differ by a few."""
    exact = one.basis == other.basis == "stated" and one.by_day and other.by_day
    return _meet(one, other) or (exact and _apart(one, other) <= NEAR)


# -- who and what -----------------------------------------------------------------------------------------------------
def _shared(one: Account, other: Account, name: str) -> frozenset[str]:
    """Return the actors that both name in one role, without namesakes in the service of different states."""
    both = one.of(name) & other.of(name)
    if both and one.of("origin") and other.of("origin"):
        both = frozenset(actor for actor in both if _one_origin(actor, one, other))
    return both


def _one_origin(actor: str, one: Account, other: Account) -> bool:
    mine, yours = ({o for o in a.of("origin") if o.startswith(f"{actor} ")} for a in (one, other))
    return not mine or not yours or bool(mine & yours)


def _meetings(one: Account, other: Account) -> bool:
    """« A a été reçu par B » and « B a reçu A en présence de C », but not « C s’est entretenu avec A »."""
    shared = _shared(one, other, "participant")
    if len(shared) < 2 or not _meet(one, other):
        return False
    if all(map(is_state, shared)) and max(one.width, other.width) > MONTH:
        return False  # two states' delegations meet often
    return _has_principals(one, other) and _has_principals(other, one)


def _has_principals(one: Account, other: Account) -> bool:
    """Whether host and guest, where one account tells them, take part in the other: nobody would leave them out."""
    host, guest, there = one.of("host"), one.of("guest"), other.of("participant")
    return not (host and guest) or bool(host & there and guest & there)


def _visits(one: Account, other: Account) -> bool:
    return _near(one, other) and bool(_shared(one, other, "visitor") and _shared(one, other, "destination"))


def _agreements(one: Account, other: Account) -> bool:
    shared = _shared(one, other, "party")
    if len(shared) < 2 or not _near(one, other):
        return False
    mine, yours = one.of("topic"), other.of("topic")
    if not all(map(is_state, shared)):  # two agencies sign one thing, states sign much in a day
        return not mine or not yours or any(set(a.split()) & set(b.split()) for a in mine for b in yours)
    common = min(
        sum(any(_about_one(a, b) for b in yours) for a in mine), sum(any(_about_one(a, b) for b in mine) for a in yours)
    )
    return common > TOPICS * max(len(mine), len(yours))


def _about_one(topic: str, other: str) -> bool:
    """« pêche » and « pêche maritime », not « protection de la nature » and « protection des investissements »."""
    mine, yours = set(topic.split()), set(other.split())
    return len(mine & yours) >= WORDS * min(len(mine), len(yours))


def _statements(one: Account, other: Account) -> bool:
    return (
        max(one.width, other.width) <= MONTH
        and _meet(one, other)
        and bool(_shared(one, other, "speaker") and _shared(one, other, "outlet"))
    )


def _offices(one: Account, other: Account) -> bool:
    return _meet(one, other) and bool(_shared(one, other, "holder") and _shared(one, other, "agency"))


# -- deals ------------------------------------------------------------------------------------------------------------
def _deals(one: Account, other: Account) -> bool:
    """The same goods between the same sides, however long that takes; or the same side's own where one is not told."""
    if not any(_same_goods(a, b, one, other) for a in one.of("product") for b in other.of("product")):
        return False
    named = bool(one.of("named") and other.of("named"))
    sides = 0
    for side in ("supplier", "taker"):
        mine, yours = one.of(side), other.of(side)
        if not mine or not yours:
            continue
        shared = mine & yours
        if not shared and not (mine & other.of(f"{side} of") or yours & one.of(f"{side} of")):
            return False
        sides += 1
        named = named or not all(map(is_state, shared))
    return (sides == 2 or (sides == 1 and named)) and _in_time(one, other, named)


def _same_goods(goods: str, other_goods: str, one: Account, other: Account) -> bool:
    """« gaz naturel liquéfié » and « GNL »; « avions Sukhoi Superjet 100 » and « Superjet 100 »; not « terminal gazier »."""
    mine, yours = goods.split(), other_goods.split()
    if len(mine) > len(yours):
        return _same_goods(other_goods, goods, other, one)
    if set(mine) <= set(yours):
        return mine[0] == yours[0] or (goods in one.of("named") and mine[-1] == yours[-1])
    return len(mine) == 1 and len(yours) > 2 and mine[0] == initials(yours)


def _in_time(one: Account, other: Account, named: bool) -> bool:
    """Whether one deal can have come from the one to the other: what was delivered is not proposed again."""
    for first, second in ((one, other), (other, one)):
        after = bool(first.latest and second.earliest) and second.earliest > first.latest
        if first.of("delivered") and not second.of("delivered") and after:
            return False
    apart = _apart(one, other) if one.latest and other.latest else 0
    if one.of("delivered") and other.of("delivered"):
        return apart <= 366 and any(_overlap(a, b) for a in one.of("delivered") for b in other.of("delivered"))
    return named or apart <= YEARS


def _overlap(one: str, other: str) -> bool:
    """Whether two quantities, as "12-20", can be one; « 650 000 tonnes » and « 500 000 tonnes » are two deliveries."""
    (least, _, most), (other_least, _, other_most) = one.partition("-"), other.partition("-")
    low, high = [int(n) for n in (least, other_least) if n], [int(n) for n in (most, other_most) if n]
    return not low or not high or max(low) <= min(high)


_AGREE: Final[Mapping[str, Callable[[Account, Account], bool]]] = {
    "Meeting": _meetings,
    "Visit": _visits,
    "Agreement": _agreements,
    "Deal": _deals,
    "Announcement": _statements,
    "Tenure": _offices,
}


# -- gathering --------------------------------------------------------------------------------------------------------
Begun: TypeAlias = Account | None
"""The first account of a happening; None where an account stays alone."""


def joined(own: Account, firsts: Iterable[Account], apart: Callable[[Account], bool]) -> Begun:
    """Return the first account of the happening that an account tells of: itself where it begins one.

    Args:
        own: the account.
        firsts: those that begin a happening and come before it, at least all that share a block with it.
        apart: whether an article tells this account apart from the happening that another begins.
    """
    if not agree(own, own):
        return None  # two articles that say the same of it may still mean two things
    may = [first for first in firsts if agree(own, first) and not apart(first)]
    if len(may) > 1:
        nearest = max(_nearness(own, first) for first in may)
        may = [first for first in may if _nearness(own, first) == nearest]
    if not may:
        return own
    return may[0] if len(may) == 1 else None


def _nearness(own: Account, first: Account) -> tuple[bool, int]:
    overlap = own.kind == "Deal" or not _apart(own, first)
    return overlap, len(set(own.facts) & set(first.facts))


def gathered(given: Mapping[str, Iterable[Account]]) -> dict[Account, Begun]:
    """Return for each account the first of the happening that it tells of.

    Args:
        given: the accounts that each article gives.
    """
    beside: dict[Account, list[Iterable[Account]]] = {}
    for accounts in given.values():
        for own in accounts:
            beside.setdefault(own, []).append(accounts)
    found: dict[Account, Begun] = {}
    begun: dict[str, list[Account]] = {}
    for own in sorted(beside, key=lambda account: account.rank):
        told_apart = rivals(own, (other for accounts in beside[own] for other in accounts), found)
        firsts = {first for block in own.blocks for first in begun.get(block, ())}
        found[own] = joined(own, firsts, told_apart.__contains__)
        if found[own] == own:
            for block in own.blocks:
                begun.setdefault(block, []).append(own)
    return found


def rivals(own: Account, beside: Iterable[Account], found: Mapping[Account, Begun]) -> set[Begun]:
    """Return the happenings of which an article tells beside this account, as exactly: this tells of none of them.

    Args:
        own: the account.
        beside: the accounts of each article that gives it.
        found: what the accounts that come before it tell of.
    """
    return {found.get(one) for one in beside if one != own and own.as_exact_as(one) and one.rank < own.rank}


def told(records: Mapping[str, Account], first: Mapping[Account, Begun]) -> dict[str, str | None]:
    """Return the happening that each of one article's records tells of, None where it must stay alone.

    Of several records that would share one, the most exact does; of those that say the same, none.
    """
    best: dict[Account, list[Account]] = {}
    for own in records.values():
        begun = first[own]
        if begun is not None:
            best.setdefault(begun, []).append(own)
    fullest = {begun: min(accounts, key=lambda account: account.rank) for begun, accounts in best.items()}
    found: dict[str, str | None] = {}
    for record, own in records.items():
        begun = first[own]
        keeps = begun is not None and fullest[begun] == own and best[begun].count(own) == 1
        found[record] = begun.happening() if begun is not None and keeps else None
    return found
