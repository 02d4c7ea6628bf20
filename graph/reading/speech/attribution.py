"""Says who states what: « X a annoncé que … », « …, a indiqué le ministère », « selon une source », « annoncée par le palais ».

Each cue has a scope, the words that it makes somebody's (the cue, source and content of Pareti 2016): what follows the
verb; where the verb closes its sentence, what stands before it; a whole quotation that it leads in or closes; the noun
phrase that « annoncé par » stands beside. A record takes the source in whose narrowest scope it stands, so that where
attributions nest it is whoever said it first. What is only mentioned as a circumstance (« conclus lors de la visite du
roi ») is taken for granted by the speaker and stays the article's own.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event, Scene
from dragoman.graph.reading.clauses.scenes import scene as scene_of
from dragoman.graph.reading.speech.according import according
from dragoman.graph.reading.speech.cited import Attribution, Heard, topic
from dragoman.graph.reading.speech.echoes import echoes
from dragoman.graph.reading.speech.quotations import quotations
from dragoman.graph.reading.speech.relays import relayed
from dragoman.graph.reading.speech.reporting import impersonal, reported, reports
from dragoman.graph.reading.speech.sources import named_from
from dragoman.graph.reading.speech.speakers import issued, spoke
from dragoman.graph.reading.speech.speech_words import SpeechWords
from dragoman.graph.reading.speech.utterances import utterances

_GRANTED = (
    "lors d",
    "occasion d",
    "au cours d",
    "pendant",
    "durant",
    "depuis",
    "apres",
    "avant",
    "suite a",
    "issue d",
    "marge d",
    "lendemain d",
    "veille d",
)
_DE = frozenset({"de", "du", "des", "d"})
_CHANGED = frozenset({"Postponed", "Cancelled"})
_NEAR, _GOVERNED = 4, 12


def attributions(analysis: Analysis, words: SpeechWords) -> list[Attribution]:
    """Return every attribution of the article in order; « la même source » takes the source before it."""
    found: list[Attribution] = []
    heard = Heard()
    quoted = quotations(analysis)
    before = (0, 0)
    for number, (first, last) in enumerate(analysis.sentences):
        scene = scene_of(analysis, first, last)
        heard.now, heard.topic = number, topic(analysis, *before)
        here = reported(scene, words, heard, quoted) + _documents(scene, words) + impersonal(scene, words, heard)
        here += according(scene, words, heard, here)
        here = relayed(scene, words, here)
        here += utterances(scene, heard, quoted, here) + echoes(scene, words, heard, before)
        here.sort(key=lambda a: (a.cue, a.start))
        found += here
        for source in [*issued(scene, words), *spoke(scene, words, heard), *(a.source for a in here)]:
            heard.note(source)
        before = (first, last)
    return found


def _documents(scene: Scene, words: SpeechWords) -> list[Attribution]:
    """« Un communiqué du ministère met fin aux conjectures : le roi effectuera … »: what stands after the colon is its."""
    analysis = scene.analysis
    colon = next((i for i in range(scene.first, scene.last) if analysis.doc[i].text == ":"), None)
    if colon is None or any(reports(scene, words, v) for v in scene.verbs if v.start < colon):
        return []
    for i in range(scene.first, min(colon, scene.first + 4)):
        if analysis.folds[i] in words.documents:
            source = named_from(scene, words, i)
            return [Attribution(source, colon, scene.last, (i, i + 1), False, scene.first)] if source else []
    return []


def attribute(events: list[Event], found: list[Attribution], analysis: Analysis) -> None:
    """Give each event the source in whose narrowest scope it stands, and what the source denies its certainty."""
    for event in events:
        if event.kind in {"Announcement", "Tenure"}:
            continue
        covering = [a for a in found if a.start <= event.start < a.end and not _is_cue(a, event)]
        covering = covering or _told_later(event, found, analysis)
        if not covering or _granted(analysis, event):
            continue
        nearest = min(covering, key=lambda a: (a.end - a.start, -a.cue[0]))
        if nearest.source not in event.stated_by:
            event.stated_by.append(nearest.source)
            event.cues.append((nearest.source, nearest.cue))
        if nearest.denied:
            event.certainty = "Denied"


def _told_later(event: Event, found: list[Attribution], analysis: Analysis) -> list[Attribution]:
    """Who says later what became of a happening, or what it was about.

    « Elle était attendue mercredi. Sa visite est remise, selon l’ambassade »; « L’entretien a porté sur la pêche, indique un communiqué ».
    """
    own = analysis.sentence_of(event.start)
    if event.status in _CHANGED and event.kind in {"Meeting", "Visit"}:
        later = [s for s in sorted(event.sentences) if s > own]
        return [a for s in later for a in found if (a.first, a.start) == (s[0], s[0]) and not a.denied][:1]
    if event.kind != "Meeting":
        return []
    topics = sorted({analysis.sentence_of(f.start) for f in event.fills if f.slot == "topic"} - {own})
    issued = [a for s in topics for a in found if a.first == s[0] and a.start <= s[0] and a.source.kind != "Person"]
    return issued[:1]


def _is_cue(attribution: Attribution, event: Event) -> bool:
    return attribution.cue[0] <= event.start and event.end <= attribution.cue[1]


def _granted(analysis: Analysis, event: Event) -> bool:
    """Whether the event is only the circumstance of another: « conclus lors de la visite du roi », « après la signature, lundi, d’un accord »."""
    first = analysis.sentence_of(event.start)[0]
    governed = bool(_DE & set(analysis.folds[max(first, event.start - 2) : event.start]))
    begin = max(first, event.start - (_GOVERNED if governed else _NEAR))
    lead = " ".join(w for w in analysis.folds[begin : event.start] if w).replace("d apres", "selon")
    return any(cue in f"{lead} " for cue in _GRANTED)
