"""Reads instruments that go on from those told before them without an act of their own.

A gapped verb (« A a signé un accord sur X ; B, un accord sur Y »), a pronoun (« le premier porte sur la pêche »), a list after
a colon, one instrument to a line, a sentence without a verb after a batch; and treaties that their names’ year says to stand
(« le traité d’amitié de 2003 »).
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.acts import Act, finite, relative
from dragoman.graph.reading.agreements.batches import Agreement, inherit
from dragoman.graph.reading.agreements.conclusions import Conclusions
from dragoman.graph.reading.agreements.fulfilment import unreal
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.links import linked, listed
from dragoman.graph.reading.agreements.matters import matters, rest
from dragoman.graph.reading.agreements.parties import sides

_FAR = 4
"""Tokens within which an instrument after a verb is its complement."""


def gapped(made: Conclusions) -> None:
    """« A a signé un accord sur X ; B, un accord sur Y »: the verb of the stretch before."""
    scene = made.scene
    parted = ";" in scene.texts(scene.first, scene.last)
    for item in made.found:
        if id(item) in made.done or item.barred or (item.definite and not item.taken_up):
            continue
        lead = next((p for p in scene.phrases if p.role == "" and 0 <= item.start - p.end <= 1), None)
        if not parted and not item.taken_up and lead is None:
            continue
        start, stop = _stretch(made, item)
        if any(start <= v.start < stop and finite(v) and not relative(scene, v) for v in scene.verbs):
            continue
        before = [e for e in made.done.values() if e.start < item.start]
        if before and (item.topics or item.phrases):
            if lead is not None and not item.phrases:
                item.phrases.append(lead)  # « le Népal et le Qatar un mémorandum »
            _follow(made, item, before[-1])


def _stretch(made: Conclusions, item: Instrument) -> tuple[int, int]:
    """The words between semicolons that hold an instrument."""
    scene = made.scene
    marks = [i for i in range(scene.first, scene.last) if scene.analysis.doc[i].text == ";"]
    start = max([m + 1 for m in marks if m < item.start], default=item.start)
    return start, min([m for m in marks if m >= item.end], default=scene.last)


def _follow(made: Conclusions, item: Instrument, source: Agreement) -> Agreement:
    """Make the event of an instrument that takes act, day and parties from another."""
    scene = made.scene
    event = made.blank(source.frame, item, source.status or "Signed")
    event.certainty, event.earlier = source.certainty, source.earlier
    made.fill(event, item.topics or rest(scene, item), sides(scene, None, item, scene.first, scene.last).parties)
    inherit(event, source)
    return made.add(item, event)


def sequel(made: Conclusions, act: Act) -> None:
    """« Le premier porte sur la pêche », « Ces accords couvrent … », « Parmi eux figure … »."""
    scene, source = made.scene, made.chronicle.shared()
    if source is None or act.verb is None or unreal(scene, act, Instrument(act.start, act.start, act.end, ""), None):
        return
    items = linked(scene, act, made.found)
    for item in items:
        told = made.done.get(id(item))
        again = "topic" in act.frame.needs and item.plural and item is items[-1]
        if item.barred or (told is not None and not again):
            continue
        if "topic" not in act.frame.needs:
            if not (item.definite and item.bare):
                _follow(made, item, source)
            continue
        if any(scene.analysis.folds[i] in scene.known.signing for i in range(act.end, min(scene.last, act.end + 3))):
            continue  # « portent la signature de »
        if act.verb.lemma == "etre" and item.topics and not item.definite and not item.taken_up:
            continue  # « un accord sur les myrtilles est encore à l’examen »
        named = _complement(made, act, item)
        for other in named:
            _follow(made, other, source)
        found = [] if named else item.topics or matters(scene, act, item, made.bounds(act)[1], direct=True)
        if found and told is not None:
            made.fill(told, found, ())
        elif found and item.definite and not item.taken_up:
            _tell_more(made, item, found)
        elif found:
            item.topics = found
            _follow(made, item, source)


def _complement(made: Conclusions, act: Act, item: Instrument) -> list[Instrument]:
    """« Les documents concernent trois mémorandums sur … », « Le second est un mémorandum »: the instruments after the verb."""
    after = [
        x
        for x in made.found
        if x is not item and act.end <= x.start and not x.definite and not x.barred and id(x) not in made.done
    ]
    if (
        not after
        or after[0].start - act.end > _FAR
        or any(made.scene.analysis.doc[i].text in {",", ";"} for i in range(act.end, after[0].start))
    ):
        return []
    return [x for x in listed(made.scene, act, after[0], made.found) if id(x) not in made.done and x.topics]


def _tell_more(made: Conclusions, item: Instrument, found: list[tuple[int, int, str]]) -> None:
    """« Ces accords portent sur la santé et l’eau »: the topics of those told before, if none were told."""
    known = made.chronicle.antecedent(item)
    if known is not None and (not known.drafts("topic") or item.plural):
        made.fill(known, found, ())
        known.sentences.add((made.scene.first, made.scene.last))


def verbless(made: Conclusions) -> None:
    """An item of a list (« – un accord de pêche ; »), or a sentence without a verb after a batch."""
    scene = made.scene
    if made.done or any(finite(v) and not relative(scene, v) for v in scene.verbs):
        return
    opener = made.chronicle.listed()
    source = opener or made.chronicle.shared()
    if source is None:
        return
    for item in made.found:
        free = item.preposition in {"", "outre", "parmi"} and not item.definite and bool(item.topics)
        if not item.barred and (opener is not None or free):
            _follow(made, item, source)


def standing(made: Conclusions) -> None:
    """« le traité d’amitié de 2003 »: a year in its name says that an instrument was concluded then."""
    scene = made.scene
    for item in made.found:
        if (
            id(item) in made.done
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
        event = made.blank("standing", item, "Signed")
        event.when, event.earlier = item.year, True
        made.fill(event, item.topics, between.parties)
        made.add(item, event)
