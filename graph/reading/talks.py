"""Says what people talked about, in the sentence of their meeting or further on.

« les entretiens … ont porté sur », « se sont entretenus de la situation au Soudan », « ont passé en revue », « L’énergie et
l’industrie étaient au menu », « La Libye et la Syrie ont dominé l’entretien », « une réunion consacrée à ». A list of topics
belongs to the meeting of its own clause, else to the last one of the same people in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.occurrences import Occurrences
from dragoman.graph.reading.paragraphs import recent
from dragoman.graph.reading.scenes import Event, Scene, scene
from dragoman.graph.reading.topics import topics
from dragoman.graph.reading.verb_groups import Verb

_DE = frozenset({"de", "du", "des", "d"})
_ENDS = frozenset(
    {
        "lors",
        "avant",
        "apres",
        "selon",
        "qui",
        "que",
        "qu",
        "dont",
        "ou",
        "tandis",
        "alors",
        "rapporte",
        "indique",
        "afin",
        "pour",
        "depuis",
        "notamment",
    }
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


_LEADS = {"a": {"a", "au", "aux"}, "au": {"a", "au", "aux"}, "aux": {"a", "au", "aux"}, "sur": {"sur"}}


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
        for start, end, at in _lists(here, words, own):
            event = _meeting(here, near, own, at)
            if event is not None:
                _add(analysis, event, start, end, (first, last))


def _add(analysis: Analysis, event: Event, start: int, end: int, sentence: tuple[int, int]) -> None:
    for begin, stop in _segments(analysis, start, end):
        if any(analysis.folds[k] in analysis.words.weekdays for k in range(begin, stop)):
            continue
        for a, b, words in topics(analysis, begin, stop):
            opens = analysis.doc[a]
            if (
                opens.pos_ in {"ADV", "VERB", "AUX", "PRON", "ADP", "SCONJ"}
                and analysis.at(a) is None
                and not opens.text[:1].isupper()
            ):
                continue
            if any(t.pos_ in {"NOUN", "PROPN"} for t in analysis.doc[a:b]) and not _person(analysis, a, b):
                event.add("topic", analysis.met("Topic", words), a, b)
                event.sentences.add(sentence)


def _person(analysis: Analysis, a: int, b: int) -> bool:
    mention = analysis.at(a)
    return mention is not None and mention.kind in {"Person", "Description", "Pronoun"} and mention.end >= b


def _segments(analysis: Analysis, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a list at « ainsi que » and « mais aussi »."""
    found, begin = [], start
    led = analysis.folds[start - 1] if start else ""
    for i in range(start, end - 1):
        if (
            led in _LEADS
            and analysis.folds[i + 1] in _LEADS[led]
            and (analysis.folds[i] == "et" or analysis.doc[i].text == ",")
        ):
            found.append((begin, i))
            begin = i + 2
            continue
        if (
            analysis.folds[i] == "et"
            and analysis.at(i) is None
            and _whole(analysis, begin, i)
            and analysis.doc[i + 1].pos_ == "DET"
        ):
            found.append((begin, i))
            begin = i + 1
            continue
        if (analysis.folds[i], analysis.folds[i + 1]) in {
            ("ainsi", "que"),
            ("ainsi", "qu"),
            ("mais", "aussi"),
            ("mais", "egalement"),
        }:
            found.append((begin, i))
            begin = i + 2
    return [(a, b) for a, b in [*found, (begin, end)] if b > a]


def _whole(analysis: Analysis, begin: int, end: int) -> bool:
    """« la guerre en Ukraine et les routes d’exportation »: an item that has its own complement shares none with the next."""
    items = [k for k in range(begin, end) if analysis.doc[k].text == ","]
    start = items[-1] + 1 if items else begin
    while start < end and (analysis.doc[start].pos_ in {"DET", "ADP"} or not analysis.folds[start]):
        start += 1
    return any(analysis.doc[k].pos_ in {"ADP", "ADJ"} for k in range(start + 1, end))


def _lists(here: Scene, words: Occurrences, own: list[Event]) -> Iterator[tuple[int, int, int]]:
    """Yield every list of topics of a sentence as (start, end, the token that tells of talks)."""
    analysis = here.analysis
    folds = analysis.folds
    talk = [
        i
        for i in range(here.first, here.last)
        if folds[i] in words.meetings and analysis.doc[i].pos_ not in {"VERB", "AUX"}
    ]
    for verb in here.verbs:
        if verb.negated:
            continue
        asked = _question(here, verb)
        if asked is not None:
            yield asked, _end(here, asked), verb.start
            continue
        nouns_before = [i for i in talk if i < verb.start]
        if (
            verb.lemma in words.bearing
            and (nouns_before or own)
            and (begin := _after(here, verb, {"sur"} | ({"a", "au", "aux"} if verb.participle else set())))
        ):
            yield begin, _end(here, begin), verb.start
        elif verb.lemma in words.dominating and any(i >= verb.end for i in talk):
            yield _opening(here, verb), verb.start, verb.start
        elif verb.lemma in words.broaching:
            begin = _object(here, verb)
            if begin is not None:
                yield begin, _end(here, begin), verb.start
        elif verb.lemma in {"entretenir", "concerter", "converser", "conferer", "reunir"} or (
            verb.lemma in {"avoir", "tenir", "mener"} and any(verb.end <= i <= verb.end + 6 for i in talk)
        ):
            begin = _matter(here, next((i + 1 for i in talk if verb.end <= i), verb.end))
            if begin is not None:
                yield begin, _end(here, begin), verb.start
    yield from _agenda(here, words, talk)
    for i in talk:
        match = re.match(
            r"(?:\S+ ){0,2}?(?:au sujet d|a propos d|portant sur|sur|autour d)(?:e|u|es|)(?= |$)",
            " ".join(folds[i + 1 : i + 6]),
        )
        if match:
            begin = i + 1 + len(match[0].split())
            yield begin, _end(here, begin), i


def _after(here: Scene, verb: Verb, prepositions: set[str]) -> int | None:
    """The token after « sur » (« à ») close behind a verb."""
    for i in range(verb.end, min(here.last, verb.end + 5)):
        if here.analysis.folds[i] in prepositions and here.analysis.at(i) is None:
            return i + 1
    return None


def _question(here: Scene, verb: Verb) -> int | None:
    """« Il y a été question de la pêche », « ont eu trait à la situation au Sahel »."""
    folds = here.analysis.folds
    rest = folds[verb.end : verb.end + 2]
    if rest[:1] == ["question"] and verb.lemma == "etre":
        return verb.end + 2 if folds[verb.end + 1] in _DE else None
    if rest[:1] == ["trait"] and verb.lemma == "avoir":
        return verb.end + 2
    return None


def _object(here: Scene, verb: Verb) -> int | None:
    """Where what a verb of talking is said of begins: « évoquer X », « discuter de X », « passer en revue X », « faire le point sur X »."""
    folds = here.analysis.folds
    rest = " ".join(folds[verb.end : verb.end + 6])
    if verb.lemma == "passer":
        return verb.end + 2 if rest.startswith("en revue") else None
    if verb.lemma == "faire":
        return verb.end + 3 if rest.startswith("le point sur") else None
    if verb.lemma in {"evoquer", "aborder", "examiner", "analyser"}:
        return verb.end if not verb.passive else None
    if verb.passive:
        return None
    return _matter(here, verb.end)


def _matter(here: Scene, start: int) -> int | None:
    """« … avec M. Aydin de la situation au Soudan »: after « de », « sur » or « au sujet de » that no noun governs."""
    analysis = here.analysis
    folds, doc = analysis.folds, analysis.doc
    stop = _end(here, start, commas=False)
    for i in range(start, stop):
        if analysis.at(i) is not None or folds[i] not in _DE | {"sur", "autour"}:
            continue
        if here.verb_at(i) is not None:
            continue
        before = doc[i - 1]
        free = (
            i == start
            or analysis.at(i - 1) is not None
            or not folds[i - 1]
            or here.verb_at(i - 1) is not None
            or folds[i] in {"sur", "autour"}
            or _dated(folds[i - 1], analysis)
            or before.pos_ in {"ADV", "VERB"}
        )
        if folds[i - 1] in {"sujet", "propos"}:
            free = True
        following = next(
            (
                k
                for k in range(i + 1, min(stop, i + 4))
                if doc[k].pos_ in {"NOUN", "PROPN"} or analysis.at(k) is not None
            ),
            None,
        )
        if not free or following is None:
            continue
        mention = analysis.at(following)
        if mention is not None and mention.kind in {"Person", "Description", "Place"}:
            continue
        if folds[following] in {"travail", "janvier"} | set(analysis.words.months):
            continue
        return i + 1
    return None


def _dated(fold: str, analysis: Analysis) -> bool:
    return (
        fold in analysis.words.weekdays
        or fold in analysis.words.months
        or fold.isdigit()
        or fold in {"telephone", "hier"}
    )


def _opening(here: Scene, verb: Verb) -> int:
    """Where the list before a verb begins: after the last clause."""
    previous = [v for v in here.verbs if v.finite and v.end <= verb.start]
    begin = previous[-1].end if previous else here.first
    for i in range(verb.start - 1, begin - 1, -1):
        if here.analysis.doc[i].text in {";", ":"}:
            return i + 1
    return begin


def _agenda(here: Scene, words: Occurrences, talk: list[int]) -> Iterator[tuple[int, int, int]]:
    """« A et B étaient au menu », « Au menu des discussions : A et B », « Au centre de l’entretien, A et B »."""
    folds, doc = here.analysis.folds, here.analysis.doc
    for i in range(here.first, here.last):
        if not (folds[i] in words.agenda and folds[i - 1 : i] in (["au"], ["a"], ["l"], ["du"])):
            continue
        following = next((k for k in talk if i < k <= i + 4), None)
        verb = here.verb_before(i)
        if (
            verb is not None
            and verb.finite
            and verb.lemma in {"etre", "figurer", "rester", "demeurer", "trouver", "avoir", "placer"}
            and (following or i + 1 >= here.last or not folds[i + 1])
        ):
            yield _opening(here, verb), verb.start, i
        elif i - here.first <= 2 or doc[i - 2].text in {";", ":", "–", "—"}:
            mark = next((k for k in range(i, here.last) if doc[k].text in {":", ","} and k > (following or i)), None)
            if mark is not None and (doc[mark].text == ":" or not any(v.finite for v in here.verbs)):
                yield mark + 1, here.last, i


def _end(here: Scene, begin: int, *, commas: bool = True) -> int:
    """Where a list of topics ends: at a clause of its own, a date, an adjunct, or at a closing « , a précisé X »."""
    analysis = here.analysis
    doc, folds = analysis.doc, analysis.folds
    depth = 0
    for i in range(begin, here.last):
        text = doc[i].text
        depth += (text in "«“" and text != "") - (text in "»”" and text != "")
        if depth > 0:
            continue
        if text in {";", ".", "–", "—", "("} and i > begin:
            return i
        if (
            folds[i] in _ENDS
            and analysis.at(i) is None
            and not (folds[i] in {"que", "qu"} and folds[i - 1] in {"ainsi"})
        ):
            if folds[i] in {"afin", "pour"} and not (
                folds[i] == "pour" and doc[i + 1 : i + 2].text.lower() in {"", "un", "une"}
            ):
                quoted = any(doc[k].text in "«“" for k in range(begin, i))
                if quoted:
                    continue
            return i - 1 if doc[i - 1].text == "," else i
        if commas and text == "," and i + 1 < here.last:
            verb = here.verb_at(i + 1)
            if verb is not None and not verb.infinitive and not verb.participle:
                return i
            if folds[i + 1] in {"en", "a", "au"} and folds[i + 2] in {
                "presence",
                "occasion",
                "issue",
                "terme",
                "cours",
                "marge",
                "vue",
            }:
                return i
        verb = here.verb_at(i)
        if verb is not None and verb.finite and i > begin:
            return i
        if (
            commas
            and folds[i] == "et"
            and i + 1 < here.last
            and (nxt := here.verb_at(i + 1)) is not None
            and nxt.finite
        ):
            return i
    return here.last


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
    if verb is None or verb.lemma in {"dominer", "occuper", "alimenter", "nourrir", "etre", "avoir"}:
        return earlier[-1]
    subject = here.clause(verb).subject() if verb is not None else None
    if subject is None or subject.mentions[0].plural or subject.mentions[0].kind == "Pair":
        folds = set(here.analysis.folds[here.first : at])
        if (
            verb is None
            or verb.lemma in {"porter", "rouler", "tourner", "dominer", "occuper"}
            or subject is not None
            or folds
            & (
                _PLURAL
                | {
                    "entretien",
                    "entretiens",
                    "rencontre",
                    "reunion",
                    "audience",
                    "occasion",
                    "discussions",
                    "echanges",
                    "echange",
                }
            )
        ):
            return earlier[-1]
        return None
    drafts = {d for m in subject.mentions for d in m.drafts}
    mine = [e for e in earlier if drafts and drafts <= set(e.drafts("participant", "host", "guest"))]
    return mine[-1] if mine and (len(drafts) > 1 or mine[-1] is earlier[-1]) else None
