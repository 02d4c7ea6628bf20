"""Says whether two tellings are of one deal: « Le Kenya achète 12 drones » in the headline, from whom in the body.

Equal figures of equal things at one stage are one deal where no side speaks against it: a side that only one telling names
does not, nor a state beside a company of that state (« 96 obusiers sud-coréens », from Daehan Defense).
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Draft
from dragoman.graph.reading.clauses.scenes import Event

_SIDES = ("supplier", "recipient")


def same_deal(one: Event, other: Event) -> bool:
    """Whether two deals are one, told twice."""
    if one.status != other.status:
        return False
    mine, theirs = one.drafts("product"), other.drafts("product")
    if {d.key for d in mine} == {d.key for d in theirs} and all(
        set(one.drafts(s)) == set(other.drafts(s)) for s in _SIDES
    ):
        return True
    alike = {_noun(d) for d in mine} & {_noun(d) for d in theirs}
    figures = _figures(one)
    if not alike or not figures or figures != _figures(other) or one.sentences & other.sentences:
        return False
    shared = any(set(one.drafts(s)) & set(other.drafts(s)) for s in _SIDES)
    return shared and all(_agree(one.drafts(s), other.drafts(s)) for s in _SIDES)


def yield_to(one: Event, other: Event) -> None:
    """Drop of the first telling what the second says more exactly: a company where it had the company’s state."""
    for slot in _SIDES:
        if any(d.kind == "Company" for d in other.drafts(slot)):
            one.fills = [
                f for f in one.fills if f.slot != slot or not isinstance(f.value, Draft) or f.value.kind != "Country"
            ]
    if other.drafts("product"):
        one.fills = [f for f in one.fills if f.slot != "product"]


def _noun(product: Draft) -> str:
    return fold(product.names[0]).partition(" ")[0]


def _figures(event: Event) -> set[tuple[str, str]]:
    return {(f.slot, str(f.value)) for f in event.fills if f.slot in {"quantity_min", "quantity_max"}}


def _agree(mine: list[Draft], theirs: list[Draft]) -> bool:
    if not mine or not theirs or set(mine) & set(theirs):
        return True
    return all(_of(a, b) or _of(b, a) for a in mine for b in theirs)


def _of(state: Draft, company: Draft) -> bool:
    return state.kind == "Country" and company.kind == "Company" and company.country in {None, state.iri}
