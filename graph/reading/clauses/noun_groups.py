"""Groups mentions into phrases, each with the preposition that governs it: « avec le ministre X et son homologue Y ».

« accompagné de », « entouré de », « aux côtés de », « à la tête d’une délégation comprenant » all lead company. A delegation
that somebody leads (« une délégation turque conduite par M. Aydin ») stands for that person.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis, Mention

_COMPLEX = {
    "en presence": "en presence",
    "a cote": "company",
    "aux cotes": "company",
    "en compagnie": "company",
    "lors": "lors",
    "a l issue": "lors",
    "au terme": "lors",
    "a l occasion": "lors",
    "au cours": "lors",
    "pendant": "lors",
    "en marge": "marge",
    "en vue": "en vue de",
    "au sujet": "sur",
    "a propos": "sur",
    "aupres": "aupres",
    "de la part": "par",
    "a destination": "a",
    "pres": "pres",
    "au large": "pres",
    "avec l aide": "par",
}
_SIMPLE = {
    "au": "a",
    "aux": "a",
    "a": "a",
    "du": "de",
    "des": "de",
    "de": "de",
    "d": "de",
    "par": "par",
    "avec": "avec",
    "en": "en",
    "dans": "dans",
    "entre": "entre",
    "sur": "sur",
    "pour": "pour",
    "chez": "chez",
    "devant": "devant",
    "contre": "contre",
    "selon": "selon",
    "depuis": "depuis",
    "vers": "a",
    "sous": "sous",
    "apres": "apres",
    "avant": "avant",
    "sans": "sans",
    "jusqu": "jusqu",
    "via": "via",
}
_COMPANY = frozenset({"accompagn", "entour", "flanqu", "assist", "escort"})
_COMPRISING = frozenset({"comprenant", "incluant", "conduisant"})
_DELEGATIONS = frozenset({"delegation", "mission", "equipe", "delegations"})
_LEADING = frozenset({"conduite", "dirigee", "menee", "presidee", "emmenee", "pilotee", "conduites"})
_DETERMINERS = frozenset(
    [
        "le",
        "la",
        "l",
        "les",
        "un",
        "une",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "deux",
        "trois",
    ]
)


@dataclass(eq=False)
class Phrase:
    """Mentions joined by « et » with the preposition that leads them ("" for none)."""

    mentions: list[Mention]
    start: int
    end: int
    role: str


def role_of(analysis: Analysis, start: int, first: int) -> str:
    """Return the preposition that governs a phrase beginning at token `start`: "a", "de", "avec", "lors" … or ""."""
    i = start - 1
    folds = analysis.folds
    while i >= first and (
        folds[i] in _DETERMINERS
        or analysis.doc[i].text in "«‘“\"'"
        or (analysis.doc[i].pos_ == "ADJ" and folds[i] in {"futur", "future", "seul", "principal"})
        or (i == start - 1 and folds[i] in analysis.words.outlets | analysis.words.companies)
    ):
        i -= 1
    if i < first:
        return ""
    if folds[i] in {"de", "du", "des", "d"}:
        for size in (3, 2, 1):
            words = " ".join(w for w in folds[max(first, i - size) : i] if w)
            if words in _COMPLEX:
                return _COMPLEX[words]
    if folds[i] in _COMPRISING or (folds[i] in {"de", "du", "des", "d", "par"} and _accompanied(folds, i - 1, first)):
        return "company"
    if folds[i] in _COMPLEX:
        return _COMPLEX[folds[i]]
    return _SIMPLE.get(folds[i], "")


def _accompanied(folds: list[str], i: int, first: int) -> bool:
    """« accompagnée de », « entouré notamment du », « flanqué par »; but « accompagner de » is no participle."""
    if i > first and folds[i].endswith("ment"):
        i -= 1
    word = folds[i] if i >= first else ""
    return any(word.startswith(stem) and word[len(stem) :] in {"e", "ee", "es", "ees"} for stem in _COMPANY)


def _delegation(analysis: Analysis, start: int, first: int) -> int | None:
    """« une délégation turque conduite par »: where the delegation begins that somebody leads."""
    folds = analysis.folds
    i = start - 1
    while i >= first and folds[i] in _DETERMINERS:
        i -= 1
    if i - 1 < first or folds[i] != "par" or folds[i - 1] not in _LEADING:
        return None
    for j in range(i - 2, max(first, i - 12) - 1, -1):
        if folds[j] in _DELEGATIONS:
            return j
    return None


def _delegation_after(analysis: Analysis, mention: Mention, first: int) -> int | None:
    """« Emmenée par le ministre X, une délégation française se rendra … »: the delegation right after its leader."""
    i = mention.start - 1
    while i > first and analysis.folds[i] in _DETERMINERS:
        i -= 1
    if i - 1 < first or i - 1 > first + 1 or analysis.folds[i - 1] not in _LEADING:
        return None
    after = analysis.folds[mention.end : mention.end + 5]
    return next((mention.end + k for k, word in enumerate(after) if word in _DELEGATIONS), None)


def phrases(analysis: Analysis, first: int, last: int, skip: frozenset[str] = frozenset({"Adjective"})) -> list[Phrase]:
    """Return the phrases of a sentence: mentions in order, those joined by « et » or in a list that ends in « et » as one."""
    mentions = [m for m in analysis.between(first, last) if m.kind not in skip]
    outer = [
        m
        for m in mentions
        if not any(
            o is not m and o.start <= m.start and m.end <= o.end and (o.end - o.start) > (m.end - m.start)
            for o in mentions
        )
    ]
    found: list[Phrase] = []
    for mention in outer:
        role = role_of(analysis, mention.start, first)
        led = _delegation(analysis, mention.start, first) if role == "par" else None
        following = _delegation_after(analysis, mention, first) if role == "par" else None
        if following is not None:
            found.append(Phrase([mention], mention.start, following + 1, ""))
            continue
        if led is not None:
            found = [p for p in found if p.start < led]
            found.append(Phrase([mention], led, mention.end, role_of(analysis, led, first)))
            continue
        if found and _joined(analysis, found[-1], mention, outer):
            found[-1].mentions.append(mention)
            found[-1].end = mention.end
        else:
            found.append(Phrase([mention], mention.start, mention.end, role))
    return found


def _joined(analysis: Analysis, phrase: Phrase, mention: Mention, outer: list[Mention]) -> bool:
    gap = list(analysis.folds[phrase.end : mention.start])
    texts = [analysis.doc[i].text for i in range(phrase.end, mention.start)]
    words = [f for f in gap if f and f not in _DETERMINERS and f not in _SIMPLE]
    last = phrase.mentions[-1]
    kinds = {"Pronoun": "Person", "Description": "Person"}
    if kinds.get(last.kind, last.kind) != kinds.get(mention.kind, mention.kind) and not {last.kind, mention.kind} <= {
        "Country",
        "Place",
        "Organization",
        "Agency",
        "Company",
    }:
        return False
    prepositions = [_SIMPLE[f] for f in gap if f in _SIMPLE]
    if prepositions and prepositions[-1] != phrase.role:
        return False
    if any(t in {";", ":", ".", "(", ")"} for t in texts):
        return False
    if (words in (["et"], ["ainsi", "que"], ["ou"], ["puis"]) and not prepositions) or (
        words in (["et"], ["ainsi", "que"]) and prepositions
    ):
        return words != ["puis"]
    if not words and "," in texts and len([t for t in texts if t == ","]) == 1:
        following = [m for m in outer if m.start >= mention.end]
        if following:
            between = [
                f
                for f in analysis.folds[mention.end : following[0].start]
                if f and f not in _DETERMINERS and f not in _SIMPLE
            ]
            return (
                between in (["et"], [], ["ainsi", "que"])
                and following[0].kind == mention.kind
                and (between != [] or "," in analysis.text(mention.end, following[0].start))
            )
    return False
