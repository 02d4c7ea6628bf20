"""Reads titles of office with their complements, and whom they stand beside.

« le vice ministre russe de l’industrie et du commerce, Victor Evtuhov », « Nikolaï Patrouchev, le secrétaire général du
conseil de sécurité russe », « les ministres de l’Énergie Aziz Rebbah et Alexandre Novak », « Macky Sall, alors président de
la République », « Dmitri Medvedev, aujourd’hui ancien Premier ministre russe ». A title beside nobody is a description,
which `references` resolves.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.lexicon.french import feminine
from dragoman.graph.reading.analysis import Analysis, Mention, TitleUse
from dragoman.graph.reading.people.appositions import Appositions
from dragoman.graph.reading.people.complements import complement
from dragoman.graph.reading.people.several import several


def find(analysis: Analysis) -> list[TitleUse]:
    """Return every use of a title, its complement read, in order."""
    found: list[TitleUse] = []
    done = 0
    for start in sorted(analysis.heads):
        use = analysis.heads[start]
        if start != use.start or start < done:
            continue
        covering = analysis.at(start)
        if (
            covering
            and covering.kind not in {"Adjective", "Description", "Country"}
            and covering.end >= use.end
            and covering.start < use.start
        ):
            done = covering.end
            continue
        analysis.nested.clear()
        use.outer = complement(analysis, use, analysis.sentence_of(start)[1])
        done = max(use.end, use.outer[1])
        inner = list(analysis.nested)
        if found and found[-1].outer[1] == use.outer[0] and not use.determiner and not found[-1].country:
            # « ambassadeur haut représentant de la République gabonaise »: two titles with one complement
            found[-1].country, found[-1].country_span = use.country, use.country_span
        found += [use, *inner]
    return found


def component(analysis: Analysis) -> None:
    """Join titles with the people beside them into one mention each, and note who holds what; the rest are descriptions."""
    uses = find(analysis)
    analysis.titles = uses
    beside = Appositions(analysis, uses)
    for use in uses:
        _of_which(analysis, use)
        held = several(analysis, use) if use.plural else beside.holders(use)
        if held is None:
            continue
        if not held:
            describe(analysis, use)
        for mention, own in held:
            join(analysis, mention, own)
            _state_after(analysis, mention, own)
    analysis.sort()


def _of_which(analysis: Analysis, use: TitleUse) -> None:
    """« la Fédération, dont le président est X »: the institution before « dont »."""
    i = use.outer[0] - 1
    if use.agencies or i < 2 or analysis.folds[i] != "dont":
        return
    mention = analysis.at(i - 1 - (analysis.doc[i - 1].text == ","))
    if mention and mention.draft and mention.kind in {"Agency", "Organization", "Company", "Outlet"}:
        use.agencies.append((mention.draft, *mention.core))
        use.country, use.country_span = use.country or mention.country, use.country_span or mention.country_at


def join(analysis: Analysis, mention: Mention, use: TitleUse) -> None:
    """Give a person a title, and let their mention stand for the title's words too where these are nobody else's."""
    draft = mention.draft
    assert draft is not None
    mention.titles.append(use)
    if not use.plural:
        start, end = min(mention.start, use.outer[0]), max(mention.end, use.outer[1])
        inside = {id(m): m for i in range(start, end) if (m := analysis.at(i)) is not None and m is not mention}
        analysis.drop(*(m for m in inside.values() if m.kind not in {"Person"} and start <= m.start and m.end <= end))
        analysis.extend(mention, start, end)
    if use.country and not draft.country:
        draft.country, draft.country_at = use.country, use.country_span
    if draft.feminine is None:
        draft.feminine = _woman(analysis, use)
    mention.country = draft.country
    if not use.epithet:
        analysis.tenures.append((draft, use))


def _state_after(analysis: Analysis, mention: Mention, use: TitleUse) -> None:
    """« le roi Abdallah II de Jordanie », « le président Ruto du Kenya »: a state after the name."""
    i = mention.end
    if use.scope not in {"royal", "state"} or use.country or use.plural or i + 1 >= len(analysis.doc):
        return
    if mention.core[1] != i or analysis.folds[i] not in {"de", "du", "d", "des"}:
        return
    j = i + 1 + (analysis.folds[i + 1] in {"la", "l", "les", "le"})
    state = analysis.at(j)
    if state and state.kind == "Country" and state.start == j and mention.draft:
        use.country, use.country_span = state.country, (state.start, state.end)
        mention.draft.country = mention.draft.country or state.country
        analysis.extend(mention, mention.start, state.end)


_FEMININE = frozenset({"la", "une", "cette"})
_ENDINGS = ("trice", "ente", "iere", "ee", "euse", "enne", "ffe", "ere", "ante", "esse", "onne", "eine")


def _woman(analysis: Analysis, use: TitleUse) -> bool | None:
    """Whether a title tells that its holder is a woman: « la ministre », « présidente ». A masculine title tells nothing."""
    if use.plural or not use.written:
        return None
    if any(_feminine_adjective(analysis, country, *span) for country, span in use.countries):
        return True
    words = [w for w in fold(use.text).split() if w not in analysis.terms.former]
    feminine = bool(words) and words[0] not in fold(use.title.label).split() and words[0].endswith(_ENDINGS)
    return True if feminine or use.determiner in _FEMININE else None


def _feminine_adjective(analysis: Analysis, country: str, start: int, end: int) -> bool:
    """« son homologue tanzanienne »: whether an adjective of nationality is a feminine form and no masculine one."""
    word = analysis.text(start, end).lower()
    masculine = [d for d in analysis.lexicon.entries[country].demonyms if d != word]
    return any(feminine(d) == word or (d.endswith("c") and d[:-1] + "que" == word) for d in masculine)


def describe(analysis: Analysis, use: TitleUse) -> None:
    """Keep a title beside nobody as a description, to be resolved; an indefinite one (« un ministre ») stands for nobody."""
    start, end = use.outer
    inside = {id(m): m for i in range(start, end) if (m := analysis.at(i)) is not None}
    if any(m.kind == "Person" and m.start < start for m in inside.values()):
        return
    analysis.drop(
        *(m for m in inside.values() if start <= m.start and m.end <= end and m.kind not in {"Person", "Description"})
    )
    mention = Mention(start, end, (start, end), "Description", None, use.country, titles=[use], via="description")
    mention.plural = use.plural
    mention.feminine = _woman(analysis, use)
    analysis.add(mention)
