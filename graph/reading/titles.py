"""Reads titles of office with their complements, and whom they stand beside.

« le vice ministre russe de l’industrie et du commerce, Victor Evtuhov », « Nikolaï Patrouchev, le secrétaire général du
conseil de sécurité russe », « les ministres de l’Énergie Aziz Rebbah et Alexandre Novak », « Macky Sall, alors président de
la République », « Dmitri Medvedev, aujourd’hui ancien Premier ministre russe ». A title beside nobody is a description,
which `references` resolves.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Mention, TitleUse
from dragoman.graph.reading.complements import complement
from dragoman.graph.reading.names import add_person, runs
from dragoman.graph.reading.title_forms import match_title

_THEN = frozenset(
    {
        "alors",
        "aujourd hui",
        "actuel",
        "actuelle",
        "desormais",
        "egalement",
        "le",
        "la",
        "l",
        "les",
        "son",
        "sa",
        "ses",
        "ancien",
        "ancienne",
        "ex",
        "-",
        "nouveau",
        "nouvelle",
        "futur",
        "future",
        "et",
        "premier",
        "toujours",
        "jusqu ici",
        "encore",
    }
)


def find(analysis: Analysis) -> list[TitleUse]:
    """Return every use of a title, its complement read, in order."""
    found = []
    for first, last in analysis.sentences:
        i = first
        while i < last:
            use = match_title(analysis, i, last)
            if use and not _verbal(analysis, use):
                covering = analysis.at(i)
                if (
                    covering
                    and covering.kind not in {"Adjective", "Description"}
                    and covering.end >= use.end
                    and covering.start < use.start
                ):
                    i = covering.end
                    continue
                use.outer = complement(analysis, use, last)
                found.append(use)
                i = max(use.end, use.outer[1])
            else:
                i += 1
    return found


def _verbal(analysis: Analysis, use: TitleUse) -> bool:
    """« secrétaires » is no title in « que préside »; an adjective « patron » or verb form is none either."""
    token = analysis.doc[use.start]
    return token.pos_ in {"VERB", "AUX", "ADV"}


def attach(analysis: Analysis, uses: list[TitleUse]) -> None:
    """Join titles with the people beside them into one mention each, and note who holds what; the rest are descriptions."""
    for use in uses:
        people = _after(analysis, use) or _before(analysis, use)
        if not people:
            _describe(analysis, use)
            continue
        for mention in people:
            _join(analysis, mention, use)
            if mention.draft and not use.epithet:
                analysis.tenures.append((mention.draft, use))
    analysis.sort()


def _join(analysis: Analysis, mention: Mention, use: TitleUse) -> None:
    alone = not use.plural
    mention.titles.append(use)
    if alone or use.outer[0] > mention.end:
        inside = [
            m
            for m in analysis.mentions
            if m is not mention
            and min(mention.start, use.outer[0]) <= m.start
            and m.end <= max(mention.end, use.outer[1])
            and m.kind not in {"Person", "Description"}
        ]
        mention.start, mention.end = min(mention.start, use.outer[0]), max(mention.end, use.outer[1])
        for other in inside:
            analysis.mentions.remove(other)
    if use.country and mention.draft and not mention.draft.country:
        mention.draft.country = use.country
    mention.country = mention.draft.country if mention.draft else use.country


def _person_at(analysis: Analysis, i: int, *, make: bool) -> Mention | None:
    """The person named from token `i` on; where `make`, a run of capitals beside a title is taken for one."""
    for mention in analysis.mentions:
        if mention.kind == "Person" and mention.start <= i < mention.end:
            return mention if mention.start == i or mention.core[0] == i else None
    if make and analysis.at(i) is None:
        for start, end in runs(analysis):
            if start == i and (end - start > 1 or analysis.doc[start].ent_type_ == "PER"):
                return add_person(analysis, start, end, "title")
    return None


def _after(analysis: Analysis, use: TitleUse) -> list[Mention]:
    """The people named after the title: at once, or after a comma; several after a plural."""
    limit = analysis.sentence_of(use.start)[1]
    i = use.outer[1]
    found: list[Mention] = []
    comma = i < limit and analysis.doc[i].text in {",", "("}
    if comma:
        if use.determiner in {"", "un", "une"} and not use.agencies and not use.country:
            return []
        i += 1
    while i < limit:
        mention = _person_at(analysis, i, make=True)
        if mention is None:
            break
        if comma and mention.start != i and mention.titles:
            break
        found.append(mention)
        i = mention.end
        if not use.plural:
            break
        if i < limit and (analysis.folds[i] == "et" or analysis.doc[i].text == ","):
            i += 1
        else:
            break
    if (
        comma
        and found
        and not use.plural
        and i < limit
        and analysis.doc[i].text not in {",", ")", ".", ";", ":"}
        and analysis.folds[i] not in {"et", "a", "qui"}
        and analysis.doc[i].pos_ not in {"AUX", "VERB", "ADP", "PRON", "SCONJ", "CCONJ", "PUNCT"}
    ):
        return []
    return found


def _before(analysis: Analysis, use: TitleUse) -> list[Mention]:
    """The person whom the title follows in apposition: « Wang Yi, ministre … », « Abbas Azzouzi, alors directeur … »."""
    first = analysis.sentence_of(use.start)[0]
    i = use.outer[0] - 1
    while i > first and (analysis.folds[i] in _THEN or analysis.doc[i].text in {"-", "'", "’"}):
        i -= 1
    if i <= first or analysis.doc[i].text not in {",", "("}:
        previous = analysis.at(i) if i >= first else None
        if (
            previous
            and previous.kind == "Person"
            and previous.titles
            and analysis.folds[i + 1 : use.outer[0]] == ["et"]
        ):
            return [previous]
        return []
    person = analysis.at(i - 1)
    if person and person.kind == "Person" and person.end == i:
        return [person]
    for start, end in runs(analysis):
        if end == i and end - start > 1:
            return [add_person(analysis, start, end, "title")]
    return []


def _describe(analysis: Analysis, use: TitleUse) -> None:
    """Keep a title beside nobody as a description, to be resolved; an indefinite one (« un ministre ») stands for nobody."""
    analysis.mentions = [
        m
        for m in analysis.mentions
        if not (use.outer[0] <= m.start and m.end <= use.outer[1] and m.kind not in {"Person", "Description"})
    ]
    mention = Mention(
        use.outer[0],
        use.outer[1],
        (use.outer[0], use.outer[1]),
        "Description",
        None,
        use.country,
        titles=[use],
        plural=use.plural,
        via="description",
    )
    analysis.mentions.append(mention)
    analysis.sort()


def component(analysis: Analysis) -> None:
    """Read all titles."""
    analysis.titles = find(analysis)
    attach(analysis, analysis.titles)
