"""Says which person a name stands for: the same name, a part of it, or another spelling of it.

« M. Zernine » is « Edouard Zernine » and « Patrouchev » is « Patrushev », but Dmitri Patrouchev is not Nikolaï. A bare surname that
two people bear stands for the one named last (the name-matching sieves of Lee et al. 2013, with spellings compared by their
longest common blocks, Ratcliff & Metzener 1988).
"""

from __future__ import annotations

from difflib import SequenceMatcher

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Draft, Mention
from dragoman.graph.reading.people.forms_of_address import before, feminine

_SAME_FIRST_NAME = 0.7
_SAME_SURNAME = 0.8
_REACH = 4_000
"""Tokens back to which the bearer of a surname named last is sought."""


def surname(
    name: str, particles: frozenset[str] = frozenset({"el", "al", "ben", "bin", "ibn", "ould", "von", "van"})
) -> str:
    """Return the folded last word of a name, particles kept before it.

    >>> surname("Saâd Eddine El Othmani"), surname("Victor Evtuhov")
    ('el othmani', 'evtuhov')
    """
    parts = fold(name).split()
    cut = len(parts) - 1
    while cut > 0 and parts[cut - 1] in particles:
        cut -= 1
    return " ".join(parts[cut:])


def alike(one: str, other: str) -> bool:
    """Whether two folded names are spellings of one (« patrouchev », « patrushev »).

    >>> alike("patrouchev", "patrushev"), alike("zernine", "kobiakov")
    (True, False)
    """
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 3 or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SAME_SURNAME


def _first_names_agree(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return one[0] == other[0] and SequenceMatcher(None, one, other).ratio() > _SAME_FIRST_NAME


def same_person(name: list[str], known: list[str]) -> bool:
    """Whether two full names, folded and cut into words, are one person's."""
    if name == known or (len(name) > 1 and sorted(name) == sorted(known)):
        return True
    short, long = sorted((name, known), key=len)
    if len(short) < 2:
        return False
    if len(short) < len(long) and short[-1] == long[-1] and (short[0] == long[0] or short == long[-len(short) :]):
        return True
    if len(short) < len(long) and short == long[: len(short)] and len(short) > 1:
        return True  # « Otávio Rezende » for « Otávio Rezende Falcão »
    return alike(short[-1], long[-1]) and _first_names_agree(short[0], long[0])


def part_of(name: list[str], known: list[str], first_surnames: frozenset[str], *, addressed: bool) -> bool:
    """Whether a name is a part by which its bearer is called: a surname, or with « M. » any run of words of the name."""
    if len(name) >= len(known):
        return False
    if name == known[-len(name) :] or (len(name) == 1 and alike(name[0], known[-1])):
        return True
    if len(name) == 1 and name[0] == known[0] and name[0] in first_surnames:
        return True
    if not addressed:
        return False
    return any(known[i : i + len(name)] == name for i in range(len(known) - len(name) + 1))


def _without_address(analysis: Analysis, words: list[str]) -> list[str]:
    """« Cheikh Mansour bin Zayed » without the form of address, so that two sheikhs are not one."""
    return words[1:] if len(words) > 2 and words[0] in analysis.terms.address_or_name else words


def find_person(
    analysis: Analysis,
    name: str,
    at: int,
    *,
    addressed: bool = False,
    woman: bool | None = None,
    anywhere: bool = False,
) -> Draft | None:
    """Return the person of this article whom a name at token `at` stands for, or None where it is new.

    Args:
        analysis: the article.
        name: the name as written.
        at: where it stands: of two bearers of a surname, the one named last before is meant.
        addressed: whether a form of address or a title stands before it.
        woman: what that form of address tells.
        anywhere: whether a part of a name may stand before the whole, as in headlines.
    """
    words = _without_address(analysis, fold(name).split())
    if not words:
        return None
    particles = analysis.terms.particles
    found: list[Draft] = []
    for draft in analysis.people.candidates(words[-1]):
        if woman is not None and draft.feminine is not None and draft.feminine != woman:
            continue
        for known in draft.names:
            other = _without_address(analysis, fold(known).split())
            one = len(words) == 1 or words[0] in particles  # « Ould Ahmed » is a surname
            if words == other or (not one and same_person(words, other)):
                return draft
            if draft.first > at and not anywhere:
                continue  # `unite` joins them once everybody is known
            if not one and len(other) == 1 and alike(words[-1], other[0]) and _called_short(draft):
                found.append(draft)  # « Recep Tayyip Erdoğan » after « le président Erdogan »
                break
            if (one or addressed or words[0] != other[0]) and part_of(
                words, other, analysis.terms.first_surnames, addressed=addressed
            ):
                found.append(draft)
                break
    if len(found) <= 1:
        return found[0] if found else None
    exact = [d for d in found if any(fold(n).split()[-len(words) :] == words for n in d.names)] or found
    places = {id(d): -1 for d in exact}
    for mention in analysis.between(at - _REACH, at):
        if mention.kind == "Person" and mention.draft and id(mention.draft) in places:
            places[id(mention.draft)] = max(places[id(mention.draft)], mention.start)
    return max(exact, key=lambda d: places[id(d)])


def _called_short(draft: Draft) -> bool:
    """Whether a person has been called by one word only."""
    return all(len(fold(n).split()) == 1 for n in draft.names)


def add_person(analysis: Analysis, start: int, end: int, via: str) -> Mention:
    """Add a mention of the person named from token `start` to `end`, making or finding the entity, and return it."""
    outer = before(analysis, start)
    woman = feminine(analysis, outer, start)
    name = analysis.text(start, end)
    addressed = outer < start or via == "title"
    draft = find_person(analysis, name, start, addressed=addressed, woman=woman, anywhere=via == "surname")
    if draft is None:
        draft = analysis.met("Person", name)
    register(analysis, draft, name, start, woman)
    mention = Mention(outer, end, (start, end), "Person", draft, draft.country, via=via)
    mention.feminine = woman
    analysis.add(mention)
    return mention


def register(analysis: Analysis, draft: Draft, name: str, at: int, woman: bool | None = None) -> None:
    """Note that a person is called `name` at a token, and what a form of address tells of them."""
    draft.first = min(draft.first, at)
    if name not in draft.names:
        draft.names.append(name)
    analysis.people.add(draft, name)
    first, _, rest = name.partition(" ")
    if fold(first) in analysis.terms.address_or_name and len(rest.split()) > 1:
        plain = fold(rest.split()[0])
        if plain not in analysis.terms.particles and rest not in draft.names:
            draft.names.append(rest)
            analysis.people.add(draft, rest)  # « Cheikh Tamim Ben Hamad » is also « Tamim Ben Hamad »
    if draft.feminine is None:
        draft.feminine = woman


def unite(analysis: Analysis) -> None:
    """Join a person first called by a surname (« M. Erdoğan ») with the one whose full name a title showed later."""
    joined: dict[int, Draft] = {}
    for draft in list(analysis.people):
        words = [fold(n).split() for n in draft.names]
        if draft.iri or any(len(w) > 1 and w[0] not in analysis.terms.particles for w in words):
            continue
        found = [
            d
            for d in analysis.people.candidates(words[0][-1])
            if d is not draft
            and (d.feminine is None or draft.feminine is None or d.feminine == draft.feminine)
            and any(
                part_of(words[0], fold(n).split(), analysis.terms.first_surnames, addressed=len(words[0]) == 1)
                for n in d.names
            )
        ]
        if found:
            into = min(found, key=lambda d: d.first)
            for name in draft.names:
                register(analysis, into, name, draft.first, draft.feminine)
            into.country, into.country_at = into.country or draft.country, into.country_at or draft.country_at
            analysis.people.forget(draft)
            joined[id(draft)] = into
    if joined:
        for mention in analysis.mentions:
            if mention.draft is not None:
                mention.draft = joined.get(id(mention.draft), mention.draft)
        analysis.tenures = [(joined.get(id(d), d), use) for d, use in analysis.tenures]
