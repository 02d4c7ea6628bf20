"""Reads lists of topics.

« la situation sécuritaire en Afrique du Nord et au Moyen-Orient » is two; « la paix et la stabilité en Méditerranée » is
one, as « la promotion et la protection des investissements »; « dans les domaines de la santé, de l’eau et du tourisme » is
three. What only leads to a subject is no part of it: « la coopération en matière de défense » is about « défense ».
"""

from __future__ import annotations

import itertools

from dragoman.graph.reading.agreements.agreement_words import agreement_words
from dragoman.graph.reading.analysis import Analysis

_DE = frozenset({"de", "du", "des", "d"})
_AT = frozenset({"a", "au", "aux", "en", "dans"})
_LEADS = frozenset({"sur", "en", "dans", "a", "au", "aux", "pour", "contre"})
_DEVERBAL = (
    "ion",
    "ions",
    "ment",
    "ments",
    "age",
    "ages",
    "ance",
    "ence",
    "ie",
    "te",
    "ise",
    "ges",
    "ge",
    "ure",
    "tien",
)


def topics(analysis: Analysis, i: int, limit: int) -> list[tuple[int, int, str]]:
    """Return the topics listed between two tokens as (start, end, words).

    A quoted topic that states an aim (« … afin de lutter contre le terrorisme ») is named by its aim.
    """
    found: list[tuple[int, int, str]] = []
    if i >= limit:
        return found
    for start, end in _items(analysis, i, limit):
        whole, (start, end) = start, trim(analysis, start, end)
        if end <= start:
            continue
        led = set(analysis.folds[whole:start]) & agreement_words(analysis.language).cues
        if led and any(analysis.folds[k] == "et" or analysis.doc[k].text == "," for k in range(start, end)):
            found += topics(
                analysis, start, end
            )  # « la coopération dans les domaines de l’industrie et de la défense »
            continue
        aim = next(
            (k for k in range(start, end - 2) if analysis.folds[k] == "afin" and analysis.folds[k + 1] in {"de", "d"}),
            None,
        )
        if aim is not None:
            start = aim + 2
        shared = _shared_head(analysis, start, end)
        if shared:
            found += shared
        else:
            found.append((start, end, analysis.text(start, end)))
    return found


def trim(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """Return the bounds without articles, prepositions and whatever only leads to the subject."""
    while True:
        before = start
        start, end = _bare(analysis, start, end)
        start = _past_relation(analysis, start, end)
        if start == before:
            return start, end


def _bare(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    doc, folds, known = analysis.doc, analysis.folds, agreement_words(analysis.language)
    leads = known.articles | known.between | _DE | _LEADS
    while start < end and (doc[start].is_punct or doc[start].is_space or not folds[start] or folds[start] in leads):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or not folds[end - 1]):
        end -= 1
    return start, end


def _past_relation(analysis: Analysis, start: int, end: int) -> int:
    """« coopération dans le domaine de X », « renforcement de la coopération en matière de X », « le secteur de X »: to X."""
    folds, known = analysis.folds, agreement_words(analysis.language)
    i = start
    while i < end and (folds[i] in known.purposes or folds[i] in known.articles | _DE):
        i += 1
    purpose = i > start and i < end and folds[i] in known.relations
    if i < end and folds[i] in known.relations and (purpose or i == start):
        i += 1
        while i < end and (folds[i] in known.empty or folds[i] in {"entre", "deux", "pays", "les"}):
            i += 1
        j = i
        while j < end and analysis.doc[j].pos_ == "ADJ":
            j += 1
        if (
            folds[j : j + 2] in (["en", "matiere"], ["dans", "le"], ["dans", "les"])
            and set(folds[j : j + 4]) & known.cues
        ):
            i = j  # « coopération technique dans le domaine des aménagements hydrauliques »
    elif purpose is False:
        i = start
    j = i
    while j < end and j - i < 3 and folds[j] in _AT | known.articles | known.between:
        j += 1
    if j < end - 1 and folds[j] in known.cues:
        j += 1
        return j + 1 if folds[j] in _DE else j
    if i > start and i < end - 1 and folds[i] in {"en", "dans", "sur"}:
        return i + 1
    return start


def _items(analysis: Analysis, i: int, limit: int) -> list[tuple[int, int]]:
    """Cut a list at its commas, and at its « et » where what follows is an item of its own."""
    doc, folds = analysis.doc, analysis.folds
    quoted = _quoted(analysis, i, limit)
    commas = [k for k in range(i, limit) if doc[k].text in {",", ";"} and k not in quoted]
    cuts = {k for k in commas if not _only_adjectives(analysis, i, k, limit, commas)}
    lead = _lead(analysis, i)
    commas = sorted(cuts)
    for k in range(i + 1, limit - 1):
        if k in quoted or analysis.at(k) is not None:
            continue
        joins = (
            1
            if folds[k] in {"et", "ou", "puis"}
            else 2
            if folds[k : k + 2] in (["ainsi", "que"], ["ainsi", "qu"])
            else 0
        )
        if joins and (joins == 2 or _parts(analysis, i, k, limit, commas, lead)):
            cuts.add(k)
    bounds = [i - 1, *sorted(cuts), limit]
    return [(a + 1, b) for a, b in itertools.pairwise(bounds) if b > a + 1]


def _only_adjectives(analysis: Analysis, i: int, comma: int, limit: int, commas: list[int]) -> bool:
    """« coopération économique, scientifique et technique »: adjectives after the comma go with the noun before it."""
    end = min([c for c in commas if c > comma], default=limit)
    if any(
        analysis.doc[j].pos_ in {"NOUN", "PROPN", "VERB", "ADP", "X"} or analysis.at(j) for j in range(comma + 1, end)
    ):
        return False
    if end == comma + 1 or any(
        analysis.folds[j] in agreement_words(analysis.language).articles for j in range(comma + 1, end)
    ):
        return False
    return any(analysis.doc[j].pos_ == "NOUN" for j in range(i, comma)) and analysis.doc[comma - 1].pos_ == "ADJ"


def _lead(analysis: Analysis, i: int) -> str:
    """The preposition that leads the list: « de » of « les domaines de la santé », « sur » of « portant sur »."""
    word = analysis.folds[i] if analysis.folds[i] in _DE | _LEADS else analysis.folds[i - 1] if i else ""
    return "de" if word in _DE else "a" if word in {"a", "au", "aux"} else word


def _parts(analysis: Analysis, i: int, k: int, limit: int, commas: list[int], lead: str) -> bool:
    """Whether the « et » at token `k` parts two items."""
    folds = analysis.folds
    following = min([c for c in commas if c > k], default=limit)
    if k + 1 >= following:
        return False
    after = folds[k + 1]
    begin = max([c for c in commas if c < k], default=i - 1) + 1
    last = not any(folds[j] == "et" for j in range(k + 1, limit))
    if after == "des" and lead != "de" and commas and k > max(commas) and last:
        return True
    if after in _DE:
        return lead == "de" or (bool(commas) and k > max(commas) and folds[max(commas) + 1] in _DE)
    if after in _LEADS:
        return after == lead or (lead == "a" and after in {"au", "aux"}) or folds[k + 1 : k + 3] == ["en", "matiere"]
    if not _has_noun(analysis, k + 1, following):
        return not _has_noun(
            analysis, begin, k
        )  # « accords économiques et commerciaux », but « coopération économique et technique »
    if commas and ((k > max(commas) and last) or k - 1 in commas):
        return True
    return _two_names(analysis, begin, k) or _own(analysis, begin, k, following)


def _two_names(analysis: Analysis, begin: int, k: int) -> bool:
    """« la Libye et la Syrie »: a name and nothing else before « et », and a name after it."""
    articles = agreement_words(analysis.language).articles
    start = begin + 1 if analysis.folds[begin] in articles | _LEADS | _DE else begin
    start += start < k and analysis.folds[start] in articles
    before = analysis.at(start)
    after = analysis.at(k + 2 if analysis.folds[k + 1] in articles else k + 1)
    return before is not None and before.end == k and after is not None and before.kind == after.kind


def _has_noun(analysis: Analysis, start: int, end: int) -> bool:
    if analysis.folds[start] in agreement_words(analysis.language).articles - {"d"}:
        return True  # « la santé et l’hydraulique », whatever the model takes « hydraulique » for
    return any(analysis.doc[j].pos_ in {"NOUN", "PROPN", "VERB", "X"} or analysis.at(j) for j in range(start, end))


def _own(analysis: Analysis, begin: int, k: int, end: int) -> bool:
    """Whether what follows « et » is no second head of one complement: « la paix et la stabilité en Méditerranée » is one."""
    folds, doc = analysis.folds, analysis.doc
    prepositions = [
        folds[j]
        for j in range(k + 2, end)
        if doc[j].pos_ == "ADP" or folds[j] in _DE | _AT | {"contre", "entre", "avec"}
    ]
    left = [folds[j] for j in range(begin, k) if folds[j]]
    if "contre" in left:
        return False  # « la lutte contre le terrorisme et la criminalité » is one fight
    heads = [folds[j] for j in range(begin, k) if doc[j].pos_ in {"NOUN", "PROPN"}]
    if _named(analysis, begin, k, end):
        return False
    complemented = any(folds[j] in _DE for j in range(begin + 2, k))
    articles = agreement_words(analysis.language).articles
    if complemented and folds[k + 1] not in articles | _DE and analysis.doc[k + 1].pos_ == "NOUN":
        return False  # « la certification des fruits et légumes »
    if not prepositions:
        return bool(heads)
    if prepositions[0] in _AT:
        return False
    right = next((folds[j] for j in range(k + 1, end) if doc[j].pos_ in {"NOUN", "PROPN"}), "")
    if complemented:
        return True
    return not (heads and heads[0].endswith(_DEVERBAL) and right.endswith(_DEVERBAL))


def _named(analysis: Analysis, begin: int, k: int, end: int) -> bool:
    """« la Ceinture et la Route »: capitals on both sides of « et » make one name."""
    left = next((j for j in range(k - 1, begin - 1, -1) if analysis.folds[j]), begin)
    articles = agreement_words(analysis.language).articles
    right = next((j for j in range(k + 1, end) if analysis.folds[j] not in articles), end - 1)
    return (
        analysis.doc[left].text[:1].isupper()
        and analysis.doc[right].text[:1].isupper()
        and left > begin - 1 + (begin == 0)
    )


def _quoted(analysis: Analysis, i: int, limit: int) -> set[int]:
    """Tokens inside quotation marks or brackets, where nothing is cut."""
    inside, depth = set(), 0
    for k in range(i, limit):
        text = analysis.doc[k].text
        depth += text in "«“(" and text != ""
        if depth > 0:
            inside.add(k)
        depth -= text in "»”)" and text != "" and depth > 0
    return inside


def _shared_head(analysis: Analysis, start: int, end: int) -> list[tuple[int, int, str]]:
    """« la situation sécuritaire en Afrique du Nord et au Moyen-Orient »: one head, two complements."""
    folds = analysis.folds
    for k in range(start + 1, end - 1):
        if folds[k] == "et" and folds[k + 1] in {"a", "au", "aux", "en"}:
            first = next((j for j in range(k - 1, start, -1) if folds[j] in {"a", "au", "aux", "en", "dans"}), None)
            if first is None or first <= start:
                return []
            head = analysis.text(start, first)
            return [(start, k, analysis.text(start, k)), (k + 1, end, f"{head} {analysis.text(k + 1, end)}")]
    return []
