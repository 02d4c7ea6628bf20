"""Adds those who travel along and those who are in the room.

« accompagné de son ministre de l’Économie, Alamine Bello », « à la tête d’une délégation comprenant », « que suivait le chef de
la diplomatie »; « en présence de », « entouré de », and the sentence after: « Assistaient à l’audience, côté grec, … »,
« L’entretien s’est déroulé en présence de », « Le Souverain était entouré de ».
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.paragraphs import recent
from dragoman.graph.reading.clauses.roles import person
from dragoman.graph.reading.clauses.scenes import Event, Scene, scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.occurrences import Occurrences

_REACH = 2
"""Sentences back to which those who were there may be added."""

_STOPS = frozenset({"que", "qu", "qui", "ou", "dont", "puis"})
_NAMED = frozenset({"Person", "Description"})
_TRAVELS, _ROOM = "Visit", "Meeting"


def company(analysis: Analysis, events: list[Event], words: Occurrences) -> None:
    """Add companions to visits and those present to meetings."""
    happenings = [e for e in events if e.kind in {_TRAVELS, _ROOM}]
    if not happenings:
        return
    for number, (first, last) in enumerate(analysis.sentences):
        near = recent(analysis, happenings, number, _REACH)
        if not near:
            continue
        here = scene(analysis, first, last)
        for i in [k for k in range(first, last) if analysis.folds[k] in words.company_endings]:
            kind = _leads(analysis, i, first, words)
            if kind:
                _beside(here, i, kind, near)
        for verb in here.verbs:
            if (
                verb.lemma in words.following
                and not verb.passive
                and verb.start > first
                and analysis.folds[verb.start - 1] in {"que", "qu"}
            ):
                _followers(here, verb, near, happenings)
            if _attends(here, verb, words):
                _attendants(here, verb, near, words)
            if any(
                w in " ".join(analysis.folds[verb.end : verb.end + 3])
                for w in words.travelling_with.get(verb.lemma, ())
            ):
                _fellow(here, verb, [e for e in happenings if e.kind == _TRAVELS and e.start < last])


def _leads(analysis: Analysis, i: int, first: int, words: Occurrences) -> str | None:
    """Whether token `i` (after one more, for « en présence ») leads company: of travellers or of people in a room."""
    for size in (1, 2, 3):
        if i - size + 1 < first:
            break
        text = " ".join(analysis.folds[i - size + 1 : i + 1])
        if text in words.accompanying:
            return _TRAVELS
        if text in words.surrounding:
            return _ROOM
    return None


def _beside(here: Scene, i: int, kind: str, near: list[Event]) -> None:
    people = listed(here, i + 1)
    if not people:
        return
    folds = here.analysis.folds
    own = [e for e in near if e.start >= here.first]
    if folds[i] == "presence":
        event = _present_at(here, i, near)
        if event is not None:
            _add(here, event, people)
        return
    leader = _leader(here, i)
    drafts = set(leader.mentions[0].drafts) if leader is not None else set()
    mine = [e for e in own or near if drafts & set(e.drafts("visitor", "participant", "host", "guest"))]
    if not mine and leader is None:
        mine = own
    chosen = [e for e in mine if e.kind == kind] or mine
    chosen = [e for e in chosen if e.status is None] or chosen
    if chosen:
        _add(here, chosen[-1] if not own else chosen[0], people)


def _present_at(here: Scene, i: int, near: list[Event]) -> Event | None:
    """The meeting at which somebody was present: of this clause, or the one that the sentence takes up again."""
    own = [e for e in near if e.kind == _ROOM and here.first <= e.start < i]
    governor = here.governor(i)
    for event in reversed(own):
        if (
            event.verb is None
            or governor is None
            or governor is event.verb
            or not any(v.finite for v in here.verbs_between(max(event.end, event.verb.end), i))
        ):
            return event
    if own:
        return None
    meetings = [e for e in near if e.kind == _ROOM and e.start < here.first]
    carried = governor is not None and governor.lemma in {"derouler", "tenir", "avoir"}
    return meetings[-1] if meetings and carried else None


def _leader(here: Scene, i: int) -> Phrase | None:
    """Whom company is said of: the subject of « était accompagné de », else the person beside the participle."""
    verb = here.verb_at(i)
    if verb is not None:
        subject = here.clause(verb).subject()
        if subject is not None and person(subject):
            return subject
    governor = here.governor(i)
    if governor is not None:
        subject = here.clause(governor).subject()
        if subject is not None and person(subject) and not subject.start > i:
            return subject
    before = [p for p in here.phrases if p.end <= i and person(p)]
    return before[-1] if before else None


def listed(here: Scene, start: int) -> list[tuple[Draft, int, int]]:
    """Return the people listed from a token on, until a finite verb, a relative clause or the sentence's subject."""
    analysis = here.analysis
    end = start
    while end < here.last:
        verb = here.verb_at(end)
        if (
            analysis.doc[end].text in {";", ":"}
            or (verb is not None and verb.finite)
            or (analysis.folds[end] in _STOPS and analysis.at(end) is None and analysis.folds[end - 1] != "ainsi")
        ):
            break
        end += 1
    by = analysis.folds[start : start + 1] == ["par"]
    subject = None
    following = here.verb_at(end) if end < here.last else None
    if following is not None:
        beside = [p for p in here.phrases if p.role == "" and p.end <= end and end - p.end <= 3]
        close = beside and "," not in [t.text for t in analysis.doc[beside[-1].end : end]]
        subject = beside[-1] if close else here.clause(following).subject()
    found = []
    for phrase in here.phrases:
        if (
            not (start <= phrase.start and phrase.end <= end)
            or phrase is subject
            or phrase.role in {"entre", "sur", "lors"}
        ):
            continue
        if phrase.role == "avec" or (phrase.role == "par" and not by):
            break
        for mention in phrase.mentions:
            if mention.kind in _NAMED:
                found += [(d, *mention.core) for d in mention.drafts if d.kind == "Person"]
    return found


def _visits_of(drafts: set[Draft], events: list[Event], here: Scene) -> list[Event]:
    return [e for e in events if e.kind == _TRAVELS and e.start < here.last and drafts & set(e.drafts("visitor"))]


def _followers(here: Scene, verb: Verb, near: list[Event], all_events: list[Event]) -> None:
    """« L’hôte du royaume, que suivait notamment Wang Yi, … »."""
    after = next((p for p in here.phrases if p.start >= verb.end and p.role == "" and person(p)), None)
    before = [p for p in here.phrases if p.end < verb.start and person(p)]
    if after is None or not before:
        return
    drafts = set(before[-1].mentions[0].drafts)
    events = [e for e in near if drafts & set(e.drafts("visitor", "participant", "guest", "host"))]
    visits = [e for e in events if e.kind == _TRAVELS] or _visits_of(drafts, all_events, here) or events
    if visits:
        _add(here, visits[-1], [(d, *m.core) for m in after.mentions for d in m.drafts])


def _attends(here: Scene, verb: Verb, words: Occurrences) -> bool:
    if verb.negated or verb.infinitive or verb.gerund:
        return False
    if verb.lemma in words.attending:
        return True
    near = here.analysis.folds[verb.end : verb.end + 3]
    return any(w in near for w in words.attending_with.get(verb.lemma, ()))


def _attendants(here: Scene, verb: Verb, near: list[Event], words: Occurrences) -> None:
    """« Assistaient à l’audience A et B », « Y ont pris part A, B et C », « A et B ont participé à l’entretien »."""
    meetings = [e for e in near if e.kind == _ROOM and e.start < here.first]
    if not meetings:
        return
    analysis = here.analysis
    spoken = range(verb.end, min(here.last, verb.end + 8))
    named = any(analysis.folds[i] in words.meetings and analysis.doc[i].pos_ != "VERB" for i in spoken)
    opening = any(analysis.folds[i] in words.meetings for i in range(here.first, verb.start))
    bare = verb.lemma in words.attending_with and not any(
        analysis.folds[i] in {"a", "au"} for i in range(verb.end, min(here.last, verb.end + 3))
    )
    opposite = " ".join(analysis.folds[here.first : verb.start])
    if not (named or verb.there or opening or bare or "en face" in opposite):
        return
    limit = max((i for i in range(here.first, verb.start) if analysis.doc[i].text in {";", ":"}), default=here.first)
    before = [p for p in here.phrases if limit <= p.start and p.end <= verb.start and p.role == "" and person(p)]
    if before:
        people = [(d, *m.core) for p in before for m in p.mentions if m.kind in _NAMED for d in m.drafts]
    else:
        people = listed(here, verb.end)
    _add(here, meetings[-1], people)


def _fellow(here: Scene, verb: Verb, visits: list[Event]) -> None:
    """« Mme Ruiz, secrétaire d’État, faisait partie de sa suite », « Le ministre de l’Énergie est du voyage »."""
    subject = here.clause(verb).subject()
    if subject is not None and visits and not verb.negated:
        _add(here, visits[-1], [(d, *m.core) for m in subject.mentions for d in m.drafts])


def _add(here: Scene, event: Event, people: list[tuple[Draft, int, int]]) -> None:
    slot = "visitor" if event.kind == _TRAVELS else "participant"
    held = set(event.drafts("visitor", "participant", "host", "guest"))
    for draft, start, end in people:
        if draft.kind == "Person" and draft not in held:
            event.add(slot, draft, start, end)
            event.sentences.add((here.first, here.last))
