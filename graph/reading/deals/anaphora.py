"""Finds what « le », « les » and « en » before a verb take up: the thing named before."""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.listings import Listings
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.products import Product, product
from dragoman.graph.reading.deals.quantities import count


class Anaphora(Listings):
    """The things that pronouns before a verb stand for."""

    def _pronominal(self, verb: Predicate) -> list[Product]:
        """« 150 000 tonnes d’orge : X s’est engagé à les fournir », « L’autoroute … C’est X qui la construira »."""
        plural = "les" in verb.clitics
        near = [c for c in self.chunks.all if c.end <= verb.start]
        found = self._named_last(self.chunks, near, plural)
        if not found and self.earlier is not None:
            before = self.earlier()
            found = self._named_last(before, before.all, plural) if before is not None else []
        return [replace(p, lead=verb.start, last=verb.end, owners=[]) for p in found]

    def _named_last(self, chunks: Chunks, among_these: list[Chunk], plural: bool) -> list[Product]:
        """Return the good named last that agrees in number with the pronoun."""
        for chunk in reversed(among_these):
            thing = chunk.thing
            if thing is None or not among(self.analysis, thing.head, self.trade.of("goods")) or chunk.role == "dans":
                continue
            many = self.analysis.folds[thing.head].endswith(("s", "x")) or thing.figure is not None
            whole = self.whole(chunk) if chunks is self.chunks else chunk
            if many == plural and (whole is None or whole is chunk or chunk.thing is None or thing.figure):
                made = product(chunks, chunk)
                if made is not None:
                    return [made]
        return []

    def _of_all(self, verb: Predicate) -> list[Product]:
        """« 40 autobus sur les 121 commandés à X »: the participle behind a bare figure is said of the things before it."""
        i = verb.start - 1
        if i <= self.scene.first or count(self.analysis, self.trade, i, self.scene.last) is None:
            return []
        before = [c for c in self.chunks.before(i, self.scene.first) if c.thing and c.thing.figure]
        made = product(self.chunks, before[0]) if before and self.tradable_count(before[0]) else None
        return [made] if made else []

    def tradable_count(self, chunk: Chunk) -> bool:
        """Whether a counted thing is a good."""
        return chunk.thing is not None and among(self.analysis, chunk.thing.head, self.trade.of("goods")) is not None

    def _taken_up(self, verb: Predicate) -> list[Product]:
        """« achète 160 voitures à X, qui lui en avait livré quarante »: « en » is the thing named before, counted anew."""
        before = [p for k in self.kernels for p in k.products if p.last <= verb.start]
        if not before:  # « sont en quête de locomotives ; X leur en a proposé trente »
            chunks = [
                c
                for c in self.chunks.all
                if c.end <= verb.start and c.thing and among(self.analysis, c.thing.head, self.trade.of("goods"))
            ]
            made = product(self.chunks, chunks[-1]) if chunks else None
            before = [made] if made else []
        figure = next(
            (
                f
                for i in (verb.end, verb.end + 1)
                if i < self.scene.last and (f := count(self.analysis, self.trade, i, self.scene.last))
            ),
            None,
        )
        if not before or figure is None:
            return []
        last = max(before, key=lambda p: p.last)
        end = max(figure.end, verb.end)
        return [replace(last, figure=figure, lead=figure.start, last=end, earlier=last, places=[], owners=[])]
