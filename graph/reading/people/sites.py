"""Finds the person named at a spot of the text: a mention already there, or a run of capitals that the spot shows to be one."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.people.forms_of_address import before
from dragoman.graph.reading.people.name_runs import run_ending, run_from
from dragoman.graph.reading.people.people import add_person, find_person

_ARTICLES = frozenset({"le", "la", "l"})
_LONGEST = 8
_NAMING = frozenset({"PROPN", "NOUN", "X", "ADJ", "VERB"})


@dataclass(frozen=True)
class Site:
    """Where somebody is named: the tokens of the name, and the mention that is there already."""

    start: int
    end: int
    mention: Mention | None = None

    def person(self, analysis: Analysis) -> Mention:
        """Return the person's mention, made where there was none."""
        return self.mention or add_person(analysis, self.start, self.end, "title")


def site_from(analysis: Analysis, i: int, limit: int, *, direct: bool) -> Site | None:
    """Return who is named from token `i` on, forms of address skipped (« le général de division X »), or None.

    Args:
        analysis: the article.
        i: the token.
        limit: where the sentence ends.
        direct: whether a title stands right before, so that one capitalised word is a name.
    """
    ranked = False
    if direct and i + 3 < limit and analysis.doc[i].text == "(" and analysis.doc[i + 2].text == ")":
        i += 3  # « le président (Ibrahim) Traoré »
    i = _past_nationality(analysis, i, limit)
    for k in range(i, min(limit, i + _LONGEST)):
        mention = analysis.at(k)
        if mention and mention.kind == "Person":
            return Site(*mention.core, mention) if _leads(analysis, mention, i, k) else None
        if mention:
            end = _over_a_place(analysis, mention, limit)
            return Site(k, end) if k == i and end > k else None
        opened = before(analysis, k) if k > i else i
        led = opened <= i or (opened == i + 1 and analysis.folds[i] in _ARTICLES)
        end = run_from(analysis, k, limit, named=direct or k > i) if led else k
        if end > k and _name(analysis, k, end, direct=direct or k > i):
            return Site(k, end)
        if analysis.doc[k].text == "," and ranked:
            k += 1  # « le général d’armée, X »
            site = site_from(analysis, k, limit, direct=False) if k < limit else None
            return site if site and (site.mention is None or site.mention.start == k) else None
        if not _addressing(analysis, k):
            return None
        ranked = ranked or analysis.folds[k] in analysis.terms.ranks
    return None


def _past_nationality(analysis: Analysis, i: int, limit: int) -> int:
    """« le directeur de l’OMC, l’Ougandais X »: return the token after a nationality used as a noun."""
    if i + 2 >= limit or analysis.folds[i] not in _ARTICLES or not analysis.doc[i + 1].text[:1].isupper():
        return i
    mention = analysis.at(i + 1)
    return mention.end if mention and mention.kind == "Adjective" else i


def _leads(analysis: Analysis, mention: Mention, i: int, k: int) -> bool:
    """Whether a person's mention at token `k` begins at token `i`, forms of address and what was joined to it before aside."""
    if mention.start < i:
        between = [t.text for t in analysis.doc[i : mention.core[0]]]
        return k == i and mention.core[0] >= i and "," not in between
    return mention.start == i or (mention.start == i + 1 and analysis.folds[i] in _ARTICLES)


def _over_a_place(analysis: Analysis, mention: Mention, limit: int) -> int:
    """« le ministre, Milan Dvorak, »: return the token after a name that begins with a town's, or where the town's begins."""
    i = mention.end
    if mention.kind not in {"Country", "Place"} or i - mention.start > 1 or i >= limit or i in analysis.heads:
        return mention.start
    end = run_from(analysis, i, limit, named=True)
    if end == i or any(analysis.folds[k] in analysis.terms.corporate for k in range(i, end)):
        return mention.start
    analysis.drop(mention)
    return end


def site_until(analysis: Analysis, end: int) -> Site | None:
    """Return who is named right before token `end`, a bracket after the name skipped (« X (PLR), ministre … »), or None."""
    i = end
    if i > 0 and analysis.doc[i - 1].text == ")":
        j = i - 2
        while j > max(0, i - 8) and analysis.doc[j].text != "(":
            j -= 1
        if analysis.doc[j].text == "(":
            i = j
    mention = analysis.at(i - 1) if i > 0 else None
    if mention:
        return Site(*mention.core, mention) if mention.kind == "Person" and mention.end in {i, end} else None
    start = run_ending(analysis, i)
    if start < i:
        start = _behind_a_place(analysis, start)
    return Site(start, i) if start < i and _name(analysis, start, i, direct=False) else None


def _behind_a_place(analysis: Analysis, start: int) -> int:
    """« Israël Cohen, ministre … »: return where a name begins whose first word is a state's or a town's."""
    mention = analysis.at(start - 1) if start > 0 else None
    if mention is None or mention.kind not in {"Country", "Place"} or mention.end - mention.start > 1:
        return start
    if mention.start > 0 and analysis.folds[mention.start - 1] in {"en", "a", "au", "aux", "du", "vers", "dans"}:
        return start
    analysis.drop(mention)
    return mention.start


def _addressing(analysis: Analysis, i: int) -> bool:
    """Whether a token may be part of a form of address or a rank."""
    folded = analysis.folds[i]
    if not folded:
        return analysis.doc[i].text in {".", "-", "’", "'"}
    return folded in _ARTICLES | {"de", "d"} or any(
        folded in phrase.split() or folded == phrase for phrase in analysis.terms.address | analysis.terms.ranks
    )


def _name(analysis: Analysis, start: int, end: int, *, direct: bool) -> bool:
    """Whether a run of capitals at this spot is somebody's name and no company's."""
    words = analysis.doc[start:end]
    if any(analysis.folds[i] in analysis.terms.corporate for i in range(start, end)):
        return all(t.ent_type_ == "PER" for t in words) and direct
    if end - start > 1:
        return direct or not all(t.ent_type_ == "ORG" and t.text.isupper() for t in words)
    if direct:
        letters = words[0].text
        return words[0].pos_ in _NAMING and len(letters) > 1 and not (letters.isupper() and len(letters) < 6)
    return words[0].ent_type_ == "PER" or find_person(analysis, analysis.text(start, end), start) is not None
