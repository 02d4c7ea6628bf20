"""Finds which phrases fill which role beside a verb.

Roles rest on two witnesses, since a parse is wrong too often on newswire to be the only one: the tree (`syntax`), and where
it names nobody whom the article mentions, order: the subject is then the nearest phrase to the left that no preposition
governs and no other verb has claimed. The object is the first such phrase to the right; everything else goes by its
preposition. Insertions between subject and verb (« invité mardi sur le plateau … , ») are stepped over; a coordinated verb
takes its neighbour's subject, an infinitive or a gerund (« en recevant … ») that of the clause it belongs to.
"""

from __future__ import annotations

from functools import cached_property

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.syntax import subject
from dragoman.graph.reading.clauses.verb_groups import Verb

_BREAKS = frozenset({"que", "qu", "qui", "ou", "quand", "lorsque", "lorsqu", "dont", "alors", "tandis", "puis"})
_ACTORS = frozenset({"Person", "Description", "Pronoun", "Country", "Agency", "Organization", "Company"})
_OPENING = 3


class Clause:
    """The phrases around one verb, by role."""

    def __init__(
        self, analysis: Analysis, verb: Verb, all_verbs: list[Verb], all_phrases: list[Phrase], first: int, last: int
    ) -> None:
        """Sort the sentence's phrases into the verb's roles."""
        self.analysis, self.verb, self.first, self.last = analysis, verb, first, last
        self.verbs, self.phrases = all_verbs, all_phrases

    @cached_property
    def end(self) -> int:
        """Where the verb's own complements end: at the next finite verb's clause, a semicolon or the sentence's end."""
        doc, folds = self.analysis.doc, self.analysis.folds
        starts = {v.start: v for v in self.verbs if v.start >= self.verb.end}
        for i in range(self.verb.end, self.last):
            if doc[i].text in {";", ":"} or (folds[i] in _BREAKS and self.analysis.at(i) is None):
                return i
            following = starts.get(i)
            if following and following.finite:
                # the next verb's own subject stands before it
                previous = [
                    p for p in self.phrases if self.verb.end <= p.start and p.end <= following.start and p.role == ""
                ]
                if previous and self._next_subject(previous[-1], following):
                    return previous[-1].start
                return following.start
        return self.last

    def _opens_relative(self) -> bool:
        """Whether « où », « que » or « dont » stands right before the verb and its clitics, so that its subject follows it."""
        before = self.verb.start - 1
        word = self.analysis.folds[before] if before >= self.first else ""
        return self.verb.finite and word in {"ou", "que", "qu", "dont"} and self.analysis.at(before) is None

    def _next_subject(self, phrase: Phrase, following: Verb) -> bool:
        """Whether a phrase is the subject of the next verb: « et », or a comma that the verb is not parted from it by.

        In « a reçu B, président de C, indique un communiqué » the comma before the verb shows that B is not.
        """
        doc, folds = self.analysis.doc, self.analysis.folds
        if "et" in folds[max(self.verb.end, phrase.start - 3) : phrase.start]:
            return True
        comma = any(t.text == "," for t in doc[self.verb.end : phrase.start])
        return comma and doc[following.start - 1].text != ","

    def subject(self) -> Phrase | None:
        """Return the phrase that the verb says something of: as the tree has it, else as the order of words has it."""
        if self._opens_relative():
            after = next((p for p in self.phrases if self.verb.end <= p.start < self.end and p.role == ""), None)
            if after is not None and self._acts(after):
                return after  # « Le Caire, où l’avait reçu dimanche le ministre égyptien »
        token = subject(self.analysis, self.verb)
        if token is not None:
            found = next((p for p in self.phrases if p.start <= token < p.end), None)
            if found and found.mentions[0].via != "clitic" and not (found.role and found.end <= self.verb.start):
                own = (self.verb.infinitive or self.verb.gerund) and found.start >= self.verb.end
                if own or self._fronted(found):
                    return self.subject_by_order() or found
                return found if self._acts(found) else self.subject_by_order() or found
        return self.subject_by_order()

    def subject_by_order(self, depth: int = 0) -> Phrase | None:
        """Return the nearest phrase to the left that no preposition governs and no other verb has claimed."""
        verb, analysis = self.verb, self.analysis
        if verb.participle and depth == 0:
            around = self._participle_subject()
            if around:
                return around
        if (verb.infinitive or verb.gerund) and depth == 0:
            return self._controller()
        before = [p for p in self.phrases if p.end <= verb.start and self._acts(p)]
        relative = verb.start - 1 >= self.first and analysis.folds[verb.start - 1] == "qui"
        if relative:
            return before[-1] if before else None
        previous = [v for v in self.verbs if v.end <= verb.start and v.finite]
        limit = previous[-1].end if previous else self.first
        candidates = [p for p in before if p.role == "" and p.start >= limit and not self._claimed(p, previous, limit)]
        if candidates:
            return self._outside_insertions(candidates)
        if previous and depth < 3 and self._coordinated(limit):
            return Clause(analysis, previous[-1], self.verbs, self.phrases, self.first, self.last).subject_by_order(
                depth + 1
            )
        if not before and not verb.participle:
            after = [p for p in self.phrases if p.start >= verb.end and p.role == ""]
            return after[0] if after and after[0].start <= verb.end + 1 else None
        return None

    def _acts(self, phrase: Phrase) -> bool:
        return phrase.mentions[0].kind in _ACTORS and phrase.mentions[0].via != "clitic"

    def _fronted(self, phrase: Phrase) -> bool:
        """« Après avoir rencontré A, B a annoncé »: whether the phrase is the object of what opens the sentence, and another follows."""
        opening = [v for v in self.verbs if (v.infinitive or v.gerund) and v.start <= self.first + _OPENING]
        if not opening or not opening[0].end <= phrase.start or opening[0] is self.verb:
            return False
        if any(v.finite and v.start < phrase.start for v in self.verbs):
            return False
        return any(
            p.role == "" and phrase.end < p.start and p.end <= self.verb.start and self._acts(p)
            for p in self.phrases
            if self.analysis.texts[p.start - 1] == ","
        )

    def _controller(self) -> Phrase | None:
        """The subject of the clause that an infinitive or gerund belongs to: the finite verb before it, else the one after.

        « C’est en recevant A que B a annoncé » belongs to what follows.
        """
        finite = [v for v in self.verbs if v.finite and not self._cleft(v)]
        before = [v for v in finite if v.end <= self.verb.start]
        after = [v for v in finite if v.start >= self.verb.end]
        for main in before[-1:] or after[:1]:
            return Clause(self.analysis, main, self.verbs, self.phrases, self.first, self.last).subject()
        return None

    def _cleft(self, verb: Verb) -> bool:
        return verb.lemma == "etre" and verb.start > self.first and self.analysis.folds[verb.start - 1] in {"c", "ce"}

    def _outside_insertions(self, candidates: list[Phrase]) -> Phrase:
        """Return the last candidate that no insertion holds: « X, invité mardi sur la chaîne Y, a annoncé » is said of X."""
        texts = self.analysis.doc
        closed = self.verb.start > self.first and texts[self.verb.start - 1].text == ","
        opened = [
            v.start
            for v in self.verbs
            if v.participle and v.start > self.first and texts[v.start - 1].text == "," and v.end <= self.verb.start
        ]
        if closed and opened:
            outside = [c for c in candidates if c.end <= opened[-1]]
            if outside:
                return outside[-1]
        return candidates[-1]

    def _claimed(self, phrase: Phrase, previous: list[Verb], limit: int) -> bool:
        """Whether the phrase is the object of the verb before: nothing but a gap without a break parts them."""
        if not previous or phrase.start < limit:
            return False
        between = self.analysis.folds[limit : phrase.start]
        texts = [t.text for t in self.analysis.doc[limit : phrase.start]]
        return not (set(between) & (_BREAKS | {"et"})) and not (set(texts) & {",", ";", ":", "»"})

    def _coordinated(self, limit: int) -> bool:
        """Whether « et », « puis » or a comma alone joins the verb to the one before."""
        between = [self.analysis.folds[i] for i in range(limit, self.verb.start)]
        return not (set(between) & (_BREAKS - {"puis", "qui"})) and bool(
            set(between) & {"et", "puis", "avant"}
            or "," in [t.text for t in self.analysis.doc[limit : self.verb.start]]
        )

    def _participle_subject(self) -> Phrase | None:
        """« X, invité mardi … » and « conclus lors de »: the phrase before; « Reçu au palais, X … »: the one after."""
        before = [p for p in self.phrases if p.end <= self.verb.start]
        opens = self.verb.start == self.first or (not self.analysis.folds[self.verb.start - 1] and not before)
        if opens or not before:
            commas = [i for i in range(self.verb.end, self.last) if self.analysis.doc[i].text == ","]
            after = [p for p in self.phrases if commas and p.start > commas[0] and p.role == "" and self._acts(p)]
            return self._main_subject(after)
        near = before[-1]
        gap = [t.text for t in self.analysis.doc[near.end : self.verb.start]]
        if gap in ([","], []) or all(t in {",", "et"} for t in gap):
            return near
        return None

    def _main_subject(self, after: list[Phrase]) -> Phrase | None:
        """Of the phrases after an opening participle, the one that the main verb is said of; else the first."""
        main = next((v for v in self.verbs if v.finite and v.start >= self.verb.end and not self._relative(v)), None)
        if main is None:
            return after[0] if after else None
        found = Clause(self.analysis, main, self.verbs, self.phrases, self.first, self.last).subject()
        return found if found in after or (found is not None and found.mentions[0].via == "pronoun") else None

    def _relative(self, verb: Verb) -> bool:
        """Whether a relative pronoun opens the verb's clause."""
        for i in range(verb.start - 1, self.verb.end - 1, -1):
            if self.analysis.doc[i].text in {",", ";"}:
                return False
            if self.analysis.folds[i] in {"ou", "que", "qu", "qui", "dont"} and self.analysis.at(i) is None:
                return True
        return False

    def object(self) -> Phrase | None:
        """Return the first phrase after the verb that no preposition governs, or a clitic's before it."""
        clitic = next(
            (p for p in self.phrases if p.mentions[0].via == "clitic" and self.verb.start <= p.start < self.verb.end),
            None,
        )
        if clitic:
            return clitic
        if self._opens_relative() and self.analysis.folds[self.verb.start - 1] in {"que", "qu"}:
            antecedent = [p for p in self.phrases if p.end <= self.verb.start and self._acts(p)]
            return antecedent[-1] if antecedent else None
        after = [p for p in self.phrases if self.verb.end <= p.start < self.end]
        return next((p for p in after if p.role == ""), None) or self._taken_up()

    def _taken_up(self) -> Phrase | None:
        """« son homologue, X, qu’il avait rencontré en mai »: whom « que » takes up after a comma, before a pronoun."""
        subject = self.analysis.at(self.verb.start - 1)
        opens = self.verb.start - 2
        if subject is None or subject.via != "pronoun" or opens <= self.first:
            return None
        if self.analysis.folds[opens] not in {"que", "qu"} or self.analysis.doc[opens - 1].text != ",":
            return None
        before = [p for p in self.phrases if p.end == opens - 1]
        return before[-1] if before else None

    def by_role(self, role: str) -> list[Phrase]:
        """Return the phrases after the verb (or opening the sentence) that a preposition leads."""
        right = [p for p in self.phrases if p.role == role and self.verb.end <= p.start < self.end]
        left = [p for p in self.phrases if p.role == role and p.end <= self.verb.start and self._leads(p)]
        return right + left

    def _leads(self, phrase: Phrase) -> bool:
        """Whether a phrase before the verb is an adjunct that opens its clause (« À Rabat, il a … »)."""
        if any(phrase.end <= v.start and v.end <= self.verb.start and not v.participle for v in self.verbs):
            return False
        return self.analysis.folds[phrase.end - 1] != "" and (
            phrase.start - self.first <= 4 or any(t.text == "," for t in self.analysis.doc[phrase.end : phrase.end + 1])
        )
