"""Reads announcements: somebody named who speaks in a named outlet or setting.

« a confié au quotidien X », « invité mardi sur le plateau de la chaîne Y, a annoncé », « lors d’un point de presse conjoint »,
« à la tribune du sommet ». Speaking « à la presse » alone, or in a ministry’s communiqué, is none.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses.scenes import Event, Scene
from dragoman.graph.reading.clauses.scenes import scene as scene_of
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.dates.days import When
from dragoman.graph.reading.people.institutions import extent
from dragoman.graph.reading.speech.cited import Attribution, Heard
from dragoman.graph.reading.speech.closing import clause_after, closes
from dragoman.graph.reading.speech.reporting import governing, reports
from dragoman.graph.reading.speech.speakers import speaker
from dragoman.graph.reading.speech.speech_words import SpeechWords

_LEAD = 4
_OUTLET_LEAD = 12
_BESIDE = 3
_NOUN = 4
_DAY = len("2016-04-05")


def announcements(
    analysis: Analysis, dates: Dates, words: SpeechWords, events: list[Event], said: list[Attribution]
) -> list[Event]:
    """Return an announcement for each person who speaks somewhere named, with what is announced there."""
    found: list[Event] = []
    for first, last in analysis.sentences:
        scene = scene_of(analysis, first, last)
        for verb in scene.verbs:
            if verb.passive or verb.negated or not speaks(scene, words, verb):
                continue
            person = speaker(scene, words, verb, Heard())
            if person is None or person.kind != "Person":
                continue
            event = Event("Announcement", "speaks-in", verb.start, verb.end, {(first, last)}, head=verb.lemma)
            spoken = _spoken(scene, words, verb)
            following = False
            if not _outlet(scene, words, event, spoken):
                setting = _setting(scene, words, event, spoken)
                if setting is None:
                    continue
                following = setting in words.following
            mention = _named(scene, person)
            if mention is None:
                continue
            event.add("speaker", person, *mention.core)
            event.when = _when(scene, event, verb, dates, spoken)
            if event.when is None and following:
                event.when = _day_of(analysis, events, person, verb.start, dates)
            found.append(event)
            break
    _announce(found, events, said)
    return found


def speaks(scene: Scene, words: SpeechWords, verb: Verb) -> bool:
    """Whether a verb says that somebody speaks, whether or not it reports anything."""
    if reports(scene, words, verb) or governing(scene, words, verb) is not None or verb.lemma in words.speaking:
        return True
    after = scene.analysis.folds[verb.end : min(scene.last, verb.end + _NOUN)]
    return any(words.addressing[v] & set(after) for v in sorted(verb.lemmas & set(words.addressing)))


def _named(scene: Scene, person: Draft) -> Mention | None:
    return next((m for m in scene.analysis.between(scene.first, scene.last) if person in m.drafts), None)


def _spoken(scene: Scene, words: SpeechWords, verb: Verb) -> range:
    """What the verb reports: a setting or day in there is not where and when it was said."""
    if closes(scene, words, verb):
        return range(scene.first, verb.start)
    begin = clause_after(scene, verb)
    return range(begin, scene.last) if begin is not None else range(0)


def _outlet(scene: Scene, words: SpeechWords, event: Event, spoken: range) -> bool:
    """« sur la chaîne Rossiya 24 », « à l’agence RIA Novosti », « auprès d’Interfax », « au micro de Medi 1 »."""
    analysis = scene.analysis
    for mention in analysis.between(scene.first, scene.last):
        if mention.kind != "Outlet" or not mention.draft or mention.start in spoken:
            continue
        lead = {
            w
            for i in range(max(scene.first, mention.start - _OUTLET_LEAD), mention.start)
            for w in analysis.folds[i].split()
        }
        if (mention.via == "medium" or lead & words.outlet_leads) and not lead & words.relays:
            event.add("outlet", mention.draft, *mention.core)
            return True
    return False


def _setting(scene: Scene, words: SpeechWords, event: Event, spoken: range) -> tuple[str, ...] | None:
    """« lors d’un point de presse », « à la tribune du sommet », « en conférence de presse »; the longest phrase that fits."""
    analysis = scene.analysis
    for i in range(scene.first, scene.last):
        if i in spoken or not analysis.folds[i]:
            continue
        for setting in words.settings:
            size = len(setting)
            if tuple(analysis.folds[i : i + size]) != setting or setting in words.settings_of:
                continue
            lead = {w for k in range(max(scene.first, i - _LEAD), i) for w in analysis.folds[k].split()}
            covering = analysis.at(i)
            if not lead & words.leads or (
                covering is not None and covering.kind in {"Person", "Description", "Outlet"}
            ):
                continue
            end = i + size if setting in words.following else max(i + size, extent(analysis, i, scene.last))
            end = min([end, *[m.start for m in analysis.between(i + size, end) if m.kind in {"Person", "Description"}]])
            draft = analysis.met("Place", analysis.text(i, end))
            short = analysis.text(i, i + size)
            if short not in draft.names:
                draft.names.append(short)
            event.add("place", draft, i, end)
            return setting
    return None


def _when(scene: Scene, event: Event, verb: Verb, dates: Dates, spoken: range) -> When | None:
    """The day on which it was said: one before the verb, or beside verb, speaker or setting; not one that is spoken of."""
    marks = [verb.end, *[f.end for f in event.fills]]
    starts = [verb.start, *[f.start for f in event.fills]]
    near = []
    for when in dates.within(scene.first, scene.last):
        gap = min([abs(when.start - m) for m in marks] + [abs(s - when.end) for s in starts])
        if when.start not in spoken and (when.end <= verb.start or gap <= _BESIDE):
            near.append((gap, when.start, when))
    return min(near)[2] if near else None


def _day_of(analysis: Analysis, events: list[Event], person: Draft, before: int, dates: Dates) -> When | None:
    """The day of the talks that a press conference follows, or else the last day named in the sentences just before."""
    talks = [
        e
        for e in events
        if e.kind == "Meeting" and e.start < before and e.when and person in e.drafts("participant", "host", "guest")
    ]
    if talks:
        return talks[-1].when
    first = analysis.sentence_of(before)[0]
    earliest = analysis.sentence_of(max(0, analysis.sentence_of(max(0, first - 1))[0] - 1))[0]
    days = [w for w in dates.within(earliest, before) if w.value and len(w.value) == _DAY and w.until is None]
    return days[-1] if days else None


def _announce(found: list[Event], events: list[Event], said: list[Attribution]) -> None:
    """Join an announcement to what its speaker states from there on, until somebody else is cited."""
    for event in found:
        (person,) = event.drafts("speaker")
        after = [a for a in said if a.first >= min(s for s, _ in event.sentences)]
        for cited in after:
            if cited.source is not person:
                break
            for other in events:
                if person in other.stated_by and cited.start <= other.start < cited.end:
                    event.links.append(("announces", other))
        event.links = list(dict.fromkeys(event.links))
