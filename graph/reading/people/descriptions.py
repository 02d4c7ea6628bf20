"""Says whom descriptions stand for: « le ministre », « le responsable russe », « l’hôte du royaume », « les deux hommes ».

A sieve, most certain rule first (the way of Lee et al. 2013): an institution said beside the title, then a state, then the title alone,
then who is being spoken of. What no rule decides without doubt stands for nobody, and a slot that needs it stays empty.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.people.counterparts import possessor
from dragoman.graph.reading.people.discourse import Discourse, governed
from dragoman.graph.reading.people.holders import known_holder
from dragoman.graph.reading.people.offices import family

_INDEFINITE = frozenset({"un", "une", "des", "de", "d", "certains"})
_MASCULINE = frozenset({"le", "du", "au", "ce", "cet"})
_NEAR = 3
_MANY = 300


class Descriptions:
    """Resolves the descriptions of one article, in the order of the text."""

    def __init__(self, analysis: Analysis, discourse: Discourse) -> None:
        """Look at the article through what has been said so far."""
        self.analysis, self.discourse = analysis, discourse
        self._woman: bool | None = None
        # who holds what anywhere in the article; a text with more offices is a collection, where only the last people count
        self._offices = analysis.tenures if len(analysis.tenures) <= _MANY else []

    def resolve(self, mention: Mention) -> None:
        """Say whom a description stands for, where that is certain."""
        self._woman = mention.feminine
        if mention.plural:
            mention.members = self._several(mention)
            return
        if not mention.titles:
            mention.draft, mention.members = self._by_word(mention), []
        else:
            use = mention.titles[0]
            if use.determiner in _INDEFINITE and use.outer[0] != use.start:
                self._exemplified(use)
                return
            mention.draft = self._by_title(mention, use)
            self._learn(mention, use)
        if mention.draft:
            mention.country = mention.draft.country

    def _learn(self, mention: Mention, use: TitleUse) -> None:
        """Note what a description says of its person beyond what is known: a state, a first office."""
        draft = mention.draft
        if draft is None or mention.via == "known":
            return
        if use.country and draft.country is None:
            draft.country, draft.country_at = use.country, use.country_span
        held = self.discourse.held(draft)
        generic = fold(use.label) in self.analysis.terms.generic | self.analysis.terms.officeless | {
            "dirigeant",
            "responsable",
        }
        if use.scope == "counterpart" or use.epithet or (generic and not use.agencies):
            return
        if not held or any(family(self.analysis, use.label, u.label) for u in held):
            use.described = True
            self.discourse.hold(draft, use)

    def _exemplified(self, use: TitleUse) -> None:
        """« la visite d’un chef de gouvernement belge remonte à juin : le Premier ministre, X, … »: X is Belgium's."""
        analysis = self.analysis
        last = analysis.sentence_of(use.start)[1]
        colon = next((i for i in range(use.outer[1], last) if analysis.doc[i].text == ":"), None)
        if colon is None or not use.country:
            return
        for mention in analysis.between(colon, last):
            draft = mention.draft
            if mention.kind == "Person" and draft and any(family(analysis, use.label, u.label) for u in mention.titles):
                if draft.country is None:
                    draft.country, draft.country_at = use.country, use.country_span
                return

    # --- a title ----------------------------------------------------------------------------------------------------

    def _by_title(self, mention: Mention, use: TitleUse) -> Draft | None:
        if use.scope == "counterpart":
            return self._counterpart(use)
        found = self._by_agency(use) if use.agencies else None
        if found is None and (not use.agencies or use.scope == "diplomacy"):
            found = self._by_state(use) if use.country else self._alone(use)
        if found is None:
            found = self._ahead(mention, use)
        if found is None and not use.former:
            found = known_holder(self.analysis, use)
            if found is not None:
                mention.via = "known"
        return found

    def _by_agency(self, use: TitleUse) -> Draft | None:
        """« la directrice de l’Office »: whoever holds an office there, named before or after."""
        found: list[Draft] = []
        for draft, held in self._everybody():
            if draft in found or (use.country and draft.country and draft.country != use.country):
                continue
            if use.country and not draft.country and use.country not in {d.iri for d in self.analysis.pair}:
                continue
            if not (family(self.analysis, use.label, held.label) or self._generic(use)):
                continue
            if any(self._same_agency(a, b) for a, _, _ in held.agencies for b, _, _ in use.agencies):
                found.append(draft)
        own = [d for d in found if d.country == use.country]
        return self._one(own if use.country and own else found)

    def _everybody(self) -> list[tuple[Draft, TitleUse]]:
        """Whoever holds an office, named before or after; of a long text those spoken of last."""
        if self._offices:
            return self._offices
        return [(d, u) for d in self.discourse.recent() for u in self.discourse.held(d)]

    def _same_agency(self, one: Draft, other: Draft) -> bool:
        if one is other or one.key == other.key:
            return True
        if one.country and other.country and one.country != other.country:
            return False
        if one.portfolio and other.portfolio:
            a, b = set(fold(one.portfolio).split()), set(fold(other.portfolio).split())
            return (bool(one.identity) and one.identity == other.identity) or a <= b or b <= a
        return bool({fold(n) for n in one.names} & {fold(n) for n in other.names})

    def _by_state(self, use: TitleUse) -> Draft | None:
        """« le président turc », « le responsable russe »: somebody of that state who can be called so."""
        before = [d for d in self.discourse.recent() if d.country == use.country and self._fits(use, d)]
        if before:
            return self._one(self._closest(use, before))
        if self._generic(use):
            return None
        here = self.discourse.now.people  # « le ministre X a reçu le ministre libyen » speaks of two
        paired = use.country in {d.iri for d in self.analysis.pair}
        unplaced = [
            d for d in self.discourse.recent() if d.country is None and d not in here and self._same_title(use, d)
        ]
        if len(unplaced) == 1 and paired:
            return unplaced[0]
        officeless = [d for d in self.discourse.recent() if d.country == use.country and not self.discourse.held(d)]
        if len(officeless) == 1 and not any(d.country == use.country for d, _ in self._everybody()):
            return officeless[0]  # « M. Lebedev … le ministre russe », the only Russian, of whom nothing else is said
        later = {
            id(d): d
            for d, u in self._everybody()
            if d.country == use.country and family(self.analysis, use.label, u.label)
        }
        return next(iter(later.values())) if len(later) == 1 and not unplaced else None

    def _alone(self, use: TitleUse) -> Draft | None:
        """« le ministre »: the only one, else the one who is being spoken of."""
        found = [d for d in self.discourse.recent() if self._fits(use, d)]
        if use.scope == "royal" and not found:
            found = list({id(d): d for d, u in self._everybody() if u.scope == "royal" and u.label == "roi"}.values())
            return found[0] if len(found) == 1 else None
        if use.determiner in _MASCULINE:
            found = [d for d in found if d.feminine is not True] or found
        if self._generic(use):
            if use.end - use.start > 1 and not any(u.label == use.label for d in found for u in self.discourse.held(d)):
                return None  # « l’émissaire européen » is somebody else
            topic = self.discourse.topic()
            near = [d for d in self.discourse.window() if d in found]
            return topic if topic in near else near[0] if len(near) == 1 else None
        return self._one(self._closest(use, found))

    def _generic(self, use: TitleUse) -> bool:
        terms = self.analysis.terms
        return fold(use.label) in terms.generic | terms.officeless | {"dirigeant", "responsable"}

    def _fits(self, use: TitleUse, draft: Draft) -> bool:
        if self._woman and draft.feminine is False:
            return False
        held = [u for u in self.discourse.held(draft) if not u.former or use.former]
        if self._generic(use):
            high = any(u.scope == "royal" or (u.scope == "state" and u.label != "vice-président") for u in held)
            if fold(use.label) == "dirigeant":
                return True
            if fold(use.label) == "diplomate":
                return any(
                    u.scope == "diplomacy"
                    or fold(u.label) in self.analysis.terms.posted | self.analysis.terms.ministerial
                    for u in held
                )
            return not high
        if fold(use.label) in {"chef de l etat", "president de la republique"}:
            held = [u for u in held if not u.agencies]  # no president of an assembly
        return any(family(self.analysis, use.label, u.label) for u in held)

    def _same_title(self, use: TitleUse, draft: Draft) -> bool:
        """Whether somebody bears the very title, so that a state said with it may be theirs."""
        tight = use.scope == "state"
        return any(
            u.label == use.label or (tight and u.scope == "state" and family(self.analysis, use.label, u.label))
            for u in self.discourse.held(draft)
            if not u.former
        )

    def _closest(self, use: TitleUse, found: list[Draft]) -> list[Draft]:
        """Those who bear the very title, where some do: « le roi » is no emir where there is a king."""
        exact = [d for d in found if any(u.label == use.label for u in self.discourse.held(d))]
        return exact or found

    def _one(self, found: list[Draft]) -> Draft | None:
        """The only candidate; else the one who is being spoken of; else the only one of the last sentences."""
        if len(found) < 2:
            return found[0] if found else None
        for sentence in reversed(self.discourse.sentences[-2:]):
            if sentence.heading in found:
                return sentence.heading
            if sum(d in found for d in sentence.people) > 1:
                return None
        near = [d for s in self.discourse.sentences[-_NEAR:] for d in s.people if d in found]
        return near[0] if len({id(d) for d in near}) == 1 else None

    def _ahead(self, mention: Mention, use: TitleUse) -> Draft | None:
        """A description before its name: the bare full name that opens the next sentence, if it is new there."""
        analysis = self.analysis
        last = analysis.sentence_of(mention.start)[1]
        if last >= len(analysis.doc) or not (use.agencies or use.country) or not governed(analysis, mention.start):
            return None
        opening = analysis.at(last)
        if (
            opening is None
            or opening.kind != "Person"
            or opening.titles
            or opening.start != last
            or opening.draft is None
        ):
            return None
        if id(opening.draft) in self.discourse.last_at or len(fold(analysis.text(*opening.core)).split()) < 2:
            return None
        return opening.draft

    # --- a counterpart without a name -------------------------------------------------------------------------------

    def _counterpart(self, use: TitleUse) -> Draft | None:
        """« son homologue italien »: whoever holds the same office of that state."""
        other = possessor(self.discourse, use, None)
        if other is None or not use.country:
            return None
        found = []
        for draft, held in self._everybody():
            if draft in found or draft.country != use.country or not family(self.analysis, other.label, held.label):
                continue
            fields = [a for a, _, _ in held.agencies if a.portfolio], [a for a, _, _ in other.agencies if a.portfolio]
            if fields[0] and fields[1] and not any(_field(a, b) for a in fields[0] for b in fields[1]):
                continue
            found.append(draft)
        return found[0] if len(found) == 1 else None

    # --- a word that is no title ------------------------------------------------------------------------------------

    def _by_word(self, mention: Mention) -> Draft | None:
        discourse = self.discourse
        window = discourse.window()
        topic = discourse.topic()
        words = self.analysis.folds[mention.start : mention.end]
        if words[0] in {"son", "sa", "leur"}:
            if discourse.now.unknown:
                return None  # whose guest, where « le président » before it cannot be told
            others = [d for d in window if d is not topic]
            return others[0] if topic and len(others) == 1 else None
        if mention.country:
            own = [d for d in discourse.recent() if d.country == mention.country]
            return self._one(own)
        if mention.members:
            guests = [d for d in discourse.recent() if d.country and d.country not in {m.key for m in mention.members}]
            return topic if topic in guests else self._one(guests)
        return topic if topic in window else None

    # --- several ----------------------------------------------------------------------------------------------------

    def _several(self, mention: Mention) -> list[Draft]:
        """« les deux ministres », « les deux hommes »: the two spoken of last who can be called so."""
        use = mention.titles[0] if mention.titles else None
        if use is not None and use.count != 2:
            return []
        titled = use is not None and not self._generic(use)
        window = self.discourse.window()
        near = [d for d in window if use is None or self._fits(use, d)]
        if len(near) == 2:
            return near
        if not titled or use is None:
            return []
        found = [d for d in self.discourse.recent() if self._fits(use, d)]
        if len(near) > 2:
            return []
        return (
            found[:2][::-1] if len(found) == 2 or (len(found) > 2 and len(near) == 1 and near[0] in found[:2]) else []
        )


def _field(one: Draft, other: Draft) -> bool:
    a, b = set(fold(one.portfolio or "").split()), set(fold(other.portfolio or "").split())
    return (bool(one.identity) and one.identity == other.identity) or a <= b or b <= a
