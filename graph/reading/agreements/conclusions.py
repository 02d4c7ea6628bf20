"""Makes the event of an instrument from the act that concluded it."""

from __future__ import annotations

import itertools

from dragoman.graph.reading.agreements.acts import Act, finite, relative
from dragoman.graph.reading.agreements.batches import Agreement, Chronicle, add_parties, inherit
from dragoman.graph.reading.agreements.conclusion_dates import occasion, own_date
from dragoman.graph.reading.agreements.fulfilment import governor, hedged, unreal
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.matters import matters
from dragoman.graph.reading.agreements.parties import Party, Sides, sides
from dragoman.graph.reading.coreference import compatible
from dragoman.graph.records import Rejection

_ENDED = frozenset({"Expired", "Annulled"})


class Conclusions:
    """The instruments of one sentence and the events made of them so far."""

    def __init__(self, scene: IndexedScene, chronicle: Chronicle, found: list[Instrument]) -> None:
        """Begin with the instruments that the sentence names."""
        self.scene, self.chronicle, self.found = scene, chronicle, found
        self.analysis = scene.analysis
        self.done: dict[int, Agreement] = {}

    def conclude(self, act: Act, item: Instrument, first: Agreement | None) -> Agreement | None:
        """Make the event of one instrument, or say why there is none; `first` is that of the first one in its list."""
        scene = self.scene
        begin, end = self.bounds(act)
        when = own_date(scene, act, item, begin, end, governor(scene, act))
        between = sides(scene, act, item, begin, end)
        reason = self._unsigned(act, item) or unreal(scene, act, item, when) or between.barred
        if reason:
            self._reject(act, reason)
            return None
        known = self._known(item, first)
        if known is not None and not act.frame.after and not known.after and not compatible(known.when, when):
            known = None
        if known is not None and act.frame.status != "Renewed" and known.status != "Renewed":
            return self._again(known, act, item, between)
        if _running(scene, act, item, begin, end):
            self._reject(act, "a count of all over years is no single happening")
            return None
        event = self.event(act, item, between)
        source = first or (
            self.chronicle.recent() if (item.taken_up and not item.alike) or item.further or self._other(item) else None
        )
        if source is not None:
            inherit(event, source)
        if (item.taken_up or item.further) and not event.drafts("topic"):
            return None
        if item.definite and item.bare and not item.plural and not between.parties and not event.drafts("topic"):
            self._reject(act, "which instrument is meant is not said")
        elif _standing_count(act, event, item):
            self._reject(act, "that there are some is no happening")
        elif not event.drafts("topic", "party") and event.when is None and item.count is None:
            self._reject(act, "neither its subject nor its parties nor its date are said")
        else:
            return self.add(item, event)
        return None

    def add(self, item: Instrument, event: Agreement) -> Agreement:
        """Note the event of an instrument."""
        self.chronicle.add(event)
        self.done[id(item)] = event
        return event

    def event(self, act: Act, item: Instrument, between: Sides | None = None) -> Agreement:
        """Return the event of an instrument as the act and the instrument’s own phrase tell it."""
        scene = self.scene
        begin, end = self.bounds(act)
        event = self.blank(act.frame.name, item, act.frame.status or "Signed")
        event.end = max(act.end, item.end)
        event.certainty = "Conditional" if hedged(act) else "Asserted"
        event.after, event.earlier = act.frame.after, _before_scene(scene, act)
        found = item.topics or matters(scene, act, item, self._limit(act, item, end))
        if not found and item.definite and item.bare:
            found = self._from(event, self._here(item) or self.chronicle.named_before(item))
        elif not found and item.alike:
            found = self._from(event, self.chronicle.about())
        self.fill(event, found, (between or sides(scene, act, item, begin, end)).parties)
        self._time(event, act, item, begin, end)
        return event

    def blank(self, frame: str, item: Instrument, status: str) -> Agreement:
        """Return the event of an instrument with nothing filled in."""
        event = Agreement(
            "Agreement",
            frame,
            item.noun,
            item.end,
            {(self.scene.first, self.scene.last)},
            status=status,
            head=item.lemma,
            instrument=item,
        )
        event.names.append((item.noun, item.end))
        return event

    def fill(self, event: Agreement, topics: list[tuple[int, int, str]], parties: tuple[Party, ...]) -> None:
        """Give an event its topics and parties."""
        for start, stop, words in topics:
            event.add("topic", self.analysis.met("Topic", words), start, stop)
        for party in parties:
            event.add("party", party.draft, party.start, party.end, party.basis)

    def bounds(self, act: Act) -> tuple[int, int]:
        """The clause of an act: from the verb before it to the verb after it, within semicolons."""
        scene = self.scene
        own = {act.verb, governor(scene, act)}
        begin, end = scene.first, scene.last
        for other in scene.verbs:
            if other in own:
                continue
            if other.end <= act.start and finite(other) and not relative(scene, other):
                begin = other.end
            if other.start >= act.end and not other.participle and not relative(scene, other):
                end = other.start
                break
        texts = [t.text for t in self.analysis.doc[scene.first : scene.last]]
        marks = [scene.first + k for k, text in enumerate(texts) if text == ";"]
        begin = max([m + 1 for m in marks if begin <= m < act.start], default=begin)
        return begin, min([m for m in marks if act.end <= m < end], default=end)

    # -- pieces -------------------------------------------------------------------------------------------------
    def _unsigned(self, act: Act, item: Instrument) -> str:
        """« adopter un programme »: some nouns name an instrument only where they are signed."""
        if not item.lemma:
            return ""  # a pronoun
        words = {act.verb.lemma} if act.verb is not None and not act.noun else set(act.frame.trigger)
        return (
            ""
            if not item.weak or words & self.scene.known.signing
            else "its noun names an instrument only where it is signed"
        )

    def _known(self, item: Instrument, first: Agreement | None) -> Agreement | None:
        """The event of the instrument where it was told before, in the sentence or as what « cet accord » takes up."""
        own = self.done.get(id(item))
        vague = item.plural and item.weak and item.count is None and not self._other(item)
        if own is None and first is None and item.bare and (item.definite or vague):
            return self.chronicle.antecedent(item)
        return own

    def _other(self, item: Instrument) -> bool:
        return any(self.analysis.folds[i].startswith("autre") for i in range(item.start, item.noun))

    def _here(self, item: Instrument) -> Instrument | None:
        """« Le mémorandum porte sur l’eau ; il a été conclu vendredi »: what a pronoun stands for in its own sentence."""
        if item.lemma:
            return None
        before = [
            x for x in self.found if x.end <= item.start and x.topics and x.plural == item.plural and not x.barred
        ]
        return before[-1] if before else None

    def _from(self, event: Agreement, before: Instrument | None) -> list[tuple[int, int, str]]:
        """The topics of an instrument named before, whose parties the event takes as well."""
        if before is None:
            return []
        add_parties(event, self.scene, before)
        return before.topics

    def _limit(self, act: Act, item: Instrument, end: int) -> int:
        """Where words after an act cease to be about its instrument: at the next one."""
        after = max(act.end, item.end)
        return min([x.start for x in self.found if x is not item and x.start >= after], default=end)

    def _time(self, event: Agreement, act: Act, item: Instrument, begin: int, end: int) -> None:
        scene = self.scene
        event.when = own_date(scene, act, item, begin, end, governor(scene, act))
        if item.year is not None and (event.when is None or event.status in _ENDED):
            event.when = item.year
        found = occasion(scene, begin, end, self.chronicle.events)
        if found is not None:
            if found.during:
                event.links.append(("concluded_during", found.event))
            event.when = event.when or found.when
        if event.when is None and not event.earlier:
            event.when = self.chronicle.heading

    def _again(self, known: Agreement, act: Act, item: Instrument, between: Sides) -> Agreement:
        """« Le texte a été signé mardi par les deux ministres »: what is added to an instrument told before."""
        more = self.blank(act.frame.name, item, act.frame.status or "Signed")
        self._time(more, act, item, *self.bounds(act))
        if known.when is None or (known.after and not act.frame.after and more.when is not None):
            known.when, known.after = more.when, act.frame.after
        known.links += [link for link in more.links if link not in known.links]
        bodies = any(p.draft.kind in {"Agency", "Organization"} for p in between.parties)
        if known.borrowed and (len(between.parties) > 1 or bodies):
            known.fills = [f for f in known.fills if f.slot != "party"]
        if known.borrowed or len(known.drafts("party")) < 2:
            self.fill(known, [], between.parties)
        if act.frame.status in _ENDED:
            known.status = act.frame.status
        known.sentences.add((self.scene.first, self.scene.last))
        self.done[id(item)] = known
        return known

    def _reject(self, act: Act, reason: str) -> None:
        span = self.analysis.span(self.scene.first, self.scene.last)
        self.analysis.rejected.append(Rejection("Agreement", span, act.frame.name, reason))


def _standing_count(act: Act, event: Agreement, item: Instrument) -> bool:
    """« les deux pays sont liés par plusieurs accords »: no single happening."""
    bound = act.frame.status is None or (
        act.verb is not None and act.verb.lemma in {"lier", "unir", "regir", "encadrer"}
    )
    return item.plural and bound and not event.drafts("topic") and event.when is None


def _running(scene: IndexedScene, act: Act, item: Instrument, begin: int, end: int) -> bool:
    """« plus de cinquante accords ont été signés depuis 2014 », « huit accords en vingt ans », « ces dernières années »."""
    if not item.plural or item.definite:
        return False
    words = [w for w in scene.analysis.folds[begin:end] if w]
    if "depuis" in words and not act.noun:
        return True
    pairs = itertools.pairwise(words)
    lately = any(a == "ces" and b in {"dernieres", "derniers"} for a, b in pairs)
    return lately or any(w in scene.known.running and words[k - 2 : k - 1] == ["en"] for k, w in enumerate(words))


def _before_scene(scene: IndexedScene, act: Act) -> bool:
    """Whether the act is told in the pluperfect: nothing says that it is of the day that the article tells."""
    if act.verb is None:
        return False
    doc, lemmas = scene.analysis.doc, scene.analysis.lemmas
    return any(
        lemmas[i] in {"avoir", "etre"} and "Imp" in doc[i].morph.get("Tense", [])
        for i in range(act.verb.start, act.verb.end)
    )
