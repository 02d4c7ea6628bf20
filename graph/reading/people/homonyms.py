"""Keeps the lexicon's institutions apart from those of other states that bear the same name.

« DGSN » is a service in Rabat and another in Alger, every kingdom has its « Cabinet royal » and every parliament a « Chambre des
représentants ». A name of the lexicon is another institution's where an adjective or complement beside it says so (« la DGSN
algérienne »), or where the article, which names other states, never speaks of the entry's own. A name of one word that is no acronym
(« Roscosmos ») is nobody else's.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention

_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "l", "les", "le"})
_KINDS = frozenset({"Agency", "Organization"})


def component(analysis: Analysis) -> None:
    """Part every institution that belongs to another state than the lexicon's entry of that name."""
    states = analysis.states
    doubtful: list[Mention] = []
    for mention in analysis.mentions:
        if mention.kind in _KINDS and mention.draft and mention.draft.iri and mention.draft.country:
            doubtful.append(mention)
        else:
            states |= {m for m in (mention.country, *(d.iri for d in mention.members)) if m}
    for mention in doubtful:
        beside = _beside(analysis, mention)
        if beside:
            belongs(analysis, mention, beside)
    for mention in doubtful:
        draft = mention.draft
        if (
            draft
            and draft.iri
            and draft.country not in states
            and states
            and not _distinctive(analysis.text(*mention.core))
        ):
            _part(analysis, draft, None, None)


def belongs(analysis: Analysis, mention: Mention, country: str) -> None:
    """Say that the institution of a mention belongs to a state: another one than the lexicon's, where that contradicts."""
    draft = mention.draft
    if draft is None:
        return
    if draft.iri and draft.country and draft.country != country:
        # of two states' institutions of one name in an article, only the words beside each tell whose it is
        _part(analysis, draft, country, [mention] if draft.country in analysis.states else None)
    elif not draft.iri:
        draft.country = draft.country or country
    mention.country = mention.draft.country if mention.draft else country


def _part(analysis: Analysis, known: Draft, country: str | None, some: list[Mention] | None) -> None:
    """Give some mentions of a lexicon entry, or all, a new entity of the same words."""
    assert known.iri is not None
    if some is None:
        analysis.homonyms.add(known.iri)
    mentions = some or [m for m in analysis.mentions if m.draft is known]
    names = list(dict.fromkeys(analysis.text(*m.core) for m in mentions))
    new = Draft(known.kind, names, None, country, shared=True)
    for mention in mentions:
        mention.draft, mention.country = new, country
    for short, draft in analysis.acronyms.items():
        if draft is known and some is None:
            analysis.acronyms[short] = new


def _beside(analysis: Analysis, mention: Mention) -> str | None:
    """Return the state that an adjective or a complement right after an institution tells."""
    i = mention.end
    limit = analysis.sentence_of(mention.start)[1]
    if i < limit and analysis.folds[i] in _DE:
        i += 1
        while i < limit and analysis.folds[i] in _ARTICLES:
            i += 1
    after = analysis.at(i) if i < limit else None
    if after is None or after.kind not in {"Adjective", "Country"}:
        return None
    return after.country if after.kind == "Country" or i == mention.end else None


def _distinctive(words: str) -> bool:
    return len(words.split()) == 1 and not words.isupper()
