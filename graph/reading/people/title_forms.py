"""Finds titles of office in every form: « ministre », « Première ministre », « vice-ministres », « ex-président », « S.M. »."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dragoman.graph.iris import fold
from dragoman.graph.lexicon import Lexicon, Title
from dragoman.graph.reading.analysis import Analysis, Draft, TitleUse

_VERBAL = frozenset({"VERB", "AUX", "ADV"})
_ARTICLES = frozenset({"le", "la"})


@lru_cache(maxsize=4)
def _tree(lexicon: Lexicon) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for title in lexicon.titles:
        for plural, forms in ((False, title.singular), (True, title.plural)):
            for form in forms:
                node = tree
                for word in fold(form).split():
                    node = node.setdefault(word, {})
                node.setdefault("", (title, plural))
    return tree


@lru_cache(maxsize=4)
def titles_by_label(lexicon: Lexicon) -> dict[str, Title]:
    """Return the lexicon's titles by their folded label."""
    return {fold(title.label): title for title in lexicon.titles}


def match_title(analysis: Analysis, start: int, limit: int) -> TitleUse | None:
    """Return the longest title that begins at token `start`, or None."""
    node: Any = _tree(analysis.lexicon)
    opening = analysis.openings[start]
    if opening != "ex" and opening not in node:
        return None
    best: TitleUse | None = None
    shorter: TitleUse | None = None
    former = False
    for i in range(start, limit):
        words = analysis.folds[i].split()
        if not words:
            if i > start and analysis.doc[i].text in "-–'’.":
                continue
            break
        if i == start and words[0] == "ex" and len(words) > 1:
            former, words = True, words[1:]
        for word in words:
            node = node.get(word)
            if node is None:
                break
        if node is None:
            break
        if "" in node:
            title, plural = node[""]
            shorter = best
            best = TitleUse(start, i + 1, analysis.text(start, i + 1), title, plural, former)
    return shorter if best and shorter and best.scope == "state" and _goes_on(analysis, best.end, limit) else best


def _goes_on(analysis: Analysis, end: int, limit: int) -> bool:
    """« le président du conseil régional »: the title's last word begins the name of an institution."""
    if analysis.folds[end - 1] not in analysis.words.institutions or end >= limit:
        return False
    if analysis.folds[end] in {"de", "du", "d", "des"}:
        return True
    after = analysis.at(end)
    return analysis.doc[end].pos_ == "ADJ" and (after is None or after.kind != "Adjective")


def component(analysis: Analysis) -> None:
    """Note which tokens are words of a title, so that no name swallows them."""
    openings, opening = analysis.openings, {"ex", *_tree(analysis.lexicon), *analysis.terms.masters}
    for first, last in analysis.sentences:
        taken = first
        for i in [k for k in range(first, last) if openings[k] in opening]:
            use = match_title(analysis, i, last) or _master(analysis, i, last) if i >= taken else None
            if use is None or not _is_title(analysis, use, first):
                continue
            for token in range(use.start, use.end):
                analysis.heads[token] = use
            taken = use.end


def _master(analysis: Analysis, i: int, limit: int) -> TitleUse | None:
    """« l’hôte du Kremlin », « le locataire de la Maison-Blanche »: a president, by the seat of power."""
    if analysis.folds[i] not in analysis.terms.masters or i + 2 >= limit or analysis.folds[i + 1] not in {"de", "du"}:
        return None
    j = i + 2
    while j < limit and analysis.folds[j] in {"la", "l"}:
        j += 1
    seat = analysis.at(j) if j < limit else None
    if seat is None or seat.kind != "Place" or seat.draft is None or not is_seat(analysis, seat.draft):
        return None
    title = titles_by_label(analysis.lexicon)["president"]
    return TitleUse(i, i + 1, title.label, title, written=False, metonym=True)


def is_seat(analysis: Analysis, place: Draft) -> bool:
    """Whether a place is a seat of power (« le Kremlin »), which stands for its state and is no capital."""
    entry = analysis.lexicon.entries.get(place.stands_for or "")
    return place.iri is not None and entry is not None and entry.capital != place.iri


def _is_title(analysis: Analysis, use: TitleUse, first: int) -> bool:
    """Whether words that look like a title are one: no verb, no adjective, no part of a name (« Bruno Le Maire »)."""
    doc, folds, start = analysis.doc, analysis.folds, use.start
    token = doc[start]
    before = folds[start - 1] if start > first else ""
    if use.scope == "counterpart" and before not in analysis.terms.determiners and not token.text[:1].isupper():
        return before in analysis.terms.former  # « vis-à-vis de »
    if (
        token.pos_ in _VERBAL
        and before not in analysis.terms.determiners
        and analysis.folds[start] in analysis.terms.verbal
    ):
        return False
    if token.pos_ == "ADJ" and use.end - start == 1 and start > first and doc[start - 1].pos_ in {"NOUN", "AUX"}:
        return False
    if use.end < len(doc) and doc[use.end].text == "-" and not doc[use.end - 1].whitespace_ and not use.epithet:
        return False  # « chef-lieu »
    if not token.text[:1].isupper():
        return True
    if start - first > 1 and before in _ARTICLES and doc[start - 1].text[:1].isupper():
        return not doc[start - 2].text[:1].isupper()
    led = before in analysis.terms.determiners or (use.end < len(doc) and not doc[use.end].text[:1].isupper())
    return led or folds[start] not in analysis.terms.first_names_too


def singular_of(title: Title, plural: str, *, feminine: bool) -> str:
    """Return the title of one of several: « chefs d’État » is « chef d’État », « directrices générales » « directrice générale ».

    For a woman under a masculine plural it is the feminine form, where the lexicon has one.
    """
    words = [_bare(w) for w in fold(plural).split()]
    form = next((f for f in title.singular if [_bare(w) for w in fold(f).split()] == words), None)
    if form is None or (feminine and form == title.label):
        return of_gender(title, feminine=feminine)
    return form


def _bare(word: str) -> str:
    """A folded word without its plural ending."""
    return word[:-3] + "al" if word.endswith("aux") else word.rstrip("sx")


def of_gender(title: Title, *, feminine: bool) -> str:
    """Return the form of a title for a woman or a man: « présidente », « directrice générale », « ministre ».

    Its first word tells; where no form of the same words is feminine, the label serves for both.
    """
    label = title.label
    if not feminine:
        return label
    head, _, rest = label.partition(" ")
    for form in title.singular:
        word, _, others = form.partition(" ")
        if word == head or fold(word)[:4] != fold(head)[:4] or len(others.split()) != len(rest.split()):
            continue
        if word == head + "e" or word.endswith(_FEMININE):
            return form
    return label


_FEMININE = ("trice", "euse", "ère", "ée", "enne", "ffe", "ente", "ante", "ière")
