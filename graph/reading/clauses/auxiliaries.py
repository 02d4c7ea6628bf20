"""Finds the participle or infinitive that an auxiliary belongs to where words stand between them.

« a pour sa part confié », « s’est, la veille, entretenu », « s’était de nouveau rendu », « est, quant à elle, différée ».
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis

PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "us", "ues", "i", "ie", "is", "ies")
"""Endings of the participles that the model is not needed to know."""

_FARTHEST = 9
_ASIDE = 14


def main_verb(analysis: Analysis, auxiliary: int, end: int, last: int, inside: set[int]) -> int | None:
    """« s’est, la veille, entretenu », « s’était de nouveau rendu »: the participle that the tree hangs an auxiliary on."""
    token = analysis.doc[auxiliary]
    if token.pos_ == "AUX" and (inserted := _inserted(analysis, end, last)) is not None:
        return inserted
    for size in (2, 3, 4):
        inserted = " ".join(analysis.folds[end : end + size]) in analysis.words.insertions
        if token.pos_ == "AUX" and inserted and end + size < last and _participle(analysis, end + size):
            return end + size
    head = token.head.i
    hung = token.dep_.startswith("aux") or token.dep_ == "cop"
    if token.pos_ == "AUX" and not hung and analysis.lemmas[auxiliary] == "etre":
        return _past_aside(analysis, end, last)
    if token.pos_ != "AUX" or not hung or not end <= head < min(last, end + _FARTHEST) or head in inside:
        return None
    if any(analysis.doc[i].pos_ in {"VERB", "AUX"} and i not in inside for i in range(end, head)):
        return None
    if analysis.texts[head].endswith("ant") and "en" in analysis.folds[end:head]:
        return None  # « C’est en recevant X »
    if "Fin" in analysis.doc[head].morph.get("VerbForm", []) and "," in analysis.texts[end:head]:
        return None  # « C’est un grand pas, se félicite X »
    return (
        head if analysis.doc[head].pos_ == "VERB" or _participle(analysis, head) else _past_aside(analysis, end, last)
    )


def _inserted(analysis: Analysis, end: int, last: int) -> int | None:
    """« s’est, la veille, entretenu »: the participle after what stands between commas."""
    if end >= last or analysis.doc[end].text != ",":
        return None
    closing = next((i for i in range(end + 1, min(last - 1, end + _ASIDE)) if analysis.doc[i].text == ","), None)
    return closing + 1 if closing is not None and _participle(analysis, closing + 1) else None


def _past_aside(analysis: Analysis, end: int, last: int) -> int | None:
    """« est, quant à elle, différée »: the participle after an aside without a noun."""
    for i in range(end, min(last, end + 6)):
        token = analysis.doc[i]
        if _participle(analysis, i):
            return i
        if token.pos_ not in {"ADV", "ADP", "PRON", "PUNCT", "CCONJ"}:
            return None
    return None


def _participle(analysis: Analysis, i: int) -> bool:
    token = analysis.doc[i]
    known = analysis.folds[i] in analysis.words.forms and token.text.endswith(PARTICIPLES)
    return known or "Part" in token.morph.get("VerbForm", [])
