"""The keys under which accounts are looked up, such that two that may tell of one happening share one of them.

This is the blocking of record linkage (Christen 2012, "Data Matching", chapter 4).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from dragoman.graph.iris import digest
from dragoman.graph.linking.spans import NEAR
from dragoman.graph.linking.wording import goods_keys
from dragoman.ontology.namespaces import ID

if TYPE_CHECKING:
    from dragoman.graph.linking.accounts import Account

KEYS: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "Meeting": (("participant", 2),),
    "Visit": (("visitor", 1), ("destination", 1)),
    "Agreement": (("party", 2),),
    "Deal": (("product", 1),),
    "Announcement": (("speaker", 1), ("outlet", 1)),
    "Tenure": (("holder", 1), ("agency", 1)),
}
"""The facts that an account needs, and of how many values each. A Cooperation happens at no time."""


def blocks(told: Account) -> frozenset[str]:
    """Return the keys that an account shares with each that may tell of the same."""
    keys = _deal_keys(told) if told.kind == "Deal" else product(_combined(told), _months(told))
    return frozenset(digest(json.dumps([told.kind, *key], ensure_ascii=False)) for key in keys)


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


def is_state(iri: str) -> bool:
    """Whether an actor is a state."""
    return iri.startswith(f"{ID}country/")
