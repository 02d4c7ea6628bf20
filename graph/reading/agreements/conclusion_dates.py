"""Says when an instrument was concluded, and during which visit or meeting.

The day is that of the verb’s own clause; where none is told there, that of the visit or meeting « lors de » which it was
signed, else of the batch that it belongs to, of the date that heads the paragraph (« 7 septembre 2006. »), or of the scene
that the article is telling. Only « lors de », « à l’occasion de », « au cours de », « pendant » make it concluded during.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.agreements.acts import Act
from dragoman.graph.reading.agreements.agreement_words import CONTRACTED
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.days import When

_DEMONSTRATIVES = frozenset(
    {"ce", "cet", "cette", "ces", "leur", "leurs", "son", "sa", "ses", "l", "la", "le", "du", "des"}
)


@dataclass(frozen=True, eq=False)
class Occasion:
    """The event in whose course, or after which, an instrument was concluded."""

    event: Event
    during: bool

    @property
    def when(self) -> When | None:
        """The event’s date, save the days of a stay: on which of them something was signed, they do not tell."""
        when = self.event.when
        days = when is not None and (when.until is not None or len(when.value or "") == len("2016-03-16"))
        return None if self.event.kind == "Visit" and days else when


def own_date(
    scene: IndexedScene, act: Act, item: Instrument, begin: int, end: int, governor: Verb | None
) -> When | None:
    """Return the date of the act’s own clause, between the tokens `begin` and `end`; `governor` governs a noun."""
    own = {act.verb, governor}
    inside = [w for w in scene.dates(begin, end) if not _validity(scene, w) and w is not item.year]
    after = [w for w in inside if w.start >= act.end and not _parted(scene, own, act.end, w.start)]
    if after:
        return after[0]
    before = [
        w
        for w in inside
        if w.end <= act.start and not _parted(scene, own, w.end, act.start) and not _owned(scene, w, begin, own)
    ]
    return before[-1] if before else None


def _validity(scene: IndexedScene, when: When) -> bool:
    """« jusqu’au 31 décembre », « pour 2022-2024 », « à compter du »: how long it holds, not when it was signed."""
    folds = scene.analysis.folds
    lead = [CONTRACTED.get(w, w) for w in folds[max(scene.first, when.start - 2) : when.start + 1] if w]
    return bool(set(lead[-3:]) & scene.known.validity)


def _parted(scene: IndexedScene, own: set[Verb | None], start: int, end: int) -> bool:
    """Whether another verb parts the date from the act."""
    return any(v not in own and start <= v.start and v.end <= end for v in scene.verbs)


def _owned(scene: IndexedScene, when: When, begin: int, own: set[Verb | None]) -> bool:
    """« Arrivé mardi, X a signé »: the date of another verb before it in the same stretch between commas."""
    for i in range(when.start - 1, begin - 1, -1):
        if scene.analysis.doc[i].text in {",", ";", ":", "–"}:
            return False
        verb = scene.verb_at(i)
        if verb is not None:
            return verb not in own
        if scene.analysis.folds[i] in scene.known.occasions:
            return False
    return False


def occasion(scene: IndexedScene, begin: int, end: int, events: list[Event]) -> Occasion | None:
    """Return the visit or meeting that « lors de … » names in the clause, or takes up: « à cette occasion »."""
    folds, known = scene.analysis.folds, scene.known
    for i in range(begin, end):
        if not folds[i]:
            continue
        during, after = known.during.at(folds, i), known.after.at(folds, i)
        size = max(during, after)
        if not size and folds[i : i + 2] in (["cette", "occasion"], ["meme", "occasion"]):
            during, size = 1, 0
        if not size and not during:
            continue
        named = _named(scene, i + size, events)
        if named is not None:
            return Occasion(named, during > 0 and during >= after)
        taken = _taken_up(scene, i + size, events)
        if taken is not None:
            return Occasion(taken, during > 0 and during >= after)
    opening = _opening(scene, begin, events)
    return Occasion(opening, True) if opening is not None else None


def _named(scene: IndexedScene, i: int, events: list[Event]) -> Event | None:
    """The visit or meeting whose noun stands right after the preposition."""
    return next(
        (
            e
            for e in events
            if e.kind in {"Visit", "Meeting"}
            and i <= e.start <= i + 4
            and e.start < scene.last
            and e.status != "Cancelled"
        ),
        None,
    )


def _taken_up(scene: IndexedScene, i: int, events: list[Event]) -> Event | None:
    """« à cette occasion », « lors de ce déplacement », « au cours de sa visite »: the last visit (or meeting) told before."""
    folds = scene.analysis.folds
    words = [w for w in folds[i : i + 4] if w]
    if not words or words[0] not in _DEMONSTRATIVES | {"occasion"}:
        return None
    noun = next((w for w in words[:3] if w in scene.known.occasions), None)
    if noun is None:
        return None
    visit = noun in {"occasion", "visite", "deplacement", "sejour", "voyage", "tournee"}
    kinds = ("Visit",) if visit else ("Meeting",)
    held = [e for e in events if e.kind in kinds and e.start < i and e.status in {None, "Held"}]
    if noun == "occasion" and not held:
        held = [e for e in events if e.kind == "Meeting" and e.start < i and e.status in {None, "Held"}]
    return held[-1] if held else None


def _opening(scene: IndexedScene, begin: int, events: list[Event]) -> Event | None:
    """« En déplacement à Rabat en octobre, M. Medvedev avait vu … conclure »: the visit that opens the sentence."""
    folds = scene.analysis.folds
    if begin > scene.first or folds[scene.first : scene.first + 1] != ["en"]:
        return None
    return next((e for e in events if e.kind == "Visit" and scene.first < e.start <= scene.first + 2), None)


def heading(scene: IndexedScene) -> When | None:
    """« 7 septembre 2006. »: a sentence that is nothing but a date, under which the next ones stand."""
    found = scene.dates(scene.first, scene.last)
    if len(found) != 1:
        return None
    rest = [
        i for i in range(scene.first, scene.last) if scene.analysis.folds[i] and not found[0].start <= i < found[0].end
    ]
    return found[0] if not rest else None
