"""Says where a name begins and ends: capitalised words with the particles between them.

« Abdellatif Ben Rachid Al-Zayani », « Kim Min-seok », « Renske van Dijk », « J. D. Vance », « Kouadio N’Guessan », « Abdel Fattah
al-Sissi », « TRAORÉ Karamoko », « Felipe VI ». A title, a form of address, an adjective of nationality or what the lexicon knows
ends a name, a preposition with its article does too, save where the model's entities hold it inside one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.graph.reading.analysis import Analysis

_ARTICLES = frozenset({"le", "la", "l"})
_CLOSED = frozenset({"DET", "ADP", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "PUNCT"})
_HYPHENS = frozenset("-–‑")
_OPENING = frozenset({'"', "«", "“", "–", "—", ":", "(", "-", "•"})


def runs(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the names that no mention covers, in order."""
    return list(_runs(analysis))


def _runs(analysis: Analysis) -> Iterator[tuple[int, int]]:
    texts, folds, particles = analysis.texts, analysis.folds, analysis.terms.particles
    for first, last in analysis.sentences:
        if first in analysis.shouted:
            continue
        taken = first
        for i in range(first, last):
            if i < taken or not (texts[i][:1].isupper() or folds[i] in particles):
                continue  # nearly every word
            end = run_from(analysis, i, last)
            if end > i:
                yield i, end
                taken = end


def find_shouted(analysis: Analysis) -> None:
    """Note the sentences that are all in capitals, where capitals tell nothing of names."""
    for first, last in analysis.sentences:
        words = [text for text in analysis.texts[first:last] if len(text) > 3 and text.isalpha()]
        if len(words) > 3 and sum(w.isupper() for w in words) > 0.7 * len(words):
            analysis.shouted.add(first)


def run_from(analysis: Analysis, start: int, limit: int, *, named: bool = False) -> int:
    """Return the token after the name that begins at token `start`, or `start` where none does.

    Args:
        analysis: the article.
        start: the token.
        limit: where the sentence ends.
        named: whether a title or a form of address stands before, so that any capitalised word is a name.
    """
    if not named and not analysis.texts[start][:1].isupper() and analysis.folds[start] not in analysis.terms.particles:
        return start  # nearly every word
    if not _begins(analysis, start, limit, named) or analysis.sentence_of(start)[0] in analysis.shouted:
        return start
    i = start
    end = start
    while i < limit:
        following = _particles(analysis, i, limit) if i > start or not named else i
        if i == start and analysis.folds[i] in analysis.terms.particles and not analysis.doc[i].text[:1].isupper():
            following = _particles(analysis, i, limit)  # « al-Sissi » after a title
        if following >= limit or not _word(analysis, following):
            break
        i = end = _hyphenated(analysis, following, limit)
    return end


def run_ending(analysis: Analysis, end: int) -> int:
    """Return where the name that ends before token `end` begins, or `end`."""
    first = analysis.sentence_of(max(0, end - 1))[0]
    for start in range(max(first, end - 8), end):
        if run_from(analysis, start, end) == end:
            return start
    return end


def _begins(analysis: Analysis, i: int, limit: int, named: bool) -> bool:
    token = analysis.doc[i]
    terms = analysis.terms
    named = named or (i > 0 and analysis.folds[i - 1] in terms.address and analysis.folds[i] in terms.particles)
    if named and analysis.folds[i] in terms.particles and i + 1 < limit:
        return _word(analysis, _particles(analysis, i, limit)) if _particles(analysis, i, limit) < limit else False
    if not _word(analysis, i):
        return False
    if named:
        return True
    first = analysis.sentence_of(i)[0]
    opening = i == first or analysis.doc[i - 1].text in _OPENING
    if opening and (token.pos_ in _CLOSED or len(token.text) < 2 or token.text.endswith(("'", "’"))):
        return bool(token.ent_type_ == "PER" and i + 1 < limit and analysis.doc[i + 1].ent_type_ == "PER")
    if opening and token.pos_ != "PROPN" and not token.ent_type_:
        following = analysis.doc[i + 1] if i + 1 < limit else None
        return bool(following is not None and following.text[:1].isupper() and following.pos_ == "PROPN")
    return True


def _word(analysis: Analysis, i: int) -> bool:
    """Whether a token can be a word of a name."""
    text = analysis.texts[i]
    if not text[:1].isupper() or not text[:1].isalpha():
        return False
    if i in analysis.heads or analysis.at(i) is not None:
        return False
    folded = analysis.folds[i]
    if folded in analysis.words.months or folded in analysis.words.weekdays:
        return False
    terms = analysis.terms
    if (folded in terms.address or folded in terms.ranks) and not _name_too(analysis, i):
        return False
    return bool(folded)


def _name_too(analysis: Analysis, i: int) -> bool:
    """« Cheikh Anta Diop »: a form of address that is also a name, where capitalised and not alone before a name of one word."""
    return analysis.folds[i] in analysis.terms.address_or_name and (i == 0 or analysis.folds[i - 1] not in _ARTICLES)


def _particles(analysis: Analysis, i: int, limit: int) -> int:
    """Return the token after the particles that begin at token `i` (« van der », « al- », « de La »)."""
    terms = analysis.terms
    start = i
    while i < limit and i - start < 4:
        folded = analysis.folds[i]
        text = analysis.doc[i].text
        if text[:1].isupper():
            break
        weak = folded in terms.weak_particles and (
            analysis.doc[i].ent_type_ == "PER"
            or (start > 0 and _bound(analysis, i, limit))
            or (i + 1 < limit and analysis.folds[i + 1] in {"los", "las"})
        )
        if not weak and folded not in terms.particles and not (text in _HYPHENS and i > start):
            break
        i += 1
    return i


def _bound(analysis: Analysis, i: int, limit: int) -> bool:
    """« Renske de Vries », « Jean de La Tour »: a preposition inside a name whose last word the model takes for a name too."""
    before = analysis.doc[i - 1]
    if before.ent_type_ != "PER" or analysis.folds[i] not in {"de", "d", "la", "le", "du"}:
        return False
    following = i + 1
    while following < limit and analysis.folds[following] in {"la", "le", "las", "los"}:
        following += 1
    return (
        following < limit
        and analysis.doc[following].text[:1].isupper()
        and analysis.doc[following].pos_ == "PROPN"
        and analysis.doc[following].ent_type_ in {"", "PER"}
        and analysis.at(following) is None
        and analysis.folds[following] not in analysis.words.institutions
        and analysis.folds[following] not in analysis.terms.corporate
        and (following + 1 >= limit or not analysis.doc[following + 1].text[:1].isupper())
        and _closing(analysis, following + 1, limit)
    )


def _closing(analysis: Analysis, i: int, limit: int) -> bool:
    return i >= limit or analysis.doc[i].pos_ in {"PUNCT", "VERB", "AUX", "CCONJ", "ADP"}


def _hyphenated(analysis: Analysis, i: int, limit: int) -> int:
    """Return the token after the word at `i` with what hyphens, apostrophes and points join to it (« Min-seok », « J. D. »)."""
    i += 1
    while i < limit:
        text = analysis.doc[i].text
        glued = not analysis.doc[i - 1].whitespace_
        if (
            text in _HYPHENS
            and glued
            and not analysis.doc[i].whitespace_
            and i + 1 < limit
            and analysis.doc[i + 1].text[:1].isalnum()
            and i + 1 not in analysis.heads
        ):
            i += 2
        elif (text == "." and glued and len(analysis.folds[i - 1]) == 1) or _numbered(analysis, i):
            i += 1
        else:
            break
    return i


def _numbered(analysis: Analysis, i: int) -> bool:
    """« Россия 24 »: a number that the model takes for part of a name."""
    return analysis.doc[i].ent_type_ == "MISC" and bool(re.fullmatch(r"\d{1,4}", analysis.doc[i].text))
