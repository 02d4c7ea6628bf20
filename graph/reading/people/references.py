"""Says whom descriptions and pronouns stand for, sentence by sentence: the walk of `discourse` through the article.

Names first, with the office of a counterpart settled as soon as its holder is met (`counterparts`); then descriptions (`descriptions`),
pronouns and possessives (`pronouns`), each by what has been said before it; states last (`states`).
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.clauses.syntax import coordinated
from dragoman.graph.reading.people import belongings, pronouns
from dragoman.graph.reading.people.counterparts import settle
from dragoman.graph.reading.people.descriptions import Descriptions
from dragoman.graph.reading.people.discourse import Discourse, governed
from dragoman.graph.reading.people.states import find_states, main_pair

_DEFINITE = frozenset({"le", "la", "l", "ce", "cet", "cette", "du", "au"})
_POSSESSIVE = frozenset({"son", "sa", "leur"})
_DE = frozenset({"de", "du", "des", "d"})
_ARTICLES = frozenset({"la", "l", "les", "le"})


def component(analysis: Analysis) -> None:
    """Resolve every description and pronoun that can be."""
    analysis.pair = main_pair(analysis)
    _find_words(analysis)
    pronouns.find(analysis)
    discourse = Discourse(analysis)
    descriptions = Descriptions(analysis, discourse)
    mentions = iter(sorted(analysis.mentions, key=lambda m: (m.start, -m.end)))
    following = next(mentions, None)
    for first, last in analysis.sentences:
        discourse.begin(first, last)
        possessives = [i for i in range(first, last) if analysis.folds[i] in pronouns.POSSESSIVE]
        while following is not None and following.start < last:
            while possessives and possessives[0] <= following.start:
                pronouns.possess(analysis, discourse, possessives.pop(0))
            _one(analysis, discourse, descriptions, following)
            following = next(mentions, None)
        for i in possessives:
            pronouns.possess(analysis, discourse, i)
    find_states(analysis)
    analysis.sort()


def _one(analysis: Analysis, discourse: Discourse, descriptions: Descriptions, mention: Mention) -> None:
    if mention.kind == "Person":
        settle(analysis, discourse, mention)
        belongings.settle(analysis, discourse, mention)
    elif mention.kind == "Description":
        descriptions.resolve(mention)
    elif mention.kind == "Pronoun":
        pronouns.resolve(analysis, discourse, mention)
    else:
        return
    now = discourse.now
    if not mention.drafts and mention.kind != "Person" and not governed(analysis, mention.start):
        gender = {True: "Fem", False: "Masc", None: ""}[mention.feminine]
        now.unknown.add(gender if mention.kind == "Pronoun" else "description")
    if mention.members:
        if now.heading is None and not governed(analysis, mention.start):
            now.pair = now.pair or list(mention.members)
        for draft in mention.members:
            discourse.note(draft, mention)
    elif mention.draft:
        pair = _subjects(analysis, mention) if now.heading is None and not now.pair else []
        if pair:
            now.pair = pair
        discourse.note(mention.draft, mention)


def _subjects(analysis: Analysis, mention: Mention) -> list[Draft]:
    """« X et Y ont …»: the people whom the tree joins to a subject, where there are two or more and nobody governs them."""
    if mention.draft is None or mention.kind != "Person" or governed(analysis, mention.start):
        return []
    head = analysis.doc[mention.core[0]]
    while mention.start <= head.head.i < mention.end and head.head.i != head.i:
        head = head.head
    joined = [analysis.at(i) for i in coordinated(analysis, head.i)]
    others = [m.draft for m in joined if m and m is not mention and m.kind in {"Person", "Description"} and m.draft]
    return [mention.draft, *dict.fromkeys(d for d in others if d is not mention.draft)] if others else []


def _find_words(analysis: Analysis) -> None:
    """Add descriptions by nouns that are no title: « le visiteur », « son hôte », « l’hôte du royaume », « les deux hommes »."""
    terms, folds = analysis.terms, analysis.folds
    nouns = frozenset().union(terms.two_people, terms.others, terms.persons)
    for i, word in enumerate(folds):
        if word not in nouns or i == 0 or analysis.at(i) is not None:
            continue
        if word in terms.two_people and folds[i - 1] == "deux":
            start = i - 2 if i > 1 and folds[i - 2] == "les" else i - 1
            found = Mention(start, i + 1, (start, i + 1), "Description", via="description")
            found.plural = True
            analysis.add(found)
        elif (word in terms.others and folds[i - 1] in _DEFINITE | _POSSESSIVE) or (
            word in terms.persons and folds[i - 1] in _DEFINITE
        ):
            analysis.add(_word(analysis, i))
    analysis.sort()


def _word(analysis: Analysis, i: int) -> Mention:
    start = i if analysis.folds[i - 1] in {"du", "au"} else i - 1
    limit = analysis.sentence_of(i)[1]
    mention = Mention(start, i + 1, (start, i + 1), "Description", via="description")
    after = analysis.at(i + 1) if i + 1 < limit else None
    if after and after.kind == "Adjective" and after.country:
        mention.country, mention.end = after.country, after.end
    elif i + 2 < limit and analysis.folds[i + 1] in _DE:
        j = i + 2
        while j < limit and analysis.folds[j] in _ARTICLES:
            j += 1
        of = analysis.at(j) if j < limit else None
        if of and of.kind == "Country" and of.draft:
            mention.members, mention.end = [of.draft], of.end
    return mention
