"""The kernel of a deal: an act, paper or stage with its things."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.products import Product
from dragoman.graph.reading.deals.trade import Act, Stage


@dataclass(eq=False)
class Kernel:
    """What is done to which things; or what a paper or a stage says of them directly.

    Attributes:
        head: the trigger's token; `lead` where its phrase begins, `end` the token after it.
        act, stage, paper: what the trigger is.
        verb: the verb, where the trigger is one; `chunk`: its noun phrase, where it is a noun.
        products: the things.
        reach: where its parties stand, where one verb has several things, each with a party of its own.
        definite: a definite phrase that may take up an earlier deal (« le contrat », « ces appareils »).
    """

    head: int
    lead: int
    end: int
    act: Act | None = None
    stage: Stage | None = None
    paper: bool = False
    verb: Predicate | None = None
    chunk: Chunk | None = None
    products: list[Product] = field(default_factory=list)
    owner_chunks: list[Chunk] = field(default_factory=list)
    reach: tuple[int, int] | None = None

    @property
    def last(self) -> int:
        """The token after the trigger and all its things."""
        return max([self.end, *(p.last for p in self.products)])

    @property
    def beside(self) -> bool:
        """Whether it is a participle that says in passing who built the thing: « les rames, construites par X, seront livrées »."""
        made = self.act is not None and self.act.built and self.act.done == "Delivered"
        return made and self.verb is not None and self.verb.tense == "participle"
