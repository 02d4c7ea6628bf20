"""Says who states what: « X a annoncé que … », « …, a indiqué le ministère », « selon une source », « annoncée par le palais ».

Each cue has a scope, the words that it makes somebody's (the cue, source and content of Pareti 2016): what follows the
verb; where the verb closes its sentence, what stands before it; a whole quotation that it leads in or closes; the noun
phrase that « annoncé par » stands beside. A record takes the source in whose narrowest scope it stands, so that where
attributions nest it is whoever said it first. What is only mentioned as a circumstance (« conclus lors de la visite du
roi ») is taken for granted by the speaker and stays the article's own.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.scenes import Event, Scene
from dragoman.graph.reading.clauses.scenes import scene as scene_of
from dragoman.graph.reading.clauses.syntax import opening, subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.speech.quotations import quotations
from dragoman.graph.reading.speech.sources import agent, clause_after, closes, learnt, named_from, speaker, unnamed
from dragoman.graph.reading.speech.speech_words import SpeechWords

_GRANTED = (
    "lors d",
    "occasion d",
    "au cours d",
    "pendant",
    "durant",
    "depuis",
    "apres",
    "avant",
    "suite a",
    "issue d",
    "marge d",
    "lendemain d",
    "veille d",
)


_ISSUING = frozenset({"Agency", "Organization", "Outlet", "Source"})  # a firm that is cited is no « même source »


@dataclass(frozen=True, eq=False)
class Attribution:
    """That what stands between two tokens is said by a source.

    Attributes:
        source: who says it.
        start, end: the tokens that are the source's, end exclusive.
        cue: the tokens of the verb or preposition that says so.
        denied: whether the source says that it is not so.
        first: the first token of the sentence in which the cue stands.
    """

    source: Draft
    start: int
    end: int
    cue: tuple[int, int]
    denied: bool = False
    first: int = 0


def attributions(analysis: Analysis, words: SpeechWords) -> list[Attribution]:
    """Return every attribution of the article in order; « la même source » takes the source before it."""
    found: list[Attribution] = []
    told: list[Draft] = []
    quoted = quotations(analysis)
    for first, last in analysis.sentences:
        scene = scene_of(analysis, first, last)
        previous = _before(analysis, told, words, first, last)
        person = next((s for s in reversed(told) if s.kind == "Person"), previous)  # « selon lui »
        here = _verbs(scene, words, previous, quoted)
        here += _documents(scene, words) + _impersonal(scene, words)
        here += _prepositions(scene, words, person, previous, here)
        here.sort(key=lambda a: (a.cue, a.start))
        found += here
        told += [a.source for a in here]
    return found


def _before(analysis: Analysis, told: list[Draft], words: SpeechWords, first: int, last: int) -> Draft | None:
    """The source that « la même source », « le communiqué » means: the last paper or body, « le même responsable »: the last person."""
    again = next((i for i in range(first, last - 1) if analysis.folds[i] == "meme"), None)
    noun = analysis.folds[again + 1] if again is not None else ""
    kinds = frozenset({"Person"}) if noun in words.same_person else _ISSUING
    return next((d for d in reversed(told) if d.kind in kinds), told[-1] if told else None)


def _verbs(
    scene: Scene, words: SpeechWords, previous: Draft | None, quoted: list[tuple[int, int]]
) -> list[Attribution]:
    found = []
    for verb in scene.verbs:
        inner = governing(scene, words, verb)
        if inner is not None:
            source = speaker(scene, words, verb, previous)
            denied = scene.analysis.lemmas[inner] in words.denying
            if source is not None:
                found.append(Attribution(source, verb.start, scene.last, (inner, inner + 1), denied, scene.first))
            continue
        if not reports(scene, words, verb) or (verb.negated and not verb.participle):
            continue
        denied = verb.lemma in words.denying
        if verb.passive or verb.participle:
            source = agent(scene, words, verb)
            span = _phrase_of(scene, verb)
            if source is not None and span:
                found.append(Attribution(source, *span, (verb.start, verb.end), denied, scene.first))
            continue
        source = speaker(scene, words, verb, previous)
        if source is None:
            continue
        for start, end in scopes(scene, words, verb, quoted):
            found.append(Attribution(source, start, end, (verb.start, verb.end), denied, scene.first))
    return found


def governing(scene: Scene, words: SpeechWords, verb: Verb) -> int | None:
    """« a démenti avoir rencontré », « dit vouloir acheter »: the reporting verb inside a verb group that goes on with another."""
    analysis = scene.analysis
    if verb.negated or verb.lemmas & set(words.light):
        return None
    return next(
        (
            i
            for i in range(verb.start, verb.head)
            if analysis.lemmas[i] in words.reporting and analysis.doc[i].pos_ == "VERB"
        ),
        None,
    )


def reports(scene: Scene, words: SpeechWords, verb: Verb) -> bool:
    """Whether a verb says that somebody says something."""
    analysis = scene.analysis
    for light in sorted(verb.lemmas & set(words.light)):
        after = {analysis.folds[i] for i in range(verb.end, min(scene.last, verb.end + 3))} | {
            verb.lemma,
            analysis.folds[verb.head],
        }
        if after & words.light[light]:
            return True
    if verb.reflexive and verb.lemma in words.claiming and clause_after(scene, verb) is None:
        return False  # « se dit prêt à » says how somebody stands, not who says so
    if verb.lemma not in words.reporting or (verb.infinitive and not verb.lemmas & set(words.light)):
        return False
    return verb.lemma not in words.clausal or clause_after(scene, verb) is not None or closes(scene, words, verb)


def _impersonal(scene: Scene, words: SpeechWords) -> list[Attribution]:
    """« lit-on dans un communiqué de X », « a-t-on appris de source officielle »: whatever the verb, the sentence is reported."""
    analysis = scene.analysis
    for i in range(scene.first + 1, scene.last):
        if analysis.folds[i] in {"on", "t on"} and analysis.doc[i].text.startswith(("-", "–")):
            after = next((v.end for v in scene.verbs if v.start <= i < v.end or i < v.start <= i + 2), i + 1)
            source = learnt(scene, words, max(after, i + 1))
            if source is not None:
                return [Attribution(source, scene.first, scene.last, (i - 1, i + 1), False, scene.first)]
    return []


def scopes(scene: Scene, words: SpeechWords, verb: Verb, quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the words that a verb reports, as one or more spans of tokens."""
    analysis = scene.analysis
    if closes(scene, words, verb):
        near = [q for q in quoted if q[0] < verb.start and q[1] >= verb.start - 1 and q[1] > scene.first - 1]
        return [(scene.first, scene.last), *[q for q in near if q[0] < scene.first]]
    begin = clause_after(scene, verb)
    end = next((i for i in range(verb.end, scene.last) if analysis.doc[i].text == ";"), scene.last)
    start = verb.end if begin is None else begin
    over = [q for q in quoted if start <= q[0] < end and q[1] > scene.last]
    return [(start, over[0][1] if over else end)]


def _phrase_of(scene: Scene, verb: Verb) -> tuple[int, int] | None:
    """« La visite, annoncée lundi par le palais, »: the noun phrase that a participle or passive is said of."""
    analysis = scene.analysis
    token = subject(analysis, verb)
    if token is None or token >= verb.start or token < scene.first:
        return None
    end = min(scene.last, verb.start)
    return max(scene.first, opening(analysis, token)), max(end, token + 1)


def _documents(scene: Scene, words: SpeechWords) -> list[Attribution]:
    """« Un communiqué du ministère met fin aux conjectures : le roi effectuera … »: what stands after the colon is its."""
    analysis = scene.analysis
    colon = next((i for i in range(scene.first, scene.last) if analysis.doc[i].text == ":"), None)
    if colon is None or any(reports(scene, words, v) for v in scene.verbs if v.start < colon):
        return []
    for i in range(scene.first, min(colon, scene.first + 4)):
        if analysis.folds[i] in words.documents:
            source = named_from(scene, words, i)
            return [Attribution(source, colon, scene.last, (i, i + 1), False, scene.first)] if source else []
    return []


def _prepositions(
    scene: Scene, words: SpeechWords, person: Draft | None, other: Draft | None, verbs: list[Attribution]
) -> list[Attribution]:
    analysis, found = scene.analysis, []
    for i in [k for k in range(scene.first, scene.last) if analysis.openings[k] in words.openings]:
        cue = _according(analysis, words, i, scene.last)
        if cue is None:
            continue
        phrase, after = cue
        if phrase in words.sourced:
            source = unnamed(scene, after - 1)
        elif after >= scene.last:
            continue
        elif "meme" in analysis.folds[after : after + 2] and words.same & set(analysis.folds[after : after + 4]):
            source = other
        elif analysis.folds[after] in {"lui", "elle", "eux", "elles"}:
            source = person
        else:
            source = named_from(scene, words, after, other)
        if source is None:
            continue
        around = [a for a in verbs if a.start <= i < a.end and a.first == scene.first]
        start, end = min(
            ((a.start, a.end) for a in around), key=lambda s: s[1] - s[0], default=(scene.first, scene.last)
        )
        cuts = [k for k in range(start, end) if analysis.doc[k].text == ";"]
        start = max([start, *[k for k in cuts if k < i]])
        end = min([end, *[k for k in cuts if k > i]])
        found.append(Attribution(source, start, end, (i, after), False, scene.first))
    return found


def _according(analysis: Analysis, words: SpeechWords, i: int, last: int) -> tuple[tuple[str, ...], int] | None:
    """Return the phrase that leads a source in at token `i`, and the token after it."""
    opening = analysis.openings[i]
    for phrase in words.according:
        if not phrase[0].startswith(opening):
            continue
        k, rest = i, list(phrase)
        while rest and k < last:
            for word in analysis.folds[k].split():
                if not rest or word != rest[0]:
                    rest = ["-"]
                    break
                rest.pop(0)
            if rest == ["-"]:
                break
            k += 1
        if not rest:
            return phrase, k
    return None


def attribute(events: list[Event], found: list[Attribution], analysis: Analysis) -> None:
    """Give each event the source in whose narrowest scope it stands, and what the source denies its certainty."""
    for event in events:
        if event.kind in {"Announcement", "Tenure"}:
            continue
        covering = [a for a in found if a.start <= event.start < a.end and not _is_cue(a, event)]
        if not covering or _granted(analysis, event):
            continue
        nearest = min(covering, key=lambda a: (a.end - a.start, -a.cue[0]))
        if nearest.source not in event.stated_by:
            event.stated_by.append(nearest.source)
            event.cues.append((nearest.source, nearest.cue))
        if nearest.denied:
            event.certainty = "Denied"


def _is_cue(attribution: Attribution, event: Event) -> bool:
    return attribution.cue[0] <= event.start and event.end <= attribution.cue[1]


def _granted(analysis: Analysis, event: Event) -> bool:
    """Whether the event is only the circumstance of another: « conclus lors de la visite du roi »."""
    first = analysis.sentence_of(event.start)[0]
    lead = " ".join(w for w in analysis.folds[max(first, event.start - 4) : event.start] if w)
    return any(cue in f"{lead} " for cue in _GRANTED)
