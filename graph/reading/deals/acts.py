"""Finds the kernels of deals in a sentence: an act with its thing, or a paper or stage that stands by a thing directly.

« a livré | douze hélicoptères », « l’achat | de 40 locomotives », « un contrat | de 12 avions », « s’intéresse | aux drones ».
The thing is found by order from the chunks around the trigger and, where order finds none, by the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dragoman.graph.reading.deals.chunks import Chunk, Chunks, among
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.deals.products import Product, product
from dragoman.graph.reading.deals.quantities import count
from dragoman.graph.reading.deals.trade import Act, Stage

_BREAKS = frozenset({"que", "qu", "qui", "dont", "ou", "lequel", "laquelle", "lesquels"})
_TAKING = frozenset({"livraison", "possession", "acquisition", "don", "cadeau", "commande"})
_SUPPLYING = frozenset({"approvisionnement", "ravitaillement"})
_AMOUNTS = frozenset({"davantage", "plus", "moins", "beaucoup", "assez", "autant"})
_OBJECTS = frozenset({"le", "la", "l", "les"})
_NAMING = frozenset({"de", "pour", "sur", "a"})


@dataclass(eq=False)
class Kernel:
    """What is done to which things; or what a paper or a stage says of them directly.

    Attributes:
        head: the trigger's token; `lead` where its phrase begins, `end` the token after it.
        act, stage, paper: what the trigger is.
        verb: the verb, where the trigger is one; `chunk`: its noun phrase, where it is a noun.
        products: the things.
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

    @property
    def last(self) -> int:
        """The token after the trigger and all its things."""
        return max([self.end, *(p.last for p in self.products)])


class Acts:
    """The kernels of one sentence."""

    def __init__(
        self, chunks: Chunks, verbs: list[Predicate], earlier: Callable[[], Chunks | None] | None = None
    ) -> None:
        """Find them; `earlier` cuts the sentence before, should a pronoun look back to it."""
        self.earlier = earlier
        self.chunks, self.verbs, self.trade = chunks, verbs, chunks.trade
        self.analysis, self.scene = chunks.analysis, chunks.scene
        self.kernels: list[Kernel] = []
        self._inside: set[int] = set()
        for chunk in chunks.all:
            self._noun(chunk)
        for verb in verbs:
            self._verb(verb)
        for chunk in chunks.all:
            self._direct_noun(chunk)
        for verb in verbs:
            self._direct_verb(verb)
        self.kernels.sort(key=lambda k: k.head)

    # -- nouns --------------------------------------------------------------------------------------------------
    def _noun(self, chunk: Chunk) -> None:
        """« la livraison à l’Algérie de 12 avions », « l’achat, par l’Égypte, de 30 Rafale »."""
        thing = chunk.thing
        word = self.chunks.listed(chunk, self.trade.act_nouns)
        if thing is None or word is None or (chunk.lead in self._inside and chunk.role == "de"):
            return
        act = self.trade.act_nouns[word]
        kernel = Kernel(thing.head, chunk.lead, chunk.end, act=act, chunk=chunk)
        theme = self._complement(chunk.end, {"de", "en"} if word in _SUPPLYING else {"de"}, kernel)
        if theme is None:
            theme = self._clitic_theme(chunk) or self._whose(chunk)
        kernel.products = self._things(theme, act) if theme else []
        for made in kernel.products:
            self._inside |= set(range(made.lead, made.last))
        self.kernels.append(kernel)

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
                if transparent and transparent.tense == "gerund" and transparent.lemma in self.trade.of("contents"):
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
                and chunk.role not in {"pour", "en", "dans", "a", "depuis", "avec", "pres", "worth", "lors"}
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

    # -- verbs --------------------------------------------------------------------------------------------------
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
            kernel.products = self._things(chunk, act, verb) if chunk else []
            if kernel.products:
                break
        if not kernel.products and "en" in verb.clitics:
            kernel.products = self._taken_up(verb)
        part = kernel.products and among(self.analysis, kernel.products[0].head, self.trade.of("holders"))
        if "en" in verb.clitics and part:
            kernel.products = self._pronominal(verb) or kernel.products  # « en a livré la deuxième phase »
        if not kernel.products and act.theme[0] == "object" and not verb.passive and verb.clitics & _OBJECTS:
            kernel.products = self._pronominal(verb)
        self.kernels.append(kernel)

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
        return [replace(last, figure=figure, lead=figure.start, last=max(figure.end, verb.end), places=[], owners=[])]

    def _theme(self, verb: Predicate) -> Chunk | None:
        if verb.passive or (
            verb.reflexive and verb.tense != "infinitive" and verb.lemma not in self.trade.act_reflexives
        ):
            return self.subject_thing(verb)
        to = next((i for i in (verb.start, verb.start - 1) if self.analysis.folds[i] == "a"), None)
        if verb.tense == "infinitive" and to is not None and to > self.scene.first:
            before = self.chunks.at(to - 1)  # « 120 autobus à fournir à la société »
            if before and before.thing and before.thing.figure and before.role == "":
                return before
        if verb.lemma in {"voir le jour", "sortir de terre"}:
            return self.subject_thing(verb)
        relative = self._relative(verb)
        if relative:
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

    def clause_end(self, verb: Predicate) -> int:
        """Return where the verb's own complements end."""
        doc, folds = self.analysis.doc, self.analysis.folds
        for i in range(verb.end, self.scene.last):
            if doc[i].text in {";", ":"} or (folds[i] in _BREAKS and self.chunks.at(i) is None):
                return i
            following = next((v for v in self.verbs if v.start == i and v is not verb), None)
            if following and following.finite:
                return i
        return self.scene.last

    def object_of(self, verb: Predicate) -> Chunk | None:
        """Return the first thing after the verb that no preposition leads (« livrera du blé » has a partitive)."""
        limit = self.clause_end(verb)
        for chunk in self.chunks.after(verb.end, limit):
            other = next((v for v in self.verbs if verb.end <= v.start and v.end <= chunk.lead), None)
            if other and other.tense != "participle":
                return None
            if chunk.thing and (chunk.thing.sized or chunk.thing.amount):
                continue
            if chunk.thing and (chunk.role == "" or (chunk.role == "de" and self._partitive(chunk, verb))):
                return chunk
        return None

    def _partitive(self, chunk: Chunk, verb: Predicate) -> bool:
        """Whether « du blé », « davantage de blé » follows the verb itself, or an actor or date that cannot own it."""
        if not chunk.partitive and self.analysis.folds[chunk.lead - 1] not in _AMOUNTS:
            return False
        before = self.chunks.before(chunk.lead, verb.end)
        return not before or before[0].thing is None or before[0].role != ""

    def _led(self, verb: Predicate, role: str) -> Chunk | None:
        return next(
            (
                c
                for c in self.chunks.after(verb.end, self.clause_end(verb))
                if c.thing and c.role == role and not c.thing.amount
            ),
            None,
        )

    def _relative(self, verb: Predicate) -> Chunk | None:
        """« les 25 bus que la Biélorussie a livrés », « la centrale que construit Rosatom »: the antecedent of « que »."""
        for i in range(verb.start - 1, self.scene.first, -1):
            if self.analysis.folds[i] in {"que", "qu"}:
                before = self.chunks.before(i, self.scene.first)
                near = before[0] if before else None
                if near is None or near.end < i - 1 or any(v.start == near.end for v in self.verbs):
                    return None
                return self.whole(near)
            other = next((v for v in self.verbs if v.start <= i < v.end and v is not verb), None)
            if (other and (verb.tense != "infinitive" or other.tense == "infinitive")) or self.analysis.doc[i].text in {
                ";",
                ":",
            }:
                return None  # « le parc qu’il ambitionne d’ériger »: the infinitive looks past its governor
        return None

    def whole(self, chunk: Chunk) -> Chunk | None:
        """Return the chunk that heads the noun phrase in which a chunk is a complement."""
        found = chunk
        while found.role in {"de", "en", "a"} and found.lead > self.scene.first:
            before = self.chunks.at(found.lead - 1)
            if before is None or before.end != found.lead or before.thing is None:
                break
            found = before
        return found if found.thing else None

    def subject_thing(self, verb: Predicate) -> Chunk | None:
        """Return the thing that is the verb's subject, or that the participle stands by."""
        for child in sorted(self.analysis.children[verb.head], key=lambda t: -t.i):
            if child.dep_ in {"nsubj", "nsubj:pass"} and child.i < verb.head and not self._parted(child.i, verb.start):
                chunk = self.chunks.at(child.i)
                if chunk and chunk.thing:
                    return chunk
                if chunk and chunk.phrase:
                    return None
        pronoun = self.thing_of_pronoun(verb)
        if pronoun is not None:
            return pronoun
        i = verb.start - 1
        relative = i >= self.scene.first and self.analysis.folds[i] in {"qui"}
        for steps, chunk in enumerate(self.chunks.before(verb.start, self.scene.first)):
            between = [v for v in self.verbs if chunk.end <= v.start and v.end <= verb.start]
            if any(v.finite for v in between) or steps > 6:
                return None
            if chunk.thing and not chunk.thing.sized and not chunk.thing.amount and self._object_before(chunk):
                return None
            if chunk.thing and not chunk.thing.sized and not chunk.thing.amount:
                if verb.tense == "participle" or relative:
                    return self.whole(chunk)
                if chunk.role == "":
                    return chunk
            elif chunk.phrase and chunk.role == "" and verb.finite and not relative:
                return None
        if not verb.finite or relative:
            return None
        after = self.chunks.after(verb.end, self.clause_end(verb))
        return after[0] if after and after[0].thing and after[0].role == "" and verb.start == self.scene.first else None

    def _object_before(self, chunk: Chunk) -> bool:
        """« qui avait manifesté son intérêt, a opté »: whether the thing is the object of the verb right before it."""
        before = [v for v in self.verbs if v.end <= chunk.lead]
        if chunk.role != "" or not before or not before[-1].finite or before[-1].passive:
            return False
        between = self.analysis.doc[before[-1].end : chunk.lead]
        return not any(t.text in {",", ":", ";", "»"} for t in between) and self.object_of(before[-1]) is chunk

    def has_pronoun(self, verb: Predicate) -> bool:
        """Whether « il », « elle », « ils », « elles » is the verb's subject."""
        return verb.start > self.scene.first and self.analysis.folds[verb.start - 1] in {
            "il",
            "elle",
            "ils",
            "elles",
            "ceux ci",
            "celles ci",
        }

    def thing_of_pronoun(self, verb: Predicate) -> Chunk | None:
        """« Deux avions ont rejoint la base ; ils avaient été achetés à X »: the subject of the clause before."""
        if not self.has_pronoun(verb):
            return None
        plural = self.analysis.folds[verb.start - 1] in {"ils", "elles", "ceux ci", "celles ci"}
        for chunk in self.chunks.all:
            if (
                chunk.end <= verb.start
                and chunk.thing
                and chunk.role == ""
                and among(self.analysis, chunk.thing.head, self.trade.of("goods"))
            ):
                word = self.analysis.folds[chunk.thing.head]
                if plural == word.endswith(("s", "x")):
                    return chunk
        return None

    def _parted(self, start: int, end: int) -> bool:
        """Whether a colon or semicolon stands between two tokens, so that the tree has joined two sentences."""
        return any(t.text in {":", ";"} for t in self.analysis.doc[start:end])

    # -- papers and stages by the thing itself --------------------------------------------------------------------
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
        self.kernels.append(kernel)

    def _set_before(self, chunk: Chunk) -> Chunk | None:
        """« L’usine de Safi, objet d’un protocole », « Douze avions : telle est l’offre que »: the thing before its paper."""
        before = self.chunks.before(chunk.lead, self.scene.first)
        if chunk.role == "de" and before and before[0].thing and before[0].end == chunk.lead:
            about = self.analysis.folds[before[0].thing.head] == "objet"
            return self.whole(before[1]) if about and len(before) > 1 else None
        words = {w for w in self.analysis.folds[max(self.scene.first, chunk.lead - 3) : chunk.lead] if w}
        colon = next((i for i in range(self.scene.first, chunk.lead) if self.analysis.doc[i].text == ":"), None)
        if colon is None or not words & {"telle", "tel", "telles", "tels", "voila", "est", "c"}:
            return None
        return next(
            (c for c in self.chunks.all if c.end <= colon and c.thing and c.thing.figure and c.role == ""), None
        )

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
        """« a décroché un contrat de 45 milliards : 120 autobus »: what a colon unfolds, where it is counted."""
        colon = next((i for i in range(chunk.end, self.scene.last) if self.analysis.doc[i].text == ":"), None)
        after = self.chunks.at(colon + 1) if colon is not None and colon + 1 < self.scene.last else None
        counted = after is not None and after.thing is not None and after.thing.figure and not after.thing.sized
        return after if counted else None

    def _is_act(self, chunk: Chunk) -> bool:
        return self.chunks.listed(chunk, self.trade.act_nouns) is not None

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
        """« a renoncé au laboratoire », « s’est retiré de l’usine », « a abandonné son usine »."""
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

    # -- things -------------------------------------------------------------------------------------------------
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
        own = following and following.finite and following is not verb and after and following.start <= after.last + 1
        return (
            None
            if own or (chunk.thing.determiner in {"le", "la", "l"} and not chunk.thing.figure and role == "")
            else chunk
        )

    def tradable(self, made: Product, act: Act | None) -> bool:
        """Whether the thing can be sold, built or shipped: no partnership, no message; for words of many uses only known goods."""
        analysis = self.analysis
        good = among(analysis, made.head, self.trade.of("goods"))
        if among(analysis, made.head, self.trade.of("abstract")) and not good:
            return False
        if any(m.kind in {"Person", "Adjective"} and m.start <= made.head < m.end for m in analysis.beside(made.head)):
            return False  # people: « 55 000 Russes »
        if among(analysis, made.head, self.trade.act_nouns) and not good:
            return False
        model = any(analysis.doc[i].text[0].isupper() for i in range(made.start, made.end))
        if act is not None and not act.strict:
            return True
        return bool(
            good
            or (made.figure and (model or made.measured))
            or (model and any(c.isdigit() for c in analysis.text(made.start, made.end)))
        )


def masculine(word: str) -> str:
    """Return the folded adjective without the endings of feminine and plural.

    >>> masculine("pretes"), masculine("interessee"), masculine("disposes"), masculine("desireuse")
    ('pret', 'interesse', 'dispose', 'desireux')
    """
    for ending, whole in (
        ("euses", "eux"),
        ("euse", "eux"),
        ("ees", "e"),
        ("ee", "e"),
        ("tes", "t"),
        ("te", "t"),
        ("nes", "n"),
        ("ne", "n"),
        ("ts", "t"),
        ("es", "e"),
        ("ns", "n"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + whole
    return word
