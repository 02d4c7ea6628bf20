"""Says whether what a verb or a noun tells is so: denied, wished for and merely possible events are none.

« n’a pas rencontré », « a démenti toute rencontre », « a invité le président à se rendre », « sans rencontrer », « si le roi
se rend ». The way of ConText and FactBank (Harkema et al. 2009; Saurí & Pustejovsky 2009): a trigger and its scope.
"""

from __future__ import annotations

from dragoman.graph.reading.clauses.event_nouns import EventNoun
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.occurrences import Occurrences

NEGATED, WISHED = "it is negated", "it is only wished for, possible or offered"


def doubt_about_verb(scene: Scene, verb: Verb, known: Occurrences) -> str | None:
    """Return why what a verb tells did not happen and is not planned, or None."""
    analysis = scene.analysis
    folds = analysis.folds
    if verb.negated:
        return NEGATED
    if verb.conditional and {"devoir", "avoir"} <= verb.lemmas:
        return NEGATED  # « aurait dû rencontrer »
    if verb.lemmas & (known.wishing) - {verb.lemma}:
        return WISHED
    if verb.lemmas & known.denying - {verb.lemma}:
        return NEGATED
    if verb.due and verb.past and any(v.negated for v in scene.verbs if v.end <= verb.start and v.finite):
        return NEGATED  # « n’ira pas à New York, où il devait rencontrer »
    before = [f for f in folds[max(scene.first, verb.start - 3) : verb.start] if f]
    if verb.infinitive:
        if "sans" in before[-1:]:
            return NEGATED
        if before[-1:] in (["a"], ["de"], ["d"]) and set(before) & known.unreal:
            return WISHED
        main = scene.verb_before(verb.start)
        between = folds[main.end if main is not None else scene.first : verb.start]
        if before[-1:] == ["a"] and set(between) & known.unreal:
            return WISHED  # « a accepté l’invitation de M. Morel à se rendre en France »
        if main is not None and before:
            close = verb.start - main.end <= 2
            if main.lemma in known.denying and close:
                return NEGATED
            if main.lemma in known.wishing and (close or before[-1] in {"a", "de", "d"}):
                return WISHED
            if main.negated and close:
                return NEGATED
    if "si" in folds[max(scene.first, verb.start - 12) : verb.start] and _conditional_clause(scene, verb):
        return WISHED
    return None


def _conditional_clause(scene: Scene, verb: Verb) -> bool:
    """« si le roi se rend … »: « si » opens the clause of the verb."""
    for i in range(verb.start - 1, max(scene.first, verb.start - 12) - 1, -1):
        if scene.verb_at(i) is not None or scene.analysis.doc[i].text in {",", ";"}:
            return False
        if scene.analysis.folds[i] == "si" and scene.analysis.doc[i].pos_ == "SCONJ":
            return True
    return False


def doubt_about_noun(scene: Scene, noun: EventNoun, verb: Verb | None, known: Occurrences) -> str | None:
    """Return why the event that a noun names did not happen and is not planned, or None."""
    folds = scene.analysis.folds
    if noun.determiner in {"aucun", "aucune"} or noun.lead.endswith(("sans", "pas de", "pas d", "absence de")):
        return NEGATED
    around = set(folds[noun.start : noun.head + 2]) | {
        folds[k] for k in range(max(scene.first, noun.start - 2), noun.start)
    }
    if around & known.unreal:
        return WISHED
    if verb is None:
        return None
    if verb.lemma in known.denying:
        return NEGATED
    if verb.lemma in known.wishing and not verb.passive and verb.end <= noun.start:
        return WISHED
    return doubt_about_verb(scene, verb, known)
