"""Says whom descriptions and pronouns stand for: « le responsable marocain », « le ministre », « son homologue », « il ».

A sieve, most certain rule first (the way of Lee et al. 2013): what a rule cannot decide without doubt, it leaves, and
a slot that needs it stays empty. People are matched by office and country; countries by the common noun for their form
of state among those that the article names; a description before its name (« la visite du responsable de … . Abdellatif
Hammouchi a été reçu ») is resolved forward to a bare name that opens the next sentence.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.states import find_states, main_pair

_GENERIC = frozenset(
    {"responsable", "haut responsable", "dirigeant", "patron", "diplomate", "chef", "représentant permanent"}
)
_FAMILIES = (
    frozenset(
        {
            "ministre",
            "ministre d'État",
            "ministre délégué",
            "chef de la diplomatie",
            "vice-ministre",
            "premier vice-ministre",
            "secrétaire d'État",
        }
    ),
    frozenset({"président", "chef de l'État", "président de la République", "chef"}),
    frozenset({"chef du gouvernement", "Premier ministre", "chef"}),
    frozenset({"roi", "Sa Majesté", "chef de l'État"}),
    frozenset({"secrétaire", "secrétaire général"}),
)


def family(one: str, other: str) -> bool:
    """Whether two titles may be used of one person."""
    return one == other or any(one in f and other in f for f in _FAMILIES)


def component(analysis: Analysis) -> None:
    """Resolve every description and pronoun that can be."""
    analysis.pair = main_pair(analysis)
    _find_pronouns(analysis)
    _people(analysis)
    find_states(analysis)
    analysis.sort()


def people_before(analysis: Analysis, i: int) -> list[Mention]:
    """Return the mentions of people before token `i`, the latest first."""
    return [
        m
        for m in reversed(analysis.mentions)
        if m.kind in {"Person", "Description", "Pronoun"} and m.draft and m.draft.kind == "Person" and m.end <= i
    ]


def _counterpart(analysis: Analysis, mention: Mention) -> None:
    """« Aziz Akhannouch, ministre de l’Agriculture, et son homologue russe Alexandre Tkatchev »: the same office there."""
    for use in mention.titles:
        if use.scope != "counterpart":
            continue
        other = _possessor(analysis, use, mention.draft)
        if other:
            borrow(use, other)


def _possessor(analysis: Analysis, use: TitleUse, holder: Draft | None) -> TitleUse | None:
    """The title whose counterpart is meant: of the person named before it in the sentence, else the nearest title."""
    first = analysis.sentence_of(use.start)[0]
    for mention in analysis.mentions:
        if (
            first <= mention.start < use.start
            and mention.draft is not None
            and mention.draft is not holder
            and mention.draft.kind == "Person"
        ):
            held = [u for d, u in analysis.tenures if d is mention.draft and u.scope != "counterpart" and not u.epithet]
            if held:
                return held[-1]
    for draft, other in sorted(analysis.tenures, key=lambda t: -t[1].start):
        if other.start < use.start and draft is not holder and other.scope != "counterpart" and not other.epithet:
            return other
    return None


def borrow(use: TitleUse, other: TitleUse) -> None:
    """Give `use` the title of its counterpart, and the same ministry of its own country."""
    use.label, use.scope = other.label, other.scope
    if not use.agencies and not (use.country == other.country and use.country):
        for draft, _, _ in other.agencies:
            if draft.portfolio:
                twin = Draft("Agency", list(draft.names), None, use.country, None, draft.portfolio)
                use.agencies.append((twin, use.outer[0], use.outer[1]))


def holders(analysis: Analysis, label: str, country: str | None, before: int) -> list[Draft]:
    """Return the people who bear a title of the same family and country, the latest named before `before` first."""
    found: list[Draft] = []
    for mention in people_before(analysis, before):
        draft = mention.draft
        if draft is None or draft in found:
            continue
        if country and draft.country and draft.country != country:
            continue
        if country and not draft.country and label not in _GENERIC:
            continue
        held = [u for d, u in analysis.tenures if d is draft]
        if label in _GENERIC and any(u.scope in {"royal", "state"} for u in held):
            continue
        if label in _GENERIC or any(family(label, u.label) for u in held):
            found.append(draft)
    return found


def _description(analysis: Analysis, mention: Mention) -> None:
    use = mention.titles[0]
    if mention.plural or (use.determiner in {"des", "un", "une", "deux"} and use.determiner != "deux"):
        if mention.plural:
            _several(analysis, mention, use)
        return
    if use.scope == "counterpart":
        _nameless_counterpart(analysis, mention, use)
        return
    if use.agencies:
        same = [d for d, u in analysis.tenures if any(a is b for a, _, _ in u.agencies for b, _, _ in use.agencies)]
        if same:
            mention.draft = same[-1]
            return
        _ahead(analysis, mention, use)
        return
    royal = use.scope == "royal"
    found = holders(analysis, use.label, use.country, mention.start)
    if not found and royal:
        found = [d for d, u in analysis.tenures if u.scope == "royal" and u.label == "roi"]
    if not found and use.country and use.label not in _GENERIC:
        later = [d for d, u in analysis.tenures if family(use.label, u.label) and d.country == use.country]
        found = later[:1]
    if found:
        mention.draft = found[0]
        if use.country and found[0].country is None:
            found[0].country = use.country
        mention.country = found[0].country
        if not any(d is found[0] for d, _ in analysis.tenures) and use.label not in _GENERIC:
            analysis.tenures.append((found[0], use))


def _several(analysis: Analysis, mention: Mention, use: TitleUse) -> None:
    """« les deux ministres », « les deux responsables »: the last two people of such an office."""
    if use.determiner != "deux":
        return
    found = holders(analysis, use.label, None, mention.start)
    if len(found) < 2:
        found = holders(analysis, "responsable", None, mention.start)
    mention.members = found[:2][::-1] if len(found) >= 2 else []


def _nameless_counterpart(analysis: Analysis, mention: Mention, use: TitleUse) -> None:
    other = _possessor(analysis, use, None)
    if other is None:
        return
    country = use.country
    found = [d for d, u in analysis.tenures if country and d.country == country and family(other.label, u.label)]
    if found:
        mention.draft = found[-1]


def _ahead(analysis: Analysis, mention: Mention, use: TitleUse) -> None:
    """A description before its name: the bare full name that opens the next sentence, if it is new there."""
    _, last = analysis.sentence_of(mention.start)
    if last >= len(analysis.doc):
        return
    opening = next((m for m in analysis.mentions if m.start >= last), None)
    if opening is None or opening.kind != "Person" or opening.titles or opening.start != last or opening.draft is None:
        return
    if any(m.draft is opening.draft for m in analysis.mentions if m.start < opening.start):
        return
    mention.draft = opening.draft
    analysis.tenures.append((opening.draft, use))
    if use.country and not opening.draft.country:
        opening.draft.country = use.country


def _find_pronouns(analysis: Analysis) -> None:
    """Add a mention, not yet resolved, for every pronoun that may stand for a person."""
    for i, word in enumerate(analysis.folds):
        if analysis.at(i) is not None:
            continue
        if word in {"il", "elle"} and analysis.doc[i].pos_ == "PRON" and not _impersonal(analysis, i):
            analysis.mentions.append(Mention(i, i + 1, (i, i + 1), "Pronoun", via="pronoun", feminine=word == "elle"))
        elif word in {"dernier", "derniere"} and i and analysis.folds[i - 1] in {"ce", "cette"}:
            analysis.mentions.append(Mention(i - 1, i + 1, (i - 1, i + 1), "Pronoun", via="latter"))
        elif word in {"l", "le", "la"} and analysis.doc[i].pos_ == "PRON":
            analysis.mentions.append(Mention(i, i + 1, (i, i + 1), "Pronoun", via="clitic"))
    analysis.sort()


def _people(analysis: Analysis) -> None:
    """Resolve counterparts, descriptions and pronouns in the order of the text, keeping the subject that they go back to."""
    subject: Draft | None = None
    for first, last in analysis.sentences:
        heading: Draft | None = None
        for mention in [m for m in analysis.mentions if first <= m.start < last]:
            if mention.kind == "Person":
                _counterpart(analysis, mention)
            elif mention.kind == "Description":
                _description(analysis, mention)
            elif mention.kind == "Pronoun":
                if mention.via == "latter":
                    before = people_before(analysis, mention.start)
                    mention.draft = before[0].draft if before else None
                elif mention.via == "clitic":
                    mention.draft = _clitic(analysis, mention, heading or subject)
                else:
                    mention.draft = heading or subject
                mention.country = mention.draft.country if mention.draft else None
            if (
                mention.kind in {"Person", "Description", "Pronoun"}
                and mention.draft
                and mention.via not in {"clitic", "latter"}
            ) and (mention.start == first or not _governed(analysis, mention.start)):
                heading = heading or mention.draft
        subject = heading or (subject if _continues(analysis, first, last) else None)


def _clitic(analysis: Analysis, mention: Mention, subject: Draft | None) -> Draft | None:
    """« où le président X l’a reçu »: the person before who is not the verb's own subject."""
    before = [m.draft for m in people_before(analysis, mention.start)]
    if not before:
        return subject
    nearest = before[0]
    return next((d for d in before if d is not nearest), subject)


def _continues(analysis: Analysis, first: int, last: int) -> bool:
    return any(m.kind == "Pronoun" for m in analysis.mentions if first <= m.start < last)


def _governed(analysis: Analysis, i: int) -> bool:
    """Whether a preposition governs the noun phrase that begins at token `i`."""
    return analysis.doc[i - 1].pos_ == "ADP" or analysis.folds[i - 1] in {
        "du",
        "au",
        "des",
        "aux",
        "de",
        "d",
        "par",
        "avec",
    }


def _impersonal(analysis: Analysis, i: int) -> bool:
    after = " ".join(analysis.folds[i + 1 : i + 4])
    return after.startswith(("y a ", "faut", "s agit", "est ", "semble", "convient", "y avait", "reste", "n y a"))
