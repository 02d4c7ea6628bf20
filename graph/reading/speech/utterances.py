"""Says whose a quotation is that no verb of speech stands beside: « X est formel : « … » », « X se veut clair. « … » »."""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.speech.cited import Attribution, Heard, topic

_MARKS = '«“"'


def utterances(scene: Scene, heard: Heard, quoted: list[tuple[int, int]], here: list[Attribution]) -> list[Attribution]:
    """Return the quotations of a sentence that nobody is cited for yet, with who speaks them."""
    analysis, found = scene.analysis, []
    for begin, end in quoted:
        if not scene.first <= begin < scene.last:
            continue
        if any(a.start <= begin + 1 < a.end or begin <= a.cue[0] < end for a in here):
            continue
        before = [i for i in range(scene.first, begin) if not analysis.doc[i].is_space]
        if before and analysis.doc[before[-1]].text == ":":
            source, cue = topic(analysis, scene.first, begin), before[-1]
        elif not before and end >= scene.last - 2:
            source, cue = heard.lately(1), begin
        else:
            continue
        if source is not None:
            found.append(Attribution(source, begin, end, (cue, cue + 1), False, scene.first))
    return found
