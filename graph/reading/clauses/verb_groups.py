"""Finds verb groups with their voice, tense, mood and negation: « a été reçu », « s’était rendu », « doit s’entretenir »."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.auxiliaries import PARTICIPLES, main_verb

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
        "rentrer",
        "passer",
        "intervenir",
        "debarquer",
        "atterrir",
    ]
)
_BREAKS = frozenset({"que", "qu", "qui", "ou", "quand", "lorsque", "lorsqu", "dont", "alors", "tandis", "puis"})
# endings by which the model's tenses are checked, since it takes « accueille » for a future
_FUTURES = ("ra", "ront", "rai", "rons", "rez", "ras")
_CONDITIONALS = ("rait", "raient", "rais")
_ANY_PARTICIPLE = (*PARTICIPLES, "t", "te", "ts", "tes", "s", "se", "ses")


@dataclass(eq=False)
class Verb:
    """A verb group: its tokens, its main verb and what its form says.

    Attributes:
        start, end, head: its tokens, and the main verb among them.
        lemma, lemmas: of the main verb, and of all its verbs.
        passive, participle, infinitive, reflexive: its form; a participle or infinitive stands without a finite verb.
        negated, conditional: whether it is denied or hedged.
        future, due: « recevra », « va recevoir »; « doit recevoir », « compte se rendre ».
        past, pluperfect: « a reçu », « reçut », « recevait »; « avait reçu ».
        there: « y » stands before it (« y a été reçu »).
        seen: « s’est vu accorder », whose subject is the one to whom it is done.
        gerund: « en recevant ».
    """

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
    past: bool = False
    pluperfect: bool = False
    there: bool = False
    seen: bool = False
    gerund: bool = False
    lemmas: frozenset[str] = field(default_factory=frozenset)

    @property
    def finite(self) -> bool:
        """Whether it makes a clause of its own."""
        return not (self.participle or self.infinitive or self.gerund)


def verbs(analysis: Analysis, first: int, last: int) -> list[Verb]:
    """Return the verb groups of a sentence in order."""
    doc, folds, lemmas = analysis.doc, analysis.folds, analysis.lemmas
    found: list[Verb] = []
    inside = {i for m in analysis.beside(first) for i in range(m.start, m.end) if m.kind not in {"Pronoun"}}
    i = first
    while i < last:
        if (
            i in inside
            or not (doc[i].pos_ in {"VERB", "AUX"} or _opening(analysis, i, first))
            or not folds[i]
            or _blessing(folds, i)
        ):
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
            elif (main := main_verb(analysis, members[-1], end, last, inside)) is not None:
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


def _opening(analysis: Analysis, i: int, first: int) -> bool:
    """« Arrivée mardi à Hanoï, la ministre … », « Assistaient à l’audience … »: a verb that opens its sentence, taken for a noun."""
    token = analysis.doc[i]
    if analysis.folds[i] not in analysis.words.forms or not token.text.endswith((*PARTICIPLES, "ait", "aient")):
        return False
    opens = i == first or (i == first + 1 and not analysis.folds[first])
    return opens and i + 1 < len(analysis.doc) and analysis.folds[i + 1] not in {"de", "du", "d", "des"}


def _blessing(folds: list[str], i: int) -> bool:
    """« SM le Roi, que Dieu L’assiste, a reçu », « à huis clos », « dans l’est »: no clause."""
    before = folds[max(0, i - 3) : i]
    if folds[i] == "est" and folds[max(0, i - 2) : i] in (["dans", "l"], ["a", "l"], ["de", "l"], ["vers", "l"]):
        return True
    if folds[i] == "clos" and before[-1:] == ["huis"]:
        return True
    return "dieu" in before and bool({"que", "qu"} & set(folds[max(0, i - 5) : i]))


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
        "appreter",
        "voir",
        "achever",
        "finir",
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
    lemma = analysis.lemmas[head] if doc[head].pos_ in {"VERB", "AUX"} else analysis.words.forms[folds[head]]
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
    gerund = "Part" in morphs[-1].get("VerbForm", []) and folds[head].endswith("ant")
    text = doc[head].text.lower()
    opening = doc[head].pos_ not in {"VERB", "AUX"} and not text.endswith(("ait", "aient"))
    tagged = "Part" in morphs[-1].get("VerbForm", []) and not gerund and text.endswith(_ANY_PARTICIPLE)
    after_auxiliary = len(members) > 1 and doc[members[-2]].pos_ == "AUX" and text.endswith(PARTICIPLES)
    is_participle = opening or tagged or after_auxiliary
    between = {folds[i] for i in range(members[0], head)} | clitics
    reflexive = bool(between & {"se", "s"})
    finite = any("Fin" in m.get("VerbForm", []) for m in morphs) or not (
        is_participle or gerund or opening or "Inf" in morphs[-1].get("VerbForm", [])
    )
    tenses = [(folds[i], m.get("Tense", []), m.get("Mood", [])) for i, m in zip(members, morphs, strict=True)]
    stem = lemma if lemma.endswith("r") else lemma[:-1]
    future = any("Fut" in tense and word.endswith(_FUTURES) for word, tense, _ in tenses) or (
        folds[head] in {stem + "a", stem + "ont"}
    )
    conditional = any("Cnd" in mood and word.endswith(_CONDITIONALS) for word, _, mood in tenses) or (
        folds[head] in {stem + "ait", stem + "aient"}
    )
    due = bool(_due(analysis, members)) and not conditional
    perfect = len(members) > 1 and folds[members[0]] in {"avoir", "ayant"} and is_participle and not etre
    passive = is_participle and not reflexive and lemma not in _UNACCUSATIVE and (etre or not finite) and not perfect
    if future and is_participle and not passive and len(members) > 1 and analysis.lemmas[members[0]] == "avoir":
        future = False  # « aura eu droit à »: what is over
    first_verb = morphs[0].get("Tense", [])
    compound = is_participle and finite and (not passive or "ete" in between) and not future
    return Verb(
        start,
        head + 1,
        head,
        lemma,
        passive=passive,
        participle=is_participle and not finite and not perfect,
        infinitive=(perfect and folds[members[0]] == "avoir")
        or ("Inf" in morphs[-1].get("VerbForm", []) and not finite),
        reflexive=reflexive,
        negated=bool((between | clitics) & {"ne", "n", "jamais"})
        or (head + 1 < len(folds) and folds[head + 1] in {"pas", "jamais"}),
        future=future or any(analysis.lemmas[m] == "aller" for m in members[:-1]),
        conditional=conditional or any(analysis.lemmas[m] == "pouvoir" for m in members[:-1]),
        due=due,
        past=compound
        or perfect
        or (reflexive and _seen(analysis, members) and not future and not conditional)
        or _made(analysis, members)
        or _just(analysis, members)
        or (finite and not future and not conditional and bool({"Past", "Imp"} & set(first_verb))),
        pluperfect=compound and "Imp" in first_verb,
        there="y" in between,
        seen=reflexive and _seen(analysis, members),
        gerund=(gerund and not finite) or (perfect and folds[members[0]] == "ayant"),
        lemmas=frozenset(analysis.lemmas[m] for m in members),
    )


def _seen(analysis: Analysis, members: list[int]) -> bool:
    """« s’est vu accorder »."""
    return any(analysis.lemmas[m] == "voir" or analysis.folds[m] in {"vu", "vue"} for m in members[:-1])


def _made(analysis: Analysis, members: list[int]) -> bool:
    """« a fait savoir », « a pu rencontrer »: what is over although an infinitive closes the group."""
    return (
        len(members) > 2
        and analysis.lemmas[members[0]] == "avoir"
        and analysis.doc[members[1]].text.endswith((*PARTICIPLES, "t"))
        and "Inf" in analysis.doc[members[-1]].morph.get("VerbForm", [])
    )


def _just(analysis: Analysis, members: list[int]) -> bool:
    """« vient d’achever »."""
    return any(analysis.lemmas[m] == "venir" for m in members[:-1])


def _due(analysis: Analysis, members: list[int]) -> set[str]:
    return {analysis.lemmas[m] for m in members[:-1]} & {"devoir", "prevoir", "compter", "appreter"}
