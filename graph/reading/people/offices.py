"""Makes one tenure of every office that a person holds, however often and differently the article names it.

« le ministre russe des Affaires étrangères, X … le chef de la diplomatie russe … son homologue » is one office of X. The country is
the one that an adjective or complement on the person, the office or its agency tells anywhere; a ministry that the lexicon has is
linked to it. A mere word for somebody (« le diplomate X ») is no office without an agency.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.graph.iris import entity_iri, fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.building import Builder
from dragoman.graph.records import Record, Rejection


@dataclass(eq=False)
class Office:
    """One person's office, with every use of its title."""

    holder: Draft
    agency: Draft | None
    agency_at: tuple[int, int] | None
    uses: list[TitleUse] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the office is first stated."""
        return self.uses[0].start


def offices(analysis: Analysis) -> list[Office]:
    """Return one office for each person, title and agency, in the order of the text; what is none leaves a rejection."""
    found: dict[int, list[Office]] = {}
    for holder, use in sorted(analysis.tenures, key=lambda t: t[1].start):
        if use.scope == "counterpart":
            _reject(analysis, use, "whose counterpart is meant cannot be told")
            continue
        own = found.setdefault(id(holder), [])
        places: list[tuple[Draft | None, tuple[int, int] | None]] = [(a, (s, e)) for a, s, e in use.agencies]
        for agency, at in places or [(None, None)]:
            if agency is not None:
                _place(analysis, agency, use.country or holder.country)
            same = next((o for o in own if _one_office(analysis, o, use, agency)), None)
            if same is None:
                own.append(Office(holder, agency, at, [use]))
            else:
                same.uses.append(use)
                if same.agency is None and agency is not None:
                    same.agency, same.agency_at = agency, at
    kept = [o for own in found.values() for o in own if _is_office(analysis, o, own)]
    return sorted(kept, key=lambda o: o.start)


def _reject(analysis: Analysis, use: TitleUse, reason: str) -> None:
    analysis.rejected.append(Rejection("Tenure", analysis.span(*use.outer), "office", reason))


def _place(analysis: Analysis, agency: Draft, country: str | None) -> None:
    """Give an agency its holder's country, and a ministry the lexicon's entry."""
    if agency.iri:
        return
    if agency.portfolio or agency.shared:
        agency.country = agency.country or country
    if not agency.portfolio or not agency.country:
        return
    named = (
        e.iri
        for name in agency.names
        for e in analysis.lexicon.named(name)
        if e.kind == "Agency" and e.country == agency.country
    )
    made = entity_iri("Agency", f"{agency.identity or agency.names[0]} {agency.country.rpartition('/')[2]}")
    iri = next(named, made)
    if iri in analysis.lexicon.entries:
        agency.iri = iri


def family(analysis: Analysis, one: str, other: str) -> bool:
    """Whether two titles may be used of one person for one office."""
    if one == other:
        return True
    a, b = fold(one), fold(other)
    return any(a in f and b in f for f in analysis.terms.families)


def _one_office(analysis: Analysis, office: Office, use: TitleUse, agency: Draft | None) -> bool:
    if not any(family(analysis, use.label, u.label) for u in office.uses):
        return False
    if use.former != office.uses[0].former and use.country and use.country == office.uses[0].country:
        return False
    if agency is None or office.agency is None:
        # who presides over the Union may be a head of state as well
        bodies = {use.scope, office.uses[0].scope} == {"state"} and agency is not office.agency
        return not bodies or any(use.label == u.label for u in office.uses)
    if agency is office.agency or agency.key == office.agency.key:
        return True
    one, other = _field_words(agency), _field_words(office.agency)
    return one <= other or other <= one


def _field_words(agency: Draft) -> set[str]:
    """The words of an agency's name that tell it from others of its kind."""
    name = agency.portfolio or agency.names[0]
    return {w for w in fold(name).split() if len(w) > 3 and w not in {"ministere", "departement"}} or {fold(name)}


def _is_office(analysis: Analysis, office: Office, own: list[Office]) -> bool:
    terms = analysis.terms
    if all(u.metonym for u in office.uses):
        _reject(analysis, office.uses[0], "a by-name is no title")
        return False
    labels = {fold(u.label) for u in office.uses}
    if labels <= terms.officeless and office.agency is None:
        _reject(analysis, office.uses[0], "the word tells of no office")
        return False
    said = office.agency or any(u.country or u.town for u in office.uses)
    if labels <= terms.vague and not said:
        _reject(analysis, office.uses[0], "the word tells of no office without an agency or a state")
        return False
    if labels <= {"prince"} and any(o is not office and o.uses[0].scope != "royal" for o in own):
        _reject(analysis, office.uses[0], "a rank by birth beside an office")
        return False
    return True


def tenure(analysis: Analysis, office: Office, key: str, drafts: dict[str, Draft]) -> Record:
    """Return the record of one office."""
    build = Builder(analysis, "Tenure", drafts)
    use = _best(office)
    sentences = {analysis.sentence_of(use.start)}
    named = _named(analysis, office, use)
    if named is not None:
        sentences.add(analysis.sentence_of(named.start))
        build.add("holder", office.holder, named.core)
    if use.written:
        build.add("title", use.text, _title_tokens(analysis, use))
    else:
        build.add("title", use.text, (use.start, use.end), "derived")
    if use.former:
        build.add("former", True, (use.start, use.end), "derived")
    if office.agency is not None:
        inside = office.agency_at is not None and office.agency_at[0] < office.agency_at[1]
        build.add("agency", office.agency, office.agency_at if inside else (use.start, use.end), "derived")
        sentences.add(analysis.sentence_of(office.agency_at[0] if office.agency_at else use.start))
    _country(analysis, office, build, sentences)
    build.fields["rules"] = tuple(dict.fromkeys(f"title {u.label}" for u in office.uses))
    return build.build(key, sentences)


def _best(office: Office) -> TitleUse:
    """The use by which the office is called: the first, unless it was said by reference to another holder or in a general word."""
    beside = [u for u in office.uses if not u.described] or office.uses
    own = [u for u in beside if not u.counterpart and not u.metonym] or beside
    telling = [u for u in own if any(a is office.agency for a, _, _ in u.agencies)]
    return (telling or own)[0] if office.agency is not None else own[0]


def _named(analysis: Analysis, office: Office, use: TitleUse) -> Mention | None:
    """The holder's mention that the title stands beside, else the nearest after it, else the first."""
    people = analysis.of(office.holder)
    beside = next((m for m in people if use in m.titles), None)
    return beside or next((m for m in people if m.start >= use.start), None) or (people[0] if people else None)


def _country(analysis: Analysis, office: Office, build: Builder, sentences: set[tuple[int, int]]) -> None:
    stated = next((u for u in office.uses if u.country and u.country_span), None)
    if stated is not None and stated.country is not None and stated.country_span is not None:
        build.add("country", analysis.known(stated.country), stated.country_span)
        sentences.add(analysis.sentence_of(stated.country_span[0]))
        return
    agency = office.agency.country if office.agency else None
    derived = office.holder.country or agency
    if derived is None:
        return
    if office.holder.country and office.holder.country_at:
        build.add("country", analysis.known(derived), office.holder.country_at)
        sentences.add(analysis.sentence_of(office.holder.country_at[0]))
    else:
        build.add("country", analysis.known(derived), None, "known" if office.holder.iri else "derived")


def _title_tokens(analysis: Analysis, use: TitleUse) -> tuple[int, int]:
    for start in range(max(0, use.start - 3), use.start + 1):
        if analysis.text(start, use.end) == use.text:
            return start, use.end
    return use.start, use.end
