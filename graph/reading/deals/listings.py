"""Gathers the things that commas and « et » join, and says which of them can be traded."""

from __future__ import annotations

from dragoman.graph.reading.deals.complements import Complements
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.products import Product, product
from dragoman.graph.reading.deals.trade import Act


class Listings(Complements):
    """The things that are joined to one another, and whether they can be traded."""

    def _things(self, chunk: Chunk | None, act: Act | None, verb: Predicate | None = None) -> list[Product]:
        """Return the products that begin with a chunk: itself and those that commas and « et » join to it."""
        found: list[Product] = []
        role = chunk.role if chunk else ""
        while chunk is not None:
            made = product(self.chunks, chunk)
            if made is None or not self.tradable(made, act):
                break
            found.append(made)
            chunk = self._next(made, role, verb)
        return found

    def _next(self, made: Product, role: str, verb: Predicate | None) -> Chunk | None:
        i, joined = made.last, False
        while i < self.scene.last:
            if self.analysis.folds[i] == "et" or self.analysis.doc[i].text == ",":
                joined, i = True, i + 1
            elif self.analysis.doc[i].text in set('’”»"'):
                i += 1
            elif self.analysis.folds[i : i + 2] == ["ainsi", "que"]:
                joined, i = True, i + 2
            else:
                break
        chunk = self.chunks.at(i) if joined and i < self.scene.last else None
        if chunk is None or chunk.lead != i or chunk.thing is None:
            return None
        if chunk.role != role and not (
            role in {"de", ""} and chunk.role in {"", "de"} and (chunk.partitive or chunk.role == "")
        ):
            return None
        if (
            role == "de"
            and chunk.role == "de"
            and not chunk.thing.figure
            and made.end > made.head + 1
            and not chunk.partitive
        ):
            return None
        following = next((v for v in self.verbs if v.start >= chunk.end), None)
        after = product(self.chunks, chunk)
        own = following and following.finite and following is not verb and after and self._subject(after, following)
        if after is not None and self._apposed(chunk, after, i):
            return None
        return (
            None
            if own or (chunk.thing.determiner in {"le", "la", "l"} and not chunk.thing.figure and role == "")
            else chunk
        )

    def _apposed(self, chunk: Chunk, made: Product, start: int) -> bool:
        """« la ligne de métro, un chantier évalué à »: behind a comma « un » goes on only in a list that « et » ends."""
        assert chunk.thing is not None
        if self.analysis.texts[start - 1] != "," or chunk.thing.figure or chunk.thing.determiner not in {"un", "une"}:
            return False
        return made.last >= self.scene.last or self.analysis.folds[made.last] not in {"et", "ainsi"}

    def _subject(self, made: Product, verb: Predicate) -> bool:
        """Whether the verb behind a thing says something of it: right behind, or one word further on where no comma parts them."""
        return verb.start <= made.last or (verb.start == made.last + 1 and self.analysis.texts[made.last] != ",")

    def tradable(self, made: Product, act: Act | None) -> bool:
        """Whether the thing can be sold, built or shipped: no partnership, no message; for words of many uses only known goods."""
        analysis = self.analysis
        good = among(analysis, made.head, self.trade.of("goods"))
        if among(analysis, made.head, self.trade.of("abstract")) and not good:
            return False
        if any(m.kind in {"Person", "Adjective"} and m.start <= made.head < m.end for m in analysis.beside(made.head)):
            return False  # people: « 3 000 Danois »
        if not good and any(
            among(analysis, made.head, words)
            for words in (
                self.trade.act_nouns,
                self.trade.stage_nouns,
                self.trade.of("papers"),
                self.trade.of("commercial"),
            )
        ):
            return False
        model = any(analysis.doc[i].text[0].isupper() for i in range(made.start, made.end))
        if act is not None and act.built and made.measured:
            return False  # « un appel d’offres pour 60 000 tonnes de blé lancé par »
        if act is not None and not act.strict:
            return True
        if made.figure and among(analysis, made.head, self.trade.of("measures")):
            return True  # « 40 000 tonnes », of what was named before
        return bool(
            good
            or (made.figure and (model or made.measured))
            or (model and any(c.isdigit() for c in analysis.text(made.start, made.end)))
        )

    def _is_act(self, chunk: Chunk) -> bool:
        return self.chunks.listed(chunk, self.trade.act_nouns) is not None

    def is_plant(self, made: Product) -> bool:
        """Whether a product stays where it is put up."""
        return among(self.analysis, made.head, self.trade.of("plants")) is not None

    def is_paper(self, chunk: Chunk) -> bool:
        """Whether the chunk is a paper: a contract, an accord, a memorandum."""
        if chunk.thing is None:
            return False
        return self.chunks.listed(chunk, self.trade.of("commercial") | self.trade.of("papers")) is not None

    def commercial(self, kernel: Kernel) -> bool:
        """Whether the kernel is a paper of trade, which is a deal between states too."""
        return kernel.chunk is not None and self.chunks.listed(kernel.chunk, self.trade.of("commercial")) is not None
