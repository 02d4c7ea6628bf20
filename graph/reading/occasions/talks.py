"""Says what people talked about, in the sentence of their meeting or further on.

« les entretiens … ont porté sur », « ont passé en revue », « L’énergie et l’industrie étaient au menu », « La Libye et la
Syrie ont dominé l’entretien ». A list of topics (`topic_lists`) belongs to the meeting of its own clause, else to the last
one of the same people shortly before.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.paragraphs import recent
from dragoman.graph.reading.clauses.scenes import Event, Scene, scene
from dragoman.graph.reading.occasions.topic_lists import segments, topic_lists
from dragoman.graph.reading.occurrences import Occurrences
from dragoman.graph.reading.topics import topics

_TALKS = frozenset(
    {"entretien", "entretiens", "rencontre", "reunion", "audience", "occasion", "discussions", "echanges", "echange"}
)
# verbs that are said of talks themselves: « L’entretien a porté sur », « Il y a été question de »
_OF_TALKS = frozenset(
    {"porter", "rouler", "tourner", "dominer", "occuper", "alimenter", "nourrir", "etre", "avoir", "consacrer"}
)
_PLURAL = frozenset(
    {
        "deux",
        "parties",
        "ils",
        "elles",
        "interlocuteurs",
        "hommes",
        "responsables",
        "dirigeants",
        "ministres",
        "delegations",
        "homologues",
    }
)


def talk_topics(analysis: Analysis, events: list[Event], words: Occurrences) -> None:
    """Give each meeting the topics of its talks."""
    meetings = [e for e in events if e.kind == "Meeting"]
    if not meetings:
        return
    for number, (first, last) in enumerate(analysis.sentences):
        near = recent(analysis, meetings, number)
        if not near:
            continue
        here = scene(analysis, first, last)
        own = [e for e in near if e.start >= first]
        for start, end, at in topic_lists(here, words, own):
            event = _meeting(here, near, own, at)
            listed = event is not None and event.frame == "talks-on-agenda"
            if listed and words.meetings & set(analysis.folds[start:end]):
                continue  # « Au menu, un entretien avec A et un dîner avec B »: talks, not topics
            if event is not None:
                _add(analysis, event, start, end, (first, last))


def _add(analysis: Analysis, event: Event, start: int, end: int, sentence: tuple[int, int]) -> None:
    for begin, stop in segments(analysis, start, end):
        if any(analysis.folds[k] in analysis.words.weekdays for k in range(begin, stop)):
            continue
        for a, b, words in topics(analysis, begin, stop):
            opens = analysis.doc[a]
            if (
                opens.pos_ in {"ADV", "VERB", "AUX", "PRON", "ADP", "SCONJ"}
                and "Inf" not in opens.morph.get("VerbForm", [])
                and analysis.at(a) is None
                and not opens.text[:1].isupper()
                and words == analysis.text(a, b)
            ):
                continue
            if any(t.pos_ in {"NOUN", "PROPN"} for t in analysis.doc[a:b]) and not _person(analysis, a, b):
                event.add("topic", analysis.met("Topic", words), a, b)
                event.sentences.add(sentence)


def _person(analysis: Analysis, a: int, b: int) -> bool:
    mention = analysis.at(a)
    return mention is not None and mention.kind in {"Person", "Description", "Pronoun"} and mention.end >= b


def _meeting(here: Scene, near: list[Event], own: list[Event], at: int) -> Event | None:
    """The meeting that a list of topics belongs to: of its own clause, else the last one with the people it is said of."""
    before = [e for e in own if e.start <= at + 1]
    if before:
        return before[-1]
    if own and not any(v.finite and v.start != at for v in here.verbs_between(at, own[0].start)):
        return own[0]
    earlier = [e for e in near if e.start < here.first]
    if not earlier:
        return None
    verb = here.verb_at(at)
    if verb is None or verb.lemma in _OF_TALKS:
        return earlier[-1]
    subject = here.clause(verb).subject()
    spoken = set(here.analysis.folds[here.first : at])
    if subject is None:
        return earlier[-1] if spoken & (_PLURAL | _TALKS) else None
    if subject.mentions[0].plural or subject.mentions[0].kind == "Pair":
        return earlier[-1]
    drafts = {d for m in subject.mentions for d in m.drafts}
    mine = [e for e in earlier if drafts and drafts <= set(e.drafts("participant", "host", "guest"))]
    again = set(here.analysis.folds[here.first : here.last]) & _TALKS
    return mine[-1] if mine and (len(drafts) > 1 or (again and mine[-1] is earlier[-1])) else None
