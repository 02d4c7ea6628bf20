"""Says which actors a phrase of a deal stands for: those it names, and those it only describes.

« le ministre tunisien X » signs for Tunisia and « le directeur général de MYA Energy » for his company; « les autorités
guinéennes » and « la partie turque » are the state; « le constructeur russe », with no company to be, is Russia; a name that
nothing else explains, where only a company or a state can stand, is a company.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.iris import fold
from dragoman.graph.reading.acts import Acts
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.chunks import Chunk, Chunks, among
from dragoman.graph.reading.institutions import read_institution
from dragoman.graph.reading.noun_groups import Phrase
from dragoman.graph.reading.predicates import Predicate
from dragoman.graph.reading.syntax import subject as tree_subject
from dragoman.graph.reading.verb_groups import Verb

_KINDS = frozenset({"Company", "Country", "Agency", "Organization"})
_RELATIVES = frozenset({"que", "qu", "dont", "ou"})


@dataclass(frozen=True, eq=False)
class Actor:
    """An actor with the tokens that name it, and whether it was read there or derived."""

    draft: Draft
    start: int
    end: int
    basis: str = "read"


class Actors:
    """Finds the actors of one sentence's chunks."""

    def __init__(self, chunks: Chunks) -> None:
        """Keep the chunks at hand."""
        self.chunks, self.analysis, self.trade = chunks, chunks.analysis, chunks.trade
        self._made: dict[int, list[Actor]] = {}

    def of(self, chunk: Chunk, company: bool = False) -> list[Actor]:
        """Return the actors that a chunk stands for; an unexplained name only where a company may be meant."""
        if chunk.lead in self._made and self._made[chunk.lead]:
            return self._made[chunk.lead]
        found = self._of_phrase(chunk.phrase) if chunk.phrase else self._of_thing(chunk, company)
        self._made[chunk.lead] = found
        return found

    def _of_phrase(self, phrase: Phrase) -> list[Actor]:
        return [a for m in phrase.mentions for a in self._of_mention(m)]

    def _of_mention(self, mention: Mention) -> list[Actor]:
        analysis, found = self.analysis, []
        for draft in mention.drafts:
            if draft.kind in _KINDS:
                found.append(Actor(draft, *mention.core))
            elif draft.kind == "Place" and draft.stands_for:
                found.append(Actor(analysis.known(draft.stands_for), *mention.core))
            elif draft.kind == "Person":
                found += self._represented(draft, mention)
        return found

    def _represented(self, person: Draft, mention: Mention) -> list[Actor]:
        """Whom somebody acts for: the company that he heads, else the state whose office he holds."""
        held = [use for holder, use in self.analysis.tenures if holder is person]
        for use in held:
            for agency, start, end in use.agencies:
                if agency.kind == "Company":
                    return [Actor(agency, start, end)]
        for other in self.analysis.mentions:
            if other.kind == "Company" and other.draft and mention.end <= other.start < mention.end + 6 and self._apposed(mention.end, other.start):
                return [Actor(other.draft, *other.core)]
        if person.country and (held or mention.titles):
            return [Actor(self.analysis.known(person.country), *mention.core, "derived")]
        return []

    def _apposed(self, start: int, end: int) -> bool:
        """« X, directeur général de MYA Energy »: an apposition with a head of companies between the two."""
        words = self.analysis.folds[start:end]
        said = " ".join(w for w in words if w)
        return self.analysis.doc[start].text == "," and any(h in said for h in self.analysis.words.company_heads | {"president", "directeur", "directrice"})

    def _of_thing(self, chunk: Chunk, company: bool) -> list[Actor]:
        thing, analysis = chunk.thing, self.analysis
        if thing is None or thing.amount or thing.sized:
            return []
        state = among(analysis, thing.head, self.trade.of("state_groups"))
        group = among(analysis, thing.head, self.trade.of("company_groups"))
        if state or group:
            adjective = self._nationality(chunk)
            if adjective:
                return adjective
            owner = self.chunks.at(chunk.end)
            if state and owner and owner.lead == chunk.end and owner.role == "de" and owner.phrase:
                return [a for a in self._of_phrase(owner.phrase) if a.draft.kind == "Country"]
            return []
        if thing.figure:
            return []
        if among(analysis, thing.head, analysis.words.institutions) and not among(analysis, thing.head, self.trade.of("goods") | {"centre"} if not company else frozenset()):
            made = read_institution(analysis, thing.head, self.chunks.scene.last) if company else None
            if made and made.draft:
                return [Actor(made.draft, *made.core)]
            return []
        if company and thing.proper and self._nameable(chunk):
            return self._company(chunk)
        return []

    def _nationality(self, chunk: Chunk) -> list[Actor]:
        return [
            Actor(self.analysis.known(m.country), m.start, m.end)
            for m in self._adjectives(chunk)
            if m.country
        ]

    def _adjectives(self, chunk: Chunk) -> list[Mention]:
        if chunk.thing is None:
            return []
        return [m for m in self.analysis.mentions if m.kind == "Adjective" and chunk.start <= m.start < chunk.end]

    def adjective(self, chunk: Chunk) -> list[Actor]:
        """Return the states whose adjective a noun bears: « l’offre chinoise »."""
        return self._nationality(chunk)

    def pair(self, chunk: Chunk) -> list[Actor]:
        """Return the two states of « un contrat franco-égyptien »."""
        pairs = [m for m in self.analysis.mentions if m.kind == "Pair" and chunk.start <= m.start <= chunk.end]
        return [Actor(d, *m.core) for m in pairs[:1] for d in m.members]

    def _nameable(self, chunk: Chunk) -> bool:
        """Whether a capitalised run may be a company's name: no person, no place, no model with a figure."""
        thing, doc = chunk.thing, self.analysis.doc
        assert thing is not None
        types = {doc[i].ent_type_ for i in range(thing.begin, thing.end)}
        if types == {"LOC"} or thing.determiner in {"un", "une", "des", "ce", "ces", "les"}:
            return False
        text = self.analysis.text(thing.begin, thing.end)
        return not (types == {"PER"} and len(text.split()) > 1) and doc[thing.head].text[0].isupper()

    def _company(self, chunk: Chunk) -> list[Actor]:
        thing, analysis = chunk.thing, self.analysis
        assert thing is not None
        country = next((m.country for m in self._adjectives(chunk) if m.country), None)
        begin = next((i for i in range(thing.begin, thing.end) if analysis.doc[i].text[0].isupper()), thing.begin)
        draft = analysis.met("Company", analysis.text(begin, thing.end), country)
        analysis.mentions.append(Mention(begin, thing.end, (begin, thing.end), "Company", draft, draft.country, via="position"))
        analysis.sort()
        return [Actor(draft, begin, thing.end)]

    # -- subjects ---------------------------------------------------------------------------------------------------
    def subject(self, acts: Acts, verb: Predicate, depth: int = 0) -> list[Actor]:
        """Return the actors that are a verb's subject: as the tree has it where it names one, else by order."""
        if not verb.finite:
            return self._governing(acts, verb, depth)
        before = self._relative(acts, verb)
        if before is not None:
            return self.of(before, company=True)
        token = tree_subject(self.analysis, _as_verb(verb))
        chunk = self.chunks.at(token) if token is not None and self.chunks.scene.first <= token < self.chunks.scene.last else None
        if chunk is not None and (chunk.end <= verb.start or chunk.start >= verb.end):
            found = self._and(self.of(self._head(acts, chunk), company=True), chunk, verb)
            if found or (chunk.thing and not chunk.thing.proper and chunk.role == ""):
                return found or self._beside(acts, chunk, verb)
        return self._by_order(acts, verb, depth)

    def _head(self, acts: Acts, chunk: Chunk) -> Chunk:
        return chunk

    def _and(self, found: list[Actor], chunk: Chunk, verb: Predicate) -> list[Actor]:
        """Add the actors that « et » or « ainsi que » joins to a subject before its verb."""
        if not found or chunk.start >= verb.end:
            return found
        made = list(found)
        others = [c for c in self.chunks.after(chunk.end, verb.start) if c.role == ""]
        end = chunk.end
        for other in self.chunks.after(chunk.end, verb.start):
            between = [w for w in self.analysis.folds[end : other.lead] if w]
            if other in others and between in (["et"], ["ainsi", "que"]):
                made += [a for a in self.of(other, company=True) if all(a.draft is not b.draft for b in made)]
            elif other.role != "de":
                break
            end = other.end
        for other in self.chunks.before(chunk.lead, self.chunks.scene.first):
            between = [w for w in self.analysis.folds[other.end : chunk.lead] if w]
            if other.role == "" and between in (["et"], ["ainsi", "que"]):
                made += [a for a in self.of(other, company=True) if all(a.draft is not b.draft for b in made)]
            break
        return made

    def _beside(self, acts: Acts, chunk: Chunk, verb: Predicate) -> list[Actor]:
        """« un groupe public chinois, China Communications (CCCC), a … »: a description whose name stands beside it."""
        if chunk.thing is None or not among(self.analysis, chunk.thing.head, self.trade.of("company_groups")):
            return []
        after = [c for c in self.chunks.after(chunk.end, verb.start) if c.role == ""]
        return self.of(after[0], company=True) if after and after[0].phrase else []

    def _relative(self, acts: Acts, verb: Predicate) -> Chunk | None:
        """« Rosatom, qui construit »: the antecedent of « qui »."""
        i = verb.start - 1
        while i > self.chunks.scene.first and self.analysis.doc[i].pos_ == "ADV":
            i -= 1
        if self.analysis.folds[i] != "qui":
            return None
        before = self.chunks.before(i, self.chunks.scene.first)
        if not before:
            return None
        near = before[0]
        if near.phrase and near.role == "":
            return near
        return next((c for c in before[:4] if c.role == "" and (c.phrase or (c.thing and c.thing.proper))), near) if near.role == "de" else near

    def _by_order(self, acts: Acts, verb: Predicate, depth: int) -> list[Actor]:
        """Return the nearest phrase to the left that no preposition governs; behind « que » the verb may come first."""
        scene = self.chunks.scene
        inverted = any(self.analysis.folds[i] in _RELATIVES for i in range(max(scene.first, verb.start - 3), verb.start))
        if inverted:
            after = self.chunks.after(verb.end, acts.clause_end(verb))
            if after and after[0].phrase and after[0].role == "" and after[0].lead <= verb.end + 1:
                return self.of(after[0])
        previous = [v for v in acts.verbs if v.end <= verb.start and v.finite]
        for chunk in self.chunks.before(verb.start, scene.first):
            crossed = [v for v in previous if v.start >= chunk.end]
            if crossed:
                if depth < 3 and self._coordinated(crossed[0], verb):
                    return self.subject(acts, crossed[0], depth + 1)
                break
            if chunk.role == "" and (chunk.phrase or chunk.thing):
                if chunk.thing and (chunk.thing.sized or chunk.thing.amount):
                    continue
                found = self._and(self.of(chunk, company=True), chunk, verb)
                if found or (chunk.thing and not self._inserted(chunk, verb)):
                    return found
        if previous and depth < 3 and self._coordinated(previous[-1], verb):
            return self.subject(acts, previous[-1], depth + 1)
        return []

    def _inserted(self, chunk: Chunk, verb: Predicate) -> bool:
        """Whether commas set the phrase off between subject and verb."""
        doc = self.analysis.doc
        return doc[chunk.lead - 1].text == "," and any(t.text == "," for t in doc[chunk.end : verb.start])

    def _coordinated(self, one: Predicate, other: Predicate) -> bool:
        between = self.analysis.folds[one.end : other.start]
        texts = {t.text for t in self.analysis.doc[one.end : other.start]}
        return bool({"et", "puis", "avant", "mais"} & set(between) or "," in texts) and not (set(between) & {"que", "qu", "qui"} or ";" in texts)

    def _governing(self, acts: Acts, verb: Predicate, depth: int) -> list[Actor]:
        """« souhaite acquérir », « en signant »: the subject of the finite verb that an infinitive or gerund hangs on."""
        before = [v for v in acts.verbs if v.end <= verb.start and v.finite]
        if before and depth < 3 and verb.tense in {"infinitive", "gerund"}:
            return self.subject(acts, before[-1], depth + 1)
        if verb.tense == "gerund" or verb.tense == "infinitive":
            return []
        return []

    def named_before(self, start: int, name: str) -> bool:
        """Whether a name stood in the article before a token."""
        folded = fold(name)
        return any(folded in (fold(n) for d in m.drafts for n in d.names) for m in self.analysis.mentions if m.start < start)


def _as_verb(verb: Predicate) -> Verb:
    """Return the verb group as the tree is asked about it."""
    if verb.verb is not None and verb.verb.head == verb.head:
        return verb.verb
    return Verb(verb.start, verb.end, verb.head, verb.lemma)
