"""Reads agreements: the instrument, what it is about, between whom, and that it was concluded.

« des accords sécuritaires entre les deux pays, conclus lors de la visite du Roi le 16 mars », « ont paraphé un mémorandum
d’entente agricole », « onze accords de coopération ont été conclus mercredi entre le Maroc et la Russie ». An instrument
that is only wished for, negotiated, drafted or denied is none. Parties are states, also where ministers sign.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses import Clause
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.scenes import Event, Scene
from dragoman.graph.reading.topics import topics
from dragoman.graph.reading.verb_groups import Verb
from dragoman.graph.records import Rejection

_CONCLUDING = frozenset({"conclure", "signer", "parapher", "sceller", "adopter", "ratifier", "initialer"})
_STATUS = {"parapher": "Initialled", "initialer": "Initialled"}
_DE = frozenset({"de", "du", "des", "d"})
_ABOUT = frozenset(
    {"sur", "concernant", "relatif", "relative", "relatifs", "relatives", "portant", "dans", "en", "pour"}
)
_EMPTY = frozenset(
    [
        "nouveau",
        "nouvel",
        "nouveaux",
        "nouvelle",
        "nouvelles",
        "autre",
        "autres",
        "bilateral",
        "bilaterale",
        "bilateraux",
        "bilaterales",
        "important",
        "importants",
        "premier",
    ]
)
_SORTS = frozenset(["entente", "accord", "cooperation", "partenaires", "association"])
_PARTIES = frozenset({"Country", "Agency", "Organization"})


def read_agreements(analysis: Analysis, dates: Dates, events: list[Event]) -> list[Event]:
    """Return the agreements that the article says were concluded."""
    found = []
    for first, last in analysis.sentences:
        scene = Scene(analysis, first, last)
        for verb in scene.verbs:
            if verb.lemma in _CONCLUDING:
                event = _concluded(scene, verb, dates, events)
                if event:
                    found.append(event)
    return found


def _concluded(scene: Scene, verb: Verb, dates: Dates, events: list[Event]) -> Event | None:
    analysis = scene.analysis
    noun = _instrument(scene, verb)
    if noun is None:
        return None
    span = analysis.span(scene.first, scene.last)
    if verb.negated or ((verb.conditional or verb.infinitive or verb.due or verb.future) and not verb.participle):
        analysis.rejected.append(Rejection("Agreement", span, "concluded", "it is denied, hoped for or still to come"))
        return None
    before = " ".join(analysis.folds[max(scene.first, noun - 3) : noun])
    if any(word in before.split() for word in ("aucun", "aucune", "projet", "eventuel")):
        analysis.rejected.append(Rejection("Agreement", span, "concluded", "no instrument is said to exist"))
        return None
    event = Event(
        "Agreement",
        "concluded",
        noun,
        verb.end,
        {(scene.first, scene.last)},
        status=_STATUS.get(verb.lemma, "Signed"),
        head=analysis.lemmas[noun],
    )
    end = _describe(scene, event, noun, verb)
    _parties(scene, event, verb, noun, end)
    _date(scene, event, verb, dates)
    _during(scene, event, verb, events)
    event.names.append((noun, end))
    return event


def _instrument(scene: Scene, verb: Verb) -> int | None:
    """Return the token of the instrument that the verb concludes: before it where passive, after it where active."""
    analysis = scene.analysis
    known = analysis.words.instruments
    if verb.passive or verb.participle:
        for i in range(verb.start - 1, scene.first - 1, -1):
            if (
                analysis.folds[i] in known
                and analysis.doc[i].pos_ not in {"VERB", "AUX"}
                and analysis.folds[i - 1] != "d"
            ):
                head = i
                while head - 2 >= scene.first and analysis.folds[head - 1] in _DE and analysis.folds[head - 2] in known:
                    head -= 2
                return head
            if analysis.doc[i].text in {";", ":"} or any(v.start == i and not v.participle for v in scene.verbs):
                return None
        return None
    for i in range(verb.end, min(scene.last, verb.end + 12)):
        if analysis.folds[i] in known:
            return i
        if analysis.doc[i].text in {";", ":"} or any(v.start == i for v in scene.verbs):
            return None
    return None


def _describe(scene: Scene, event: Event, noun: int, verb: Verb) -> int:
    """Fill in the topics; return the token after the noun phrase that names the instrument."""
    analysis = scene.analysis
    limit = verb.start if verb.start > noun else scene.last
    i, end = noun + 1, noun + 1
    while i < limit:
        token, word = analysis.doc[i], analysis.folds[i]
        mention = analysis.at(i)
        if mention and mention.kind in {"Pair", "Adjective"}:
            i = end = mention.end
        elif word in _EMPTY:
            i = end = i + 1
        elif word in _DE and i + 1 < limit and (analysis.folds[i + 1] in _SORTS or analysis.lemmas[i + 1] in _SORTS):
            i = end = i + 2
        elif word in _DE and i + 1 < limit and not _names_actor(analysis, i + 1):
            stop = _topic_end(scene, i + 1, limit)
            _topics(event, analysis, i + 1, stop)
            i = end = stop
        elif word in _ABOUT and word not in {"en", "pour"}:
            begin = i + (
                2 if i + 1 < limit and analysis.folds[i + 1] in {"a", "au", "aux", "sur"} and word != "sur" else 1
            )
            stop = _topic_end(scene, begin, limit)
            _topics(event, analysis, begin, stop)
            i = end = stop
        elif token.pos_ == "ADJ" and not token.is_punct:
            stop = i + 1
            _topics(event, analysis, i, stop)
            i = end = stop
        else:
            break
    between = next((p for p in scene.phrases if p.role == "entre" and noun < p.start <= end + 2), None)
    return max(end, between.end) if between else end


def _names_actor(analysis: Analysis, i: int) -> bool:
    mention = analysis.at(i)
    return mention is not None and mention.kind in {"Country", "Person"}


def _topic_end(scene: Scene, begin: int, limit: int) -> int:
    analysis = scene.analysis
    for i in range(begin, limit):
        if analysis.doc[i].text in {";", ":", "("} or analysis.folds[i] in {
            "que",
            "qui",
            "entre",
            "avec",
            "lors",
            "afin",
            "par",
        }:
            return i
        if any(v.start == i for v in scene.verbs):
            return i
        if analysis.doc[i].text == "," and not any(analysis.folds[j] == "et" for j in range(i + 1, min(limit, i + 8))):
            return i
    return limit


def _topics(event: Event, analysis: Analysis, begin: int, end: int) -> None:
    for start, stop, words in topics(analysis, begin, end):
        event.add("topic", analysis.met("Topic", words), start, stop)


def _parties(scene: Scene, event: Event, verb: Verb, noun: int, end: int) -> None:
    """States or bodies that the text joins with « entre », « avec » or as subject; signatories stand for their states."""
    analysis = scene.analysis
    pair = next((m for m in analysis.mentions if m.kind == "Pair" and noun < m.start <= end + 1), None)
    chosen: list[Mention] = [pair] if pair else []
    clause: Clause = scene.clause(verb)
    phrases = [p for p in scene.phrases if p.role == "entre" and p.start > noun] or []
    if not phrases and not pair:
        subject = clause.subject() if not verb.passive else None
        phrases = [p for p in [subject, *clause.by_role("avec"), *(clause.by_role("par") if verb.passive else [])] if p]
    for phrase in phrases:
        chosen += phrase.mentions
    for mention in chosen:
        _party(analysis, event, mention)
    if len(event.drafts("party")) < 2 and len(analysis.pair) == 2 and set(event.drafts("party")) <= set(analysis.pair):
        for draft in analysis.pair:
            event.add("party", draft, noun, noun + 1, "derived")


def _party(analysis: Analysis, event: Event, mention: Mention) -> None:
    for draft in mention.drafts:
        if draft.kind in _PARTIES:
            event.add("party", draft, *mention.core)
        elif draft.kind == "Person" and draft.country:
            event.add("party", analysis.known(draft.country), *mention.core, "derived")
        elif draft.kind == "Place" and draft.stands_for:
            event.add("party", analysis.known(draft.stands_for), *mention.core)


def _date(scene: Scene, event: Event, verb: Verb, dates: Dates) -> None:
    inside = list(dates.within(scene.first, scene.last))
    after = [w for w in inside if w.start >= verb.end]
    before = [w for w in inside if w.end <= verb.start]
    event.when = after[0] if after else before[-1] if before else None


def _during(scene: Scene, event: Event, verb: Verb, events: list[Event]) -> None:
    """« conclus lors de la visite du Roi »: the visit named there."""
    analysis = scene.analysis
    for other in events:
        if other.kind != "Visit" or not (verb.end <= other.start < scene.last):
            continue
        lead = " ".join(w for w in analysis.folds[max(verb.end - 1, other.start - 5) : other.start] if w)
        if any(phrase in lead for phrase in ("lors d", "occasion d", "cours d", "pendant", "durant")):
            event.links.append(("concluded_during", other))
            if event.when is None:
                event.when = other.when


def applied(analysis: Analysis, events: list[Event], agreements: list[Event]) -> None:
    """« la visite intervient en application des accords sécuritaires »: join the visit to the agreement named there."""
    folds = analysis.folds
    for visit in events:
        if visit.kind != "Visit":
            continue
        for first, last in visit.sentences:
            for agreement in agreements:
                if (first, last) not in agreement.sentences or agreement.start <= visit.start:
                    continue
                lead = " ".join(w for w in folds[max(first, agreement.start - 5) : agreement.start] if w)
                if any(
                    phrase in lead
                    for phrase in ("application d", "vertu d", "conformement a", "execution d", "cadre d")
                ):
                    visit.links.append(("in_application_of", agreement))


def parties_of(event: Event) -> list[Draft]:
    """Return the parties of an agreement."""
    return event.drafts("party")
