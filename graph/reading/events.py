"""Applies the frames to every sentence: what was done, by whom, to whom, where and when.

For each trigger the frame's roles are filled from the clause around it (`clauses`); a candidate that lacks a slot it
needs is rejected with the reason, never guessed at.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses import Clause, Phrase, Verb, phrases, role_of, verbs
from dragoman.graph.reading.dates import Dates, When
from dragoman.graph.reading.frames import Frame, SlotRule, frames
from dragoman.graph.reading.nominals import Product, product
from dragoman.graph.records import Rejection

_PLACE_ROLES = frozenset({"a", "en", "dans"})


@dataclass(eq=False)
class Fill:
    """One filler of one slot: the value, the tokens that carry it, and whether it was read or derived."""

    slot: str
    value: Draft | str | int
    start: int
    end: int
    basis: str = "read"


@dataclass(eq=False)
class Event:
    """A record in the making."""

    kind: str
    frame: str
    start: int
    end: int
    sentences: set[tuple[int, int]]
    fills: list[Fill] = field(default_factory=list)
    status: str | None = None
    certainty: str = "Asserted"
    when: When | None = None
    names: list[tuple[int, int]] = field(default_factory=list)
    stated_by: list[Draft] = field(default_factory=list)
    links: list[tuple[str, Event]] = field(default_factory=list)
    head: str = ""

    def drafts(self, *slots: str) -> list[Draft]:
        """Return the entities that fill the slots."""
        return [f.value for f in self.fills if f.slot in slots and isinstance(f.value, Draft)]

    def add(self, slot: str, value: Draft | str | int, start: int, end: int, basis: str = "read") -> None:
        """Fill a slot unless it holds the value already."""
        if not any(f.slot == slot and f.value is value or (f.slot == slot and f.value == value) for f in self.fills):
            self.fills.append(Fill(slot, value, start, end, basis))


class Scene:
    """One sentence with its verbs and phrases."""

    def __init__(self, analysis: Analysis, first: int, last: int) -> None:
        """Read the sentence."""
        self.analysis, self.first, self.last = analysis, first, last
        self.verbs = verbs(analysis, first, last)
        self.phrases = phrases(analysis, first, last)

    def clause(self, verb: Verb) -> Clause:
        """Return the clause around one of the sentence's verbs."""
        return Clause(self.analysis, verb, self.verbs, self.phrases, self.first, self.last)

    def verb_before(self, i: int) -> Verb | None:
        """Return the last verb that ends before token `i`."""
        found = [v for v in self.verbs if v.end <= i]
        return found[-1] if found else None


def read_events(analysis: Analysis, dates: Dates, language: str) -> list[Event]:
    """Return the candidate events of an article in the order of its text."""
    found: list[Event] = []
    known = frames(language)
    for first, last in analysis.sentences:
        scene = Scene(analysis, first, last)
        for frame in known:
            if frame.record == "Agreement":
                continue
            found += _noun_events(scene, frame, dates) if frame.construction == "noun" else _verb_events(scene, frame, dates)
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
            near = verb is not None and i - verb.end <= 6 and not any(t.text in {",", ";", ":"} for t in analysis.doc[verb.end : i])
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


def _fill(scene: Scene, frame: Frame, verb: Verb, clause: Clause, start: int, end: int, dates: Dates, noun: int | None = None) -> Event | None:
    analysis = scene.analysis
    event = Event(frame.record, frame.name, start, end, {(scene.first, scene.last)}, status=frame.status, head=analysis.lemmas[start])
    reach = _reach(scene, clause, noun) if noun is not None else clause.end
    for rule in frame.slots:
        for role in rule.roles:
            _fill_role(scene, event, rule, role, verb, clause, noun, reach, frame)
    missing = _missing(event, frame)
    if missing:
        if event.fills:
            analysis.rejected.append(Rejection(frame.record, analysis.span(scene.first, scene.last), frame.name, f"no {missing} was found"))
        return None
    if verb.negated:
        analysis.rejected.append(Rejection(frame.record, analysis.span(scene.first, scene.last), frame.name, "it is negated"))
        return None
    if frame.record in {"Meeting", "Visit"}:
        if verb.future or verb.due:
            event.status = "Planned"
        if verb.conditional:
            event.certainty = "Conditional"
    _settle(scene, event, verb, noun, reach, dates)
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


def _fill_role(scene: Scene, event: Event, rule: SlotRule, role: str, verb: Verb, clause: Clause, noun: int | None, reach: int, frame: Frame) -> None:
    analysis = scene.analysis
    if rule.phrase:
        for item in _phrase_products(scene, rule, role, verb, clause, noun):
            _add_product(analysis, event, item)
            if not rule.many:
                return
        return
    if role == "adjective":
        after = analysis.at((noun or verb.head) + 1)
        if after and after.kind == "Adjective" and after.country:
            event.add(rule.name, analysis.known(after.country), after.start, after.end)
        return
    if role == "around":
        phrase = _around(scene, noun if noun is not None else verb.start, reach)
        chosen = [phrase] if phrase else []
    elif role == "subject":
        owner = clause if noun is None else scene.clause(verb) if frame.light else None
        found = owner.subject() if owner else None
        chosen = [found] if found else []
    elif role == "object":
        found = clause.object()
        chosen = [found] if found else []
    else:
        chosen = [p for p in clause.by_role(role) if noun is None or p.start >= (noun or 0) and _attached(scene, noun, p, reach)]
        if noun is not None and not chosen and frame.light:
            chosen = [p for p in scene.clause(verb).by_role(role)]
    for phrase in chosen:
        if _fill_phrase(analysis, event, rule, phrase):
            return


def _attached(scene: Scene, noun: int, phrase: Phrase, reach: int) -> bool:
    """Whether a phrase with a preposition belongs to the noun: it stands before the next verb."""
    return phrase.start < max(reach, noun + 1)


def _around(scene: Scene, noun: int, reach: int) -> Phrase | None:
    """« M. Patrouchev, en visite au Maroc »: the phrase before the comma; « En visite à Moscou, M. Lavrov »: the one after."""
    before = [p for p in scene.phrases if p.end <= noun - 1 and p.mentions[-1].kind in {"Person", "Description", "Pronoun"}]
    if before and {t.text for t in scene.analysis.doc[before[-1].end : noun - 1]} <= {","}:
        return before[-1]
    after = [p for p in scene.phrases if p.start > noun and p.role == "" and p.mentions[0].kind in {"Person", "Description", "Pronoun"}]
    opens = noun - 1 <= scene.first + 1
    return after[0] if after and opens else None


def fits(mention: Mention, kinds: tuple[str, ...]) -> list[Draft]:
    """Return the entities of a mention that a slot of these kinds may take."""
    found = []
    for draft in mention.drafts:
        if draft.kind in kinds or ("State" in kinds and draft.kind == "Country"):
            found.append(draft)
    return found


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


def _phrase_products(scene: Scene, rule: SlotRule, role: str, verb: Verb, clause: Clause, noun: int | None) -> list[Product]:
    analysis, found = scene.analysis, []
    if role == "object":
        start = verb.end
        skipped = [p for p in scene.phrases if p.role in {"a"} and p.start >= verb.end and p.start - verb.end <= 2]
        if skipped:
            start = skipped[0].end
        item = product(analysis, start, clause.end)
        return [item] if item else []
    i = (noun or verb.head) + 1
    while i < scene.last:
        if analysis.folds[i] == role.split()[0] and analysis.at(i) is None and " ".join(analysis.folds[i : i + len(role.split())]) == role:
            item = product(analysis, i + len(role.split()), scene.last)
            if item and not any(v.infinitive and v.start == item.start for v in scene.verbs):
                found.append(item)
                i = item.end
                continue
        if analysis.doc[i].text in {";", "."} or (found and analysis.folds[i] not in {"et", "ou", "des", "les", "la", "le", "l", "un", "une", ""} and not rule.many):
            break
        i += 1
    return found


def _add_product(analysis: Analysis, event: Event, item: Product) -> None:
    name = analysis.text(item.start, item.end)
    event.add("product", analysis.met("Product", name), item.start, item.end)
    if item.least is not None and item.quantity:
        event.add("quantity_min", item.least, *item.quantity)
    if item.most is not None and item.quantity:
        event.add("quantity_max", item.most, *item.quantity)
    if item.site and item.site.draft:
        event.add("site", item.site.draft, *item.site.core)


def _settle(scene: Scene, event: Event, verb: Verb, noun: int | None, reach: int, dates: Dates) -> None:
    """Give an event its date and place."""
    analysis = scene.analysis
    if event.kind == "Deal":
        return
    if noun is not None and not _is_light(event):
        limit = _noun_limit(scene, noun, reach)
        inside = dates.within(noun, limit)
        event.when = inside[0] if inside else None
    else:
        event.when = _nearest(scene, dates, verb)
    if event.kind == "Visit":
        _visit_places(analysis, event)
    if event.kind == "Meeting":
        _meeting_place(scene, event, verb, noun, reach)


def _is_light(event: Event) -> bool:
    return event.frame in {"pays-visit", "has-talks-with", "grants-audience", "on-visit"}


def _noun_limit(scene: Scene, noun: int, reach: int) -> int:
    """How far a date may stand behind the noun and still be its own: before the next verb."""
    return reach


def _nearest(scene: Scene, dates: Dates, verb: Verb) -> When | None:
    """Return the date of the verb's clause: the nearest after or before it that no other verb is nearer to."""
    found = dates.within(scene.first, scene.last)
    ranked = sorted((min(abs(w.start - verb.end), abs(verb.start - w.end)), w.start, w) for w in found)
    for _, _, when in ranked:
        between = [v for v in scene.verbs if v is not verb and not v.participle
                   and (verb.end <= v.start and v.end <= when.start or when.end <= v.start and v.end <= verb.start)]
        if not between:
            return when
    return None


def _visit_places(analysis: Analysis, event: Event) -> None:
    """A stated town is the place, and its country the destination, which is derived from it."""
    for fill in [f for f in event.fills if f.slot == "destination"]:
        if isinstance(fill.value, Draft) and fill.value.kind == "Place":
            event.fills.remove(fill)
            event.add("place", fill.value, fill.start, fill.end)
            if fill.value.country:
                event.add("destination", analysis.known(fill.value.country), fill.start, fill.end, "derived")


def _meeting_place(scene: Scene, event: Event, verb: Verb, noun: int | None, reach: int) -> None:
    clause = scene.clause(verb) if noun is None else Clause(scene.analysis, Verb(noun, noun + 1, noun, ""), scene.verbs, scene.phrases, scene.first, scene.last)
    for phrase in [p for role in ("a", "en", "dans") for p in clause.by_role(role)]:
        mention = phrase.mentions[0]
        if noun is not None and not (noun < phrase.start < reach) and not _is_light(event):
            continue
        if mention.kind == "Place" and mention.draft and _is_site(scene.analysis, mention):
            event.add("place", mention.draft, *mention.core)
            return


def _is_site(analysis: Analysis, mention: Mention) -> bool:
    """Whether people can meet there: a town or building, not a region."""
    return bool(mention.draft and (mention.draft.country or mention.via == "grammar"))


__all__ = ["Event", "Fill", "Scene", "fits", "fold", "read_events", "role_of"]
