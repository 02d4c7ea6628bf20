"""Says of each verb what a teller of deals needs to know: its lemma, when it happens, whether it is denied or hearsay.

« aurait livré » is hearsay, « va construire » and « doit livrer » are to come, « livrée en 2019 » is told as done. Endings
say it where the model's morphology is silent or wrong (« négocierait » tagged as an imperfect).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.deals.trade import Trade

_ETRE = frozenset(
    [
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
        "etant",
    ]
)
_AVOIR = frozenset(
    [
        "a",
        "ont",
        "avait",
        "avaient",
        "aura",
        "auront",
        "aurait",
        "auraient",
        "ait",
        "aient",
        "eut",
        "eurent",
        "avoir",
        "ayant",
    ]
)
_ARTICLES = frozenset({"le", "la", "l", "les", "un", "une"})
_NEGATIONS = frozenset({"ne", "n", "jamais", "ni"})
_OPENERS = frozenset('«“":–—-(;')
_FARTHEST = 7
_ADVERBIALS = (
    "par ailleurs",
    "en revanche",
    "par contre",
    "pour sa part",
    "de son cote",
    "pour leur part",
    "de leur cote",
    "a son tour",
    "elle aussi",
    "lui aussi",
    "en outre",
    "au passage",
    "d ores et deja",
    "pour l heure",
    "a ce jour",
    "en effet",
    "de nouveau",
    "dans la foulee",
    "elle",
    "lui",
    "eux",
    "quant a lui",
    "quant a elle",
    "a ce titre",
)
_PAST_ONLY = frozenset(
    {"venir", "arriver", "intervenir", "aller", "convenir", "parvenir", "tomber", "sortir", "devenir"}
)
_HELPERS = frozenset({"devoir", "pouvoir", "aller", "venir", "faire"})
_PARTICIPLES = (
    "i",
    "ie",
    "is",
    "ies",
    "u",
    "ue",
    "us",
    "ues",
    "it",
    "ite",
    "its",
    "ites",
    "ise",
    "ises",
    "ert",
    "erte",
    "erts",
    "ertes",
    "é",
    "ée",
    "és",
    "ées",
    "û",
)


@dataclass(eq=False)
class Predicate:
    """A verb group as a teller of deals sees it.

    Attributes:
        start, end, head: its tokens; an idiom's words are inside.
        lemma: the folded lemma, or the whole idiom (« voir le jour »).
        tense: past, present, future, conditional, hearsay, infinitive, participle or gerund.
        modals: the lemmas of the other verbs in the group (« devoir », « pouvoir »).
        clitics: the pronouns before the verb (« lui en avait livré »).
    """

    start: int
    end: int
    head: int
    lemma: str
    tense: str
    passive: bool = False
    reflexive: bool = False
    negated: bool = False
    modals: frozenset[str] = frozenset()
    clitics: frozenset[str] = frozenset()
    verb: Verb | None = field(default=None)

    @cached_property
    def finite(self) -> bool:
        """Whether the verb has a subject of its own."""
        return self.tense not in {"infinitive", "participle", "gerund"}


def predicates(scene: Scene, trade: Trade) -> list[Predicate]:
    """Return the verbs of a sentence in order, present tenses that the model takes for nouns included."""
    known = {i for v in scene.verbs for i in range(v.start, v.end)}
    found = [p for verb in _rejoined(scene) if not is_noun(scene, trade, verb) for p in _split(scene, trade, verb)]
    covered = {i for m in scene.analysis.beside(scene.first) for i in range(m.start, m.end) if m.kind != "Pronoun"}
    for i in range(scene.first + 1, scene.last - 1):
        if i not in known and i not in covered:
            made = _mistagged(scene, trade, i, covered)
            if made:
                found.append(made)
    found.sort(key=lambda p: p.start)
    return found


def _rejoined(scene: Scene) -> list[Verb]:
    """« a par ailleurs réceptionné », « s’est, en revanche, retiré »: an auxiliary and the participle that adverbs part it from."""
    found: list[Verb] = []
    analysis = scene.analysis
    for verb in scene.verbs:
        before = found[-1] if found else None
        alone = before is not None and before.end == before.head + 1 and analysis.folds[before.head] in _ETRE | _AVOIR
        if (
            before is not None
            and alone
            and verb.participle
            and verb.start - before.end <= _FARTHEST
            and _adverbial(scene, before.end, verb.start)
        ):
            found[-1] = replace(verb, start=before.start, participle=False, negated=verb.negated or before.negated)
        else:
            found.append(verb)
    return found


def _adverbial(scene: Scene, start: int, end: int) -> bool:
    """Whether only adverbs and set phrases stand between two tokens: « par ailleurs », « pour sa part », « elle aussi »."""
    words = [w for w in scene.analysis.folds[start:end] if w]
    said = " ".join(words)
    if any(t.text in {";", ":", "»"} for t in scene.analysis.doc[start:end]):
        return False
    for phrase in _ADVERBIALS:
        said = said.replace(phrase, "")
    return all(
        scene.analysis.doc[i].pos_ == "ADV"
        or scene.analysis.doc[i].is_punct
        or scene.analysis.folds[i] not in said.split()
        for i in range(start, end)
    )


def is_noun(scene: Scene, trade: Trade, verb: Verb) -> bool:
    """« L’offre indienne de », « la commande »: a noun that the model takes for a verb, since an article stands before it."""
    analysis, i = scene.analysis, verb.head
    text = analysis.doc[i].text
    if (text[0].isupper() and i > scene.first and analysis.doc[i - 1].text not in _OPENERS) or any(
        c.isdigit() for c in text
    ):
        return True  # « quatre C-390 », « à Bouskoura »: a name is no verb
    if verb.end - verb.start > 2 or i == scene.first or analysis.folds[i] not in trade.nouns:
        return False
    before = analysis.folds[i - 1]
    if verb.participle and before in {"l", "le", "la", "les", "un", "une"}:
        return True
    if before not in {"l", "la", "le", "une", "un", "cette", "sa", "son", "leur", "d", "de", "les", "des", "ces"}:
        return False
    if (
        i - 2 >= scene.first
        and analysis.doc[i - 2].pos_ in {"PRON", "NOUN", "PROPN"}
        and before in {"l", "la", "le", "les"}
        and analysis.doc[i - 2].text not in ",:;–-"
    ):
        return False
    after = analysis.doc[i + 1] if i + 1 < scene.last else None
    return (
        after is None
        or after.pos_ in {"ADJ", "ADP", "PUNCT", "VERB", "AUX", "SCONJ"}
        or analysis.folds[i + 1] in {"que", "qu", "qui", "de", "d", "du", "des"}
    )


def _split(scene: Scene, trade: Trade, verb: Verb) -> list[Predicate]:
    """Part « prévoit de construire » into its two verbs; « va construire », « devrait livrer », « vient de signer » stay one."""
    members = [i for i in range(verb.start, verb.end) if scene.analysis.doc[i].pos_ in {"VERB", "AUX"}] or [verb.head]
    found: list[Predicate] = []
    parts: list[int] = []
    for i in members:
        parts.append(i)
        lemma = _lemma(scene, trade, i)
        helps = scene.analysis.folds[i] in _ETRE | _AVOIR or lemma in _HELPERS
        if i != members[-1] and not helps:
            found.append(_predicate(scene, trade, verb, parts, found[-1].end if found else verb.start))
            parts = []
    found.append(_predicate(scene, trade, verb, parts, found[-1].end if found else verb.start))
    return found


def _lemma(scene: Scene, trade: Trade, i: int) -> str:
    return trade.forms.get(scene.analysis.folds[i], scene.analysis.lemmas[i])


def _predicate(scene: Scene, trade: Trade, verb: Verb, members: list[int], start: int) -> Predicate:
    _analysis, folds = scene.analysis, scene.analysis.folds
    head = members[-1]
    last = head == verb.head
    lemma = _lemma(scene, trade, head)
    end = verb.end if last else head + 1
    idiom = _idiom(scene, trade, lemma, end)
    if idiom:
        lemma, end = idiom
    between = {folds[i] for i in range(start, head)}
    reflexive = bool(between & {"se", "s"})
    tense = _tense(scene, members, lemma, reflexive)
    modals = {_lemma(scene, trade, i) for i in members[:-1] if folds[i] not in _ETRE | _AVOIR}
    helped = any(folds[i] in _ETRE for i in members[:-1]) and lemma not in _PAST_ONLY
    passive = not reflexive and _is_participle(scene, head, lemma) and (helped or tense == "participle")
    negated = bool(between & _NEGATIONS) or (start > scene.first and folds[start - 1] in {"ne", "n"})
    negated = negated or (tense == "infinitive" and bool(set(folds[max(scene.first, head - 3) : head]) & {"ne"}))
    if negated and set(folds[end : end + 2]) & {"que", "qu"} and "pas" not in between:
        negated = False  # « n’a livré que douze avions »
    clitics = frozenset(
        folds[i] for i in range(start, head) if folds[i] in {"lui", "leur", "y", "en", "l", "le", "la", "les", "nous"}
    )
    return Predicate(start, end, head, lemma, tense, passive, reflexive, negated, frozenset(modals), clitics, verb)


def _is_participle(scene: Scene, i: int, lemma: str) -> bool:
    """Whether the form at token `i` is a past participle: by its ending as written, accents and all."""
    text = scene.analysis.doc[i].text.lower()
    if lemma.split()[0].endswith("er"):
        return text.endswith(("é", "ée", "és", "ées"))
    return (text.endswith(_PARTICIPLES) and not text.endswith(("ait", "rit", "vit", "dit"))) or text in {
        "dit",
        "dits",
        "dite",
    }


def _idiom(scene: Scene, trade: Trade, lemma: str, end: int) -> tuple[str, int] | None:
    """« voir le jour », « prendre livraison », « jeter l’éponge »: the lemma with its words, and the token after them."""
    for phrase in trade.idioms.get(lemma, ()):
        i, left = end, [w for w in phrase[1:] if w not in _ARTICLES]
        gaps = 0
        while left and i < scene.last and gaps < 3:
            word = scene.analysis.folds[i]
            if word == left[0]:
                left.pop(0)
            elif word not in _ARTICLES | {"son", "sa", "ses"}:
                gaps += 1
            i += 1
        if not left and gaps <= 1:
            return " ".join(phrase), i
    return None


def _tense(scene: Scene, members: list[int], lemma: str, reflexive: bool) -> str:
    analysis, folds = scene.analysis, scene.analysis.folds
    head = members[-1]
    text = analysis.doc[head].text.lower()
    infinitive = text.endswith(("er", "ir", "re", "oir"))
    finite = next((i for i in members if _is_finite(scene, i, lemma if i == head else "")), None)
    if finite is None:
        return "infinitive" if infinitive else "gerund" if text.endswith("ant") else "participle"
    word = folds[finite]
    participle = finite != head and _is_participle(scene, head, lemma)
    compound = participle and (word in _AVOIR or (word in _ETRE and (reflexive or lemma in _PAST_ONLY)))
    if word.endswith(("rait", "raient")) or "Cnd" in analysis.doc[finite].morph.get("Mood", []):
        return "hearsay" if compound else "conditional"
    if word.endswith(("ra", "ront")) and len(word) > 3:
        return "future"
    if finite != head and word == "fait" and infinitive:
        return "present"
    if finite != head and word in {"va", "vont"}:
        return "future"
    if compound or (finite != head and word in {"vient", "viennent", "venait", "venaient"}):
        return "past"
    if (
        finite == head
        and lemma.split()[0].endswith("er")
        and text.endswith(("e", "ent"))
        and not text.endswith("aient")
    ):
        return "present"
    tense = analysis.doc[finite].morph.get("Tense", [])
    if (
        word in {"etait", "etaient", "fut", "furent"}
        or word.endswith(("ait", "aient"))
        or "Past" in tense
        or "Imp" in tense
    ):
        return "past"
    return "future" if "Fut" in tense else "present"


def _is_finite(scene: Scene, i: int, lemma: str) -> bool:
    morph, word, text = scene.analysis.doc[i].morph, scene.analysis.folds[i], scene.analysis.doc[i].text.lower()
    if word in {"avoir", "etre", "ayant", "etant", "ete"}:
        return False
    if word in _AVOIR | _ETRE or word.endswith(("rait", "raient")):
        return True
    if text.endswith(("er", "ir", "re", "oir")) and "Fin" not in morph.get("VerbForm", []):
        return False
    if text.endswith("ant") or (_is_participle(scene, i, lemma or "x") and "Fin" not in morph.get("VerbForm", [])):
        return lemma.endswith("er") and text.endswith(("ie", "ue"))
    return not (lemma.endswith("er") and text.endswith(("é", "ée", "és", "ées")))


def _mistagged(scene: Scene, trade: Trade, i: int, covered: set[int]) -> Predicate | None:
    """« La Russie livre 12 hélicoptères », « un contrat signé en mai »: a verb that the model takes for a noun or an adjective."""
    analysis = scene.analysis
    doc, folds = analysis.doc, analysis.folds
    if doc[i].pos_ not in {"NOUN", "ADJ", "PROPN", "ADV"} or not doc[i].text.islower():
        return None
    lemma = trade.forms.get(folds[i])
    if lemma is None or not (lemma in trade.act_verbs or lemma in trade.concluding or lemma in trade.stage_verbs):
        return None
    if doc[i].pos_ == "ADJ":
        return Predicate(i, i + 1, i, lemma, "participle", passive=True) if _is_participle(scene, i, lemma) else None
    after = folds[i + 1] if i + 1 < scene.last else ""
    opens = (
        after in {"l", "la", "le", "les", "un", "une", "des", "du", "au", "a", "plus"}
        or after[:1].isdigit()
        or after in analysis.words.numbers
    )
    finite = folds[i] in {lemma[:-1], lemma[:-1] + "nt", lemma[:-2] + "t"} and lemma.endswith("er")
    if finite and opens and i - 1 in covered:
        return Predicate(i, i + 1, i, lemma, "present")
    return None
