"""Finds the things that are a verb’s complements: its subject, its object, the antecedent of its « que »."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.kernels import Kernel
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.speech.speech_words import speech_words

_BREAKS = frozenset({"que", "qu", "qui", "dont", "ou", "lequel", "laquelle", "lesquels"})


_AMOUNTS = frozenset({"davantage", "plus", "moins", "beaucoup", "assez", "autant"})


class Complements:
    """The subjects, objects and prepositional complements of a sentence’s verbs."""

    def __init__(
        self, chunks: Chunks, verbs: list[Predicate], earlier: Callable[[], Chunks | None] | None = None
    ) -> None:
        """Keep the sentence at hand; `earlier` cuts the sentence before, should a pronoun look back to it."""
        self.earlier = earlier
        self.chunks, self.verbs, self.trade = chunks, verbs, chunks.trade
        self.analysis, self.scene = chunks.analysis, chunks.scene
        self.kernels: list[Kernel] = []
        self._inside: set[int] = set()
        self._opening: dict[int, list[Predicate]] = {}
        for verb in verbs:
            self._opening.setdefault(verb.start, []).append(verb)
        self._ends: dict[Predicate, int] = {}
        self._reporting = speech_words("fr").reporting | self.trade.of("telling")

    def clause_end(self, verb: Predicate) -> int:
        """Return where the verb's own complements end."""
        if verb not in self._ends:
            self._ends[verb] = self._clause_end(verb)
        return self._ends[verb]

    def _clause_end(self, verb: Predicate) -> int:
        texts, folds = self.analysis.texts, self.analysis.folds
        for i in range(verb.end, self.scene.last):
            if texts[i] in {";", ":"} or (folds[i] in _BREAKS and self.chunks.at(i) is None):
                return i
            following = next((v for v in self._opening.get(i, ()) if v is not verb), None)
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
            if chunk.thing and chunk.role == "de" and self._worth(chunk):
                return chunk
        return None

    def _worth(self, chunk: Chunk) -> bool:
        """« vendra pour 2 milliards de dollars de viande »: whether a sum right before says how much of the thing."""
        before = self.chunks.at(chunk.lead - 1)
        return (
            before is not None and before.end == chunk.lead and before.thing is not None and bool(before.thing.amount)
        )

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
        """« les 25 bus que la Biélorussie a livrés », « la centrale que construit Atomvel »: the antecedent of « que »."""
        for i in range(verb.start - 1, self.scene.first, -1):
            if self.analysis.folds[i] in {"que", "qu"}:
                before = self.chunks.before(i, self.scene.first)
                near = before[0] if before else None
                if near is None or near.end < i - 1 or any(v.start == near.end for v in self.verbs):
                    return None
                told = [v for v in self.verbs if v.end <= near.lead and v.finite]
                if near.role not in {"", "de"} and told and told[-1].lemma in self._reporting:
                    return None  # « a indiqué, pour sa part, que X fournirait »: « que » opens what is told
                if near.role == "" and self.chunks.listed(near, self.trade.stage_nouns):
                    return None  # « l’espoir que des entreprises turques construisent une usine »: « que » is no object
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
            if (
                verb.tense != "participle"
                and chunk.thing
                and not chunk.thing.sized
                and not chunk.thing.amount
                and self._object_before(chunk)
            ):
                return None
            if chunk.thing and not chunk.thing.sized and not chunk.thing.amount:
                if verb.tense == "participle" or relative:
                    return self.whole(chunk)
                if chunk.role == "":
                    return chunk
            elif chunk.phrase and chunk.role == "" and verb.finite and not relative:
                return None
        if verb.tense == "participle" and verb.start == self.scene.first:
            return self._opened(verb)
        if not verb.finite or relative:
            return None
        if verb.start > self.scene.first:
            return None
        for chunk in self.chunks.after(verb.end, self.clause_end(verb)):  # « Ont été livrés au Kenya 40 blindés »
            if chunk.role == "":
                return chunk if chunk.thing and not chunk.thing.amount and not chunk.thing.sized else None
        return None

    def _opened(self, verb: Predicate) -> Chunk | None:
        """« Construit par X, l’hôpital a été inauguré »: the thing behind the comma is what the participle is said of."""
        comma = next((i for i in range(verb.end, self.scene.last) if self.analysis.texts[i] == ","), None)
        chunk = self.chunks.at(comma + 1) if comma is not None and comma + 1 < self.scene.last else None
        return chunk if chunk is not None and chunk.thing and chunk.role == "" and not chunk.thing.amount else None

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
