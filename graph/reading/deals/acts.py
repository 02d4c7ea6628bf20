"""Finds the kernels of deals in a sentence: an act with its thing, or a paper or stage that stands by a thing directly.

« a livré | douze hélicoptères », « l’achat | de 40 locomotives », « un contrat | de 12 avions », « s’intéresse | aux drones ».
The thing is found by order from the chunks around the trigger and, where order finds none, by the tree.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.direct import Direct
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.products import product

_TAKING = frozenset({"livraison", "possession", "acquisition", "don", "cadeau", "commande"})


_OBJECTS = frozenset({"le", "la", "l", "les"})


class Acts(Direct):
    """The kernels of one sentence."""

    def __init__(
        self, chunks: Chunks, verbs: list[Predicate], earlier: Callable[[], Chunks | None] | None = None
    ) -> None:
        """Find them; `earlier` cuts the sentence before, should a pronoun look back to it."""
        super().__init__(chunks, verbs, earlier)
        for chunk in chunks.all:
            self._noun(chunk)
        for verb in verbs:
            self._verb(verb)
        for chunk in chunks.all:
            self._direct_noun(chunk)
        for verb in verbs:
            self._direct_verb(verb)
        self.kernels.sort(key=lambda k: k.head)

    def _verb(self, verb: Predicate) -> None:
        act = self.trade.act_reflexives.get(verb.lemma) if verb.reflexive else self.trade.act_verbs.get(verb.lemma)
        if act is None:
            return
        kernel = Kernel(verb.head, verb.start, verb.end, act=act, verb=verb)
        for theme in act.theme:
            if theme == "subject":
                chunk = self.subject_thing(verb)
            else:
                chunk = self._theme(verb) if theme == "object" else self._led(verb, theme)
            of_trade = chunk is not None and (self._is_trade(chunk) if act.built else self._is_work(chunk))
            kernel.products = self._things(chunk, act, verb) if chunk and not of_trade else []
            if kernel.products:
                break
        if not kernel.products and "en" in verb.clitics:
            kernel.products = self._taken_up(verb)
        if not kernel.products and verb.passive and verb.tense == "participle":
            kernel.products = self._of_all(verb)
        part = kernel.products and among(self.analysis, kernel.products[0].head, self.trade.of("holders"))
        if "en" in verb.clitics and part:
            kernel.products = self._pronominal(verb) or kernel.products  # « en a livré la dernière tranche »
        if not kernel.products and act.theme[0] == "object" and not verb.passive and verb.clitics & _OBJECTS:
            kernel.products = self._pronominal(verb)
        self.kernels.append(kernel)
        self._go_on(kernel)

    def _go_on(self, kernel: Kernel) -> None:
        """« a livré 25 000 tonnes d’urée aux Philippines et 10 000 tonnes d’ammoniac au Vietnam »: each thing with its party."""
        verb, act = kernel.verb, kernel.act
        if verb is None or act is None or verb.passive or not kernel.products or act.built:
            return
        party = self.chunks.at(kernel.products[-1].last) if kernel.products[-1].last < self.scene.last else None
        if party is None or party.phrase is None or party.role not in act.counterpart or party.lead < verb.end:
            return
        joint = party.end
        if joint + 1 >= self.scene.last or self.analysis.folds[joint] not in {"et", "puis"}:
            return
        chunk = self.chunks.at(joint + 1)
        if chunk is None or chunk.role not in {"", "de"} or chunk.thing is None or not chunk.thing.figure:
            return
        things = self._things(chunk, act, verb)
        other = self.chunks.at(things[-1].last) if things and things[-1].last < self.scene.last else None
        if other is None or other.phrase is None or other.role != party.role:
            return
        kernel.reach = (verb.end, joint)
        reach = (chunk.lead, self.clause_end(verb))
        self.kernels.append(Kernel(verb.head, verb.start, verb.end, act=act, verb=verb, products=things, reach=reach))

    def _is_trade(self, chunk: Chunk) -> bool:
        """« a prolongé la livraison de gaz »: an act of trade, which nobody builds."""
        act = self.trade.act_nouns.get(self.chunks.listed(chunk, self.trade.act_nouns) or "")
        return act is not None and not act.built

    def _is_work(self, chunk: Chunk) -> bool:
        """« a cédé à X l’exploitation du port »: a work that is given to somebody, not a thing sold."""
        act = self.trade.act_nouns.get(self.chunks.listed(chunk, self.trade.act_nouns) or "")
        return act is not None and act.built

    def _theme(self, verb: Predicate) -> Chunk | None:
        if verb.passive or (
            verb.reflexive and verb.tense != "infinitive" and verb.lemma not in self.trade.act_reflexives
        ):
            return self.subject_thing(verb)
        to = next((i for i in (verb.start, verb.start - 1) if self.analysis.folds[i] == "a"), None)
        if verb.tense == "infinitive" and to is not None and to > self.scene.first:
            before = self.chunks.at(to - 1)  # « 80 tracteurs à fournir à la régie »
            if before and before.thing and before.thing.figure and before.role == "":
                return before
        if verb.lemma in {"voir le jour", "sortir de terre"}:
            return self.subject_thing(verb)
        relative = self._relative(verb)
        made = product(self.chunks, relative) if relative else None
        if made is not None and self.tradable(made, None):
            return relative
        if " " in verb.lemma and verb.lemma.split()[-1] in _TAKING:
            return self._led(verb, "de")  # « a pris livraison de deux corvettes »
        return self.object_of(verb) or self._tree(verb, {"obj"})

    def _tree(self, verb: Predicate, relations: set[str]) -> Chunk | None:
        for child in self.analysis.children[verb.head]:
            if child.dep_ in relations and self.scene.first <= child.i < self.scene.last:
                chunk = self.chunks.at(child.i)
                if chunk and chunk.thing and chunk.role == "" and not verb.start <= chunk.start < verb.end:
                    return chunk
        return None
