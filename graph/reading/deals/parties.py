"""The parties of one deal while they are gathered, and which of them are public."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.iris import fold
from dragoman.graph.reading.deals.actor import Actor

_PUBLIC = frozenset({"Country", "Agency", "Organization"})


@dataclass(eq=False)
class Sides:
    """The parties of one deal while they are gathered."""

    agent: list[Actor] = field(default_factory=list)
    counterpart: list[Actor] = field(default_factory=list)
    supplier: list[Actor] = field(default_factory=list)
    recipient: list[Actor] = field(default_factory=list)
    both: list[Actor] = field(default_factory=list)

    def known(self) -> set[int]:
        """Return the entities that have a side already."""
        return {id(a.draft) for some in (self.agent, self.counterpart, self.supplier, self.recipient) for a in some}


def is_public(actor: Actor, names: frozenset[str] = frozenset()) -> bool:
    """Whether an actor is a state or one of its bodies, who buys rather than builds: by kind, or by its name."""
    if actor.draft.kind in _PUBLIC:
        return True
    return any(fold(n).startswith(word + " ") for n in actor.draft.names for word in names)
