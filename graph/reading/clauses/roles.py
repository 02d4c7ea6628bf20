"""Fills a frame's slots from the phrases around its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses.clauses import Clause
from dragoman.graph.reading.clauses.event_nouns import POSSESSIVES, EventNoun
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.scenes import Event, Scene, scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.frames import Frame, SlotRule
from dragoman.graph.reading.occurrences import occurrences

_ON_THE_WAY = frozenset(
    {"puis", "ensuite", "enfin", "et", "a", "au", "aux", "en", "le", "la", "les", "l", "avant", "de", ""}
)
_PEOPLE = frozenset({"Person", "Description", "Pronoun"})


@dataclass(frozen=True)
class Trigger:
    """Where a frame was triggered.

    Attributes:
        verb: the verb that tells of the event: the trigger itself, or the light verb that carries a noun.
        noun: the noun that names it, if a noun does.
        clause: the phrases after the verb, or after the noun.
        passive: whether the light verb is passive (« des entretiens ont été tenus par »), so that its agent is the subject.
    """

    scene: Scene
    frame: Frame
    clause: Clause
    verb: Verb | None
    noun: EventNoun | None = None
    passive: bool = False


def fill_role(at: Trigger, event: Event, rule: SlotRule, role: str) -> bool:
    """Fill a slot with what stands in a role; return whether anything did."""
    if role == "adjective":
        return _adjective(at, event, rule)
    done = False
    chosen = _chosen(at, role, filled=rule.many and any(_inside(at, other) for other in rule.roles))
    if rule.many:
        chosen = further(at.scene, chosen[:1])
    for phrase in chosen:
        done = fill_phrase(at.scene.analysis, event, rule, phrase) or done
        if done and not rule.many:
            return True
    return done


def further(here: Scene, phrases: list[Phrase]) -> list[Phrase]:
    """« à Erevan puis à Bakou », « au Caire, à Amman et à Beyrouth »: the places that follow one by one."""
    if not phrases:
        return []
    found = list(phrases)
    for phrase in here.phrases:
        if phrase.start < found[-1].end:
            continue
        gap = here.analysis.folds[found[-1].end : phrase.start]
        marks = {here.analysis.doc[i].text for i in range(found[-1].end, phrase.start) if not here.analysis.folds[i]}
        if marks - {","} or not set(gap) <= _ON_THE_WAY or phrase.mentions[0].kind not in {"Place", "Country"}:
            break
        found.append(phrase)
    return found


def _inside(at: Trigger, role: str) -> list[Phrase]:
    """The noun's own complements."""
    if at.noun is None:
        return []
    found = [p for p in at.clause.by_role(role) if at.noun.head < p.start < at.noun.end]
    opened = next((v.start for v in at.scene.verbs if at.noun.head < v.start and v.participle), at.noun.end)
    if at.frame.light and at.verb is not None and any(p.start >= opened for p in found):
        # « termine au Burundi un périple entamé à Kigali »: the participle’s own complements come last
        between = [p for p in at.scene.clause(at.verb).by_role(role) if at.verb.end <= p.start < at.noun.start]
        return [p for p in found if p.start < opened] or between or found
    return found


def _chosen(at: Trigger, role: str, *, filled: bool) -> list[Phrase]:
    if role == "beside":
        return _maybe(_place_beside(at.scene, at.noun) if at.noun else None)
    if role == "around":
        return _maybe(_around(at.scene, at.noun))
    if role == "main":
        return _maybe(main_subject(at.scene, at.noun.head if at.noun else at.clause.verb.start))
    if role == "agenda":
        return _maybe(_said_before(at.scene) if _agenda(at.scene) else None)
    if role == "possessor":
        return _maybe(possessor(at.scene, at.noun) if at.noun else None)
    if at.noun is None:
        if role == "subject":
            return _maybe(at.clause.subject())
        if role == "object":
            found = at.clause.object()
            building = found is not None and at.frame.record == "Visit" and found.mentions[0].via == "grammar"
            return [] if building else _maybe(_another(at, found))
        return _following(at.clause, role)
    carrier = at.scene.clause(at.verb) if at.verb else None
    if role == "subject":
        if carrier is None:
            return []
        return carrier.by_role("par") if at.passive else _maybe(carrier.subject() or _inverted(at, carrier))
    if role == "recipient":
        return _maybe(carrier.subject()) if carrier is not None and at.verb is not None and at.verb.seen else []
    if role in {"between", "gathered"}:
        return _gathered(at, carrier, role)
    if role == "a" and carrier is not None and at.verb is not None:
        to = [p for p in at.scene.phrases if p.mentions[0].via == "dative" and at.verb.start <= p.start < at.verb.end]
        if to:
            return to  # « le tête-à-tête que lui a accordé son homologue »
    inside = _inside(at, role)
    if inside or carrier is None or not at.frame.light or filled:
        return inside
    return [p for p in carrier.by_role(role) if role != "de"]


def _another(at: Trigger, found: Phrase | None) -> Phrase | None:
    """« Mme B, qui l’avait déjà reçu »: whom « l’ » stands for is not B, but the subject of the clause before."""
    if found is None or found.mentions[0].via != "clitic":
        return found
    own = at.clause.subject()
    main = at.scene.verb_before(at.clause.verb.start)
    same = own is not None and set(own.mentions[0].drafts) == set(found.mentions[0].drafts)
    if not same and found.mentions[0].drafts:
        return found
    other = at.scene.clause(main).subject() if main is not None else None
    return other if other is not None and own is not None and other is not own and person(other) else found


def _following(clause: Clause, role: str) -> list[Phrase]:
    """The phrases that a preposition leads: those after the verb, else those that open its clause."""
    found = clause.by_role(role)
    after = [p for p in found if p.start >= clause.verb.end]
    return after or ([] if clause.verb.participle else found)


def _inverted(at: Trigger, carrier: Clause) -> Phrase | None:
    """« l’audience qu’a accordée jeudi le pape au président »: in a relative clause the subject may follow."""
    if at.noun is None or carrier.verb.start < at.noun.end:
        return None
    return next(
        (p for p in at.scene.phrases if carrier.verb.end <= p.start < carrier.end and p.role == "" and person(p)), None
    )


def _gathered(at: Trigger, carrier: Clause | None, role: str) -> list[Phrase]:
    """« des pourparlers ont eu lieu entre A et B », « une rencontre a réuni A et B »."""
    if carrier is None or at.verb is None:
        return []
    if role == "between":
        return carrier.by_role("entre")
    return _maybe(carrier.object()) if at.verb.lemma in {"reunir", "rassembler", "opposer"} else []


def _maybe(phrase: Phrase | None) -> list[Phrase]:
    return [phrase] if phrase is not None else []


def _adjective(at: Trigger, event: Event, rule: SlotRule) -> bool:
    head = at.noun.head if at.noun else at.clause.verb.head
    after = at.scene.analysis.at(head + 1)
    if after and after.kind == "Adjective" and after.country:
        event.add(rule.name, at.scene.analysis.known(after.country), after.start, after.end)
        return True
    return False


def fits(mention: Mention, kinds: tuple[str, ...]) -> list[Draft]:
    """Return the entities of a mention that a slot of these kinds may take."""
    return [d for d in mention.drafts if d.kind in kinds or ("State" in kinds and d.kind == "Country")]


def fill_phrase(analysis: Analysis, event: Event, rule: SlotRule, phrase: Phrase) -> bool:
    """Fill a slot with the entities of a phrase that it may take."""
    done = False
    for mention in phrase.mentions:
        for draft in fits(mention, rule.kinds):
            event.add(rule.name, draft, *mention.core)
            done = True
        if "State" in rule.kinds and mention.kind == "Place" and mention.draft and mention.draft.stands_for:
            event.add(rule.name, analysis.known(mention.draft.stands_for), *mention.core)
            done = True
    return done


def person(phrase: Phrase) -> bool:
    """Whether a phrase stands for somebody: by name, description or pronoun."""
    return phrase.mentions[0].kind in _PEOPLE and any(d.kind == "Person" for d in phrase.mentions[0].drafts)


def _around(here: Scene, noun: EventNoun | None) -> Phrase | None:
    """Whom « en visite à … » is said of.

    « M. Patrouchev, en visite au Maroc »: the phrase before the comma; « M. Aydin est en visite à Bakou »: the subject of the
    verb before; « En visite à Moscou, M. Lavrov »: the phrase after.
    """
    if noun is None:
        return None
    start = noun.start - 1
    verb = here.verb_before(start)
    if (
        verb is not None
        and verb.lemma in {"etre", "trouver", "arriver", "rendre", "partir"}
        and not here.verbs_between(verb.end, start)
    ):
        gap = here.analysis.doc[verb.end : start]
        if len(gap) <= 3 and not any(t.text == "," for t in gap):
            return here.clause(verb).subject()
    before = [p for p in here.phrases if p.end <= start and person(p)]
    if before:
        gap_folds = [t.text for t in here.analysis.doc[before[-1].end : start]]
        if set(gap_folds) <= {",", "actuellement", "alors", "aujourd’hui", "aujourd'hui"}:
            return before[-1]
    return (
        main_subject(here, noun.head)
        if start <= here.first + 2 or here.analysis.doc[start - 1].text in {",", "«"}
        else None
    )


def _agenda(here: Scene) -> bool:
    """« Au menu, », « Au programme : »: a sentence without a verb that lists what somebody came for."""
    folds = here.analysis.folds
    opens = folds[here.first] == "au" and folds[here.first + 1] in occurrences(here.analysis.language).agenda
    return opens and not any(v.finite for v in here.verbs)


def _place_beside(here: Scene, noun: EventNoun) -> Phrase | None:
    """« à Nouakchott, première étape de sa tournée »: the place that a noun stands in apposition to."""
    before = [p for p in here.phrases if p.end < noun.start and p.mentions[0].kind in {"Place", "Country"}]
    if not before or before[-1].role not in {"a", "en", "dans", "pour", ""}:
        return None
    return before[-1] if [t.text for t in here.analysis.doc[before[-1].end : noun.start]] == [","] else None


def main_subject(here: Scene, token: int) -> Phrase | None:
    """The subject of the clause that an adjunct stands in: « Au terme d’un entretien avec A, B a annoncé … »."""
    governor = here.governor(token)
    verbs = [v for v in here.verbs if v.finite]
    after = [v for v in verbs if v.start > token]
    before = [v for v in verbs if v.end <= token]
    opening = token - here.first <= 6
    ranked = ([governor] if governor is not None and governor.finite else []) + (
        after[:1] if opening else before[-1:] + after[:1]
    )
    for verb in ranked:
        found = here.clause(verb).subject()
        if found is not None and person(found):
            return found
    return None


def possessor(here: Scene, noun: EventNoun) -> Phrase | None:
    """Whose « sa visite » is: the subject's of its clause, else the person's named before it, here or in the sentence before."""
    if noun.lead.endswith("dont"):
        return next((p for p in reversed(here.phrases) if p.end < noun.start and person(p)), None)
    if noun.determiner not in POSSESSIVES:
        return None
    plural = noun.determiner in {"leur", "leurs"}
    carrier = here.governor(noun.head)
    own = noun.start - here.first <= 1
    if carrier is not None and not own:
        subject = here.clause(carrier).subject()
        if subject is not None and person(subject) and not subject.start <= noun.head < subject.end:
            return subject
    before = [p for p in here.phrases if p.end <= noun.start and person(p) and (p.role == "" or not own)]
    if before and not plural:
        return before[-1]
    main = main_subject(here, noun.head)
    if main is not None:
        return main
    return _said_before(here) or next((p for p in here.phrases if p.start >= noun.end and person(p)), None)


def _said_before(here: Scene) -> Phrase | None:
    """The person whom the sentence before this one speaks of, in the same paragraph."""
    analysis = here.analysis
    if here.first == 0:
        return None
    first, last = analysis.sentence_of(here.first - 1)
    if "\n\n" in analysis.source_text[analysis.doc[last - 1].idx : analysis.doc[here.first].idx]:
        return None
    return next((p for p in scene(analysis, first, last).phrases if person(p) and p.role == ""), None)
