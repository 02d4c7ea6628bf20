"""Finds the acts that are nouns, with their things: « l’achat | de 40 locomotives »."""

from __future__ import annotations

from dataclasses import replace

from dragoman.graph.reading.deals.anaphora import Anaphora
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.products import Product, product
from dragoman.graph.reading.deals.quantities import count

_COUNTING = frozenset({"de", "d", "sur", "pour"})
_SUPPLYING = frozenset({"approvisionnement", "ravitaillement"})


class Nominals(Anaphora):
    """The kernels whose act is a noun."""

    def _noun(self, chunk: Chunk) -> None:
        """« la livraison à l’Algérie de 12 avions », « l’achat, par l’Égypte, de 30 avions »."""
        thing = chunk.thing
        word = self.chunks.listed(chunk, self.trade.act_nouns)
        if thing is None or word is None or (chunk.lead in self._inside and chunk.role == "de"):
            return
        act = self.trade.act_nouns[word]
        kernel = Kernel(thing.head, chunk.lead, chunk.end, act=act, chunk=chunk)
        theme = self._complement(chunk.end, {"de", "en"} if word in _SUPPLYING else {"de"}, kernel)
        if theme is None:
            theme = self._clitic_theme(chunk) or self._whose(chunk)
        kernel.products = (self._things(theme, act) if theme else []) or self._counted_alone(chunk)
        for made in kernel.products:
            self._inside |= set(range(made.lead, made.last))
        self.kernels.append(kernel)

    def _counted_alone(self, chunk: Chunk) -> list[Product]:
        """« les trois premières rames d’une commande de cinq », « une option sur six autres »: a count of what was named."""
        i = chunk.end
        if i + 1 >= self.scene.last or self.analysis.folds[i] not in _COUNTING:
            return []
        figure = count(self.analysis, self.trade, i + 1, self.scene.last)
        if figure is None or figure.start != i + 1 or not self._alone(figure.end):
            return []
        named = [
            c
            for c in self.chunks.all
            if c.end <= chunk.lead and c.thing and among(self.analysis, c.thing.head, self.trade.of("goods"))
        ]
        made = product(self.chunks, named[-1]) if named else None
        if made is None or self.is_plant(made):
            return []
        return [replace(made, figure=figure, lead=chunk.lead, last=figure.end, earlier=made, places=[], owners=[])]

    def _alone(self, i: int) -> bool:
        """Whether no noun follows a figure: a mark does, « autres », a participle, or nothing."""
        if i >= self.scene.last or self.analysis.folds[i] in {"autre", "autres", "de plus"}:
            return True
        return self.analysis.doc[i].is_punct or any(v.start == i for v in self.verbs)

    def _whose(self, chunk: Chunk) -> Chunk | None:
        """« la ligne, dont la réhabilitation a été confiée à X »: the antecedent of « dont »."""
        if chunk.lead <= self.scene.first or self.analysis.folds[chunk.lead - 1] != "dont":
            return None
        before = self.chunks.before(chunk.lead, self.scene.first)
        return self.whole(before[0]) if before and before[0].end >= chunk.lead - 2 else None

    def _complement(self, i: int, roles: set[str], kernel: Kernel) -> Chunk | None:
        """Return the first thing after token `i` that one of the roles leads, places, dates and actors between stepped over."""
        gaps = 0
        while i < self.scene.last:
            chunk = self.chunks.at(i)
            if chunk is None or chunk.lead != i:
                text = self.analysis.doc[i].text
                if text in {",", "(", ")"} | set('«»“”‘’"') and gaps < 3:
                    gaps, i = gaps + 1, i + 1
                    continue
                transparent = next((v for v in self.verbs if v.start <= i < v.end), None)
                contents = (
                    transparent and transparent.tense == "gerund" and transparent.lemma in self.trade.of("contents")
                )
                made = (
                    transparent and transparent.tense == "participle" and transparent.lemma in self.trade.of("making")
                )
                if transparent and (contents or made):  # « l’offre faite par X pour un réacteur »
                    i = transparent.end
                    continue
                if self.analysis.doc[i].pos_ == "ADV" or not self.analysis.folds[i]:
                    i += 1
                    continue
                return None
            if chunk.thing and chunk.role in roles and not chunk.thing.amount and not chunk.thing.sized:
                return chunk
            if (
                chunk.thing
                and not chunk.thing.amount
                and not chunk.thing.sized
                and chunk.role not in {"pour", "en", "dans", "a", "par", "depuis", "avec", "pres", "worth", "lors"}
            ):
                return None
            if chunk.phrase and chunk.role == "" and gaps == 0:
                return None
            if chunk.phrase and chunk.role == "de":
                kernel.owner_chunks.append(chunk)
            i = chunk.end
        return None

    def _clitic_theme(self, chunk: Chunk) -> Chunk | None:
        """« Quant au gaz naturel, X en négocie la livraison »: « en » stands for the thing named first."""
        before = set(self.analysis.folds[max(self.scene.first, chunk.lead - 4) : chunk.lead])
        if "en" not in before:
            return None
        return next((c for c in self.chunks.all if c.thing and c.role == "topic" and c.end <= chunk.lead), None)
