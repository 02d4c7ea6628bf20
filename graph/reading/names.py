"""Finds names that the lexicon does not have: people first, then institutions, outlets and companies, then places.

A name is a run of capitalised words with the particles between them (« Abdellatif Ben Rachid Al-Zayani »). What it names
is told by what stands before it (« M. », « l’agence », « le groupe », « à »), by the office beside it (`titles`), by a
fuller name earlier in the article (« M. Zernine » is « Edouard Zernine »), and only then by the model's entities.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention

_LINKS = frozenset({"el", "al", "ben", "bin", "ibn", "ould", "von", "van", "da", "di", "abd"})
_SAME_FIRST_NAME = 0.7
_CLOSED = frozenset({"DET", "ADP", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "PUNCT"})


def runs(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the runs of capitalised tokens that no mention covers, in order."""
    covered = {i for m in analysis.mentions for i in range(m.start, m.end)}
    found = []
    for first, last in analysis.sentences:
        i = first
        while i < last:
            if i in covered or not _capital(analysis, i, first):
                i += 1
                continue
            end = i + 1
            while end < last and end not in covered:
                if _inner(analysis, end):
                    end += 1
                elif (
                    analysis.doc[end].text in "-–"
                    and end + 1 < last
                    and _joined(analysis, end)
                    and analysis.doc[end + 1].text[:1].isalnum()
                ) or (analysis.folds[end] in _LINKS and end + 1 < last and _inner(analysis, end + 1)):
                    end += 2
                else:
                    break
            found.append((i, end))
            i = end
    return found


def _joined(analysis: Analysis, hyphen: int) -> bool:
    before, after = analysis.doc[hyphen - 1], analysis.doc[hyphen]
    return not before.whitespace_ and not after.whitespace_


def _inner(analysis: Analysis, i: int) -> bool:
    text = analysis.doc[i].text
    return text[:1].isupper() or bool(
        re.fullmatch(r"\d{1,4}", text)
        and analysis.doc[i - 1].text[:1].isupper()
        and analysis.doc[i].ent_type_ == "MISC"
    )


def _capital(analysis: Analysis, i: int, first: int) -> bool:
    token = analysis.doc[i]
    if not token.text[:1].isupper():
        return False
    if analysis.folds[i] in analysis.words.honorifics:
        return False
    opening = i == first or analysis.doc[i - 1].text in '«“"–—:('
    if opening and (token.pos_ in _CLOSED or len(token.text) < 2 or token.text.endswith(("'", "’"))):
        return False
    if opening and token.pos_ != "PROPN" and not token.ent_type_:
        following = analysis.doc[i + 1] if i + 1 < len(analysis.doc) else None
        return bool(following is not None and following.text[:1].isupper() and following.pos_ == "PROPN")
    return True


def honorific(analysis: Analysis, start: int) -> int:
    """Return where the form of address before token `start` begins, or `start` where there is none."""
    begin = start
    while begin > 0:
        one = analysis.folds[begin - 1]
        two = f"{analysis.folds[begin - 2]} {one}" if begin > 1 else ""
        if two and two in analysis.words.honorifics:
            begin -= 2
        elif one in analysis.words.honorifics and analysis.doc[begin - 1].text[:1].isupper():
            begin -= 1
        elif (
            analysis.doc[begin - 1].text == "." and begin > 1 and analysis.folds[begin - 2] in analysis.words.honorifics
        ):
            begin -= 2
        else:
            break
    return begin


def surname(name: str) -> str:
    """Return the folded last word of a name, particles kept before it.

    >>> surname("Saâd Eddine El Othmani"), surname("Victor Evtuhov")
    ('el othmani', 'evtuhov')
    """
    parts = fold(name).split()
    cut = len(parts) - 1
    while cut > 0 and parts[cut - 1] in _LINKS:
        cut -= 1
    return " ".join(parts[cut:])


def alike(one: str, other: str) -> bool:
    """Whether two folded names are spellings of one (« patrouchev », « patrushev »).

    >>> alike("patrouchev", "patrushev"), alike("zernine", "kobiakov")
    (True, False)
    """
    if one == other:
        return True
    return min(len(one), len(other)) >= 5 and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= 0.82


def find_person(analysis: Analysis, name: str) -> Draft | None:
    """Return the person of this article that `name` stands for: the same name, its end, or another spelling of it.

    A bare surname that two people bear stands for the one named last; two full names are one person only where first
    names do not differ (Dmitri is not Nikolaï).
    """
    folded = fold(name)
    parts = folded.split()
    people = [m.draft for m in analysis.mentions if m.kind == "Person" and m.draft]
    for draft in reversed(people):
        for known in draft.names:
            other = fold(known)
            if other == folded:
                return draft
            if len(parts) < len(other.split()) and other.endswith(" " + folded):
                return draft
            if len(parts) == 1 and alike(parts[0], other.split()[-1]):
                return draft
            if len(parts) > 1 and len(other.split()) > 1 and alike(surname(name), surname(known)):
                first = other.split()[0]
                near = parts[0][0] == first[0] and SequenceMatcher(None, parts[0], first).ratio() > _SAME_FIRST_NAME
                if near or alike(parts[0], first):
                    return draft
    return None


def add_person(analysis: Analysis, start: int, end: int, via: str) -> Mention:
    """Add a mention of a person, making or finding the entity, and return it."""
    name = analysis.text(start, end)
    draft = find_person(analysis, name)
    if draft is None:
        draft = analysis.met("Person", name)
    if name not in draft.names:
        draft.names.append(name)
    outer = honorific(analysis, start)
    mention = Mention(outer, end, (start, end), "Person", draft, draft.country, via=via)
    feminine = {"mme", "mmes", "mlle", "madame", "mesdames"}
    if outer < start:
        mention.feminine = analysis.folds[outer] in feminine
    analysis.mentions.append(mention)
    return mention


def component(analysis: Analysis) -> None:
    """Add what the lexicon's names leave: longer forms of known people first, then honorifics, then the model's people."""
    for start, end in runs(analysis):
        words = end - start
        ents = [analysis.doc[i].ent_type_ for i in range(start, end)]
        addressed = honorific(analysis, start) < start
        if addressed or (ents.count("PER") * 2 >= words and (words > 1 or _called_before(analysis, start, end))):
            if words == 1 and not addressed and not _called_before(analysis, start, end):
                continue
            add_person(analysis, start, end, "honorific" if addressed else "model")
    for mention in analysis.mentions:
        if mention.kind == "Person" and mention.via == "lexicon":
            mention.start = honorific(analysis, mention.start)
    analysis.sort()
    _surnames(analysis)


def _called_before(analysis: Analysis, start: int, end: int) -> bool:
    return find_person(analysis, analysis.text(start, end)) is not None


def _surnames(analysis: Analysis) -> None:
    """« Hammouchi » alone, once « Abdellatif Hammouchi » was named anywhere in the article."""
    surnames = {
        surname(n)
        for m in analysis.mentions
        if m.kind == "Person" and m.draft
        for n in m.draft.names
        if len(n.split()) > 1
    }
    for start, end in runs(analysis):
        if fold(analysis.text(start, end)) in surnames:
            add_person(analysis, start, end, "surname")
    analysis.sort()
