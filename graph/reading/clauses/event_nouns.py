"""Reads the noun phrase of an event noun: « sa première visite officielle à Tokyo, prévue en juin ».

What leads it (« lors de »), its determiner (a possessive says whose it is, « aucune » that there was none), where its
complements end, and which verb carries it: as its object (« a effectué une visite »), as what happens (« la visite aura
lieu », « des entretiens ont été tenus par ») or in a relative clause (« les entretiens que M. Aydin a eus avec »).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.syntax import subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.occurrences import Occurrences

POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs"})
DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
_DETERMINERS = (
    POSSESSIVES
    | DEMONSTRATIVES
    | {"le", "la", "l", "les", "un", "une", "des", "aucun", "aucune", "toute", "tout", "plusieurs"}
)
_CONTRACTED = {"du": "le", "au": "le", "des": "les", "aux": "les"}
_APART, _CLOSE = 14, 8
"""Tokens between a verb and its object: outside mentions where commas set something off, and at all where nothing does."""
_STOPS = frozenset({"que", "qu", "qui", "ou", "dont", "alors", "tandis", "lorsque", "quand", "avant", "apres"})


@dataclass(frozen=True)
class EventNoun:
    """One event noun with what belongs to it.

    Attributes:
        head: the noun's token; start, end: where its phrase begins (determiner) and its complements end.
        determiner: folded, « le » where it is contracted (« du », « au »), "" for none.
        lead: the folded words before it, preposition included.
    """

    head: int
    start: int
    end: int
    determiner: str
    lead: str


def event_noun(scene: Scene, i: int, known: Occurrences) -> EventNoun:
    """Return the phrase of the event noun at token `i`."""
    analysis = scene.analysis
    doc, folds = analysis.doc, analysis.folds
    j = i - 1
    while (
        j >= scene.first
        and (doc[j].pos_ in {"ADJ", "NUM", "ADV"} or folds[j] in {"premier", "premiere", "deuxieme", "nouvelle"})
        and (folds[j] not in _DETERMINERS and analysis.at(j) is None)
    ):
        j -= 1
    determiner, start = "", j + 1
    if j >= scene.first and folds[j] in _CONTRACTED:
        determiner, start = _CONTRACTED[folds[j]], j + 1
        if folds[j] == "des" and (
            j == scene.first
            or folds[j - 1] not in {"issue", "lors", "terme", "marge", "cours", "occasion", "centre", "menu"}
        ):
            start = j
    elif j >= scene.first and folds[j] in _DETERMINERS:
        determiner, start = folds[j], j
        if folds[j] in {"les", "la", "l", "le"} and j > scene.first and folds[j - 1] == "toute":
            determiner, start = "toute", j - 1
    lead = " ".join(f for f in folds[max(scene.first, start - 5) : start] if f)
    return EventNoun(i, start, _end(scene, i, known), determiner, lead)


def _end(scene: Scene, i: int, known: Occurrences) -> int:
    """Where the noun's complements end: at the next clause, the next event noun, a semicolon or the end of the sentence."""
    analysis = scene.analysis
    for j in range(i + 1, scene.last):
        fold = analysis.folds[j]
        if analysis.doc[j].text in {";", ":", "(", "»"} or (fold in _STOPS and analysis.at(j) is None):
            return j
        if (
            (fold in known.visits or fold in known.meetings)
            and analysis.at(j) is None
            and analysis.doc[j].pos_ == "NOUN"
            and not _inside(scene, i, j)
        ):
            return j
        verb = scene.verb_at(j)
        if verb is not None and not (
            verb.participle
            and (verb.lemma in known.carriers or _agent(scene, verb))
            and not _of_another(scene, i, verb)
        ):
            return j
    return scene.last


def _inside(scene: Scene, i: int, j: int) -> bool:
    """« séance de travail », « visite de travail », « entretien en tête-à-tête »: a noun within the noun's own name."""
    return j - i <= 2 and scene.analysis.folds[j - 1] in {"de", "en", "d"}


def _of_another(scene: Scene, i: int, verb: Verb) -> bool:
    """« la visite en application de l’accord conclu en mars »: the participle is said of the noun right before it."""
    before = scene.analysis.doc[verb.start - 1]
    return (
        before.pos_ == "NOUN"
        and before.i != i
        and scene.analysis.at(before.i) is None
        and before.lemma_ not in {"travail", "jour", "heure", "état"}
    )


def _agent(scene: Scene, verb: Verb) -> bool:
    return scene.analysis.folds[verb.end : verb.end + 1] == ["par"]


def object_verb(scene: Scene, noun: EventNoun) -> Verb | None:
    """Return the verb whose object the noun is: as the tree has it, else by order, with little else between them."""
    analysis = scene.analysis
    verb = scene.verb_before(noun.start)
    if verb is None:
        return None
    token = analysis.doc[noun.head]
    if token.dep_ == "obj" and verb.start <= token.head.i < verb.end:
        return verb
    between = range(verb.end, noun.start)
    if any(analysis.doc[k].text in {";", ":"} for k in between):
        return None
    free = [k for k in between if analysis.at(k) is None]
    commas = [k for k in free if analysis.doc[k].text == ","]
    closing = len(commas) == 1 and _closes(analysis, commas[0])
    led = noun.start > verb.end and analysis.doc[noun.start - 1].pos_ == "ADP" and analysis.folds[noun.start - 1] != "a"
    if led or (len(commas) == 1 and not closing) or len(free) > _APART or (not commas and len(between) > _CLOSE):
        return None
    return verb


def _closes(analysis: Analysis, k: int) -> bool:
    """Whether the comma at token `k` closes what a person's mention holds: « avec son homologue, M. Lie, la session »."""
    said = analysis.at(k - 1)
    return said is not None and any(analysis.doc[i].text == "," for i in range(said.start, said.end))


def relative_verb(scene: Scene, noun: EventNoun) -> Verb | None:
    """« les entretiens que le président a eus »: the verb of the relative clause whose object the noun is."""
    if noun.end < scene.last and scene.analysis.folds[noun.end] in {"que", "qu"}:
        return next((v for v in scene.verbs if v.start > noun.end), None)
    return None


def subject_verbs(scene: Scene, noun: EventNoun, known: Occurrences) -> list[Verb]:
    """Return the verbs that say something of the noun: participles inside its phrase, then the finite verb after it."""
    found = [v for v in scene.verbs if noun.head < v.start < noun.end and v.participle]
    after = next((v for v in scene.verbs if v.start >= noun.end and v.finite), None)
    if after is not None and _says(scene, noun, after, known):
        found.append(after)
    if (after is not None and after not in found) or (after is not None and scene.analysis.folds[noun.end] in _STOPS):
        later = next((v for v in scene.verbs if v.start > after.start and v.finite), None)
        if later is not None and later.passive and known.carriers.get(later.lemma) in {"postponed", "cancelled"}:
            found.append(later)  # « La visite que devait effectuer M. X a été reportée »
    if noun.start > scene.first and scene.analysis.doc[noun.start - 1].text == ",":
        opening = [v for v in scene.verbs if v.end <= noun.start]
        people = any(p.role == "" and p.end <= noun.start for p in scene.phrases)
        if opening and all(v.participle for v in opening) and not people:
            found = opening + found
    before = scene.verb_before(noun.start)
    if before is not None and _inverted(scene, noun, before):
        found.append(before)
    return found


def _says(scene: Scene, noun: EventNoun, verb: Verb, known: Occurrences) -> bool:
    token = subject(scene.analysis, verb)
    if token is not None and (token == noun.head or _heads(scene, token, noun, known)):
        return True
    folds = scene.analysis.folds
    if noun.end < scene.last and folds[noun.end] == "qui":
        return True
    if verb.passive and known.carriers.get(verb.lemma) in {"postponed", "cancelled"} and verb.start - noun.end <= 6:
        return True  # nobody but an event is put off or called off
    governed = scene.analysis.doc[noun.start - 1].pos_ == "ADP" if noun.start > scene.first else False
    if governed or (token is not None and any(p.start <= token < p.end for p in scene.phrases if p.role == "")):
        return False
    actor = any(
        p.role == ""
        and noun.head < p.start < verb.start
        and p.mentions[0].kind in {"Person", "Description", "Pronoun"}
        and not any(t.text in {","} for t in scene.analysis.doc[p.start - 1 : p.start])
        for p in scene.phrases
    )
    return not actor and not any(noun.end <= v.start < verb.start for v in scene.verbs if v.finite)


def _heads(scene: Scene, token: int, noun: EventNoun, known: Occurrences) -> bool:
    """« Les travaux de la 8e session de la commission … se sont ouverts »: one noun of talks stands for the next."""
    chained = token < noun.head and scene.analysis.folds[token] in known.meetings
    return chained and not scene.verbs_between(token, noun.head)


def _inverted(scene: Scene, noun: EventNoun, verb: Verb) -> bool:
    """« Est prévue une rencontre », « doit avoir lieu la visite de », « ont eu lieu des pourparlers »."""
    awaits = verb.lemma == "attendre" and noun.start == verb.end
    return (subject(scene.analysis, verb) == noun.head or awaits) and noun.start - verb.end <= 4
