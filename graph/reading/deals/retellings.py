"""Says whether two tellings are of one deal: « La Pologne achète 96 obusiers coréens » over the contract with the maker.

Status and figure must be the same and the products the same, or one the shorter name of the other (« drones », « drones de
surveillance »); no side may differ, where a company may stand for its state and a state's body for the state itself.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Draft
from dragoman.graph.reading.clauses.scenes import Event

_SIDES = ("supplier", "recipient")


def same_deal(one: Event, other: Event) -> bool:
    """Whether two deals, whose days may be the same, are one."""
    if one.status != other.status:
        return False
    if all(set(one.drafts(s)) == set(other.drafts(s)) for s in (*_SIDES, "product")):
        return True
    figures = [[(f.slot, f.value) for f in e.fills if f.slot.startswith("quantity")] for e in (one, other)]
    if not figures[0] or figures[0] != figures[1] or not _same_product(one, other):
        return False
    return all(_agree(one.drafts(s), other.drafts(s)) for s in _SIDES) and any(
        one.drafts(s) and other.drafts(s) for s in _SIDES
    )


def keep_exact(one: Event, other: Event) -> None:
    """Leave each side and the product to the telling that is more exact, so that neither is named twice."""
    for slot in (*_SIDES, "product"):
        mine, theirs = one.drafts(slot), other.drafts(slot)
        if mine and theirs and set(mine) != set(theirs):
            loser = one if _exactness(theirs) > _exactness(mine) else other
            loser.fills = [f for f in loser.fills if f.slot != slot]


def _exactness(drafts: list[Draft]) -> tuple[bool, int]:
    return any(d.kind != "Country" for d in drafts), max(len(d.names[0]) for d in drafts if d.names)


def _agree(mine: list[Draft], theirs: list[Draft]) -> bool:
    if not mine or not theirs or set(mine) & set(theirs):
        return True
    fewer, more = (mine, theirs) if all(d.kind == "Country" for d in mine) else (theirs, mine)
    return all(d.kind == "Country" for d in fewer) and {d.iri for d in fewer} == {d.country for d in more}


def _same_product(one: Event, other: Event) -> bool:
    first, second = ([fold(n).split() for d in e.drafts("product") for n in d.names[:1]] for e in (one, other))
    return any(a[: len(b)] == b or b[: len(a)] == a for a in first for b in second)
