"""Reads agreements: instruments that were concluded, between whom, about what, when, and during which visit.

For every sentence that names an instrument (`instruments`) the acts of its verbs and nouns are found (`acts`), asked
whether they were done (`fulfilment`), and made into one event for each instrument (`conclusions`): a batch (« onze
accords ») is one, and each instrument that is named by its own subject a further one. Instruments that go on from the ones
before them, in a list, after a gapped verb or as « le premier …, le deuxième … » (`continuations`), take what they do not say
themselves from those (`batches`).
"""

from __future__ import annotations

from dragoman.graph.reading.agreements.acts import Act, acts
from dragoman.graph.reading.agreements.agreement_words import agreement_words
from dragoman.graph.reading.agreements.batches import Agreement, Chronicle
from dragoman.graph.reading.agreements.conclusion_dates import heading
from dragoman.graph.reading.agreements.conclusions import Conclusions
from dragoman.graph.reading.agreements.continuations import gapped, sequel, standing, verbless
from dragoman.graph.reading.agreements.fulfilment import unreal
from dragoman.graph.reading.agreements.indexed_scenes import Index, IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.agreements.instruments import instruments
from dragoman.graph.reading.agreements.links import linked, pronoun
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.frames import Frame, frames

_SHORT = 8
"""Tokens up to which a sentence may be a mere date that heads the ones after it."""


def read_agreements(analysis: Analysis, index: Index, events: list[Event], language: str = "fr") -> list[Event]:
    """Return the agreements that the article says were concluded, in the order of its text."""
    known = agreement_words(language)
    wanted = known.nouns | known.weak | frozenset(known.compounds.by_first) | known.written
    declared = [f for f in frames(language) if f.record == "Agreement"]
    chronicle = Chronicle(analysis, events, index.all_dates)
    for number, (first, last) in enumerate(analysis.sentences):
        chronicle.enter(number, None)
        named = any(analysis.folds[i] in wanted for i in range(first, last)) or _opens_list(analysis, first, last)
        if not named and not chronicle.spoken() and last - first > _SHORT:
            continue
        scene = IndexedScene(analysis, first, last, index)
        chronicle.enter(number, heading(scene))
        if named or chronicle.spoken():
            _read(scene, declared, chronicle)
    return list(chronicle.finished())


def _read(scene: IndexedScene, declared: list[Frame], chronicle: Chronicle) -> None:
    """Read one sentence: its acts first, then what goes on from them without an act of its own."""
    made = Conclusions(scene, chronicle, instruments(scene, pronouns=True))
    found = acts(scene, declared)
    for act in found:
        if not act.frame.continues:
            _act(made, act)
    gapped(made)
    for act in found:
        if act.frame.continues:
            sequel(made, act)
    verbless(made)
    standing(made)
    chronicle.see(made.found)


def _act(made: Conclusions, act: Act) -> None:
    """Make an event of each instrument that an act is about; remember it if a list follows the sentence."""
    scene = made.scene
    items = linked(scene, act, made.found)
    whole = Instrument(act.start, act.start, act.end, "")
    if not items and (made.chronicle.spoken() or any(x.end <= act.start for x in made.found)):
        items = pronoun(scene, act)
    if "topic" in act.frame.needs:
        items = [whole]
    first: Agreement | None = None
    if len(items) > 1 and any(i.plural for i in items) and all(i.bare and not i.taken_up for i in items):
        items = items[:1]  # « onze conventions, trois mémorandums et une déclaration » are one batch
    for item in items:
        if item.taken_up and not item.alike and first is None and made.chronicle.recent() is None:
            continue
        event = made.conclude(act, item, first)
        first = first or event
    if not _opens_list(scene.analysis, scene.first, scene.last):
        return
    if first is None and not items and not unreal(scene, act, whole, None):
        whole.plural = True
        first = made.event(act, whole)
    if first is not None:
        made.chronicle.open(first)


def _opens_list(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a sentence ends in a colon, so that the next ones are its items."""
    while last - 1 > first and analysis.doc[last - 1].is_space:
        last -= 1
    return analysis.doc[last - 1].text == ":"
