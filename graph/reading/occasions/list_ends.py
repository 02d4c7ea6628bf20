"""Says where a list of topics ends: at a clause of its own, an adjunct, or a closing « , a précisé X »."""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene

_ENDS = frozenset(
    {
        "lors",
        "avant",
        "apres",
        "selon",
        "qui",
        "que",
        "qu",
        "dont",
        "ou",
        "tandis",
        "alors",
        "rapporte",
        "indique",
        "afin",
        "pour",
        "depuis",
        "notamment",
    }
)


def list_end(here: Scene, begin: int, *, commas: bool = True) -> int:
    """Where a list of topics ends: at a clause of its own, a date, an adjunct, or at a closing « , a précisé X »."""
    analysis = here.analysis
    doc, folds = analysis.doc, analysis.folds
    depth = 0
    for i in range(begin, here.last):
        text = doc[i].text
        depth += (text in "«“" and text != "") - (text in "»”" and text != "")
        if depth > 0:
            continue
        if text in {";", ".", "–", "—", "("} and i > begin:
            return i
        if (
            folds[i] in _ENDS
            and analysis.at(i) is None
            and not (folds[i] in {"que", "qu"} and folds[i - 1] in {"ainsi"})
        ):
            if folds[i] in {"afin", "pour"} and not (
                folds[i] == "pour" and (doc[i + 1].lower_ if i + 1 < len(doc) else "") in {"", "un", "une"}
            ):
                quoted = any(doc[k].text in "«“" for k in range(begin, i))
                if quoted:
                    continue
            return i - 1 if doc[i - 1].text == "," else i
        if commas and text == "," and i + 1 < here.last:
            verb = here.verb_at(i + 1)
            if verb is not None and not verb.infinitive and not verb.participle:
                return i
            if folds[i + 1] in {"en", "a", "au"} and folds[i + 2] in {
                "presence",
                "occasion",
                "issue",
                "terme",
                "cours",
                "marge",
                "vue",
            }:
                return i
        verb = here.verb_at(i)
        if verb is not None and verb.finite and i > begin:
            return i
        if (
            commas
            and folds[i] == "et"
            and i + 1 < here.last
            and (nxt := here.verb_at(i + 1)) is not None
            and nxt.finite
        ):
            return i
    return here.last
