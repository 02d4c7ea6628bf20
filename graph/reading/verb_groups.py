"""Finds verb groups with their voice, tense, mood and negation: « a été reçu », « s’était rendu », « doit s’entretenir »."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis

_UNACCUSATIVE = frozenset(
    [
        "aller",
        "arriver",
        "venir",
        "partir",
        "entrer",
        "sortir",
        "rester",
        "devenir",
        "naitre",
        "mourir",
        "tomber",
        "retourner",
        "revenir",
        "repartir",
        "debarquer",
        "atterrir",
    ]
)
_INSERTION = 7
_BREAKS = frozenset({"que", "qu", "qui", "ou", "quand", "lorsque", "lorsqu", "dont", "alors", "tandis", "puis"})


@dataclass(eq=False)
class Verb:
    """A verb group: its tokens, its main verb and what its form says."""

    start: int
    end: int
    head: int
    lemma: str
    passive: bool = False
    participle: bool = False
    infinitive: bool = False
    reflexive: bool = False
    negated: bool = False
    future: bool = False
    conditional: bool = False
    due: bool = False
    lemmas: frozenset[str] = field(default_factory=frozenset)


def verbs(analysis: Analysis, first: int, last: int) -> list[Verb]:
    """Return the verb groups of a sentence in order."""
    doc, folds, lemmas = analysis.doc, analysis.folds, analysis.lemmas
    found: list[Verb] = []
    inside = {i for m in analysis.mentions for i in range(m.start, m.end) if m.kind not in {"Pronoun"}}
    i = first
    while i < last:
        if i in inside or doc[i].pos_ not in {"VERB", "AUX"} or folds[i] == "" or doc[i].is_punct:
            i += 1
            continue
        end, members = i + 1, [i]
        while end < last:
            token = doc[end]
            if (
                end not in inside
                and token.pos_ in {"VERB", "AUX"}
                and folds[end]
                and (
                    doc[members[-1]].pos_ == "AUX" or _modal(lemmas[members[-1]]) or "VerbForm=Inf" in str(token.morph)
                )
            ):
                members.append(end)
                end += 1
            elif doc[members[-1]].pos_ == "AUX" and (main := _main_of(analysis, members[-1], last)) is not None:
                members.append(main)
                end = main + 1
            elif (
                (
                    token.pos_ == "ADV"
                    or (
                        folds[end] in {"pas", "jamais", "plus", "ete", "se", "s", "y", "en", "l", "de", "a"}
                        and _goes_on(analysis, end, last)
                    )
                )
                and end + 1 < last
                and _goes_on(analysis, end, last)
            ):
                end += 1
            else:
                break
        end = members[-1] + 1
        found.append(_verb(analysis, members, first))
        i = end
    return found


def _main_of(analysis: Analysis, auxiliary: int, last: int) -> int | None:
    """« a-t-il rappelé », « a pour sa part confié »: the verb that the tree gives an auxiliary to, a few words away."""
    token = analysis.doc[auxiliary]
    for size in (2, 3, 4):
        after = auxiliary + 1 + size
        inserted = " ".join(analysis.folds[auxiliary + 1 : after]) in analysis.words.insertions
        if inserted and after < last and "Part" in analysis.doc[after].morph.get("VerbForm", []):
            return after
    head = token.head.i
    if not token.dep_.startswith("aux") or not auxiliary < head < min(last, auxiliary + _INSERTION):
        return None
    between = analysis.doc[auxiliary + 1 : head]
    parted = any(t.pos_ in {"VERB", "AUX"} or t.text in {",", ";", ":"} for t in between)
    return None if parted or analysis.doc[head].pos_ not in {"VERB", "AUX"} else head


def _modal(lemma: str) -> bool:
    return lemma in {
        "devoir",
        "pouvoir",
        "vouloir",
        "aller",
        "venir",
        "faire",
        "souhaiter",
        "esperer",
        "compter",
        "prevoir",
    }


def _goes_on(analysis: Analysis, i: int, last: int) -> bool:
    """Whether the verb group continues within the next few adverbs and clitics."""
    for j in range(i + 1, min(last, i + 4)):
        if analysis.doc[j].pos_ in {"VERB", "AUX"}:
            return True
        if analysis.doc[j].pos_ not in {"ADV", "PRON"} and analysis.folds[j] not in {"de", "a", "pas"}:
            return False
    return False


def _verb(analysis: Analysis, members: list[int], first: int) -> Verb:
    doc, folds = analysis.doc, analysis.folds
    head = members[-1]
    start = members[0]
    clitics: set[str] = set()
    while (
        start > first
        and (doc[start - 1].pos_ == "PRON" or folds[start - 1] in {"ne", "n", "se", "s", "y", "en", "l", "lui", "leur"})
        and folds[start - 1] not in _BREAKS | {"il", "elle", "ils", "elles", "on", "ce", "c", "qui"}
    ):
        if analysis.at(start - 1) is not None and analysis.at(start - 1).kind != "Pronoun":  # type: ignore[union-attr]
            break
        start -= 1
        clitics.add(folds[start])
    morphs = [doc[m].morph for m in members]
    lemma = analysis.lemmas[head]
    auxiliaries = [m for m in members[:-1] if doc[m].pos_ == "AUX"]
    etre = any(
        folds[m]
        in {
            "est",
            "sont",
            "etait",
            "etaient",
            "sera",
            "seront",
            "ete",
            "fut",
            "furent",
            "soit",
            "soient",
            "serait",
            "seraient",
            "etre",
        }
        for m in auxiliaries
    )
    is_participle = "Part" in morphs[-1].get("VerbForm", [])
    between = {folds[i] for i in range(members[0], head)} | clitics
    reflexive = bool(between & {"se", "s"})
    finite = any("Fin" in m.get("VerbForm", []) for m in morphs)
    due = any(analysis.lemmas[m] in {"devoir"} for m in members[:-1]) and not any(
        "Cnd" in m.get("Mood", []) for m in morphs
    )
    return Verb(
        start,
        head + 1,
        head,
        lemma,
        passive=is_participle and not reflexive and lemma not in _UNACCUSATIVE and (etre or not finite),
        participle=is_participle and not finite,
        infinitive="Inf" in morphs[-1].get("VerbForm", []) and not finite,
        reflexive=reflexive,
        negated=bool((between | clitics) & {"ne", "n", "jamais"})
        or (head + 1 < len(folds) and folds[head + 1] in {"pas", "jamais"}),
        future=any("Fut" in m.get("Tense", []) for m in morphs)
        or any(analysis.lemmas[m] == "aller" for m in members[:-1]),
        conditional=any("Cnd" in m.get("Mood", []) for m in morphs)
        or any(analysis.lemmas[m] == "pouvoir" for m in members[:-1]),
        due=due,
        lemmas=frozenset(analysis.lemmas[m] for m in members),
    )
