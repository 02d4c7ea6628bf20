"""Reads agreements: instruments that were concluded, between whom, about what, when, and during which visit.

For every sentence that names an instrument (`instruments`) the acts of its verbs and nouns are found (`acts`), asked
whether they were done (`fulfilment`), and made into one event for each instrument: a batch (« onze accords ») is one, and each
instrument that is named by its own subject a further one. Instruments that go on from the ones before them, in a list,
after a gapped verb or as « le premier …, le deuxième … », take what they do not say themselves from those (`batches`).
"""

from __future__ import annotations

from dragoman.graph.reading.acts import Act, acts, finite, linked, relative
from dragoman.graph.reading.agreement_words import agreement_words
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.batches import Agreement, Chronicle, add_parties, inherit
from dragoman.graph.reading.conclusion_dates import heading, occasion, own_date
from dragoman.graph.reading.coreference import compatible
from dragoman.graph.reading.frames import Frame, frames
from dragoman.graph.reading.indexed_scenes import Index, IndexedScene
from dragoman.graph.reading.instruments import Instrument, instruments
from dragoman.graph.reading.matters import matters
from dragoman.graph.reading.parties import Sides, sides
from dragoman.graph.reading.fulfilment import governor, hedged, unreal
from dragoman.graph.reading.scenes import Event
from dragoman.graph.records import Rejection

_SIGNING = frozenset({"signer", "parapher", "signature", "paraphe", "griffe"})


def read_agreements(analysis: Analysis, index: Index, events: list[Event], language: str = "fr") -> list[Event]:
    """Return the agreements that the article says were concluded, in the order of its text."""
    known = agreement_words(language)
    wanted = known.nouns | known.weak | frozenset(known.compounds.by_first) | {"ecrit"}
    declared = [f for f in frames(language) if f.record == "Agreement"]
    chronicle = Chronicle(analysis, events)
    for number, (first, last) in enumerate(analysis.sentences):
        named = any(analysis.folds[i] in wanted for i in range(first, last)) or _opens_list(analysis, first, last)
        chronicle.enter(number, None)
        if not named and not chronicle.recent() and last - first > 8:
            continue
        scene = IndexedScene(analysis, first, last, index)
        chronicle.enter(number, heading(scene))
        if named or chronicle.recent():
            _Sentence(scene, declared, chronicle).read()
    return list(chronicle.finished())


def _opens_list(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a sentence ends in a colon, so that the next ones are its items."""
    while last - 1 > first and analysis.doc[last - 1].is_space:
        last -= 1
    return analysis.doc[last - 1].text == ":"


class _Sentence:
    """One sentence read for agreements."""

    def __init__(self, scene: IndexedScene, declared: list[Frame], chronicle: Chronicle) -> None:
        self.scene, self.declared, self.chronicle = scene, declared, chronicle
        self.analysis = scene.analysis
        self.found = instruments(scene, pronouns=True)
        self.done: dict[int, Agreement] = {}

    def read(self) -> None:
        for act in acts(self.scene, self.declared):
            if not act.frame.continues:
                self._act(act)
        self._gapped()
        for act in acts(self.scene, [f for f in self.declared if f.continues]):
            self._continue(act)
        self._verbless()
        self._standing()
        self.chronicle.seen += self.found

    # -- acts ---------------------------------------------------------------------------------------------------
    def _act(self, act: Act) -> None:
        items = linked(self.scene, act, self.found)
        if "topic" in act.frame.needs:
            items = [Instrument(act.start, act.start, act.end, "")]
        told: Agreement | None = None
        for item in items:
            if item.taken_up and told is None and self.chronicle.recent() is None:
                continue
            event = self._told(act, item, told)
            told = told or event
        if _opens_list(self.analysis, self.scene.first, self.scene.last):
            opener = told or (
                self._event(act, Instrument(act.start, act.start, act.start + 1, "", plural=True))
                if not items
                else None
            )
            if opener is not None:
                self.chronicle.open(opener)

    def _told(self, act: Act, item: Instrument, told: Agreement | None) -> Agreement | None:
        """Make the event of one instrument, or say why there is none."""
        scene = self.scene
        if item.weak and not ({act.verb.lemma} if act.verb and not act.noun else set(act.frame.trigger)) & _SIGNING:
            return self._reject(act, "its noun names an instrument only where it is signed")
        begin, end = self._bounds(act)
        when = own_date(scene, act, item, begin, end, governor(scene, act))
        reason = unreal(scene, act, item, when)
        if reason:
            return self._reject(act, reason)
        between = sides(scene, act, item, begin, end)
        if between.barred:
            return self._reject(act, between.barred)
        known = self.done.get(id(item))
        if known is None and told is None and item.definite and item.bare:
            known = self.chronicle.antecedent(item)
        if known is not None and not act.frame.after and not known.after and not compatible(known.when, when):
            known = None
        if known is not None and act.frame.status != "Renewed" and known.status != "Renewed":
            return self._again(known, act, item, between)
        if _running(scene, act, item, begin, end):
            return self._reject(act, "a count of all since a year is no single happening")
        event = self._event(act, item, between)
        if told is not None:
            inherit(event, told)
        elif item.taken_up or self._other(item):
            recent = self.chronicle.recent()
            if recent is not None:
                inherit(event, recent)
        if item.taken_up and not event.drafts("topic"):
            return None
        if item.definite and item.bare and not item.plural and not between.parties and not event.drafts("topic"):
            return self._reject(act, "which instrument is meant is not said")
        if self._nothing(event, item):
            return self._reject(act, "neither its subject nor its parties nor its date are said")
        self.chronicle.add(event)
        self.done[id(item)] = event
        return event

    def _nothing(self, event: Agreement, item: Instrument) -> bool:
        return not event.drafts("topic", "party") and event.when is None and item.count is None

    def _other(self, item: Instrument) -> bool:
        return any(self.analysis.folds[i].startswith("autre") for i in range(item.start, item.noun))

    def _event(self, act: Act, item: Instrument, between: Sides | None = None) -> Agreement:
        scene = self.scene
        begin, end = self._bounds(act)
        between = between or sides(scene, act, item, begin, end)
        event = Agreement(
            "Agreement",
            act.frame.name,
            item.noun,
            max(act.end, item.end),
            {(scene.first, scene.last)},
            status=act.frame.status or "Signed",
            certainty="Conditional" if hedged(scene, act) else "Asserted",
            head=item.lemma,
            instrument=item,
            after=act.frame.after,
            earlier=_before_scene(scene, act),
        )
        found = item.topics or matters(scene, act, item, self._limit(act, item, end))
        if not found and item.definite and item.bare:
            earlier = self.chronicle.named_before(item)
            if earlier is not None:
                found = earlier.topics
                add_parties(event, scene, earlier)
        for start, stop, words in found:
            event.add("topic", self.analysis.met("Topic", words), start, stop)
        for party in between.parties:
            event.add("party", party.draft, party.start, party.end, party.basis)
        event.names.append((item.noun, item.end))
        self._time(event, act, item, begin, end)
        return event

    def _limit(self, act: Act, item: Instrument, end: int) -> int:
        """Where words after an act cease to be about its instrument: at the next one."""
        after = max(act.end, item.end)
        return min([x.start for x in self.found if x is not item and x.start >= after], default=end)

    def _time(self, event: Agreement, act: Act, item: Instrument, begin: int, end: int) -> None:
        scene = self.scene
        event.when = own_date(scene, act, item, begin, end, governor(scene, act))
        if item.year is not None and (event.when is None or event.status in {"Expired", "Annulled"}):
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
        begin, end = self._bounds(act)
        more = Agreement(
            "Agreement", act.frame.name, item.noun, act.end, set(), status=act.frame.status, instrument=item
        )
        self._time(more, act, item, begin, end)
        if known.when is None or (known.after and not act.frame.after and more.when is not None):
            known.when, known.after = more.when, act.frame.after
        known.links += [link for link in more.links if link not in known.links]
        for party in between.parties:
            if len(known.drafts("party")) < 2:
                known.add("party", party.draft, party.start, party.end, party.basis)
        if act.frame.status in {"Expired", "Annulled"}:
            known.status = act.frame.status
        known.sentences.add((self.scene.first, self.scene.last))
        self.done[id(item)] = known
        return known

    def _bounds(self, act: Act) -> tuple[int, int]:
        """The clause of an act: from the verb before it to the verb after it."""
        scene, verb = self.scene, act.verb
        own = {verb, governor(scene, act)}
        begin, end = scene.first, scene.last
        for other in scene.verbs:
            if other in own:
                continue
            if other.end <= act.start and finite(other) and not relative(scene, other):
                begin = other.end
            if other.start >= act.end and not other.participle and not relative(scene, other):
                end = other.start
                break
        for i in range(act.start - 1, begin, -1):
            if self.analysis.doc[i].text == ";":
                begin = i + 1
                break
        for i in range(act.end, end):
            if self.analysis.doc[i].text == ";":
                end = i
                break
        return begin, end

    def _reject(self, act: Act, reason: str) -> None:
        span = self.analysis.span(self.scene.first, self.scene.last)
        self.analysis.rejected.append(Rejection("Agreement", span, act.frame.name, reason))

    # -- what goes on without an act of its own -----------------------------------------------------------------
    def _gapped(self) -> None:
        """« A a signé un accord sur X ; B, un accord sur Y »: the verb of the stretch before."""
        texts = [t.text for t in self.analysis.doc[self.scene.first : self.scene.last]]
        if ";" not in texts and not any(x.taken_up for x in self.found):
            return
        for item in self.found:
            if id(item) in self.done or item.barred or (item.definite and not item.taken_up):
                continue
            start, stop = self._stretch(item)
            if any(finite(v) and not relative(self.scene, v) for v in self.scene.verbs if start <= v.start < stop):
                continue
            before = [e for e in self.done.values() if e.start < item.start]
            if before and (item.topics or item.phrases):
                self._follow(item, before[-1])

    def _stretch(self, item: Instrument) -> tuple[int, int]:
        marks = [i for i in range(self.scene.first, self.scene.last) if self.analysis.doc[i].text == ";"]
        start = max([m + 1 for m in marks if m < item.start], default=item.start)
        return start, min([m for m in marks if m >= item.end], default=self.scene.last)

    def _follow(self, item: Instrument, source: Agreement) -> Agreement:
        scene = self.scene
        event = Agreement(
            "Agreement",
            source.frame,
            item.noun,
            item.end,
            {(scene.first, scene.last)},
            status=source.status,
            certainty=source.certainty,
            head=item.lemma,
            instrument=item,
            earlier=source.earlier,
        )
        for start, stop, words in item.topics:
            event.add("topic", self.analysis.met("Topic", words), start, stop)
        for party in sides(scene, None, item, scene.first, scene.last).parties:
            event.add("party", party.draft, party.start, party.end, party.basis)
        event.names.append((item.noun, item.end))
        inherit(event, source)
        self.chronicle.add(event)
        self.done[id(item)] = event
        return event

    def _continue(self, act: Act) -> None:
        """« Le premier porte sur la pêche », « Ces accords couvrent … », « Parmi eux figure … »."""
        source = self.chronicle.recent()
        if (
            source is None
            or act.verb is None
            or unreal(self.scene, act, Instrument(act.start, act.start, act.end, ""), None)
        ):
            return
        for item in linked(self.scene, act, self.found):
            if id(item) in self.done or item.barred:
                continue
            if "topic" in act.frame.needs:
                item.topics = item.topics or matters(self.scene, act, item, self._bounds(act)[1], direct=True)
                if not item.topics:
                    continue
                if item.definite and not item.taken_up:
                    known = self.chronicle.antecedent(item)
                    if known is not None and not known.drafts("topic"):
                        for start, stop, words in item.topics:
                            known.add("topic", self.analysis.met("Topic", words), start, stop)
                        known.sentences.add((self.scene.first, self.scene.last))
                    continue
            elif item.definite and item.bare:
                continue
            self._follow(item, source)

    def _verbless(self) -> None:
        """An item of a list (« – un accord de pêche ; »), or a sentence without a verb after a batch."""
        scene = self.scene
        if any(finite(v) and not relative(scene, v) for v in scene.verbs) or self.done:
            return
        opener = self.chronicle.listed()
        source = opener or self.chronicle.recent()
        if source is None:
            return
        for item in self.found:
            plain = item.preposition in {"", "outre", "parmi"} or opener is not None
            if not item.barred and plain and (opener is not None or (not item.definite and item.topics)):
                self._follow(item, source)

    def _standing(self) -> None:
        """« le traité d’amitié de 2003 »: a year in its name says that an instrument was concluded then."""
        scene = self.scene
        for item in self.found:
            if (
                id(item) in self.done
                or item.barred
                or item.year is None
                or not item.definite
                or not item.topics
                or item.weak
            ):
                continue
            between = sides(scene, None, item, scene.first, scene.last)
            if between.barred:
                continue
            event = Agreement(
                "Agreement",
                "standing",
                item.noun,
                item.end,
                {(scene.first, scene.last)},
                status="Signed",
                head=item.lemma,
                instrument=item,
                when=item.year,
                earlier=True,
            )
            for start, stop, words in item.topics:
                event.add("topic", self.analysis.met("Topic", words), start, stop)
            for party in between.parties:
                event.add("party", party.draft, party.start, party.end, party.basis)
            event.names.append((item.noun, item.end))
            self.chronicle.add(event)
            self.done[id(item)] = event


def _running(scene: IndexedScene, act: Act, item: Instrument, begin: int, end: int) -> bool:
    """« plus de cinquante accords ont été signés depuis 2014 », « huit accords en vingt ans »."""
    if not item.plural or item.definite:
        return False
    folds, known = scene.analysis.folds, scene.known
    words = [w for w in folds[begin:end] if w]
    since = any(w == "depuis" for w in words) and act.frame.construction != "noun"
    return (
        since
        or any(a == "ces" and b in {"dernieres", "derniers"} for a, b in zip(words, words[1:], strict=False))
        or ("en" in words and any(w in known.running and words[k - 2 : k - 1] == ["en"] for k, w in enumerate(words)))
    )


def _before_scene(scene: IndexedScene, act: Act) -> bool:
    """Whether the act is told in the pluperfect, or by a participle: nothing says that it is of the day."""
    verb = act.verb
    if verb is None:
        return False
    return any(
        scene.analysis.lemmas[i] in {"avoir", "etre"} and "Imp" in scene.analysis.doc[i].morph.get("Tense", [])
        for i in range(verb.start, verb.end)
    )
