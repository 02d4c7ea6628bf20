"""Keeps what instruments of an article have in common while it is read: batches, lists, and what is taken up again.

« Onze accords ont été conclus mercredi. […] Un mémorandum sur l’énergie porte la signature des ministres » has the day and
the parties of the batch; « le premier porte sur la pêche, le second … », list items and gapped verbs likewise; « cet accord »
is the one told before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.seats import seat
from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.scenes import Event, scene
from dragoman.graph.reading.dates.days import When, earliest_latest
from dragoman.graph.records import Rejection

_NEAR = 3
_NEWS = timedelta(days=10)
_LIVE = frozenset({None, "Held"})


@dataclass(eq=False)
class Agreement(Event):
    """An agreement in the making, with the noun phrase that names it and what it goes on from."""

    instrument: Instrument | None = None
    follows: Agreement | None = None
    number: int = 0
    after: bool = False  # told by what became of it
    borrowed: bool = False  # its parties are those of what it follows
    earlier: bool = False  # told in a tense before that of the scene


class Chronicle:
    """The agreements of an article in the order of their telling."""

    def __init__(self, analysis: Analysis, events: list[Event], dates: list[When]) -> None:
        """Begin with what else is known to have happened."""
        self.analysis, self.events, self.dates = analysis, events, dates
        self._pair = _main_pair(analysis)
        self.told: list[Agreement] = []
        self.seen: list[Instrument] = []
        self.number = 0
        self.heading: When | None = None
        self.opener: Agreement | None = None
        self._opened = -1
        self._spoken = -_NEAR - 1

    def enter(self, number: int, heading: When | None) -> None:
        """Go on to a sentence; a date that stands alone heads those after it."""
        self.number = number
        if heading is not None:
            self.heading = heading

    def recent(self) -> Agreement | None:
        """Return the last agreement told, if it was told within the last sentences."""
        return self.told[-1] if self.told and self.number - self.told[-1].number <= _NEAR else None

    def shared(self) -> Agreement | None:
        """Return what a further instrument has its day and parties from: the last batch told of late, else the last instrument."""
        near = [e for e in self.told if self.number - e.number <= _NEAR]
        batches = [e for e in near if e.instrument is not None and e.instrument.plural]
        between_bodies = [e for e in near if not any(d.kind in {"Agency", "Organization"} for d in e.drafts("party"))]
        return next(iter([*batches[-1:], *between_bodies[-1:], *near[-1:]]), None)

    def spoken(self) -> bool:
        """Whether an instrument was named within the last sentences, so that a pronoun may take it up."""
        return self.number - self._spoken <= _NEAR

    def see(self, found: list[Instrument]) -> None:
        """Note the instruments that the sentence names."""
        self.seen += found
        if found:
            self._spoken = self.number

    def add(self, event: Agreement) -> None:
        """Note an agreement."""
        event.number = self.number
        self.told.append(event)

    def open(self, event: Agreement) -> None:
        """Note that a list follows whose items share what `event` says."""
        self.opener, self._opened = event, self.number

    def listed(self) -> Agreement | None:
        """Return what an item of a list shares, if the sentence stands right after the list’s opening or another item."""
        if self.opener is None or self.number - self._opened > 1:
            return None
        self._opened = self.number
        return self.opener

    def antecedent(self, item: Instrument) -> Agreement | None:
        """« cet accord », « le texte »: the last one told of that name, or of any where the word names none."""
        for event in reversed(self.told):
            other = event.instrument
            if other is None or other.plural != item.plural or (not item.weak and other.lemma != item.lemma):
                continue
            if item.count in {None, other.count}:
                return event
        return self.recent() if item.plural and item.count is None else None

    def named_before(self, item: Instrument) -> Instrument | None:
        """The last instrument of that name (of any, for « le texte ») that was mentioned with its subject, concluded or not."""
        return next(
            (
                o
                for o in reversed(self.seen)
                if (item.weak or o.lemma == item.lemma) and o.plural == item.plural and o.topics and not o.barred
            ),
            None,
        )

    def about(self) -> Instrument | None:
        """The last single instrument that was mentioned with its subject."""
        return next((o for o in reversed(self.seen) if o.topics and not o.plural), None)

    def finished(self) -> Iterator[Event]:
        """Give what is still missing from the scene, and return what stands."""
        for event in self.told:
            self._scene_date(event)
            self._main_parties(event)
        for event in self.told:
            item = event.instrument
            if self._headline(event) or (item is not None and item.named and len(event.drafts("party")) < 2):
                continue
            if item is not None and item.plural and not event.drafts("topic") and self._spelled_out(event):
                self.analysis.rejected.append(
                    Rejection(
                        "Agreement",
                        self.analysis.span(*min(event.sentences)),
                        event.frame,
                        "a batch without number or subject, whose instruments are told one by one",
                    )
                )
                continue
            yield event

    def _headline(self, event: Agreement) -> bool:
        """Whether an event is but the headline of what is told below: « X signe un accord avec Y »."""
        item = event.instrument
        if event.number or event.when is not None or event.drafts("topic") or item is None or item.count is not None:
            return False
        parties = set(event.drafts("party"))
        return any(e.number and parties & set(e.drafts("party")) for e in self.told)

    def _spelled_out(self, event: Agreement) -> bool:
        """Whether every instrument of a batch is told one by one: « deux textes ont été paraphés, l’un sur …, l’autre sur … »."""
        count = event.instrument.count if event.instrument is not None else None
        if count is not None:
            here = [e for e in self.told if e is not event and e.number == event.number]
            after = [
                e
                for e in self.told
                if e.start > event.start and e.number - event.number <= _NEAR and _one_day(e, event)
            ]
            return count == len(here) or (count > 1 and count == len(after))
        return any(
            e is not event and e.start > event.start and e.number - event.number <= _NEAR and _one_day(e, event)
            for e in self.told
        )

    def _main_parties(self, event: Agreement) -> None:
        """Where the text names no two parties: the two states that the article is about, if that contradicts nothing."""
        parties, pair = event.drafts("party"), self._pair
        if event.instrument is not None and event.instrument.named:
            return  # « l’Accord de Paris », « la Convention de Vienne »
        if len(parties) < 2 and len(pair) == 2 and set(parties) <= set(pair):
            for draft in pair:
                event.add("party", draft, event.start, event.start + 1, "derived")

    def _scene_date(self, event: Agreement) -> None:
        """An undated signature has the date of the heading it stands under, or of the day that the article is telling."""
        if event.when is not None or event.status not in {"Signed", "Initialled", "Renewed"}:
            return
        if event.follows is not None and event.follows.when is not None:
            event.when = event.follows.when
            return
        if any(slot == "concluded_during" and other.kind == "Visit" for slot, other in event.links):
            return  # on which day of it, nothing says
        if event.earlier or (
            event.instrument is not None and event.instrument.definite and event.frame in {"made-by", "binds"}
        ):
            return
        happened = _LIVE | {"Signed", "Initialled"}
        told = [
            e for e in [*self.events, *self.told] if e is not event and e.start < event.start and e.status in happened
        ]
        whens = [(e.start, e.when) for e in told if e.when is not None]
        whens += [(w.start, w) for w in self.dates if w.start < event.start and self._reported(w)]
        news = [w for w in whens if self._news(w[1])]
        latest = max(news, key=lambda w: w[0], default=None) or self._same_sentence(event)
        if latest is not None:
            event.when = latest[1]

    def _same_sentence(self, event: Agreement) -> tuple[int, When] | None:
        """« a signé un accord et s’est engagé vendredi à … »: the day of the verb that goes on."""
        _, last = self.analysis.sentence_of(event.start)
        after = [w for w in self.dates if event.start < w.start < last and self._reported(w) and self._news(w)]
        return (after[0].start, after[0]) if after else None

    def _reported(self, when: When) -> bool:
        """Whether a date is that of a sentence’s main clause: « hier, au Centre de conférences »."""
        first, last = self.analysis.sentence_of(when.start)
        verb = scene(self.analysis, first, last).governor(when.start)
        return verb is not None and not (verb.participle or verb.infinitive or verb.future or verb.conditional)

    def _news(self, when: When) -> bool:
        """Whether a date is a single day of the days before publication."""
        published: date | None = self.analysis.published
        if published is None or when.value is None or when.until is not None or len(when.value) != 10:
            return False
        days = earliest_latest(when.value)
        return days is not None and (published - _NEWS).isoformat() <= days[0] <= published.isoformat()


def _one_day(one: Event, other: Event) -> bool:
    return one.when is None or other.when is None or one.when.value == other.when.value


def _main_pair(analysis: Analysis) -> list[Draft]:
    """The two that the article is about; a union of states where its seat stands for it."""
    found: list[Draft] = []
    for state in analysis.pair:
        places = [d for m in analysis.mentions for d in m.drafts if d.kind == "Place" and d.stands_for == state.iri]
        unions = [u for d in places[:1] if (u := seat(analysis, d)) is not None]
        found.append(unions[0] if unions else state)
    return found


def inherit(event: Agreement, source: Agreement) -> None:
    """Give an instrument what the one that it goes on from says of parties, day and occasion."""
    event.follows = source
    if not event.drafts("party"):
        event.borrowed = True
        for fill in source.fills:
            if fill.slot == "party":
                event.add("party", fill.value, fill.start, fill.end, fill.basis)
    if event.when is None:
        event.when = source.when
    for link in source.links:
        if link not in event.links and event.when is source.when:
            event.links.append(link)


def add_parties(event: Agreement, scene: IndexedScene, item: Instrument) -> None:
    """Give an instrument the parties that its antecedent’s noun phrase names."""
    mentions = [item.pair] if item.pair else [m for p in item.phrases for m in p.mentions]
    for mention in mentions:
        for draft in mention.drafts:
            if draft.kind in {"Country", "Agency", "Organization"}:
                event.add("party", draft, *mention.core)
            elif draft.stands_for:
                event.add("party", scene.analysis.known(draft.stands_for), *mention.core)
