"""Finds papers and stages that stand by a thing directly: « un contrat | de 12 avions », « s’intéresse | aux drones »."""

from __future__ import annotations

from dragoman.graph.reading.deals.adjectives import masculine
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.nominals import Nominals
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.trade import Stage

_NAMING = frozenset({"de", "pour", "sur", "a"})


class Direct(Nominals):
    """The kernels that a paper or a stage makes with a thing."""

    def _direct_noun(self, chunk: Chunk) -> None:
        """« un contrat de 12 avions », « l’offre porte sur une vingtaine d’avions », « le projet d’usine »."""
        thing = chunk.thing
        if thing is None or chunk.lead in self._inside:
            return
        stage = self.trade.stage_nouns.get(among(self.analysis, thing.head, self.trade.stage_nouns) or "")
        paper = self.is_paper(chunk)
        if not paper and (stage is None or stage.direct is None):
            return
        kernel = Kernel(thing.head, chunk.lead, chunk.end, stage=stage, paper=paper, chunk=chunk)
        theme, content = self._complement(chunk.end, set(_NAMING), kernel), self._content(chunk)
        counted = content is not None and content.thing is not None and content.thing.figure is not None
        theme = content if theme is None or counted else theme
        theme = theme or self._set_before(chunk)
        if theme and not self._is_act(theme):
            kernel.products = self._things(theme, None)
        if not kernel.products and stage is not None and stage.name == "option":
            kernel.products = self._counted_alone(chunk)
        self.kernels.append(kernel)

    def _set_before(self, chunk: Chunk) -> Chunk | None:
        """« L’usine de Tarma, objet d’un protocole », « Douze avions : telle est l’offre que »: the thing before its paper."""
        before = self.chunks.before(chunk.lead, self.scene.first)
        if chunk.role == "de" and before and before[0].thing and before[0].end == chunk.lead:
            about = self.analysis.folds[before[0].thing.head] == "objet"
            return self.whole(before[1]) if about and len(before) > 1 else None
        colon = next((i for i in range(self.scene.first, chunk.lead) if self.analysis.doc[i].text == ":"), None)
        words = set(self.analysis.folds[colon : chunk.lead]) if colon is not None else set()
        if colon is None or not words & {"telle", "tel", "telles", "tels", "voila", "est", "c"}:
            return None
        return next(
            (c for c in self.chunks.all if c.end <= colon and c.thing and c.thing.figure and c.role == ""), None
        )

    def _content(self, chunk: Chunk) -> Chunk | None:
        """« le contrat porte sur 12 avions », « un accord prévoyant une usine »: what a paper says that it is about."""
        verb = next((v for v in self.verbs if v.start >= chunk.end and v.lemma in self.trade.of("contents")), None)
        if verb is None or verb.passive:
            return self._after_colon(chunk)
        relative = self.analysis.folds[verb.start - 1] == "qui"
        if any(v.finite for v in self.verbs if chunk.end <= v.start < verb.start) and not relative:
            return None
        if verb.finite and chunk.role != "" and not relative:
            return None
        after = [c for c in self.chunks.after(verb.end, self.clause_end(verb)) if not (c.phrase or c.thing is None)]
        if not after or after[0].role not in {"", "sur", "de"}:
            return None
        return after[0]

    def _after_colon(self, chunk: Chunk) -> Chunk | None:
        """« a décroché un contrat de 9 milliards : 80 tracteurs »: what a colon unfolds, where it is counted."""
        colon = next((i for i in range(chunk.end, self.scene.last) if self.analysis.doc[i].text == ":"), None)
        after = self.chunks.at(colon + 1) if colon is not None and colon + 1 < self.scene.last else None
        counted = after is not None and after.thing is not None and after.thing.figure and not after.thing.sized
        return after if counted else None

    def _direct_verb(self, verb: Predicate) -> None:
        """« s’intéresse aux drones iraniens », « lorgne le port », « a proposé à l’Argentine quinze chasseurs »."""
        stage = self.trade.stage_reflexives.get(verb.lemma) if verb.reflexive else None
        stage = stage or self.trade.stage_verbs.get(verb.lemma)
        adjective = self.stage_adjective(verb) if stage is None else None
        stage = stage or adjective
        direct = stage
        if verb.lemma in {"lorgner", "convoiter"}:
            direct = next((s for s in self.trade.stages if verb.lemma in s.verbs and s.direct), stage)
        if verb.lemma == "signer" and not verb.passive:
            self._bare_signing(verb)
        if direct is None or direct.direct is None:
            return
        theme = None
        if direct.status == "Cancelled":
            theme = self._given_up(verb)
        elif verb.reflexive or adjective:
            theme = self._led(verb, "a") or self._led(verb, "par")
            acts = theme is not None and any(
                v.tense == "infinitive" and verb.end <= v.start < theme.lead for v in self.verbs
            )
            theme = None if acts else theme
        elif verb.lemma in {"opter", "jeter devolu"}:
            theme = self._led(verb, "pour") or self._led(verb, "sur")
        elif verb.passive:
            theme = self.subject_thing(verb)
        else:
            theme = self._relative(verb) or self.object_of(verb)
        if theme is not None and (self._is_act(theme) or self.is_paper(theme)):
            return
        products = self._things(theme, None, verb) if theme else []
        if not products and "en" in verb.clitics:
            products = self._taken_up(verb)
        if products or (direct.status == "Cancelled" and theme is None):
            self.kernels.append(Kernel(verb.head, verb.start, verb.end, stage=direct, verb=verb, products=products))

    def _bare_signing(self, verb: Predicate) -> None:
        """« vient de signer avec X pour une ligne ferroviaire »: a signing that names no paper."""
        theme = None if self.object_of(verb) else self._led(verb, "pour")
        products = self._things(theme, None) if theme and not self._is_act(theme) else []
        if products:
            self.kernels.append(Kernel(verb.head, verb.start, verb.end, paper=True, verb=verb, products=products))

    def _given_up(self, verb: Predicate) -> Chunk | None:
        """« a renoncé à la raffinerie », « s’est retiré de l’usine », « a abandonné son usine »."""
        if verb.reflexive:
            return self._led(verb, "de")
        if verb.lemma == "renoncer":
            return self._led(verb, "a")
        return self.subject_thing(verb) if verb.passive else self.object_of(verb)

    def stage_adjective(self, verb: Predicate) -> Stage | None:
        """« est prête à », « se dit intéressé par »: the stage that an adjective beside the verb « être » or « se dire » tells."""
        for i in range(verb.start, min(self.scene.last, verb.end + 4)):
            stage = self.trade.stage_adjectives.get(masculine(self.analysis.folds[i]))
            if stage:
                return stage
        return None
