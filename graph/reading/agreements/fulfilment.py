"""Says whether an act was done: what is denied, hoped for, planned, or still to be signed is no agreement.

« n’ont signé aucun accord », « devraient être paraphées », « en vue de la signature d’un accord », « la signature a été
reportée ». A future told of a past day is history (« ils signeront en 1992 le traité »); a past conditional is a hedge
(« auraient signé »).
"""

from __future__ import annotations

from datetime import date

from dragoman.graph.reading.agreements.acts import Act, finite, relative
from dragoman.graph.reading.agreements.indexed_scenes import IndexedScene
from dragoman.graph.reading.agreements.instrument_phrases import Instrument
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.days import When, earliest_latest

_UNREAL = "it is hoped for, planned or put off"
_DENIED = "it is denied"


def unreal(scene: IndexedScene, act: Act, item: Instrument, when: When | None) -> str:
    """Return why the act was not done to the instrument, or "" where it was."""
    if item.barred:
        return item.barred
    if _ahead(scene, when):
        return _UNREAL
    if act.noun:
        return _noun(scene, act, when)
    return _verb(scene, act.verb, when) if act.verb else ""


def hedged(act: Act) -> bool:
    """Whether the act is told in a past conditional: « auraient signé »."""
    verb = act.verb
    return verb is not None and verb.conditional and not verb.infinitive and not verb.lemmas & {"devoir", "pouvoir"}


def _verb(scene: IndexedScene, verb: Verb, when: When | None) -> str:
    folds, doc = scene.analysis.folds, scene.analysis.doc
    if verb.negated and not _only(scene, verb):
        return _DENIED
    morph = [doc[i].morph for i in range(verb.start, verb.end)]
    if any("Sub" in m.get("Mood", []) for m in morph) and any(
        folds[i] in {"que", "qu"} for i in range(max(scene.first, verb.start - 12), verb.start)
    ):
        return _UNREAL
    if verb.lemmas & {"devoir", "pouvoir", "vouloir", "falloir"} - {verb.lemma}:
        return _UNREAL
    if verb.conditional and "Part" not in morph[-1].get("VerbForm", []):
        return _UNREAL
    if verb.future and not _past(scene, when) and not _looking_back(scene, verb):
        return _UNREAL
    if _conditional_clause(scene, verb):
        return _UNREAL
    if verb.infinitive or _perfect_infinitive(verb, scene):
        return _infinitive(scene, verb, when)
    if verb.participle:
        return _participle(scene, verb)
    return _governed(scene, verb)


def _only(scene: IndexedScene, verb: Verb) -> bool:
    """« n’ont signé que deux accords »: no denial."""
    folds = scene.analysis.folds[verb.end : min(scene.last, verb.end + 5)]
    between = scene.analysis.folds[verb.start : verb.end]
    return any(w in {"que", "qu"} for w in folds) and not {"pas", "jamais", "rien", "aucun"} & set(between)


def _looking_back(scene: IndexedScene, verb: Verb) -> bool:
    """« la visite aura permis de signer »: a future perfect that looks back."""
    participle = any("Part" in scene.analysis.doc[i].morph.get("VerbForm", []) for i in range(verb.start, verb.end))
    return participle and "avoir" in verb.lemmas and "etre" not in verb.lemmas


def _ahead(scene: IndexedScene, when: When | None) -> bool:
    """Whether the day lies after publication: « le protocole expire le 15 novembre »."""
    published: date | None = scene.analysis.published
    if when is None or when.value is None or published is None:
        return False
    days = earliest_latest(when.value)
    return days is not None and days[0] > published.isoformat()


def _past(scene: IndexedScene, when: When | None) -> bool:
    published: date | None = scene.analysis.published
    if when is None or when.value is None or published is None:
        return False
    days = earliest_latest(when.until or when.value)
    return days is not None and days[1] < published.isoformat()


def _conditional_clause(scene: IndexedScene, verb: Verb) -> bool:
    """« si l’accord est signé », « une fois l’accord signé », « dès que … sera signé », « quand », « avant que »."""
    folds, doc = scene.analysis.folds, scene.analysis.doc
    for i in range(verb.start - 1, scene.first - 1, -1):
        other = scene.verb_at(i)
        if other is not None and finite(other):
            return False
        if folds[i : i + 2] == ["une", "fois"] and verb.participle:
            return True
        opens = folds[i] == "si" or (folds[i] == "s" and folds[i + 1 : i + 2] in (["il"], ["ils"]))
        if opens and doc[i].pos_ in {"SCONJ", "ADV"} and (i == scene.first or doc[i].pos_ == "SCONJ"):
            return True
    return False


def _perfect_infinitive(verb: Verb, scene: IndexedScene) -> bool:
    return any("Inf" in scene.analysis.doc[i].morph.get("VerbForm", []) for i in range(verb.start, verb.end))


def _infinitive(scene: IndexedScene, verb: Verb, when: When | None) -> str:
    """« avant de signer », « après avoir signé », « a vu X conclure », « viennent de signer »: as real as what governs them."""
    folds = scene.analysis.folds
    before = [w for w in folds[max(scene.first, verb.start - 3) : verb.start + 1] if w]
    holder = _governor(scene, verb)
    if before[-2:-1] == ["a"] and _ordinal(scene, verb):
        return _verb(scene, holder, when) if holder is not None and holder is not verb else ""
    if verb.lemmas & scene.known.doings - {verb.lemma} and (not verb.future or _looking_back(scene, verb)):
        return ""
    if "apres" in before or (before[:2] == ["avant", "de"] or before[-3:-1] == ["avant", "de"]):
        return _verb(scene, holder, when) if holder is not None and holder is not verb else ""
    if holder is not None and holder.lemma in scene.known.doings:
        return _verb(scene, holder, when)
    if holder is not None and holder.lemma in scene.known.denials:
        return _DENIED
    return _UNREAL


def _ordinal(scene: IndexedScene, verb: Verb) -> bool:
    """« le quinzième pays à signer »: told as done."""
    near = scene.analysis.folds[max(scene.first, verb.start - 5) : verb.start]
    return any(w.endswith("ieme") or w in scene.known.ordinals for w in near)


def _governor(scene: IndexedScene, verb: Verb) -> Verb | None:
    """The verb that an infinitive depends on: the finite one before it, else the first after it."""
    before = [v for v in scene.verbs if v.end <= verb.start and (finite(v) or v.infinitive)]
    if before:
        return before[-1]
    return next((v for v in scene.verbs if v.start >= verb.end and finite(v)), None)


def _participle(scene: IndexedScene, verb: Verb) -> str:
    folds = scene.analysis.folds
    before = [w for w in folds[max(scene.first, verb.start - 3) : verb.start] if w]
    if {"non", "pas", "jamais", "etre"} & set(before):
        return _DENIED
    if "Pres" in scene.analysis.doc[verb.head].morph.get("Tense", []):
        main = next((v for v in scene.verbs if finite(v)), None)
        return _verb(scene, main, None) if main is not None and (main.conditional or main.future) else ""
    return ""


def _governed(scene: IndexedScene, verb: Verb) -> str:
    """« X dément que l’accord a été signé », « espère que », « attend que »."""
    folds = scene.analysis.folds
    for i in range(verb.start - 1, scene.first, -1):
        if folds[i] in {"que", "qu"}:
            holder = scene.verb_before(i)
            if holder is not None and holder.end >= i - 3:
                if holder.lemma in scene.known.denials and not holder.negated:
                    return _DENIED
                if holder.lemma in {"esperer", "souhaiter", "attendre", "vouloir", "demander"}:
                    return _UNREAL
            return ""
    return ""


def _noun(scene: IndexedScene, act: Act, when: When | None) -> str:
    """« en vue de la signature », « la signature est prévue »: as real as the verb that governs the noun."""
    folds, known = scene.analysis.folds, scene.known
    if act.frame.light and act.verb is not None:
        return _verb(scene, act.verb, when)
    before = [w for w in folds[max(scene.first, act.start - 4) : act.start] if w]
    if {"pour", "avant", "sans", "vue", "faute", "jusqu", "vers", "jusque"} & set(before[-3:]) or known.drafts & set(
        before[-3:]
    ):
        return _UNREAL
    after = [w for w in folds[act.end : min(scene.last, act.end + 2)] if w]
    if known.drafts & set(after[:1]) or "attendue" in after or "prevue" in after:
        return _UNREAL
    holder = _nominal_governor(scene, act)
    if holder is None:
        return ""
    if holder.lemmas & known.denials:
        return _DENIED
    if holder.lemmas & known.hopes:
        return _UNREAL
    return _verb(scene, holder, when)


def governor(scene: IndexedScene, act: Act) -> Verb | None:
    """Return the verb that governs an act told by a noun, None for any other."""
    return _nominal_governor(scene, act) if act.noun and not act.frame.light else None


def _nominal_governor(scene: IndexedScene, act: Act) -> Verb | None:
    """The verb whose clause holds the noun: the last before it, save where the noun is its own clause's subject."""
    governed = act.start > scene.first and any(
        scene.analysis.doc[i].pos_ == "ADP" or scene.analysis.folds[i] in {"du", "au", "aux", "des"}
        for i in range(max(scene.first, act.start - 2), act.start)
    )
    before = [v for v in scene.verbs if v.end <= act.start]
    after = [v for v in scene.verbs if v.start >= act.end and finite(v) and not relative(scene, v)]
    opening = not before or ";" in scene.texts(before[-1].end, act.start)
    if opening and after and (not governed or not before):
        return after[0]
    token = scene.analysis.doc[act.start]
    if token.dep_ in {"nsubj", "nsubj:pass"} and scene.verb_at(token.head.i) is not None:
        return scene.verb_at(token.head.i)
    return before[-1] if before else None
