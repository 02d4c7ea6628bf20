"""Takes the one name near a description of a company that nothing else explains for that company's.

« La part revient à Railval. Le constructeur français … », « Au siège de Ferrolys, le PDG du groupe … ».
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.people.name_runs import run_from

_PLACING = frozenset({"a", "en", "vers"})


def company_left(analysis: Analysis, start: int, end: int) -> Draft | None:
    """The only name before a description that nothing else explains, now a company's."""
    found: list[tuple[int, int]] = []
    i = start
    while i < end:
        after = run_from(analysis, i, analysis.sentence_of(i)[1])
        placed = i > start and analysis.folds[i - 1] in _PLACING and i - 1 == analysis.sentence_of(i)[0]
        if after > i and not placed and not any(t.ent_type_ == "PER" for t in analysis.doc[i:after]):
            found.append((i, after))
        i = max(i + 1, after)
    seats = [m for m in analysis.between(start, end) if m.kind == "Place" and analysis.folds[m.start] == "siege"]
    names = {analysis.text(*run) for run in found} | {analysis.text(_of(analysis, m), m.end) for m in seats} - {""}
    if len(names) != 1:
        return None
    draft = analysis.met("Company", names.pop())
    for run in found:
        analysis.add(Mention(*run, run, "Company", draft, draft.country, via="grammar"))
    return draft


def _of(analysis: Analysis, seat: Mention) -> int:
    """« siège de Ferrolys »: where the owner's name begins, or where the phrase ends if it has none."""
    return next((k for k in range(seat.start + 1, seat.end) if analysis.doc[k].text[:1].isupper()), seat.end)
