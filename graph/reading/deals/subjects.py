"""Says whose act a verb tells: its subject by the tree or by order, the one behind « qui », the one that a pronoun takes up.

An infinitive has the subject of the verb that governs it, « nous » in a quotation is whoever is quoted, « lui » the subject
of the clause before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Draft
from dragoman.graph.reading.clauses.syntax import subject as tree_subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.actors import Actors
from dragoman.graph.reading.deals.acts import Acts
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.predicates import Predicate
from dragoman.graph.reading.speech.speech_words import speech_words

_RELATIVES = frozenset({"que", "qu", "dont", "ou"})
_ADDRESSED = frozenset({"auquel", "auxquels", "auxquelles"})
_LEADING = frozenset({"conduire", "mener", "emmener", "diriger", "former", "piloter", "composer"})
_PRONOUNS = frozenset({"il", "elle", "ils", "elles"})
_NEAR = frozenset({"celui", "celle", "ceux", "celles", "dernier", "derniere"})
_DEEPEST = 3


@dataclass
class Memory:
    """What a sentence leaves to the next: who was its subject, and which place it named last."""

    subject: list[Actor] = field(default_factory=list)
    place: tuple[Draft, int, int] | None = None


class Subjects:
    """Finds the subjects of one sentence's verbs."""

    def __init__(self, acts: Acts, actors: Actors, memory: Memory) -> None:
        """Keep the sentence and what the one before left."""
        self.acts, self.actors, self.memory = acts, actors, memory
        self.chunks, self.analysis, self.scene = acts.chunks, acts.analysis, acts.scene

    def of(self, verb: Predicate, depth: int = 0) -> list[Actor]:
        """Return the actors that are a verb's subject."""
        if depth > _DEEPEST:
            return []
        if not verb.finite:
            return self._governing(verb, depth)
        antecedent = self._antecedent(verb)
        if antecedent is not None:
            return self.actors.of(antecedent, company=True)
        pronoun = self._pronoun(verb)
        if pronoun is not None:
            return self._resolved(pronoun)
        inverted = self._inverted(verb)
        if inverted:
            return inverted
        token = tree_subject(self.analysis, _as_verb(verb))
        inside = token is not None and self.scene.first <= token < self.scene.last
        chunk = self.chunks.at(token) if token is not None and inside else None
        outside = chunk is not None and self._parted(chunk, verb)
        if (
            chunk is not None
            and not outside
            and (chunk.end <= verb.start or chunk.start >= verb.end)
            and chunk.role in {"", "de"}
        ):
            found = self._beside(chunk, verb) or self._with(self.actors.of(chunk, company=True), chunk, verb)
            if found or (chunk.thing and not chunk.thing.proper and chunk.role == ""):
                return found
        return self._by_order(verb, depth)

    def _parted(self, chunk: Chunk, verb: Predicate) -> bool:
        """« Le Kenya, auquel X a livré »: whether a pronoun that is no subject stands between a phrase and the verb."""
        return bool(_ADDRESSED & set(self.analysis.folds[chunk.end : verb.start]))

    def addressed(self, verb: Predicate) -> list[Actor]:
        """« le Kenya, auquel X a livré »: the antecedent of a relative pronoun to whom something is done."""
        start = max([v.end for v in self.acts.verbs if v.end <= verb.start], default=self.scene.first)
        for i in range(start, verb.start):
            to_whom = self.analysis.folds[i - 1] == "a" and self.analysis.folds[i] in {"qui", "laquelle"}
            if self.analysis.folds[i] in _ADDRESSED or (i > start and to_whom):
                near = [c for c in self.chunks.before(i, self.scene.first)[:3] if c.phrase]
                return self.actors.of(near[0]) if near else []
        return []

    def dative(self, verb: Predicate) -> list[Actor]:
        """Return whom « lui » or « leur » before a verb stands for: the subject of the clause before, who is not its own."""
        us = next((i for i in range(verb.start, verb.head) if self.analysis.folds[i] == "nous"), None)
        if us is not None:
            return [Actor(a.draft, a.start, a.end, a.basis) for a in self._speaker(us)]
        at = next((i for i in range(verb.start, verb.head) if self.analysis.folds[i] in {"lui", "leur"}), None)
        if at is None:
            return []
        own = {id(a.draft) for a in self.of(verb)}
        for chunk in reversed([c for c in self.chunks.all if c.end <= verb.start and c.role == ""]):
            found = [a for a in self.actors.of(chunk, company=True) if id(a.draft) not in own]
            if found:
                return [Actor(a.draft, at, at + 1) for a in found]
        return [Actor(a.draft, at, at + 1) for a in self.memory.subject if id(a.draft) not in own]

    def first(self) -> list[Actor]:
        """Return the subject that the sentence leaves to the next: of its first finite verb."""
        for verb in self.acts.verbs:
            if verb.finite and self.analysis.folds[verb.start - 1] not in {"qui", "que", "qu"}:
                return self.of(verb)
        return []

    # -- pronouns -----------------------------------------------------------------------------------------------------
    def _pronoun(self, verb: Predicate) -> int | None:
        if self.analysis.folds[verb.start] == "nous" and verb.finite:
            return verb.start
        i = verb.start - 1
        while i > self.scene.first and (
            self.analysis.doc[i].pos_ == "ADV" or self.analysis.folds[i] in {"ne", "n", "ci", "en", "y", "lui"}
        ):
            i -= 1
        if i < self.scene.first:
            return None
        if self.analysis.folds[i] in _PRONOUNS | {"nous", "celui ci", "celle ci", "ceux ci"} or (
            self.analysis.folds[i] in _NEAR and i + 1 <= verb.start
        ):
            return i
        return None

    def _resolved(self, i: int) -> list[Actor]:
        if self.analysis.folds[i] == "nous":
            return [Actor(a.draft, a.start, a.end, a.basis) for a in self._speaker(i)]
        near = [c for c in self.chunks.all if c.end <= i and (c.phrase or (c.thing and c.thing.proper))]
        subjects = [c for c in near if c.role == ""]
        for chunk in reversed(subjects):
            found = self.actors.of(chunk)
            if found:
                return [Actor(a.draft, i, i + 1, a.basis) for a in found]
        if self.memory.subject:
            return [Actor(a.draft, i, i + 1, a.basis) for a in self.memory.subject]
        mention = self.analysis.at(i)
        return self.actors.of_mention(mention) if mention is not None and mention.draft else []

    def _speaker(self, i: int) -> list[Actor]:
        """« Nous envisageons … », a confié X: the one who is quoted."""
        for verb in self.acts.verbs:
            if verb.start > i and verb.lemma in speech_words("fr").reporting:
                for chunk in self.chunks.after(verb.end, self.scene.last)[:3]:
                    found = self.actors.of(chunk) if chunk.role == "" else []
                    if found:
                        return found
                return self._by_order(verb, _DEEPEST)  # never back to « nous »
        return []

    # -- clauses ------------------------------------------------------------------------------------------------------
    def _antecedent(self, verb: Predicate) -> Chunk | None:
        """« Atomvel, qui construit »: the antecedent of « qui »."""
        i = verb.start - 1
        while i > self.scene.first and (
            self.analysis.doc[i].pos_ == "ADV" or self.analysis.folds[i] in {"lui", "leur", "y", "en"}
        ):
            i -= 1
        if i < self.scene.first or self.analysis.folds[i] != "qui":
            return None
        before = self.chunks.before(i, self.scene.first)
        if not before:
            return None
        near = before[0]
        if near.phrase and near.role != "de":
            return near
        if near.role == "de":
            return next((c for c in before[:4] if c.role != "de" and (c.phrase or (c.thing and c.thing.proper))), near)
        return near

    def _with(self, found: list[Actor], chunk: Chunk, verb: Predicate) -> list[Actor]:
        """Add the actors that « et » or « ainsi que » joins to a subject before its verb."""
        if not found or chunk.start >= verb.end:
            return found
        made, end = list(found), chunk.end
        for other in self.chunks.after(chunk.end, verb.start):
            between = [w for w in self.analysis.folds[end : other.lead] if w]
            if other.role == "" and between in (["et"], ["ainsi", "que"]):
                made += [a for a in self.actors.of(other, company=True) if all(a.draft is not b.draft for b in made)]
            elif other.role != "de":
                break
            end = other.end
        before = self.chunks.before(chunk.lead, self.scene.first)
        if (
            before
            and before[0].role == ""
            and [w for w in self.analysis.folds[before[0].end : chunk.lead] if w] in (["et"], ["ainsi", "que"])
        ):
            made += [a for a in self.actors.of(before[0], company=True) if all(a.draft is not b.draft for b in made)]
        return made

    def _beside(self, chunk: Chunk, verb: Predicate) -> list[Actor]:
        """« un groupe public chinois, China Bridges (CHB), a … »: a description whose name stands beside it."""
        if chunk.thing is None or not among(self.analysis, chunk.thing.head, self.acts.trade.of("company_groups")):
            return []
        led = next(
            (v for v in self.acts.verbs if v.start == chunk.end and v.tense == "participle" and v.lemma in _LEADING),
            None,
        )
        leader = self.chunks.at(led.end) if led is not None else None
        if leader is not None and led is not None and leader.lead == led.end and leader.role == "par":
            return self.actors.of(leader, company=True)  # « un consortium conduit par X »
        after = (
            self.chunks.at(chunk.end + 1)
            if chunk.end + 1 < verb.start and self.analysis.doc[chunk.end].text == ","
            else None
        )
        named = after is not None and after.role == "" and after.lead == chunk.end + 1
        return self.actors.of(after, company=True) if after is not None and named else []

    def _inverted(self, verb: Predicate) -> list[Actor]:
        """« que doit bâtir X », « que lui a promis X »: behind « que » the verb may come first."""
        before = range(max(self.scene.first, verb.start - 3), verb.start)
        if not any(self.analysis.folds[i] in _RELATIVES for i in before) or any(
            c.role == "" and c.phrase for i in before if (c := self.chunks.at(i)) is not None and c.start > before[0]
        ):
            return []
        after = self.chunks.after(verb.end, self.acts.clause_end(verb))[:1]
        if not after or after[0].role != "" or after[0].lead > verb.end + 1:
            return []
        named = after[0].phrase or (after[0].thing and after[0].thing.proper)
        return self.actors.of(after[0], company=True) if named else []

    def _by_order(self, verb: Predicate, depth: int) -> list[Actor]:
        """Return the nearest phrase to the left that no preposition governs."""
        scene = self.scene
        previous = [v for v in self.acts.verbs if v.end <= verb.start and v.finite]
        for chunk in self.chunks.before(verb.start, scene.first):
            crossed = [v for v in previous if v.start >= chunk.end]
            if crossed:
                break
            if previous and chunk.start >= previous[-1].end and chunk is self.acts.object_of(previous[-1]):
                continue  # « négociaient la livraison … et étaient disposés »: the object of the verb before
            if (
                chunk.role != ""
                or not (chunk.phrase or chunk.thing)
                or (chunk.thing and (chunk.thing.sized or chunk.thing.amount))
            ):
                continue
            found = self._beside(chunk, verb) or self._with(self.actors.of(chunk, company=True), chunk, verb)
            if found and self._inserted(chunk, verb) and self._outer(chunk):
                continue  # « Valdoria, constructeur de trams, a décroché »
            if found or (chunk.thing and not self._inserted(chunk, verb)):
                return found
        if previous and self._coordinated(previous[-1], verb):
            return self.of(previous[-1], depth + 1)
        return []

    def _inserted(self, chunk: Chunk, verb: Predicate) -> bool:
        """Whether commas set the phrase off between subject and verb."""
        doc = self.analysis.doc
        return doc[chunk.lead - 1].text in {",", "("} and any(t.text in {",", ")"} for t in doc[chunk.end : verb.start])

    def _outer(self, chunk: Chunk) -> bool:
        """Whether an actor stands before an insertion, whose subject then is he."""
        before = [c for c in self.chunks.before(chunk.lead, self.scene.first) if c.role == ""]
        return bool(before and self.actors.of(before[0], company=True) and before[0].end >= chunk.lead - 1)

    def _coordinated(self, one: Predicate, other: Predicate) -> bool:
        between = self.analysis.folds[one.end : other.start]
        texts = {t.text for t in self.analysis.doc[one.end : other.start]}
        joined = bool({"et", "puis", "avant", "mais"} & set(between) or "," in texts)
        return joined and not (set(between) & {"que", "qu", "qui"} or ";" in texts)

    def _governing(self, verb: Predicate, depth: int) -> list[Actor]:
        """« souhaite acquérir », « en signant »: the subject of the finite verb that an infinitive or gerund hangs on."""
        before = [v for v in self.acts.verbs if v.end <= verb.start and v.finite]
        if before and verb.tense in {"infinitive", "perfect", "gerund"}:
            return self.of(before[-1], depth + 1)
        return self._described(verb) if verb.tense == "participle" else []

    def _described(self, verb: Predicate) -> list[Actor]:
        """« La société X, chargée de construire », « La Bolivie, intéressée par »: whom a participle right behind describes."""
        near = self.chunks.before(verb.start, self.scene.first)[:1]
        if not near or near[0].role != "" or any(self.analysis.folds[i] for i in range(near[0].end, verb.start)):
            return []
        return self.actors.of(near[0], company=True)


def _as_verb(verb: Predicate) -> Verb:
    """Return the verb group as the tree is asked about it."""
    if verb.verb is not None and verb.verb.head == verb.head:
        return verb.verb
    return Verb(verb.start, verb.end, verb.head, verb.lemma)
