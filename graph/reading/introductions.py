"""Reads names that a common noun introduces: « la chaîne de télévision russe, Россия 24 », « le constructeur BYD »."""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.institutions import acronym
from dragoman.graph.reading.names import runs


def component(analysis: Analysis) -> None:
    """« la chaîne de télévision russe, Россия 24 », « le constructeur BYD », « l’agence Anadolu »: a name after its kind."""
    taken = runs(analysis)
    for start, end in taken:
        if end - start == 1 and analysis.doc[start].text in {"L", "La", "Le"}:
            continue
        head = _kind_before(analysis, start)
        if head is None or analysis.at(start) is not None:
            continue
        kind = "Outlet" if analysis.folds[head] in analysis.words.outlets else "Company"
        while end < len(analysis.doc) and analysis.doc[end].text.isdigit() and analysis.at(end) is None:
            end += 1
        country = next((m.country for m in analysis.mentions if head < m.start < start and m.kind == "Adjective"), None)
        draft = analysis.met(kind, analysis.text(start, end), country)
        draft.country = draft.country or country
        found = acronym(analysis, end)
        outer = end
        if found:
            outer, short = found
            draft.names.append(short)
            analysis.acronyms[fold(short)] = draft
        analysis.mentions.append(Mention(start, outer, (start, end), kind, draft, draft.country, via="grammar"))
        analysis.sort()


def _kind_before(analysis: Analysis, start: int) -> int | None:
    """Return the head noun (« chaîne », « société ») that introduces the name at `start`, a few modifiers away."""
    for i in range(start - 1, max(-1, start - 7), -1):
        word = analysis.folds[i]
        if word in analysis.words.outlets or word in analysis.words.companies:
            return i
        adjective = analysis.at(i) is not None and analysis.at(i).kind == "Adjective"  # type: ignore[union-attr]
        modifier = (
            adjective
            or analysis.doc[i].pos_ == "ADJ"
            or word in {"de", "d", "television", "information", "presse", "public", "publique", "radio"}
        )
        if not modifier and not (analysis.doc[i].text in {",", "«", "‘"} and i == start - 1):
            return None
    return None
