"""Reads sessions of joint bodies: « la commission mixte maroco-russe a tenu sa cinquième session à Rabat ».

A session is a meeting of those who chair it by name, here or in the next sentence (« coprésidée par », « en ont assuré la
coprésidence »), and of the two states where nobody is named.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.roles import person
from dragoman.graph.reading.clauses.scenes import Event, Scene, scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.occasions.circumstances import nearest, still_ahead
from dragoman.graph.reading.occasions.company import listed
from dragoman.graph.reading.occasions.whereabouts import is_site

_BODIES = frozenset({"reunion", "groupe", "commission", "comite", "conseil", "haute commission", "dialogue"})
_JOINT = frozenset(
    {
        "mixte",
        "conjoint",
        "conjointe",
        "intergouvernemental",
        "intergouvernementale",
        "bilateral",
        "bilaterale",
        "strategique",
        "superieur",
        "paritaire",
        "economique",
        "association",
        "partenariat",
    }
)
_SESSIONS = frozenset({"session", "reunion", "travaux", "sessions"})
_HELD = frozenset(
    {
        "tenir",
        "reunir",
        "derouler",
        "ouvrir",
        "achever",
        "accueillir",
        "abriter",
        "cloturer",
        "debuter",
        "demarrer",
        "clore",
        "avoir",
        "conclure",
        "presider",
        "copresider",
        "organiser",
        "sieger",
        "retrouver",
        "remonter",
        "assurer",
    }
)
_DATING = frozenset({"remonter", "dater"})
_CHAIRING = ("presidee", "copresidee", "presides", "copresides", "presidence", "copresidence", "presidee", "coprésidée")


def read_sessions(analysis: Analysis, dates: Dates, events: list[Event]) -> list[Event]:
    """Return the sessions that no other meeting of the same sentence covers."""
    taken = {s for e in events if e.kind == "Meeting" for s in e.sentences}
    found = []
    for number, (first, last) in enumerate(analysis.sentences):
        here = scene(analysis, first, last)
        body = next((i for i in range(first, last) if analysis.folds[i] in _BODIES and _joint(analysis, i, last)), None)
        if body is None or (first, last) in taken:
            continue
        follows = scene(analysis, *analysis.sentences[number + 1]) if number + 1 < len(analysis.sentences) else None
        named_next = follows is not None and any(
            e.kind == "Meeting" and e.verb is not None and e.verb.there and (follows.first, follows.last) in e.sentences
            for e in events
        )  # « M. Mezouar y accueille le ministre »
        for verb in _held(here, body):
            event = Event(
                "Meeting", "session", verb.start, verb.end, {(first, last)}, head="session", trigger=body, verb=verb
            )
            _chairs(here, event, body)
            if not event.drafts("participant") and follows is not None and not named_next:
                _chairs_after(follows, event)
            if not event.drafts("participant") and not named_next:
                _states(here, event, body)
            if len(event.drafts("participant")) < 2:
                continue
            if here.analysis.folds[verb.start - 1] in {"que", "qu"} and (main := here.verb_before(body)) is not None:
                verb = main  # « est attendu à Delhi pour la session que coprésidera »
            event.when = nearest(here, dates, verb) or dates.heading_of(first)
            if verb.future or verb.due or still_ahead(event.when, dates.published):
                event.status = "Planned"
            _place(here, event, verb)
            event.names.append((body, body + 2))
            found.append(event)
    return found


def _joint(analysis: Analysis, i: int, last: int) -> bool:
    """« commission mixte », « comité conjoint », « conseil d’association »."""
    after = analysis.folds[i + 1 : min(last, i + 4)]
    if analysis.folds[i] == "reunion":
        return after == ["de", "haut", "niveau"]
    pair = any(m is not None and m.kind == "Pair" for m in (analysis.at(k) for k in range(i + 1, min(last, i + 4))))
    return pair or bool(set(after[:2]) & _JOINT) or (analysis.folds[i - 1] in {"grande", "haute"} if i else False)


def _held(here: Scene, body: int) -> list[Verb]:
    """The verbs by which sessions take place: the clause's own, and that of « dont la dernière session remonte à »."""
    found: list[Verb] = []
    folds = here.analysis.folds
    for verb in here.verbs:
        if verb.lemma not in _HELD or verb.infinitive or verb.negated or not (verb.finite or verb.start > body):
            continue
        if verb.participle and any(v.finite and v.lemma in _HELD and v.start > verb.end for v in here.verbs):
            continue
        relative = "dont" in folds[body : verb.start] and bool(set(folds[body : verb.start]) & _SESSIONS)
        if relative or not any(v.finite for v in found if v.lemma not in _DATING) or not found:
            found.append(verb)
    return found[:2] if any(v.lemma in _DATING for v in found) else found[:1]


def _chairs(here: Scene, event: Event, body: int) -> None:
    folds = here.analysis.folds
    chairing = [v for v in here.verbs if v.lemma in {"presider", "copresider"} and not v.passive]
    for verb in chairing:
        if verb.start - 1 >= here.first and folds[verb.start - 1] in {"que", "qu"}:
            after = next((p for p in here.phrases if p.start >= verb.end and person(p)), None)
            main = here.verb_before(body)
            guest = here.clause(main).subject() if main is not None else None
            for phrase in (after, guest):
                for mention in phrase.mentions if phrase is not None else []:
                    for draft in mention.drafts:
                        event.add("participant", draft, *mention.core)
    mark = next((i for i in range(here.first, here.last) if folds[i] in _CHAIRING), None)
    if mark is not None:
        for draft, start, end in listed(here, mark + 1):
            event.add("participant", draft, start, end)


def _chairs_after(here: Scene, event: Event) -> None:
    """« M. A et M. B en ont assuré la coprésidence », « Elle a été coprésidée par A et B », « Ses travaux ont été présidés par »."""
    folds = here.analysis.folds
    window = folds[here.first : here.last]
    if not any(w in _CHAIRING for w in window) and not {"presider", "copresider"} & {v.lemma for v in here.verbs}:
        return
    for phrase in here.phrases:
        if person(phrase) and phrase.role in {"", "par"}:
            for mention in phrase.mentions:
                for draft in mention.drafts:
                    event.add("participant", draft, *mention.core)
    if event.drafts("participant"):
        event.sentences.add((here.first, here.last))


def _states(here: Scene, event: Event, body: int) -> None:
    """« maroco-russe », « entre le Royaume du Maroc et la Fédération de Russie »."""
    for mention in here.analysis.between(here.first, here.last):
        if mention.kind == "Pair" and mention.start > body:
            for draft in mention.members:
                event.add("participant", draft, *mention.core)
            return
    between: Phrase | None = next((p for p in here.phrases if p.role == "entre" and p.start > body), None)
    if between is not None:
        for mention in between.mentions:
            drafts: list[Draft] = mention.drafts
            for draft in drafts:
                if draft.kind == "Country":
                    event.add("participant", draft, *mention.core)
    if not event.drafts("participant") and len(here.analysis.pair) == 2 and here.analysis.folds[body] == "commission":
        for draft in here.analysis.pair:
            event.add("participant", draft, body, body + 2, "derived")


def _place(here: Scene, event: Event, verb: Verb) -> None:
    """« s’est tenue à Moscou », « Rabat a accueilli la session »."""
    host = here.clause(verb).subject() if verb.lemma in {"accueillir", "abriter"} and not verb.passive else None
    clause = here.clause(verb)
    phrases = [host] if host is not None else [p for role in ("a", "dans", "en") for p in clause.by_role(role)]
    for phrase in phrases:
        for mention in phrase.mentions:
            if is_site(mention) and mention.draft is not None:
                event.add("place", mention.draft, *mention.core)
                return
