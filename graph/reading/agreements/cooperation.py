"""Reads the fields in which two parties cooperate, or say that they will.

« la coopération dans les domaines de l’agriculture, de l’énergie … », « Agriculture, pêche, énergie : tels sont les secteurs
de la coopération », « étendre leur coopération aux énergies renouvelables et à la formation », « la coopération entre les deux
pays couvre la santé et l’eau », « les domaines où les deux pays travaillent de concert : A, B, C ». What an instrument is
about is that instrument’s topic, and what people talk about that of their talks.
"""

from __future__ import annotations

import itertools

from dragoman.graph.reading.agreements.acts import finite
from dragoman.graph.reading.agreements.agreement_words import agreement_words
from dragoman.graph.reading.agreements.fields import Field, fields_at
from dragoman.graph.reading.agreements.indexed_scenes import Index, IndexedScene
from dragoman.graph.reading.agreements.instruments import instruments
from dragoman.graph.reading.agreements.lists import list_end
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.topics import topics
from dragoman.graph.records import Rejection

_LONGEST_ITEM = 6
_FEWEST = 2
_NEAR = 12
_KINDS = frozenset({"Country", "Organization"})
_DE = frozenset({"de", "du", "des", "d"})
_POSSESSIVES = frozenset({"leur", "leurs"})

Side = tuple[Draft, int, int, str]


def read_cooperation(analysis: Analysis, index: Index) -> list[Event]:
    """Return one event for each sentence that lists fields of cooperation between parties."""
    known = agreement_words(analysis.language)
    found = []
    for first, last in analysis.sentences:
        folds = analysis.folds[first:last]
        if not any(w in known.relations or w.startswith(("cooper", "collabor", "travaill")) for w in folds):
            continue
        event = _Sentence(IndexedScene(analysis, first, last, index)).read()
        if event is not None:
            found.append(event)
    return found


class _Sentence:
    """One sentence read for fields of cooperation."""

    def __init__(self, scene: IndexedScene) -> None:
        self.scene, self.analysis, self.known = scene, scene.analysis, scene.known
        self.instruments = instruments(scene)
        self.taken = {i for x in self.instruments if x.lemma != "partenariat" for i in range(x.start, x.end)}

    def read(self) -> Event | None:
        scene = self.scene
        for noun in self._relations():
            sides = self._sides(noun)
            if len(sides) < 2:
                continue
            found = self._fields(noun)
            if len({words for _, _, words in found}) < _FEWEST:
                continue
            reason = self._doubt(noun)
            if reason:
                span = self.analysis.span(scene.first, scene.last)
                self.analysis.rejected.append(Rejection("Cooperation", span, "cooperates-in", reason))
                continue
            event = Event(
                "Cooperation", "cooperates-in", noun, noun + 1, {(scene.first, scene.last)}, head="cooperation"
            )
            for start, end, words in found:
                event.add("topic", self.analysis.met("Topic", words), start, end)
            for draft, start, end, basis in sides:
                event.add("party", draft, start, end, basis)
            return event
        return None

    def _relations(self) -> list[int]:
        """The words that say of parties that they cooperate: nouns first, then verbs."""
        scene = self.scene
        nouns = [i for i in range(scene.first, scene.last) if i not in self.taken and self._relation(i)]
        return nouns + [v.head for v in scene.verbs if v.lemma in self.known.working and not v.negated]

    def _relation(self, i: int) -> bool:
        word, mention = self.analysis.folds[i], self.scene.mention_at(i)
        if word not in self.known.relations or self.analysis.doc[i].pos_ not in {"NOUN", "PROPN"}:
            return False
        if mention is not None and mention.kind not in {"Adjective", "Pair"}:
            return False
        own = word.startswith(("relation", "lien")) and self.analysis.folds[i - 1] in _POSSESSIVES
        return own or word.startswith(("cooper", "collabor", "partenariat", "concert")) or self._bilateral(i)

    def _bilateral(self, noun: int) -> bool:
        near = range(noun + 1, min(self.scene.last, noun + 4))
        return any(self.analysis.folds[i].startswith("bilatera") for i in near) or any(
            m.kind == "Pair" for i in near if (m := self.scene.mention_at(i)) is not None
        )

    # -- who ----------------------------------------------------------------------------------------------------
    def _sides(self, noun: int) -> list[Side]:
        """The parties that « maroco-russe », « entre A et B », « leur », « avec X » or the clause’s subject join to the word."""
        scene, pair = self.scene, self.analysis.pair
        between = next((p for p in scene.phrases if p.role == "entre" and noun < p.start <= noun + _NEAR), None)
        if between is not None:
            found = self._states(between.mentions)
            if len(found) > 1:
                return found
        near = [m for m in self.analysis.between(scene.first, scene.last) if m.kind == "Pair"]
        for mention in sorted(near, key=lambda m: abs(m.start - noun)):
            if abs(mention.start - noun) < 2 * _NEAR:
                return [(d, *mention.core, "read") for d in mention.members]
        verb = self._verb(noun)
        phrase = scene.clause(verb).subject() if verb is not None else None
        subject = self._states(phrase.mentions) if phrase is not None and phrase.role in {"", "entre"} else []
        if len(subject) > 1:
            return subject
        partner = next((p for p in scene.phrases if p.role == "avec" and noun < p.start <= noun + _NEAR), None)
        other = self._states(partner.mentions) if partner is not None else []
        if subject and other and subject[0][0] is not other[0][0]:
            return subject + other
        lead = self.analysis.folds[max(scene.first, noun - 1) : noun]
        bare = bool(set(lead) & _POSSESSIVES) or self._bilateral(noun) or self._both(noun)
        if len(pair) == 2 and (bare or {d for d, *_ in other} & set(pair)):
            return [(d, noun, noun + 1, "derived") for d in pair]
        return []

    def _both(self, noun: int) -> bool:
        """« les deux délégations », « les deux ministres », « de part et d’autre » before the word."""
        words = [w for w in self.analysis.folds[self.scene.first : noun] if w]
        if {"ils", "elles"} & set(words):
            return True
        return any(a in {"les", "des"} and b == "deux" for a, b in itertools.pairwise(words))

    def _verb(self, noun: int) -> Verb | None:
        own = self.scene.verb_at(noun)
        if own is not None:
            return own
        before = [v for v in self.scene.verbs if v.end <= noun]
        return before[-1] if before else None

    def _states(self, mentions: list[Mention]) -> list[Side]:
        found: list[Side] = []
        for mention in mentions:
            for draft in mention.drafts:
                if draft.kind in _KINDS:
                    found.append((draft, *mention.core, "read"))
                elif draft.stands_for:
                    found.append((self.analysis.known(draft.stands_for), *mention.core, "read"))
        return found

    # -- in what ------------------------------------------------------------------------------------------------
    def _fields(self, noun: int) -> list[Field]:
        return (
            self._exchanged(noun)
            or self._among(noun)
            or self._colon(noun)
            or self._cued(noun)
            or self._widened(noun)
            or self._covered(noun)
            or self._led(noun)
        )

    def _among(self, noun: int) -> list[Field]:
        """« a cité A, B et C parmi les domaines … », « A et B figurent parmi les secteurs de la coopération »."""
        folds, known = self.analysis.folds, self.known
        span = range(self.scene.first, noun)
        among = next((i for i in span if folds[i] == "parmi" and known.cues & set(folds[i : i + 4])), None)
        before = [v for v in self.scene.verbs if among is not None and v.end <= among and finite(v)]
        if among is None or not before:
            return []
        after = among - before[-1].end > 1
        begin, end = (before[-1].end, among) if after else (self.scene.first, before[-1].start)
        found = topics(self.analysis, begin, end)
        return found if all(stop - start <= _LONGEST_ITEM for start, stop, _ in found) else []

    def _colon(self, noun: int) -> list[Field]:
        """« A, B, C : tels sont les secteurs de la coopération »; « les domaines de la coopération : A, B, C »."""
        scene, doc = self.scene, self.analysis.doc
        colon = next((i for i in range(scene.first, scene.last) if doc[i].text == ":"), None)
        if colon is None:
            return []
        begin, end = (colon + 1, scene.last) if colon > noun else (scene.first, colon)
        if colon < noun:
            begin = next((i + 1 for i in range(begin, min(begin + 8, end)) if doc[i].text in {"–", "—"}), begin)
        else:
            end = list_end(scene, begin)
        items = topics(self.analysis, begin, end)
        if colon > noun and len(items) < _FEWEST:
            items = topics(self.analysis, begin, scene.last)  # « A, B, C. »: no « et » closes the list
        plain = all(stop - start <= _LONGEST_ITEM and not self._verbal(start, stop) for start, stop, _ in items)
        return items if len(items) >= _FEWEST and plain else []

    def _verbal(self, start: int, stop: int) -> bool:
        return any(start <= v.start < stop and not v.participle for v in self.scene.verbs)

    def _cued(self, noun: int) -> list[Field]:
        """« dans les domaines de A, B et C », « en matière de A et de B », « à divers niveaux politique et militaire »."""
        folds = self.analysis.folds
        order = [*range(noun + 1, self.scene.last), *range(noun - 1, self.scene.first, -1)]
        for i in order:
            if folds[i] not in self.known.cues or i in self.taken:
                continue
            if i < noun and self.scene.verb_at(noun) is None and noun - i > 4:
                continue
            found = fields_at(self.scene, i)
            if len(found) >= _FEWEST or (i > noun and len(found) == 1):
                return found
        return []

    def _widened(self, noun: int) -> list[Field]:
        """« étendre leur coopération aux énergies renouvelables, à la formation et à l’enseignement »."""
        folds = self.analysis.folds
        verb = self._verb(noun)
        if verb is None or not verb.lemmas & self.known.widening:
            return []
        for i in range(noun + 1, min(self.scene.last, noun + 5)):
            if folds[i] in {"a", "au", "aux"}:
                return topics(self.analysis, i, list_end(self.scene, i))
        return []

    def _covered(self, noun: int) -> list[Field]:
        """« Outre A, la coopération entre les deux pays couvre B et C », « s’étend à », « touche à »."""
        scene, folds = self.scene, self.analysis.folds
        verb = next((v for v in scene.verbs if v.start > noun and finite(v)), None)
        if verb is None or not verb.lemmas & self.known.covering or verb.negated or verb.start - noun > _NEAR:
            return []
        begin = verb.end
        found = topics(self.analysis, begin, list_end(scene, begin))
        if folds[scene.first] == "outre":
            comma = next((i for i in range(scene.first, noun) if self.analysis.doc[i].text == ","), scene.first)
            found = topics(self.analysis, scene.first + 1, comma) + found
        return found

    def _led(self, noun: int) -> list[Field]:
        """« la coopération dans l’agriculture, l’énergie et le tourisme », « notamment dans les transports et les mines »."""
        folds, known = self.analysis.folds, self.known
        for i in range(noun + 1, min(self.scene.last, noun + 2 * _NEAR)):
            if self.analysis.doc[i].text in {";", ":"}:
                break
            if folds[i] != "dans" or i in self.taken:
                continue
            begin = i + 1
            words = [w for w in folds[begin : begin + 4] if w]
            if (
                set(words[:3]) & known.settings
                or self.scene.mention_at(begin) is not None
                or self.scene.mention_at(begin + 1) is not None
            ):
                continue
            found = topics(self.analysis, begin, list_end(self.scene, begin))
            if len(found) >= _FEWEST:
                return found
        return []

    def _exchanged(self, noun: int) -> list[Field]:
        """« les échanges bilatéraux des produits agricoles, de pêche et en matière de tourisme »."""
        folds = self.analysis.folds
        if not folds[noun].startswith("echange"):
            return []
        first = next((i for i in range(noun + 1, min(self.scene.last, noun + 5)) if folds[i] in _DE), None)
        return topics(self.analysis, first, list_end(self.scene, first)) if first is not None else []

    def _of_instrument(self, verb: Verb) -> bool:
        """« Les accords portent sur la coopération dans les domaines … »: an instrument is the subject of the first verb."""
        first = next((v for v in self.scene.verbs if finite(v)), None)
        return verb is first and any(x.end <= verb.start and x.preposition == "" for x in self.instruments)

    def _doubt(self, noun: int) -> str:
        """Why the fields are none of a cooperation: they are talked about, or it is denied."""
        scene, known = self.scene, self.known
        verb = self._verb(noun)
        if verb is not None and self._of_instrument(verb):
            return "it is what an instrument is about"
        if verb is None:
            return ""
        if verb.negated:
            return "it is denied"
        talked = verb.lemmas & known.talking and any(
            w in known.talks for w in self.analysis.folds[scene.first : verb.start]
        )
        return "it is what talks were about" if talked else ""
