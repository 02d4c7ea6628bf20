"""Finds verbs with their voice, tense and negation, and which phrases fill which role beside them.

Roles rest on order, prepositions and kinds of mention rather than on a parse, which is wrong too often on newswire: the
subject is the nearest phrase to the left that no preposition governs and no other verb has claimed; the object the first
such phrase to the right; everything else goes by its preposition. Insertions between subject and verb (« invité mardi sur
le plateau … , ») are stepped over; a coordinated verb takes its neighbour's subject.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis, Mention

_COMPLEX = {
    "en presence": "en presence", "a cote": "avec", "aux cotes": "avec", "en compagnie": "avec", "lors": "lors",
    "a l occasion": "lors", "au cours": "lors", "pendant": "lors", "en marge": "marge", "en vue": "en vue de",
    "au sujet": "sur", "a propos": "sur", "aupres": "aupres", "de la part": "par", "accompagne": "avec", "entoure": "en presence",
    "a destination": "a", "pres": "pres", "au large": "pres", "avec l aide": "par",
}
_SIMPLE = {"au": "a", "aux": "a", "a": "a", "du": "de", "des": "de", "de": "de", "d": "de", "par": "par", "avec": "avec", "en": "en", "dans": "dans",
           "entre": "entre", "sur": "sur", "pour": "pour", "chez": "chez", "devant": "devant", "contre": "contre", "selon": "selon",
           "depuis": "depuis", "vers": "a", "sous": "sous", "apres": "apres", "avant": "avant", "sans": "sans", "jusqu": "jusqu", "via": "via"}
_DETERMINERS = frozenset("le la l les un une ce cet cette ces son sa ses leur leurs deux trois".split())
_UNACCUSATIVE = frozenset("aller arriver venir partir entrer sortir rester devenir naitre mourir tomber retourner revenir repartir debarquer atterrir".split())
_BREAKS = frozenset({"que", "qu", "qui", "ou", "quand", "lorsque", "lorsqu", "dont", "alors", "tandis", "puis"})


@dataclass(eq=False)
class Verb:
    """A verb group: its tokens, its main verb and what its form says."""

    start: int
    end: int
    head: int
    lemma: str
    passive: bool = False
    participle: bool = False
    infinitive: bool = False
    reflexive: bool = False
    negated: bool = False
    future: bool = False
    conditional: bool = False
    due: bool = False
    lemmas: frozenset[str] = field(default_factory=frozenset)


@dataclass(eq=False)
class Phrase:
    """Mentions joined by « et » with the preposition that leads them ("" for none)."""

    mentions: list[Mention]
    start: int
    end: int
    role: str


def verbs(analysis: Analysis, first: int, last: int) -> list[Verb]:
    """Return the verb groups of a sentence in order."""
    doc, folds, lemmas = analysis.doc, analysis.folds, analysis.lemmas
    found: list[Verb] = []
    inside = {i for m in analysis.mentions for i in range(m.start, m.end) if m.kind not in {"Pronoun"}}
    i = first
    while i < last:
        if i in inside or doc[i].pos_ not in {"VERB", "AUX"} or folds[i] == "" or doc[i].is_punct:
            i += 1
            continue
        end, members = i + 1, [i]
        while end < last:
            token = doc[end]
            if end not in inside and token.pos_ in {"VERB", "AUX"} and folds[end] and (doc[members[-1]].pos_ == "AUX" or _modal(lemmas[members[-1]]) or "VerbForm=Inf" in str(token.morph)):
                members.append(end)
                end += 1
            elif (token.pos_ == "ADV" or folds[end] in {"pas", "jamais", "plus", "ete", "se", "s", "y", "en", "l", "de", "a"} and _goes_on(analysis, end, last)) and end + 1 < last and _goes_on(analysis, end, last):
                end += 1
            else:
                break
        end = members[-1] + 1
        found.append(_verb(analysis, members, first))
        i = end
    return found


def _modal(lemma: str) -> bool:
    return lemma in {"devoir", "pouvoir", "vouloir", "aller", "venir", "faire", "souhaiter", "esperer", "compter", "prevoir"}


def _goes_on(analysis: Analysis, i: int, last: int) -> bool:
    """Whether the verb group continues within the next few adverbs and clitics."""
    for j in range(i + 1, min(last, i + 4)):
        if analysis.doc[j].pos_ in {"VERB", "AUX"}:
            return True
        if analysis.doc[j].pos_ not in {"ADV", "PRON"} and analysis.folds[j] not in {"de", "a", "pas"}:
            return False
    return False


def _verb(analysis: Analysis, members: list[int], first: int) -> Verb:
    doc, folds = analysis.doc, analysis.folds
    head = members[-1]
    start = members[0]
    clitics: set[str] = set()
    while start > first and (doc[start - 1].pos_ == "PRON" or folds[start - 1] in {"ne", "n", "se", "s", "y", "en", "l", "lui", "leur"}) and folds[start - 1] not in _BREAKS | {"il", "elle", "ils", "elles", "on", "ce", "c", "qui"}:
        if analysis.at(start - 1) is not None and analysis.at(start - 1).kind != "Pronoun":  # type: ignore[union-attr]
            break
        start -= 1
        clitics.add(folds[start])
    morphs = [doc[m].morph for m in members]
    lemma = analysis.lemmas[head]
    auxiliaries = [m for m in members[:-1] if doc[m].pos_ == "AUX"]
    etre = any(folds[m] in {"est", "sont", "etait", "etaient", "sera", "seront", "ete", "fut", "furent", "soit", "soient", "serait", "seraient", "etre"} for m in auxiliaries)
    is_participle = "Part" in morphs[-1].get("VerbForm", [])
    between = {folds[i] for i in range(members[0], head)} | clitics
    reflexive = bool(between & {"se", "s"})
    finite = any("Fin" in m.get("VerbForm", []) for m in morphs)
    due = any(analysis.lemmas[m] in {"devoir"} for m in members[:-1]) and not any("Cnd" in m.get("Mood", []) for m in morphs)
    return Verb(
        start, head + 1, head, lemma,
        passive=is_participle and not reflexive and lemma not in _UNACCUSATIVE and (etre or not finite),
        participle=is_participle and not finite,
        infinitive="Inf" in morphs[-1].get("VerbForm", []) and not finite,
        reflexive=reflexive,
        negated=bool((between | clitics) & {"ne", "n", "jamais"}) or (head + 1 < len(folds) and folds[head + 1] in {"pas", "jamais"}),
        future=any("Fut" in m.get("Tense", []) for m in morphs) or any(analysis.lemmas[m] == "aller" for m in members[:-1]),
        conditional=any("Cnd" in m.get("Mood", []) for m in morphs) or any(analysis.lemmas[m] == "pouvoir" for m in members[:-1]),
        due=due,
        lemmas=frozenset(analysis.lemmas[m] for m in members),
    )


def role_of(analysis: Analysis, start: int, first: int) -> str:
    """Return the preposition that governs a phrase beginning at token `start`: "a", "de", "avec", "lors" … or ""."""
    i = start - 1
    folds = analysis.folds
    while i >= first and (folds[i] in _DETERMINERS or analysis.doc[i].text in "«‘“\"'" or (analysis.doc[i].pos_ == "ADJ" and folds[i] in {"futur", "future", "seul", "principal"})):
        i -= 1
    if i < first:
        return ""
    if folds[i] in {"de", "du", "des", "d"}:
        for size in (3, 2, 1):
            words = " ".join(w for w in folds[max(first, i - size) : i] if w)
            if words in _COMPLEX:
                return _COMPLEX[words]
    if folds[i] in _COMPLEX:
        return _COMPLEX[folds[i]]
    return _SIMPLE.get(folds[i], "")


def phrases(analysis: Analysis, first: int, last: int, skip: frozenset[str] = frozenset({"Adjective"})) -> list[Phrase]:
    """Return the phrases of a sentence: mentions in order, those joined by « et » or in a list that ends in « et » as one."""
    mentions = [m for m in analysis.mentions if first <= m.start < last and m.kind not in skip]
    outer = [m for m in mentions if not any(o is not m and o.start <= m.start and m.end <= o.end and (o.end - o.start) > (m.end - m.start) for o in mentions)]
    found: list[Phrase] = []
    for mention in outer:
        role = role_of(analysis, mention.start, first)
        if found and _joined(analysis, found[-1], mention, role, outer):
            found[-1].mentions.append(mention)
            found[-1].end = mention.end
        else:
            found.append(Phrase([mention], mention.start, mention.end, role))
    return found


def _joined(analysis: Analysis, phrase: Phrase, mention: Mention, role: str, outer: list[Mention]) -> bool:
    gap = [f for f in analysis.folds[phrase.end : mention.start]]
    texts = [analysis.doc[i].text for i in range(phrase.end, mention.start)]
    words = [f for f in gap if f and f not in _DETERMINERS and f not in _SIMPLE]
    last = phrase.mentions[-1]
    kinds = {"Pronoun": "Person", "Description": "Person"}
    if kinds.get(last.kind, last.kind) != kinds.get(mention.kind, mention.kind) and not {last.kind, mention.kind} <= {"Country", "Place", "Organization", "Agency", "Company"}:
        return False
    prepositions = [_SIMPLE[f] for f in gap if f in _SIMPLE]
    if prepositions and prepositions[-1] != phrase.role:
        return False
    if any(t in {";", ":", ".", "(", ")"} for t in texts):
        return False
    if words in (["et"], ["ainsi", "que"], ["ou"], ["puis"]) and not prepositions or (words in (["et"], ["ainsi", "que"]) and prepositions):
        return words != ["puis"]
    if not words and "," in texts and len([t for t in texts if t == ","]) == 1:
        following = [m for m in outer if m.start >= mention.end]
        if following:
            between = [f for f in analysis.folds[mention.end : following[0].start] if f and f not in _DETERMINERS and f not in _SIMPLE]
            return between in (["et"], [], ["ainsi", "que"]) and following[0].kind == mention.kind and (between != [] or "," in analysis.text(mention.end, following[0].start))
    return False


class Clause:
    """The phrases around one verb, by role."""

    def __init__(self, analysis: Analysis, verb: Verb, all_verbs: list[Verb], all_phrases: list[Phrase], first: int, last: int) -> None:
        """Sort the sentence's phrases into the verb's roles."""
        self.analysis, self.verb, self.first, self.last = analysis, verb, first, last
        self.verbs, self.phrases = all_verbs, all_phrases
        self.end = self._end()

    def _end(self) -> int:
        """Where the verb's own complements end: at the next finite verb's clause, a semicolon or the sentence's end."""
        doc, folds = self.analysis.doc, self.analysis.folds
        for i in range(self.verb.end, self.last):
            if doc[i].text in {";", ":"} or (folds[i] in _BREAKS and self.analysis.at(i) is None):
                return i
            following = next((v for v in self.verbs if v.start <= i < v.end and v is not self.verb), None)
            if following and not following.participle and not following.infinitive:
                # the next verb's own subject stands before it
                previous = [p for p in self.phrases if self.verb.end <= p.start and p.end <= following.start and p.role == ""]
                if previous and any(t.text in {",", "et"} for t in doc[self.verb.end : previous[-1].start]):
                    return previous[-1].start
                return following.start
        return self.last

    def subject(self, depth: int = 0) -> Phrase | None:
        """Return the phrase that the verb says something of."""
        verb, analysis = self.verb, self.analysis
        if verb.participle and depth == 0:
            around = self._participle_subject()
            if around:
                return around
        before = [p for p in self.phrases if p.end <= verb.start]
        relative = verb.start - 1 >= self.first and analysis.folds[verb.start - 1] == "qui"
        if relative:
            return before[-1] if before else None
        previous = [v for v in self.verbs if v.end <= verb.start and not v.participle and not v.infinitive]
        limit = previous[-1].end if previous else self.first
        candidates = [p for p in before if p.role == "" and p.start >= limit and not self._claimed(p, previous, limit)]
        if candidates:
            return self._outside_insertions(candidates)
        if previous and depth < 3 and self._coordinated(limit):
            return Clause(analysis, previous[-1], self.verbs, self.phrases, self.first, self.last).subject(depth + 1)
        if not before and not verb.participle:
            after = [p for p in self.phrases if p.start >= verb.end and p.role == ""]
            return after[0] if after and after[0].start <= verb.end + 1 else None
        return None

    def _outside_insertions(self, candidates: list[Phrase]) -> Phrase:
        """Return the last candidate that no insertion holds: « X, invité mardi sur la chaîne Y, a annoncé » is said of X."""
        texts = self.analysis.doc
        closed = self.verb.start > self.first and texts[self.verb.start - 1].text == ","
        opened = [v.start for v in self.verbs if v.participle and v.start > self.first and texts[v.start - 1].text == "," and v.end <= self.verb.start]
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
        return not (set(between) & (_BREAKS - {"puis", "qui"})) and bool(set(between) & {"et", "puis", "avant"} or "," in [t.text for t in self.analysis.doc[limit : self.verb.start]])

    def _participle_subject(self) -> Phrase | None:
        """« X, invité mardi … » and « conclus lors de »: the phrase before; « Reçu au palais, X … »: the one after."""
        before = [p for p in self.phrases if p.end <= self.verb.start]
        opens = self.verb.start == self.first or self.analysis.doc[self.verb.start - 1].is_punct and not before
        if opens or not before:
            commas = [i for i in range(self.verb.end, self.last) if self.analysis.doc[i].text == ","]
            after = [p for p in self.phrases if commas and p.start > commas[0] and p.role == ""]
            return after[0] if after else None
        near = before[-1]
        gap = [t.text for t in self.analysis.doc[near.end : self.verb.start]]
        if gap in ([","], []) or all(t in {",", "et"} for t in gap):
            return near
        return None

    def object(self) -> Phrase | None:
        """Return the first phrase after the verb that no preposition governs."""
        clitic = next((p for p in self.phrases if p.mentions[0].via == "clitic" and self.verb.start <= p.start < self.verb.end), None)
        if clitic:
            return clitic
        after = [p for p in self.phrases if self.verb.end <= p.start < self.end]
        return next((p for p in after if p.role == ""), None)

    def by_role(self, role: str) -> list[Phrase]:
        """Return the phrases after the verb (or opening the sentence) that a preposition leads."""
        right = [p for p in self.phrases if p.role == role and self.verb.end <= p.start < self.end]
        left = [p for p in self.phrases if p.role == role and p.end <= self.verb.start and self._leads(p)]
        return right + left

    def _leads(self, phrase: Phrase) -> bool:
        """Whether a phrase before the verb is an adjunct that opens its clause (« À Rabat, il a … »)."""
        if any(phrase.end <= v.start and v.end <= self.verb.start and not v.participle for v in self.verbs):
            return False
        return self.analysis.folds[phrase.end - 1] != "" and (phrase.start - self.first <= 4 or any(t.text == "," for t in self.analysis.doc[phrase.end : phrase.end + 1]))
