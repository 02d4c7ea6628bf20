"""Applies the frames to every sentence: what was done, by whom, to whom, where and when.

For each trigger the frame's roles are filled from the clause around it (`clauses`); a candidate that lacks a slot it
needs is rejected with the reason, never guessed at.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.circumstances import settle
from dragoman.graph.reading.clauses import Clause
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.frames import Frame, SlotRule, frames
from dragoman.graph.reading.noun_groups import Phrase
from dragoman.graph.reading.scenes import Event, Scene
from dragoman.graph.reading.verb_groups import Verb
from dragoman.graph.records import Rejection


def read_events(analysis: Analysis, dates: Dates, language: str) -> list[Event]:
    """Return the candidate events of an article in the order of its text."""
    found: list[Event] = []
    known = frames(language)
    for first, last in analysis.sentences:
        scene = Scene(analysis, first, last)
        for frame in known:
            if frame.record in {"Agreement", "Deal"}:
                continue
            found += (
                _noun_events(scene, frame, dates) if frame.construction == "noun" else _verb_events(scene, frame, dates)
            )
    found.sort(key=lambda e: (e.start, e.end))
    return found


def _verb_events(scene: Scene, frame: Frame, dates: Dates) -> list[Event]:
    found = []
    for verb in scene.verbs:
        if verb.lemma not in frame.trigger:
            continue
        voice = "passive" if verb.passive else "reflexive" if verb.reflexive else "active"
        if voice != frame.construction:
            continue
        event = _fill(scene, frame, verb, scene.clause(verb), verb.start, verb.end, dates)
        if event:
            found.append(event)
    return found


def _noun_events(scene: Scene, frame: Frame, dates: Dates) -> list[Event]:
    analysis, found = scene.analysis, []
    for i in range(scene.first, scene.last):
        word, lemma = analysis.folds[i], analysis.lemmas[i]
        if not (lemma in frame.trigger or word in frame.trigger or (word.endswith("s") and word[:-1] in frame.trigger)):
            continue
        covering = analysis.at(i)
        if analysis.doc[i].pos_ in {"VERB", "AUX"} or (covering is not None and covering.kind not in {"Adjective"}):
            continue
        verb: Verb | None = None
        if frame.light:
            verb = scene.verb_before(i)
            near = (
                verb is not None
                and i - verb.end <= 6
                and not any(t.text in {",", ";", ":"} for t in analysis.doc[verb.end : i])
            )
            if verb is None or not near or verb.lemma not in frame.light or verb.passive:
                continue
        if frame.led and (i == scene.first or analysis.folds[i - 1] not in frame.led):
            continue
        pseudo = Verb(i, i + 1, i, lemma)
        clause = Clause(analysis, pseudo, scene.verbs, scene.phrases, scene.first, scene.last)
        event = _fill(scene, frame, verb or pseudo, clause, i, i + 1, dates, noun=i)
        if event:
            found.append(event)
    return found


def _fill(
    scene: Scene, frame: Frame, verb: Verb, clause: Clause, start: int, end: int, dates: Dates, noun: int | None = None
) -> Event | None:
    analysis = scene.analysis
    event = Event(
        frame.record,
        frame.name,
        start,
        end,
        {(scene.first, scene.last)},
        status=frame.status,
        head=analysis.lemmas[start],
    )
    reach = _reach(scene, clause, noun) if noun is not None else clause.end
    for rule in frame.slots:
        for role in rule.roles:
            _fill_role(scene, event, rule, role, verb, clause, noun, reach, frame)
    missing = _missing(event, frame)
    if missing:
        if event.fills:
            analysis.rejected.append(
                Rejection(frame.record, analysis.span(scene.first, scene.last), frame.name, f"no {missing} was found")
            )
        return None
    if verb.negated:
        analysis.rejected.append(
            Rejection(frame.record, analysis.span(scene.first, scene.last), frame.name, "it is negated")
        )
        return None
    if frame.record in {"Meeting", "Visit"}:
        if verb.future or verb.due:
            event.status = "Planned"
        if verb.conditional:
            event.certainty = "Conditional"
    settle(scene, event, verb, noun, reach, dates)
    if noun is not None:
        event.names.append((start, reach))
    return event


def _reach(scene: Scene, clause: Clause, noun: int) -> int:
    """Where the noun's own complements end: at the next verb that is not among them."""
    for verb in scene.verbs:
        if verb.start > noun:
            return min(verb.start, clause.end)
    return clause.end


def _missing(event: Event, frame: Frame) -> str | None:
    for need in frame.needs:
        slot, _, count = need.partition("/")
        if len([f for f in event.fills if f.slot == slot]) < int(count or 1):
            return slot
    return None


def _fill_role(
    scene: Scene,
    event: Event,
    rule: SlotRule,
    role: str,
    verb: Verb,
    clause: Clause,
    noun: int | None,
    reach: int,
    frame: Frame,
) -> None:
    analysis = scene.analysis
    if role == "adjective":
        after = analysis.at((noun or verb.head) + 1)
        if after and after.kind == "Adjective" and after.country:
            event.add(rule.name, analysis.known(after.country), after.start, after.end)
        return
    if role == "around":
        phrase = _around(scene, noun if noun is not None else verb.start)
        chosen = [phrase] if phrase else []
    elif role == "subject":
        owner = clause if noun is None else scene.clause(verb) if frame.light else None
        found = owner.subject() if owner else None
        chosen = [found] if found else []
    elif role == "object":
        found = clause.object()
        chosen = [found] if found else []
    else:
        chosen = [
            p for p in clause.by_role(role) if noun is None or (p.start >= (noun or 0) and _attached(noun, p, reach))
        ]
        if noun is not None and not chosen and frame.light:
            chosen = list(scene.clause(verb).by_role(role))
    for phrase in chosen:
        if _fill_phrase(analysis, event, rule, phrase):
            return


def _attached(noun: int, phrase: Phrase, reach: int) -> bool:
    """Whether a phrase with a preposition belongs to the noun: it stands before the next verb."""
    return phrase.start < max(reach, noun + 1)


def _around(scene: Scene, noun: int) -> Phrase | None:
    """« M. Patrouchev, en visite au Maroc »: the phrase before the comma; « En visite à Moscou, M. Lavrov »: the one after."""
    before = [
        p for p in scene.phrases if p.end <= noun - 1 and p.mentions[-1].kind in {"Person", "Description", "Pronoun"}
    ]
    if before and {t.text for t in scene.analysis.doc[before[-1].end : noun - 1]} <= {","}:
        return before[-1]
    after = [
        p
        for p in scene.phrases
        if p.start > noun and p.role == "" and p.mentions[0].kind in {"Person", "Description", "Pronoun"}
    ]
    opens = noun - 1 <= scene.first + 1
    return after[0] if after and opens else None


def fits(mention: Mention, kinds: tuple[str, ...]) -> list[Draft]:
    """Return the entities of a mention that a slot of these kinds may take."""
    return [d for d in mention.drafts if d.kind in kinds or ("State" in kinds and d.kind == "Country")]


def _fill_phrase(analysis: Analysis, event: Event, rule: SlotRule, phrase: Phrase) -> bool:
    done = False
    for mention in phrase.mentions:
        for draft in fits(mention, rule.kinds):
            event.add(rule.name, draft, *mention.core)
            done = True
        if "State" in rule.kinds and mention.kind == "Place" and mention.draft and mention.draft.stands_for:
            event.add(rule.name, analysis.known(mention.draft.stands_for), *mention.core)
            done = True
    return done
