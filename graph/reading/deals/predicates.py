"""Says of each verb what a teller of deals needs to know: its lemma, when it happens, whether it is denied or hearsay.

« aurait livré » is hearsay, « va construire » and « doit livrer » are to come, « livrée en 2019 » is told as done. Endings
say it where the model's morphology is silent or wrong (« négocierait » tagged as an imperfect).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.deals.auxiliaries import rejoined
from dragoman.graph.reading.deals.mistaken import is_noun
from dragoman.graph.reading.deals.tenses import AVOIR, ETRE, is_participle, tense_of
from dragoman.graph.reading.deals.trade import Trade

_ARTICLES = frozenset({"le", "la", "l", "les", "un", "une"})


_NEGATIONS = frozenset({"ne", "n", "jamais", "ni"})


_ACTORS = frozenset({"Country", "Company", "Agency", "Organization"})
"""Behind their names, which no determiner parts from it, a third person is a verb: « Le Koweït livre chaque mois du gaz »."""


_COMPLEMENTS = frozenset(
    {"l", "la", "le", "les", "un", "une", "des", "du", "au", "aux", "a", "plus", "son", "sa", "ses"}
)


_HELPERS = frozenset({"devoir", "pouvoir", "aller", "venir", "faire"})


@dataclass(eq=False)
class Predicate:
    """A verb group as a teller of deals sees it.

    Attributes:
        start, end, head: its tokens; an idiom's words are inside.
        lemma: the folded lemma, or the whole idiom (« voir le jour »).
        tense: past, present, future, conditional, hearsay, infinitive, perfect, participle or gerund.
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
        return self.tense not in {"infinitive", "perfect", "participle", "gerund"}


def predicates(scene: Scene, trade: Trade) -> list[Predicate]:
    """Return the verbs of a sentence in order, present tenses that the model takes for nouns included."""
    known = {i for v in scene.verbs for i in range(v.start, v.end)}
    found = [p for verb in rejoined(scene) if not is_noun(scene, trade, verb) for p in _split(scene, trade, verb)]
    covered = {
        i: m.kind for m in scene.analysis.beside(scene.first) for i in range(m.start, m.end) if m.kind != "Pronoun"
    }
    for i in range(scene.first + 1, scene.last - 1):
        if i not in known and i not in covered:
            made = _mistagged(scene, trade, i, covered)
            if made:
                found.append(_with_auxiliary(scene, trade, found, made))
    found.sort(key=lambda p: p.start)
    return found


def _split(scene: Scene, trade: Trade, verb: Verb) -> list[Predicate]:
    """Part « prévoit de construire » into its two verbs; « va construire », « devrait livrer », « vient de signer » stay one."""
    members = [i for i in range(verb.start, verb.end) if scene.analysis.doc[i].pos_ in {"VERB", "AUX"}] or [verb.head]
    found: list[Predicate] = []
    parts: list[int] = []
    for i in members:
        parts.append(i)
        lemma = _lemma(scene, trade, i)
        helps = scene.analysis.folds[i] in ETRE | AVOIR or lemma in _HELPERS
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
    tense = tense_of(scene, trade, members, lemma, reflexive)
    modals = {_lemma(scene, trade, i) for i in members[:-1] if folds[i] not in ETRE | AVOIR}
    helped = any(folds[i] in ETRE for i in members[:-1]) and lemma.partition(" ")[0] not in trade.of("with_etre")
    passive = not reflexive and is_participle(scene, head, lemma) and (helped or tense == "participle")
    negated = bool(between & _NEGATIONS) or (start > scene.first and folds[start - 1] in {"ne", "n"})
    negated = negated or (tense == "infinitive" and bool(set(folds[max(scene.first, head - 3) : head]) & {"ne"}))
    if negated and set(folds[end : end + 2]) & {"que", "qu"} and "pas" not in between:
        negated = False  # « n’a livré que douze avions »
    clitics = frozenset(
        folds[i] for i in range(start, head) if folds[i] in {"lui", "leur", "y", "en", "l", "le", "la", "les", "nous"}
    )
    return Predicate(start, end, head, lemma, tense, passive, reflexive, negated, frozenset(modals), clitics, verb)


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


def _mistagged(scene: Scene, trade: Trade, i: int, covered: dict[int, str]) -> Predicate | None:
    """« La Russie livre 12 hélicoptères », « un contrat signé en mai »: a verb that the model takes for a noun or an adjective."""
    analysis = scene.analysis
    doc, folds = analysis.doc, analysis.folds
    if doc[i].pos_ not in {"NOUN", "ADJ", "PROPN", "ADV"} or not doc[i].text.islower():
        return None
    lemma = trade.forms.get(folds[i])
    if lemma is None or not (lemma in trade.act_verbs or lemma in trade.concluding or lemma in trade.stage_verbs):
        return None
    counted = doc[i - 1].text[-1].isdigit() and is_participle(scene, i, lemma)  # « sur les 121 commandés à X »
    if doc[i].pos_ == "ADJ" or counted:
        return Predicate(i, i + 1, i, lemma, "participle", passive=True) if is_participle(scene, i, lemma) else None
    finite = folds[i] in {lemma[:-1], lemma[:-1] + "nt", lemma[:-2] + "t"} and lemma.endswith("er")
    before = covered.get(i - 1)
    named = doc[i - 1].pos_ == "PROPN" and doc[i - 1].text[0].isupper()
    if finite and (before in _ACTORS or ((before or named) and _complemented(scene, i + 1))):
        return Predicate(i, i + 1, i, lemma, "present")
    return None


def _with_auxiliary(scene: Scene, trade: Trade, found: list[Predicate], made: Predicate) -> Predicate:
    """« avait ouverte »: a participle that the model takes for an adjective, with the auxiliary right before it."""
    before = next((p for p in found if p.end == made.start and p.head == p.end - 1), None)
    if before is None or made.tense != "participle" or scene.analysis.folds[before.head] not in ETRE | AVOIR:
        return made
    found.remove(before)
    tense = tense_of(scene, trade, [before.head, made.head], made.lemma, before.reflexive)
    passive = (
        scene.analysis.folds[before.head] in ETRE and not before.reflexive and made.lemma not in trade.of("with_etre")
    )
    return replace(before, end=made.end, head=made.head, lemma=made.lemma, tense=tense, passive=passive)


def _complemented(scene: Scene, i: int) -> bool:
    """Whether what opens at token `i` is a verb’s complement: an article, a figure, « à », an infinitive."""
    if i >= scene.last:
        return False
    word, token = scene.analysis.folds[i], scene.analysis.doc[i]
    return (
        word in _COMPLEMENTS
        or word[:1].isdigit()
        or word in scene.analysis.words.numbers
        or (token.pos_ == "VERB" and token.text.endswith(("er", "ir", "re")))
    )
