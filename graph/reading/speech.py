"""Says who states what: reporting verbs, « selon », communiqués, « la même source »; and who speaks publicly where.

Attribution follows GRaSP's distinction (Fokkens et al. 2017): the source that the text cites is kept apart from the
article that cites it. A record takes as its source the speaker in whose reported clause it stands; where attributions
nest, the first speaker. Somebody named who speaks in a named outlet or setting makes an Announcement as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.dates import Dates
from dragoman.graph.reading.scenes import Event, Scene
from dragoman.graph.reading.verb_groups import Verb

REPORTING = frozenset(
    fold(w)
    for w in [
        "annoncer",
        "affirmer",
        "déclarer",
        "indiquer",
        "préciser",
        "signaler",
        "souligner",
        "expliquer",
        "ajouter",
        "assurer",
        "confirmer",
        "révéler",
        "rapporter",
        "rappeler",
        "confier",
        "dire",
        "estimer",
        "évoquer",
        "noter",
        "relever",
        "soutenir",
        "juger",
        "plaider",
        "insister",
        "marteler",
        "énumérer",
        "chiffrer",
        "redire",
        "exprimer",
        "avancer",
        "dévoiler",
        "saluer",
        "apprendre",
        "écrire",
        "répondre",
        "imputer",
        "laisser",
        "mentionner",
        "détailler",
        "faire",
    ]
) - {"faire", "laisser"}
_ACCORDING = ("selon", "d apres", "a en croire", "aux dires de", "de source", "de l avis de")
_DOCUMENTS = frozenset({"communique", "declaration", "note", "depeche", "document", "rapport"})


@dataclass(eq=False)
class Attribution:
    """That what stands between two tokens is said by a source."""

    source: Draft
    start: int
    end: int
    cue: tuple[int, int]


def attributions(analysis: Analysis) -> list[Attribution]:
    """Return every attribution of the article in order; « la même source » takes the source before it."""
    found: list[Attribution] = []
    for first, last in analysis.sentences:
        scene = Scene(analysis, first, last)
        previous = found[-1].source if found else None
        found += _sentence(scene, previous)
    return found


def _sentence(scene: Scene, previous: Draft | None) -> list[Attribution]:
    analysis, found = scene.analysis, []
    same = _same_source(analysis, scene.first, scene.last)
    for verb in scene.verbs:
        if verb.lemma not in REPORTING or (verb.participle and not verb.lemma):
            continue
        source = _speaker(scene, verb, previous if same is not None else None, same)
        if source is None:
            continue
        start, end = _scope(scene, verb)
        if start < end:
            found.append(Attribution(source, start, end, (verb.start, verb.end)))
    for i in range(scene.first, scene.last):
        words = " ".join(w for w in analysis.folds[i : i + 4] if w)
        cue = next((c for c in _ACCORDING if words.startswith(c + " ")), None)
        if cue is None or not analysis.folds[i]:
            continue
        source = _named_after(scene, i + len(cue.split()), previous if same is not None else None)
        if source is not None:
            found.append(Attribution(source, scene.first, scene.last, (i, i + len(cue.split()))))
    return found


def _same_source(analysis: Analysis, first: int, last: int) -> int | None:
    for i in range(first, last - 1):
        if analysis.folds[i] == "meme" and analysis.folds[i + 1] in {"source", "communique", "agence", "responsable"}:
            return i
    return None


def _speaker(scene: Scene, verb: Verb, previous: Draft | None, same: int | None) -> Draft | None:
    """The verb's subject, before it or inverted after it, as an actor; « un communiqué du conseil » is the council."""
    analysis = scene.analysis
    if previous is not None and same is not None and 0 <= verb.start - same <= 4:
        return previous
    document = next((i for i in range(verb.start - 1, scene.first - 1, -1) if analysis.folds[i] in _DOCUMENTS), None)
    if document is not None and not any(v.end <= verb.start and v.start > document for v in scene.verbs):
        issuer = next(
            (
                m
                for m in analysis.mentions
                if document < m.start <= document + 3
                and m.draft
                and m.kind in {"Agency", "Organization", "Company", "Outlet"}
            ),
            None,
        )
        if issuer:
            return issuer.draft
    inverted = (
        verb.start > scene.first
        and analysis.doc[verb.start - 1].text in {",", "»", "–"}
        and not _completed(analysis, verb, scene.last)
    )
    subject = scene.clause(verb).subject()
    if inverted or subject is None:
        after = next(
            (p for p in scene.phrases if p.start >= verb.end and p.role == "" and p.start - verb.end <= 6), None
        )
        if after and after.mentions[0].draft and after.start - verb.end <= 3:
            return _actor(after.mentions[0].draft)
        words = analysis.folds[verb.end : verb.end + 4]
        if any(w in _DOCUMENTS for w in words):
            issuer = next(
                (
                    m
                    for m in analysis.mentions
                    if verb.end <= m.start <= verb.end + 6 and m.draft and m.kind in {"Agency", "Organization"}
                ),
                None,
            )
            if issuer:
                return issuer.draft
    if subject and subject.mentions[0].draft:
        return _actor(subject.mentions[0].draft)
    return None


def _actor(draft: Draft) -> Draft | None:
    return draft if draft.kind in {"Person", "Agency", "Organization", "Company", "Outlet"} else None


def _named_after(scene: Scene, i: int, previous: Draft | None) -> Draft | None:
    analysis = scene.analysis
    if previous is not None and "source" in analysis.folds[i : i + 4]:
        return previous
    mention = next((m for m in analysis.mentions if i <= m.start <= i + 3 and m.drafts and m.start < scene.last), None)
    return _actor(mention.drafts[0]) if mention else None


def _scope(scene: Scene, verb: Verb) -> tuple[int, int]:
    """What the verb reports: what follows it in its sentence; where it closes the sentence (« …, a indiqué X »), what stands before."""
    analysis = scene.analysis
    inverted = (
        verb.start > scene.first
        and analysis.doc[verb.start - 1].text in {",", "»", "–"}
        and not _completed(analysis, verb, scene.last)
    )
    subject = scene.clause(verb).subject()
    if inverted and (
        subject is None
        or subject.start >= verb.end
        or analysis.doc[verb.start - 1].text != ","
        or (verb.end - scene.first > 8 and not _completed(analysis, verb, scene.last))
    ):
        return scene.first, verb.start
    return verb.end, scene.last


def _completed(analysis: Analysis, verb: Verb, last: int) -> bool:
    """Whether « que » or an object follows, so that the verb reports what comes after it."""
    return any(analysis.folds[i] in {"que", "qu"} for i in range(verb.end, min(last, verb.end + 12)))


def attribute(events: list[Event], found: list[Attribution]) -> None:
    """Give each event the source in whose scope it stands; the first where several nest."""
    for event in events:
        if event.kind in {"Announcement", "Tenure"}:
            continue
        covering = [a for a in found if a.start <= event.start < a.end and not (a.cue[0] <= event.start < a.cue[1])]
        if covering and covering[0].source not in event.stated_by:
            event.stated_by.append(covering[0].source)


def announcements(analysis: Analysis, dates: Dates) -> list[Event]:
    """Return an announcement for each named person who speaks in a named outlet or setting."""
    found = []
    for first, last in analysis.sentences:
        scene = Scene(analysis, first, last)
        for verb in scene.verbs:
            if verb.lemma not in REPORTING and not _spoke(verb):
                continue
            subject = scene.clause(verb).subject()
            people = [m for m in subject.mentions if m.draft and m.draft.kind == "Person"] if subject else []
            if not people:
                continue
            event = Event("Announcement", "speaks-in", verb.start, verb.end, {(first, last)}, head=verb.lemma)
            for mention in people:
                if mention.draft:
                    event.add("speaker", mention.draft, *mention.core)
            if _outlet(scene, event) or _setting(scene, event, verb):
                inside = dates.within(first, last)
                left = [w for w in inside if w.end <= verb.start] or inside
                event.when = left[-1] if left else None
                found.append(event)
                break
    return found


def _spoke(verb: Verb) -> bool:
    return verb.lemma in {"plaider", "evoquer", "saluer", "montrer", "interroger"}


def _outlet(scene: Scene, event: Event) -> bool:
    """« sur la chaîne Rossiya 24 », « à l’agence RIA Novosti », « auprès d’Interfax »."""
    analysis = scene.analysis
    for phrase in scene.phrases:
        mention = phrase.mentions[0]
        if mention.kind != "Outlet" or not mention.draft:
            continue
        lead = [w for w in analysis.folds[max(scene.first, mention.start - 12) : mention.start] if w]
        if {"sur", "a", "au", "aupres", "par", "chez"} & set(lead) and not {"selon", "cite", "d'apres"} & set(lead):
            event.add("outlet", mention.draft, *mention.core)
            return True
    return False


def _setting(scene: Scene, event: Event, verb: Verb) -> bool:
    """« lors d’un point de presse », « à la tribune du sommet », « en conférence de presse »."""
    analysis = scene.analysis
    for i in range(scene.first, scene.last):
        for setting in analysis.words.settings:
            words = setting.split()
            if analysis.folds[i : i + len(words)] == words and analysis.at(i) is None:
                lead = {w for w in analysis.folds[max(scene.first, i - 4) : i] if w}
                if lead & {"lors", "en", "a", "au", "cours", "dans", "marge"} and (i < verb.start or i - verb.end < 12):
                    name = analysis.text(i, i + len(words))
                    event.add("place", analysis.met("Place", name), i, i + len(words))
                    return True
    return False
