"""Reads what a verb reports: « X a annoncé que … », « …, a indiqué le ministère », « annoncée par le palais ».

What follows the verb is its source's; where the verb closes or interrupts its sentence, what stands before it, and what goes on
after it, but not what is only said of the speaker there (« a affirmé X, qui a rencontré Y lundi »).
"""

from __future__ import annotations

from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.clauses.syntax import opening, subject
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.speech.cited import Attribution, Heard
from dragoman.graph.reading.speech.closing import clause_after, closes, following, interrupts, preface
from dragoman.graph.reading.speech.speakers import agent, learnt, speaker
from dragoman.graph.reading.speech.speech_words import SpeechWords

_RELATIVE = frozenset(
    {"qui", "que", "qu", "dont", "ou", "lequel", "laquelle", "lesquels", "lesquelles", "lorsque", "alors"}
)
_AS = frozenset({"comme"})
_TO_GO_ON = frozenset({"de", "d", "a", "pour"})


def reported(scene: Scene, words: SpeechWords, heard: Heard, quoted: list[tuple[int, int]]) -> list[Attribution]:
    """Return what the verbs of a sentence report."""
    found: list[Attribution] = []
    for verb in scene.verbs:
        inner = governing(scene, words, verb)
        if inner is not None:
            source = speaker(scene, words, verb, heard)
            denied = scene.analysis.lemmas[inner] in words.denying
            if source is not None:
                found.append(Attribution(source, verb.start, scene.last, (inner, inner + 1), denied, scene.first))
            continue
        if not reports(scene, words, verb) or (verb.negated and not verb.participle):
            continue
        denied = verb.lemma in words.denying
        if verb.passive or verb.participle:
            source = agent(scene, words, verb)
            span = _announced(scene, words, verb)
            if source is not None and span:
                found.append(Attribution(source, *span, (verb.start, verb.end), denied, scene.first))
            continue
        source = speaker(scene, words, verb, heard)
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
    if _after_quotation(scene, verb):
        return following(scene, words, verb) is not None or verb.lemma in words.reporting
    if verb.lemma not in words.reporting:
        return _behind(scene, words, verb)
    if verb.infinitive and not verb.lemmas & set(words.light):
        before = preface(scene, verb)
        return _goes_on(scene, verb) or (before is not None and before.lemma in words.prefacing)
    return verb.lemma not in words.clausal or clause_after(scene, verb) is not None or closes(scene, words, verb)


def _behind(scene: Scene, words: SpeechWords, verb: Verb) -> bool:
    """« …, se targue X »: a reflexive verb, which takes no object, right behind a comma and right before somebody."""
    if not (verb.reflexive and verb.finite) or scene.analysis.texts[max(scene.first, verb.start - 1)] != ",":
        return False
    after = following(scene, words, verb)
    mention = scene.analysis.at(after) if after is not None else None
    return (
        mention is not None and mention.kind == "Person" and mention.start <= verb.end + 1 and mention.end >= verb.end
    )


def _after_quotation(scene: Scene, verb: Verb) -> bool:
    """« … », balaie X: whatever its verb, what stands with its subject behind a closing quotation says who spoke it."""
    texts = scene.analysis.texts[max(scene.first, verb.start - 2) : verb.start]
    return verb.finite and not verb.passive and (texts[-1:] == ["»"] or texts[-2:] in (["»", ","], ["”", ","]))


def _goes_on(scene: Scene, verb: Verb) -> bool:
    """« Et d’ajouter que », « avant de préciser que », « pour annoncer que »: an infinitive that reports a clause."""
    folds = scene.analysis.folds
    if clause_after(scene, verb) is None or verb.start - 1 < scene.first or folds[verb.start - 1] not in _TO_GO_ON:
        return False
    before = folds[verb.start - 2] if verb.start - 2 >= scene.first else ""
    return folds[verb.start - 1] == "pour" or before in {"et", "avant"}


def scopes(scene: Scene, words: SpeechWords, verb: Verb, quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the words that a verb reports, as one or more spans of tokens."""
    analysis = scene.analysis
    if closes(scene, words, verb):
        near = [q for q in quoted if q[0] < verb.start and q[1] >= verb.start - 1 and q[1] > scene.first - 1]
        inside = [q for q in quoted if q[0] < verb.start < q[1]]
        going = scene.last if inside or interrupts(scene, words, verb) else None
        spans = [
            (scene.first, going if going is not None else verb.start),
            *[q for q in near if q[0] < scene.first or q in inside],
        ]
        return spans if going is not None else spans + _resumed(scene, verb)
    begin = clause_after(scene, verb)
    end = next((i for i in range(verb.end, scene.last) if analysis.doc[i].text == ";"), scene.last)
    start = verb.end if begin is None else begin
    over = [q for q in quoted if start <= q[0] < end and q[1] > scene.last]
    return [(start, over[0][1] if over else end)]


def _resumed(scene: Scene, verb: Verb) -> list[tuple[int, int]]:
    """« …, a-t-il dit, et le ministre se rendra à Z »: what goes on being said after the speaker was named; a relative clause is none."""
    doc, folds = scene.analysis.doc, scene.analysis.folds
    for later in scene.verbs:
        if later.start < verb.end or not later.finite:
            continue
        comma = next((i for i in range(later.start - 1, verb.end, -1) if doc[i].text in {",", ";", "»", "”"}), None)
        if comma is not None and not _RELATIVE & {w for f in folds[comma : later.start] for w in f.split()}:
            return [(comma, scene.last)]
    return []


def _announced(scene: Scene, words: SpeechWords, verb: Verb) -> tuple[int, int] | None:
    """What a participle or passive is said of: « La visite, annoncée par X, », « Annoncée par X, la visite », « Il a été annoncé par X que »."""
    analysis = scene.analysis
    clause = clause_after(scene, verb)
    if clause is not None and analysis.folds[clause] in {"que", "qu"} and not verb.participle:
        return clause, scene.last
    before = analysis.folds[verb.start - 1] if verb.start > scene.first else ""
    if verb.participle and before in _AS:
        return scene.first, scene.last
    if (
        verb.participle
        and before in words.news
        and "," in analysis.texts[max(scene.first, verb.start - 4) : verb.start]
    ):
        return scene.first, verb.start  # « …, une information confirmée par X »
    if verb.participle and verb.start <= scene.first + 1:
        comma = next((i for i in range(verb.end, scene.last) if analysis.doc[i].text == ","), None)
        main = next((v.start for v in scene.verbs if comma is not None and v.start > comma and v.finite), scene.last)
        return (comma, main) if comma is not None else None
    token = subject(analysis, verb)
    if token is None or token >= verb.start or token < scene.first:
        return None
    end = min(scene.last, verb.start)
    return max(scene.first, opening(analysis, token)), max(end, token + 1)


def impersonal(scene: Scene, words: SpeechWords, heard: Heard) -> list[Attribution]:
    """« lit-on dans un communiqué de X », « a-t-on appris de source officielle »: whatever the verb, the sentence is reported."""
    analysis = scene.analysis
    for i in range(scene.first + 1, scene.last):
        if analysis.folds[i] in {"on", "t on"} and analysis.doc[i].text.startswith(("-", "–")):
            after = next((v.end for v in scene.verbs if v.start <= i < v.end or i < v.start <= i + 2), i + 1)
            source = learnt(scene, words, max(after, i + 1))
            if source is None and "y" in analysis.folds[max(scene.first, i - 3) : i + 3]:
                source = heard.body  # « y lit-on », « peut-on y lire »
            if source is not None:
                return [Attribution(source, scene.first, scene.last, (i - 1, i + 1), False, scene.first)]
    return []
