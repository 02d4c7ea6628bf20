"""Says how sure an event is where the words beside it hedge: « une éventuelle visite », « des rumeurs d’une rencontre »."""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Event
from dragoman.graph.reading.speech.speech_words import SpeechWords

_BEFORE, _AFTER = 4, 2


def hedge(events: list[Event], analysis: Analysis, words: SpeechWords) -> None:
    """Make every asserted event conditional that a hedge stands beside."""
    for event in events:
        first, last = analysis.sentence_of(event.start)
        near = analysis.folds[max(first, event.start - _BEFORE) : min(last, event.end + _AFTER)]
        if event.certainty == "Asserted" and words.hedges & set(near):
            event.certainty = "Conditional"
