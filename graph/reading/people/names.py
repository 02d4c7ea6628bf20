"""Finds the people whom the lexicon does not have, by what stands before their name, a fuller name, or the model's entities.

A run of capitals (`name_runs`) is a person after a form of address (« M. », « le général »), where the article names the same person
more fully, or where the model's entities say so and nothing shows a company, a ship, a town, a stadium or a newspaper (« le
pétrolier Abou Simbel »). What stands beside a title of office is read later (`titles`).
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.people.forms_of_address import before, feminine
from dragoman.graph.reading.people.name_runs import run_from, runs
from dragoman.graph.reading.people.people import add_person, find_person, unite

__all__ = ["called", "component", "runs"]

_PLURAL = frozenset({"mm", "mmes", "messieurs", "mesdames", "drs", "mlles", "leurs excellences"})
_PREPOSITIONS = frozenset({"a", "en", "au", "aux", "dans", "vers", "chez", "depuis"})


def component(analysis: Analysis) -> None:
    """Add people after forms of address, then the model's, and free the names that the lexicon took for places."""
    _free_names(analysis)
    _eponyms(analysis)
    for mention in analysis.mentions:
        if mention.kind == "Person":
            start = before(analysis, mention.start)
            mention.feminine = feminine(analysis, start, mention.start)
            if mention.draft and mention.draft.feminine is None:
                mention.draft.feminine = mention.feminine
            if mention.draft and mention.draft.iri and mention.draft.feminine is None:
                gender = analysis.lexicon.entries[mention.draft.iri].gender
                mention.draft.feminine = None if gender is None else gender == "f"
            analysis.extend(mention, start, mention.end)
    for start, end in runs(analysis):
        if analysis.at(start) is not None or _named_after(analysis, start):
            continue
        opened = before(analysis, start)
        if opened < start and _named_after(analysis, opened):
            continue  # « le croiseur Amiral Kouznetsov »
        if opened < start:
            add_person(analysis, start, end, "honorific")
            if analysis.folds[opened] in _PLURAL:
                _listed(analysis, end)
        else:
            start = _trimmed(analysis, start, end)
            if _model(analysis, start, end):
                add_person(analysis, start, end, "model")
    analysis.sort()


def _trimmed(analysis: Analysis, start: int, end: int) -> int:
    """« le ministre de l’Agriculture Jan Wrona »: leave out a capital that an article leads and the model takes for no person's."""
    leads = start > 0 and analysis.folds[start - 1] in {"l", "la", "le", "les", "du", "des", "de", "d"}
    while (
        leads
        and start + 1 < end
        and analysis.doc[start].ent_type_ != "PER"
        and analysis.doc[end - 1].ent_type_ == "PER"
    ):
        start += 1
    return start


def called(analysis: Analysis) -> None:
    """« Hammouchi » alone, once « Abdellatif Hammouchi » was named anywhere in the article."""
    for start, end in runs(analysis):
        if not _named_after(analysis, before(analysis, start)) and not _corporate(analysis, start, end):
            draft = find_person(analysis, analysis.text(start, end), start, anywhere=True)
            if draft is not None and _surname(analysis, start, end, [fold(n).split() for n in draft.names]):
                add_person(analysis, start, end, "surname")
    _opening(analysis)
    unite(analysis)
    analysis.sort()


def _opening(analysis: Analysis) -> None:
    """« Xi a remercié »: a known surname that opens its sentence, where a capital tells nothing."""
    for first, last in analysis.sentences:
        token = analysis.doc[first]
        closed = token.pos_ in {"DET", "ADP", "PRON", "CCONJ"} and token.ent_type_ != "PER"
        if closed or analysis.at(first) is not None or not token.text[:1].isupper():
            continue
        if first + 1 < last and analysis.doc[first + 1].text[:1].isupper():
            continue
        draft = find_person(analysis, token.text, first)
        if draft is not None and _surname(analysis, first, first + 1, [fold(n).split() for n in draft.names]):
            add_person(analysis, first, first + 1, "surname")


def _surname(analysis: Analysis, start: int, end: int, names: list[list[str]]) -> bool:
    """Whether a bare name is exactly how its bearer can be called: spellings need a form of address, or two words."""
    words = fold(analysis.text(start, end)).split()
    if len(words) > 1:
        return True
    if any(words == n or words == n[-1:] for n in names):
        return True
    if any(words == n[:1] for n in names) and words[0] in analysis.terms.first_surnames:
        return True
    return analysis.doc[start].ent_type_ == "PER"


def _listed(analysis: Analysis, end: int) -> None:
    """« MM. X, Y et Z »: the others of the list are people too."""
    limit = analysis.sentence_of(end - 1)[1]
    while end + 1 < limit and (analysis.folds[end] == "et" or analysis.doc[end].text == ","):
        start = end + 1
        end = run_from(analysis, start, limit, named=analysis.folds[start - 1] == "et")
        if end == start:
            return
        if analysis.at(start) is None:
            add_person(analysis, start, end, "honorific")


def _model(analysis: Analysis, start: int, end: int) -> bool:
    """Whether the model's entities make a run of capitals a person, and nothing speaks against it."""
    tokens = analysis.doc[start:end]
    people = sum(t.ent_type_ == "PER" for t in tokens)
    if people * 2 < len(tokens) or _corporate(analysis, start, end):
        return False
    words = [t for t in tokens if t.text[:1].isupper()]
    if len(words) < 2 or all(t.text.isupper() for t in words):
        return find_person(analysis, analysis.text(start, end), start) is not None
    if start > 0 and analysis.folds[start - 1] in _PREPOSITIONS and people < len(tokens):
        return False
    beside = analysis.at(start - 1) if start > 0 else None
    if beside and beside.kind in {"Country", "Place", "Company", "Agency", "Organization"}:
        return False  # « Kazakhstan Temir Zholy »
    return not (end < len(analysis.doc) and analysis.doc[end].text == "-" and not analysis.doc[end - 1].whitespace_)


def _corporate(analysis: Analysis, start: int, end: int) -> bool:
    return any(analysis.folds[i] in analysis.terms.corporate for i in range(start, end)) or any(
        t.text.isdigit() for t in analysis.doc[start:end]
    )


def _named_after(analysis: Analysis, start: int) -> bool:
    """Whether a noun before the name says that it is a thing's: « l’aéroport international Blaise-Diagne »."""
    i = start - 1
    while i > 0 and (analysis.folds[i] in analysis.terms.eponym_adjectives or analysis.doc[i].text in "«“\"'"):
        i -= 1
    return i >= 0 and analysis.folds[i] in analysis.terms.eponyms and i not in analysis.heads


def _eponyms(analysis: Analysis) -> None:
    """Take out people of the lexicon whose name is a thing's: « la fondation Mohammed VI »."""
    analysis.drop(*(m for m in analysis.mentions if m.kind == "Person" and _named_after(analysis, m.start)))


def _free_names(analysis: Analysis) -> None:
    """« Victoria Holm », « Jordan Ivanov », « José Lima »: a town's or a state's name beside another capital, in one person's name."""
    places = [m for m in analysis.mentions if m.kind in {"Country", "Place"} and m.end - m.start == 1]
    analysis.drop(*[m for m in places if _in_a_name(analysis, m)])


def _in_a_name(analysis: Analysis, mention: Mention) -> bool:
    doc, i = analysis.doc, mention.start
    first, last = analysis.sentence_of(i)
    beside = [
        k
        for k in (i - 1, i + 1)
        if first <= k < last
        and doc[k].text[:1].isupper()
        and doc[k].text.isalpha()
        and analysis.at(k) is None
        and k not in analysis.heads
        and analysis.folds[k] not in analysis.terms.corporate | analysis.terms.address
        and not (k == first and doc[k].pos_ in {"DET", "ADP", "PRON", "ADV"})
    ]
    if not beside:
        return False
    if i > first and i + 1 in beside and analysis.folds[i - 1] in _PREPOSITIONS | {"du"}:
        return False
    start = min(i, *beside)
    addressed = before(analysis, start) < start or start - 1 in analysis.heads
    return addressed or all(doc[k].ent_type_ == "PER" for k in (i, *beside))
