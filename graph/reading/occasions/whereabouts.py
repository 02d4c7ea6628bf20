"""Says where an event was: a town or building of its own clause, « y » and « où », « En visite à Moscou, X rencontre Y ».

A town is the place of a visit and its country the destination, which is derived from it. What a topic or a third noun is
led by is no place of the event (« se sont entretenus de la situation à Gaza »).
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses.event_nouns import subject_verbs
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.roles import Trigger, further, person
from dragoman.graph.reading.clauses.scenes import Event, Fill, Scene, scene
from dragoman.graph.reading.clauses.verb_groups import Verb
from dragoman.graph.reading.occurrences import Occurrences

_LEADS = frozenset({"a", "en", "dans"})
_TOPICAL = frozenset({"de", "du", "des", "d", "sur", "concernant", "et"})
_BACK = 2
"""Sentences back to which « y » may point."""
_TOURS = frozenset({"tournee", "periple", "voyage", "deplacement"})
_TAKING = frozenset({"mener", "conduire", "emmener", "amener"})


def itinerary(at: Trigger, event: Event) -> None:
    """« une tournée qui le mènera au Caire, à Amman et à Beyrouth »: the countries of a tour are told in a relative clause."""
    here, noun = at.scene, at.noun
    if noun is None or here.analysis.folds[noun.head] not in _TOURS:
        return
    listed = next((i for i in range(noun.head, here.last) if here.analysis.doc[i].text in {":", "("}), None)
    if listed is not None and not any(v.finite for v in here.verbs_between(noun.head, listed)):
        first = [p for p in here.phrases if p.start - listed in {1, 2} and p.mentions[0].kind == "Country"]
        _lead_to(event, further(here, first))  # « dans quatre pays : l’Égypte, la Tunisie et le Togo »
    for verb in here.verbs:
        if verb.lemma in _TAKING and verb.start > noun.head and "qui" in here.analysis.folds[noun.head : verb.start]:
            _lead_to(event, further(here, [p for p in here.phrases if p.start >= verb.end and p.role in _LEADS][:1]))


def _lead_to(event: Event, phrases: list[Phrase]) -> None:
    for phrase in phrases:
        for mention in phrase.mentions:
            if mention.kind in {"Place", "Country"} and mention.draft is not None:
                event.add("destination", mention.draft, *mention.core)


def homecomers(analysis: Analysis, event: Event) -> bool:
    """Take out those who would visit their own country; whether anybody is left."""
    destinations = set(event.drafts("destination"))
    for fill in [f for f in event.fills if f.slot == "visitor"]:
        if (
            isinstance(fill.value, Draft)
            and fill.value.country
            and destinations == {analysis.known(fill.value.country)}
        ):
            event.fills.remove(fill)
    return bool(event.drafts("visitor"))


def visit_places(analysis: Analysis, event: Event) -> None:
    """A stated town is the place, and its country the destination, which is derived from it; a region is neither."""
    for fill in [f for f in event.fills if f.slot == "destination"]:
        if isinstance(fill.value, Draft) and fill.value.kind == "Place":
            event.fills.remove(fill)
            if fill.value.iri and not fill.value.country:
                continue  # « en Amérique latine »
            if not _within(analysis, event, fill):
                event.add("place", fill.value, fill.start, fill.end)
            if fill.value.country:
                event.add("destination", analysis.known(fill.value.country), fill.start, fill.end, "derived")


def _within(analysis: Analysis, event: Event, fill: Fill) -> bool:
    """« au siège de la Banque à Washington »: of a building and its town, the town is the place."""
    return any(
        f.slot == "destination"
        and f is not fill
        and isinstance(f.value, Draft)
        and f.value.kind == "Place"
        and 0 < f.start - fill.end <= 1
        and analysis.folds[f.start - 1] == "a"
        and fill.value.iri is None  # type: ignore[union-attr]
        for f in event.fills
    )


def meeting_place(at: Trigger, event: Event, words: Occurrences) -> None:
    """Give a meeting its place."""
    here, analysis = at.scene, at.scene.analysis
    verb = at.verb or (None if at.noun else at.clause.verb)
    candidates = []
    if at.noun is not None:
        candidates += [
            p.mentions for p in at.clause.phrases if at.noun.head < p.start < at.noun.end and p.role in _LEADS
        ]
    if verb is not None:
        clause = here.clause(verb)
        candidates += [
            p.mentions
            for role in sorted(_LEADS)
            for p in clause.by_role(role)
            if not _of_participle(here, p, verb) and not _of_infinitive(here, p, verb)
        ]
    for mentions in candidates:
        for mention in mentions:
            if _in_a_house(analysis, mention) and verb is not None and _beside(here, mention, verb):
                event.add("place", analysis.met("Place", analysis.text(*mention.core)), *mention.core)
                return
            if (found := _site(analysis, mention, words)) and _beside(here, mention, verb or at.clause.verb):
                event.add("place", found, *mention.core)
                return
    for carrier in subject_verbs(here, at.noun, words) if at.noun is not None else []:
        if carrier.finite and words.carriers.get(carrier.lemma) == "held":
            clause = here.clause(carrier)
            for mention in (m for role in sorted(_LEADS) for p in clause.by_role(role) for m in p.mentions):
                if (found := _site(analysis, mention, words)) and _beside(here, mention, carrier):
                    event.add("place", found, *mention.core)
                    return
    if verb is not None:
        meant = there(here, verb) or _opening(here, verb)
        if meant is not None and (found := _site(analysis, meant, words)):
            event.add("place", found, *meant.core)


def _opening(here: Scene, verb: Verb) -> Mention | None:
    """« À Maputo, il a été reçu par A et s’est entretenu avec B »: the town that opens the sentence holds for both verbs."""
    opening = next((p for p in here.phrases if p.role in _LEADS), None)
    if opening is None or opening.start - here.first > 2 or opening.end >= here.last:
        return None
    if here.analysis.doc[opening.end].text != ",":
        return None
    return opening.mentions[0] if joined(here, opening.end, verb) else None


def joined(here: Scene, start: int, verb: Verb) -> bool:
    """Whether the finite verbs between a token and a verb are joined to it by « et », « puis » or a comma alone."""
    between = [v for v in here.verbs_between(start, verb.start) if v.finite]
    if not between:
        return True
    words = [f for f in here.analysis.folds[between[-1].end : verb.start] if f]
    people = [
        p for p in here.phrases if between[-1].end <= p.start and p.end <= verb.start and p.role == "" and person(p)
    ]
    return bool({"et", "puis"} & set(words[-3:])) and not people and not {"qui", "que", "qu", "ou", "dont"} & set(words)


def _of_participle(here: Scene, phrase: Phrase, verb: Verb) -> bool:
    """« Arrivé mardi à Rabat, il s’est entretenu … »: the town of the participle, not of the talks."""
    return any(
        v.participle
        and v is not verb
        and v.end <= phrase.start < verb.start
        and not any(t.text == "," for t in here.analysis.doc[v.end : phrase.start])
        for v in here.verbs
    )


def _of_infinitive(here: Scene, phrase: Phrase, verb: Verb) -> bool:
    """« sera reçu par A, avant de se rendre à Alger »: the town of what comes after the talks."""
    return any(v.infinitive or v.gerund for v in here.verbs_between(verb.end, phrase.start))


def _in_a_house(analysis: Analysis, mention: Mention) -> bool:
    """« reçu à la Chambre des conseillers », « au ministère de la Défense »: an institution is where people meet."""
    if mention.kind not in {"Agency", "Organization"}:
        return False
    before = analysis.folds[mention.start - 1] if mention.start else ""
    house = analysis.folds[mention.core[0]] in {
        "ministere",
        "chambre",
        "parlement",
        "senat",
        "assemblee",
        "primature",
        "ambassade",
        "presidence",
        "siege",
    }
    return house and (before in {"au", "a", "la", "l"})


def is_site(mention: Mention) -> bool:
    """Whether people can meet there: a town or building, not a region."""
    return bool(
        mention.kind == "Place" and mention.draft and (mention.draft.country or mention.via in {"grammar", "model"})
    )


def _site(analysis: Analysis, mention: Mention, words: Occurrences) -> Draft | None:
    """Return the place that people met in; « à Singapour » is a town, « au Luxembourg » a country."""
    if is_site(mention):
        return mention.draft
    bare = mention.start > 0 and analysis.folds[mention.start - 1] in {"a", "de", "d", "pour"}
    named = " ".join(f for f in analysis.folds[mention.core[0] : mention.core[1]] if f)
    if mention.kind == "Country" and bare and named in words.city_states:
        return analysis.met("Place", analysis.text(*mention.core))
    return None


def _beside(here: Scene, mention: Mention, verb: Verb) -> bool:
    """Whether a place stands beside the verb, a person or a date, not beside a noun of another matter."""
    doc, folds, analysis = here.analysis.doc, here.analysis.folds, here.analysis
    i = mention.start - 1
    while i >= here.first and (doc[i].pos_ in {"ADP", "DET"} or folds[i] in {"au", "a", "en", "dans", "la", "le", "l"}):
        i -= 1
    if i < here.first or i == verb.head or not folds[i] or here.verb_at(i) is not None or analysis.at(i) is not None:
        return True
    if doc[i].pos_ not in {"NOUN", "ADJ"}:
        return True
    start, limit = i, verb.end if verb.end <= i else here.first
    if {"marge", "occasion", "lors", "cours"} & set(folds[limit:i]):
        return True
    while start > limit and folds[start] and here.verb_at(start) is None:
        if (
            folds[start] in _TOPICAL
            and doc[start].pos_ == "ADP"
            and folds[start - 1] not in {"audience", "entretien", "seance", "seances", "visite", "entretiens"}
        ):
            return False
        start -= 1
    return True


def there(here: Scene, verb: Verb) -> Mention | None:
    """« y a été reçu », « Alger, où le président l’a reçu »: the place named last before the verb."""
    analysis = here.analysis
    where = next(
        (i for i in range(verb.start - 1, here.first - 1, -1) if analysis.folds[i] == "ou" and analysis.at(i) is None),
        None,
    )
    relative = (
        where is not None
        and analysis.doc[where].pos_ in {"PRON", "ADV", "SCONJ"}
        and not any(v.finite for v in here.verbs_between(where, verb.start))
    )
    if not verb.there and not relative:
        return None
    limit = where if relative and where is not None else verb.start
    found = _last_place(analysis, here.first, limit)
    return found or (None if relative else _earlier_place(here))


def last_named(here: Scene, verb: Verb) -> Mention | None:
    """« a accueilli à Yaoundé Mme X, venue pour quarante-huit heures »: the town where somebody came is that told before."""
    return _place_led(here.analysis, here.first, verb.start, {*_LEADS}) or _earlier_place(here)


def _earlier_place(here: Scene) -> Mention | None:
    """The place named last in the few sentences before."""
    analysis, before, found = here.analysis, here.first, None
    for _ in range(_BACK):
        if found is None and before:
            first, last = analysis.sentence_of(before - 1)
            found, before = _last_place(analysis, first, last), first
    return found


def _last_place(analysis: Analysis, first: int, limit: int) -> Mention | None:
    return _place_led(analysis, first, limit, {*_LEADS, "pour", ""}) or _place_led(analysis, first, limit, {"de"})


def _place_led(analysis: Analysis, first: int, limit: int, roles: set[str]) -> Mention | None:
    phrases = [p for p in scene(analysis, *analysis.sentence_of(first)).phrases if first <= p.start and p.end <= limit]
    for phrase in reversed(phrases):
        for mention in reversed(phrase.mentions):
            if mention.kind in {"Place", "Country"} and mention.draft is not None and phrase.role in roles:
                return mention
    return None
