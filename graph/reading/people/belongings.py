"""Says whose an office with a possessive is: « son ministre de la Pêche, X » serves its owner's state, « sa PDG, Y » her owner's company.

The owner of a minister or an adviser is the person of whom the sentence speaks; the owner of a director the institution that is its
subject, before the title or after it (« a fait savoir son directeur général », « signé par son PDG, X, Sonagaz livrera … »), else the one
that was the subject of the sentence before.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.people.discourse import Discourse, governed
from dragoman.graph.reading.people.name_runs import run_from

_POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs"})
_INSTITUTIONS = frozenset({"Agency", "Organization", "Company", "Outlet"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_HEADS = frozenset({"president", "secretaire general", "porte parole", "gouverneur", "coordinateur", "commissaire"})


def settle(analysis: Analysis, discourse: Discourse, mention: Mention) -> None:
    """Give a person's office with a possessive the state or the institution of its owner, where one can be told."""
    for use in mention.titles:
        if use.determiner not in _POSSESSIVE or use.counterpart or use.scope == "counterpart":
            continue
        label = fold(use.label)
        terms = analysis.terms
        if label in terms.ministerial or label in terms.posted - terms.business:
            _state(discourse, mention, use)
        elif not use.agencies and label in terms.business | _HEADS:
            found = _institution(analysis, discourse, use)
            if found is not None:
                draft, start, end = found
                use.agencies.append((draft, start, end))
                use.country = use.country or draft.country


def _state(discourse: Discourse, mention: Mention, use: TitleUse) -> None:
    """A minister serves the state of whom the sentence speaks."""
    owner = discourse.topic()
    draft = mention.draft
    if owner is None or draft is None or owner is draft or use.country or draft.country or owner.country is None:
        return
    if any(
        u.scope in {"state", "royal", "diplomacy"} or fold(u.label).endswith("ministre") for u in discourse.held(owner)
    ):
        draft.country, draft.country_at = owner.country, owner.country_at
        mention.country = owner.country
        for agency, _, _ in use.agencies:
            agency.country = agency.country or (owner.country if agency.portfolio else None)


def _institution(analysis: Analysis, discourse: Discourse, use: TitleUse) -> tuple[Draft, int, int] | None:
    now, before = discourse.now, discourse.before
    here = _candidates(analysis, now.first, now.last, use)
    earlier = [c for c in here if c[1] < use.start]
    for found in ([c for c in earlier if c[3]] or earlier[-1:], [c for c in here if c[3]]):
        if found:
            return found[-1][:3]
    behind = _company_behind(analysis, discourse, use)
    if behind is not None:
        return behind
    if before is not None:
        there = [c for c in _candidates(analysis, before.first, before.last, use) if c[3]]
        if len(there) == 1:
            return there[0][:3]
    return None


def _company_behind(analysis: Analysis, discourse: Discourse, use: TitleUse) -> tuple[Draft, int, int] | None:
    """« signé par son PDG, X, Surya Ammonia élèvera … »: a subject that the model took for a person, untitled, is the company."""
    for mention in analysis.between(use.outer[1], discourse.now.last):
        draft = mention.draft
        if mention.kind != "Person" or draft is None or use in mention.titles or governed(analysis, mention.start):
            continue
        verbal = mention.end < discourse.now.last and analysis.doc[mention.end].pos_ in {"VERB", "AUX"}
        subject = verbal or any(t.dep_ in _SUBJECTS for t in analysis.doc[mention.start : mention.end])
        everywhere = analysis.of(draft)
        guessed = all(m.via in {"model", "surname"} and not m.titles for m in everywhere)
        if not subject or not guessed or draft.iri or discourse.held(draft):
            return None
        company = analysis.met("Company", draft.names[0])
        for other in everywhere:
            other.kind, other.draft = "Company", company
        return company, *mention.core
    return None


def _candidates(analysis: Analysis, first: int, last: int, use: TitleUse) -> list[tuple[Draft, int, int, bool]]:
    """Return the institutions of a sentence that no preposition governs, with whether the tree makes them a subject."""
    found: list[tuple[Draft, int, int, bool]] = []
    i = first
    while i < last:
        if use.outer[0] <= i < use.outer[1]:
            i += 1
            continue
        mention = analysis.at(i)
        if mention:
            # the subject of « le groupe indien Surya livrera » is the noun before the name
            subject = any(t.dep_ in _SUBJECTS for t in analysis.doc[max(first, mention.start - 3) : mention.end])
            if mention.kind in _INSTITUTIONS and mention.draft and not governed(analysis, mention.start):
                found.append((mention.draft, *mention.core, subject))
            i = max(i + 1, mention.end)
            continue
        end = run_from(analysis, i, last)
        if end > i:
            verbal = end < last and analysis.doc[end].pos_ in {"VERB", "AUX"}
            subject = verbal or any(t.dep_ in _SUBJECTS and t.head.pos_ in {"VERB", "AUX"} for t in analysis.doc[i:end])
            person = end - i > 1 and any(t.ent_type_ == "PER" for t in analysis.doc[i:end])
            if subject and not person and not governed(analysis, i):
                found.append((analysis.met("Company", analysis.text(i, end)), i, end, True))
            i = end
        else:
            i += 1
    return found
